package org.modewise.simd.fft;

import static org.modewise.simd.fft.LaneFft.L;
import static org.modewise.simd.fft.LaneFft.ROW;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.simd.Lanes;

/** Rows of a spectrum on their way into blocks of slots, times a multiplier. */
final class Product {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;

    private Product() {}

    /**
     * Copies the slots from k on into a block.
     *
     * @param start where slot 0 begins in the spectrum, and in that of the multiplier's term
     * @param multiplier the factors, or null for a plain copy
     */
    static void of(
            double[] spectrum,
            int start,
            int row,
            int half,
            int k,
            SpectrumMultiplier multiplier,
            int nx,
            double[] to,
            int at) {
        if (multiplier == null) {
            copy(spectrum, start + k, half, row, nx, to, at);
        } else if (!multiplier.isReal()) {
            turn(spectrum, start, k, half, row, multiplier, nx, to, at);
        } else if (multiplier.termFactors() == null) {
            scale(spectrum, start, k, half, row, multiplier, nx, to, at);
        } else {
            sum(spectrum, start, k, half, row, multiplier, nx, to, at);
        }
    }

    private static void copy(double[] spectrum, int re, int half, int row, int nx, double[] to, int at) {
        for (int x = 0; x < nx; x++) {
            int in = re + x * row;
            int out = at + x * ROW;
            DoubleVector.fromArray(SPECIES, spectrum, in).intoArray(to, out);
            DoubleVector.fromArray(SPECIES, spectrum, in + half).intoArray(to, out + L);
        }
    }

    private static void scale(
            double[] spectrum, int start, int k, int half, int row, SpectrumMultiplier m, int nx, double[] to, int at) {
        double[] a = m.xRe();
        double[] b = m.yRe();
        int[] lines = m.lines();
        for (int x = 0; x < nx; x++) {
            int in = start + k + x * row;
            int out = at + x * ROW;
            DoubleVector factor =
                    DoubleVector.fromArray(SPECIES, b, lines[x] + k).mul(a[x]);
            DoubleVector.fromArray(SPECIES, spectrum, in).mul(factor).intoArray(to, out);
            DoubleVector.fromArray(SPECIES, spectrum, in + half).mul(factor).intoArray(to, out + L);
        }
    }

    private static void turn(
            double[] spectrum, int start, int k, int half, int row, SpectrumMultiplier m, int nx, double[] to, int at) {
        double[] ar = m.xRe();
        double[] ai = m.xIm();
        double[] b = m.yRe();
        double[] c = m.yIm();
        int[] lines = m.lines();
        for (int x = 0; x < nx; x++) {
            int in = start + k + x * row;
            int out = at + x * ROW;
            DoubleVector br = DoubleVector.fromArray(SPECIES, b, lines[x] + k);
            DoubleVector bi = DoubleVector.fromArray(SPECIES, c, lines[x] + k);
            DoubleVector fr = br.mul(ar[x]).sub(bi.mul(ai[x]));
            DoubleVector fi = bi.mul(ar[x]).add(br.mul(ai[x]));
            DoubleVector ur = DoubleVector.fromArray(SPECIES, spectrum, in);
            DoubleVector ui = DoubleVector.fromArray(SPECIES, spectrum, in + half);
            ur.mul(fr).sub(ui.mul(fi)).intoArray(to, out);
            ur.mul(fi).add(ui.mul(fr)).intoArray(to, out + L);
        }
    }

    private static void sum(
            double[] spectrum, int start, int k, int half, int row, SpectrumMultiplier m, int nx, double[] to, int at) {
        double[] a = m.xRe();
        double[] b = m.yRe();
        int[] lines = m.lines();
        double[] term = m.termSpectrum();
        double[] c = m.termFactors().xRe();
        double[] d = m.termFactors().yRe();
        int[] termLines = m.termFactors().lines();
        for (int x = 0; x < nx; x++) {
            int in = start + k + x * row;
            int out = at + x * ROW;
            DoubleVector f = DoubleVector.fromArray(SPECIES, b, lines[x] + k).mul(a[x]);
            DoubleVector g =
                    DoubleVector.fromArray(SPECIES, d, termLines[x] + k).mul(c[x]);
            DoubleVector ur = DoubleVector.fromArray(SPECIES, spectrum, in);
            DoubleVector ui = DoubleVector.fromArray(SPECIES, spectrum, in + half);
            DoubleVector vr = DoubleVector.fromArray(SPECIES, term, in);
            DoubleVector vi = DoubleVector.fromArray(SPECIES, term, in + half);
            ur.mul(f).add(vr.mul(g)).intoArray(to, out);
            ui.mul(f).add(vi.mul(g)).intoArray(to, out + L);
        }
    }
}
