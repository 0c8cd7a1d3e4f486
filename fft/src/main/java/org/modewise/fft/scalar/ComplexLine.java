package org.modewise.fft.scalar;

import org.modewise.fft.spi.SpectrumMultiplier;

/** Real and imaginary parts of one line while it is transformed. */
record ComplexLine(double[] re, double[] im) {
    ComplexLine(int length) {
        this(new double[length], new double[length]);
    }

    /** Loads n modes along x of row q, times their factors. */
    void loadAlongX(double[] spectrum, SpectrumMultiplier multiplier, int q, int n) {
        for (int p = 0; p < n; p++) {
            re[p] = multiplier.productRe(spectrum, p, q);
            im[p] = multiplier.productIm(spectrum, p, q);
        }
    }

    /** Loads n modes along y of column p, times their factors. */
    void loadAlongY(double[] spectrum, SpectrumMultiplier multiplier, int p, int n) {
        for (int q = 0; q < n; q++) {
            re[q] = multiplier.productRe(spectrum, p, q);
            im[q] = multiplier.productIm(spectrum, p, q);
        }
    }
}
