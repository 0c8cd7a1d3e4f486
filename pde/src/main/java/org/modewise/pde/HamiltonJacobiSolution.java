package org.modewise.pde;

import java.util.Arrays;
import java.util.concurrent.Executor;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.Workers;

/**
 * Φ(x,t) of {@link HamiltonJacobi} at any t ≥ 0, and its gradient. At t = 0 it is Φ₀, to the bit. Immutable, safe to share
 * between threads.
 */
public final class HamiltonJacobiSolution implements Solution<Field2D> {
    private final HamiltonJacobi equation;
    private final Field2D initial;
    private final SimilarityUnits units;
    /** That of the solution's methods: ν in their units. */
    private final double viscosity;
    /** The middle of Φ₀, in these units, which stays what it is. It is left out of the data, whose digits it would take. */
    private final double middle;

    private final double oscillation;
    /** One of the two. */
    private final ColeHopfLine line;

    private final ColeHopfPlane plane;

    private final SolutionMethod forced;
    private final Workers workers;
    private volatile ColeHopfPlane gradientPlane;

    HamiltonJacobiSolution(HamiltonJacobi equation, Field2D initial, SolutionMethod forced) {
        Arguments.finite(initial, "phi0");
        this.equation = equation;
        this.forced = forced;
        this.workers = Workers.CALLER;
        this.initial = initial;
        SimilarityUnits.require(initial.maxNorm(), "phi0");
        double size = initial.max() - initial.min();
        this.units = SimilarityUnits.ofPotential(initial.grid(), size, equation.viscosity());
        this.viscosity = units.viscosity(equation.viscosity());
        Grid2D grid = units.grid(initial.grid());
        double[] values = initial.toArray();
        units.potential(values);
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        this.middle = 0.5 * least + 0.5 * most;
        this.oscillation = most - least;
        addTo(values, -middle);
        if (grid.ny() == 1) {
            RealFft2D plan = TrigonometricLine.plan(grid.nx(), grid.lx());
            PotentialLine data = PotentialLine.ofPotential(viscosity, plan, values, rounding());
            this.line = new ColeHopfLine(units, data, new KernelFrames(grid.nx(), grid.lx()), forced);
            this.plane = null;
        } else {
            PotentialPlane data = PotentialPlane.ofPotential(viscosity, RealFft2D.of(grid), values, rounding());
            this.line = null;
            this.plane = new ColeHopfPlane(units, data, forced);
        }
    }

    private HamiltonJacobiSolution(HamiltonJacobiSolution solution, Workers workers) {
        this.equation = solution.equation;
        this.initial = solution.initial;
        this.units = solution.units;
        this.viscosity = solution.viscosity;
        this.middle = solution.middle;
        this.oscillation = solution.oscillation;
        this.line = solution.line;
        this.plane = solution.plane;
        this.forced = solution.forced;
        this.gradientPlane = solution.gradientPlane;
        this.workers = workers;
    }

    /** Of a sample beside the middle. */
    private double rounding() {
        return 0.5 * Math.ulp(middle);
    }

    private void addTo(double[] values, double term) {
        for (int i = 0; i < grid().size(); i++) {
            values[i] += term;
        }
    }

    /**
     * The same solution on more threads: the caller's own, and up to {@code parallelism - 1} tasks of an executor at a time,
     * as in {@link RealFft2D#parallel}, whose promises hold here too: the same bits on any number of threads, an executor
     * that is busy, full or shut down blocks nothing, and no task works on when a call has returned. Frames of
     * {@link SolutionMethod#HOPF_LAX} in the plane are shared; other methods run on the caller's thread alone. Each call
     * allocates a little.
     *
     * @param executor lends its threads; it stays the caller's, to be shut down or not
     * @param parallelism the number of threads of a call at most, at least 1; 1 asks for none of the executor's
     * @return a solution that shares with this one what it has prepared so far; of data with waves at Nyquist that includes
     *     the finer grid of the gradient only if that, or a forced method's frame, has been asked for
     * @throws IllegalArgumentException if {@code parallelism} is below 1
     */
    public HamiltonJacobiSolution parallel(Executor executor, int parallelism) {
        return new HamiltonJacobiSolution(this, FrameWorkers.of(executor, parallelism));
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
    public HamiltonJacobi equation() {
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
     * @return Φ(·,t)
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite, or a forced method cannot reach it
     *     or its gradient, which takes a finer grid where Φ₀ has a wave at Nyquist
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
        } else if (line != null) {
            line.check(t);
            line.at(t, values, null, 0);
            addTo(values, middle);
            units.potentialBack(values, grid().size());
        } else {
            check(t);
            plane.at(t, values, null, null, workers);
            addTo(values, middle);
            units.potentialBack(values, grid().size());
        }
    }

