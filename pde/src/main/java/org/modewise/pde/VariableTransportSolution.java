package org.modewise.pde;

import java.util.concurrent.Executor;
import org.modewise.core.Field2D;
import org.modewise.fft.RealFft2D;

/**
 * u(x,t) = u₀(X), X the beginning of the path that leads to x: the solution of {@link VariableTransport}, which follows
 * the paths of all nodes anew for each t. Immutable, safe to share between threads if the functions of the velocity
 * are.
 */
public final class VariableTransportSolution extends PathSolution {
    VariableTransportSolution(Characteristics paths) {
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
    public VariableTransportSolution parallel(Executor executor, int parallelism) {
        return new VariableTransportSolution(paths().parallel(executor, parallelism));
    }

    /**
     * How far the solution can be trusted at a time: {@link Solution#certificate}. The error counts what the paths are off
     * by, as finer ones show it, and the fine waves of the data where the paths carry them. The range is kept,
     * mean and energy too if the velocity is {@link Velocity#divergenceFree()}. Nyquist waves count as tail, not as
     * aliased; the amplification of a value is 1.
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
     * By how much samples of the solution leave the range of those of the initial data: the maximum principle, which
     * holds but for what the interpolant overshoots between the nodes. Little of a smooth field, some tenths of an
     * edge.
     *
     * @param t time since the initial data
     * @return max(0, max u(·,t) - max u₀, min u₀ - min u(·,t)), over the samples
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    public double rangeDefect(double t) {
        Field2D initial = paths().initial();
        Field2D u = at(t);
        return Math.max(0, Math.max(u.max() - initial.max(), initial.min() - u.min()));
    }
}
