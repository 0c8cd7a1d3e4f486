package org.modewise.pde;

import org.modewise.core.internal.Arguments;

/** All or nothing, by amplification. */
record SpectralCutoff(double maxAmplification) implements Regularization {
    SpectralCutoff {
        Arguments.positive(maxAmplification, "maxAmplification");
    }

    @Override
    public double logFactor(double wavenumber, double exponent, double elapsed) {
        return exponent <= Math.log(maxAmplification) ? 0 : Double.NEGATIVE_INFINITY;
    }
}
