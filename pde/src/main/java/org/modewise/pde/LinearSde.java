package org.modewise.pde;

import java.io.Serializable;
import org.modewise.core.internal.Arguments;

/**
 * dX = (AX + a)dt + √(2D)dW, with a matrix A and a tensor D: the Ornstein–Uhlenbeck process of a plane where axes are
 * coupled, turn, or have rates of their own.
 *
 * <p>The mean of what starts at x is e^{At}x + ∫₀ᵗe^{As}a ds, its covariance Σ = 2∫₀ᵗe^{As}De^{Aᵀs}ds, which solves
 * Lyapunov's equation Σ' = AΣ + ΣAᵀ + 2D. e^{At} is in closed form; the integrals are power series over a short time,
 * doubled until they reach t, to some 1e-15. Eigenvalues of any kind and equal ones too; where one has a positive real part
 * the density leaves every window.
 *
 * <p>Good values: {@code new LinearSde(-1, -2, 2, -1, 0, 0, 0.5, 0, 0.5)}, a stable spiral on [-6, 6)².
 *
 * @param axx drift along x for each unit of x, 1/time
 * @param axy drift along x for each unit of y, 1/time
 * @param ayx drift along y for each unit of x, 1/time
 * @param ayy drift along y for each unit of y, 1/time
 * @param ax drift along x at the origin, length per time
 * @param ay drift along y at the origin, length per time
 * @param dxx diffusivity along x, length² per time, at least 0
 * @param dxy mixed diffusivity, with dxy² ≤ dxx·dyy
 * @param dyy diffusivity along y, at least 0
 * @serial exclude
 */
