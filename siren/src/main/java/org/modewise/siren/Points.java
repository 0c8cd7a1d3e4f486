package org.modewise.siren;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.Permutation;

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
     *     lies outside
     */
    public static Points of(Domain domain, double[]... coordinates) {
        int axes = Objects.requireNonNull(domain, "domain").axes().size();
        Arguments.atLeastOne(Objects.requireNonNull(coordinates, "coordinates").length, "number of points");
        double[][] columns = new double[axes][coordinates.length];
        for (int k = 0; k < coordinates.length; k++) {
            if (Objects.requireNonNull(coordinates[k], "coordinates[" + k + "]").length != axes) {
                throw new IllegalArgumentException(
                        "coordinates[" + k + "] must be " + axes + " numbers, got " + coordinates[k].length);
            }
            for (int axis = 0; axis < axes; axis++) {
                String name = "coordinates[" + k + "][" + axis + "]";
                columns[axis][k] = domain.inside(axis, coordinates[k][axis], name);
            }
        }
        return new Points(domain, columns);
    }

    /**
     * Points of Sobol's sequence from the third on, as even as points can lie that are no grid. The first two, the lower
     * corner and the centre, are left out. Source: Joe and Kuo, SIAM J. Sci. Comput. 30 (2008), by way of
     * Commons Math.
     *
     * @param domain the domain
     * @param count how many, at least 1
     * @return the points
     * @throws IllegalArgumentException if {@code count} is below 1, or the heap cannot hold them
     */
    public static Points sobol(Domain domain, int count) {
        int axes = Objects.requireNonNull(domain, "domain").axes().size();
        double[][] columns = columns(axes, Arguments.atLeastOne(count, "count"));
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(axes);
        // This makes the second one, too.
        sequence.skipTo(1);
        for (int k = 0; k < count; k++) {
            double[] unit = sequence.nextVector();
            for (int axis = 0; axis < axes; axis++) {
                columns[axis][k] = coordinate(domain, axis, unit[axis]);
            }
        }
        return new Points(domain, columns);
    }

    /**
     * The middles of the cells of a uniform grid, of which none lies on the boundary.
     *
     * @param domain the domain
     * @param counts how many cells along each axis, at least 1; the first axis runs fastest
     * @return the points
     * @throws IllegalArgumentException if there is not one number an axis, one is below 1, or the heap cannot hold their
     *     product
     */
    public static Points grid(Domain domain, int... counts) {
        int axes = Objects.requireNonNull(domain, "domain").axes().size();
        if (Objects.requireNonNull(counts, "counts").length != axes) {
            throw new IllegalArgumentException("counts must be " + axes + " numbers, got " + counts.length);
        }
        long size = 1;
        for (int axis = 0; axis < axes; axis++) {
            size = Arguments.arrayLength(size * Arguments.atLeastOne(counts[axis], "counts[" + axis + "]"), "points");
        }
        double[][] columns = columns(axes, (int) size);
        int stride = 1;
        for (int axis = 0; axis < axes; axis++) {
            for (int k = 0; k < size; k++) {
                columns[axis][k] = coordinate(domain, axis, (k / stride % counts[axis] + 0.5) / counts[axis]);
            }
            stride *= counts[axis];
        }
        return new Points(domain, columns);
    }

    /**
     * A Latin hypercube: along each axis every one of as many equal intervals as there are points holds one, at random.
     * Source: McKay, Beckman and Conover, Technometrics 21 (1979).
     *
     * @param domain the domain
     * @param count how many, at least 1
     * @param seed any number
     * @return the points
     * @throws IllegalArgumentException if {@code count} is below 1, or the heap cannot hold them
     */
    public static Points latinHypercube(Domain domain, int count, long seed) {
        int axes = Objects.requireNonNull(domain, "domain").axes().size();
        double[][] columns = columns(axes, Arguments.atLeastOne(count, "count"));
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[count];
        for (int axis = 0; axis < axes; axis++) {
            Arrays.setAll(order, k -> k);
            Permutation.shuffle(order, random);
            for (int k = 0; k < count; k++) {
                columns[axis][k] = coordinate(domain, axis, (order[k] + random.nextDouble()) / count);
            }
        }
        return new Points(domain, columns);
    }

    private static double[][] columns(int axes, int count) {
        Arguments.requireHeap((long) axes * count, count + " points");
        return new double[axes][count];
    }

    private static double coordinate(Domain domain, int axis, double unit) {
        return domain.lower().get(axis) + domain.length(axis) * unit;
    }

    /**
     * These points and others, which come behind.
     *
     * @param others of the same domain
     * @return new points
     * @throws IllegalArgumentException if the others are of another domain, or the heap cannot hold all of them
     */
    public Points and(Points others) {
        if (!Objects.requireNonNull(others, "others").domain.equals(domain)) {
            throw new IllegalArgumentException("points must be of " + domain + ", got some of " + others.domain);
        }
        int all = Arguments.arrayLength((long) size() + others.size(), "points");
        double[][] columns = columns(coordinates.length, all);
        for (int axis = 0; axis < columns.length; axis++) {
            System.arraycopy(coordinates[axis], 0, columns[axis], 0, size());
            System.arraycopy(others.coordinates[axis], 0, columns[axis], size(), others.size());
        }
        return new Points(domain, columns);
    }

    /**
     * Some of these points, drawn at random without putting back, one at a time with chances in proportion to shares; in
     * the order in which they lie here. Source: Efraimidis and Spirakis, Inform. Process. Lett. 97 (2006).
     *
     * @param count how many, from 1 to {@link #size}
     * @param shares one positive finite number a point
     * @param seed any number
     * @return new points
     * @throws IllegalArgumentException if {@code count} is out of range, there is not one share a point, or one is not
     *     positive and finite
     */
    public Points drawn(int count, double[] shares, long seed) {
        if (Objects.requireNonNull(shares, "shares").length != size()) {
            throw new IllegalArgumentException("shares must be " + size() + " numbers, got " + shares.length);
        }
        if (Arguments.atLeastOne(count, "count") > size()) {
            throw new IllegalArgumentException("count must be <= " + size() + ", got " + count);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] arrivals = new double[size()];
        for (int k = 0; k < arrivals.length; k++) {
            double share = Arguments.positive(shares[k], "shares[" + k + "]");
            arrivals[k] = -StrictMath.log(1 - random.nextDouble()) / share;
        }
        int[] first = IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingDouble(k -> arrivals[k]))
                .limit(count)
                .sorted()
                .mapToInt(k -> k)
                .toArray();
        double[][] columns = new double[coordinates.length][];
        for (int axis = 0; axis < columns.length; axis++) {
            double[] all = coordinates[axis];
            columns[axis] = Arrays.stream(first).mapToDouble(k -> all[k]).toArray();
        }
        return new Points(domain, columns);
    }

    /**
     * These points moved onto a face of the domain, or onto another slice of it: the beginning, say, with t = 0.
     *
     * @param axis the axis that has one value there
     * @param value that value, from the axis's lower to its upper end
     * @return new points
     * @throws IllegalArgumentException if the domain has no such axis, or {@code value} is not on it
     */
    public Points at(String axis, double value) {
        int index = domain.index(axis);
        domain.inside(index, value, "value");
        double[][] columns = coordinates.clone();
        columns[index] = new double[size()];
        Arrays.fill(columns[index], value);
        return new Points(domain, columns);
    }

    /**
     * What a function is at these points, for {@link Pinn#data} for instance, or a network:
     * {@code points.values(siren::value)}.
     *
     * @param f of the coordinates of a point, in the order of the domain's axes
     * @return a new array, one number a point
     */
    public double[] values(ToDoubleFunction<double[]> f) {
        Objects.requireNonNull(f, "f");
        return IntStream.range(0, size())
                .mapToDouble(k -> f.applyAsDouble(point(k)))
                .toArray();
    }

    /**
     * One of the points.
     *
     * @param index which, from 0
     * @return a new array of its coordinates, in the order of the domain's axes
     * @throws IndexOutOfBoundsException if there is none
     */
    public double[] point(int index) {
        Objects.checkIndex(index, size());
        return Arrays.stream(coordinates).mapToDouble(along -> along[index]).toArray();
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
