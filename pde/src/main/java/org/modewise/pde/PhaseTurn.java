package org.modewise.pde;

import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/** e^{-iθt} with θ = ½h|κ|², as the propagator of (Re ψ, Im ψ): (cos, sin; -sin, cos), a product over the axes. */
final class PhaseTurn implements PairPropagator {
    private static final ElementaryFunctions FUNCTIONS = ElementaryFunctions.preferred();

    /** θ along the inner axis, then along the outer one. */
    private final double[] rate;

    private final int inner;

    PhaseTurn(double h, Quadrant quadrant) {
        this.inner = quadrant.inner().half();
        this.rate = new double[inner + quadrant.outer().half()];
        for (int k = 0; k < rate.length; k++) {
            double wavenumber = k < inner
                    ? quadrant.inner().wavenumber(k)
                    : quadrant.outer().wavenumber(k - inner);
            rate[k] = 0.5 * h * (wavenumber * wavenumber);
            if (!(rate[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "hbarOverMass must keep the frequencies finite, got " + h + " at wavenumber " + wavenumber);
            }
        }
    }

    @Override
    public double bound(double t) {
        Arguments.finite(t, "t");
        double finest = Math.max(rate[inner - 1], rate[rate.length - 1]);
        if (!(Math.abs(t) * finest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("t must keep the solution finite, got " + t
                    + ": the finest wave would turn by " + (float) (t * finest));
        }
        return 1;
    }

    @Override
    public int scratch() {
        return rate.length;
    }

    @Override
    public void propagate(double t, Factors factors) {
        double[] cos = factors.aa();
        double[] sin = factors.ab();
        double[] axisSin = factors.scratch();
        double[] axisCos = factors.moreScratch();
        for (int k = 0; k < rate.length; k++) {
            axisSin[k] = t * rate[k];
        }
        FUNCTIONS.sinCos(axisSin, 0, axisSin, axisCos, 0, rate.length);
        for (int line = 0; line < rate.length - inner; line++) {
            double c = axisCos[inner + line];
            double s = axisSin[inner + line];
            for (int k = 0; k < inner; k++) {
                cos[line * inner + k] = c * axisCos[k] - s * axisSin[k];
                sin[line * inner + k] = s * axisCos[k] + c * axisSin[k];
            }
        }
        for (int k = 0; k < cos.length; k++) {
            factors.ba()[k] = -sin[k];
            factors.bb()[k] = cos[k];
        }
    }
}
