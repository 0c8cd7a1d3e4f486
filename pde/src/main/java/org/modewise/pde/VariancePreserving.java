package org.modewise.pde;

import java.io.Serializable;
import java.util.Objects;

/**
 * dX = -½β(t)X dt + √β(t) dW: the forward process of denoising diffusion models, the Ornstein–Uhlenbeck process of rate ½
 * and diffusivity ½ at the time B(t) = ∫₀ᵗβ.
 *
 * <p>X_t = √ᾱ X₀ + √(1-ᾱ) Z with ᾱ = e^{-B(t)} and Z ~ N(0, I): data of variance 1 keep it, and all data end in N(0, I).
 *
 * <p>Good values: {@code new VariancePreserving(NoiseSchedule.linear())} on the line [-8, 8) with t from 0 to 1.
 *
 * @param schedule β and its integral
 * @serial exclude
 */
public record VariancePreserving(NoiseSchedule schedule) implements LinearDiffusion, Serializable {
    private static final OrnsteinUhlenbeck UNIT = new OrnsteinUhlenbeck(0.5, 0, 0, 0.5);

    /**
     * Makes the process.
     *
     * @param schedule β and its integral
     */
    public VariancePreserving {
        Objects.requireNonNull(schedule, "schedule");
    }

    @Override
    public GaussianTransition transition(double t) {
        return UNIT.transition(schedule.integral(t));
    }

    @Override
    public LinearSde coefficients(double t) {
        return UNIT.coefficients(0).times(schedule.rate(t));
    }

    /**
     * √ᾱ(t) = e^{-B(t)/2}, what is left of the data.
     *
     * @param t the time, at least 0
     * @return the factor of X₀ in X_t
     * @throws IllegalArgumentException as {@link #transition}
     */
    public double signal(double t) {
        return transition(t).xx();
    }

    /**
     * √(1 - ᾱ(t)), the standard deviation of the noise.
     *
     * @param t the time, at least 0
     * @return the factor of Z in X_t
     * @throws IllegalArgumentException as {@link #transition}
     */
    public double noise(double t) {
        return Math.sqrt(transition(t).varianceX());
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the schedule
     */
    @Override
    public String toString() {
        return OneLine.of("VariancePreserving[" + schedule + "]", "VariancePreserving[a schedule]");
    }
}
