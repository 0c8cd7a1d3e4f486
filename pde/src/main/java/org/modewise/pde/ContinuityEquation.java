package org.modewise.pde;

import java.util.Objects;
import org.modewise.core.Field2D;

/**
 * p_t + ∇·(v(x,y,t) p) = 0, by characteristics: mass stays with the particles that carry it.
 *
 * <p>p(x,t) = p₀(X)·det ∂X/∂x = p₀(X)·exp(-∫₀ᵗ ∇·v ds along the path), X where the particle at x was at t = 0: the
 * density grows where paths come together. The path and the integral are found back all the way, for any t, and the
 * trigonometric interpolant of p₀ is evaluated once. Kept: mass, ∫p, as well as the grid resolves p(·,t), which {@link
 * ContinuitySolution#massDefect} tells; the sign, but for what the interpolant overshoots. Nothing is clipped or
 * renormalised. Reversible: any t, negative too.
 *
 * <p>The integral is as accurate as the path, which {@link VariableTransport} tells of: to the tolerance a step, or
 * that share of it if it is above 1. The divergence is best given, {@link Velocity#divergence}, and found by
 * differences if not.
 *
 * <p>Source: A. Chorin, J. Marsden, A Mathematical Introduction to Fluid Mechanics, section 1.1 (Liouville's formula).
 *
 * <p>Immutable, safe to share between threads if the functions of the velocity are.
 *
 * <p>Good values: {@code ContinuityEquation.of(Velocity.steady((x, y) -> Math.sin(2 * Math.PI * x), (x, y) -> 0))} on
 * the unit square; around x = 1/2 mass gathers like e^{2πt}, so t up to 0.5.
 *
 * @param velocity v
 * @param tolerance of a path, from 1e-14 to 1e-2 of the period
 */
public record ContinuityEquation(Velocity velocity, double tolerance) implements Equation<Field2D> {
    /**
     * Makes the equation.
     *
     * @param velocity v
     * @param tolerance of a path, from 1e-14 to 1e-2 of the period
     * @throws IllegalArgumentException if {@code tolerance} is out of range
     */
    public ContinuityEquation {
        Objects.requireNonNull(velocity, "velocity");
        Characteristics.checkedTolerance(tolerance);
    }

    /**
     * Makes the equation, with paths to 1e-13 of the period.
     *
     * @param velocity v
     * @return the equation
     */
    public static ContinuityEquation of(Velocity velocity) {
        return new ContinuityEquation(velocity, Characteristics.TOLERANCE);
    }

    /**
     * The same equation with other paths.
     *
     * @param tolerance of a path, from 1e-14 to 1e-2 of the period
     * @return the equation
     * @throws IllegalArgumentException if {@code tolerance} is out of range
     */
    public ContinuityEquation tolerance(double tolerance) {
        return new ContinuityEquation(velocity, tolerance);
    }

    /**
     * Prepares the solution.
     *
     * @param initial p₀; of a velocity on the plane, 0 outside its rectangle, and fallen to 1e-8 of its largest modulus
     *     on the outermost nodes
     * @return the solution at any time
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or the sums over the samples
     *     are; the velocity is not finite or not periodic at t = 0, or has not the divergence given, quoting it; the field
     *     does not fit onto the plane; or its grid is so far from the origin that doubles there are farther
     *     apart than 80 times the tolerance, which is what the worst path may be off by
     */
    @Override
    public ContinuitySolution solve(Field2D initial) {
        return new ContinuitySolution(new Characteristics(velocity, tolerance, true, initial));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the velocity and the tolerance
     */
    @Override
    public String toString() {
        return "ContinuityEquation[" + velocity + ", " + (float) tolerance + "]";
    }
}
