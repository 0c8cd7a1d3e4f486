package org.modewise.pde;

import java.util.Arrays;

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

    /** Degree of the polynomials that each tap's weight is between two samples: the next ones would add some 1e-18. */
    private static final int DEGREE = 20;

    /** By power and tap. */
    private static final double[][] POLYNOMIALS = polynomials();

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
        // β - √(…)·cos as a sum of what is positive: rounded exponents would cost a digit.
        double rest = omega * omega / (BETA + root);
        for (int k = 0; k < NODES; k++) {
            double sin = Math.sin(Math.PI * k / NODES);
            sum += Math.exp(-rest - 2 * root * sin * sin) * (1 - 2 * sin * sin);
        }
        return 0.5 * Math.PI * TAPS * BETA / root * sum / NODES;
    }

    /** w(u). */
    private static double window(double u) {
        double z = 2 * u / TAPS;
        double root = Math.sqrt(Math.max(0, (1 - z) * (1 + z)));
        return 0.5 * (Math.exp(-BETA * z * z / (1 + root)) - Math.exp(-BETA * (1 + root)));
    }

    /** By interpolation at Chebyshev's nodes; in units of half a sample, so that powers stay below 1. */
    private static double[][] polynomials() {
        double[][] polynomials = new double[DEGREE + 1][TAPS];
        double[][] chebyshev = new double[DEGREE + 1][DEGREE + 1];
        chebyshev[0][0] = 1;
        chebyshev[1][1] = 1;
        for (int k = 2; k <= DEGREE; k++) {
            for (int power = 0; power <= k; power++) {
                double lower = power > 0 ? 2 * chebyshev[k - 1][power - 1] : 0;
                chebyshev[k][power] = lower - chebyshev[k - 2][power];
            }
        }
        for (int tap = 0; tap < TAPS; tap++) {
            for (int k = 0; k <= DEGREE; k++) {
                double coefficient = 0;
                for (int node = 0; node <= DEGREE; node++) {
                    double angle = Math.PI * (node + 0.5) / (DEGREE + 1);
                    double place = 0.5 * TAPS - 0.5 - tap - 0.5 * Math.cos(angle);
                    coefficient += window(place) * Math.cos(k * angle) * (k == 0 ? 1 : 2) / (DEGREE + 1);
                }
                for (int power = 0; power <= k; power++) {
                    polynomials[power][tap] += coefficient * chebyshev[k][power];
                }
            }
        }
        return polynomials;
    }

    /** The first sample that a place takes, of T. */
    static int first(double place) {
        return (int) Math.ceil(place) - TAPS / 2;
    }

    /** Where a place lies between the samples next to it, from -1 to 1. */
    static double between(double place) {
        return 2 * (Math.ceil(place) - place) - 1;
    }

    /**
     * The weights of many places, tap by tap, in loops that C2 turns into vectors: those of two taps that mirror each other have
     * the same even powers, and opposite odd ones.
     *
     * @param between where they lie between samples
     * @param squares room for as many numbers
     * @param count how many there are
     * @param weights where they go, by tap
     */
    static void weights(double[] between, double[] squares, int count, double[][] weights) {
        for (int m = 0; m < count; m++) {
            squares[m] = between[m] * between[m];
        }
        for (int tap = 0; tap < TAPS / 2; tap++) {
            double[] even = weights[tap];
            double[] odd = weights[TAPS - 1 - tap];
            horner(tap, DEGREE, squares, count, even);
            horner(tap, DEGREE - 1, squares, count, odd);
            for (int m = 0; m < count; m++) {
                double one = even[m];
                double other = between[m] * odd[m];
                even[m] = one + other;
                odd[m] = one - other;
            }
        }
    }

    /** Every other power of a tap's polynomial, from the highest down. */
    private static void horner(int tap, int highest, double[] squares, int count, double[] line) {
        Arrays.fill(line, 0, count, POLYNOMIALS[highest][tap]);
        for (int power = highest - 2; power >= 0; power -= 2) {
            step(line, squares, POLYNOMIALS[power][tap], count);
        }
    }

    private static void step(double[] line, double[] squares, double coefficient, int count) {
        for (int m = 0; m < count; m++) {
            line[m] = line[m] * squares[m] + coefficient;
        }
    }
}
