package org.modewise.fft.internal;

/** c_j = e^{-πi·j²/n} for 0 ≤ j &lt; n, each from its own exactly reduced angle: what makes a transform a convolution. */
public final class Chirp {
    private final double[] re;
    private final double[] im;

    /**
     * Of a transform of any length.
     *
     * @param n the length
     */
    public Chirp(int n) {
        this.re = new double[n];
        this.im = new double[n];
        for (int j = 0; j < n; j++) {
            // j² mod 2n in long arithmetic: j² overflows an int from 46341 on.
            long turns = (long) j * j % (2L * n);
            re[j] = RootsOfUnity.cos(turns, 2L * n);
            im[j] = RootsOfUnity.minusSin(turns, 2L * n);
        }
    }

    /**
     * The real parts of c_j.
     *
     * @return n numbers, not to be changed
     */
    public double[] re() {
        return re;
    }

    /**
     * The imaginary parts of c_j.
     *
     * @return n numbers, not to be changed
     */
    public double[] im() {
        return im;
    }

    /**
     * Writes c̄_j/M at j and at M - j: the filter of a circular convolution of length M ≥ 2n - 1.
     *
     * @param filterRe the real parts, M zeros before
     * @param filterIm the imaginary parts, M zeros before
     */
    public void filter(double[] filterRe, double[] filterIm) {
        int length = filterRe.length;
        for (int j = 0; j < re.length; j++) {
            int mirrored = (length - j) % length;
            filterRe[j] = filterRe[mirrored] = re[j] / length;
            filterIm[j] = filterIm[mirrored] = -im[j] / length;
        }
    }
}
