package org.modewise.benchmarks;

import org.apache.commons.math3.complex.Complex;

/** Σᵢⱼ u(i,j)·e^{-2πi(mx·i + my·j)/n} by its definition: what every library's answer is held against. */
final class DirectDft {
    private final int n;
    private final double[] cos;
    private final double[] sin;

    DirectDft(int n) {
        this.n = n;
        this.cos = new double[n];
        this.sin = new double[n];
        for (int k = 0; k < n; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / n);
            sin[k] = Math.sin(2 * Math.PI * k / n);
        }
    }

    Complex coefficient(double[] u, int mx, int my) {
        double re = 0;
        double im = 0;
        for (int j = 0; j < n; j++) {
            double rowRe = 0;
            double rowIm = 0;
            for (int i = 0; i < n; i++) {
                int angle = (int) ((long) mx * i % n);
                rowRe += u[j * n + i] * cos[angle];
                rowIm -= u[j * n + i] * sin[angle];
            }
            int angle = (int) ((long) my * j % n);
            re += rowRe * cos[angle] + rowIm * sin[angle];
            im += rowIm * cos[angle] - rowRe * sin[angle];
        }
        return new Complex(re, im);
    }
}
