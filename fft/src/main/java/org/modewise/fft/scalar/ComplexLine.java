package org.modewise.fft.scalar;

import org.modewise.fft.spi.SeparableMultiplier;

/** Real and imaginary parts of one line while it is transformed. */
record ComplexLine(double[] re, double[] im) {
    ComplexLine(int length) {
        this(new double[length], new double[length]);
    }

    /** Multiplies the first n numbers, which are the modes along x of row q, by a_p·b_q. */
    void multiplyAlongX(SeparableMultiplier multiplier, int q, int n) {
        double b = multiplier.yRe()[q];
        if (multiplier.isReal()) {
            Lanes.multiply(re, im, b, multiplier.xRe(), n);
        } else {
            Lanes.multiply(re, im, b, multiplier.yIm()[q], multiplier.xRe(), multiplier.xIm(), n);
        }
    }

    /** Multiplies the first n numbers, which are the modes along y of column p, by a_p·b_q. */
    void multiplyAlongY(SeparableMultiplier multiplier, int p, int n) {
        double a = multiplier.xRe()[p];
        if (multiplier.isReal()) {
            Lanes.multiply(re, im, a, multiplier.yRe(), n);
        } else {
            Lanes.multiply(re, im, a, multiplier.xIm()[p], multiplier.yRe(), multiplier.yIm(), n);
        }
    }
}
