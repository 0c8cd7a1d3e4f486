package org.modewise.pde;

import org.modewise.core.internal.Arguments;

/** Another equation, which can be run backward. */
record QuasiReversibility(double epsilon) implements Regularization {
    QuasiReversibility {
        Arguments.positive(epsilon, "epsilon");
    }

    @Override
    public double logFactor(double wavenumber, double exponent, double elapsed) {
        return -epsilon * exponent * (exponent / elapsed);
    }
}
