package org.modewise.fft.jtransforms;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The transform of n real samples to and from the modes 0…⌊n/2⌋, real and imaginary parts in turn.
 *
 * <p>JTransforms' real transform has its own passes for the factors 2, 3, 4 and 5. Its pass for any other factor finds
 * its twiddles by recurrence and is off by up to 730ε (at n = 995 = 5·199); its complex transform does not. So lines
 * with another factor are transformed as complex ones, but for those that JTransforms makes a convolution of.
 */
final class RealLine {
    /** What is left of n without the factors 2, 3 and 5 when JTransforms turns to Bluestein's algorithm. */
    private static final int CONVOLVED = 211;

    private final int n;
    private final boolean asComplex;
    private final DoubleFFT_1D plan;

    RealLine(int n) {
        this.n = n;
        this.asComplex = usesGeneralPass(n);
        this.plan = new DoubleFFT_1D(n);
    }

    private static boolean usesGeneralPass(int n) {
        int rest = n;
        for (int factor : new int[] {2, 3, 5}) {
            while (rest % factor == 0) {
                rest /= factor;
            }
        }
        return rest > 1 && rest < CONVOLVED;
    }

    /** How many doubles of scratch a call of so many samples needs. */
    static long scratchLength(int n) {
        return usesGeneralPass(n) ? 2L * n : n;
    }

    /** Transforms the samples from {@code values[from]} on; they may overlap the result. */
    void forward(double[] values, int from, double[] spectrum, int to, double[] line) {
        if (asComplex) {
            for (int i = 0; i < n; i++) {
                line[2 * i] = values[from + i];
                line[2 * i + 1] = 0;
            }
            plan.complexForward(line);
            System.arraycopy(line, 0, spectrum, to, 2 * (n / 2 + 1));
        } else {
            System.arraycopy(values, from, line, 0, n);
            plan.realForward(line);
            unpack(line, spectrum, to);
        }
        spectrum[to + 1] = 0;
        if (n % 2 == 0) {
            spectrum[to + n + 1] = 0;
        }
    }

    /** Transforms back, scaled by 1/n; the samples may overlap the spectrum. */
    void inverse(double[] spectrum, int from, double[] values, int to, double[] line) {
        if (asComplex) {
            line[0] = spectrum[from];
            line[1] = 0;
            for (int k = 1; k <= n / 2; k++) {
                // Nyquist is written twice, last as the kept mode; only its real part reaches the samples' real parts.
                line[2 * (n - k)] = spectrum[from + 2 * k];
                line[2 * (n - k) + 1] = -spectrum[from + 2 * k + 1];
                line[2 * k] = spectrum[from + 2 * k];
                line[2 * k + 1] = spectrum[from + 2 * k + 1];
            }
            plan.complexInverse(line, true);
            for (int i = 0; i < n; i++) {
                values[to + i] = line[2 * i];
            }
        } else {
            pack(spectrum, from, line);
            // Scaled by JTransforms: unscaled, its real inverse is off by 2 for some sizes and not for others.
            plan.realInverse(line, true);
            System.arraycopy(line, 0, values, to, n);
        }
    }

    /** From JTransforms' packed order: Re₀, then Re_{n/2} for even n or Im_{(n-1)/2} for odd, then re and im in turn. */
    private void unpack(double[] packed, double[] spectrum, int at) {
        spectrum[at] = packed[0];
        if (n > 1) {
            System.arraycopy(packed, 2, spectrum, at + 2, n - 2);
            spectrum[at + n] = packed[1];
        }
    }

    private void pack(double[] spectrum, int at, double[] packed) {
        packed[0] = spectrum[at];
        if (n > 1) {
            packed[1] = spectrum[at + n];
            System.arraycopy(spectrum, at + 2, packed, 2, n - 2);
        }
    }
}
