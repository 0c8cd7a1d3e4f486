package org.modewise.fft.scalar;

import org.modewise.fft.internal.RootsOfUnity;

/** X₀ = x₀ + t, A₁ = x₀ - t/2, B₁ = sin(2π/3)·(x₁ - x₂) with t = x₁ + x₂. */
final class Radix3 implements Radix {
    private static final double SIN = -RootsOfUnity.minusSin(1, 3);

    @Override
    public int radix() {
        return 3;
    }

    @Override
    public void realDft(double[][] rows, int first, int stride, int spare, int lanes) {
        thirds(rows[first], rows[first + stride], rows[first + 2 * stride], lanes);
    }

    private static void thirds(double[] a, double[] b, double[] c, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double x = a[q];
            double y = b[q];
            double z = c[q];
            double t = y + z;
            a[q] = x + t;
            b[q] = x - 0.5 * t;
            c[q] = SIN * (y - z);
        }
    }
}
