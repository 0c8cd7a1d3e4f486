package org.modewise.fft.scalar;

import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.internal.RootsOfUnity;

/**
 * X_k of a short line whose length is a power of two, in passes of radix 4 and a last one of radix 2 if need be, from
 * one pair of arrays to another: butterfly p &lt; m of a pass, n = 4·m·s, joins the numbers (p + mj)·s + q for j = 0…3,
 * and its leg k leaves, times w^{kps}, as number (4p + k)·s + q, for every q &lt; s, where w = e^{-2πi/n}. The numbers
 * stay in natural order from pass to pass; nothing is ever bit-reversed.
 *
 * <p>Source: C. Van Loan, Computational Frameworks for the Fast Fourier Transform, SIAM 1992, section 1.7.
 */
final class StockhamLine implements LineFft {
    private final int n;
    private final double[] twiddles;
    private final ScratchPool<ComplexLine> pool;

    StockhamLine(int n) {
        this.n = n;
        this.twiddles = RootsOfUnity.twiddles(4, n / 4);
        this.pool = new ScratchPool<>(() -> new ComplexLine(n));
    }

    @Override
    public int size() {
        return n;
    }

    @Override
    public void transform(double[] re, double[] im) {
        ComplexLine scratch = pool.take();
        int s = 1;
        for (; 16 * s <= n; s *= 16) {
            fours(s, re, im, scratch.re(), scratch.im());
            fours(4 * s, scratch.re(), scratch.im(), re, im);
        }
        if (4 * s <= n) {
            fours(s, re, im, scratch.re(), scratch.im());
            System.arraycopy(scratch.re(), 0, re, 0, n);
            System.arraycopy(scratch.im(), 0, im, 0, n);
            s *= 4;
        }
        if (s < n) {
            twos(re);
            twos(im);
        }
        pool.give(scratch);
    }

    private void fours(int s, double[] xr, double[] xi, double[] yr, double[] yi) {
        double[] w = twiddles;
        int leg = n / 4;
        // One loop over p and q, since s is 1 in the first pass and a loop inside would not pay for itself.
        for (int i = 0; i < leg; i++) {
            int ps = i & -s;
            double ar = xr[i];
            double ai = xi[i];
            double br = xr[i + leg];
            double bi = xi[i + leg];
            double cr = xr[i + 2 * leg];
            double ci = xi[i + 2 * leg];
            double dr = xr[i + 3 * leg];
            double di = xi[i + 3 * leg];
            double sr = ar + cr;
            double si = ai + ci;
            double tr = ar - cr;
            double ti = ai - ci;
            double ur = br + dr;
            double ui = bi + di;
            double vr = br - dr;
            double vi = bi - di;
            int o = i + 3 * ps;
            yr[o] = sr + ur;
            yi[o] = si + ui;
            int at = 6 * ps;
            turn(tr + vi, ti - vr, w[at], w[at + 1], yr, yi, o + s);
            turn(sr - ur, si - ui, w[at + 2], w[at + 3], yr, yi, o + 2 * s);
            turn(tr - vi, ti + vr, w[at + 4], w[at + 5], yr, yi, o + 3 * s);
        }
    }

    private static void turn(double re, double im, double wr, double wi, double[] yr, double[] yi, int o) {
        yr[o] = re * wr - im * wi;
        yi[o] = re * wi + im * wr;
    }

    private void twos(double[] x) {
        int leg = n / 2;
        for (int q = 0; q < leg; q++) {
            double a = x[q];
            double b = x[q + leg];
            x[q] = a + b;
            x[q + leg] = a - b;
        }
    }
}
