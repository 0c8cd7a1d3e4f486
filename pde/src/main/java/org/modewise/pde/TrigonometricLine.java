package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * f(x) = c₀ + 2 Re Σ_m c_m e^{ik_m x}: a real function of one period, x counted from the first node. The trigonometric
 * polynomial through samples, its derivatives and its integral. At Nyquist of an even number of samples it has the
 * cosine, which they show. Immutable, safe to share between threads.
 */
final class TrigonometricLine {
    /** No sum of many roundings at one sample is beyond so many times their mean. */
    static final double MOST_ROUNDING = 6;

    private final double length;
    private final double[] re;
    private final double[] im;

    private TrigonometricLine(double length, double[] re, double[] im) {
        this.length = length;
        this.re = re;
        this.im = im;
    }

    /** The polynomial through samples, from an index on, one a node of the plan's line. */
    static TrigonometricLine through(RealFft2D plan, double[] samples, int from) {
        int n = plan.grid().nx();
        double[] spectrum = new double[plan.spectrumLength()];
        plan.forward(Arrays.copyOfRange(samples, from, from + n), spectrum);
        double[] re = new double[n / 2 + 1];
        double[] im = new double[re.length];
        for (int m = 0; m < re.length; m++) {
            int at = plan.layout().index(m, 0);
            double scale = m > 0 && 2 * m == n ? 0.5 / n : 1.0 / n;
            re[m] = scale * spectrum[at];
            im[m] = m == 0 || 2 * m == n
                    ? 0
                    : scale * spectrum[at + plan.layout().imOffset()];
        }
        return new TrigonometricLine(plan.grid().lx(), re, im);
    }

    static RealFft2D plan(int n, double length) {
        return RealFft2D.of(Grid2D.line(n, 0, length));
    }

    double length() {
        return length;
    }

    double mean() {
        return re[0];
    }

    /** The highest mode. */
    int degree() {
        return re.length - 1;
    }

    private double wavenumber(int m) {
        return 2 * Math.PI * m / length;
    }

    /** f without its mean. */
    TrigonometricLine centred() {
        double[] centred = re.clone();
        centred[0] = 0;
        return new TrigonometricLine(length, centred, im);
    }

    TrigonometricLine derivative() {
        double[] a = new double[re.length];
        double[] b = new double[re.length];
        for (int m = 1; m < re.length; m++) {
            a[m] = -wavenumber(m) * im[m];
            b[m] = wavenumber(m) * re[m];
        }
        return new TrigonometricLine(length, a, b);
    }

    /** The integral of f without its mean, itself of mean 0. */
    TrigonometricLine integral() {
        double[] a = new double[re.length];
        double[] b = new double[re.length];
        for (int m = 1; m < re.length; m++) {
            a[m] = im[m] / wavenumber(m);
            b[m] = -re[m] / wavenumber(m);
        }
        return new TrigonometricLine(length, a, b);
    }

    /** What is left of f when the highest modes go that together change no value by more than a tolerance. */
    TrigonometricLine trimmed(double tolerance) {
        int degree = degree();
        double rest = 0;
        while (degree > 0) {
            rest += 2 * Math.hypot(re[degree], im[degree]);
            if (rest > tolerance) {
                break;
            }
            degree--;
        }
        return truncated(degree);
    }

    /**
     * What is left of f when its highest modes go that may be no more than what rounding did to the samples: their mean square
     * is not above its square, and at no sample they are beyond a few of it.
     *
     * @param rounding of each sample, at most
     * @param samples how many there were
     */
    TrigonometricLine withoutRounding(double rounding, int samples) {
        int degree = degree();
        double square = 0;
        while (degree > 0) {
            square += 2 * (re[degree] * re[degree] + im[degree] * im[degree]);
            if (square > rounding * rounding) {
                break;
            }
            degree--;
        }
        double[] a = re.clone();
        double[] b = im.clone();
        Arrays.fill(a, 0, degree + 1, 0);
        Arrays.fill(b, 0, degree + 1, 0);
        TrigonometricLine rest = new TrigonometricLine(length, a, b);
        boolean isRounding = degree < degree()
                && Arrays.stream(rest.sample(samples)).allMatch(y -> Math.abs(y) <= MOST_ROUNDING * rounding);
        return isRounding ? truncated(degree) : this;
    }

    /** f without the modes above a degree. */
    TrigonometricLine truncated(int degree) {
        int kept = Math.min(degree, degree()) + 1;
        return new TrigonometricLine(length, Arrays.copyOf(re, kept), Arrays.copyOf(im, kept));
    }

    TrigonometricLine times(double factor) {
        double[] a = re.clone();
        double[] b = im.clone();
        for (int m = 0; m < a.length; m++) {
            a[m] *= factor;
            b[m] *= factor;
        }
        return new TrigonometricLine(length, a, b);
    }

    /** Re f(x + iη). */
    TrigonometricLine shifted(double eta) {
        double[] a = re.clone();
        double[] b = im.clone();
        for (int m = 1; m < re.length; m++) {
            double factor = Math.cosh(wavenumber(m) * eta);
            a[m] *= factor;
            b[m] *= factor;
        }
        return new TrigonometricLine(length, a, b);
    }

    /** A bound of |f(x + iη)| for all x. */
    double bound(double eta) {
        double sum = Math.abs(re[0]);
        for (int m = 1; m < re.length; m++) {
            sum += 2 * Math.hypot(re[m], im[m]) * Math.cosh(wavenumber(m) * eta);
        }
        return sum;
    }

    /**
     * f at the nodes of a plan, of which there are at least as many as there were samples.
     *
     * @param plan the plan of a line of this length
     * @param spectrum scratch for a spectrum
     * @param values where f goes
     */
    void sample(RealFft2D plan, double[] spectrum, double[] values) {
        int n = plan.grid().nx();
        SpectrumLayout layout = plan.layout();
        Arrays.fill(spectrum, 0);
        for (int m = 0; m < re.length; m++) {
            int at = layout.index(m, 0);
            boolean nyquist = m > 0 && 2 * m == n;
            spectrum[at] = (nyquist ? 2.0 * n : n) * re[m];
            spectrum[at + layout.imOffset()] = nyquist ? 0 : n * im[m];
        }
        plan.inverse(spectrum, values);
    }

    /** f at n nodes. */
    double[] sample(int n) {
        RealFft2D plan = plan(n, length);
        double[] values = new double[n];
        sample(plan, new double[plan.spectrumLength()], values);
        return values;
    }
}
