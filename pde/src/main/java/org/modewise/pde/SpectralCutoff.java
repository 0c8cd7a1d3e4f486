package org.modewise.pde;

import org.modewise.core.internal.Arguments;

/**
 * φ = 1 where e^x ≤ A, else 0: all or nothing, by amplification. See {@link Regularization#cutoff}.
 *
 * @param maxAmplification A, positive and finite
 */
public record SpectralCutoff(double maxAmplification) implements Regularization {
    /**
     * Makes the filter.
     *
     * @param maxAmplification A
     * @throws IllegalArgumentException if A is not positive and finite
     */
    public SpectralCutoff {
        Arguments.positive(maxAmplification, "maxAmplification");
    }

    @Override
    public double logFactor(double wavenumber, double exponent, double elapsed) {
        return Arguments.positive(exponent, "exponent") <= Math.log(maxAmplification) ? 0 : Double.NEGATIVE_INFINITY;
    }
}
