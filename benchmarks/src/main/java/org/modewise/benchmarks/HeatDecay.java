package org.modewise.benchmarks;

import org.modewise.pde.Heat;

/** e^{-α(2πm)²t} for 0 ≤ m ≤ n/2: what a mode of the unit square keeps along one axis. */
final class HeatDecay {
    static final Heat EQUATION = new Heat(0.015);

    private final double[] kept;

    HeatDecay(int n) {
        kept = new double[n / 2 + 1];
    }

    void time(double t) {
        for (int m = 0; m < kept.length; m++) {
            double k = 2 * Math.PI * m;
            kept[m] = Math.exp(-EQUATION.diffusivity() * k * k * t);
        }
    }

    double of(int m) {
        return kept[m];
    }

    /** Each factor twice, for a real and an imaginary part side by side. */
    void pairs(double[] factors) {
        for (int k = 0; k < factors.length; k++) {
            factors[k] = kept[k / 2];
        }
    }
}
