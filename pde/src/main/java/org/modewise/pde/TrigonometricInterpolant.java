package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;

/**
 * u(x,y) = Σ û(κ)·e^{iκ·x} / (nx·ny): the trigonometric polynomial through the samples of a field, at any point. It is
 * periodic; on an even axis the Nyquist wave is a cosine about the first node.
 *
 * <p>A nonuniform Fourier transform of type 2: the field is transformed once to a grid of twice the fineness, and a
 * value is a sum of 16×16 samples there. Its error is about 2e-14 of the largest modulus even of white noise, on any period;
 * the place itself is the double that is given, which far from the origin has few digits within a cell. Samples of smooth
 * fields determine all between them; between those of an edge it rings. Immutable, safe to share between threads; it holds
 * 4 to 5 times the samples.
 *
 * <p>Source: A. Dutt, V. Rokhlin, Fast Fourier transforms for nonequispaced data, SIAM J. Sci. Comput. 14, 1993; the
 * weights are J. Kaiser's, as in P. Beatty, D. Nishimura, J. Pauly, IEEE Trans. Medical Imaging 24, 2005.
 */
public final class TrigonometricInterpolant {
    /** Beyond, few digits of a place within the period are left. */
    private static final double MOST_PERIODS = 1e9;

    private final OversampledField field;
    private final ScratchPool<Scratch> scratch;

    private static final class Scratch {
        private final GridWeights weights;
        private final double[] x = new double[1];
        private final double[] y = new double[1];
        private final double[] value = new double[1];

        private Scratch(OversampledField field) {
            this.weights = new GridWeights(field);
        }
    }

    private TrigonometricInterpolant(OversampledField field) {
        this.field = field;
        this.scratch = new ScratchPool<>(() -> new Scratch(field));
    }

    /**
     * The interpolant of a field.
     *
     * @param u the field
     * @return its interpolant
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or the sums over the samples
     *     are, or the heap cannot hold the finer grid
     */
    public static TrigonometricInterpolant of(Field2D u) {
        return new TrigonometricInterpolant(OversampledField.of(Arguments.finite(u, "u"), "u"));
    }

    /**
     * The grid of the samples.
     *
     * @return the grid of the field
     */
    public Grid2D grid() {
        return field.grid();
    }

    /**
     * The value at a point.
     *
     * @param x the place along x, finite
     * @param y the place along y, finite
     * @return u(x,y)
     * @throws IllegalArgumentException if a coordinate is NaN or infinite, or the point lies beyond 10⁹ periods, where it has
     *     lost its digits
     */
    public double at(double x, double y) {
        Arguments.finite(x, "x");
        Arguments.finite(y, "y");
        if (isFar(x, y)) {
            throw new IllegalArgumentException(farAway("point", x, y));
        }
        Scratch own = scratch.take();
        own.x[0] = x;
        own.y[0] = y;
        own.weights.place(own.x, own.y, 0, 1);
        own.weights.values(field, 1, own.value, 0);
        double value = own.value[0];
        scratch.give(own);
        return value;
    }

    private boolean isFar(double x, double y) {
        Grid2D grid = grid();
        return !(Math.abs(x - grid.x0()) / grid.lx() <= MOST_PERIODS
                && Math.abs(y - grid.y0()) / grid.ly() <= MOST_PERIODS);
    }

    private String farAway(String point, double x, double y) {
        return point + " must lie within " + MOST_PERIODS + " periods of " + grid() + ", got (" + x + ", " + y + ")";
    }

    /**
     * The values at many points, into the caller's array, without allocating.
     *
     * @param x their places along x, finite
     * @param y their places along y, as many
     * @param values as many doubles or more, overwritten; may be one of the other arrays
     * @throws IllegalArgumentException if a coordinate is NaN, infinite or beyond 10⁹ periods, naming the first, or there are not as many
     *     of one as of the other, or the array is too short, before it is written to
     */
    public void at(double[] x, double[] y, double[] values) {
        Arguments.length(x, 0, "x");
        Arguments.length(y, 0, "y");
        if (x.length != y.length) {
            throw new IllegalArgumentException("x and y must have one length, got " + x.length + " and " + y.length);
        }
        Arguments.length(values, x.length, "values");
        for (int k = 0; k < x.length; k++) {
            if (!Double.isFinite(x[k]) || !Double.isFinite(y[k])) {
                throw new IllegalArgumentException("point " + k + " is (" + x[k] + ", " + y[k] + ")");
            }
            if (isFar(x[k], y[k])) {
                throw new IllegalArgumentException(farAway("point " + k, x[k], y[k]));
            }
        }
        Scratch own = scratch.take();
        for (int from = 0; from < x.length; from += GridWeights.BLOCK) {
            int count = Math.min(GridWeights.BLOCK, x.length - from);
            own.weights.place(x, y, from, count);
            own.weights.values(field, count, values, from);
        }
        scratch.give(own);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid
     */
    @Override
    public String toString() {
        return "TrigonometricInterpolant[" + grid().nx() + "x" + grid().ny() + "]";
    }
}
