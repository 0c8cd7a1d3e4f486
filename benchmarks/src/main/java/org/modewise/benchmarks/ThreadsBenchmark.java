package org.modewise.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What more threads make of one large transform, and of a batch of eight small ones. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ThreadsBenchmark {
    private static final int BATCH = 8;

    /** Samples each way. */
    @Param({"128", "1024", "2048"})
    public int n;

    /** The caller's thread and an executor's. */
    @Param({"1", "2"})
    public int threads;

    /** The kernel. */
    @Param("simd")
    public String kernel;

    private ExecutorService executor;
    private RealFft2D fft;
    private double[][] values;
    private double[][] spectra;

    /** Plans, and draws samples. */
    @Setup
    public void setUp() {
        executor = Executors.newFixedThreadPool(threads);
        Grid2D grid = Grid2D.unit(n);
        fft = RealFft2D.of(grid, kernel).parallel(executor, threads);
        values = new double[BATCH][];
        for (int k = 0; k < BATCH; k++) {
            values[k] = new SplittableRandom(k).doubles(grid.size(), -1, 1).toArray();
        }
        spectra = new double[BATCH][fft.spectrumLength()];
    }

    /** Ends the executor. */
    @TearDown
    public void tearDown() {
        executor.shutdown();
    }

    /**
     * One forward transform.
     *
     * @return the spectrum
     */
    @Benchmark
    public double[] forward() {
        fft.forward(values[0], spectra[0]);
        return spectra[0];
    }

    /**
     * One inverse transform, of the spectrum of the first samples or of zeros, which take the same time.
     *
     * @return the samples
     */
    @Benchmark
    public double[] inverse() {
        fft.inverse(spectra[0], values[0]);
        return values[0];
    }

    /**
     * Eight forward transforms in one call.
     *
     * @return the spectra
     */
    @Benchmark
    public double[][] batch() {
        fft.forward(values, spectra);
        return spectra;
    }
}
