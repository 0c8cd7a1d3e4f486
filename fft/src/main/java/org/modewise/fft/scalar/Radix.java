package org.modewise.fft.scalar;

/**
 * X_k = A_k - iB_k with A_k = Σ_j x_j cos(2πjk/r), B_k = Σ_j x_j sin(2πjk/r): the DFT of r real rows, the part of a
 * butterfly of radix r that keeps real and imaginary parts apart. {@link MixedRadix} joins the two.
 */
interface Radix {
    /** The radix r. */
    int radix();

    /** How many rows {@link #realDft} needs for itself. */
    default int spareRows() {
        return 0;
    }

    /**
     * Transforms r rows, {@code stride} apart, in place: row 0 becomes X₀, row r/2 of an even radix X_{r/2}, and of the
     * rows k and r - k the lower becomes A_k and the upper B_k. The arrays may change places, those of real and of
     * imaginary parts alike. The rows from {@code spare} on hold garbage after.
     */
    void realDft(double[][] rows, int first, int stride, int spare, int lanes);
}
