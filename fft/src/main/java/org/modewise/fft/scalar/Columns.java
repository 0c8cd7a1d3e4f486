package org.modewise.fft.scalar;

/**
 * The real columns of a plane to and from their spectra along y: the spectrum of column x is row x of
 * {@link PlaneTransform}'s slots. Slot k holds mode k, but slot 0 two real numbers, modes 0 and ny/2; of an odd ny, mode
 * 0 and a zero.
 */
interface Columns {
    /** How many lanes of work there are, columns or pairs of them. */
    int lanes();

    /** Transforms the lanes from {@code from} up to {@code to}. */
    void forward(double[] values, double[] rows, int from, int to);

    /** Transforms the lanes from {@code from} up to {@code to} back, scaled. */
    void inverse(double[] rows, double[] values, int from, int to);
}
