package org.modewise.pde;

import java.util.Locale;
import java.util.Set;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.Scale;

/**
 * u_t = ∇·(D∇u) = dxx u_xx + 2 dxy u_xy + dyy u_yy, symbol -κ·Dκ.
 *
 * <p>Every wave decays at the rate of its direction: the solution at t is the initial field convolved with the periodic
 * Gaussian of covariance 2Dt. Kept: the mean, and along a null direction of D everything. Never grown: the energy, every
 * |û| and, of a field that the grid resolves, the maximum. Backward in time it is ill-posed, and t &lt; 0 throws.
 *
 * <p>Good values on the unit square: {@code AnisotropicHeat.along(Math.PI / 6, 0.02, 0.002)} with t from 0 to 0.5.
 *
 * @param dxx diffusivity along x, length² per time, at least 0 and finite
 * @param dxy mixed diffusivity, with dxy² ≤ dxx·dyy
 * @param dyy diffusivity along y, at least 0 and finite
 * @serial exclude
 */
public record AnisotropicHeat(double dxx, double dxy, double dyy) implements LinearEquation {
    /** Rounding of the entries of a tensor of rank one moves its determinant by this share of dxx·dyy at most. */
    private static final double TOLERANCE = 4 * Math.ulp(1.0);

    /**
     * Makes the equation.
     *
     * @param dxx diffusivity along x, at least 0 and finite
     * @param dxy mixed diffusivity, finite
     * @param dyy diffusivity along y, at least 0 and finite
     * @throws IllegalArgumentException if an entry is negative where it must not be, NaN or infinite, or the determinant
     *     dxx·dyy - dxy² is negative by more than rounding, quoting it
     */
    public AnisotropicHeat {
        check(dxx, dxy, dyy);
    }

    /** The same rule for every tensor of diffusivities. */
    static void check(double dxx, double dxy, double dyy) {
        Arguments.nonNegative(dxx, "dxx");
        Arguments.finite(dxy, "dxy");
        Arguments.nonNegative(dyy, "dyy");
        int exponent = Scale.exponent(Math.max(Math.max(dxx, dyy), Math.abs(dxy)));
        double xx = Math.scalb(dxx, -exponent);
        double xy = Math.scalb(dxy, -exponent);
        double yy = Math.scalb(dyy, -exponent);
        double determinant = xx * yy - xy * xy;
        // A small product may underflow where the square beside it does not: then dxy is 0 or the tensor is refused.
        if (determinant < -TOLERANCE * (xx * yy)) {
            throw new IllegalArgumentException(
                    "dxx*dyy - dxy^2 must be >= 0, got " + Math.scalb(determinant, 2 * exponent) + " from dxx = " + dxx
                            + ", dxy = " + dxy + ", dyy = " + dyy);
        }
    }

    /**
     * Diffusion along a direction and across it.
     *
     * @param angle the direction, in radians from the x axis
     * @param along diffusivity along it, at least 0 and finite
     * @param across diffusivity across it, at least 0 and finite
     * @return the equation
     * @throws IllegalArgumentException if the angle is NaN or infinite, or a diffusivity is negative, NaN or infinite
     */
    public static AnisotropicHeat along(double angle, double along, double across) {
        Arguments.finite(angle, "angle");
        Arguments.nonNegative(along, "along");
        Arguments.nonNegative(across, "across");
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new AnisotropicHeat(
                along * cos * cos + across * sin * sin,
                (along - across) * cos * sin,
                along * sin * sin + across * cos * cos);
    }

    @Override
    public Symbol symbol() {
        if (dxy == 0) {
            return Symbol.separable(k -> -dxx * (k * k), k -> -dyy * (k * k));
        }
        return Symbol.quadratic(new QuadraticForm(dxx, dxy, dyy));
    }

    @Override
    public Set<Law> laws() {
        return Set.of(Law.MASS, Law.MAXIMUM_PRINCIPLE);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the entries, shortened if they have many digits
     */
    @Override
    public String toString() {
        return OneLine.of(
                "AnisotropicHeat[dxx=" + dxx + ", dxy=" + dxy + ", dyy=" + dyy + "]",
                String.format(Locale.ROOT, "AnisotropicHeat[dxx=%.4g, dxy=%.4g, dyy=%.4g]", dxx, dxy, dyy));
    }
}
