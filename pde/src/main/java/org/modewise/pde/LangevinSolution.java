package org.modewise.pde;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.CompensatedSum;
import org.modewise.core.internal.FieldAccess;

/**
 * p(·,t) = e^{-V/2D} Σ cₖe^{-λₖt}φₖ: the density of a {@link Langevin} process at any time, from the eigenvectors of its grid.
 * It has no array tier: beside products with their matrices, a new field costs nothing. Immutable, safe to share between
 * threads.
 */
public final class LangevinSolution implements Solution<Field2D> {
    /** Nodes of a plane whose potential is no sum over the axes. */
    static final int MOST_NODES = 1024;

    /** Nodes of one axis. */
    private static final int MOST_ON_AXIS = 2048;

    /** The largest error of p₀'s own that is put up with, as a share of mass 1. */
    private static final double MOST_START_ERROR = 1e-6;

    private final Field2D initial;
    private final WittenLaplacian x;
    /** Null on a line, and where x is the whole plane. */
    private final WittenLaplacian y;
    /** √(e^{-V/D}/Z), of norm 1. */
    private final double[] ground;

    private final double[] psi;
    private final double startError;

    private LangevinSolution(Field2D initial, WittenLaplacian x, WittenLaplacian y) {
        this.initial = initial;
        this.x = x;
        this.y = y;
        int nx = initial.grid().nx();
        this.ground = new double[initial.grid().size()];
        Arrays.setAll(ground, k -> y == null ? x.ground()[k] : x.ground()[k % nx] * y.ground()[k / nx]);
        this.psi = new double[ground.length];
        this.startError = start();
        if (!(startError <= MOST_START_ERROR)) {
            throw new IllegalArgumentException("p0 must not start where exp(-V/2D) is so small that "
                    + (float) startError + " of its mass would be lost; a smaller grid or a larger D helps");
        }
    }

    /**
     * ψ = p₀e^{V/2D} without what is so high up the walls that its rounding would drown the rest: as much of the mass is left
     * out as makes the sum of both errors least, and comes back as a share of the stationary density.
     */
    private double start() {
        double[] samples = FieldAccess.values(initial);
        double cell = LineGrids.cell(initial.grid());
        double noise = 0;
        for (int k = 0; k < psi.length; k++) {
            psi[k] = samples[k] == 0 ? 0 : samples[k] / ground[k];
            noise += Math.ulp(1.0) * ground[k] * cell;
        }
        Integer[] highest = IntStream.range(0, psi.length).boxed().toArray(Integer[]::new);
        Arrays.sort(highest, Comparator.comparingDouble(k -> -Math.abs(psi[k])));
        double least = Double.POSITIVE_INFINITY;
        double moved = 0;
        int cut = 0;
        for (int k = 0; k < highest.length; k++) {
            double error = 2 * moved + noise * Math.abs(psi[highest[k]]);
            if (error < least) {
                least = error;
                cut = k;
            }
            moved += Math.abs(samples[highest[k]]) * cell;
        }
        double removed = 0;
        for (int k = 0; k < cut; k++) {
            removed += samples[highest[k]] * cell;
            psi[highest[k]] = 0;
        }
        double square = 0;
        for (double value : ground) {
            square += value * value * cell;
        }
        for (int k = 0; k < psi.length; k++) {
            psi[k] += removed / square * ground[k];
        }
        return least;
    }

    static LangevinSolution axes(Field2D density, DoubleUnaryOperator x, DoubleUnaryOperator y, double diffusivity) {
        Grid2D grid = density.grid();
        check(Math.max(grid.nx(), grid.ny()), MOST_ON_AXIS, "an axis");
        WittenLaplacian alongX = new WittenLaplacian(
                grid.nx(), grid.lx(), 1, 1, (k, dx, dy) -> x.applyAsDouble(grid.x(k) + dx), diffusivity);
        WittenLaplacian alongY = y == null
                ? null
                : new WittenLaplacian(
                        grid.ny(), grid.ly(), 1, 1, (k, dx, dy) -> y.applyAsDouble(grid.y(k) + dx), diffusivity);
        return new LangevinSolution(density, alongX, alongY);
    }

