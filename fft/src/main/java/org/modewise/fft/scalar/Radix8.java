package org.modewise.fft.scalar;

/**
 * With E and O the DFTs of x₀, x₂, x₄, x₆ and of x₁, x₃, x₅, x₇, as {@link Radix4} leaves them: X₀, X₄ = E₀ ± O₀,
 * A₂ = E₂, B₂ = O₂, A₁, A₃ = A^E₁ ± √½·(A^O₁ - B^O₁), B₁, B₃ = √½·(A^O₁ + B^O₁) ± B^E₁. In place of a pass of radix 4
 * and one of radix 2, it saves a quarter of the loops.
 */
final class Radix8 implements Radix {
    private static final double SQRT_HALF = Math.sqrt(0.5);

    @Override
    public int radix() {
        return 8;
    }

    @Override
    public void realDft(double[][] rows, int first, int stride, int spare, int lanes) {
        double[] x0 = rows[first];
        double[] x1 = rows[first + stride];
        double[] x2 = rows[first + 2 * stride];
        double[] x3 = rows[first + 3 * stride];
        double[] x4 = rows[first + 4 * stride];
        double[] x5 = rows[first + 5 * stride];
        double[] x6 = rows[first + 6 * stride];
        double[] x7 = rows[first + 7 * stride];
        Radix4.quarters(x0, x2, x4, x6, lanes);
        Radix4.quarters(x1, x3, x5, x7, lanes);
        Lanes.sumAndDifference(x0, x1, lanes);
        eighths(x2, x6, x3, x7, lanes);
        rows[first + stride] = x2;
        rows[first + 2 * stride] = x4;
        rows[first + 4 * stride] = x1;
        rows[first + 5 * stride] = x7;
        rows[first + 6 * stride] = x5;
        rows[first + 7 * stride] = x6;
    }

    private static void eighths(double[] a, double[] b, double[] c, double[] d, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double x = a[q];
            double y = b[q];
            double minus = SQRT_HALF * (c[q] - d[q]);
            double plus = SQRT_HALF * (c[q] + d[q]);
            a[q] = x + minus;
            b[q] = plus + y;
            c[q] = x - minus;
            d[q] = plus - y;
        }
    }
}
