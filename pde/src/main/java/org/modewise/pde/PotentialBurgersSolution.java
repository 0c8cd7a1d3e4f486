package org.modewise.pde;

import java.util.concurrent.Executor;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.Workers;

/**
 * u(x,t) of {@link PotentialBurgers} at any t ≥ 0. At t = 0 it is u₀, to the bit. Immutable, safe to share between threads.
 */
public final class PotentialBurgersSolution implements Solution<VectorField2D> {
    /** The largest difference from a gradient field, as a share of what varies. */
    private static final double TOLERANCE = 1e-11;
    /** What rounding may add, as a share of the largest component. */
    private static final double ROUNDING = 16 * Math.ulp(1.0);

    private final PotentialBurgers equation;
    private final VectorField2D initial;
    private final SimilarityUnits units;
    private final ColeHopfPlane plane;
    private final Workers workers;

    PotentialBurgersSolution(PotentialBurgers equation, VectorField2D initial, SolutionMethod forced) {
        if (initial == null) {
            throw new NullPointerException("u0");
        }
        Arguments.finite(initial.x(), "u0.x");
        Arguments.finite(initial.y(), "u0.y");
        this.equation = equation;
        this.initial = initial;
        double size = Math.max(initial.x().maxNorm(), initial.y().maxNorm());
        SimilarityUnits.require(size, "u0");
        this.units = SimilarityUnits.ofVelocity(initial.grid(), false, size, equation.viscosity());
        VectorField2D scaled = new VectorField2D(scaled(initial.x()), scaled(initial.y()));
        HelmholtzProjection projection = HelmholtzProjection.of(scaled);
        checkGradient(scaled, projection);
        double[] drift = {projection.mean(0), projection.mean(1)};
        TrigonometricPlane[] gradient = {projection.gradient(0), projection.gradient(1)};
        double[][] samples = {scaled.x().toArray(), scaled.y().toArray()};
        double viscosity = units.viscosity(equation.viscosity());
        this.plane = new ColeHopfPlane(
                units,
                PotentialPlane.ofVelocity(viscosity, drift, projection.potentialPlane(), gradient, samples),
                forced);
        this.workers = Workers.CALLER;
    }

    private PotentialBurgersSolution(PotentialBurgersSolution solution, Workers workers) {
        this.equation = solution.equation;
        this.initial = solution.initial;
        this.units = solution.units;
        this.plane = solution.plane;
        this.workers = workers;
    }

    private Field2D scaled(Field2D component) {
        double[] values = component.toArray();
        units.velocity(values);
        return FieldAccess.wrap(units.grid(component.grid()), values);
    }

    private void checkGradient(VectorField2D scaled, HelmholtzProjection projection) {
        VectorField2D rest = projection.solenoidal();
        double size = Math.max(scaled.x().maxNorm(), scaled.y().maxNorm());
        double varies = Math.max(
                scaled.x().minus(projection.mean(0)).maxNorm(),
                scaled.y().minus(projection.mean(1)).maxNorm());
        double allowed = TOLERANCE * varies + ROUNDING * size;
        double most = Math.max(rest.x().maxNorm(), rest.y().maxNorm());
        if (!(most <= allowed)) {
            throw new IllegalArgumentException("u0 must be a mean and a gradient, to "
                    + (float) units.velocityBack(allowed) + ", got a rest with vorticity of "
                    + (float) units.velocityBack(most) + "; HelmholtzProjection.of(u0).irrotational() is without");
        }
    }

    /**
     * The same solution on more threads: the caller's own, and up to {@code parallelism - 1} tasks of an executor at a time,
     * as in {@link RealFft2D#parallel}, whose promises hold here too: the same bits on any number of threads, an executor
     * that is busy, full or shut down blocks nothing, and no task works on when a call has returned. Frames of
     * {@link SolutionMethod#HOPF_LAX} are shared; other methods run on the caller's thread alone. Each call allocates a
     * little.
     *
     * @param executor lends its threads; it stays the caller's, to be shut down or not
     * @param parallelism the number of threads of a call at most, at least 1; 1 asks for none of the executor's
     * @return a solution that shares everything else with this one
     * @throws IllegalArgumentException if {@code parallelism} is below 1
     */
    public PotentialBurgersSolution parallel(Executor executor, int parallelism) {
        return new PotentialBurgersSolution(this, FrameWorkers.of(executor, parallelism));
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
    public PotentialBurgers equation() {
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
     * @return u(·,t); at a shock of an inviscid solution the limit from one side
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite, a mean times t is not finite, or a forced
     *     method cannot reach it
     */
    @Override
    public VectorField2D at(double t) {
        double[] x = new double[grid().size()];
        double[] y = new double[grid().size()];
        at(t, x, y);
        return new VectorField2D(FieldAccess.wrap(grid(), x), FieldAccess.wrap(grid(), y));
    }

    /**
     * The solution at a time, into the caller's arrays, without allocating once a call has been made in the same phase of
     * the solution: the first one plans its transforms.
     *
     * @param t time since the initial data, at least 0
     * @param x nx·ny doubles or more for the component along x, overwritten row by row
     * @param y another array for that along y, as long
     * @throws IllegalArgumentException as {@link #at(double)}, and if an array is too short or both are one, before they
     *     are written to
     */
    public void at(double t, double[] x, double[] y) {
        Arguments.nonNegative(t, "t");
        Arguments.length(x, grid().size(), "x");
        Arguments.length(y, grid().size(), "y");
        if (x == y) {
            throw new IllegalArgumentException("x and y must be two arrays, got one");
        }
        if (t == 0) {
            copy(initial.x(), x);
            copy(initial.y(), y);
            return;
        }
        plane.check(t);
        plane.at(t, null, x, y, workers);
        units.velocityBack(x, 0, grid().size());
        units.velocityBack(y, 0, grid().size());
    }

    private static void copy(Field2D field, double[] values) {
        System.arraycopy(FieldAccess.values(field), 0, values, 0, field.grid().size());
    }

    /**
     * How the solution is computed at a time.
     *
     * @param t time since the initial data, at least 0
     * @return the method
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite
     */
    public SolutionMethod method(double t) {
        return plane.method(Arguments.nonNegative(t, "t"));
    }

    /**
     * An estimate of max|error| at a time, as a share of max|u₀ - c|; see {@link BurgersSolution#errorEstimate}.
     *
     * @param t time since the initial data, at least 0
     * @return the relative error
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite
     */
    public double errorEstimate(double t) {
        Arguments.nonNegative(t, "t");
        return t == 0 ? 0 : plane.errorEstimate(t);
    }

    /**
     * When the inviscid solution breaks: 1/max(-λ) over the eigenvalues λ of ∇u₀ at the nodes.
     *
     * @return the time of the first shock; infinite if the flow nowhere converges
     */
    public double shockTime() {
        return plane.shockTime();
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the viscosity
     */
    @Override
    public String toString() {
        return "PotentialBurgersSolution[" + grid().nx() + "x" + grid().ny() + ", viscosity "
                + (float) equation.viscosity() + "]";
    }
}
