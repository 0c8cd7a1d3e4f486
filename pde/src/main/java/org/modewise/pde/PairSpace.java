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

    /** How many samples a function needs. */
    int size();

    /** |κ| at a sample. */
    double wavenumber(int sample);

    /** p·a + q·b of two spectra, by functions p and q, and the memory for it. Not safe to share. */
    interface Sum {
        /** The field of the sum. */
        void values(double[] p, double[] q, double[] values);

        /** The spectrum of the sum. */
        void spectrum(double[] p, double[] q, double[] spectrum);
    }

    /** The sums of two spectra, which nobody may write to. */
    Sum sum(double[] a, double[] b);

    /** The waves of a spectrum. */
    WaveNumbering waves();

    /** |û| of a wave. */
    double modulus(double[] spectrum, int wave);

    /** The sample of functions that acts on a wave. */
    int sample(int wave);

    /** ∫u² with a weight on each wavenumber. */
    double energy(double[] spectrum, DoubleBinaryOperator weight);
}
