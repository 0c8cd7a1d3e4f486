package org.modewise.simd.fft;

import org.modewise.simd.Lanes;

/**
 * X_k = Σ_j x_j e^{-2πi·jk/n}, unscaled, on every lane of blocks of n rows. A row is one vector of real parts and one of
 * imaginary parts. Immutable, safe to share between threads; the scratch is the caller's, may hold anything before and
 * holds garbage after.
 */
interface LaneFft {
    /** Lanes: how many doubles a vector holds. */
    int L = Lanes.COUNT;

    /** Doubles of a row in scratch: a vector of real and a vector of imaginary parts. */
    int ROW = 2 * L;

    /** How many doubles of scratch the {@link #transform} of a length needs for so many blocks, before it is planned. */
    static long scratchLength(int n, int blocks) {
        return StockhamFft.takes(n) ? StockhamFft.scratchLength(n, blocks) : BluesteinFft.scratchLength(n);
    }

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

    /** x_j = Σ_k X_k e^{2πi·jk/n}, unscaled, from x to y: the transform with re and im swapped on both sides. */
    default void inverse(
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
            int at) {
        transform(x, xim, xre, xrow, xblock, y, yim, yre, yrow, yblock, blocks, scratch, at);
    }

    /** The plan of a length, whatever it is. */
    static LaneFft of(int n) {
        return StockhamFft.takes(n) ? new StockhamFft(n) : new BluesteinFft(n);
    }
}
