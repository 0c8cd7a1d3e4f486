package org.modewise.pde;

import java.util.List;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

/**
 * Φ = Σ Φ_k t^k and u = c + ∇Φ, by the recursion (k+1)Φ_(k+1) = νΔΦ_k - ½Σ u_j·u_(k-j): what {@link TaylorLine} is on a line,
 * to as high an order as a grid of moderate size resolves. Immutable, safe to share between threads.
 */
final class TaylorPlane {
    private static final int MOST_ORDER = 16;
    private static final int LEAST_ORDER = 6;
    /** Nodes for an order above the least. */
    private static final long MANY_NODES = 1L << 18;
    /** What is left of the time at which the last term is as large as ε. */
    private static final double SAFETY = 0.5;
    /** The least that is known to all its digits. */
    private static final double SMALLEST = 1e-290;

    private final int order;
    private final double limit;
    private final double[][] potential;
    private final double[][][] velocity;

    TaylorPlane(PotentialPlane data) {
        Grid2D grid = data.grid();
        int[] degree = {1, 1};
        // Waves at Nyquist have no slope at the nodes.
        for (TrigonometricPlane part :
                List.of(data.potentialPlane().centred(), data.velocityPlane(0), data.velocityPlane(1))) {
            double tolerance = Math.ulp(1.0) * Math.sqrt(grid.size()) * part.bound();
            degree[0] = Math.max(degree[0], part.degree(true, tolerance));
            degree[1] = Math.max(degree[1], part.degree(false, tolerance));
        }
        int most = MOST_ORDER;
        while (most > LEAST_ORDER && nodes(grid, degree, most) > Math.max(MANY_NODES, grid.size())) {
            most--;
        }
        this.order = most;
        this.potential = new double[order + 1][];
        this.velocity = new double[2][order + 1][];
        int everyX = every(grid.nx(), degree[0], order);
        int everyY = every(grid.ny(), degree[1], order);
        RealFft2D fft = RealFft2D.of(
                new Grid2D(grid.nx() * everyX, grid.ny() * everyY, grid.x0(), grid.y0(), grid.lx(), grid.ly()));
        double[][][] u = new double[2][order + 1][];
        potential[0] = data.potential();
        TrigonometricPlane phi = data.potentialPlane().on(fft).truncated(degree[0], degree[1]);
        double size = 0;
        for (int k = 0; k <= order; k++) {
            for (int c = 0; c < 2; c++) {
                u[c][k] = phi.times(FourierMultiplier.derivative(1 - c, c)).sample();
                velocity[c][k] = k == 0 ? data.velocity(c).clone() : some(u[c][k], fft.grid(), everyX, everyY);
                if (k == 0) {
                    size = Math.max(size, ValueBounds.of(u[c][0]).modulus());
                    addTo(u[c][0], data.drift(c));
                    addTo(velocity[c][0], data.drift(c));
                }
            }
            if (k < order) {
                double[] flux = phi.times(laplacian(data.viscosity())).sample();
                subtractSpeeds(flux, u, k);
                double factor = 1.0 / (k + 1);
                phi = TrigonometricPlane.through(fft, flux)
                        .truncated((k + 2) * degree[0], (k + 2) * degree[1])
                        .times(FourierMultiplier.separable(kx -> factor, ky -> 1));
                potential[k + 1] = some(phi.sample(), fft.grid(), everyX, everyY);
            }
        }
        double last =
                ValueBounds.of(u[0][order]).and(ValueBounds.of(u[1][order])).modulus();
        double reach = SAFETY * Math.pow(Math.ulp(1.0) * size / last, 1.0 / order);
        // Smaller terms have lost digits where numbers end.
        this.limit = reach > 0 && (last > SMALLEST || size == 0) ? reach : 0;
    }

    /** Up to when the series is exact to rounding. */
    double limit() {
        return limit;
    }

    /** Φ and u at a time; null for what is not asked for. */
    void at(double t, double[] potential, double[] velocityX, double[] velocityY) {
        sum(this.potential, t, potential);
        sum(velocity[0], t, velocityX);
        sum(velocity[1], t, velocityY);
    }

    private void sum(double[][] terms, double t, double[] values) {
        for (int i = 0; values != null && i < terms[0].length; i++) {
            double sum = terms[order][i];
            for (int k = order - 1; k >= 0; k--) {
                sum = terms[k][i] + t * sum;
            }
            values[i] = sum;
        }
    }

    private static long nodes(Grid2D grid, int[] degree, int order) {
        return (long) grid.size() * every(grid.nx(), degree[0], order) * every(grid.ny(), degree[1], order);
    }

    /** How many times as many nodes as samples resolve the highest term. */
    private static int every(int n, int degree, int order) {
        int every = 1;
        while ((long) n * every <= 2L * (order + 1) * degree) {
            every *= 2;
        }
        return every;
    }

    private static FourierMultiplier laplacian(double factor) {
        return FourierMultiplier.of((kx, ky) -> -factor * (kx * kx + ky * ky));
    }

    private static void subtractSpeeds(double[] flux, double[][][] u, int k) {
        for (double[][] component : u) {
            for (int j = 0; j <= k; j++) {
                for (int i = 0; i < flux.length; i++) {
                    flux[i] -= 0.5 * component[j][i] * component[k - j][i];
                }
            }
        }
    }

    private static void addTo(double[] values, double term) {
        for (int i = 0; i < values.length; i++) {
            values[i] += term;
        }
    }

    private static double[] some(double[] values, Grid2D grid, int everyX, int everyY) {
        double[] some = new double[values.length / everyX / everyY];
        int at = 0;
        for (int j = 0; j < grid.ny(); j += everyY) {
            for (int i = 0; i < grid.nx(); i += everyX) {
                some[at++] = values[j * grid.nx() + i];
            }
        }
        return some;
    }
}