    static LangevinSolution plane(Field2D density, DoubleBinaryOperator potential, double diffusivity) {
        Grid2D grid = density.grid();
        int nx = grid.nx();
        check(grid.size(), MOST_NODES, "a plane with a potential that is no sum over the axes");
        WittenLaplacian.Potential around =
                (k, dx, dy) -> potential.applyAsDouble(grid.x(k % nx) + dx, grid.y(k / nx) + dy);
        return new LangevinSolution(
                density, new WittenLaplacian(nx, grid.lx(), grid.ny(), grid.ly(), around, diffusivity), null);
    }

    private static void check(int nodes, int most, String of) {
        if (nodes > most) {
            throw new IllegalArgumentException(of + " must have at most " + most + " nodes, got " + nodes);
        }
    }

    /**
     * The density at a time.
     *
     * @param t time since the initial density, at least 0
     * @return p(·,t)
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite
     */
    @Override
    public Field2D at(double t) {
        Arguments.nonNegative(t, "t");
        if (t == 0) {
            return initial;
        }
        Grid2D grid = initial.grid();
        double[] values = psi.clone();
        if (y == null) {
            x.propagate(t, values, 1, 0, 1);
        } else {
            x.propagate(t, values, 1, grid.nx(), grid.ny());
            y.propagate(t, values, grid.nx(), 1, grid.nx());
        }
        for (int k = 0; k < values.length; k++) {
            values[k] *= ground[k];
        }
        return FieldAccess.wrap(grid, values);
    }

    /**
     * What is left as t → ∞, with the mass 1.
     *
     * @return e^{-V/D}/Z, Z by the trapezoidal rule
     */
    public Field2D stationary() {
        double cell = LineGrids.cell(initial.grid());
        double[] values = new double[ground.length];
        Arrays.setAll(values, k -> ground[k] * ground[k] / cell);
        return FieldAccess.wrap(initial.grid(), values);
    }

    /**
     * How far the density at a time is from a probability density: ∫p(·,t) - 1.
     *
     * @param t time since the initial density, at least 0
     * @return the error of the mass, of either sign
     * @throws IllegalArgumentException as {@link #at}
     */
    public double massError(double t) {
        double cell = LineGrids.cell(initial.grid());
        CompensatedSum sum = new CompensatedSum();
        sum.add(-1);
        for (double value : FieldAccess.values(at(t))) {
            sum.add(value * cell);
        }
        return sum.value();
    }

    /**
     * λ₁, the rate at which the slowest perturbation of the stationary density decays: over a high barrier, Kramers' rate.
     *
     * @return the smallest positive eigenvalue of H, 1/time
     */
    public double relaxationRate() {
        double rate = second(x.eigenvalues());
        return y == null ? rate : Math.min(rate, second(y.eigenvalues()));
    }

    private static double second(double[] eigenvalues) {
        double[] sorted = eigenvalues.clone();
        Arrays.sort(sorted);
        return sorted.length == 1 ? Double.POSITIVE_INFINITY : sorted[1];
    }

    /**
     * √p∞·H√p∞ for √p∞ of norm 1, before it is made 0: the error of the grid's smallest eigenvalue. Above 1e-8 or so the grid
     * is too coarse or too small for V.
     *
     * @return the modulus of the residual, 1/time
     */
    public double residual() {
        return y == null ? x.residual() : x.residual() + y.residual();
    }

    /**
     * An estimate of ∫|error| from the initial density. What it has high up a wall, ψ = p₀e^{V/2D} blows up, rounding and all:
     * such faint tails are left out and their mass spread over the rest, as little as makes both errors together least.
     *
     * @return the error, in mass; 1e-15 or so where p₀ falls as fast as e^{-V/2D}
     */
    public double startError() {
        return startError;
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the relaxation rate
     */
    @Override
    public String toString() {
        return "LangevinSolution[" + initial.grid().nx() + "x" + initial.grid().ny() + ", relaxation rate "
                + (float) relaxationRate() + "]";
    }
}
