package org.modewise.siren;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
 * @param omega0 ω₀ of each hidden layer, positive and finite; 1 for tanh, which has none
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
     *     below 1, ω₀ is not positive and finite, or not 1 for tanh, a later layer than the first is one of features, the
     *     numbers of widths, ω₀ and activations or of corners and names differ, a corner is not finite, the box is empty
     *     along an axis or so large that its size overflows, a name is none or comes twice, or the parameters are more than
     *     one Java array holds
     */
    public Architecture {
        hidden = List.copyOf(hidden);
        omega0 = List.copyOf(omega0);
        activation = List.copyOf(activation);
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
        axes = List.copyOf(axes);
        sameCount(atLeastOne(hidden, "hidden"), omega0, "omega0");
        sameCount(hidden, activation, "activation");
        sameCount(atLeastOne(lower, "lower"), upper, "upper");
        sameCount(lower, axes, "axes");
        if (axes.size() > MOST_AXES) {
            throw new IllegalArgumentException("axes must be <= " + MOST_AXES + ", got " + axes.size());
        }
        long parameters = 0;
        long inputs = lower.size();
        for (int k = 0; k < hidden.size(); k++) {
            int width = Arguments.atLeastOne(hidden.get(k), "hidden[" + k + "]");
            Arguments.positive(omega0.get(k), "omega0[" + k + "]");
            checkActivation(activation.get(k), omega0.get(k), k);
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

    private static void checkActivation(Activation activation, double omega0, int layer) {
        if (activation == Activation.TANH && omega0 != 1) {
            throw new IllegalArgumentException("omega0[" + layer + "] must be 1 for tanh, got " + omega0);
        }
        if (activation == Activation.FOURIER && layer > 0) {
            throw new IllegalArgumentException("activation[" + layer + "] must be another, FOURIER is for the first");
        }
    }

    private static <T> List<T> atLeastOne(List<T> list, String name) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        return list;
    }

    private static void sameCount(List<?> expected, List<?> actual, String name) {
        if (expected.size() != actual.size()) {
            throw new IllegalArgumentException(name + " must hold " + expected.size() + ", got " + actual.size());
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
        return new Architecture(
                Arrays.stream(hidden).boxed().toList(),
                Collections.nCopies(hidden.length, DEFAULT_OMEGA0),
                Collections.nCopies(hidden.length, Activation.SINE),
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
        return new Architecture(
                hidden, omega0, activation, lower, upper, List.of(Objects.requireNonNull(names, "names")));
    }

    /**
     * The same with other hidden layers, each of the kind of that in its place, and those beyond of that of the last.
     *
     * @param widths their widths, each at least 1
     * @return a new architecture
     * @throws IllegalArgumentException if there is none, a width is below 1, or there would be features behind the first layer
     */
    public Architecture hidden(int... widths) {
        Objects.requireNonNull(widths, "widths");
        return new Architecture(
                Arrays.stream(widths).boxed().toList(),
                stretched(omega0, widths.length),
                stretched(activation, widths.length),
                lower,
                upper,
                axes);
    }

    private static <T> List<T> stretched(List<T> list, int length) {
        return IntStream.range(0, length)
                .mapToObj(k -> list.get(Math.min(k, list.size() - 1)))
                .toList();
    }

    /**
     * The same with other frequencies; layers of tanh have none, and keep their 1.
     *
     * @param values ω₀ of each hidden layer, or one for all of them; positive and finite
     * @return a new architecture
     * @throws IllegalArgumentException if their number is neither 1 nor that of the layers, or one is out of range
     */
    public Architecture omega0(double... values) {
        Objects.requireNonNull(values, "values");
        List<Double> list = Arrays.stream(values).boxed().toList();
        for (int k = 0; k < list.size(); k++) {
            Arguments.positive(list.get(k), "omega0[" + k + "]");
        }
        return with(forEach(list), activation);
    }

    /**
     * The same with layers of another kind. Those of tanh have ω₀ = 1; sines that take their place begin with
     * {@value #DEFAULT_OMEGA0}.
     *
     * @param values of each hidden layer, or one for all of them
     * @return a new architecture
     * @throws IllegalArgumentException if their number is neither 1 nor that of the layers, or there are features behind the
     *     first
     */
    public Architecture activation(Activation... values) {
        List<Activation> each = forEach(List.of(Objects.requireNonNull(values, "values")));
        sameCount(hidden, each, "activation");
        List<Double> frequencies = IntStream.range(0, hidden.size())
                .mapToObj(k -> activation.get(k) == Activation.TANH ? DEFAULT_OMEGA0 : omega0.get(k))
                .toList();
        return with(frequencies, each);
    }

    /**
     * The same with {@link Activation#FOURIER} features as the first layer, ω₀ = πσ there. Two features are a frequency.
     *
     * @param sigma σ, the standard deviation of their frequencies along each axis, in waves per side of the box; positive and
     *     finite. The most important setting: too small a one cannot show detail, too large a one learns noise
     * @return a new architecture
     * @throws IllegalArgumentException if σ is out of range
     */
    public Architecture features(double sigma) {
        List<Double> frequencies = new ArrayList<>(omega0);
        frequencies.set(0, Math.PI * Arguments.positive(sigma, "sigma"));
        List<Activation> each = new ArrayList<>(activation);
        each.set(0, Activation.FOURIER);
        return with(frequencies, each);
    }

    private <T> List<T> forEach(List<T> list) {
        return list.size() == 1 ? Collections.nCopies(hidden.size(), list.get(0)) : list;
    }

    /** Tanh has no frequency, whatever is asked for. */
    private Architecture with(List<Double> frequencies, List<Activation> each) {
        sameCount(hidden, frequencies, "omega0");
        List<Double> allowed = IntStream.range(0, hidden.size())
                .mapToObj(k -> each.get(k) == Activation.TANH ? 1 : frequencies.get(k))
                .toList();
        return new Architecture(hidden, allowed, each, lower, upper, axes);
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
