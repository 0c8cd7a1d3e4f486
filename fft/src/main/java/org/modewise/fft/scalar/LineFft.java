package org.modewise.fft.scalar;

/**
 * X_k = Σ_j x_j e^{-2πi·jk/n} of one line of complex numbers, unscaled. Implementations are safe to share between
 * threads.
 */
interface LineFft {
    /** How many numbers a line has. */
    int size();

    /**
     * Transforms the numbers x_j, of real part {@code xr[re + j * step]} and imaginary part {@code xi[im + j * step]},
     * into X_k at {@code yr[toRe + k * toStep]} and {@code yi[toIm + k * toStep]}. Swapping re and im on both sides gives
     * the inverse, unscaled. Any of the arrays may be one and the same: all is read before anything is written.
     */
    void transform(
            double[] xr,
            int re,
            double[] xi,
            int im,
            int step,
            double[] yr,
            int toRe,
            double[] yi,
            int toIm,
            int toStep);
}
