package org.modewise.fft.scalar;

/** û_k = Σ_j u_j e^{-2πi·jk/n} of n real samples for k = 0…⌊n/2⌋. */
interface RealLine {
    /** Transforms the samples; û_k has its real part at k and its imaginary part {@code half} later. */
    void forward(double[] values, double[] spectrum, int half);

    /** Transforms û back, scaled by 1/n; re and im hold garbage after. */
    void inverse(double[] re, double[] im, double[] values);
}
