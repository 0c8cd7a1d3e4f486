package org.modewise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.fft.RealFft2D;
import org.modewise.pde.FokkerPlanck;
import org.modewise.pde.Heat;
import org.modewise.pde.LinearEquation;
import org.modewise.pde.SpectralSolution;
import org.modewise.pde.Transport;
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
import org.openjdk.jmh.annotations.Warmup;

/** One frame, û(·,0) → u(·,t), beside the inverse transform that it cannot do without. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class FrameBenchmark {
    /** Samples along each axis. */
    @Param({"64", "128", "256", "512"})
    public int n;

    private SpectralSolution heat;
    private SpectralSolution transport;
    private SpectralSolution fokkerPlanck;
    private RealFft2D fft;
    private double[] spectrum;
    private double[] values;
    private double t;

    /** Solves. */
    @Setup
    public void solve() {
        Field2D initial = InitialFields.text(Grid2D.unit(n), "A");
        heat = solve(new Heat(0.015), initial);
        transport = solve(new Transport(0.3, -0.2), initial);
        fokkerPlanck = solve(new FokkerPlanck(0.3, -0.2, 0.015), initial);
        fft = RealFft2D.of(initial.grid());
        spectrum = new double[fft.spectrumLength()];
        values = initial.toArray();
        fft.forward(values, spectrum);
    }

    private static SpectralSolution solve(LinearEquation equation, Field2D initial) {
        return equation.solve(initial);
    }

    private double nextTime() {
        t = t < 0.1 ? t + 0.001 : 0.001;
        return t;
    }

    /** The transform alone. */
    @Benchmark
    public double[] inverse() {
        fft.inverse(spectrum, values);
        return values;
    }

    /** A frame with a real multiplier. */
    @Benchmark
    public double[] heat() {
        heat.at(nextTime(), values);
        return values;
    }

    /** A frame with a complex multiplier. */
    @Benchmark
    public double[] transport() {
        transport.at(nextTime(), values);
        return values;
    }

    /** A frame with both. */
    @Benchmark
    public double[] fokkerPlanck() {
        fokkerPlanck.at(nextTime(), values);
        return values;
    }
}
