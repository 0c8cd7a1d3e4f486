package org.modewise.fft.scalar;

/** A pass of radix-2 butterflies: a ± b. */
final class Radix2Pass implements Pass {
    private final int m;
    private final int s;
    private final double[] twiddles;

    Radix2Pass(int m, int s) {
        this.m = m;
        this.s = s;
        this.twiddles = Twiddles.of(2, m);
    }

    @Override
    public void run(double[] x, int xre, int xim, int xrow, double[] y, int yre, int yim, int yrow, int lanes) {
        // Rows that lie back to back on both sides are one long run of lanes.
        boolean dense = xrow == lanes && yrow == lanes;
        int rows = dense ? 1 : s;
        int run = dense ? s * lanes : lanes;
        int xleg = m * s * xrow;
        int yleg = s * yrow;
        for (int row = 0; row < rows; row++) {
            plain(x, xre + row * xrow, xim + row * xrow, xleg, y, yre + row * yrow, yim + row * yrow, yleg, run);
        }
        for (int p = 1; p < m; p++) {
            for (int row = 0; row < rows; row++) {
                int in = (p * s + row) * xrow;
                int out = (2 * p * s + row) * yrow;
                turned(x, xre + in, xim + in, xleg, y, yre + out, yim + out, yleg, run, 2 * (2 - 1) * p);
            }
        }
    }

    /** Butterfly p = 0, whose factors are all 1. */
    private static void plain(double[] x, int xre, int xim, int xleg, double[] y, int yre, int yim, int yleg, int run) {
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

    private void turned(
            double[] x, int xre, int xim, int xleg, double[] y, int yre, int yim, int yleg, int run, int twiddle) {
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