public record LinearSde(
        double axx, double axy, double ayx, double ayy, double ax, double ay, double dxx, double dxy, double dyy)
        implements LinearDiffusion, Serializable {
    /** ‖A‖ times the time that the series are summed for. */
    private static final double SHORT = 0.25;

    /** Terms of theirs: the last is below (2·SHORT)ⁿ/n! = 1e-18 of the first. */
    private static final int TERMS = 14;

    /**
     * Makes the equation.
     *
     * @param axx A along x from x, finite
     * @param axy A along x from y, finite
     * @param ayx A along y from x, finite
     * @param ayy A along y from y, finite
     * @param ax a along x, finite
     * @param ay a along y, finite
     * @param dxx diffusivity along x, at least 0 and finite
     * @param dxy mixed diffusivity, finite
     * @param dyy diffusivity along y, at least 0 and finite
     * @throws IllegalArgumentException if a number is NaN or infinite, a diffusivity is negative, or the determinant
     *     dxx·dyy - dxy² is by more than rounding, quoting it
     */
    public LinearSde {
        Arguments.finite(axx, "axx");
        Arguments.finite(axy, "axy");
        Arguments.finite(ayx, "ayx");
        Arguments.finite(ayy, "ayy");
        Arguments.finite(ax, "ax");
        Arguments.finite(ay, "ay");
        AnisotropicHeat.check(dxx, dxy, dyy);
    }

    /** Every coefficient times a factor, at least 0: what a faster clock makes of them. */
    LinearSde times(double factor) {
        return new LinearSde(
                factor * axx,
                factor * axy,
                factor * ayx,
                factor * ayy,
                factor * ax,
                factor * ay,
                factor * dxx,
                factor * dxy,
                factor * dyy);
    }

    @Override
    public LinearSde coefficients(double t) {
        Arguments.nonNegative(t, "t");
        return this;
    }

    @Override
    public GaussianTransition transition(double t) {
        Arguments.nonNegative(t, "t");
        double norm = Math.max(Math.abs(axx) + Math.abs(ayx), Math.abs(axy) + Math.abs(ayy));
        int doublings = norm * t <= SHORT ? 0 : Math.getExponent(norm) + Math.getExponent(t) + 4;
        double step = Math.scalb(t, -doublings);
        GaussianTransition transition = start(step);
        for (int k = 0; k < doublings; k++) {
            transition = doubled(transition, exponential(Math.scalb(t, k + 1 - doublings)));
        }
        return transition;
    }

    /** Σ and b over twice the time; e^{At} afresh, since squares would double its error every time. */
    private static GaussianTransition doubled(GaussianTransition half, double[] phi) {
        GaussianTransition both = half.then(half);
        return new GaussianTransition(
                phi[0],
                phi[1],
                phi[2],
                phi[3],
                both.x0(),
                both.y0(),
                both.varianceX(),
                both.covariance(),
                both.varianceY());
    }

    /** The power series of b and Σ. */
    private GaussianTransition start(double t) {
        double termX = ax * t;
        double termY = ay * t;
        double termXX = 2 * dxx * t;
        double termXY = 2 * dxy * t;
        double termYY = 2 * dyy * t;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int k = 2; k < TERMS + 2; k++) {
            x += termX;
            y += termY;
            xx += termXX;
            xy += termXY;
            yy += termYY;
            double ratio = t / k;
            double nextX = ratio * (axx * termX + axy * termY);
            termY = ratio * (ayx * termX + ayy * termY);
            termX = nextX;
            double nextXX = 2 * ratio * (axx * termXX + axy * termXY);
            double nextXY = ratio * (ayx * termXX + (axx + ayy) * termXY + axy * termYY);
            termYY = 2 * ratio * (ayx * termXY + ayy * termYY);
            termXX = nextXX;
            termXY = nextXY;
        }
        double[] phi = exponential(t);
        return new GaussianTransition(phi[0], phi[1], phi[2], phi[3], x, y, xx, xy, yy);
    }

    /**
     * e^{At} = e^{-}·I + q(A - m₋I), q = (e^{+} - e^{-})/(m₊ - m₋), of the eigenvalues m₊ ≥ m₋ or a conjugate pair; of A over a
     * power of two and t times it, so that products of A's entries neither overflow nor vanish.
     */
    private double[] exponential(double t) {
        double largest = Math.max(Math.max(Math.abs(axx), Math.abs(axy)), Math.max(Math.abs(ayx), Math.abs(ayy)));
        if (largest == 0) {
            return new double[] {1, 0, 0, 1};
        }
        int exponent = Math.max(Math.getExponent(largest), Double.MIN_EXPONENT);
        LinearSde unit = new LinearSde(
                Math.scalb(axx, -exponent),
                Math.scalb(axy, -exponent),
                Math.scalb(ayx, -exponent),
                Math.scalb(ayy, -exponent),
                0,
                0,
                0,
                0,
                0);
        // Beyond the doubles a mode has long come to rest, or has left them too.
        return unit.unitExponential(Math.min(Math.scalb(t, exponent), Double.MAX_VALUE));
    }

    private double[] unitExponential(double t) {
        double middle = 0.5 * (axx + ayy);
        double difference = 0.5 * (axx - ayy);
        double square = difference * difference + axy * ayx;
        double root = Math.sqrt(Math.abs(square));
        double determinant = axx * ayy - axy * ayx;
        double one;
        double q;
        double shift;
        if (square >= 0) {
            // The lesser eigenvalue would be lost in the larger one.
            double lower = middle > 0 ? determinant / (middle + root) : middle - root;
            double upper = middle < 0 ? determinant / (middle - root) : middle + root;
            one = Math.exp(lower * t);
            double gap = 2 * root;
            q = Math.exp(upper * t) * (gap * t == 0 ? t : -Math.expm1(-gap * t) / gap);
            shift = root;
        } else {
            double growth = Math.exp(middle * t);
            one = growth * Math.cos(root * t);
            q = growth * Math.sin(root * t) / root;
            shift = 0;
        }
        return new double[] {one + q * (difference + shift), q * axy, q * ayx, one + q * (shift - difference)};
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the matrix and the tensor, row by row
     */
    @Override
    public String toString() {
        return OneLine.of(
                "LinearSde[A=(" + (float) axx + ", " + (float) axy + "; " + (float) ayx + ", " + (float) ayy + "), D=("
                        + (float) dxx + ", " + (float) dxy + "; " + (float) dyy + ")]",
                "LinearSde[trace A=" + (float) (axx + ayy) + ", trace D=" + (float) (dxx + dyy) + "]");
    }
}
