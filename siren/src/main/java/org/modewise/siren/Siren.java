package org.modewise.siren;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.modewise.core.CorruptFileException;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.ScratchPool;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.siren.engine.JetChannels;
import org.modewise.siren.engine.Layers;
import org.modewise.siren.engine.Tile;
import org.modewise.siren.engine.Weights;

/**
 * u(x) = W_L·sin(ω₀(W_{L-1}·… sin(ω₀(W₀ξ + b₀)) … + b_{L-1})) + b_L: a network of sines as a function of the plane, or of
 * any number of coordinates; its layers may be of another {@link Activation}.
 *
 * <p>It is smooth, and its derivatives are networks of the same kind: {@link #jet} has them exactly. ω₀ multiplies weights
 * and biases alike, as in the program that the paper's authors published (the paper itself writes sin(ω₀Wx + b)), and each
 * hidden layer has its own; see
 * {@link Architecture} for how coordinates of the world become ξ. Small networks can be fitted far better than first-order
 * training shows: see {@link Fitting}. A network is an immutable value, safe to share between threads; all its numbers have
 * the same bits on every machine whose processor fuses multiplications with additions. Source: Sitzmann, Martel, Bergman,
 * Lindell and Wetzstein, Implicit Neural Representations with Periodic Activation Functions (NeurIPS 2020).
 *
 * @serial exclude
 */
