package org.modewise.fft.scalar;

import org.modewise.fft.internal.RootsOfUnity;

/**
 * û_k = (Z_k + conj Z_{-k})/2 + e^{-2πik/n}·(Z_k - conj Z_{-k})/2i: of an even number of samples, the even ones are the
 * real parts and the odd ones the imaginary parts of n/2 complex numbers, of spectrum Z.
 *
 * <p>Source: C. Van Loan, Computational Frameworks for the Fast Fourier Transform, SIAM 1992, section 4.3.
 */
final class EvenLine implements RealLine {
    private final int n;
    private final LineFft pairs;
    private final double[] cos;
    private final double[] minusSin;

    EvenLine(int n, LineFft pairs) {
        this.n = n;
        this.pairs = pairs;
        this.cos = new double[n / 4 + 1];
        this.minusSin = new double[n / 4 + 1];
        for (int k = 0; k < cos.length; k++) {
            cos[k] = RootsOfUnity.cos(k, n);
            minusSin[k] = RootsOfUnity.minusSin(k, n);
        }
    }

    @Override
    public int scratchLength() {
        return n / 2 + 1;
    }

    @Override
    public void forward(double[] values, int at, int step, double[] re, double[] im) {
        for (int j = 0; j < n / 2; j++) {
            re[j] = values[at + 2 * j * step];
            im[j] = values[at + (2 * j + 1) * step];
        }
        pairs.transform(re, im);
        double zr = re[0];
        double zi = im[0];
        re[0] = zr + zi;
        im[0] = 0;
        re[n / 2] = zr - zi;
        im[n / 2] = 0;
        for (int k = 1; k <= n / 4; k++) {
            int w = n / 2 - k;
            double er = 0.5 * (re[k] + re[w]);
            double ei = 0.5 * (im[k] - im[w]);
            double or = 0.5 * (im[k] + im[w]);
            double oi = 0.5 * (re[w] - re[k]);
            double tr = or * cos[k] - oi * minusSin[k];
            double ti = or * minusSin[k] + oi * cos[k];
            re[k] = er + tr;
            im[k] = ei + ti;
            re[w] = er - tr;
            im[w] = ti - ei;
        }
    }

    @Override
    public void inverse(double[] re, double[] im, double scale, double[] values, int at, int step) {
        double mean = scale * re[0];
        double nyquist = scale * re[n / 2];
        re[0] = mean + nyquist;
        im[0] = mean - nyquist;
        for (int k = 1; k <= n / 4; k++) {
            int w = n / 2 - k;
            double er = scale * (re[k] + re[w]);
            double ei = scale * (im[k] - im[w]);
            double tr = scale * (re[k] - re[w]);
            double ti = scale * (im[k] + im[w]);
            double or = tr * cos[k] + ti * minusSin[k];
            double oi = ti * cos[k] - tr * minusSin[k];
            re[k] = er - oi;
            im[k] = ei + or;
            re[w] = er + oi;
            im[w] = or - ei;
        }
        pairs.transform(im, re);
        for (int j = 0; j < n / 2; j++) {
            values[at + 2 * j * step] = re[j];
            values[at + (2 * j + 1) * step] = im[j];
        }
    }
}
