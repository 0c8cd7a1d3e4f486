package org.modewise.siren.engine;

import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * a = σ(θ), a' = σ'·θ', a'' = σ'·θ'' + σ''·θ'², and the way back: the jet of a layer, a row at a time. The slope σ' is kept
 * from the way there; σ'' and σ''' come from it and from a. Without state, safe to share between threads.
 */
public interface Nonlinearity {
    /**
     * σ(θ) and σ'(θ) of the rows of one channel.
     *
     * @param functions sine, cosine and exponential
     * @param a the angles θ, whose place the values take
     * @param slope where the slopes go
     * @param width how many rows
     */
    void values(ElementaryFunctions functions, double[][] a, double[][] slope, int width);

    /**
     * a'' = σ'·θ'' + σ''·θ'².
     *
     * @param a the values
     * @param slope the slopes
     * @param z1 θ'
     * @param z2 θ''
     * @param a2 where a'' goes
     */
    void second(double[] a, double[] slope, double[] z1, double[] z2, double[] a2);

    /**
     * What a first derivative adds to the adjoint of θ, σ''·θ'·g', and the adjoint of θ' itself, σ'·g'.
     *
     * @param a the values
     * @param slope the slopes
     * @param z1 θ'
     * @param g1 the adjoint of a', whose place that of θ' takes
     * @param g the adjoint of θ
     */
    void firstBack(double[] a, double[] slope, double[] z1, double[] g1, double[] g);

    /**
     * What a second derivative adds to the adjoint of θ, (σ''·θ'' + σ'''·θ'²)·g'', to that of θ', 2σ''·θ'·g'', and the
     * adjoint of θ'' itself, σ'·g''. Called after {@link #firstBack}.
     *
     * @param a the values
     * @param slope the slopes
     * @param z1 θ'
     * @param z2 θ''
     * @param g2 the adjoint of a'', whose place that of θ'' takes
     * @param g1 the adjoint of θ'
     * @param g the adjoint of θ
     */
    void secondBack(double[] a, double[] slope, double[] z1, double[] z2, double[] g2, double[] g1, double[] g);

    /**
     * a' = σ'·θ', or the way back.
     *
     * @param slope the slopes
     * @param z1 θ', or an adjoint
     * @param a1 where the products go; may be {@code z1}
     */
    static void first(double[] slope, double[] z1, double[] a1) {
        for (int t = 0; t < a1.length; t++) {
            a1[t] = slope[t] * z1[t];
        }
    }
}
