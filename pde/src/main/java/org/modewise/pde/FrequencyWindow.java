package org.modewise.pde;

import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * w(u) = e^{-β} sinh(β√(1 - (2u/T)²)) on |u| ≤ T/2, by which the transform of what is 0 outside an interval follows, at any
 * frequency, from its T nearest samples at half the spacing that would just do: Σₖ w(u - k)Gₖ, where G is the transform
 * after division by ŵ(ξ) = ½πTβe^{-β} I₁(√(β² - (πTξ)²))/√(β² - (πTξ)²). What is left out is about e^{-β} at the middle
 * of the interval and 1e-14 at its ends, beside what is there.
 *
 * <p>Source: A. Barnett, J. Magland, L. af Klinteberg, SIAM J. Sci. Comput. 41 (2019), of windows of this kind.
 */
final class FrequencyWindow {
    /** T: samples that a value is made of. */
    static final int TAPS = 16;

    /** A little less than ¾πT, where ŵ would vanish just at the nearest alias of an end. */
    private static final double BETA = 2.3 * TAPS;

    /** Nodes of the rectangle rule for I₁, which is exact to rounding from some 80 on. */
    private static final int NODES = 128;

    private static final ElementaryFunctions FUNCTIONS = ElementaryFunctions.preferred();

    private FrequencyWindow() {}

    /**
     * ŵ(ξ).
     *
     * @param xi the place from the middle of the interval, in units of twice its length: |ξ| ≤ ¼
     */
    static double transform(double xi) {
        double omega = Math.PI * TAPS * xi;
        double root = Math.sqrt((BETA - omega) * (BETA + omega));
        double sum = 0;
        for (int k = 0; k < NODES; k++) {
            double cos = Math.cos(2 * Math.PI * k / NODES);
            sum += Math.exp(root * cos - BETA) * cos;
        }
        return 0.5 * Math.PI * TAPS * BETA / root * sum / NODES;
    }

    /** The weights at a place along x and at one along y. */
    static void weights(double x, double y, int[] first, double[] weights, double[] scratch) {
        first[0] = roots(x, weights, 0);
        first[1] = roots(y, weights, 1);
        sinh(weights, scratch, 2);
    }

    /**
     * The weights at equally spaced places 0, d, 2d, …
     *
     * @param d their distance, in samples
     * @param count how many there are
     * @param first for each, the first of its samples
     * @param weights T for each
     * @param scratch as long as the weights
     */
    static void weights(double d, int count, int[] first, double[] weights, double[] scratch) {
        for (int m = 0; m < count; m++) {
            first[m] = roots(m * d, weights, m);
        }
        sinh(weights, scratch, count);
    }

    private static int roots(double place, double[] weights, int m) {
        int first = (int) Math.ceil(place) - TAPS / 2;
        for (int tap = 0; tap < TAPS; tap++) {
            double z = (place - (first + tap)) / (0.5 * TAPS);
            weights[m * TAPS + tap] = BETA * Math.sqrt(Math.max(0, (1 - z) * (1 + z)));
        }
        return first;
    }

    private static void sinh(double[] weights, double[] scratch, int count) {
        FUNCTIONS.exp(weights, 0, BETA, scratch, 0, count * TAPS);
        double least = Math.exp(-2 * BETA);
        for (int k = 0; k < count * TAPS; k++) {
            weights[k] = 0.5 * (scratch[k] - least / scratch[k]);
        }
    }
}
