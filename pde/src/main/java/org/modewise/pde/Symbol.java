package org.modewise.pde;

import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * s(κ): what a linear constant-coefficient operator L does to a wave, L e^{iκ·x} = s(κ) e^{iκ·x}. Of u_t = Lu every mode
 * then moves on its own, û(κ,t) = e^{t·s(κ)} û(κ,0).
 *
 * <p>A symbol does not depend on a grid; κ = (κx, κy) is angular, so ∂ₓ has the symbol iκx. It may be a sum of one
 * function an axis, which costs nx + ny exponentials a time, and of a function of the plane, which costs nx·ny/2: fewer if
 * it is real and even in each wavenumber, fewest if it is a function of |κ| alone. An
 * operator on real fields has s(-κ) = conj s(κ): every function given here must be even in its real and odd in its
 * imaginary part, and a solution checks that it is. Immutable, safe to share between threads if the functions are.
 */
public final class Symbol {
    private final AxisFunction x;
    private final AxisFunction y;
    private final PlaneFunction plane;

    /** A null part is zero. */
    private Symbol(AxisFunction x, AxisFunction y, PlaneFunction plane) {
        this.x = x;
        this.y = y;
        this.plane = plane;
    }

    /**
     * s(κ) = a(κx) + b(κy), both real.
     *
     * @param x the part along x, an even function
     * @param y the part along y, an even function
     * @return the symbol
     */
    public static Symbol separable(DoubleUnaryOperator x, DoubleUnaryOperator y) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        return new Symbol(AxisFunction.of(x, null), AxisFunction.of(y, null), null);
    }

    /**
     * s(κ) = a(κx) + i·c(κx) + b(κy) + i·d(κy).
     *
     * @param xRe the real part along x, an even function
     * @param xIm the imaginary part along x, an odd function
     * @param yRe the real part along y, an even function
     * @param yIm the imaginary part along y, an odd function
     * @return the symbol
     */
    public static Symbol separable(
            DoubleUnaryOperator xRe, DoubleUnaryOperator xIm, DoubleUnaryOperator yRe, DoubleUnaryOperator yIm) {
        return new Symbol(
                AxisFunction.of(Objects.requireNonNull(xRe, "xRe"), Objects.requireNonNull(xIm, "xIm")),
                AxisFunction.of(Objects.requireNonNull(yRe, "yRe"), Objects.requireNonNull(yIm, "yIm")),
                null);
    }

    /**
     * s(κ) = a(κx, κy), real.
     *
     * @param re the symbol, an even function of κ
     * @return the symbol
     */
    public static Symbol of(DoubleBinaryOperator re) {
        return new Symbol(null, null, PlaneFunction.of(Objects.requireNonNull(re, "re"), null));
    }

    /** s(κ) of diffusion by a tensor. */
    static Symbol quadratic(QuadraticForm form) {
        return new Symbol(null, null, form);
    }

    /**
     * s(κ) = a(κx, κy) + i·b(κx, κy).
     *
     * @param re the real part, an even function of κ
     * @param im the imaginary part, an odd function of κ
     * @return the symbol
     */
    public static Symbol of(DoubleBinaryOperator re, DoubleBinaryOperator im) {
        return new Symbol(
                null, null, PlaneFunction.of(Objects.requireNonNull(re, "re"), Objects.requireNonNull(im, "im")));
    }

    /**
     * The symbol of the sum of two operators.
     *
     * @param other the other symbol
     * @return s₁ + s₂
     */
    public Symbol plus(Symbol other) {
        Objects.requireNonNull(other, "other");
        return new Symbol(
                x == null ? other.x : other.x == null ? x : x.plus(other.x),
                y == null ? other.y : other.y == null ? y : y.plus(other.y),
                plane == null ? other.plane : other.plane == null ? plane : plane.plus(other.plane));
    }

    /**
     * Re s(κ), the growth rate of a wave.
     *
     * @param kx angular wavenumber along x
     * @param ky angular wavenumber along y
     * @return the real part
     */
    public double re(double kx, double ky) {
        return (x == null ? 0 : x.re(kx)) + (y == null ? 0 : y.re(ky)) + (plane == null ? 0 : plane.re(kx, ky));
    }

    /**
     * Im s(κ), the angular frequency of a wave, negated.
     *
     * @param kx angular wavenumber along x
     * @param ky angular wavenumber along y
     * @return the imaginary part
     */
    public double im(double kx, double ky) {
        return (x == null ? 0 : x.im(kx)) + (y == null ? 0 : y.im(ky)) + (plane == null ? 0 : plane.im(kx, ky));
    }

    /** Whether the symbol is a sum of one function an axis. */
    boolean isSeparable() {
        return plane == null;
    }

    /** All parts as one function of the plane. */
    PlaneFunction whole() {
        boolean real = (x == null || x.isReal()) && (y == null || y.isReal()) && (plane == null || plane.isReal());
        return PlaneFunction.of(this::re, real ? null : this::im);
    }

    /** The part along x, or null. */
    AxisFunction x() {
        return x;
    }

    /** The part along y, or null. */
    AxisFunction y() {
        return y;
    }

    /** The part that belongs to no axis, or null. */
    PlaneFunction plane() {
        return plane;
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return whether the symbol is a sum over the axes, and whether it is real
     */
    @Override
    public String toString() {
        return "Symbol[" + (isSeparable() ? "separable" : "not separable") + ", "
                + (whole().isReal() ? "real" : "complex") + "]";
    }
}
