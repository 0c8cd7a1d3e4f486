package org.modewise.fft.scalar;

/** X₀, X₂ = (x₀ + x₂) ± (x₁ + x₃), A₁ = x₀ - x₂, B₁ = x₁ - x₃. */
final class Radix4 implements Radix {
    @Override
    public int radix() {
        return 4;
    }

    @Override
    public void realDft(double[][] rows, int first, int stride, int spare, int lanes) {
        quarters(rows[first], rows[first + stride], rows[first + 2 * stride], rows[first + 3 * stride], lanes);
    }

    static void quarters(double[] a, double[] b, double[] c, double[] d, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double x = a[q];
            double y = b[q];
            double z = c[q];
            double t = d[q];
            double even = x + z;
            double odd = y + t;
            a[q] = even + odd;
            b[q] = x - z;
            c[q] = even - odd;
            d[q] = y - t;
        }
    }
}
