package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/** e^{-iθt} with θ = ½h|κ|², as the propagator of (Re ψ, Im ψ): (cos, sin; -sin, cos), a product over the axes. */
final class PhaseTurn implements PairPropagator {
    private static final ElementaryFunctions FUNCTIONS = ElementaryFunctions.preferred();

    /** θ along y, then along x. */
    private final double[] rate;

    private final int rows;
    private final int lineLength;
    private final double fastest;

    PhaseTurn(double h, Quadrant quadrant) {
        this.rows = quadrant.rows();
        this.lineLength = quadrant.lineLength();
        this.rate = new double[rows + quadrant.x().half()];
        for (int k = 0; k < rate.length; k++) {
            double wavenumber =
                    k < rows ? quadrant.y().wavenumber(k) : quadrant.x().wavenumber(k - rows);
            rate[k] = 0.5 * h * (wavenumber * wavenumber);
            if (!(rate[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "hbarOverMass must keep the frequencies finite, got " + h + " at wavenumber " + wavenumber);
            }
        }
        this.fastest = Arrays.stream(rate).max().orElse(0);
    }

    @Override
    public double bound(double t) {
        Arguments.finite(t, "t");
        if (!(Math.abs(t) * fastest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("t must keep the solution finite, got " + t
                    + ": the finest wave would turn by " + (float) (t * fastest));
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
        for (int line = 0; line < rate.length - rows; line++) {
            double c = axisCos[rows + line];
            double s = axisSin[rows + line];
            int start = line * lineLength;
            for (int k = 0; k < rows; k++) {
                cos[start + k] = c * axisCos[k] - s * axisSin[k];
                sin[start + k] = s * axisCos[k] + c * axisSin[k];
            }
        }
        for (int k = 0; k < cos.length; k++) {
            factors.ba()[k] = -sin[k];
            factors.bb()[k] = cos[k];
        }
    }
}