    /** A method that is forced must reach the gradient's plane too, so that Φ and ∇Φ are refused alike. */
    private void check(double t) {
        plane.check(t);
        if (forced != null) {
            gradientPlane().check(t);
        }
    }

    /**
     * The gradient at a time: u = ∇Φ, which solves {@link PotentialBurgers}. It is no derivative of {@link #at}, but as
     * exact as that.
     *
     * @param t time since the initial data, at least 0
     * @return ∇Φ(·,t); on a kink of an inviscid solution the limit from one side
     * @throws IllegalArgumentException as {@link #at(double)}, and if slopes may be as large as 2^1020
     */
    public VectorField2D gradient(double t) {
        Arguments.nonNegative(t, "t");
        if (!units.areOne()) {
            units.requireSlope(
                    line != null ? line.speed() : gradientPlane().data().speed());
        }
        if (t == 0) {
            return Derivatives.gradient(initial);
        }
        double[] x = new double[grid().size()];
        double[] y = new double[grid().size()];
        if (line != null) {
            line.check(t);
            line.at(t, null, x, 0);
        } else {
            check(t);
            ColeHopfPlane source = gradientPlane();
            if (source == plane) {
                source.at(t, null, x, y, workers);
            } else {
                every(source, t, x, y);
            }
        }
        units.velocityBack(x, 0, x.length);
        units.velocityBack(y, 0, y.length);
        return new VectorField2D(FieldAccess.wrap(grid(), x), FieldAccess.wrap(grid(), y));
    }

    /** A wave at Nyquist has a gradient between the nodes, for which there is room on twice as fine a grid alone. */
    private ColeHopfPlane gradientPlane() {
        ColeHopfPlane known = gradientPlane;
        if (known == null) {
            TrigonometricPlane phi = plane.data().potentialPlane();
            known = plane;
            if (phi.reachesNyquist()) {
                RealFft2D finer = RealFft2D.of(twice(phi.grid()));
                double[] values = phi.on(finer).sample();
                PotentialPlane data = PotentialPlane.ofPotential(viscosity, finer, values, rounding());
                known = new ColeHopfPlane(units, data, forced);
            }
            gradientPlane = known;
        }
        return known;
    }

    private static Grid2D twice(Grid2D grid) {
        return new Grid2D(2 * grid.nx(), 2 * grid.ny(), grid.x0(), grid.y0(), grid.lx(), grid.ly());
    }

    private void every(ColeHopfPlane source, double t, double[] x, double[] y) {
        int nx = grid().nx();
        double[] fineX = new double[4 * x.length];
        double[] fineY = new double[4 * x.length];
        source.at(t, null, fineX, fineY, workers);
        for (int k = 0; k < x.length; k++) {
            int at = 4 * nx * (k / nx) + 2 * (k % nx);
            x[k] = fineX[at];
            y[k] = fineY[at];
        }
    }

    /**
     * How the solution is computed at a time.
     *
     * @param t time since the initial data, at least 0
     * @return the method
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite
     */
    public SolutionMethod method(double t) {
        Arguments.nonNegative(t, "t");
        return line != null ? line.method(t) : plane.method(t);
    }

    /**
     * An estimate of the error at a time, from rounding and what the method leaves out: that of Φ as a share of osc Φ₀, and
     * of ∇Φ as a share of max|∇Φ₀|.
     *
     * @param t time since the initial data, at least 0
     * @return the relative error
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite
     */
    public double errorEstimate(double t) {
        Arguments.nonNegative(t, "t");
        if (t == 0) {
            return 0;
        }
        double offset = oscillation > 0 ? Math.ulp(middle) / oscillation : 0;
        double error = line != null ? line.errorEstimate(t) : plane.errorEstimate(t);
        return Math.min(1, offset + units.endOfPotential(oscillation) + error);
    }

    /**
     * When the first kink of the inviscid solution forms: 1/max(-λ) over the eigenvalues λ of Φ₀'', on a line between the
     * nodes too.
     *
     * @return the time; infinite if Φ₀ is constant
     */
    public double kinkTime() {
        return line != null ? line.shockTime() : plane.shockTime();
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the viscosity
     */
    @Override
    public String toString() {
        return "HamiltonJacobiSolution[" + grid().nx() + "x" + grid().ny() + ", viscosity "
                + (float) equation.viscosity() + "]";
    }
}
