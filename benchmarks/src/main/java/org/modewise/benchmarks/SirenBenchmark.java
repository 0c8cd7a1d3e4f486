package org.modewise.benchmarks;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.pde.Heat;
import org.modewise.siren.Architecture;
import org.modewise.siren.Siren;
import org.modewise.siren.engine.Layers;
import org.modewise.siren.engine.Mismatch;
import org.modewise.siren.engine.PartRunner;
import org.modewise.siren.engine.PointTiles;
import org.modewise.siren.engine.Term;
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
    private static final Layers LAYERS = new Layers(2, 24, 24, 1);
    private static final double[] FACTORS = {30, 30, 1};

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
        Grid2D grid = Grid2D.unit(n);
        Field2D target = new Heat(0.015).solve(InitialFields.text(grid, "A")).at(0.05);
        double[][] coordinates = new double[2][grid.size()];
        for (int k = 0; k < grid.size(); k++) {
            coordinates[0][k] = 2 * grid.x(k % n) - 1;
            coordinates[1][k] = 2 * grid.y(k / n) - 1;
        }
        PointTiles tiles = PointTiles.of(coordinates, new double[][] {target.toArray()});
        loss = new TiledLoss(
                LAYERS,
                FACTORS,
                List.of(new Term(tiles, Mismatch.INSTANCE, 1)),
                ElementaryFunctions.preferred(),
                PartRunner.of(executor, threads));
        start = Siren.random(Architecture.of(grid, 24, 24), 1).parameters();
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
