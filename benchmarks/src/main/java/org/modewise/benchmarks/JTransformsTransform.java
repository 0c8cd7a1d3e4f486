package org.modewise.benchmarks;

import org.apache.commons.math3.complex.Complex;
import org.jtransforms.fft.DoubleFFT_2D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * JTransforms' own 2-D plan, which takes powers of two, works in place and keeps a packed spectrum of n·n doubles. The
 * copy that keeps the input is counted, as the others keep theirs.
 */
final class JTransformsTransform implements RealTransform {
    private final int n;
    private final DoubleFFT_2D fft;
    private final HeatDecay decay;
    private final double[] alongRow;
    private final double[] samples;
    private final double[] spectrum;
    private final double[] result;

    JTransformsTransform(int n, double[] samples) {
        ConcurrencyUtils.setNumberOfThreads(1);
        this.n = n;
        this.fft = new DoubleFFT_2D(n, n);
        this.decay = new HeatDecay(n);
        this.alongRow = new double[n];
        this.samples = samples;
        this.spectrum = new double[samples.length];
        this.result = new double[samples.length];
        forward();
    }

    @Override
    public void forward() {
        System.arraycopy(samples, 0, spectrum, 0, samples.length);
        fft.realForward(spectrum);
    }

    @Override
    public void inverse() {
        System.arraycopy(spectrum, 0, result, 0, spectrum.length);
        fft.realInverse(result, true);
    }

    @Override
    public void roundTrip() {
        System.arraycopy(samples, 0, result, 0, samples.length);
        fft.realForward(result);
        fft.realInverse(result, true);
    }

    @Override
    public void frame(double t) {
        decay.time(t);
        decay.pairs(alongRow);
        for (int row = 0; row < n; row++) {
            row(row, decay.of(Math.min(row, n - row)));
        }
        fft.realInverse(result, true);
    }

    /** The modes 0 and n/2 share the first two columns: 0 above, n/2 below the middle and to the right at 0 and n/2. */
    private void row(int row, double factor) {
        boolean upper = 2 * row <= n;
        boolean shared = row == 0 || 2 * row == n;
        alongRow[0] = decay.of(upper ? 0 : n / 2);
        alongRow[1] = decay.of(upper && !shared ? 0 : n / 2);
        int start = row * n;
        for (int k = 0; k < n; k++) {
            result[start + k] = spectrum[start + k] * (factor * alongRow[k]);
        }
    }

    @Override
    public Complex coefficient(int mx, int my) {
        int at = my * n + 2 * mx;
        return new Complex(spectrum[at], spectrum[at + 1]);
    }

    @Override
    public double[] result() {
        return result.clone();
    }
}
