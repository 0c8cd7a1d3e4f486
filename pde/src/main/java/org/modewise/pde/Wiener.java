package org.modewise.pde;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.modewise.core.internal.Arguments;

/** The least mean square error, given the power of the signal: Tikhonov's with a λ for each wavenumber. */
record Wiener(double noise, DoubleUnaryOperator signal) implements Regularization {
    Wiener {
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

    @Override
    public String toString() {
        return "Wiener[noise=" + noise + "]";
    }
}
