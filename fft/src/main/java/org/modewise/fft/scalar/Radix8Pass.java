package org.modewise.fft.scalar;

/** A pass of radix-8 butterflies: three levels of radix 2 with one trip through memory. */
final class Radix8Pass extends StockhamPass {
    private static final double SQRT_HALF = Math.sqrt(0.5);

    Radix8Pass(int m, int s) {
        super(8, m, s);
    }

    @Override
    void plain(double[] x, int xre, int xim, int xleg, double[] y, int yre, int yim, int yleg, int run) {
        for (int q = 0; q < run; q++) {
            double z0r = x[xre + q];
            double z0i = x[xim + q];
            double z4r = x[xre + 4 * xleg + q];
            double z4i = x[xim + 4 * xleg + q];
            double s0r = z0r + z4r;
            double s0i = z0i + z4i;
            double d0r = z0r - z4r;
            double d0i = z0i - z4i;
            double z2r = x[xre + 2 * xleg + q];
            double z2i = x[xim + 2 * xleg + q];
            double z6r = x[xre + 6 * xleg + q];
            double z6i = x[xim + 6 * xleg + q];
            double s2r = z2r + z6r;
            double s2i = z2i + z6i;
            double d2r = z2r - z6r;
            double d2i = z2i - z6i;
            double z1r = x[xre + xleg + q];
            double z1i = x[xim + xleg + q];
            double z5r = x[xre + 5 * xleg + q];
            double z5i = x[xim + 5 * xleg + q];
            double s1r = z1r + z5r;
            double s1i = z1i + z5i;
            double d1r = z1r - z5r;
            double d1i = z1i - z5i;
            double z3r = x[xre + 3 * xleg + q];
            double z3i = x[xim + 3 * xleg + q];
            double z7r = x[xre + 7 * xleg + q];
            double z7i = x[xim + 7 * xleg + q];
            double s3r = z3r + z7r;
            double s3i = z3i + z7i;
            double d3r = z3r - z7r;
            double d3i = z3i - z7i;
            double t0r = s0r + s2r;
            double t0i = s0i + s2i;
            double t1r = s0r - s2r;
            double t1i = s0i - s2i;
            double t2r = s1r + s3r;
            double t2i = s1i + s3i;
            double t3r = s1r - s3r;
            double t3i = s1i - s3i;
            y[yre + q] = t0r + t2r;
            y[yim + q] = t0i + t2i;
            y[yre + 4 * yleg + q] = t0r - t2r;
            y[yim + 4 * yleg + q] = t0i - t2i;
            y[yre + 2 * yleg + q] = t1r + t3i;
            y[yim + 2 * yleg + q] = t1i - t3r;
            y[yre + 6 * yleg + q] = t1r - t3i;
            y[yim + 6 * yleg + q] = t1i + t3r;
            // d1 and d3 turned by one and by three eighths, through their sum and difference.
            double pr = d1r + d3r;
            double pi = d1i + d3i;
            double mr = d1r - d3r;
            double mi = d1i - d3i;
            double er = d0r + d2i;
            double ei = d0i - d2r;
            double gr = d0r - d2i;
            double gi = d0i + d2r;
            double ur = SQRT_HALF * (mr + pi);
            double ui = SQRT_HALF * (mi - pr);
            double vr = SQRT_HALF * (pr + mi);
            double vi = SQRT_HALF * (pi - mr);
            y[yre + yleg + q] = er + ur;
            y[yim + yleg + q] = ei + ui;
            y[yre + 5 * yleg + q] = er - ur;
            y[yim + 5 * yleg + q] = ei - ui;
            y[yre + 3 * yleg + q] = gr + vi;
            y[yim + 3 * yleg + q] = gi - vr;
            y[yre + 7 * yleg + q] = gr - vi;
            y[yim + 7 * yleg + q] = gi + vr;
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
        double w4r = twiddles[twiddle + 6];
        double w4i = twiddles[twiddle + 7];
        double w5r = twiddles[twiddle + 8];
        double w5i = twiddles[twiddle + 9];
        double w6r = twiddles[twiddle + 10];
        double w6i = twiddles[twiddle + 11];
        double w7r = twiddles[twiddle + 12];
        double w7i = twiddles[twiddle + 13];
        for (int q = 0; q < run; q++) {
            double z0r = x[xre + q];
            double z0i = x[xim + q];
            double z4r = x[xre + 4 * xleg + q];
            double z4i = x[xim + 4 * xleg + q];
            double s0r = z0r + z4r;
            double s0i = z0i + z4i;
            double d0r = z0r - z4r;
            double d0i = z0i - z4i;
            double z2r = x[xre + 2 * xleg + q];
            double z2i = x[xim + 2 * xleg + q];
            double z6r = x[xre + 6 * xleg + q];
            double z6i = x[xim + 6 * xleg + q];
            double s2r = z2r + z6r;
            double s2i = z2i + z6i;
            double d2r = z2r - z6r;
            double d2i = z2i - z6i;
            double z1r = x[xre + xleg + q];
            double z1i = x[xim + xleg + q];
            double z5r = x[xre + 5 * xleg + q];
            double z5i = x[xim + 5 * xleg + q];
            double s1r = z1r + z5r;
            double s1i = z1i + z5i;
            double d1r = z1r - z5r;
            double d1i = z1i - z5i;
            double z3r = x[xre + 3 * xleg + q];
            double z3i = x[xim + 3 * xleg + q];
            double z7r = x[xre + 7 * xleg + q];
            double z7i = x[xim + 7 * xleg + q];
            double s3r = z3r + z7r;
            double s3i = z3i + z7i;
            double d3r = z3r - z7r;
            double d3i = z3i - z7i;
            double t0r = s0r + s2r;
            double t0i = s0i + s2i;
            double t1r = s0r - s2r;
            double t1i = s0i - s2i;
            double t2r = s1r + s3r;
            double t2i = s1i + s3i;
            double t3r = s1r - s3r;
            double t3i = s1i - s3i;
            y[yre + q] = t0r + t2r;
            y[yim + q] = t0i + t2i;
            double r4 = t0r - t2r;
            double i4 = t0i - t2i;
            y[yre + 4 * yleg + q] = r4 * w4r - i4 * w4i;
            y[yim + 4 * yleg + q] = r4 * w4i + i4 * w4r;
            double r2 = t1r + t3i;
            double i2 = t1i - t3r;
            y[yre + 2 * yleg + q] = r2 * w2r - i2 * w2i;
            y[yim + 2 * yleg + q] = r2 * w2i + i2 * w2r;
            double r6 = t1r - t3i;
            double i6 = t1i + t3r;
            y[yre + 6 * yleg + q] = r6 * w6r - i6 * w6i;
            y[yim + 6 * yleg + q] = r6 * w6i + i6 * w6r;
            // d1 and d3 turned by one and by three eighths, through their sum and difference.
            double pr = d1r + d3r;
            double pi = d1i + d3i;
            double mr = d1r - d3r;
            double mi = d1i - d3i;
            double er = d0r + d2i;
            double ei = d0i - d2r;
            double gr = d0r - d2i;
            double gi = d0i + d2r;
            double ur = SQRT_HALF * (mr + pi);
            double ui = SQRT_HALF * (mi - pr);
            double vr = SQRT_HALF * (pr + mi);
            double vi = SQRT_HALF * (pi - mr);
            double r1 = er + ur;
            double i1 = ei + ui;
            y[yre + yleg + q] = r1 * w1r - i1 * w1i;
            y[yim + yleg + q] = r1 * w1i + i1 * w1r;
            double r5 = er - ur;
            double i5 = ei - ui;
            y[yre + 5 * yleg + q] = r5 * w5r - i5 * w5i;
            y[yim + 5 * yleg + q] = r5 * w5i + i5 * w5r;
            double r3 = gr + vi;
            double i3 = gi - vr;
            y[yre + 3 * yleg + q] = r3 * w3r - i3 * w3i;
            y[yim + 3 * yleg + q] = r3 * w3i + i3 * w3r;
            double r7 = gr - vi;
            double i7 = gi + vr;
            y[yre + 7 * yleg + q] = r7 * w7r - i7 * w7i;
            y[yim + 7 * yleg + q] = r7 * w7i + i7 * w7r;
        }
    }
}
