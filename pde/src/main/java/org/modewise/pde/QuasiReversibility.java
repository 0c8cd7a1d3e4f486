package org.modewise.pde;

import org.modewise.core.internal.Arguments;

/**
 * φ = e^{-εx²/τ}: another equation, which can be run backward. See {@link Regularization#quasiReversibility}.
 *
 * @param epsilon ε, a time, positive and finite
 */
public record QuasiReversibility(double epsilon) implements Regularization {
    /**
     * Makes the filter.
     *
     * @param epsilon ε
     * @throws IllegalArgumentException if ε is not positive and finite
     */
    public QuasiReversibility {
        Arguments.positive(epsilon, "epsilon");
    }

    @Override
    public double logFactor(double wavenumber, double exponent, double elapsed) {
        Arguments.positive(exponent, "exponent");
        return -epsilon * exponent * (exponent / Arguments.positive(elapsed, "elapsed"));
    }
}
