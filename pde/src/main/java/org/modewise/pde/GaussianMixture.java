package org.modewise.pde;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.Arguments;

/**
 * p = Σ wₖ N(mₖ, Cₖ): normal laws with weights, and points with mass as those of no width. In closed form, so that density,
 * logarithm and score have all their digits anywhere, by a log-sum-exp over the components, and so that processes with
 * linear drift turn one mixture into another ({@link LinearDiffusion#evolve}).
 *
 * <p>Mixtures add, and weights multiply: {@code gaussian(-2, 0.3).times(0.5).plus(gaussian(1, 0.2).times(0.5))}. Weights
 * need not sum to 1. On a grid of one row or of one column the density is the marginal one along it. An immutable value,
 * safe to share between threads.
 *
 * @serial exclude
 */
public final class GaussianMixture implements Serializable {
    private static final long serialVersionUID = 1;

    /** Numbers of a component: w, then the mean, then Cxx, Cxy, Cyy. */
    private static final int PARTS = 6;

    private static final int WEIGHT = 0;
    private static final int X = 1;
    private static final int Y = 2;
    private static final int XX = 3;
    private static final int XY = 4;
    private static final int YY = 5;

    private final double[] parts;

    private GaussianMixture(double[] parts) {
        this.parts = parts;
    }

    /**
     * One normal law on a line.
     *
     * @param x its mean, finite
     * @param sigma its standard deviation, at least 0; 0 makes a point
     * @return N(x, σ²)
     * @throws IllegalArgumentException if {@code x} is not finite, or {@code sigma} negative, NaN or infinite
     */
    public static GaussianMixture gaussian(double x, double sigma) {
        double variance = variance(sigma);
        return gaussian(x, 0, variance, 0, 0);
    }

    /**
     * One normal law on the plane, the same along both axes.
     *
     * @param x its mean along x, finite
     * @param y its mean along y, finite
     * @param sigma its standard deviation along each axis, at least 0; 0 makes a point
     * @return N((x,y), σ²I)
     * @throws IllegalArgumentException if a mean is not finite, or {@code sigma} negative, NaN or infinite
     */
    public static GaussianMixture gaussian(double x, double y, double sigma) {
        double variance = variance(sigma);
        return gaussian(x, y, variance, 0, variance);
    }

    private static double variance(double sigma) {
        Arguments.nonNegative(sigma, "sigma");
        return Arguments.nonNegative(sigma * sigma, "sigma^2");
    }

    /**
     * One normal law on the plane.
     *
     * @param x its mean along x, finite
     * @param y its mean along y, finite
     * @param xx its variance along x, at least 0
     * @param xy its covariance, with xy² ≤ xx·yy
     * @param yy its variance along y, at least 0
     * @return N((x,y), (xx, xy; xy, yy))
     * @throws IllegalArgumentException if a mean is not finite, or the covariance is not one
     */
    public static GaussianMixture gaussian(double x, double y, double xx, double xy, double yy) {
        Arguments.finite(x, "x");
        Arguments.finite(y, "y");
        Arguments.nonNegative(xx, "xx");
        Arguments.finite(xy, "xy");
        Arguments.nonNegative(yy, "yy");
        if (!(Math.abs(xy) <= Math.sqrt(xx) * Math.sqrt(yy) * (1 + 2 * Math.ulp(1.0)))) {
            throw new IllegalArgumentException(
                    "xy^2 must be <= xx*yy, got xx = " + xx + ", xy = " + xy + ", yy = " + yy);
        }
        return new GaussianMixture(new double[] {1, x, y, xx, xy, yy});
    }

    /**
     * Samples on a line: points of equal mass, 1 together.
     *
     * @param x the places, at least one, finite
     * @return the empirical law
     * @throws IllegalArgumentException if there is no place, or one is NaN or infinite
     */
    public static GaussianMixture samples(double... x) {
        Objects.requireNonNull(x, "x");
        return samples(x, new double[x.length]);
    }

