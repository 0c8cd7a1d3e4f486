package org.modewise.siren.engine;

import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * σ = tanh, σ' = 1 - σ², σ'' = -2σσ', σ''' = σ'(4σ² - 2σ').
 *
 * <p>With e = e^(-2|θ|) σ is ±(1 - e)/(1 + e), which keeps its digits where it is not small, and the slope 4e/(1 + e)²
 * keeps them everywhere. Where |θ| &lt; ¼, σ is Lambert's continued fraction down to its 11, which misses it there by less
 * than 2⁻⁵⁴ of it.
 */
public final class Tanh implements Nonlinearity {
    /** The one there needs to be. */
    public static final Tanh INSTANCE = new Tanh();

    private static final double SMALL = 0.25;

    private Tanh() {}

    @Override
    public void values(ElementaryFunctions functions, double[][] a, double[][] slope, int width) {
        for (int j = 0; j < width; j++) {
            exponents(a[j], slope[j]);
            functions.exp(slope[j], 0, 0, slope[j], 0, a[j].length);
            fromExponentials(a[j], slope[j]);
        }
    }

    private static void exponents(double[] z, double[] e) {
        for (int t = 0; t < z.length; t++) {
            e[t] = -2 * Math.abs(z[t]);
        }
    }

    private static void fromExponentials(double[] a, double[] slope) {
        for (int t = 0; t < a.length; t++) {
            double z = a[t];
            double e = slope[t];
            a[t] = Math.abs(z) < SMALL ? small(z) : Math.copySign((1 - e) / (1 + e), z);
            slope[t] = 4 * e / ((1 + e) * (1 + e));
        }
    }

    private static double small(double z) {
        double y = z * z;
        return z * (10395 + y * (1260 + y * 21)) / (10395 + y * (4725 + y * (210 + y)));
    }

    @Override
    public void second(double[] a, double[] slope, double[] z1, double[] z2, double[] a2) {
        for (int t = 0; t < a2.length; t++) {
            a2[t] = slope[t] * (z2[t] - 2 * a[t] * (z1[t] * z1[t]));
        }
    }

    @Override
    public void firstBack(double[] a, double[] slope, double[] z1, double[] g1, double[] g) {
        for (int t = 0; t < g.length; t++) {
            g[t] -= 2 * a[t] * slope[t] * (z1[t] * g1[t]);
        }
        Nonlinearity.first(slope, g1, g1);
    }

    @Override
    public void secondBack(double[] a, double[] slope, double[] z1, double[] z2, double[] g2, double[] g1, double[] g) {
        for (int t = 0; t < g.length; t++) {
            double third = 4 * a[t] * a[t] - 2 * slope[t];
            g[t] += slope[t] * (third * (z1[t] * z1[t]) - 2 * a[t] * z2[t]) * g2[t];
        }
        for (int t = 0; t < g.length; t++) {
            g1[t] -= 4 * a[t] * slope[t] * (z1[t] * g2[t]);
        }
        Nonlinearity.first(slope, g2, g2);
    }
}
