package org.modewise.pde;

import java.util.function.DoubleUnaryOperator;

/**
 * φ(κ), from 0 to 1: how much of a wave that has decayed by e^{-x} is taken back when a solution runs backward in time.
 * It is amplified by φe^x, where e^x alone would turn the noise on fine waves into all that is left.
 *
 * <p>What is small here, an amplification that is, loses detail; what is large gains noise. {@link DiscrepancyPrinciple}
 * weighs one against the other if the noise is known. Immutable, safe to share between threads if the functions are.
 *
 * <p>Waves that have not decayed, x ≤ 0, are never touched: φ = 1, so that a mean that is kept is kept backward too, and
 * at t = 0 there are the data. The formulas hold where x &gt; 0. Those of {@link #tikhonov} and {@link #wiener} do not
 * begin at 1 there: at once before t = 0 the waves that decay are weaker by 1/(1 + λ) and S/(S + σ²).
 */
public sealed interface Regularization permits SpectralCutoff, Tikhonov, Wiener, QuasiReversibility {
    /**
     * ln φ for a wave that has decayed: a logarithm, since φe^x may be a number where e^x is none.
     *
     * @param wavenumber |κ|, angular
     * @param exponent x, where the wave has decayed by e^{-x}, positive and finite
     * @param elapsed how far back in time that is, positive and finite
     * @return ln φ, at most 0; -∞ for a wave that is left out
     * @throws IllegalArgumentException if an argument on which φ depends is out of range
     */
    double logFactor(double wavenumber, double exponent, double elapsed);

    /**
     * φ = 1 where e^x ≤ A, else 0: waves that would be amplified more are cut. Sharp edges ring. Below A = 1 all that has
     * decayed is cut.
     *
     * <p>Good values: A = the largest |û| that matters over the noise; 10 to 1000 for photographs. Source: Engl, Hanke and
     * Neubauer, Regularization of Inverse Problems (1996), section 3.3.
     *
     * @param maxAmplification A, positive and finite
     * @return the filter
     * @throws IllegalArgumentException if A is not positive and finite
     */
    static Regularization cutoff(double maxAmplification) {
        return new SpectralCutoff(maxAmplification);
    }

    /**
     * φ = 1/(1 + λe^{2x}) where x &gt; 0, which minimises ‖Ku - v‖² + λ‖u‖² over those waves, where K is the way forward.
     * None of them is amplified by more than 1/(2√λ).
     *
     * <p>Good values: λ = (noise / size of the detail)², 1e-6 to 1e-2 for photographs. Source: Tikhonov, Soviet Math.
     * Dokl. 4 (1963).
     *
     * @param lambda λ, positive and finite
     * @return the filter
     * @throws IllegalArgumentException if λ is not positive and finite
     */
    static Regularization tikhonov(double lambda) {
        return new Tikhonov(lambda);
    }

    /**
     * φ = S/(S + σ²e^{2x}) where x &gt; 0, which has the least expected error on those waves if the noise is white and S is
     * right.
     *
     * <p>Good values: S = c·|κ|^{-p} with p from 2 to 3 for photographs, and c = variance·nx·ny / Σ|κ|^{-p} over all modes
     * but the mean, which gives the field looked for its variance; that of the data is a little less. Source: Wiener,
     * Extrapolation, Interpolation, and Smoothing of Stationary Time Series (1949).
     *
     * @param noise σ, the standard deviation of the noise on a sample, positive and finite
     * @param signal S(|κ|), the expected |û|²/(nx·ny) of the field looked for, by angular wavenumber, at least 0; where it
     *     is 0 the wave is left out
     * @return the filter
     * @throws IllegalArgumentException if σ is not positive and finite
     */
    static Regularization wiener(double noise, DoubleUnaryOperator signal) {
        return new Wiener(noise, signal);
    }

    /**
     * φ = e^{-εx²/τ} where x &gt; 0: u_t = Lu + εL²u in place of u_t = Lu, a distance τ back in time, where L is symmetric.
     * Rates of decay r become r - εr²; the largest amplification is e^{τ/4ε}.
     *
     * <p>Good values: ε = τ/(4 ln A) for a largest amplification A, as {@link DiscrepancyPrinciple} chooses it. Source:
     * Lattès and Lions, The Method of Quasi-Reversibility (1969), chapter 1.
     *
     * @param epsilon ε, a time, positive and finite
     * @return the filter
     * @throws IllegalArgumentException if ε is not positive and finite
     */
    static Regularization quasiReversibility(double epsilon) {
        return new QuasiReversibility(epsilon);
    }
}
