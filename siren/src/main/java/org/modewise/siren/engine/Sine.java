package org.modewise.siren.engine;

import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * a = sin θ, a' = cos θ·θ', a'' = cos θ·θ'' - sin θ·θ'², and the way back: the jet of a layer's sines, a row at a time.
 */
final class Sine {
    private Sine() {}

    /** sin θ and cos θ of the rows of one channel; the sines take the angles' place. */
    static void values(ElementaryFunctions functions, double[][] a, double[][] cos, int width) {
        for (int j = 0; j < width; j++) {
            functions.sinCos(a[j], 0, a[j], cos[j], 0, a[j].length);
        }
    }

    /** a' = c·θ'. */
    static void first(double[] cos, double[] z1, double[] a1) {
        for (int t = 0; t < a1.length; t++) {
            a1[t] = cos[t] * z1[t];
        }
    }

    /** a'' = c·θ'' - s·θ'². */
    static void second(double[] sin, double[] cos, double[] z1, double[] z2, double[] a2) {
        for (int t = 0; t < a2.length; t++) {
            a2[t] = cos[t] * z2[t] - sin[t] * (z1[t] * z1[t]);
        }
    }

    /** The adjoint of θ from that of a, as far as the value goes: g = c·g. */
    static void valueBack(double[] cos, double[] g) {
        for (int t = 0; t < g.length; t++) {
            g[t] *= cos[t];
        }
    }

    /** What a first derivative adds to the adjoint of θ, -s·θ'·g', and the adjoint of θ' itself, c·g'. */
    static void firstBack(double[] sin, double[] cos, double[] z1, double[] g1, double[] g) {
        for (int t = 0; t < g.length; t++) {
            g[t] -= sin[t] * (z1[t] * g1[t]);
        }
        valueBack(cos, g1);
    }

    /**
     * What a second derivative adds to the adjoint of θ, -(s·θ'' + c·θ'²)·g'', to that of θ', -2s·θ'·g'', and the adjoint of
     * θ'' itself, c·g''. Called after {@link #firstBack}.
     */
    static void secondBack(double[] sin, double[] cos, double[] z1, double[] z2, double[] g2, double[] g1, double[] g) {
        for (int t = 0; t < g.length; t++) {
            g[t] -= (sin[t] * z2[t] + cos[t] * (z1[t] * z1[t])) * g2[t];
        }
        for (int t = 0; t < g.length; t++) {
            g1[t] -= 2 * sin[t] * (z1[t] * g2[t]);
        }
        valueBack(cos, g2);
    }
}
