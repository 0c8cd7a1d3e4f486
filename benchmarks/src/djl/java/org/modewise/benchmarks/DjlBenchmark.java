package org.modewise.benchmarks;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.concurrent.TimeUnit;
import org.modewise.siren.engine.TiledLoss;
import org.modewise.siren.optimizer.Adam;
import org.modewise.siren.optimizer.Minimization;
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
 * What {@link SirenBenchmark} does, by DJL on PyTorch's own kernels for the processor in single precision, which is what
 * both train in. A fork first checks that the first steps bring the loss down as ours do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(3)
public class DjlBenchmark {
    private static final int CHECKED_STEPS = 20;
    private static final float RATE = 1e-3f;

    /** PyTorch's. */
    @Param({"1", "2"})
    public int threads;

    /** Points along each axis. */
    @Param({"64", "128"})
    public int n;

    private Model model;
    private Trainer trainer;
    private NDList points;
    private NDList target;

    /** Builds the same network on the same samples. */
    @Setup
    public void setUp() {
        // Read when the engine is loaded; natives come from the class path.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        LetterLoss ours = LetterLoss.of(n);
        model = Model.newInstance("siren", Device.cpu());
        model.setBlock(new SequentialBlock()
                .add(Linear.builder().setUnits(24).build())
                .add(sine())
                .add(Linear.builder().setUnits(24).build())
                .add(sine())
                .add(Linear.builder().setUnits(1).build()));
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss("mean square", 1))
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed(RATE))
                        .build()));
        NDManager manager = trainer.getManager();
        float[] xy = new float[2 * n * n];
        float[] values = new float[n * n];
        for (int k = 0; k < values.length; k++) {
            xy[2 * k] = (float) ours.coordinates()[0][k];
            xy[2 * k + 1] = (float) ours.coordinates()[1][k];
            values[k] = (float) ours.target()[k];
        }
        points = new NDList(manager.create(xy, new Shape(values.length, 2)));
        target = new NDList(manager.create(values, new Shape(values.length, 1)));
        trainer.initialize(new Shape(values.length, 2));
        load(ours.start());
        check(ours);
    }

    private static LambdaBlock sine() {
        return LambdaBlock.singleton(x -> x.mul(30).sin());
    }

    /** Weights row by row, then biases, as ours lie. */
    private void load(double[] theta) {
        int at = 0;
        for (Parameter parameter : model.getBlock().getParameters().values()) {
            float[] numbers = new float[(int) parameter.getArray().size()];
            for (int p = 0; p < numbers.length; p++) {
                numbers[p] = (float) theta[at++];
            }
            parameter.getArray().set(numbers);
        }
        if (at != theta.length) {
            throw new IllegalStateException("DJL has " + at + " parameters, ours " + theta.length);
        }
    }

    private void check(LetterLoss ours) {
        TiledLoss loss = ours.loss(Runnable::run, 1);
        Minimization run = Adam.of(RATE).start(loss, ours.start());
        for (int step = 0; step < CHECKED_STEPS; step++) {
            double before = run.value();
            double theirs = adamStep();
            if (!(Math.abs(theirs - before) <= 1e-3 * before)) {
                throw new IllegalStateException("step " + step + ": DJL's loss " + theirs + ", ours " + before);
            }
            run.step();
        }
    }

    /** Ends the engine. */
    @TearDown
    public void tearDown() {
        trainer.close();
        model.close();
    }

    /**
     * The loss alone.
     *
     * @return it
     */
    @Benchmark
    public float forward() {
        try (NDManager scratch = trainer.getManager().newSubManager()) {
            scratch.tempAttachAll(points, target);
            NDList output = trainer.evaluate(points);
            return trainer.getLoss().evaluate(target, output).getFloat();
        }
    }

    /**
     * The loss, its gradient, and Adam's update.
     *
     * @return the loss before it
     */
    @Benchmark
    public float adamStep() {
        try (NDManager scratch = trainer.getManager().newSubManager()) {
            scratch.tempAttachAll(points, target);
            NDArray loss;
            try (GradientCollector gradient = trainer.newGradientCollector()) {
                loss = trainer.getLoss().evaluate(target, trainer.forward(points));
                gradient.backward(loss);
            }
            trainer.step();
            return loss.getFloat();
        }
    }
}
