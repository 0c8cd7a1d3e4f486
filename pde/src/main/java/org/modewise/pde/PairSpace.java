package org.modewise.pde;

import java.util.function.DoubleBinaryOperator;
import org.modewise.core.Grid2D;

/**
 * Where two fields evolve together: the transform to their waves, and the functions of the wavenumber that act on them, even
 * in each component. Immutable, safe to share between threads.
 */
interface PairSpace {
    Grid2D grid();

    /** The name of the transform's kernel. */
    String kernel();

    /** How many doubles the spectrum of a field is. */
    int length();

    void forward(double[] values, double[] spectrum);

    void inverse(double[] spectrum, double[] values);

    /** How many samples a function needs. */
    int size();

    /** |κ| at a sample. */
    double wavenumber(int sample);

    /** The waves of a spectrum. */
    WaveNumbering waves();

    /** |û| of a wave. */
    double modulus(double[] spectrum, int wave);

    /** The sample of functions that acts on a wave. */
    int sample(int wave);

    /** out = p·a + q·b, of spectra by functions. */
    void combine(double[] p, double[] a, double[] q, double[] b, double[] out);

    /** ∫u² with a weight on each wavenumber. */
    double energy(double[] spectrum, DoubleBinaryOperator weight);
}
