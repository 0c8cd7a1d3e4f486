package org.modewise.fft.scalar;

import java.util.Arrays;
import org.modewise.fft.internal.RootsOfUnity;

/**
 * X₀ = x₀ + Σ t_j, A_k = x₀ + Σ t_j cos(2πjk/r), B_k = Σ d_j sin(2πjk/r) with the sums t_j = x_j + x_{r-j} and the
 * differences d_j = x_j - x_{r-j}, 0 &lt; j &lt; r/2: any odd radix from its definition, in (r-1)² products.
 */
final class OddRadix implements Radix {
    private final int radix;
    private final int half;
    /** cos(2πk/r) and sin(2πk/r). */
    private final double[] cos;

    private final double[] sin;

    OddRadix(int radix) {
        this.radix = radix;
        this.half = radix / 2;
        this.cos = new double[radix];
        this.sin = new double[radix];
        for (int k = 0; k < radix; k++) {
            cos[k] = RootsOfUnity.cos(k, radix);
            sin[k] = -RootsOfUnity.minusSin(k, radix);
        }
    }

    @Override
    public int radix() {
        return radix;
    }

    @Override
    public int spareRows() {
        return radix;
    }

    @Override
    public void realDft(double[][] rows, int first, int stride, int spare, int lanes) {
        for (int j = 1; j <= half; j++) {
            Lanes.sumAndDifference(rows[first + j * stride], rows[first + (radix - j) * stride], lanes);
        }
        double[] x0 = rows[first];
        for (int k = 1; k <= half; k++) {
            double[] a = rows[spare + k];
            System.arraycopy(x0, 0, a, 0, lanes);
            addAll(rows, first, stride, cos, k, a, lanes);
            double[] b = rows[spare + radix - k];
            Arrays.fill(b, 0, lanes, 0);
            addAll(rows, first + radix * stride, -stride, sin, k, b, lanes);
        }
        for (int j = 1; j <= half; j++) {
            add(x0, rows[first + j * stride], lanes);
        }
        for (int k = 1; k < radix; k++) {
            System.arraycopy(rows[spare + k], 0, rows[first + k * stride], 0, lanes);
        }
    }

    /** Adds Σ_j f_{jk mod r} x_j, three terms at a time. */
    private void addAll(double[][] rows, int first, int stride, double[] factors, int k, double[] sum, int lanes) {
        int j = 1;
        for (; j + 2 <= half; j += 3) {
            int at = first + j * stride;
            addThree(
                    sum,
                    rows[at],
                    rows[at + stride],
                    rows[at + 2 * stride],
                    factors[j * k % radix],
                    factors[(j + 1) * k % radix],
                    factors[(j + 2) * k % radix],
                    lanes);
        }
        for (; j <= half; j++) {
            addOne(sum, rows[first + j * stride], factors[j * k % radix], lanes);
        }
    }

    private static void addThree(
            double[] sum, double[] x, double[] y, double[] z, double a, double b, double c, int lanes) {
        for (int q = 0; q < lanes; q++) {
            sum[q] += a * x[q] + b * y[q] + c * z[q];
        }
    }

    private static void addOne(double[] sum, double[] x, double a, int lanes) {
        for (int q = 0; q < lanes; q++) {
            sum[q] += a * x[q];
        }
    }

    private static void add(double[] sum, double[] x, int lanes) {
        for (int q = 0; q < lanes; q++) {
            sum[q] += x[q];
        }
    }
}
