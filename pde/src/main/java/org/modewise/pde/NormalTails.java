package org.modewise.pde;

import org.apache.commons.math3.special.Erf;

/** How much of a normal law lies outside an interval. */
final class NormalTails {
    private NormalTails() {}

    /** P(X &lt; from or X ≥ from + length), with all its digits however small. */
    static double outside(double mean, double variance, double from, double length) {
        double below = mean - from;
        double above = from + length - mean;
        if (variance == 0) {
            return below >= 0 && above >= 0 ? 0 : 1;
        }
        double unit = Math.sqrt(2 * variance);
        return 0.5 * (Erf.erfc(below / unit) + Erf.erfc(above / unit));
    }
}
