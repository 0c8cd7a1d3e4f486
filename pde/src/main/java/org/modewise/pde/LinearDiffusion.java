package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/**
 * dX = (A(t)X + a(t))dt + B(t)dW, whose density obeys p_t = -∇·((Ax + a)p) + ∇·(D∇p) with D = ½BBᵀ: every process whose
 * law from a point is Gaussian, and so known at any time without time steps.
 *
 * <p>p̂_t(κ) = p̂₀(Φᵀκ)·exp(-iκ·b - ½κ·Σκ), where X_t given X₀ = x is normal with mean Φx + b and covariance Σ.
 * Densities live on the plane, not on a torus: the grid is a window, which must hold where the density starts and where
 * it goes. On a line, a grid of one row or of one column, they are those of the coordinate along it.
 */
public interface LinearDiffusion extends Equation<Field2D> {
    /**
     * The law of X_t given X₀.
     *
     * @param t the time, at least 0 and finite
     * @return mean and covariance
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite, or the law is not finite
     */
    GaussianTransition transition(double t);

    /**
     * The coefficients at a time: drift Ax + a and diffusivity D.
     *
     * @param t the time, at least 0 and finite
     * @return the equation whose coefficients are always these
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite
     */
    LinearSde coefficients(double t);

    /**
     * Prepares the exact density from samples of the initial one, as it is: no sample is clipped, and nothing is
     * normalised, {@link DensitySolution#massError} says what it lacks. Outside its grid it counts as 0 for the
     * density, whose error there is the mass that is missing; between nodes it has no waves above Nyquist. What this
     * law becomes is right at the nodes, however few of them show it. For logarithms and scores it goes on as {@link
     * #solveLog} says. Those are exact to rounding once noise reaches from node to node, from about t = h²/D on;
     * before, and the score at t = 0, they are refused where the samples are not dense enough.
     *
     * @param density p₀, fallen to nothing at the edges of its grid
     * @return the density at any time, on the same grid
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first
     */
    @Override
    default DensitySolution solve(Field2D density) {
        return FieldDensity.of(this, density);
    }

    /**
     * Prepares the exact density from samples of the logarithm of the initial one, which reach further down than the
     * density itself: logarithms and scores keep the digits of tails below 1e-308. Beyond the edges the logarithm goes
     * on where it falls smoothly, far out as a parabola, as far as the drift and the noise bring it in; where it does
     * not fall, nothing is known.
     *
     * <p>Logarithms and scores of p &gt; 1e-100 are refused where the nodes do not tell them well enough for a relative
     * error of 1e-10: where they come from beyond the edges and the outermost nodes do not tell the tail, so that the
     * grid is too small for a mixture that contracts; and where noise is too faint to reach from node to node, and one
     * component gives way to another between two of them. Below, they are as good as the tail, and -∞ where it is not
     * followed. What lies below rounding at the edge and would come to light beyond it, nobody can know.
     *
     * @param logDensity ln p₀, -∞ where p₀ is 0
     * @return the density at any time, on the same grid
     * @throws IllegalArgumentException if a sample is NaN, +∞ or so large that p₀ overflows, naming the first
     */
    default DensitySolution solveLog(Field2D logDensity) {
        return FieldDensity.ofLog(this, logDensity);
    }

    /**
     * Prepares the exact density from one that is known in closed form, tails and all.
     *
     * @param initial p₀
     * @param grid the nodes where the density is wanted
     * @return the density at any time, at these nodes
     */
    default DensitySolution solve(GaussianMixture initial, Grid2D grid) {
        return new MixtureDensity(this, initial, grid);
    }

    /**
     * The law of X_t for an initial law that is a mixture: one too, in closed form.
     *
     * @param initial the law of X₀
     * @param t the time, at least 0 and finite
     * @return the law of X_t
     * @throws IllegalArgumentException as {@link #transition}
     */
    default GaussianMixture evolve(GaussianMixture initial, double t) {
        return initial.after(transition(t));
    }
}
