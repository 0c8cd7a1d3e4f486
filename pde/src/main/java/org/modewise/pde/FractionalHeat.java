package org.modewise.pde;

import java.util.Locale;
import java.util.Set;
import org.modewise.core.internal.Arguments;

/**
 * u_t = -α(-Δ)ˢu, symbol -α|κ|²ˢ.
 *
 * <p>For s &lt; 1 the density of a particle that jumps (a Lévy flight of index 2s): the kernel has heavy tails, s = 1/2 is
 * the Poisson kernel of the half-space, whose profile along a line is Cauchy's. s = 1 is {@link Heat}; an integer s is
 * {@link HyperDiffusion}. Kept: the mean. Never grown: the energy, every |û| and, for s ≤ 1 and a field that the grid
 * resolves, the maximum. Backward in time it is ill-posed, and t &lt; 0 throws.
 *
 * <p>For s below 1/2 or so fine waves hardly decay faster than long ones: a sharp edge keeps ringing.
 *
 * <p>Good values on the unit square: s = 0.5, α = 0.1 with t from 0 to 1.
 *
 * @param diffusivity α, length²ˢ per time, at least 0 and finite
 * @param exponent s, above 0 and finite
 * @serial exclude
 */
public record FractionalHeat(double diffusivity, double exponent) implements LinearEquation {
    /**
     * Makes the equation.
     *
     * @param diffusivity α, at least 0 and finite
     * @param exponent s, above 0 and finite
     * @throws IllegalArgumentException if α is negative, NaN or infinite, or s is not above 0, NaN or infinite
     */
    public FractionalHeat {
        Arguments.nonNegative(diffusivity, "diffusivity");
        Arguments.positive(exponent, "exponent");
    }

    @Override
    public Symbol symbol() {
        return exponent == 1
                ? new Heat(diffusivity).symbol()
                : Symbol.of((kx, ky) -> -diffusivity * Math.pow(Math.hypot(kx, ky), 2 * exponent));
    }

    @Override
    public Set<Law> laws() {
        return exponent <= 1 ? Set.of(Law.MASS, Law.MAXIMUM_PRINCIPLE) : Set.of(Law.MASS);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the coefficients, shortened if they have many digits
     */
    @Override
    public String toString() {
        return OneLine.of(
                "FractionalHeat[diffusivity=" + diffusivity + ", exponent=" + exponent + "]",
                String.format(Locale.ROOT, "FractionalHeat[diffusivity=%.4g, exponent=%.4g]", diffusivity, exponent));
    }
}
