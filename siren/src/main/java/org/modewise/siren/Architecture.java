package org.modewise.siren;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.siren.engine.Layers;

/**
 * d → n₁ → … → n_L → 1: what a sine network is apart from its weights.
 *
 * <p>A network reads coordinates ξ in [-1, 1]. They come from those of the world by ξ = 2(x - lower)/(upper - lower) - 1,
 * axis by axis, so the box belongs to the network: its value at a point does not depend on the grid that it is sampled on,
 * and outside of its box it extrapolates. For a grid the box is its rectangle; the right and upper edges, which are no
 * nodes, are ξ = 1. Nothing makes a network periodic. Immutable, safe to share between threads.
 *
 * @param hidden the widths n₁, …, n_L of the layers of sines, each at least 1; at least one layer
 * @param omega0 ω₀ of each hidden layer, positive and finite
 * @param lower the lower corner of the box, one coordinate an axis
 * @param upper its upper corner
 * @serial exclude
 */
public record Architecture(List<Integer> hidden, List<Double> omega0, List<Double> lower, List<Double> upper)
        implements Serializable {
    /** ω₀ unless said otherwise, as in the paper. */
    public static final double DEFAULT_OMEGA0 = 30;

    /**
     * Makes an architecture.
     *
     * @param hidden the widths of the hidden layers, copied
     * @param omega0 ω₀ of each hidden layer, copied
     * @param lower the lower corner of the box, copied
     * @param upper its upper corner, copied
     * @throws IllegalArgumentException if there is no hidden layer or no axis, a width is below 1, ω₀ is not positive and
     *     finite, the numbers of widths and ω₀ or of corners differ, a corner is not finite, the box is empty along an axis
     *     or so large that its size overflows, or the parameters are more than one Java array holds
     */
    public Architecture {
        hidden = List.copyOf(hidden);
        omega0 = List.copyOf(omega0);
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
        sameCount(atLeastOne(hidden, "hidden"), omega0, "omega0");
        sameCount(atLeastOne(lower, "lower"), upper, "upper");
        long parameters = 0;
        long inputs = lower.size();
        for (int k = 0; k < hidden.size(); k++) {
            int width = Arguments.atLeastOne(hidden.get(k), "hidden[" + k + "]");
            Arguments.positive(omega0.get(k), "omega0[" + k + "]");
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
     * A network of any number of coordinates, with ω₀ = {@value #DEFAULT_OMEGA0}.
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
                Arrays.stream(lower).boxed().toList(),
                Arrays.stream(upper).boxed().toList());
    }

    /**
     * The same with other frequencies.
     *
     * @param values ω₀ of each hidden layer, or one for all of them; positive and finite
     * @return a new architecture
     * @throws IllegalArgumentException if their number is neither 1 nor that of the layers, or one is out of range
     */
    public Architecture omega0(double... values) {
        Objects.requireNonNull(values, "values");
        List<Double> list = Arrays.stream(values).boxed().toList();
        List<Double> each = list.size() == 1 ? Collections.nCopies(hidden.size(), list.get(0)) : list;
        return new Architecture(hidden, each, lower, upper);
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
        return new Layers(IntStream.concat(
                        IntStream.concat(IntStream.of(inputs()), hidden.stream().mapToInt(Integer::intValue)),
                        IntStream.of(1))
                .toArray());
    }

    /** What each layer is multiplied by: ω₀ of the hidden ones, and 1. */
    double[] factors() {
        double[] factors =
                Arrays.copyOf(omega0.stream().mapToDouble(Double::doubleValue).toArray(), omega0.size() + 1);
        factors[omega0.size()] = 1;
        return factors;
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
     * @return the widths and the number of parameters
     */
    @Override
    public String toString() {
        return "Architecture[" + widths() + ", " + parameters() + " parameters]";
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
