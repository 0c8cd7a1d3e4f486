package org.modewise.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.fft.RealFft2D;
import org.modewise.pde.Burgers;
import org.modewise.pde.BurgersSolution;
import org.modewise.pde.Derivatives;
import org.modewise.pde.HamiltonJacobi;
import org.modewise.pde.HamiltonJacobiSolution;
import org.modewise.pde.PotentialBurgers;
import org.modewise.pde.PotentialBurgersSolution;
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

/** One time of the equations that go through the logarithm, beside an inverse transform of the same grid. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class BurgersBenchmark {
    private static final double T = 0.5;

    /** A line: u₀ = -sin πx on [-1, 1). */
    @State(Scope.Benchmark)
    public static class Line {
        /** Samples. */
        @Param({"256", "1024", "4096"})
        public int n;

        /** π·ν; 0 is the inviscid equation. */
        @Param({"0.1", "0.01", "0.001", "0.0001", "0"})
        public double nu;

        private BurgersSolution solution;
        private double[] values;

        /** Prepares the solution. */
        @Setup
        public void prepare() {
            Field2D u0 = Field2D.of(Grid2D.line(n, -1, 2), (x, y) -> -Math.sin(Math.PI * x));
            solution = new Burgers(nu / Math.PI).solve(u0);
            values = new double[n];
        }
    }

    /** A square: three waves on [-1, 1)², no sum of lines. */
    @State(Scope.Benchmark)
    public static class Plane {
        /** Samples along each axis. */
        @Param({"128", "1024"})
        public int n;

        /** π·ν; 0 is the inviscid equation. */
        @Param({"0.1", "0.01", "0.001", "0"})
        public double nu;

        private RealFft2D fft;
        private double[] spectrum;
        private PotentialBurgersSolution velocity;
        private HamiltonJacobiSolution potential;
        private HamiltonJacobiSolution shared;
        private ExecutorService thread;
        private double[] x;
        private double[] y;

        /** Prepares the solutions. */
        @Setup
        public void prepare() {
            Grid2D grid = Grid2D.centered(n, 2);
            Field2D phi0 = Field2D.of(
                    grid,
                    (p, q) -> 0.5
                            / Math.PI
                            * (Math.cos(Math.PI * p)
                                    + 0.7 * Math.cos(Math.PI * q + 0.3)
                                    + 0.4 * Math.cos(Math.PI * (p + q))));
            VectorField2D u0 = Derivatives.gradient(phi0);
            fft = RealFft2D.of(grid);
            spectrum = new double[fft.spectrumLength()];
            x = phi0.toArray();
            y = new double[x.length];
            fft.forward(x, spectrum);
            velocity = new PotentialBurgers(nu / Math.PI).solve(u0);
            potential = new HamiltonJacobi(nu / Math.PI).solve(phi0);
            thread = Executors.newSingleThreadExecutor();
            shared = potential.parallel(thread, 2);
        }

        /** Ends the thread. */
        @TearDown
        public void end() {
            thread.shutdown();
        }
    }

    /** Burgers' equation on one line. */
    @Benchmark
    public double[] line(Line line) {
        line.solution.at(T, line.values);
        return line.values;
    }

    /** The velocity in the plane. */
    @Benchmark
    public double[] velocity(Plane plane) {
        plane.velocity.at(T, plane.x, plane.y);
        return plane.x;
    }

    /** The potential in the plane. */
    @Benchmark
    public double[] potential(Plane plane) {
        plane.potential.at(T, plane.x);
        return plane.x;
    }

    /** The same on two threads, which Hopf–Lax shares. */
    @Benchmark
    public double[] sharedPotential(Plane plane) {
        plane.shared.at(T, plane.x);
        return plane.x;
    }

    /** The transform to compare with. */
    @Benchmark
    public double[] inverse(Plane plane) {
        plane.fft.inverse(plane.spectrum, plane.x);
        return plane.x;
    }
}
