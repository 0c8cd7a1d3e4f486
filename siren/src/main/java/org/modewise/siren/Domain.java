package org.modewise.siren;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modewise.core.internal.Arguments;

/**
 * [a, b] × …: a box whose axes have names, in the order in which a network reads them. {@code Domain.of("x", -1,
 * 1).and("t", 0, 1)} is a line and time. Immutable, safe to share between threads.
 *
 * @param axes one letter each, of x, y, z and t; no two alike
 * @param lower the lower end of each
 * @param upper the upper end of each
 */
public record Domain(List<String> axes, List<Double> lower, List<Double> upper) {
    private static final Set<String> NAMES = Set.of("x", "y", "z", "t");

    /**
     * Makes a domain.
     *
     * @param axes their names, copied
     * @param lower the lower ends, copied
     * @param upper the upper ends, copied
     * @throws IllegalArgumentException if a name is unknown or comes twice, an end is not finite or not above the lower, or
     *     the length between them overflows
     */
    public Domain {
        axes = HiddenLayers.copy(axes, "axes");
        // Plus 0, so that -0 and 0 are one end.
        lower = HiddenLayers.copy(lower, "lower").stream().map(end -> end + 0.0).toList();
        upper = HiddenLayers.copy(upper, "upper").stream().map(end -> end + 0.0).toList();
        if (axes.isEmpty() || axes.size() != lower.size() || axes.size() != upper.size()) {
            throw new IllegalArgumentException("axes, lower and upper must be as many and at least one, got "
                    + axes.size() + ", " + lower.size() + " and " + upper.size());
        }
        for (int k = 0; k < axes.size(); k++) {
            String axis = axes.get(k);
            if (!NAMES.contains(axis) || axes.indexOf(axis) != k) {
                throw new IllegalArgumentException("axes must be x, y, z or t, each once, got " + axes);
            }
            Arguments.finite(lower.get(k), "lower end of " + axis);
            Arguments.finite(upper.get(k), "upper end of " + axis);
            double length = upper.get(k) - lower.get(k);
            if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("upper end of " + axis + " must be above " + lower.get(k)
                        + " by a finite length, got " + upper.get(k));
            }
        }
    }

    /**
     * A domain of one axis.
     *
     * @param axis its name
     * @param lower its lower end
     * @param upper its upper end
     * @return the domain
     * @throws IllegalArgumentException if the name is unknown, or the ends are no interval
     */
    public static Domain of(String axis, double lower, double upper) {
        return new Domain(List.of(Objects.requireNonNull(axis, "axis")), List.of(lower), List.of(upper));
    }

    /**
     * The product with another axis.
     *
     * @param axis its name
     * @param from its lower end
     * @param to its upper end
     * @return a new domain
     * @throws IllegalArgumentException if the name is unknown or there already, or the ends are no interval
     */
    public Domain and(String axis, double from, double to) {
        return new Domain(append(axes, Objects.requireNonNull(axis, "axis")), append(lower, from), append(upper, to));
    }

    private static <T> List<T> append(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    /**
     * One line of at most 80 ASCII characters, such as {@code Domain[x in [-1, 1], t in [0, 0.5]]}.
     *
     * @return the axes and their ends, with four digits if all have no room, or as many ends as have
     */
    @Override
    public String toString() {
        String exact =
                text(end -> end == Math.rint(end) && Math.abs(end) < 1e6 ? Numbers.brief(end) : Double.toString(end));
        String text = exact.length() <= Numbers.LINE ? exact : text(Numbers::brief);
        return text.length() <= Numbers.LINE
                ? text
                : text.substring(0, text.lastIndexOf(", ", Numbers.LINE - 5)) + ", ..]";
    }

    private String text(DoubleFunction<String> number) {
        return IntStream.range(0, axes.size())
                .mapToObj(k ->
                        axes.get(k) + " in [" + number.apply(lower.get(k)) + ", " + number.apply(upper.get(k)) + "]")
                .collect(Collectors.joining(", ", "Domain[", "]"));
    }

    /** The number of an axis. */
    int index(String axis) {
        int index = axes.indexOf(Objects.requireNonNull(axis, "axis"));
        if (index < 0) {
            throw new IllegalArgumentException("axis must be one of " + axes + ", got " + axis);
        }
        return index;
    }

    /** A coordinate along an axis, which must lie between its ends. */
    double inside(int axis, double coordinate, String name) {
        Arguments.finite(coordinate, name);
        if (coordinate < lower.get(axis) || coordinate > upper.get(axis)) {
            throw new IllegalArgumentException(name + " must be in [" + lower.get(axis) + ", " + upper.get(axis)
                    + "] of " + axes.get(axis) + ", got " + coordinate);
        }
        return coordinate;
    }

    /** The length of an axis. */
    double length(int axis) {
        return upper.get(axis) - lower.get(axis);
    }
}
