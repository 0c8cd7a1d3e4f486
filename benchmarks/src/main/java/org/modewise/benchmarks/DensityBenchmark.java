package org.modewise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.fft.RealFft2D;
import org.modewise.pde.DensitySolution;
import org.modewise.pde.GaussianMixture;
import org.modewise.pde.OrnsteinUhlenbeck;
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

/** A density of the Ornstein–Uhlenbeck process on a plane, its logarithm and its score, beside one inverse transform. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class DensityBenchmark {
    /** Samples along each axis. */
    @Param({"64", "128", "256"})
    public int n;

    private DensitySolution solution;
    private DensitySolution rough;
    private RealFft2D fft;
    private double[] spectrum;
    private double[] values;
    private double drift;

    /** Solves. */
    @Setup
    public void solve() {
        Grid2D grid = Grid2D.centered(n, 15);
        Field2D initial = GaussianMixture.gaussian(-1.5, 1, 0.5)
                .times(0.6)
                .plus(GaussianMixture.gaussian(1, -1, 0.4, 0.1, 0.3).times(0.4))
                .density(grid);
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(1, 0.25, -0.5, 0.7);
        solution = process.solve(initial);
        // A factor that jumps from node to node leaves no wave out.
        rough = process.solve(initial.times(Field2D.of(grid, (x, y) -> 1 + 0.1 * Math.sin(1e4 * x + 3e4 * y * y))));
        fft = RealFft2D.of(grid);
        values = initial.toArray();
        spectrum = new double[fft.spectrumLength()];
        fft.forward(values, spectrum);
    }

    /** A factor next to 1, another one every time. */
    private double next() {
        drift = drift < 0.01 ? drift + 1e-5 : 0;
        return 1 + drift;
    }

    /** The transform alone. */
    @Benchmark
    public double[] inverse() {
        fft.inverse(spectrum, values);
        return values;
    }

    /** When nearly all waves are left. */
    @Benchmark
    public double[] early() {
        solution.at(1e-3 * next(), values);
        return values;
    }

    /** The same of a density that has waves of all lengths. */
    @Benchmark
    public double[] earlyRough() {
        rough.at(1e-3 * next(), values);
        return values;
    }

    /** When noise has taken the short ones. */
    @Benchmark
    public double[] late() {
        solution.at(next(), values);
        return values;
    }

    /** ln p. */
    @Benchmark
    public Field2D logarithm() {
        return solution.logAt(next());
    }

    /** ∇ln p. */
    @Benchmark
    public VectorField2D score() {
        return solution.scoreAt(next());
    }
}
