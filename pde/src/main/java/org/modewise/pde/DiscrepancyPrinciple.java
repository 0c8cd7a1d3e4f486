package org.modewise.pde;

import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.modewise.core.internal.Arguments;

/**
 * ‖Ku - v‖ = δ: of all regularisations of a kind the weakest whose result u, run forward by K, misses the data v by as
 * much as the noise. To fit the data better would be to fit the noise.
 *
 * <p>It smooths a little too much, the less so the more has decayed. Measured on one photograph of 512x512 pixels, and
 * on it averaged to 128x128, with noise of 1e-3 on values from 0 to 1: blurred by 2 to 20 pixels, its error is within 10 %
 * of the least that any parameter gives. Quasi-reversibility also dampens waves which the data show well, so the residual
 * would make it too weak by far: for it the cut-off is chosen, and then the ε = τ/(4 ln A) that amplifies by no more than
 * that does, A.
 *
 * <p>The noise is white, of a known σ; δ² = σ²(N + 2√(2N)) for N samples, which it exceeds once in forty times. Source:
 * Morozov, Soviet Math. Dokl. 7 (1966); Engl, Hanke and Neubauer, Regularization of Inverse Problems (1996), section 4.3.
 */
public final class DiscrepancyPrinciple {
    /** Parameters from 1e-300 to 1e300. */
    private static final double LARGEST_LOGARITHM = 300 * Math.log(10);

    /** Of the logarithm of a parameter, far below what a result could show. */
    private static final double ACCURACY = 1e-6;

    private DiscrepancyPrinciple() {}

    /**
     * Chooses a regularisation for a solution backward in time.
     *
     * @param solution the solution from noisy data
     * @param t time since the data, negative
     * @param noise σ, the standard deviation of the noise on a sample of the data, positive and finite
     * @param kind from a positive parameter to a regularisation, as {@code Regularization::tikhonov}; its φ must only grow
     *     or only fall with the parameter
     * @return the one whose residual is the noise, or the nearest below it; a record that holds the parameter
     * @throws IllegalArgumentException if {@code t} is not negative, {@code noise} is not positive and finite, the noise
     *     is so large that all which has decayed may be noise, or so small that no parameter reaches it, or the kind is
     *     quasi-reversibility and nothing is amplified
     */
    public static Regularization choose(
            SpectralSolution solution, double t, double noise, DoubleFunction<Regularization> kind) {
        Objects.requireNonNull(solution, "solution");
        Objects.requireNonNull(kind, "kind");
        Arguments.positive(noise, "noise");
        if (!(t < 0)) {
            throw new IllegalArgumentException("t must be < 0, got " + t);
        }
        return kind.apply(1) instanceof QuasiReversibility
                ? quasiReversibility(solution, t, noise)
                : ofNoise(solution, t, noise, kind);
    }

    private static Regularization quasiReversibility(SpectralSolution solution, double t, double noise) {
        Regularization cutoff = ofNoise(solution, t, noise, Regularization::cutoff);
        double amplification = solution.backward(cutoff).report(t).largestAmplification();
        if (!(amplification > 1)) {
            throw new IllegalArgumentException(
                    "t must be so far back that a wave is amplified, got " + t + ": no epsilon does nothing");
        }
        return Regularization.quasiReversibility(-t / (4 * Math.log(amplification)));
    }

    private static Regularization ofNoise(
            SpectralSolution solution, double t, double noise, DoubleFunction<Regularization> kind) {
        double allowed =
                noise * Math.sqrt(1 + 2 * Math.sqrt(2.0 / solution.grid().size()));
        DoubleUnaryOperator excess =
                logarithm -> solution.backward(kind.apply(Math.exp(logarithm))).residual(t) - allowed;
        boolean low = excess.applyAsDouble(-LARGEST_LOGARITHM) <= 0;
        boolean high = excess.applyAsDouble(LARGEST_LOGARITHM) <= 0;
        if (low && high) {
            throw new IllegalArgumentException("noise must be below what has decayed of the data, got " + noise);
        }
        if (!low && !high) {
            throw new IllegalArgumentException(
                    "noise must be above what no parameter restores of the data, got " + noise);
        }
        return kind.apply(Math.exp(within(excess, low ? -1 : 1)));
    }

    /** By bisection, since the residual of a cut-off has steps; the end on which there is no excess. */
    private static double within(DoubleUnaryOperator excess, int side) {
        double within = side * LARGEST_LOGARITHM;
        double beyond = -within;
        while (Math.abs(beyond - within) > ACCURACY) {
            double middle = 0.5 * (within + beyond);
            if (excess.applyAsDouble(middle) <= 0) {
                within = middle;
            } else {
                beyond = middle;
            }
        }
        return within;
    }
}
