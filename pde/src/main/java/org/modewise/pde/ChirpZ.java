package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * The trigonometric polynomial through a line of samples, at equally spaced points of any spacing: with mk = (m² + k² -
 * (k-m)²)/2 the sum over modes m at point k is a convolution with a chirp (L. Rabiner, R. Schafer, C. Rader, IEEE Trans.
 * Audio 17, 1969). O(N log N) a line. Reused from line to line; not safe to share between threads.
 */
final class ChirpZ {
    private final int n;
    private final int count;
    private final RealFft2D line;
    private final RealFft2D longer;
    private final double[] spectrum;
    private final double[] re;
    private final double[] im;
    /** The chirp, and the spectra of its conjugate's parts. */
    private final double[] cos;

    private final double[] sin;
    private final double[] chirpRe;
    private final double[] chirpIm;

    /**
     * @param n samples of a line
     * @param count points
     * @param step the spacing of the points, in periods of the line
     */
    ChirpZ(int n, int count, double step) {
        this.n = n;
        this.count = count;
        this.line = RealFft2D.of(Grid2D.line(n, 0, 1));
        this.longer = RealFft2D.of(Grid2D.line(powerOfTwo((long) modes() + count - 1), 0, 1));
        this.spectrum = new double[line.spectrumLength()];
        this.re = new double[longer.spectrumLength()];
        this.im = new double[longer.spectrumLength()];
        this.chirpRe = new double[longer.spectrumLength()];
        this.chirpIm = new double[longer.spectrumLength()];
        this.cos = new double[Math.max(modes(), count)];
        this.sin = new double[cos.length];
        for (int k = 0; k < cos.length; k++) {
            double angle = angle(0.5 * step, (double) k * k);
            cos[k] = Math.cos(angle);
            sin[k] = Math.sin(angle);
        }
        int length = longer.grid().nx();
        for (int k = 0; k < count; k++) {
            chirp(k, k);
        }
        for (int m = 1; m < modes(); m++) {
            chirp(length - m, m);
        }
        longer.forward(chirpRe, chirpRe);
        longer.forward(chirpIm, chirpIm);
    }

    private static int powerOfTwo(long least) {
        return Math.toIntExact(Long.highestOneBit(Math.max(1, 2 * least - 1)));
    }

    private int modes() {
        return n / 2 + 1;
    }

    private void chirp(int at, int k) {
        chirpRe[at] = cos[k];
        chirpIm[at] = -sin[k];
    }

    /** 2π·turns·k, reduced without rounding: many whole turns would take digits with them. */
    private static double angle(double turns, double k) {
        double product = turns * k;
        double rest = Math.fma(turns, k, -product);
        return 2 * Math.PI * (product - Math.rint(product) + (rest - Math.rint(rest)));
    }

    /**
     * The values at all points, the first of them at a place in periods from the first sample.
     *
     * @param samples n doubles
     * @param start the place of the first point
     * @param values room for all points
     */
    void at(double[] samples, double start, double[] values) {
        line.forward(samples, spectrum);
        SpectrumLayout layout = line.layout();
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        for (int m = 0; m < modes(); m++) {
            double turn = m * (start - Math.rint(start));
            double angle = 2 * Math.PI * (turn - Math.rint(turn));
            double startCos = Math.cos(angle) * weight(m);
            double startSin = Math.sin(angle) * weight(m);
            double c = startCos * cos[m] - startSin * sin[m];
            double s = startSin * cos[m] + startCos * sin[m];
            int at = layout.index(m, 0);
            double a = spectrum[at];
            double b = spectrum[at + layout.imOffset()];
            re[m] = a * c - b * s;
            im[m] = a * s + b * c;
        }
        longer.forward(re, re);
        longer.forward(im, im);
        multiply();
        longer.inverse(re, re);
        longer.inverse(im, im);
        for (int k = 0; k < count; k++) {
            values[k] = re[k] * cos[k] - im[k] * sin[k];
        }
    }

    /** A mode stands for its conjugate too, but for the mean and Nyquist. */
    private double weight(int m) {
        return (m == 0 || 2 * m == n ? 1.0 : 2.0) / n;
    }

    /** (re + i·im)·(chirpRe + i·chirpIm), of the spectra of four real lines. */
    private void multiply() {
        SpectrumLayout layout = longer.layout();
        for (int column = 0; column < layout.columns(); column++) {
            int p = layout.index(column, 0);
            int q = p + layout.imOffset();
            double outRe = re[p] * chirpRe[p] - re[q] * chirpRe[q] - im[p] * chirpIm[p] + im[q] * chirpIm[q];
            double outIm = re[p] * chirpRe[q] + re[q] * chirpRe[p] - im[p] * chirpIm[q] - im[q] * chirpIm[p];
            double otherRe = re[p] * chirpIm[p] - re[q] * chirpIm[q] + im[p] * chirpRe[p] - im[q] * chirpRe[q];
            double otherIm = re[p] * chirpIm[q] + re[q] * chirpIm[p] + im[p] * chirpRe[q] + im[q] * chirpRe[p];
            re[p] = outRe;
            re[q] = outIm;
            im[p] = otherRe;
            im[q] = otherIm;
        }
    }
}
