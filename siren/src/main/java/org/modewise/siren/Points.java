package org.modewise.siren;

import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.modewise.core.internal.Arguments;

/** Points of a domain at which something is asked of a network. Immutable, safe to share between threads. */
public final class Points {
    private final Domain domain;
    private final double[][] coordinates;

    private Points(Domain domain, double[][] coordinates) {
        this.domain = domain;
        this.coordinates = coordinates;
    }

    /**
     * Points of one's own.
     *
     * @param domain the domain
     * @param coordinates one array of finite coordinates a point; copied
     * @return the points
     * @throws IllegalArgumentException if there is none, or one has another number of coordinates than the domain axes, or
     *     one that is not finite
     */
    public static Points of(Domain domain, double[]... coordinates) {
        int axes = Objects.requireNonNull(domain, "domain").axes().size();
        Arguments.atLeastOne(Objects.requireNonNull(coordinates, "coordinates").length, "number of points");
        double[][] columns = new double[axes][coordinates.length];
        for (int k = 0; k < coordinates.length; k++) {
            if (coordinates[k].length != axes) {
                throw new IllegalArgumentException(
                        "coordinates[" + k + "] must be " + axes + " numbers, got " + coordinates[k].length);
            }
            for (int axis = 0; axis < axes; axis++) {
                columns[axis][k] = Arguments.finite(coordinates[k][axis], "coordinates[" + k + "][" + axis + "]");
            }
        }
        return new Points(domain, columns);
    }

    /**
     * The first points of Sobol's sequence: as even as points can lie that are no grid. Source: Joe and Kuo, SIAM J. Sci.
     * Comput. 30 (2008), by way of Commons Math.
     *
     * @param domain the domain
     * @param count how many, at least 1
     * @return the points
     * @throws IllegalArgumentException if {@code count} is below 1
     */
    public static Points sobol(Domain domain, int count) {
        int axes = Objects.requireNonNull(domain, "domain").axes().size();
        double[][] columns = new double[axes][Arguments.atLeastOne(count, "count")];
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(axes);
        // The first one is a corner.
        sequence.skipTo(1);
        for (int k = 0; k < count; k++) {
            double[] unit = sequence.nextVector();
            for (int axis = 0; axis < axes; axis++) {
                columns[axis][k] = domain.lower().get(axis) + domain.length(axis) * unit[axis];
            }
        }
        return new Points(domain, columns);
    }

    /**
     * These points moved onto a face of the domain, or onto another slice of it: the beginning, say, with t = 0.
     *
     * @param axis the axis that has one value there
     * @param value that value, finite
     * @return new points
     * @throws IllegalArgumentException if the domain has no such axis, or {@code value} is not finite
     */
    public Points at(String axis, double value) {
        int index = domain.index(axis);
        Arguments.finite(value, "value");
        double[][] columns = coordinates.clone();
        columns[index] = new double[size()];
        Arrays.fill(columns[index], value);
        return new Points(domain, columns);
    }

    /**
     * The number of points.
     *
     * @return how many
     */
    public int size() {
        return coordinates[0].length;
    }

    /**
     * The domain.
     *
     * @return whose points they are
     */
    public Domain domain() {
        return domain;
    }

    /** The coordinates along one axis, not copied. */
    double[] along(int axis) {
        return coordinates[axis];
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the number of points and the axes
     */
    @Override
    public String toString() {
        return "Points[" + size() + " of (" + String.join(",", domain.axes()) + ")]";
    }
}
