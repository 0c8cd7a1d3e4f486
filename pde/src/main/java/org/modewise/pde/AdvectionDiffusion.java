package org.modewise.pde;

import java.util.Locale;
import java.util.Set;
import org.modewise.core.internal.Arguments;

/**
 * u_t + c·∇u = ∇·(D∇u), symbol -ic·κ - κ·Dκ.
 *
 * <p>A field that moves while it spreads, faster along some directions than along others; of a density it is the
 * Fokker–Planck equation of dX = c dt + √(2D) dW. Kept: the mean. Never grown: the energy and, of a field that the grid
 * resolves, the maximum. With D ≠ 0 it is ill-posed backward in time, and t &lt; 0 throws.
 *
 * <p>Good values on the unit square: c = (0.5, 0.25), D = (0.01, 0.004, 0.005) with t from 0 to 1. With D = d·I it is
 * {@link FokkerPlanck}.
 *
 * @param cx velocity along x, length per time, finite
 * @param cy velocity along y, finite
 * @param dxx diffusivity along x, length² per time, at least 0 and finite
 * @param dxy mixed diffusivity, with dxy² ≤ dxx·dyy
 * @param dyy diffusivity along y, at least 0 and finite
 * @serial exclude
 */
public record AdvectionDiffusion(double cx, double cy, double dxx, double dxy, double dyy) implements LinearEquation {
    /**
     * Makes the equation.
     *
     * @param cx velocity along x, finite
     * @param cy velocity along y, finite
     * @param dxx diffusivity along x, at least 0 and finite
     * @param dxy mixed diffusivity, finite
     * @param dyy diffusivity along y, at least 0 and finite
     * @throws IllegalArgumentException if a velocity is NaN or infinite, or the tensor is none that
     *     {@link AnisotropicHeat} takes, quoting its determinant
     */
    public AdvectionDiffusion {
        Arguments.finite(cx, "cx");
        Arguments.finite(cy, "cy");
        new AnisotropicHeat(dxx, dxy, dyy);
    }

    @Override
    public Symbol symbol() {
        return new Transport(cx, cy).symbol().plus(new AnisotropicHeat(dxx, dxy, dyy).symbol());
    }

    @Override
    public Set<Law> laws() {
        return Set.of(Law.MASS, Law.MAXIMUM_PRINCIPLE);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the velocity and the tensor, shortened if they have many digits
     */
    @Override
    public String toString() {
        return OneLine.of(
                "AdvectionDiffusion[cx=" + cx + ", cy=" + cy + ", dxx=" + dxx + ", dxy=" + dxy + ", dyy=" + dyy + "]",
                String.format(Locale.ROOT, "AdvectionDiffusion[%.3g, %.3g, %.3g, %.3g, %.3g]", cx, cy, dxx, dxy, dyy));
    }
}
