package org.modewise.fft.scalar;

/**
 * X_k = Σ_j x_j e^{-2πi·jk/n} of one line of complex numbers, unscaled, in place and in natural order. Swapping re and
 * im gives the inverse, unscaled. Implementations are safe to share between threads.
 */
interface LineFft {
    /**
     * How many numbers a line has.
     *
     * @return n, at least 1
     */
    int size();

    /** Transforms the first n numbers of the two arrays. */
    void transform(double[] re, double[] im);
}
