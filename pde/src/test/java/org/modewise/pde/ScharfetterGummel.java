package org.modewise.pde;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** p_t = (pV′ + Dp′)′ on a periodic line by finite volumes with exact fluxes of constant slopes, and implicit midpoints. */
final class ScharfetterGummel {
    private static final int STEPS = 400;

    private final double[] up;
    private final double[] down;

    private ScharfetterGummel(DoubleUnaryOperator v, double d, Grid2D grid) {
        int n = grid.nx();
        up = new double[n];
        down = new double[n];
        for (int i = 0; i < n; i++) {
            double rise = v.applyAsDouble(grid.x((i + 1) % n)) - v.applyAsDouble(grid.x(i));
            up[i] = d / Waves.sq(grid.dx()) * bernoulli(rise / d);
            down[i] = d / Waves.sq(grid.dx()) * bernoulli(-rise / d);
        }
    }

    private static double bernoulli(double x) {
        return Math.abs(x) < 1e-8 ? 1 - 0.5 * x : x / Math.expm1(x);
    }

    /** At the grid's nodes, extrapolated from cells 8 and 16 times as many, and in time. */
    static double[] extrapolated(
            DoubleUnaryOperator v, double d, Grid2D grid, double t, Function<Grid2D, Field2D> start) {
        double[] coarse = solve(v, d, finer(grid, 8), t, start);
        double[] fine = solve(v, d, finer(grid, 16), t, start);
        double[] density = new double[grid.nx()];
        for (int i = 0; i < density.length; i++) {
            density[i] = (4 * fine[16 * i] - coarse[8 * i]) / 3;
        }
        return density;
    }

    private static Grid2D finer(Grid2D grid, int times) {
        return Grid2D.line(times * grid.nx(), grid.x0(), grid.lx());
    }

    private static double[] solve(
            DoubleUnaryOperator v, double d, Grid2D grid, double t, Function<Grid2D, Field2D> start) {
        ScharfetterGummel volumes = new ScharfetterGummel(v, d, grid);
        double[] few = volumes.steps(start.apply(grid).toArray(), t, STEPS);
        double[] many = volumes.steps(start.apply(grid).toArray(), t, 2 * STEPS);
        for (int i = 0; i < many.length; i++) {
            many[i] = (4 * many[i] - few[i]) / 3;
        }
        return many;
    }

    private double[] steps(double[] p, double t, int steps) {
        int n = p.length;
        double half = 0.5 * t / steps;
        double[] before = new double[n];
        double[] middle = new double[n];
        double[] after = new double[n];
        for (int i = 0; i < n; i++) {
            before[i] = -half * up[(i + n - 1) % n];
            middle[i] = 1 + half * (up[i] + down[(i + n - 1) % n]);
            after[i] = -half * down[i];
        }
        double[] density = p;
        for (int step = 0; step < steps; step++) {
            // The midpoint's density by an implicit half step; the whole step goes through it.
            double[] centre = cyclic(before, middle, after, density);
            for (int i = 0; i < n; i++) {
                centre[i] = 2 * centre[i] - density[i];
            }
            density = centre;
        }
        return density;
    }

    /** Sherman and Morrison's formula for the corners. */
    private static double[] cyclic(double[] before, double[] middle, double[] after, double[] right) {
        int n = right.length;
        double gamma = -middle[0];
        double[] diagonal = middle.clone();
        diagonal[0] -= gamma;
        diagonal[n - 1] -= after[n - 1] * before[0] / gamma;
        double[] corners = new double[n];
        corners[0] = gamma;
        corners[n - 1] = after[n - 1];
        double[] x = tridiagonal(before, diagonal, after, right);
        double[] z = tridiagonal(before, diagonal, after, corners);
        double factor = (x[0] + before[0] * x[n - 1] / gamma) / (1 + z[0] + before[0] * z[n - 1] / gamma);
        for (int i = 0; i < n; i++) {
            x[i] -= factor * z[i];
        }
        return x;
    }

    private static double[] tridiagonal(double[] before, double[] middle, double[] after, double[] right) {
        int n = right.length;
        double[] ratio = new double[n];
        double[] x = new double[n];
        double pivot = middle[0];
        x[0] = right[0] / pivot;
        for (int i = 1; i < n; i++) {
            ratio[i] = after[i - 1] / pivot;
            pivot = middle[i] - before[i] * ratio[i];
            x[i] = (right[i] - before[i] * x[i - 1]) / pivot;
        }
        for (int i = n - 2; i >= 0; i--) {
            x[i] -= ratio[i + 1] * x[i + 1];
        }
        return x;
    }
}
