package org.modewise.pde;

/** A smooth Φ₀ on the unit square that is no sum of lines. */
final class WavyPotential {
    private WavyPotential() {}

    static double at(double x, double y) {
        return 0.1 * Math.cos(2 * Math.PI * x)
                + 0.06 * Math.sin(2 * Math.PI * (x + y) + 0.4)
                + 0.04 * Math.cos(4 * Math.PI * y - 2 * Math.PI * x + 1);
    }
}
