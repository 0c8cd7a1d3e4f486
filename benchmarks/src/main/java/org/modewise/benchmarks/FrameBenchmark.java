package org.modewise.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One frame, û(·,0) → u(·,t), of every equation, beside the inverse transform that it cannot do without. The kernel is the
 * VM's choice, or that of {@code -Dmodewise.kernel}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class FrameBenchmark {
    private static final int TIMES = 100;

    /** Samples along each axis. */
    @Param("128")
    public int n;

    /** Whose frame. */
    @Param
    public FrameMember member;

    /** The last of the times, all in turn: at 1e-3 no wave has decayed beyond notice, at 0.1 most have. */
    @Param({"1e-3", "0.1"})
    public double until;

    private FrameMember.Frame frame;
    private double[][] values;
    private int step;

    /** Solves. */
    @Setup
    public void solve() {
        frame = member.solve(n);
        values = new double[2][n * n];
    }

    /** Checks that no infinity or NaN, which take times of their own, has come up. */
    @TearDown
    public void check() {
        if (!Arrays.stream(values[0]).allMatch(Double::isFinite)) {
            throw new IllegalStateException("the result must be finite");
        }
    }

    /**
     * A frame at another time each call.
     *
     * @return the samples
     */
    @Benchmark
    public double[][] frame() {
        step = step % TIMES + 1;
        frame.at(until * step / TIMES, values[0], values[1]);
        return values;
    }
}
