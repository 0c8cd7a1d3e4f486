package org.modewise.pde;

import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.modewise.core.Field2D;

/**
 * û(κ) ↦ m(κ)·û(κ): a linear operator that commutes with translations, as a function of the wavenumber.
 *
 * <p>A multiplier does not depend on a grid, so multipliers multiply exactly; only {@link #apply} samples them. On an
 * even axis the grid cannot tell the Nyquist wavenumber k_N from -k_N: there the product of all factors is replaced by
 * its mean over ±k_N, which keeps the result real, lets odd multipliers such as iκ vanish and turns a shift into a
 * cosine. An operator on real fields has m(-κ) = conj m(κ), and {@link #apply} checks it. Immutable, safe to share between
 * threads if the functions are.
 */
public final class FourierMultiplier {
    private final AxisFunction x;
    private final AxisFunction y;
    private final PlaneFunction plane;

    /** A null factor is one. */
    private FourierMultiplier(AxisFunction x, AxisFunction y, PlaneFunction plane) {
        this.x = x;
        this.y = y;
        this.plane = plane;
    }

    /**
     * m(κ) = a(κx, κy), real.
     *
     * @param re the multiplier, an even function of κ
     * @return the multiplier
     */
    public static FourierMultiplier of(DoubleBinaryOperator re) {
        return new FourierMultiplier(null, null, PlaneFunction.of(Objects.requireNonNull(re, "re"), null));
    }

    /**
     * m(κ) = a(κx, κy) + i·b(κx, κy).
     *
     * @param re the real part, an even function of κ
     * @param im the imaginary part, an odd function of κ
     * @return the multiplier
     */
    public static FourierMultiplier of(DoubleBinaryOperator re, DoubleBinaryOperator im) {
        return new FourierMultiplier(
                null, null, PlaneFunction.of(Objects.requireNonNull(re, "re"), Objects.requireNonNull(im, "im")));
    }

    /**
     * m(κ) = a(κx)·b(κy), both real.
     *
     * @param x the factor along x, an even function
     * @param y the factor along y, an even function
     * @return the multiplier
     */
    public static FourierMultiplier separable(DoubleUnaryOperator x, DoubleUnaryOperator y) {
        return new FourierMultiplier(
                AxisFunction.of(Objects.requireNonNull(x, "x"), null),
                AxisFunction.of(Objects.requireNonNull(y, "y"), null),
                null);
    }

    /**
     * m(κ) = e^{t·s(κ)}, the propagator of u_t = Lu where L has the symbol s.
     *
     * @param symbol the symbol s
     * @param t the time, finite; {@link #apply} throws if it is negative and a mode of its grid would grow
     * @return the multiplier
     * @throws IllegalArgumentException if {@code t} is not finite
     */
    public static FourierMultiplier exp(Symbol symbol, double t) {
        Objects.requireNonNull(symbol, "symbol");
        Exponential exponential = new Exponential(t);
        return new FourierMultiplier(
                symbol.x() == null ? null : exponential.of(symbol.x()),
                symbol.y() == null ? null : exponential.of(symbol.y()),
                symbol.plane() == null ? null : exponential.of(symbol.plane()));
    }

    /**
     * m(κ) = (iκx)^a·(iκy)^b, the derivative ∂ₓᵃ∂_yᵇ.
     *
     * @param orderX order of the derivative along x, at least 0
     * @param orderY order of the derivative along y, at least 0
     * @return the multiplier
     * @throws IllegalArgumentException if an order is negative
     */
    public static FourierMultiplier derivative(int orderX, int orderY) {
        return new FourierMultiplier(power(orderX, "orderX"), power(orderY, "orderY"), null);
    }

    /** k ↦ (ik)^order. */
    private static AxisFunction power(int order, String name) {
        if (order < 0) {
            throw new IllegalArgumentException(name + " must be >= 0, got " + order);
        }
        double sign = order % 4 < 2 ? 1 : -1;
        return order % 2 == 0
                ? AxisFunction.of(k -> sign * Math.pow(k, order), null)
                : AxisFunction.of(k -> 0, k -> sign * Math.pow(k, order));
    }

    /**
     * The operator that does one and then the other.
     *
     * @param other the other multiplier
     * @return m₁·m₂
     */
    public FourierMultiplier times(FourierMultiplier other) {
        Objects.requireNonNull(other, "other");
        return new FourierMultiplier(
                x == null ? other.x : other.x == null ? x : x.times(other.x),
                y == null ? other.y : other.y == null ? y : y.times(other.y),
                plane == null ? other.plane : other.plane == null ? plane : plane.times(other.plane));
    }

    /**
     * Re m(κ).
     *
     * @param kx angular wavenumber along x
     * @param ky angular wavenumber along y
     * @return the real part
     */
    public double re(double kx, double ky) {
        return product().re(kx, ky);
    }

    /**
     * Im m(κ).
     *
     * @param kx angular wavenumber along x
     * @param ky angular wavenumber along y
     * @return the imaginary part
     */
    public double im(double kx, double ky) {
        return product().im(kx, ky);
    }

    /** All factors as one function of the plane. */
    PlaneFunction product() {
        PlaneFunction product = plane == null ? PlaneFunction.of((kx, ky) -> 1, null) : plane;
        if (x != null) {
            product = product.times(PlaneFunction.of((kx, ky) -> x.re(kx), x.isReal() ? null : (kx, ky) -> x.im(kx)));
        }
        if (y != null) {
            product = product.times(PlaneFunction.of((kx, ky) -> y.re(ky), y.isReal() ? null : (kx, ky) -> y.im(ky)));
        }
        return product;
    }

    /** Whether there is no factor but one for each axis. */
    boolean isSeparable() {
        return plane == null;
    }

    /** The factor that belongs to no axis, or null. */
    PlaneFunction plane() {
        return plane;
    }

    /** The factor along x, or null. */
    AxisFunction x() {
        return x;
    }

    /** The factor along y, or null. */
    AxisFunction y() {
        return y;
    }

    /**
     * Applies the operator to a field.
     *
     * @param u the field
     * @return the field with the spectrum m·û, on the same grid
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, if the result would overflow,
     *     or if on a mode of the grid the multiplier is not finite, would make a real field complex, or is a propagator
     *     backward in time that grows
     */
    public Field2D apply(Field2D u) {
        return Transformed.of(u, "u").times(this);
    }

    /**
     * Applies the operator to a field between walls, as to its reflections on the whole plane.
     *
     * @param u the field, on a grid that {@link Box#grid} makes
     * @param box the walls
     * @return the field with every wave multiplied by m, on the same grid
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, the field does not lie on the
     *     centres of the box's cells, the result would overflow, or on a wave of the box the multiplier is not finite,
     *     not real, not even in κx and in κy, or is a propagator backward in time that grows
     */
    public Field2D apply(Field2D u, Box box) {
        return BoxWaves.of(u, box, "u").times(this);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return whether the multiplier is a product over the axes, and its value at 0
     */
    @Override
    public String toString() {
        return "FourierMultiplier[" + (isSeparable() ? "separable" : "not separable") + ", m(0) = " + (float) re(0, 0)
                + "]";
    }
}
