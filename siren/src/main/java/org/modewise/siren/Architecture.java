package org.modewise.siren;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.siren.engine.Layers;

/**
 * d → n₁ → … → n_L → 1: what a network is apart from its weights.
 *
 * <p>A network reads coordinates ξ in [-1, 1]. They come from those of the world by ξ = 2(x - lower)/(upper - lower) - 1,
 * axis by axis, so the box belongs to the network: its value at a point does not depend on the grid that it is sampled on,
 * and outside of its box it extrapolates. For a grid the box is its rectangle; the right and upper edges, which are no
 * nodes, are ξ = 1. Nothing makes a network periodic. The axes have names, which tell time from space. Immutable, safe to
 * share between threads.
 *
 * @param hidden the widths n₁, …, n_L of the layers of sines or of another {@link Activation}, each at least 1; at least one
 *     layer
 * @param omega0 ω₀ of each hidden layer, from 1e-8 to 1e8; 1 for tanh, which has none, and πσ for features
 * @param activation what each hidden layer makes of its angles; {@link Activation#FOURIER} the first alone
 * @param lower the lower corner of the box, one coordinate an axis
 * @param upper its upper corner
 * @param axes the axes' names, such as x, y and t; {@code t} is time, all others are space
 * @serial exclude
 */
public record Architecture(
        List<Integer> hidden,
        List<Double> omega0,
        List<Activation> activation,
        List<Double> lower,
        List<Double> upper,
        List<String> axes)
        implements Serializable {
    /** ω₀ unless said otherwise, as in the paper. */
    public static final double DEFAULT_OMEGA0 = 30;

    /** The smallest ω₀ that is taken: weights of 1/ω₀ leave half of the digits of what is added to them. */
    public static final double LEAST_OMEGA0 = 1e-8;

    /** The largest ω₀ that is taken: angles so large have lost half of their digits. */
    public static final double MOST_OMEGA0 = 1e8;

    /** How many coordinates a network reads at most: beyond, boxes have too many corners for any set of points. */
    public static final int MOST_AXES = 64;

    /** How many characters an axis's name has at most. */
    static final int NAME_LENGTH = 8;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0," + (NAME_LENGTH - 1) + "}");

    /**
     * Makes an architecture.
     *
     * @param hidden the widths of the hidden layers, copied
     * @param omega0 ω₀ of each hidden layer, copied
     * @param activation what each hidden layer makes of its angles, copied
     * @param lower the lower corner of the box, copied
     * @param upper its upper corner, copied
     * @param axes the axes' names, up to 8 ASCII letters and digits, no two alike; copied
     * @throws IllegalArgumentException if there is no hidden layer, no axis or more than {@value #MOST_AXES}, a width is
     *     below 1, ω₀ is out of range, or not 1 for tanh, a later layer than the first is one of features, the
     *     numbers of widths, ω₀ and activations or of corners and names differ, a corner is not finite, the box is empty
     *     along an axis or so large that its size overflows, a name is none or comes twice, or the parameters are more than
     *     one Java array holds
     */
    public Architecture {
        HiddenLayers layers = HiddenLayers.of(
                Objects.requireNonNull(hidden, "hidden"),
                Objects.requireNonNull(omega0, "omega0"),
                Objects.requireNonNull(activation, "activation"),
                DEFAULT_OMEGA0);
        hidden = layers.widths();
        omega0 = layers.omega0();
        activation = layers.activation();
        lower = HiddenLayers.copy(lower, "lower");
        upper = HiddenLayers.copy(upper, "upper");
        axes = HiddenLayers.copy(axes, "axes");
        if (lower.isEmpty()) {
            throw new IllegalArgumentException("lower must not be empty");
        }
        HiddenLayers.sameCount(lower, upper, "upper");
        HiddenLayers.sameCount(lower, axes, "axes");
        if (axes.size() > MOST_AXES) {
            throw new IllegalArgumentException("axes must be <= " + MOST_AXES + ", got " + axes.size());
        }
        long parameters = 0;
        long inputs = lower.size();
        for (int width : hidden) {
            parameters = Arguments.arrayLength(parameters + (inputs + 1) * width, "parameters");
            inputs = width;
        }
        Arguments.arrayLength(parameters + inputs + 1, "parameters");
        for (int axis = 0; axis < lower.size(); axis++) {
            Arguments.finite(lower.get(axis), "lower[" + axis + "]");
            double size = upper.get(axis) - lower.get(axis);
            if (!(size > 0 && 2 / size > 0 && 2 / size < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("upper[" + axis + "] must be above lower[" + axis + "] = "
                        + lower.get(axis) + " by a finite length, got " + upper.get(axis));
            }
            String name = axes.get(axis);
            if (!NAME.matcher(name).matches() || axes.indexOf(name) != axis) {
                throw new IllegalArgumentException(
                        "axes must be names of up to " + NAME_LENGTH + " letters and digits, each once, got " + axes);
            }
        }
    }

    /**
     * A network of x and y on the rectangle of a grid, with ω₀ = {@value #DEFAULT_OMEGA0}.
     *
     * @param grid the grid
     * @param hidden the widths of the hidden layers
     * @return the architecture
     * @throws IllegalArgumentException if there is no hidden layer, or a width is below 1
     */
    public static Architecture of(Grid2D grid, int... hidden) {
        Objects.requireNonNull(grid, "grid");
        return of(
                new double[] {grid.x0(), grid.y0()},
                new double[] {grid.x0() + grid.lx(), grid.y0() + grid.ly()},
                hidden);
    }

    /**
     * A network of any number of coordinates, with ω₀ = {@value #DEFAULT_OMEGA0}. One coordinate is called x, two are x and
     * y, three x, y and t, four x, y, z and t, more x1, x2 and so on; {@link #axes(String...)} names them otherwise.
     *
     * @param lower the lower corner of the box
     * @param upper its upper corner
     * @param hidden the widths of the hidden layers
     * @return the architecture
     * @throws IllegalArgumentException if there is no hidden layer, a width is below 1, or the corners make no box
     */
    public static Architecture of(double[] lower, double[] upper, int... hidden) {
        Objects.requireNonNull(lower, "lower");
        Objects.requireNonNull(upper, "upper");
        Objects.requireNonNull(hidden, "hidden");
        HiddenLayers sines = HiddenLayers.sines(DEFAULT_OMEGA0, hidden);
        return new Architecture(
                sines.widths(),
                sines.omega0(),
                sines.activation(),
                Arrays.stream(lower).boxed().toList(),
                Arrays.stream(upper).boxed().toList(),
                names(lower.length));
    }

    private static List<String> names(int axes) {
        return switch (axes) {
            case 1 -> List.of("x");
            case 2 -> List.of("x", "y");
            case 3 -> List.of("x", "y", "t");
            case 4 -> List.of("x", "y", "z", "t");
            default -> IntStream.rangeClosed(1, axes).mapToObj(k -> "x" + k).toList();
        };
    }

    /**
     * The same with other names of the axes.
     *
     * @param names as many as there are axes; {@code t} is time
     * @return a new architecture
     * @throws IllegalArgumentException if their number is another, one is no name, or two are alike
     */
    public Architecture axes(String... names) {
        Objects.requireNonNull(names, "names");
        return new Architecture(
                hidden, omega0, activation, lower, upper, HiddenLayers.copy(Arrays.asList(names), "names"));
    }

    /**
     * The same with other hidden layers, each of the kind of that in its place, and those beyond of that of the last; behind
     * features alone sines, with the ω₀ that {@link #activation(Activation...)} says.
     *
     * @param widths their widths, each at least 1
     * @return a new architecture
     * @throws IllegalArgumentException if there is none, a width is below 1, or the parameters are more than one Java array
     *     holds
     */
    public Architecture hidden(int... widths) {
        return with(hiddenLayers().widths(widths));
    }

    /**
     * The same with other frequencies. One is for all layers of sines: those of tanh have none, and keep their 1, and
     * features keep their σ. It does not matter whether it is said before or after {@link #features(double)} as long as a
     * layer of sines is there: a network without one has no ω₀, and sines that come later begin with
     * {@value #DEFAULT_OMEGA0}, whatever was said before. So ω₀ is best said last.
     *
     * @param values ω₀ of all layers of sines, or one for each hidden layer, which is 1 for tanh and πσ for features; from
     *     1e-8 to 1e8
     * @return a new architecture
     * @throws IllegalArgumentException if their number is neither 1 nor that of the layers, one is out of range, or one of
     *     many is not 1 for tanh or not that of the features
     */
    public Architecture omega0(double... values) {
        return with(hiddenLayers().omega0(values));
    }

    /**
     * The same with layers of another kind. One is for all layers but those of features: {@link #features(double)} alone
     * makes these, and a kind for each layer unmakes them. Layers of tanh have ω₀ = 1; sines that take another kind's place
     * have that of the first layer of sines, or {@value #DEFAULT_OMEGA0} if there was none.
     *
     * @param values of all layers but features, or one for each hidden layer
     * @return a new architecture
     * @throws IllegalArgumentException if their number is neither 1 nor that of the layers, or a layer that has no features
     *     should be of them
     */
    public Architecture activation(Activation... values) {
        return with(hiddenLayers().activation(values));
    }

    /**
     * The same with {@link Activation#FOURIER} features as the first layer, ω₀ = πσ there. Two features are a frequency.
     *
     * @param sigma σ, the standard deviation of their frequencies along each axis, in waves per side of the box; from 1e-8
     *     to 1e7. The most important setting: too small a one cannot show detail, too large a one learns noise
     * @return a new architecture
     * @throws IllegalArgumentException if σ is out of range
     */
    public Architecture features(double sigma) {
        return with(hiddenLayers().features(sigma));
    }

    private HiddenLayers hiddenLayers() {
        return HiddenLayers.of(hidden, omega0, activation, DEFAULT_OMEGA0);
    }

    private Architecture with(HiddenLayers other) {
        return new Architecture(other.widths(), other.omega0(), other.activation(), lower, upper, axes);
    }

    /**
     * The number of coordinates.
     *
     * @return d
     */
    public int inputs() {
        return lower.size();
    }

    /**
     * The number of weights and biases: 697 for 2 → 24 → 24 → 1.
     *
     * @return Σ (nₖ + 1)·nₖ₊₁ over all layers
     */
    public int parameters() {
        return layers().parameters();
    }

    /** All widths, from the coordinates to the one output. */
    Layers layers() {
        return new Layers(
                IntStream.concat(
                                IntStream.concat(
                                        IntStream.of(inputs()), hidden.stream().mapToInt(Integer::intValue)),
                                IntStream.of(1))
                        .toArray(),
                activation.stream().map(Activation::nonlinearity).toList());
    }

    /** What each layer is multiplied by: ω₀ of the hidden ones, and 1. */
    double[] factors() {
        double[] factors =
                Arrays.copyOf(omega0.stream().mapToDouble(Double::doubleValue).toArray(), omega0.size() + 1);
        factors[omega0.size()] = 1;
        return factors;
    }

    /** Whether the first layer is one of features. */
    boolean hasFeatures() {
        return activation.get(0) == Activation.FOURIER;
    }

    /** The numbers of the parameters that no training moves: weights and biases of the features. */
    int[] frozen() {
        return hasFeatures() ? IntStream.range(0, layers().weights(1)).toArray() : new int[0];
    }

    /** Whether an axis is one of space. */
    boolean isSpace(int axis) {
        return !axes.get(axis).equals("t");
    }

    /** dξ/dx along each axis. */
    double[] steps() {
        return IntStream.range(0, inputs())
                .mapToDouble(axis -> 2 / (upper.get(axis) - lower.get(axis)))
                .toArray();
    }

    /** ξ along one axis, as the network reads it. */
    double coordinate(int axis, double x) {
        double low = lower.get(axis);
        double high = upper.get(axis);
        return ((x - low) - (high - x)) / (high - low);
    }

    /**
     * One line of at most 80 ASCII characters, such as {@code Architecture[2-24-24-1, 697 parameters]}.
     *
     * @return the widths, of what kind the layers are if not all are of sines, and the number of parameters
     */
    @Override
    public String toString() {
        return "Architecture[" + widths() + ", " + kinds() + parameters() + " parameters]";
    }

    /** What kinds of layers there are, as in "fourier tanh, "; nothing if there are sines alone. */
    String kinds() {
        return activation.stream().allMatch(Activation.SINE::equals)
                ? ""
                : activation.stream()
                        .distinct()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" ", "", ", "));
    }

    /** The widths, as in "2-24-24-1"; the middle of a long row of layers left out. */
    String widths() {
        List<String> words = hidden.stream().map(String::valueOf).toList();
        if (words.size() > 4) {
            words = List.of(words.get(0), ".." + (words.size() - 2) + "..", words.get(words.size() - 1));
        }
        return words.stream().collect(Collectors.joining("-", inputs() + "-", "-1"));
    }
}
