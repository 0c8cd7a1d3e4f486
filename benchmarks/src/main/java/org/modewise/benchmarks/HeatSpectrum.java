package org.modewise.benchmarks;

import java.nio.DoubleBuffer;

/** û(·,0) → û(·,t) in FFTW's order, n rows of n/2 + 1 complex numbers, written to where FFTW reads it. */
final class HeatSpectrum {
    private final int n;
    private final double[] initial;
    private final HeatDecay decay;
    private final double[] alongRow;
    private final double[] product;

    HeatSpectrum(int n, double[] initial) {
        this.n = n;
        this.initial = initial;
        this.decay = new HeatDecay(n);
        this.alongRow = new double[2 * (n / 2 + 1)];
        this.product = new double[alongRow.length];
    }

    void at(double t, DoubleBuffer spectrum) {
        decay.time(t);
        decay.pairs(alongRow);
        for (int row = 0; row < n; row++) {
            int start = row * product.length;
            multiply(start, decay.of(Math.min(row, n - row)));
            spectrum.put(start, product);
        }
    }

    /** Into a row on the heap: HotSpot makes vector code of this loop, but not of one that writes to a buffer. */
    private void multiply(int start, double factor) {
        for (int k = 0; k < product.length; k++) {
            product[k] = initial[start + k] * (factor * alongRow[k]);
        }
    }
}
