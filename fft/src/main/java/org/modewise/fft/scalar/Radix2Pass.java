package org.modewise.fft.scalar;

/** A pass of radix-2 butterflies: a ± b. */
final class Radix2Pass extends StockhamPass {
    Radix2Pass(int m, int s) {
        super(2, m, s);
    }

    @Override
    void plain(double[] x, int xre, int xim, int xleg, double[] y, int yre, int yim, int yleg, int run) {
        for (int q = 0; q < run; q++) {
            double ar = x[xre + q];
            double ai = x[xim + q];
            double br = x[xre + xleg + q];
            double bi = x[xim + xleg + q];
            y[yre + q] = ar + br;
            y[yim + q] = ai + bi;
            y[yre + yleg + q] = ar - br;
            y[yim + yleg + q] = ai - bi;
        }
    }

    @Override
    void turned(double[] x, int xre, int xim, int xleg, double[] y, int yre, int yim, int yleg, int run, int twiddle) {
        double wr = twiddles[twiddle];
        double wi = twiddles[twiddle + 1];
        for (int q = 0; q < run; q++) {
            double ar = x[xre + q];
            double ai = x[xim + q];
            double br = x[xre + xleg + q];
            double bi = x[xim + xleg + q];
            y[yre + q] = ar + br;
            y[yim + q] = ai + bi;
            double dr = ar - br;
            double di = ai - bi;
            y[yre + yleg + q] = dr * wr - di * wi;
            y[yim + yleg + q] = dr * wi + di * wr;
        }
    }
}
