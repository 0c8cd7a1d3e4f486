package org.modewise.pde;

import java.io.Serializable;
import org.modewise.core.internal.Arguments;

/**
 * dX = √(dσ²/dt) dW with σ(t) = σ₀(σ₁/σ₀)ᵗ: the forward process of score matching with Langevin dynamics (Y. Song et al.,
 * ICLR 2021), heat on the plane under a change of time.
 *
 * <p>X_t = X₀ + √(σ²(t) - σ₀²) Z with Z ~ N(0, I). Nothing is drawn back: the grid must hold the data and some eight σ(t)
 * around them.
 *
 * <p>Good values: {@code new VarianceExploding(0.01, 1)} on the line [-12, 12) with t from 0 to 1.
 *
 * @param first σ(0), positive
 * @param last σ(1), above σ(0)
 * @serial exclude
 */
public record VarianceExploding(double first, double last) implements LinearDiffusion, Serializable {
    /**
     * Makes the process.
     *
     * @param first σ(0), positive and finite
     * @param last σ(1), above σ(0) and finite
     * @throws IllegalArgumentException if a standard deviation is not positive and finite, or the last not above the first
     */
    public VarianceExploding {
        Arguments.positive(first, "first");
        Arguments.positive(last, "last");
        if (last <= first) {
            throw new IllegalArgumentException("last must be > first, got last = " + last + ", first = " + first);
        }
    }

    /** d ln σ²/dt. */
    private double growth() {
        return 2 * (Math.log(last) - Math.log(first));
    }

    @Override
    public GaussianTransition transition(double t) {
        Arguments.nonNegative(t, "t");
        return GaussianTransition.isotropic(1, 0, 0, first * first * Math.expm1(growth() * t));
    }

    @Override
    public LinearSde coefficients(double t) {
        Arguments.nonNegative(t, "t");
        double diffusivity = 0.5 * growth() * first * first * Math.exp(growth() * t);
        return new LinearSde(0, 0, 0, 0, 0, 0, diffusivity, 0, diffusivity);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the standard deviations
     */
    @Override
    public String toString() {
        return "VarianceExploding[sigma from " + (float) first + " to " + (float) last + "]";
    }
}
