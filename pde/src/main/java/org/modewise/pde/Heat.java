package org.modewise.pde;

import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.modewise.core.Field2D;
import org.modewise.core.internal.Arguments;

/**
 * u_t = α Δu, symbol -α|κ|².
 *
 * <p>Every wave decays at its own rate, fine ones first: the solution at t is the initial field convolved with the
 * periodic Gaussian of width σ = √(2αt). Kept: the mean. Never grown: the energy, every |û| and,
 * of a field that the grid resolves, the maximum; a sharp edge rings until σ is about the spacing of the grid. Backward in
 * time it is ill-posed, and t &lt; 0 throws.
 *
 * <p>Good values on the unit square: α = 0.015 with t from 0 to 0.1.
 *
 * @param diffusivity α, length² per time, at least 0 and finite
 * @serial exclude
 */
public record Heat(double diffusivity) implements LinearEquation {
    /**
     * Makes the equation.
     *
     * @param diffusivity α, at least 0 and finite
     * @throws IllegalArgumentException if α is negative, NaN or infinite
     */
    public Heat {
        Arguments.nonNegative(diffusivity, "diffusivity");
    }

    @Override
    public Symbol symbol() {
        return Symbol.separable(k -> -diffusivity * (k * k), k -> -diffusivity * (k * k));
    }

    @Override
    public Set<Law> laws() {
        return Set.of(Law.MASS, Law.MAXIMUM_PRINCIPLE);
    }

    /**
     * σ = √(2αt), the width of the Gaussian that the field has been convolved with.
     *
     * @param t time, at least 0
     * @return the standard deviation along each axis
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite
     */
    public double blurWidth(double t) {
        return Math.sqrt(2 * diffusivity * Arguments.nonNegative(t, "t"));
    }

    /**
     * t = σ²/2α, when the field has been convolved with a Gaussian of width σ.
     *
     * @param sigma the standard deviation, at least 0
     * @return the time; infinite if α = 0 and σ &gt; 0
     * @throws IllegalArgumentException if {@code sigma} is negative, NaN or infinite
     */
    public double timeToBlur(double sigma) {
        Arguments.nonNegative(sigma, "sigma");
        return sigma == 0 ? 0 : sigma * sigma / (2 * diffusivity);
    }

    /**
     * t_c = 1/(4π²α), when the wave of period 1 has fallen to 1/e.
     *
     * @return the time; infinite if α = 0
     */
    public double decayTime() {
        return 1 / (4 * Math.PI * Math.PI * diffusivity);
    }

    /**
     * e^{-σ²|κ|²/2}·û: the field convolved with the periodic Gaussian of a width, which is heat at t = σ²/2α. Exact,
     * unlike one step of a difference scheme.
     *
     * @param u the field
     * @param sigma the standard deviation in the grid's units, at least 0
     * @return the blurred field
     * @throws IllegalArgumentException if a sample is NaN or infinite, or {@code sigma} is negative, NaN or infinite
     */
    public static Field2D blur(Field2D u, double sigma) {
        return gaussian(sigma).apply(u);
    }

    /** e^{-σ²|κ|²/2}. */
    static FourierMultiplier gaussian(double sigma) {
        Arguments.nonNegative(sigma, "sigma");
        DoubleUnaryOperator gaussian = k -> Math.exp(-0.5 * (sigma * k) * (sigma * k));
        return FourierMultiplier.separable(gaussian, gaussian);
    }
}
