package org.modewise.pde;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.CompensatedSum;
import org.modewise.core.internal.FieldAccess;

/**
 * p(·,t) = e^{-V/2D} Σ cₖe^{-λₖt}φₖ: the density of a {@link Langevin} process at any time, from the eigenvectors of its grid.
 * Until {@link #handover} p₀ itself is moved, by exponentials of the generator. It has no array tier: beside products with
 * their matrices, a new field costs nothing. Immutable, safe to share between threads.
 */
public final class LangevinSolution implements Solution<Field2D> {
    /** Nodes of a plane whose potential is no sum over the axes. */
    static final int MOST_NODES = 1024;

    /** Nodes of one axis. */
    private static final int MOST_ON_AXIS = 2048;

    /** What of the largest value of a density may be wrong, or negative. */
    private static final double TOLERANCE = 1e-8;

    private final Field2D initial;
    private final boolean nonNegative;
    private final LangevinOperator operator;
    private final LangevinStart start;
    private final NyquistShare nyquist;

    private LangevinSolution(Field2D initial, LangevinOperator operator) {
        this.initial = initial;
        this.nonNegative = initial.min() >= -TOLERANCE * initial.maxNorm();
        this.operator = operator;
        this.nyquist = new NyquistShare(initial.grid());
        double unresolved = unresolved(FieldAccess.wrap(initial.grid(), operator.ground()));
        if (!(unresolved <= TOLERANCE)) {
            throw new IllegalArgumentException(
                    "V must be periodic, or high at the edges, and exp(-V/2D) no narrower than "
                            + "the grid resolves, got waves at Nyquist of " + (float) unresolved
                            + " of its peak; a finer or a wider grid helps");
        }
        this.start = LangevinStart.of(operator, FieldAccess.values(initial));
        if (!(start.disagreement() <= TOLERANCE)) {
            throw new IllegalArgumentException(
                    "the grid must resolve p0 and exp(-V/2D), got two computations that differ by "
                            + (float) start.disagreement()
                            + " of the peak; a finer grid, one that ends where V is lower, or a p0 "
                            + "that vanishes at its edges helps");
        }
    }

    static LangevinSolution axes(Field2D density, DoubleUnaryOperator x, DoubleUnaryOperator y, double diffusivity) {
        Grid2D grid = density.grid();
        check(Math.max(grid.nx(), grid.ny()), MOST_ON_AXIS, "an axis");
        LocalPotential.Potential alongX = (k, dx, dy) -> x.applyAsDouble(grid.x(k) + dx);
        LangevinOperator operator = y == null
                ? LangevinOperator.whole(grid, alongX, diffusivity)
                : LangevinOperator.axes(grid, alongX, (k, dx, dy) -> y.applyAsDouble(grid.y(k) + dx), diffusivity);
        return new LangevinSolution(density, operator);
    }

    static LangevinSolution plane(Field2D density, DoubleBinaryOperator potential, double diffusivity) {
        Grid2D grid = density.grid();
        int nx = grid.nx();
        check(grid.size(), MOST_NODES, "a plane with a potential that is no sum over the axes");
        return new LangevinSolution(
                density,
                LangevinOperator.whole(
                        grid,
                        (k, dx, dy) -> potential.applyAsDouble(grid.x(k % nx) + dx, grid.y(k / nx) + dy),
                        diffusivity));
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
     * @return p(·,t), at t = 0 p₀ itself
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite, or {@link #errorEstimate} is above 1e-8
     */
    @Override
    public Field2D at(double t) {
        Estimated result = estimated(t);
        if (!(result.error <= TOLERANCE)) {
            throw new IllegalArgumentException(
                    "the grid must resolve the density at t = " + (float) t + ", got an error of "
                            + (float) result.error + " of its peak; a later t, or a finer or a wider grid helps");
        }
        return result.density;
    }

    /** A density and its error as a share of its peak. */
    private record Estimated(Field2D density, double error) {}

    private Estimated estimated(double t) {
        Arguments.nonNegative(t, "t");
        if (t == 0) {
            return new Estimated(initial, 0);
        }
        if (t <= start.time()) {
            Field2D density = FieldAccess.wrap(initial.grid(), start.early().at(t));
            return new Estimated(density, Math.max(nyquist.of(density), negative(density)));
        }
        double[] values = start.psi().clone();
        operator.decay(t - start.time(), values);
        Field2D psi = FieldAccess.wrap(initial.grid(), values);
        Field2D density = psi.times(FieldAccess.wrap(initial.grid(), operator.ground()));
        double error = Math.max(unresolved(psi), negative(density));
        double relaxed = t * operator.relaxationRate();
        double slow = operator.rateError() * Math.min(1, relaxed) * Math.exp(-Math.min(relaxed, 100));
        return new Estimated(density, Math.max(error, Math.max(slow, start.disagreement())));
    }

    /** ψ is wider than p, and p is smaller at edges where V is not quite periodic: the better of the two counts. */
    private double unresolved(Field2D psi) {
        return Math.min(nyquist.of(psi), nyquist.of(psi.times(FieldAccess.wrap(initial.grid(), operator.ground()))));
    }

    private double negative(Field2D density) {
        double largest = density.maxNorm();
        return nonNegative && largest > 0 ? Math.max(0, -density.min() / largest) : 0;
    }

    /**
     * An estimate of max|error| as a share of the density's peak: waves at Nyquist; what is negative, if p₀ is not; and, from
     * {@link #handover} on, how far the two computations were apart, and what is uncertain of the relaxation rate.
     *
     * @param t time since the initial density, at least 0
     * @return the largest of them; 0 at t = 0
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite
     */
    public double errorEstimate(double t) {
        return estimated(t).error;
    }

    /**
     * The time from which on densities are sums of eigenvectors. Before, p₀ may be too large up the walls for that.
     *
     * @return a time, 0 or more
     */
    public double handover() {
        return start.time();
    }

    /**
     * What is left as t → ∞, with the mass 1.
     *
     * @return e^{-V/D}/Z, Z by the trapezoidal rule
     */
    public Field2D stationary() {
        double cell = LineGrids.cell(initial.grid());
        double[] ground = operator.ground();
        double[] values = new double[ground.length];
        Arrays.setAll(values, k -> ground[k] * ground[k] / cell);
        return FieldAccess.wrap(initial.grid(), values);
    }

    /**
     * How far the density at a time is from a probability density: ∫p(·,t) - 1.
     *
     * @param t time since the initial density, at least 0
     * @return the error of the mass, of either sign
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite
     */
    public double massError(double t) {
        double cell = LineGrids.cell(initial.grid());
        CompensatedSum sum = new CompensatedSum();
        sum.add(-1);
        for (double value : FieldAccess.values(estimated(t).density)) {
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
        return operator.relaxationRate();
    }

    /**
     * √p∞·H√p∞ for √p∞ of norm 1, before it is made 0: the error of the grid's smallest eigenvalue. Above 1e-8 or so the grid
     * is too coarse or too small for V.
     *
     * @return the modulus of the residual, 1/time
     */
    public double residual() {
        return operator.residual();
    }

    /**
     * An estimate of ∫|error| from beginning with eigenvectors at {@link #handover}: where e^{-V/D} is so faint that p divided
     * by it would be noise, the mass is moved to where it is not.
     *
     * @return the error, in mass
     */
    public double startError() {
        return start.moved() * LineGrids.cell(initial.grid());
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
