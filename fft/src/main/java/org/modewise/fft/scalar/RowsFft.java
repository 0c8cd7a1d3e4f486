package org.modewise.fft.scalar;

/**
 * X_k = Σ_j x_j e^{-2πi·jk/n}, unscaled, in place, on all lanes of n rows at once, where each row is two arrays, one of
 * real and one of imaginary parts. Mode k ends in row {@link #position}(k). Swapping re and im gives the inverse,
 * unscaled. Implementations are immutable and safe to share between threads; an algorithm that splits the rows receives
 * the transform of the parts.
 */
interface RowsFft {
    /**
     * The number of rows n.
     *
     * @return at least 1
     */
    int size();

    /**
     * Where mode k, 0 ≤ k &lt; n, ends.
     *
     * @return its row, counted from the first
     */
    int position(int k);

    /** How many rows {@link #transform} needs for itself. */
    int spareRows();

    /**
     * Transforms the first {@code lanes} numbers of the n rows from {@code first} on. The rows from {@code spare} on may
     * hold anything before and hold garbage after.
     */
    void transform(double[][] re, double[][] im, int first, int spare, int lanes);
}