public final class Siren implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final Architecture architecture;
    private final transient double[] parameters;
    private final transient Weights weights;
    private final transient ScratchPool<Tile> points;
    private final transient ScratchPool<Tile> jets;
    private final transient ScratchPool<Tile> tiles;

    private Siren(Architecture architecture, double[] parameters) {
        this.architecture = architecture;
        this.parameters = parameters;
        Layers layers = architecture.layers();
        this.weights = new Weights(layers, architecture.factors()).load(parameters);
        ElementaryFunctions functions = ElementaryFunctions.preferred();
        this.points = new ScratchPool<>(() -> new Tile(layers, JetChannels.VALUE, functions, 1));
        this.jets = new ScratchPool<>(() -> new Tile(layers, JetChannels.axes(architecture.steps()), functions, 1));
        this.tiles = new ScratchPool<>(() -> new Tile(layers, JetChannels.VALUE, functions, Tile.POINTS));
    }

    /**
     * A network with given parameters.
     *
     * @param architecture widths, frequencies, box
     * @param parameters layer after layer, first the weights W row by row, then the biases b; copied
     * @return the network
     * @throws IllegalArgumentException if their number is not {@code architecture.parameters()}, or one is NaN or infinite
     */
    public static Siren of(Architecture architecture, double... parameters) {
        Objects.requireNonNull(architecture, "architecture");
        Objects.requireNonNull(parameters, "parameters");
        double[] copy = parameters.clone();
        check(architecture, copy);
        return new Siren(architecture, copy);
    }

    /** A network of parameters that have been checked, and that nobody else will touch. */
    static Siren owning(Architecture architecture, double[] parameters) {
        return new Siren(architecture, parameters);
    }

    /** Refuses what are no parameters of an architecture. */
    static void check(Architecture architecture, double[] parameters) {
        if (parameters.length != architecture.parameters()) {
            throw new IllegalArgumentException(
                    architecture + " takes " + architecture.parameters() + ", got " + parameters.length);
        }
        for (int p = 0; p < parameters.length; p++) {
            // No name for each of millions.
            if (!Double.isFinite(parameters[p])) {
                throw new IllegalArgumentException("parameters[" + p + "] must be finite, got " + parameters[p]);
            }
        }
    }

    /**
     * A network whose weights are as the paper starts them: those of the first layer from U(±1/n), those of the others from
     * U(±√(6/n)/ω₀), n the layer's inputs, and ω₀ that of the hidden layer itself or, for the last layer, of the one before.
     * Biases are drawn like the weights of their layer; the paper does not speak of them, and its authors' program leaves
     * them at U(±1/√n). So the angles of every layer but the first are about normal with variance 1 + 2/n, whatever the
     * depth. Layers of tanh and of features start as {@link Activation} says, and so does a last layer after tanh.
     *
     * <p>Numbers are drawn by {@link java.util.SplittableRandom} in the order of the parameters: the same seed gives
     * the same network everywhere.
     *
     * @param architecture widths, frequencies, box
     * @param seed any number
     * @return the network
     * @throws IllegalArgumentException if the heap cannot hold it, naming the bytes needed
     */
    public static Siren random(Architecture architecture, long seed) {
        Weights.requireHeap(Objects.requireNonNull(architecture, "architecture").layers());
        return new Siren(architecture, RandomParameters.of(architecture, seed));
    }

    /**
     * Settings to fit a network to a field with; {@link Fitting#run} does it.
     *
     * @param target the field to learn, of finite samples
     * @return two layers of 24 sines with ω₀ = 30 on the target's rectangle, 300 steps of Levenberg and Marquardt
     * @throws IllegalArgumentException if a sample is NaN or infinite
     */
    public static Fitting fit(Field2D target) {
        return Fitting.of(target);
    }

    /**
     * Widths, frequencies and box.
     *
     * @return the architecture
     */
    public Architecture architecture() {
        return architecture;
    }

    /**
     * All weights and biases: layer after layer, first the weights W row by row, then the biases b.
     *
     * @return a new array of length {@code architecture().parameters()}
     */
    public double[] parameters() {
        return parameters.clone();
    }

    /**
     * The network at a point.
     *
     * @param point its coordinates
     * @return u; NaN if a coordinate is
     * @throws IllegalArgumentException if there are not as many coordinates as the network reads
     */
    public double value(double... point) {
        checkPoint(point);
        Tile tile = points.take();
        evaluate(point, tile);
        double value = tile.output()[0][0];
        points.give(tile);
        return value;
    }

    /**
     * The network at a point and its first and second derivatives along the axes there.
     *
     * @param point its coordinates
     * @return value and derivatives
     * @throws IllegalArgumentException if there are not as many coordinates as the network reads
     */
    public Jet jet(double... point) {
        checkPoint(point);
        Tile tile = jets.take();
        evaluate(point, tile);
        double[][] channels = tile.output();
        int axes = architecture.inputs();
        double[] first = new double[axes];
        double[] second = new double[axes];
        double laplacian = 0;
        for (int axis = 0; axis < axes; axis++) {
            first[axis] = channels[1 + 2 * axis][0];
            second[axis] = channels[2 + 2 * axis][0];
            laplacian += architecture.isSpace(axis) ? second[axis] : 0;
        }
        Jet jet = new Jet(channels[0][0], first, second, laplacian);
        jets.give(tile);
        return jet;
    }

    private void checkPoint(double[] point) {
        Objects.requireNonNull(point, "point");
        if (point.length != architecture.inputs()) {
            throw new IllegalArgumentException(
                    "point must have " + architecture.inputs() + " coordinates, got " + point.length);
        }
    }

    private void evaluate(double[] point, Tile tile) {
        for (int axis = 0; axis < point.length; axis++) {
            tile.input(axis)[0] = architecture.coordinate(axis, point[axis]);
        }
        tile.forward(weights);
    }

    /**
     * ∇u at a point.
     *
     * @param point its coordinates
     * @return the first derivatives, one an axis
     * @throws IllegalArgumentException if there are not as many coordinates as the network reads
     */
    public double[] gradient(double... point) {
        return jet(point).gradient();
    }

    /**
     * Δu at a point: u_xx + u_yy, or whatever axes there are but the one that {@link Architecture#axes} calls t.
     *
     * @param point its coordinates
     * @return the Laplacian
     * @throws IllegalArgumentException if there are not as many coordinates as the network reads
     */
    public double laplacian(double... point) {
        return jet(point).laplacian();
    }

    /**
     * The network at the nodes of a grid, which may be another than the one it was fitted on.
     *
     * @param grid the grid
     * @param others the coordinates after the first two, such as t: none for a network of two
     * @return the field of its values; the grid's x and y are the network's first two axes, whatever they are called, such
     *     as x and t
     * @throws IllegalArgumentException if these two and the others are not as many coordinates as the network reads, it has
     *     an axis x that is not the first or an axis y that is not the second, or the heap cannot hold the samples
     */
    public Field2D sample(Grid2D grid, double... others) {
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(others, "others");
        if (architecture.inputs() == 1) {
            throw new IllegalArgumentException("a network of one coordinate has no values on a plane");
        }
        if (2 + others.length != architecture.inputs()) {
            throw new IllegalArgumentException(
                    "others must be " + (architecture.inputs() - 2) + " coordinates, got " + others.length);
        }
        int x = architecture.axes().indexOf("x");
        int y = architecture.axes().indexOf("y");
        if (x > 0 || y == 0 || y > 1) {
            throw new IllegalArgumentException(
                    "axes must begin with x and y, as far as there are these, got " + architecture.axes());
        }
        double[] values = new double[Arguments.allocatable(grid.size(), grid.nx() + "x" + grid.ny() + " samples")];
        Tile tile = tiles.take();
        for (int k = 0; k < others.length; k++) {
            Arrays.fill(tile.input(2 + k), architecture.coordinate(2 + k, others[k]));
        }
        for (int from = 0; from < values.length; from += Tile.POINTS) {
            int count = Math.min(Tile.POINTS, values.length - from);
            for (int t = 0; t < count; t++) {
                tile.input(0)[t] = architecture.coordinate(0, grid.x((from + t) % grid.nx()));
                tile.input(1)[t] = architecture.coordinate(1, grid.y((from + t) / grid.nx()));
            }
            tile.forward(weights);
            System.arraycopy(tile.output()[0], 0, values, from, count);
        }
        tiles.give(tile);
        return FieldAccess.wrap(grid, values);
    }

    /**
     * Writes the network. Reading it back gives the same bits.
     *
     * <p>The format, big-endian: the eight ASCII characters {@code MODEWISE}; an int 1, for a network; an int, the
     * version, 1 for sines alone, else 2; a long, the length of what follows but for the checksum. Then an int d, the
     * number of axes, and for each its name, eight ASCII characters, filled up with zeros, and the lower and the upper
     * corner, two doubles; an int, the number of hidden layers, and for each its width, an int, and its ω₀, a double,
     * and in version 2 an int, 0 for sines, 1 for tanh and 2 for features; an int, the number of parameters, and these,
     * doubles in the order of {@link #parameters()}. Last an int, the CRC-32C of every byte before it.
     *
     * @param file where to write; an existing file is replaced at once, never half-written
     * @throws IOException if the file cannot be written; an older one then stays as it was
     */
    public void save(Path file) throws IOException {
        SirenFile.write(this, Objects.requireNonNull(file, "file"));
    }

    /**
     * Reads a network that {@link #save} has written.
     *
     * @param file the file
     * @return the network
     * @throws CorruptFileException if the file holds no network, is cut off, goes on after it, has a wrong checksum, or
     *     claims sizes or numbers that cannot be, or sizes that the heap cannot hold
     * @throws IOException if the file cannot be read
     */
    public static Siren load(Path file) throws IOException {
        return SirenFile.read(Objects.requireNonNull(file, "file"));
    }

    /**
     * Whether the other object is a network of the same architecture with the same parameters, bit for bit.
     *
     * @param other any object
     * @return whether it equals this network
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof Siren siren
                && architecture.equals(siren.architecture)
                && Arrays.equals(parameters, siren.parameters);
    }

    /**
     * A hash of every parameter, the same in every run of a program.
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        return Arrays.hashCode(parameters);
    }

    /**
     * One line of at most 80 ASCII characters, such as {@code Siren[2-24-24-1, omega0 30, 697 parameters]}.
     *
     * @return the widths, the first ω₀, or of what kind the layers are if not all are of sines, and the number of parameters
     */
    @Override
    public String toString() {
        String kinds = architecture.kinds();
        String kind = kinds.isEmpty()
                ? "omega0 " + Numbers.brief(architecture.omega0().get(0)) + ", "
                : kinds;
        return "Siren[" + architecture.widths() + ", " + kind + parameters.length + " parameters]";
    }

    @Serial
    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("a network is read through its serialized form");
    }

    @Serial
    private Object writeReplace() {
        return new Serialized(architecture, parameters);
    }

    /**
     * What is written in place of a network, so that reading one back goes through {@link Siren#of} and its checks.
     *
     * @param architecture the architecture
     * @param parameters the parameters
     * @serial exclude
     */
    private record Serialized(Architecture architecture, double[] parameters) implements Serializable {
        @Serial
        private Object readResolve() {
            return of(architecture, parameters);
        }
    }
}
