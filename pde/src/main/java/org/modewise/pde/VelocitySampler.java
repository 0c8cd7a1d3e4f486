package org.modewise.pde;

/**
 * v and ∇·v at blocks of at most {@link GridWeights#BLOCK} points. It may hold scratch; not safe to share between
 * threads.
 */
interface VelocitySampler {
    /**
     * v at some points.
     *
     * @throws IllegalArgumentException if it is not finite, naming the point
     */
    void velocity(double t, int count, double[] x, double[] y, double[] vx, double[] vy);

    /**
     * ∇·v at the points and the time that v has been asked for last.
     *
     * @throws IllegalArgumentException if it is not finite, naming the point
     */
    void divergence(double t, int count, double[] x, double[] y, double[] divergence);

    /**
     * Checks ∇·v at some points, if it is known by approximation only.
     *
     * @throws IllegalArgumentException if it is not accurate
     */
    default void checkDivergence(double t, int count, double[] x, double[] y) {}

    /** Returns a value if it is finite. */
    static double finite(double value, String what, double x, double y, double t) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    what + " must be finite, got " + value + " at (" + x + ", " + y + "), t = " + t);
        }
        return value;
    }
}
