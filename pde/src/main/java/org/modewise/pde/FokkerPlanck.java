package org.modewise.pde;

import java.util.Locale;
import java.util.Set;
import org.modewise.core.internal.Arguments;

/**
 * p_t = -∇·(f p) + D Δp with constant drift f, symbol -if·κ - D|κ|².
 *
 * <p>The density of dX = f dt + √(2D) dW on the torus. Kept: the mass. Never grown: the energy and, of a density that the
 * grid resolves, the maximum. With D &gt; 0 it is ill-posed backward in time, and t &lt; 0 throws.
 *
 * <p>Good values on the unit square: f = (0.5, 0.25), D = 0.01 with t from 0 to 1.
 *
 * @param driftX drift along x, finite
 * @param driftY drift along y, finite
 * @param diffusivity D, length² per time, at least 0 and finite
 * @serial exclude
 */
public record FokkerPlanck(double driftX, double driftY, double diffusivity) implements LinearEquation {
    /**
     * Makes the equation.
     *
     * @param driftX drift along x, finite
     * @param driftY drift along y, finite
     * @param diffusivity D, at least 0 and finite
     * @throws IllegalArgumentException if a drift is NaN or infinite, or D is negative, NaN or infinite
     */
    public FokkerPlanck {
        Arguments.finite(driftX, "driftX");
        Arguments.finite(driftY, "driftY");
        Arguments.nonNegative(diffusivity, "diffusivity");
    }

    @Override
    public Symbol symbol() {
        return Symbol.separable(
                k -> -diffusivity * (k * k), k -> -driftX * k, k -> -diffusivity * (k * k), k -> -driftY * k);
    }

    @Override
    public Set<Law> laws() {
        return Set.of(Law.MASS, Law.MAXIMUM_PRINCIPLE);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the drift and the diffusivity, shortened if they have many digits
     */
    @Override
    public String toString() {
        return OneLine.of(
                "FokkerPlanck[driftX=" + driftX + ", driftY=" + driftY + ", diffusivity=" + diffusivity + "]",
                String.format(
                        Locale.ROOT,
                        "FokkerPlanck[driftX=%.4g, driftY=%.4g, diffusivity=%.4g]",
                        driftX,
                        driftY,
                        diffusivity));
    }
}
