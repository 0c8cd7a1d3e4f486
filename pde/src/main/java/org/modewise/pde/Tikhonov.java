package org.modewise.pde;

import org.modewise.core.internal.Arguments;

/** A penalty on the size of the result. */
record Tikhonov(double lambda) implements Regularization {
    Tikhonov {
        Arguments.positive(lambda, "lambda");
    }

    @Override
    public double logFactor(double wavenumber, double exponent, double elapsed) {
        return logFactor(Math.log(lambda), exponent);
    }

    /** ln 1/(1 + e^{ln λ + 2x}), for any x: the exponential alone may overflow. */
    static double logFactor(double logLambda, double exponent) {
        double z = logLambda + 2 * exponent;
        return -Math.max(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
    }
}
