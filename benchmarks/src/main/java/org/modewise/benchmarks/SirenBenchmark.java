package org.modewise.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.modewise.siren.engine.TiledLoss;
import org.modewise.siren.optimizer.Adam;
import org.modewise.siren.optimizer.LevenbergMarquardt;
import org.modewise.siren.optimizer.Minimization;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One step of training a network 2-24-24-1 on a letter after heat: all points at a time, in double precision. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(3)
public class SirenBenchmark {
    /** The caller's thread and an executor's. */
    @Param({"1", "2"})
    public int threads;

    /** Points along each axis; a Levenberg-Marquardt step is meant for 64. */
    @Param({"64", "128"})
    public int n;

    private ExecutorService executor;
    private double[] start;
    private TiledLoss loss;
    private Minimization adam;
    private Minimization levenbergMarquardt;

    /** Solves, and makes the loss. */
    @Setup
    public void setUp() {
        executor = Executors.newFixedThreadPool(threads);
        LetterLoss letter = LetterLoss.of(n);
        loss = letter.loss(executor, threads);
        start = letter.start();
    }

    /** Every iteration starts at the same network. */
    @Setup(Level.Iteration)
    public void restart() {
        adam = Adam.of(1e-3).start(loss, start.clone());
        levenbergMarquardt = LevenbergMarquardt.standard().start(loss, start.clone());
    }

    /** Ends the executor. */
    @TearDown
    public void tearDown() {
        executor.shutdown();
    }

    /**
     * The loss alone.
     *
     * @return it
     */
    @Benchmark
    public double forward() {
        return loss.value(start);
    }

    /**
     * The loss, its gradient, and Adam's update.
     *
     * @return the loss
     */
    @Benchmark
    public double adamStep() {
        return adam.step();
    }

    /**
     * J'J, Cholesky's decomposition, and the loss at what comes of it.
     *
     * @return the loss
     */
    @Benchmark
    public double levenbergMarquardtStep() {
        return levenbergMarquardt.step();
    }
}
