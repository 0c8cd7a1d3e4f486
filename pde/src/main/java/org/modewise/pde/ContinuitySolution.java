package org.modewise.pde;

import java.util.concurrent.Executor;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

/**
 * p(x,t) = p₀(X)·det ∂X/∂x, X the beginning of the path that leads to x: the solution of a {@link ContinuityEquation},
 * which follows the paths of all nodes anew for each t. Immutable, safe to share between threads if the functions of
 * the velocity are.
 */
public final class ContinuitySolution implements Solution<Field2D> {
    private final Characteristics characteristics;

    ContinuitySolution(Characteristics characteristics) {
        this.characteristics = characteristics;
    }

    /**
     * The same solution on more threads, as {@link RealFft2D#parallel} says: the bits stay the same.
     *
     * @param executor lends its threads; it stays the caller's, to be shut down or not
     * @param parallelism the number of threads of a call at most, at least 1
     * @return a solution that holds the same data
     * @throws IllegalArgumentException if {@code parallelism} is below 1
     */
    public ContinuitySolution parallel(Executor executor, int parallelism) {
        return new ContinuitySolution(characteristics.parallel(executor, parallelism));
    }

    /**
     * The grid of the solution.
     *
     * @return the grid of the initial data
     */
    public Grid2D grid() {
        return characteristics.grid();
    }

    /**
     * The transform that the interpolant of the initial data has been made with.
     *
     * @return the name of its kernel
     */
    public String kernel() {
        return characteristics.kernel();
    }

    /**
     * The density at a time.
     *
     * @param t time since the initial data, of either sign
     * @return p(·,t)
     * @throws IllegalArgumentException if {@code t} is not finite; the velocity or its divergence is not finite, or at t,
     *     0.618t or 0.382t the velocity not periodic or without the divergence given, quoting it; the divergence is to be found by differences and the velocity not
     *     smooth enough for it; a path cannot be followed to the tolerance in a million evaluations, or is longer than
     *     1e9 periods; or the density overflows
     */
    @Override
    public Field2D at(double t) {
        return characteristics.at(t);
    }

    /**
     * The density at a time, into the caller's array. The integrator of the paths allocates some kB a node.
     *
     * @param t time since the initial data, of either sign
     * @param values nx·ny doubles or more, overwritten row by row; of no use if a path fails
     * @throws IllegalArgumentException as {@link #at(double)}, and if the array is too short, before it is written to
     */
    public void at(double t, double[] values) {
        characteristics.at(t, values);
    }

    /**
     * How far the solution can be trusted at a time: {@link Solution#certificate}. The error counts what the paths are off
     * by, as finer ones show it, and the fine waves of the data where the paths carry them. The mass is kept, of
     * what has left the rectangle of a velocity on the plane too, and so is the sign; range and energy if the velocity is
     * {@link Velocity#divergenceFree()}. Nyquist waves count as tail, not as aliased; the amplification is the largest
     * det ∂X/∂x.
     *
     * @param t time since the initial data, of either sign
     * @return the figures
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    @Override
    public Certificate certificate(double t) {
        return new PathEvidence(characteristics).certificate(t);
    }

    /**
     * The mass that the samples have gained or lost, which tells how well the grid resolves the density, and what has
     * left the rectangle of a velocity on the plane.
     *
     * @param t time since the initial data
     * @return (∫p(·,t) - ∫p₀) / ∫|p₀|, by the sums over the samples; 0 for the zero field
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    public double massDefect(double t) {
        Field2D initial = characteristics.initial();
        double scale = initial.maxNorm();
        if (scale == 0) {
            return 0;
        }
        double size = initial.map(p -> Math.abs(p / scale)).mean();
        return at(t).minus(initial).map(p -> p / scale).mean() / size;
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid
     */
    @Override
    public String toString() {
        return "ContinuitySolution[" + grid().nx() + "x" + grid().ny() + "]";
    }
}
