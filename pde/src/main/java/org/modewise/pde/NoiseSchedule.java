package org.modewise.pde;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * β(t) ≥ 0, the rate at which a diffusion model adds noise, and B(t) = ∫₀ᵗβ: the time that has passed for the process with
 * β = 1. Those of this interface are serializable values, but for {@link #of}, whose function is the caller's.
 */
public interface NoiseSchedule {
    /**
     * β(t).
     *
     * @param t the time, at least 0
     * @return the rate
     * @throws IllegalArgumentException if {@code t} is negative, NaN, infinite or beyond the end, or β negative there
     */
    double rate(double t);

    /**
     * B(t).
     *
     * @param t the time, at least 0
     * @return ∫₀ᵗβ
     * @throws IllegalArgumentException as {@link #rate}, and if β is negative where it is evaluated on the way to {@code t}
     */
    double integral(double t);

    /**
     * β(t) = first + (last - first)·t, with B(t) = first·t + (last - first)·t²/2.
     *
     * @param first β(0), at least 0 and finite
     * @param last β(1), at least 0 and finite
     * @return the schedule, for all t ≥ 0 where β is not negative
     * @throws IllegalArgumentException if a rate is negative, NaN or infinite
     */
    static NoiseSchedule linear(double first, double last) {
        return new LinearSchedule(first, last);
    }

    /**
     * β(t) = 0.1 + 19.9·t, that of the denoising diffusion models of J. Ho, A. Jain and P. Abbeel (NeurIPS 2020) in the
     * continuous time of Y. Song et al. (ICLR 2021).
     *
     * @return the schedule
     */
    static NoiseSchedule linear() {
        return linear(0.1, 20);
    }

    /**
     * e^{-B(t)} = cos²a(t)/cos²a(0) with a = ½π(t + s)/(1 + s), s = 0.008, for t &lt; 1, where nothing is left of the data
     * (A. Nichol, P. Dhariwal, ICML 2021). The original cuts β off near t = 1; this one grows without bound.
     *
     * @return the schedule
     */
    static NoiseSchedule cosine() {
        return new CosineSchedule(0.008);
    }

    /**
     * A schedule that is integrated as {@link TimeChange#ofRate} does it.
     *
     * @param rate β, smooth and not negative
     * @return the schedule
     */
    static NoiseSchedule of(DoubleUnaryOperator rate) {
        Objects.requireNonNull(rate, "rate");
        return IntegratedSchedule.of(rate);
    }
}
