package org.modewise.fft.scalar;

import org.modewise.fft.internal.RootsOfUnity;

/**
 * X₀ = x₀ + t₁ + t₂, A₁ = x₀ + c₁t₁ + c₂t₂, A₂ = x₀ + c₂t₁ + c₁t₂, B₁ = s₁d₁ + s₂d₂, B₂ = s₂d₁ - s₁d₂ with the sums
 * t_j = x_j + x_{5-j}, the differences d_j = x_j - x_{5-j}, c_j = cos(2πj/5) and s_j = sin(2πj/5).
 */
final class Radix5 implements Radix {
    private static final double C1 = RootsOfUnity.cos(1, 5);
    private static final double C2 = RootsOfUnity.cos(2, 5);
    private static final double S1 = -RootsOfUnity.minusSin(1, 5);
    private static final double S2 = -RootsOfUnity.minusSin(2, 5);

    @Override
    public int radix() {
        return 5;
    }

    @Override
    public void realDft(double[][] rows, int first, int stride, int spare, int lanes) {
        double[] b = rows[first + stride];
        double[] c = rows[first + 2 * stride];
        double[] d = rows[first + 3 * stride];
        double[] e = rows[first + 4 * stride];
        Lanes.sumAndDifference(b, e, lanes);
        Lanes.sumAndDifference(c, d, lanes);
        cosines(rows[first], b, c, lanes);
        sines(e, d, lanes);
    }

    private static void cosines(double[] a, double[] b, double[] c, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double x = a[q];
            double t1 = b[q];
            double t2 = c[q];
            a[q] = x + (t1 + t2);
            b[q] = x + (C1 * t1 + C2 * t2);
            c[q] = x + (C2 * t1 + C1 * t2);
        }
    }

    private static void sines(double[] e, double[] d, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double d1 = e[q];
            double d2 = d[q];
            e[q] = S1 * d1 + S2 * d2;
            d[q] = S2 * d1 - S1 * d2;
        }
    }
}
