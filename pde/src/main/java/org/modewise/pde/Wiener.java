package org.modewise.pde;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.modewise.core.internal.Arguments;

/**
 * φ = S/(S + σ²e^{2x}): the least mean square error, given the power of the signal, as {@link Tikhonov}'s with a λ for each
 * wavenumber. See {@link Regularization#wiener}.
 *
 * @param noise σ, the standard deviation of the noise on a sample, positive and finite
 * @param signal S(|κ|), the expected |û|²/(nx·ny) of the field looked for, by angular wavenumber
 */
public record Wiener(double noise, DoubleUnaryOperator signal) implements Regularization {
    /**
     * Makes the filter.
     *
     * @param noise σ
     * @param signal S
     * @throws IllegalArgumentException if σ is not positive and finite
     */
    public Wiener {
        Arguments.positive(noise, "noise");
        Objects.requireNonNull(signal, "signal");
    }

    @Override
    public double logFactor(double wavenumber, double exponent, double elapsed) {
        double power = signal.applyAsDouble(wavenumber);
        if (!(power >= 0)) {
            throw new IllegalArgumentException(
                    "signal must be >= 0, got " + power + " at wavenumber " + (float) wavenumber);
        }
        return Tikhonov.logFactor(2 * Math.log(noise) - Math.log(power), exponent);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the noise
     */
    @Override
    public String toString() {
        return "Wiener[noise=" + noise + "]";
    }
}
