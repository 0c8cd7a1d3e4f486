package org.modewise.simd.fft;

/**
 * X_k = Σ_j x_j e^{-2πi·jk/n}, unscaled, on every lane of a block of n rows. A row is one vector of real parts and one of
 * imaginary parts; blocks lie side by side. Swapping re and im on both sides gives the inverse, unscaled. Immutable, safe
 * to share between threads; the scratch is the caller's, may hold anything before and holds garbage after.
 */
interface LaneFft {
    /** How many doubles of scratch {@link #transform} needs for so many blocks. */
    int scratchLength(int blocks);

    /**
     * Transforms blocks from x to y, which must not overlap. Row i of block b has its real parts at
     * {@code x[xre + i * xrow + b * xblock]} and its imaginary parts at {@code x[xim + i * xrow + b * xblock]}; the output
     * likewise. The scratch is the part of {@code scratch} from {@code at} on, and may be of the same array as y.
     */
    void transform(
            double[] x,
            int xre,
            int xim,
            int xrow,
            int xblock,
            double[] y,
            int yre,
            int yim,
            int yrow,
            int yblock,
            int blocks,
            double[] scratch,
            int at);

    /** The plan of a length, whatever it is. */
    static LaneFft of(int n) {
        return StockhamFft.takes(n) ? new StockhamFft(n) : new BluesteinFft(n);
    }
}
