package org.modewise.pde;

import org.modewise.core.Grid2D;

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

    /**
     * Checks ∇·v at a few points of a grid, if somebody has said what it is.
     *
     * @param turning the largest |vₓ|/lx + |v_y|/ly at a node
     * @throws IllegalArgumentException if it contradicts v
     */
    default void checkGiven(Grid2D grid, double t, double turning) {}

    /**
     * What ∇·v is at a point, if that is certainly not what somebody has said; else NaN.
     *
     * @param turning the largest |vₓ|/lx + |v_y|/ly at a node
     */
    double contradiction(double t, double x, double y, double given, double turning);

    /** Returns a value if it is finite. */
    static double finite(double value, String what, double x, double y, double t) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    what + " must be finite, got " + value + " at (" + x + ", " + y + "), t = " + t);
        }
        return value;
    }
}