    /**
     * Samples on the plane: points of equal mass, 1 together.
     *
     * @param x the places along x, at least one, finite
     * @param y the places along y, as many
     * @return the empirical law
     * @throws IllegalArgumentException if there is no place, the lengths differ, or a number is NaN or infinite
     */
    public static GaussianMixture samples(double[] x, double[] y) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        if (x.length == 0 || x.length != y.length) {
            throw new IllegalArgumentException(
                    "x and y must have the same length, at least 1, got " + x.length + " and " + y.length);
        }
        double[] parts = new double[Arguments.allocatable((long) PARTS * x.length, x.length + " samples")];
        for (int k = 0; k < x.length; k++) {
            parts[PARTS * k + WEIGHT] = 1.0 / x.length;
            parts[PARTS * k + X] = sample(x[k], "x", k);
            parts[PARTS * k + Y] = sample(y[k], "y", k);
        }
        return new GaussianMixture(parts);
    }

    private static double sample(double value, String name, int index) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + "[" + index + "] is " + value);
        }
        return value;
    }

    /**
     * The mixture with all weights multiplied.
     *
     * @param weight the factor, positive and finite
     * @return w·p
     * @throws IllegalArgumentException if {@code weight} is not positive and finite
     */
    public GaussianMixture times(double weight) {
        Arguments.positive(weight, "weight");
        double[] product = parts.clone();
        for (int k = WEIGHT; k < product.length; k += PARTS) {
            product[k] = Arguments.positive(product[k] * weight, "every weight");
        }
        return new GaussianMixture(product);
    }

    /**
     * Both mixtures.
     *
     * @param other the other one
     * @return p + q
     */
    public GaussianMixture plus(GaussianMixture other) {
        Objects.requireNonNull(other, "other");
        double[] sum = Arrays.copyOf(parts, Math.addExact(parts.length, other.parts.length));
        System.arraycopy(other.parts, 0, sum, parts.length, other.parts.length);
        return new GaussianMixture(sum);
    }

    /**
     * The law of ΦX + b + Z, where X has this one.
     *
     * @param transition the map and the noise
     * @return the mixture of as many components
     */
    public GaussianMixture after(GaussianTransition transition) {
        Objects.requireNonNull(transition, "transition");
        double[] moved = parts.clone();
        for (int k = 0; k < parts.length; k += PARTS) {
            double x = parts[k + X];
            double y = parts[k + Y];
            double xx = parts[k + XX];
            double xy = parts[k + XY];
            double yy = parts[k + YY];
            moved[k + X] = transition.meanX(x, y);
            moved[k + Y] = transition.meanY(x, y);
            moved[k + XX] = transition.varianceX(xx, xy, yy);
            moved[k + XY] = transition.covariance(xx, xy, yy);
            moved[k + YY] = transition.varianceY(xx, xy, yy);
        }
        return new GaussianMixture(moved);
    }

    /**
     * How many components there are.
     *
     * @return the number
     */
    public int size() {
        return parts.length / PARTS;
    }

    double weight(int k) {
        return parts[PARTS * k + WEIGHT];
    }

    double x(int k) {
        return parts[PARTS * k + X];
    }

    double y(int k) {
        return parts[PARTS * k + Y];
    }

    double xx(int k) {
        return parts[PARTS * k + XX];
    }

    double xy(int k) {
        return parts[PARTS * k + XY];
    }

    double yy(int k) {
        return parts[PARTS * k + YY];
    }

    /**
     * The density at the nodes of a grid.
     *
     * @param grid the nodes
     * @return p
     * @throws IllegalArgumentException if a component has no width along the grid, and so no density
     */
    public Field2D density(Grid2D grid) {
        return sampler(grid).density();
    }

    /**
     * The logarithm of the density at the nodes of a grid.
     *
     * @param grid the nodes
     * @return ln p
     * @throws IllegalArgumentException as {@link #density}
     */
    public Field2D logDensity(Grid2D grid) {
        return sampler(grid).logDensity();
    }

    /**
     * The score at the nodes of a grid.
     *
     * @param grid the nodes
     * @return ∇ln p; on a line, 0 across it
     * @throws IllegalArgumentException as {@link #density}
     */
    public VectorField2D score(Grid2D grid) {
        return sampler(grid).score();
    }

    private MixtureSampler sampler(Grid2D grid) {
        return new MixtureSampler(size(), grid).set(this, GaussianTransition.isotropic(1, 0, 0, 0));
    }

    /**
     * Mass, mean and covariance.
     *
     * @return the moments of the law on the plane
     */
    public Moments moments() {
        return Moments.of(this);
    }

    /**
     * Whether the other object is a mixture of the same components in the same order, bit for bit.
     *
     * @param other any object
     * @return whether it equals this mixture
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof GaussianMixture mixture && Arrays.equals(parts, mixture.parts);
    }

    /**
     * A hash of all components.
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        return Arrays.hashCode(parts);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the number of components, the mass and the mean
     */
    @Override
    public String toString() {
        Moments moments = moments();
        return "GaussianMixture[" + size() + (size() == 1 ? " component" : " components") + ", mass "
                + (float) moments.mass() + ", mean (" + (float) moments.meanX() + ", " + (float) moments.meanY()
                + ")]";
    }
}
