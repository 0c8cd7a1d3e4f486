package org.modewise.pde;

import org.apache.commons.math3.special.Erf;
import org.modewise.core.Grid2D;

/** How much of a normal law, or of a mixture of them, lies outside. */
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

    /** The mass outside a grid's rectangle along x, and that along y. */
    static double outside(GaussianMixture mixture, Grid2D grid) {
        double outside = 0;
        for (int k = 0; k < mixture.size(); k++) {
            if (!LineGrids.isAlongY(grid)) {
                outside += mixture.weight(k) * outside(mixture.x(k), mixture.xx(k), grid.x0(), grid.lx());
            }
            if (!LineGrids.isAlongX(grid)) {
                outside += mixture.weight(k) * outside(mixture.y(k), mixture.yy(k), grid.y0(), grid.ly());
            }
        }
        return outside;
    }
}
