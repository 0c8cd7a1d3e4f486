package org.modewise.fft.scalar;

/** A pass of radix-4 butterflies: two levels of radix 2 with one trip through memory. */
final class Radix4Pass extends StockhamPass {
    Radix4Pass(int m, int s) {
        super(4, m, s);
    }

    @Override
    void plain(double[] x, int xre, int xim, int xleg, double[] y, int yre, int yim, int yleg, int run) {
        for (int q = 0; q < run; q++) {
            double ar = x[xre + q];
            double ai = x[xim + q];
            double br = x[xre + xleg + q];
            double bi = x[xim + xleg + q];
            double cr = x[xre + 2 * xleg + q];
            double ci = x[xim + 2 * xleg + q];
            double dr = x[xre + 3 * xleg + q];
            double di = x[xim + 3 * xleg + q];
            double sr = ar + cr;
            double si = ai + ci;
            double tr = ar - cr;
            double ti = ai - ci;
            double ur = br + dr;
            double ui = bi + di;
            double vr = br - dr;
            double vi = bi - di;
            y[yre + q] = sr + ur;
            y[yim + q] = si + ui;
            y[yre + yleg + q] = tr + vi;
            y[yim + yleg + q] = ti - vr;
            y[yre + 2 * yleg + q] = sr - ur;
            y[yim + 2 * yleg + q] = si - ui;
            y[yre + 3 * yleg + q] = tr - vi;
            y[yim + 3 * yleg + q] = ti + vr;
        }
    }

    @Override
    void turned(double[] x, int xre, int xim, int xleg, double[] y, int yre, int yim, int yleg, int run, int twiddle) {
        double w1r = twiddles[twiddle];
        double w1i = twiddles[twiddle + 1];
        double w2r = twiddles[twiddle + 2];
        double w2i = twiddles[twiddle + 3];
        double w3r = twiddles[twiddle + 4];
        double w3i = twiddles[twiddle + 5];
        for (int q = 0; q < run; q++) {
            double ar = x[xre + q];
            double ai = x[xim + q];
            double br = x[xre + xleg + q];
            double bi = x[xim + xleg + q];
            double cr = x[xre + 2 * xleg + q];
            double ci = x[xim + 2 * xleg + q];
            double dr = x[xre + 3 * xleg + q];
            double di = x[xim + 3 * xleg + q];
            double sr = ar + cr;
            double si = ai + ci;
            double tr = ar - cr;
            double ti = ai - ci;
            double ur = br + dr;
            double ui = bi + di;
            double vr = br - dr;
            double vi = bi - di;
            y[yre + q] = sr + ur;
            y[yim + q] = si + ui;
            double r1 = tr + vi;
            double i1 = ti - vr;
            y[yre + yleg + q] = r1 * w1r - i1 * w1i;
            y[yim + yleg + q] = r1 * w1i + i1 * w1r;
            double r2 = sr - ur;
            double i2 = si - ui;
            y[yre + 2 * yleg + q] = r2 * w2r - i2 * w2i;
            y[yim + 2 * yleg + q] = r2 * w2i + i2 * w2r;
            double r3 = tr - vi;
            double i3 = ti + vr;
            y[yre + 3 * yleg + q] = r3 * w3r - i3 * w3i;
            y[yim + 3 * yleg + q] = r3 * w3i + i3 * w3r;
        }
    }
}
