package org.modewise.pde;

import org.modewise.core.internal.Arguments;

/**
 * φ = 1/(1 + λe^{2x}): a penalty on the size of the result. See {@link Regularization#tikhonov}.
 *
 * @param lambda λ, positive and finite
 */
public record Tikhonov(double lambda) implements Regularization {
    /**
     * Makes the filter.
     *
     * @param lambda λ
     * @throws IllegalArgumentException if λ is not positive and finite
     */
    public Tikhonov {
        Arguments.positive(lambda, "lambda");
    }

    @Override
    public double logFactor(double wavenumber, double exponent, double elapsed) {
        return logFactor(Math.log(lambda), exponent);
    }

    /** ln 1/(1 + e^{ln λ + 2x}): the exponential alone may overflow. */
    static double logFactor(double logLambda, double exponent) {
        double z = logLambda + 2 * Arguments.positive(exponent, "exponent");
        return -Math.max(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
    }
}
