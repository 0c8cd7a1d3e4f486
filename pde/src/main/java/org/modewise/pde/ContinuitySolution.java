package org.modewise.pde;

import java.util.concurrent.Executor;
import org.modewise.core.Field2D;
import org.modewise.fft.RealFft2D;

/**
 * p(x,t) = p₀(X)·det ∂X/∂x, X the beginning of the path that leads to x: the solution of a {@link ContinuityEquation},
 * which follows the paths of all nodes anew for each t. Immutable, safe to share between threads if the functions of
 * the velocity are.
 */
public final class ContinuitySolution extends PathSolution {
    ContinuitySolution(Characteristics paths) {
        super(paths);
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
        return new ContinuitySolution(paths().parallel(executor, parallelism));
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
        return new PathEvidence(paths()).certificate(t);
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
        Field2D initial = paths().initial();
        double scale = initial.maxNorm();
        if (scale == 0) {
            return 0;
        }
        double size = initial.map(p -> Math.abs(p / scale)).mean();
        return at(t).minus(initial).map(p -> p / scale).mean() / size;
    }
}
