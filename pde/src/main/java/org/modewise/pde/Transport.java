package org.modewise.pde;

import java.util.Set;
import org.modewise.core.internal.Arguments;

/**
 * u_t + c·∇u = 0, symbol -ic·κ.
 *
 * <p>The field moves without changing its shape, u(x,t) = u₀(x - ct), wherever ct falls between the nodes: the
 * trigonometric interpolant is shifted. Kept: mean, energy, every |û|, but the Nyquist modes, which a grid can only
 * shift as a cosine. Reversible: any t, negative too. A wave's phase is right to
 * ε·|t·s|, as if t were rounded, ε = 2⁻⁵².
 *
 * <p>Good values on the unit square: c = (1, 0.5) with t from 0 to 2, when everything is back in its place.
 *
 * @param cx velocity along x, finite
 * @param cy velocity along y, finite
 * @serial exclude
 */
public record Transport(double cx, double cy) implements LinearEquation {
    /**
     * Makes the equation.
     *
     * @param cx velocity along x, finite
     * @param cy velocity along y, finite
     * @throws IllegalArgumentException if a velocity is NaN or infinite
     */
    public Transport {
        Arguments.finite(cx, "cx");
        Arguments.finite(cy, "cy");
    }

    @Override
    public Symbol symbol() {
        return Symbol.separable(k -> 0, k -> -cx * k, k -> 0, k -> -cy * k);
    }

    @Override
    public Set<Law> laws() {
        return Set.of(Law.MASS, Law.ENERGY, Law.MAXIMUM_PRINCIPLE);
    }
}
