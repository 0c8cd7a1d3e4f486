package org.modewise.simd.fft;

import static org.modewise.simd.fft.LaneFft.L;
import static org.modewise.simd.fft.LaneFft.ROW;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.fft.spi.SeparableMultiplier;
import org.modewise.simd.Lanes;

/** Rows of a spectrum on their way into blocks of slots, times a multiplier. */
final class Product {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;

    private Product() {}

    /**
     * Copies the slots from k on into blocks.
     *
     * @param start where the spectrum begins in its array
     * @param multiplier the factors, or null for a plain copy
     */
    static void of(
            double[] spectrum,
            int start,
            int row,
            int half,
            int k,
            SeparableMultiplier multiplier,
            int nx,
            int blocks,
            double[] to,
            int at,
            int block) {
        for (int b = 0; b < blocks; b++) {
            int slot = k + b * L;
            int re = start + slot;
            int out = at + b * block;
            if (multiplier == null) {
                copy(spectrum, re, half, row, nx, to, out);
            } else if (multiplier.isReal()) {
                scale(spectrum, re, half, row, multiplier, slot, nx, to, out);
            } else {
                turn(spectrum, re, half, row, multiplier, slot, nx, to, out);
            }
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
            double[] spectrum,
            int re,
            int half,
            int row,
            SeparableMultiplier m,
            int slot,
            int nx,
            double[] to,
            int at) {
        DoubleVector alongY = DoubleVector.fromArray(SPECIES, m.yRe(), slot);
        double[] a = m.xRe();
        for (int x = 0; x < nx; x++) {
            int in = re + x * row;
            int out = at + x * ROW;
            DoubleVector factor = alongY.mul(a[x]);
            DoubleVector.fromArray(SPECIES, spectrum, in).mul(factor).intoArray(to, out);
            DoubleVector.fromArray(SPECIES, spectrum, in + half).mul(factor).intoArray(to, out + L);
        }
    }

    private static void turn(
            double[] spectrum,
            int re,
            int half,
            int row,
            SeparableMultiplier m,
            int slot,
            int nx,
            double[] to,
            int at) {
        DoubleVector br = DoubleVector.fromArray(SPECIES, m.yRe(), slot);
        DoubleVector bi = DoubleVector.fromArray(SPECIES, m.yIm(), slot);
        double[] ar = m.xRe();
        double[] ai = m.xIm();
        for (int x = 0; x < nx; x++) {
            int in = re + x * row;
            int out = at + x * ROW;
            DoubleVector fr = br.mul(ar[x]).sub(bi.mul(ai[x]));
            DoubleVector fi = bi.mul(ar[x]).add(br.mul(ai[x]));
            DoubleVector ur = DoubleVector.fromArray(SPECIES, spectrum, in);
            DoubleVector ui = DoubleVector.fromArray(SPECIES, spectrum, in + half);
            ur.mul(fr).sub(ui.mul(fi)).intoArray(to, out);
            ur.mul(fi).add(ui.mul(fr)).intoArray(to, out + L);
        }
    }
}
