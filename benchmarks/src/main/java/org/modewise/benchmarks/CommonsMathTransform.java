package org.modewise.benchmarks;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Commons Math, which transforms complex lines whose length is a power of two: rows, then the n/2 + 1 columns that real
 * data needs, and back.
 */
final class CommonsMathTransform implements RealTransform {
    private final int n;
    private final FastFourierTransformer fft = new FastFourierTransformer(DftNormalization.STANDARD);
    private final HeatDecay decay;
    private final double[] samples;
    private final double[] row;
    private final double[] result;
    private Complex[][] columns;

    CommonsMathTransform(int n, double[] samples) {
        this.n = n;
        this.decay = new HeatDecay(n);
        this.samples = samples;
        this.row = new double[n];
        this.result = new double[samples.length];
        forward();
    }

    @Override
    public void forward() {
        columns = new Complex[n / 2 + 1][n];
        for (int j = 0; j < n; j++) {
            System.arraycopy(samples, j * n, row, 0, n);
            Complex[] modes = fft.transform(row, TransformType.FORWARD);
            for (int m = 0; m < columns.length; m++) {
                columns[m][j] = modes[m];
            }
        }
        for (int m = 0; m < columns.length; m++) {
            columns[m] = fft.transform(columns[m], TransformType.FORWARD);
        }
    }

    @Override
    public void inverse() {
        inverse(columns);
    }

    private void inverse(Complex[][] spectrum) {
        Complex[][] lines = new Complex[spectrum.length][];
        for (int m = 0; m < lines.length; m++) {
            lines[m] = fft.transform(spectrum[m], TransformType.INVERSE);
        }
        Complex[] modes = new Complex[n];
        for (int j = 0; j < n; j++) {
            modes[0] = lines[0][j];
            for (int m = 1; m < lines.length; m++) {
                modes[m] = lines[m][j];
                modes[n - m] = lines[m][j].conjugate();
            }
            Complex[] values = fft.transform(modes, TransformType.INVERSE);
            for (int i = 0; i < n; i++) {
                result[j * n + i] = values[i].getReal();
            }
        }
    }

    @Override
    public void frame(double t) {
        decay.time(t);
        Complex[][] spectrum = new Complex[columns.length][n];
        for (int m = 0; m < spectrum.length; m++) {
            for (int j = 0; j < n; j++) {
                spectrum[m][j] = columns[m][j].multiply(decay.of(m) * decay.of(Math.min(j, n - j)));
            }
        }
        inverse(spectrum);
    }

    @Override
    public Complex coefficient(int mx, int my) {
        return columns[mx][my];
    }

    @Override
    public double[] result() {
        return result.clone();
    }
}
