package org.modewise.pde;

import java.util.Objects;
import java.util.function.DoubleFunction;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.AllowedSolution;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.modewise.core.internal.Arguments;

/**
 * ‖Ku - v‖ = δ: of all regularisations of a kind the weakest whose result u, run forward by K, misses the data v by as
 * much as the noise. To fit the data better would be to fit the noise.
 *
 * <p>It smooths a little too much, the less so the more has decayed: the error of a photograph deblurred is within 10 %
 * of the least that any parameter gives, if the blur is two pixels or more. Quasi-reversibility it cannot choose: that
 * also dampens waves which the data show well, so the residual would make it too weak by far. There
 * ε = τ/(4 ln A) is right, with A the largest amplification of the cut-off that is chosen here.
 *
 * <p>The noise is white, of a known σ; δ² = σ²(N + 2√(2N)) for N samples, which it exceeds once in forty times. Source:
 * Morozov, Soviet Math. Dokl. 7 (1966); Engl, Hanke and Neubauer, Regularization of Inverse Problems (1996), section 4.3.
 */
public final class DiscrepancyPrinciple {
    /** Parameters from 1e-300 to 1e300. */
    private static final double LARGEST_LOGARITHM = 300 * Math.log(10);

    /** Of the logarithm of a parameter, far below what a result could show. */
    private static final double ACCURACY = 1e-6;

    private static final int MOST_EVALUATIONS = 200;

    private DiscrepancyPrinciple() {}

    /**
     * Chooses a regularisation for a solution backward in time.
     *
     * @param solution the solution from noisy data
     * @param t time since the data, negative
     * @param noise σ, the standard deviation of the noise on a sample of the data, positive and finite
     * @param kind from a positive parameter to a regularisation, as {@code Regularization::tikhonov}; its φ must only grow
     *     or only fall with the parameter
     * @return the one whose residual is the noise, or the nearest below it
     * @throws IllegalArgumentException if {@code t} is not negative, {@code noise} is not positive and finite, or the noise
     *     is so large that all which has decayed may be noise, or so small that no parameter reaches it, or the kind is quasi-reversibility
     */
    public static Regularization choose(
            SpectralSolution solution, double t, double noise, DoubleFunction<Regularization> kind) {
        Objects.requireNonNull(solution, "solution");
        Objects.requireNonNull(kind, "kind");
        Arguments.positive(noise, "noise");
        if (!(t < 0)) {
            throw new IllegalArgumentException("t must be < 0, got " + t);
        }
        if (kind.apply(1) instanceof QuasiReversibility) {
            throw new IllegalArgumentException("kind must not be quasi-reversibility, whose residual tells nothing:"
                    + " take epsilon = -t / (4 ln A) with the amplification A of the cut-off chosen here");
        }
        double allowed =
                noise * Math.sqrt(1 + 2 * Math.sqrt(2.0 / solution.grid().size()));
        UnivariateFunction excess =
                logarithm -> solution.backward(kind.apply(Math.exp(logarithm))).residual(t) / allowed - 1;
        double low = excess.value(-LARGEST_LOGARITHM);
        double high = excess.value(LARGEST_LOGARITHM);
        if (low <= 0 && high <= 0) {
            throw new IllegalArgumentException("noise must be below what has decayed of the data, got " + noise);
        }
        if (low > 0 && high > 0) {
            throw new IllegalArgumentException(
                    "noise must be above what no parameter restores of the data, got " + noise);
        }
        double logarithm = new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, 5)
                .solve(MOST_EVALUATIONS, excess, -LARGEST_LOGARITHM, LARGEST_LOGARITHM, AllowedSolution.BELOW_SIDE);
        return kind.apply(Math.exp(logarithm));
    }
}
