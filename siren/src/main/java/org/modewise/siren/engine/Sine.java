package org.modewise.siren.engine;

import org.modewise.core.internal.elementary.ElementaryFunctions;

/** σ = sin, σ' = cos, σ'' = -sin, σ''' = -cos. */
public final class Sine implements Nonlinearity {
    /** The one there needs to be. */
    public static final Sine INSTANCE = new Sine();

    private Sine() {}

    @Override
    public void values(ElementaryFunctions functions, double[][] a, double[][] cos, int width) {
        for (int j = 0; j < width; j++) {
            functions.sinCos(a[j], 0, a[j], cos[j], 0, a[j].length);
        }
    }

    @Override
    public void second(double[] sin, double[] cos, double[] z1, double[] z2, double[] a2) {
        for (int t = 0; t < a2.length; t++) {
            a2[t] = cos[t] * z2[t] - sin[t] * (z1[t] * z1[t]);
        }
    }

    @Override
    public void firstBack(double[] sin, double[] cos, double[] z1, double[] g1, double[] g) {
        for (int t = 0; t < g.length; t++) {
            g[t] -= sin[t] * (z1[t] * g1[t]);
        }
        Nonlinearity.first(cos, g1, g1);
    }

    @Override
    public void secondBack(double[] sin, double[] cos, double[] z1, double[] z2, double[] g2, double[] g1, double[] g) {
        for (int t = 0; t < g.length; t++) {
            g[t] -= (sin[t] * z2[t] + cos[t] * (z1[t] * z1[t])) * g2[t];
        }
        for (int t = 0; t < g.length; t++) {
            g1[t] -= 2 * sin[t] * (z1[t] * g2[t]);
        }
        Nonlinearity.first(cos, g2, g2);
    }
}
