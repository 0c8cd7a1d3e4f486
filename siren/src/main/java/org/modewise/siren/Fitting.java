package org.modewise.siren;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.modewise.core.CorruptFileException;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.siren.engine.Mismatch;
import org.modewise.siren.engine.PartRunner;
import org.modewise.siren.engine.PointTiles;
import org.modewise.siren.engine.Term;
import org.modewise.siren.engine.TiledLoss;
import org.modewise.siren.engine.Weights;
import org.modewise.siren.optimizer.LeastSquares;
import org.modewise.siren.optimizer.LevenbergMarquardt;
import org.modewise.siren.optimizer.Optimizer;

/**
 * min mean (u(xᵢ, yⱼ) - targetᵢⱼ)²: a sine network through the samples of a field.
 *
 * <p>Settings, each with a good value to begin with; {@link #run} does the work. The loss is the mean square of the
 * misses, so {@code Math.sqrt(loss)} is in the field's own units. {@code Siren.fit(field).hidden(24, 24).run()} takes 300
 * steps of Levenberg and Marquardt, which bring 697 parameters to what they can do; Adam's are for comparison, and for
 * networks of many thousand parameters. A step of the former takes time as the samples times the square of the parameters:
 * a photograph of 512² takes 64 times as long as a field of 64². {@code onStep(new ProgressPrinter(System.out, 10))} shows
 * how far it is. A target whose deviation from its mean is not from 1/4 to 1/2, or
 * small beside that mean, is scaled or shifted for the training, and its network back again; losses are in the target's
 * units, so that those of targets beyond 1e±150 overflow or vanish though the network is good. Immutable, safe to share
 * between threads.
 *
 * @param target the field to learn, of finite samples
 * @param architecture the network, of two coordinates
 * @param seed of the start and of the order of the samples; the order of Adam's batches has one of its own
 * @param optimizer makes the loss small
 * @param training how long, and who helps
 */
