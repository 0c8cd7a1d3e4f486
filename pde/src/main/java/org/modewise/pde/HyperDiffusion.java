package org.modewise.pde;

import java.util.Set;
import org.modewise.core.internal.Arguments;

/**
 * u_t = -ν(-Δ)ᵖu, symbol -ν|κ|²ᵖ.
 *
 * <p>The higher the order, the sharper the line between fine waves, which vanish, and long ones, which do not notice: what
 * simulations of turbulence drain energy with. p = 1 is {@link Heat}, p = 2 the biharmonic flow u_t = -νΔ²u. Kept: the
 * mean. Never grown: the energy and every |û|; the maximum may grow if p &gt; 1, as the kernel has negative
 * parts. Backward in time it is ill-posed, and t &lt; 0 throws.
 *
 * <p>Good values on the unit square: p = 2, ν = 1e-6 with t from 0 to 1; in general νκ²ᵖt about 1 at the wavenumber κ where
 * the field shall end.
 *
 * @param coefficient ν, length²ᵖ per time, at least 0 and finite
 * @param order p, at least 1
 * @serial exclude
 */
public record HyperDiffusion(double coefficient, int order) implements LinearEquation {
    /**
     * Makes the equation.
     *
     * @param coefficient ν, at least 0 and finite
     * @param order p, at least 1
     * @throws IllegalArgumentException if ν is negative, NaN or infinite, or p is below 1
     */
    public HyperDiffusion {
        Arguments.nonNegative(coefficient, "coefficient");
        Arguments.atLeastOne(order, "order");
    }

    @Override
    public Symbol symbol() {
        return new FractionalHeat(coefficient, order).symbol();
    }

    @Override
    public Set<Law> laws() {
        return new FractionalHeat(coefficient, order).laws();
    }
}
