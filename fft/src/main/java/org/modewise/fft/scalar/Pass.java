package org.modewise.fft.scalar;

/**
 * One pass of a Stockham transform over many lanes at once: n = r·m·s rows of complex numbers come in, one butterfly of
 * radix r joins the rows (p + m·j)·s + q for j = 0…r-1, and its legs k = 0…r-1 leave as the rows (r·p + k)·s + q, for
 * every p &lt; m and q &lt; s. Rows stay in natural order from pass to pass; nothing is ever bit-reversed.
 */
interface Pass {
    /**
     * Runs the pass. Row i of the input has its real parts at {@code x[xre + i * xrow]} and its imaginary parts at
     * {@code x[xim + i * xrow]}, one a lane; the output likewise. Swapping re and im on both sides gives the inverse
     * transform, unscaled. The two regions must not overlap, except for a pass that is a whole transform by itself
     * (m = s = 1), which loads a lane before it stores it.
     */
    void run(double[] x, int xre, int xim, int xrow, double[] y, int yre, int yim, int yrow, int lanes);
}
