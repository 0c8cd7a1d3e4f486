package org.modewise.fft.scalar;

/** û_k = Σ_j u_j e^{-2πi·jk/n} of n real samples for k = 0…⌊n/2⌋. */
interface RealLine {
    /** How long the arrays of real and imaginary parts must be: more than ⌊n/2⌋. */
    int scratchLength();

    /** Transforms samples that lie {@code step} apart; û_k is at k of the two arrays. */
    void forward(double[] values, int at, int step, double[] re, double[] im);

    /** Transforms û, scaled, back; the two arrays hold garbage after. */
    void inverse(double[] re, double[] im, double scale, double[] values, int at, int step);
}
