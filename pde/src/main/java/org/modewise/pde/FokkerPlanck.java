package org.modewise.pde;

import org.modewise.core.internal.Arguments;

/**
 * p_t = -∇·(f p) + D Δp with constant drift f, symbol -if·κ - D|κ|².
 *
 * <p>The density of dX = f dt + √(2D) dW on the torus. Kept: the mass. Never grown: the maximum, the energy. With D &gt; 0
 * it is ill-posed backward in time, and t &lt; 0 throws.
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
}
