package org.modewise.pde;

/**
 * How far a Gaussian kernel may spread on a torus before its window holds so many periods that they take all the time, long
 * after what it spreads has become constant.
 */
final class KernelWindow {
    /** νt in squares of the period. */
    private static final double MOST_SPREAD = 100;

    private KernelWindow() {}

    /** Refuses a time, or a diffusivity in a time of 1, by its name; the other one is what it is multiplied by. */
    static void require(double value, String name, double other, double length) {
        double most = most(other, length);
        if (value > most) {
            throw refusal(name, most, value);
        }
    }

    /** The largest. */
    static double most(double other, double length) {
        return MOST_SPREAD * length / other * length;
    }

    static IllegalArgumentException refusal(String name, double most, double value) {
        return new IllegalArgumentException(
                name + " must be <= " + most + " for the log domain on these periods, got " + value);
    }
}