public record Fitting(Field2D target, Architecture architecture, long seed, Optimizer optimizer, Training training)
        implements TrainingSettings<Fitting> {
    private static final int DEFAULT_STEPS = 300;

    /**
     * Takes the settings.
     *
     * @param target the field to learn
     * @param architecture the network
     * @param seed any number
     * @param optimizer makes the loss small
     * @param training how long, and who helps
     * @throws IllegalArgumentException if a sample is NaN or infinite, or the network does not read two coordinates
     */
    public Fitting {
        Arguments.finite(target, "target");
        if (Objects.requireNonNull(architecture, "architecture").inputs() != 2) {
            throw new IllegalArgumentException("architecture must read 2 coordinates, got " + architecture.inputs());
        }
        Objects.requireNonNull(optimizer, "optimizer");
        Objects.requireNonNull(training, "training");
    }

    /** What {@link Siren#fit} begins with. */
    static Fitting of(Field2D target) {
        return new Fitting(
                target,
                Architecture.of(Objects.requireNonNull(target, "target").grid(), 24, 24),
                0,
                LevenbergMarquardt.standard(),
                Training.of(DEFAULT_STEPS));
    }

    private Fitting with(Architecture other) {
        return new Fitting(target, other, seed, optimizer, training);
    }

    /**
     * The same with other hidden layers, as {@link Architecture#hidden(int...)} makes them.
     *
     * @param widths their widths, each at least 1
     * @return new settings
     * @throws IllegalArgumentException if there is none, or a width is below 1
     */
    public Fitting hidden(int... widths) {
        return with(architecture.hidden(widths));
    }

    /**
     * The same with hidden layers of another kind, as {@link Architecture#activation(Activation...)} makes them.
     *
     * @param values of all layers but features, or one for each hidden layer
     * @return new settings
     * @throws IllegalArgumentException as {@link Architecture#activation(Activation...)}
     */
    public Fitting activation(Activation... values) {
        return with(architecture.activation(values));
    }

    /**
     * The same with random Fourier features as the first layer, as {@link Architecture#features(double)} makes them.
     *
     * @param sigma σ in waves per side of the box, from 1e-8 to 1e7
     * @return new settings
     * @throws IllegalArgumentException if σ is out of range
     */
    public Fitting features(double sigma) {
        return with(architecture.features(sigma));
    }

    /**
     * The same with other frequencies, as {@link Architecture#omega0(double...)} makes them. The first layer's is a scale of
     * the finest detail that is easy to learn: about π times the number of cells along an axis that matter. 30, the paper's,
     * suits pictures with edges; a smooth field, such as a letter after some heat, is met closer with 20.
     *
     * @param values ω₀ of all layers of sines, or one for each hidden layer
     * @return new settings
     * @throws IllegalArgumentException as {@link Architecture#omega0(double...)}
     */
    public Fitting omega0(double... values) {
        return with(architecture.omega0(values));
    }

    /**
     * The same with another seed.
     *
     * @param other any number
     * @return new settings
     */
    public Fitting seed(long other) {
        return new Fitting(target, architecture, other, optimizer, training);
    }

    /**
     * The same with another optimiser.
     *
     * @param other makes the loss small
     * @return new settings
     */
    public Fitting optimizer(Optimizer other) {
        return new Fitting(target, architecture, seed, other, training);
    }

    @Override
    public Fitting training(Training other) {
        return new Fitting(target, architecture, seed, optimizer, other);
    }

    /**
     * Trains, from the start. An interrupt of the calling thread ends it before the next step, with the best network so far
     * and status {@link FitStatus#CANCELLED}; the thread's flag stays set.
     *
     * <p>Whether the heap holds what is needed is checked stage by stage, each before it allocates: network and points, then
     * what the optimiser remembers, then its first step's derivatives. Counted is one thread's scratch; more threads need
     * more.
     *
     * @return the network and how it came about
     * @throws IllegalArgumentException if the heap cannot hold the training, naming the bytes needed
     * @throws UncheckedIOException if a checkpoint cannot be written
     */
    public Fit run() {
        return Scaling.of(target).restored(trainer().run(Siren.random(architecture, seed), new double[0]));
    }

    /**
     * Trains on from a checkpoint: every step and the result have the bits that one run without a break would have had, as
     * long as the settings, but for those of the training, are the same.
     *
     * @param file what a run with these settings has written
     * @return the network and how it came about, from the first run's start
     * @throws CorruptFileException if the file is none, is cut off, damaged or too large for the heap
     * @throws IllegalArgumentException if it belongs to another architecture, optimiser, seed or target, or to another version or
     *     kind of processor that gives other bits
     * @throws IOException if the file cannot be read
     * @throws UncheckedIOException if a checkpoint cannot be written
     */
    public Fit resume(Path file) throws IOException {
        return Scaling.of(target).restored(trainer().resume(Objects.requireNonNull(file, "file")));
    }

    private Trainer trainer() {
        return new Trainer(
                architecture,
                new Coefficients(),
                List.of(),
                seed,
                loss(),
                optimizer,
                Scaling.of(target).normalized(training));
    }

    private LeastSquares loss() {
        Grid2D grid = target.grid();
        PointTiles.requireHeap(grid.size(), 3);
        double[][] coordinates = new double[2][grid.size()];
        for (int k = 0; k < grid.size(); k++) {
            coordinates[0][k] = architecture.coordinate(0, grid.x(k % grid.nx()));
            coordinates[1][k] = architecture.coordinate(1, grid.y(k / grid.nx()));
        }
        double[][] data = {FieldAccess.values(Scaling.of(target).normalized(target))};
        PointTiles tiles = PointTiles.shuffled(coordinates, data, seed);
        return new TiledLoss(
                architecture.layers(),
                new Weights(architecture.layers(), architecture.factors(), architecture.frozen()),
                new double[0],
                List.of(new Term(tiles, Mismatch.INSTANCE, 1)),
                ElementaryFunctions.preferred(),
                PartRunner.of(training.executor(), training.parallelism()));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the network's widths, the optimiser's name, the number of steps and the seed, or what of it has room
     */
    @Override
    public String toString() {
        String network = "Fitting[" + architecture.widths() + ", ";
        String line =
                network + optimizer.getClass().getSimpleName() + ", " + training.steps() + " steps, seed " + seed + "]";
        return line.length() <= 80 ? line : network + training.steps() + " steps]";
    }
}
