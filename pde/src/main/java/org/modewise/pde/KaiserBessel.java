package org.modewise.pde;

/**
 * ψ(s) = I₀(β√(1 - (2s/w)²)) / I₀(β) for |s| ≤ w/2, a bump w cells wide, and ψ̂(ξ) = ∫ψ e^{-2πiξs} ds, which is about 0
 * for the waves that alias with those of a grid half as fine.
 *
 * <p>ψ is an entire function, so that within a cell a polynomial has it to rounding. Source: P. Beatty, D. Nishimura,
 * J. Pauly, Rapid gridding reconstruction with a minimal oversampling ratio, IEEE Trans. Medical Imaging 24, 2005.
 */
final class KaiserBessel {
    /** w: 12 would leave an error of 1e-11 in the finest waves, 20 no less than 16, for rounding. */
    static final int WIDTH = 16;

    private static final int HALF = WIDTH / 2;
    /** Of the polynomials, odd. */
    private static final int DEGREE = 15;

    private static final int NODES = 24;
    /** The best for waves up to a quarter of a turn a cell, which those of a grid half as fine are. */
    private static final double BETA = Math.PI * Math.sqrt(0.5625 * WIDTH * WIDTH - 0.8);

    private static final double SCALE = 1 / bessel(BETA * BETA);

    /** The even and the odd powers of u in ψ(w/2 - 1/2 - c + u), |u| ≤ 1/2, for c = 0…w/2-1. */
    private static final double[][] EVEN = new double[HALF][];

    private static final double[][] ODD = new double[HALF][];

    static {
        for (int c = 0; c < HALF; c++) {
            double[] powers = powers(HALF - 0.5 - c);
            EVEN[c] = new double[(DEGREE + 1) / 2];
            ODD[c] = new double[(DEGREE + 1) / 2];
            for (int k = 0; k <= DEGREE; k++) {
                (k % 2 == 0 ? EVEN : ODD)[c][k / 2] = powers[k];
            }
        }
    }

    private KaiserBessel() {}

    /** I₀(√q), which is entire in q. */
    private static double bessel(double q) {
        double term = 1;
        double sum = 1;
        for (int k = 1; Math.abs(term) > 1e-18 * sum; k++) {
            term *= q / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }

    private static double value(double s) {
        double x = s / HALF;
        return SCALE * bessel(BETA * BETA * (1 - x) * (1 + x));
    }

    /** The powers of u in the polynomial through ψ(center + u) at Chebyshev's nodes of |u| ≤ 1/2. */
    private static double[] powers(double center) {
        double[] chebyshev = new double[DEGREE + 1];
        for (int node = 0; node < NODES; node++) {
            double angle = Math.PI * (node + 0.5) / NODES;
            double value = value(center + 0.5 * Math.cos(angle));
            for (int k = 0; k <= DEGREE; k++) {
                chebyshev[k] += (k == 0 ? 1.0 : 2.0) / NODES * value * Math.cos(k * angle);
            }
        }
        // T_{k+1} = 2x·T_k - T_{k-1}, x = 2u.
        double[] powers = new double[DEGREE + 1];
        double[] before = new double[DEGREE + 1];
        double[] current = new double[DEGREE + 1];
        before[0] = 1;
        current[1] = 2;
        powers[0] = chebyshev[0];
        for (int k = 1; k <= DEGREE; k++) {
            double[] next = new double[DEGREE + 1];
            for (int power = 0; power <= DEGREE; power++) {
                powers[power] += chebyshev[k] * current[power];
                next[power] = (power == 0 ? 0 : 4 * current[power - 1]) - before[power];
            }
            before = current;
            current = next;
        }
        return powers;
    }

    /**
     * ψ at the w samples around each of some points: that of sample c and point p goes to {@code weights[c][p]}.
     *
     * @param u where the points lie between the two samples in the middle, from -1/2 to 1/2
     * @param squares room for as many numbers
     */
    static void weights(double[] u, int count, double[] squares, double[][] weights) {
        for (int p = 0; p < count; p++) {
            squares[p] = u[p] * u[p];
        }
        for (int c = 0; c < HALF; c++) {
            double[] left = weights[c];
            double[] right = weights[WIDTH - 1 - c];
            horner(EVEN[c], squares, count, left);
            horner(ODD[c], squares, count, right);
            for (int p = 0; p < count; p++) {
                double even = left[p];
                double odd = u[p] * right[p];
                left[p] = even + odd;
                right[p] = even - odd;
            }
        }
    }

    /** One power at a time for all points: short loops over equal indices, which compilers make vector code of. */
    private static void horner(double[] powers, double[] x, int count, double[] values) {
        double top = powers[powers.length - 1];
        for (int p = 0; p < count; p++) {
            values[p] = top;
        }
        for (int k = powers.length - 2; k >= 0; k--) {
            double power = powers[k];
            for (int p = 0; p < count; p++) {
                values[p] = values[p] * x[p] + power;
            }
        }
    }

    /** ψ̂(ξ), |ξ| ≤ 1/4. */
    static double transform(double xi) {
        double omega = Math.PI * WIDTH * xi;
        double root = Math.sqrt((BETA - omega) * (BETA + omega));
        return WIDTH * SCALE * Math.sinh(root) / root;
    }
}
