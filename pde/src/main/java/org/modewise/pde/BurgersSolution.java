package org.modewise.pde;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.Workers;

/**
 * u(x,t) of {@link Burgers} on every row, at any t ≥ 0. At t = 0 it is u₀, to the bit. Immutable, safe to share between
 * threads.
 */
public final class BurgersSolution implements Solution<Field2D> {
    private final Burgers equation;
    private final Field2D initial;
    private final SimilarityUnits units;
    private final ColeHopfLine[] rows;
    private final Workers workers;

    BurgersSolution(Burgers equation, Field2D initial, SolutionMethod forced) {
        Arguments.finite(initial, "u0");
        this.equation = equation;
        this.initial = initial;
        Grid2D grid = initial.grid();
        double size = initial.maxNorm();
        SimilarityUnits.require(size, "u0");
        this.units = SimilarityUnits.ofVelocity(grid, true, size, equation.viscosity());
        double length = units.grid(grid).lx();
        double viscosity = units.viscosity(equation.viscosity());
        RealFft2D plan = TrigonometricLine.plan(grid.nx(), length);
        KernelFrames frames = new KernelFrames(grid.nx(), length);
        this.rows = new ColeHopfLine[grid.ny()];
        double[] values = initial.toArray();
        units.velocity(values);
        Arrays.setAll(
                rows,
                j -> new ColeHopfLine(
                        units, PotentialLine.ofVelocity(viscosity, plan, values, j * grid.nx()), frames, forced));
        this.workers = Workers.CALLER;
    }

    private BurgersSolution(BurgersSolution solution, Workers workers) {
        this.equation = solution.equation;
        this.initial = solution.initial;
        this.units = solution.units;
        this.rows = solution.rows;
        this.workers = workers;
    }

    /**
     * The same solution on more threads: the caller's own, and up to {@code parallelism - 1} tasks of an executor at a time,
     * as in {@link RealFft2D#parallel}, whose promises hold here too: the same bits on any number of threads, an executor
     * that is busy, full or shut down blocks nothing, and no task works on when a call has returned. Rows are
     * shared, so a line alone is not. Each call allocates a little.
     *
     * @param executor lends its threads; it stays the caller's, to be shut down or not
     * @param parallelism the number of threads of a call at most, at least 1; 1 asks for none of the executor's
     * @return a solution that shares everything else with this one
     * @throws IllegalArgumentException if {@code parallelism} is below 1
     */
    public BurgersSolution parallel(Executor executor, int parallelism) {
        return new BurgersSolution(this, FrameWorkers.of(executor, parallelism));
    }

    /**
     * How many threads a call uses at most.
     *
     * @return the number of threads, 1 unless {@link #parallel} has been asked for more
     */
    public int parallelism() {
        return workers.parallelism();
    }

    /**
     * The equation that is solved.
     *
     * @return the equation
     */
    public Burgers equation() {
        return equation;
    }

    /**
     * The grid of the solution.
     *
     * @return the grid of the initial data
     */
    public Grid2D grid() {
        return initial.grid();
    }

    /**
     * The solution at a time.
     *
     * @param t time since the initial data, at least 0
     * @return u(·,t); at a shock of an inviscid solution its limit from the left
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite, a mean times t is not finite, or a forced
     *     method cannot reach it
     */
    @Override
    public Field2D at(double t) {
        double[] values = new double[grid().size()];
        at(t, values);
        return FieldAccess.wrap(grid(), values);
    }

    /**
     * The solution at a time, into the caller's array, without allocating once a call has been made in the same phase of
     * the solution: the first one plans its transforms.
     *
     * @param t time since the initial data, at least 0
     * @param values nx·ny doubles or more, overwritten row by row
     * @throws IllegalArgumentException as {@link #at(double)}, and if the array is too short, before it is written to
     */
    public void at(double t, double[] values) {
        Arguments.nonNegative(t, "t");
        Arguments.length(values, grid().size(), "values");
        if (t == 0) {
            System.arraycopy(FieldAccess.values(initial), 0, values, 0, grid().size());
            return;
        }
        for (ColeHopfLine row : rows) {
            row.check(t);
        }
        if (workers.parallelism() > 1) {
            workers.run(rows.length, j -> row(j, t, values));
            return;
        }
        // Without a lambda, which would be allocated.
        for (int j = 0; j < rows.length; j++) {
            row(j, t, values);
        }
    }

    private void row(int j, double t, double[] values) {
        int from = j * grid().nx();
        rows[j].at(t, null, values, from);
        units.velocityBack(values, from, grid().nx());
    }

    /**
     * How the solution is computed at a time: of all rows' methods the last in the order of {@link SolutionMethod}.
     *
     * @param t time since the initial data, at least 0
     * @return the method
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite
     */
    public SolutionMethod method(double t) {
        Arguments.nonNegative(t, "t");
        SolutionMethod last = SolutionMethod.MULTIPLIER;
        for (ColeHopfLine row : rows) {
            SolutionMethod method = row.method(t);
            last = method.compareTo(last) > 0 ? method : last;
        }
        return last;
    }

    /**
     * An estimate of max|error| at a time, as a share of max|u₀ - mean|, from rounding and what the method leaves out. In the
     * middle of a shock, where u_x is of the order Δu²/8ν, u depends on rounding more than anywhere: the estimate is for
     * there.
     *
     * @param t time since the initial data, at least 0
     * @return the relative error, of the worst row
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite
     */
    public double errorEstimate(double t) {
        Arguments.nonNegative(t, "t");
        return t == 0
                ? 0
                : Arrays.stream(rows)
                        .mapToDouble(row -> row.errorEstimate(t))
                        .max()
                        .orElseThrow();
    }

    /**
     * When the inviscid solution breaks: 1/max(-u₀'), the first of all rows.
     *
     * @return the time of the first shock; infinite if every row is constant
     */
    public double shockTime() {
        return Arrays.stream(rows).mapToDouble(row -> row.shockTime()).min().orElseThrow();
    }

    /**
     * The shocks of the inviscid solution in one row.
     *
     * @param t time since the initial data, positive
     * @param row the row, 0 ≤ row &lt; ny
     * @return the shocks in the order of the nodes that they are behind; two between the same two nodes count as one
     * @throws IllegalArgumentException if {@code t} is not positive and finite, or ν &gt; 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public List<Shock> shocks(double t, int row) {
        Arguments.positive(t, "t");
        if (equation.viscosity() > 0) {
            throw new IllegalArgumentException("viscosity must be 0 for shocks, got " + equation.viscosity());
        }
        return rows[Objects.checkIndex(row, rows.length)].shocks(t, grid().x0());
    }

    /**
     * Σ|u_(i+1) - u_i| around one row: the total variation of its samples, which the exact one, never growing, bounds from
     * above.
     *
     * @param t time since the initial data, at least 0
     * @param row the row, 0 ≤ row &lt; ny
     * @return the total variation
     * @throws IllegalArgumentException as {@link #at(double)}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double totalVariation(double t, int row) {
        Objects.checkIndex(row, rows.length);
        Field2D u = at(t);
        double sum = 0;
        int n = grid().nx();
        for (int i = 0; i < n; i++) {
            sum += Math.abs(u.get((i + 1) % n, row) - u.get(i, row));
        }
        return sum;
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the viscosity
     */
    @Override
    public String toString() {
        return "BurgersSolution[" + grid().nx() + "x" + grid().ny() + ", viscosity " + (float) equation.viscosity()
                + "]";
    }
}
