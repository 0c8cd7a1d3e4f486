package org.modewise.siren.engine;

import java.util.Arrays;

/**
 * Sums of rows with weights: the dense layers of a tile. Rows all have one length.
 *
 * <p>Four rows go into one at a time: more arrays in a loop, or two sums in one, and HotSpot's compiler no longer makes
 * vectors of it.
 */
final class Rows {
    private Rows() {}

    /**
     * zⱼ = bⱼ + Σᵢ wⱼᵢ·xᵢ for j below {@code out} and i below {@code in}.
     *
     * @param w weights; wⱼᵢ at {@code at + j * rowStep + i * columnStep}
     * @param bias where in {@code w} the b's start, or -1 for none
     */
    static void combine(
            double[] w,
            int at,
            int rowStep,
            int columnStep,
            int bias,
            double[][] x,
            int x0,
            int in,
            double[][] z,
            int z0,
            int out) {
        for (int j = 0; j < out; j++) {
            double[] sum = z[z0 + j];
            int row = at + j * rowStep;
            double b = bias < 0 ? 0 : w[bias + j];
            int head = in % 4 == 0 ? 4 : in % 4;
            switch (head) {
                case 1 -> start(sum, b, w[row], x[x0]);
                case 2 -> start(sum, b, w[row], x[x0], w[row + columnStep], x[x0 + 1]);
                case 3 -> {
                    start(sum, b, w[row], x[x0], w[row + columnStep], x[x0 + 1]);
                    add(sum, w[row + 2 * columnStep], x[x0 + 2]);
                }
                default -> {
                    Arrays.fill(sum, b);
                    addFour(sum, w, row, columnStep, x, x0);
                }
            }
            for (int i = head; i < in; i += 4) {
                addFour(sum, w, row + i * columnStep, columnStep, x, x0 + i);
            }
        }
    }

    private static void start(double[] z, double b, double w, double[] x) {
        for (int t = 0; t < z.length; t++) {
            z[t] = b + w * x[t];
        }
    }

    private static void start(double[] z, double b, double w0, double[] x0, double w1, double[] x1) {
        for (int t = 0; t < z.length; t++) {
            z[t] = b + (w0 * x0[t] + w1 * x1[t]);
        }
    }

    private static void add(double[] z, double w, double[] x) {
        for (int t = 0; t < z.length; t++) {
            z[t] += w * x[t];
        }
    }

    private static void addFour(double[] z, double[] w, int at, int step, double[][] x, int from) {
        addFour(
                z,
                w[at],
                x[from],
                w[at + step],
                x[from + 1],
                w[at + 2 * step],
                x[from + 2],
                w[at + 3 * step],
                x[from + 3]);
    }

    /** z += w₀x₀ + w₁x₁ + w₂x₂ + w₃x₃. */
    static void addFour(
            double[] z,
            double w0,
            double[] x0,
            double w1,
            double[] x1,
            double w2,
            double[] x2,
            double w3,
            double[] x3) {
        for (int t = 0; t < z.length; t++) {
            z[t] += (w0 * x0[t] + w1 * x1[t]) + (w2 * x2[t] + w3 * x3[t]);
        }
    }
}
