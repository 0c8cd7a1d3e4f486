package org.modewise.simd;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.contract.ChildVm;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.SpectrumMultiplier.Lines;

/** Digests of what the vector kernel computes, printed after the number of lanes. For {@link ChildVm}. */
final class TransformBits {
    /** Radices 2, 3, 4, 5, 7, 8, larger primes and convolutions; odd sizes and even ones; blocks that come out even or not. */
    private static final int[][] SHAPES = {
        {16, 15},
        {64, 64},
        {128, 32},
        {32, 256},
        {60, 84},
        {105, 77},
        {143, 39},
        {50, 49},
        {33, 128},
        {61, 59},
        {74, 34},
        {103, 127}
    };

    /** Enough for C2 to have compiled most of it by the end. */
    private static final int ROUNDS = 50;

    private TransformBits() {}

    public static void main(String[] args) {
        System.out.println(Lanes.COUNT + " lanes");
        digests().forEach(System.out::println);
    }

    /** For each shape the hashes of the spectrum, of the samples back from it, and back by way of a multiplier. */
    static List<String> digests() {
        return Arrays.stream(SHAPES).map(shape -> digest(shape[0], shape[1])).toList();
    }

    private static String digest(int nx, int ny) {
        RealFft2D plan = RealFft2D.of(Grid2D.unit(nx, ny), "simd");
        SpectrumMultiplier multiplier = multiplier(plan.layout());
        double[] samples = random(nx * ny);
        double[] spectrum = new double[plan.spectrumLength()];
        double[] back = new double[nx * ny];
        double[] product = new double[nx * ny];
        for (int round = 0; round < ROUNDS; round++) {
            plan.forward(samples, spectrum);
            plan.inverse(spectrum, back);
            plan.inverse(spectrum, multiplier, product);
        }
        int there = hash(plan.layout(), spectrum);
        return String.format("%dx%d %08x %08x %08x", nx, ny, there, Arrays.hashCode(back), Arrays.hashCode(product));
    }

    private static double[] random(int length) {
        return new SplittableRandom(length).doubles(length, -1, 1).toArray();
    }

    private static SpectrumMultiplier multiplier(SpectrumLayout layout) {
        SpectrumMultiplier multiplier = SpectrumMultiplier.complex(layout, Lines.ONE);
        for (double[] factors : List.of(multiplier.xRe(), multiplier.xIm(), multiplier.yRe(), multiplier.yIm())) {
            System.arraycopy(random(factors.length), 0, factors, 0, factors.length);
        }
        return multiplier;
    }

    /** Of the coefficients alone: what lies in the gaps between them is nobody's business. */
    private static int hash(SpectrumLayout layout, double[] spectrum) {
        int hash = 0;
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                int re = layout.index(column, row);
                hash = 31 * hash + Double.hashCode(spectrum[re]);
                hash = 31 * hash + Double.hashCode(spectrum[re + layout.imOffset()]);
            }
        }
        return hash;
    }
}
