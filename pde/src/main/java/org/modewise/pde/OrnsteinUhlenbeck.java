package org.modewise.pde;

import java.io.Serializable;
import java.util.Locale;
import org.modewise.core.internal.Arguments;

/**
 * dX = -θ(X - μ)dt + √(2D)dW, density p_t = θ∇·((x - μ)p) + D Δp.
 *
 * <p>X_t given X₀ = x is normal with mean μ + e^{-θt}(x - μ) and variance (D/θ)(1 - e^{-2θt}) along each axis: everything
 * is drawn to μ and blurred, until nothing is left of the initial density but the stationary one, N(μ, D/θ). Kept: the mass.
 * θ = 0 is heat on the plane. Times t ≥ 0: backward it is ill-posed.
 *
 * <p>Good values on the line [-8, 8): θ = 1, μ = 0, D = 1 with t from 0 to 3. The grid must resolve the initial density;
 * that at t is right at the nodes even where √(D/θ) is less than their distance, though then they no longer tell its mass.
 *
 * @param rate θ, 1/time, at least 0
 * @param meanX μ along x
 * @param meanY μ along y
 * @param diffusivity D, length² per time, at least 0; σ²/2 for noise σdW
 * @serial exclude
 */
public record OrnsteinUhlenbeck(double rate, double meanX, double meanY, double diffusivity)
        implements LinearDiffusion, Serializable {
    /**
     * Makes the equation.
     *
     * @param rate θ, at least 0 and finite
     * @param meanX μ along x, finite
     * @param meanY μ along y, finite
     * @param diffusivity D, at least 0 and finite
     * @throws IllegalArgumentException if θ or D is negative, or a number NaN or infinite
     */
    public OrnsteinUhlenbeck {
        Arguments.nonNegative(rate, "rate");
        Arguments.finite(meanX, "meanX");
        Arguments.finite(meanY, "meanY");
        Arguments.nonNegative(diffusivity, "diffusivity");
    }

    @Override
    public GaussianTransition transition(double t) {
        Arguments.nonNegative(t, "t");
        double pull = -Math.expm1(-rate * t);
        double twice = 2 * rate * t;
        double variance = twice > 1
                ? diffusivity / rate * -Math.expm1(-twice)
                : 2 * diffusivity * t * (twice == 0 ? 1 : -Math.expm1(-twice) / twice);
        return GaussianTransition.isotropic(Math.exp(-rate * t), meanX * pull, meanY * pull, variance);
    }

    @Override
    public LinearSde coefficients(double t) {
        Arguments.nonNegative(t, "t");
        return new LinearSde(-rate, 0, 0, -rate, rate * meanX, rate * meanY, diffusivity, 0, diffusivity);
    }

    /**
     * What is left as t → ∞.
     *
     * @return N(μ, D/θ)
     * @throws IllegalArgumentException if θ = 0, where nothing is
     */
    public GaussianMixture stationary() {
        Arguments.positive(rate, "rate");
        return GaussianMixture.gaussian(meanX, meanY, Math.sqrt(diffusivity / rate));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the parameters, shortened if they have many digits
     */
    @Override
    public String toString() {
        return OneLine.of(
                "OrnsteinUhlenbeck[rate=" + rate + ", meanX=" + meanX + ", meanY=" + meanY + ", diffusivity="
                        + diffusivity + "]",
                String.format(
                        Locale.ROOT,
                        "OrnsteinUhlenbeck[rate=%.3g, mean=(%.3g, %.3g), D=%.3g]",
                        rate,
                        meanX,
                        meanY,
                        diffusivity));
    }
}
