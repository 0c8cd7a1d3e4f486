package org.modewise.core.internal.elementary;

import java.util.Arrays;

/**
 * Sums of rows with weights, row after row from the offset on.
 *
 * <p>Four rows go into one at a time, after those that a multiple of four leaves over: more arrays in a loop, or two sums in
 * one, and HotSpot's compiler no longer makes vectors of it.
 */
public final class Combinations {
    private static final int STEP = WeightMatrix.PANEL;

    private Combinations() {}

    static void apply(
            WeightMatrix matrix,
            boolean offsets,
            double[][] x,
            int fromX,
            double[][] factors,
            double[][] z,
            int fromZ,
            int length) {
        double[] w = matrix.numbers();
        for (int j = 0; j < matrix.outputs(); j++) {
            int panel = j / WeightMatrix.PANEL;
            int at = matrix.start(panel) + j - matrix.first(panel);
            double[] sum = z[fromZ + j];
            double offset = offsets ? w[at] : 0;
            int i = begin(w, at + STEP, offset, x, fromX, matrix.inputs(), sum, length);
            for (; i < matrix.inputs(); i += 4) {
                int next = at + STEP * (i + 1);
                double[] x0 = x[fromX + i];
                double[] x1 = x[fromX + i + 1];
                double[] x2 = x[fromX + i + 2];
                double[] x3 = x[fromX + i + 3];
                addFour(
                        sum,
                        w[next],
                        x0,
                        w[next + STEP],
                        x1,
                        w[next + 2 * STEP],
                        x2,
                        w[next + 3 * STEP],
                        x3,
                        0,
                        length);
            }
            if (factors != null) {
                multiply(sum, factors[j], length);
            }
        }
    }

    /** The offset and the first rows, so many that the rest is a multiple of four, or none. Returns how many are in. */
    private static int begin(
            double[] w, int at, double offset, double[][] x, int from, int in, double[] z, int length) {
        int head = in % 4;
        switch (head) {
            case 1 -> start(z, offset, w[at], x[from], length);
            case 2 -> start(z, offset, w[at], x[from], w[at + STEP], x[from + 1], length);
            case 3 -> {
                start(z, offset, w[at], x[from], w[at + STEP], x[from + 1], length);
                add(z, w[at + 2 * STEP], x[from + 2], length);
            }
            default -> Arrays.fill(z, 0, length, offset);
        }
        return head;
    }

    private static void start(double[] z, double offset, double w, double[] x, int length) {
        for (int t = 0; t < length; t++) {
            z[t] = MultiplyAdd.of(w, x[t], offset);
        }
    }

    private static void start(double[] z, double offset, double w0, double[] x0, double w1, double[] x1, int length) {
        for (int t = 0; t < length; t++) {
            z[t] = MultiplyAdd.of(w1, x1[t], MultiplyAdd.of(w0, x0[t], offset));
        }
    }

    private static void add(double[] z, double w, double[] x, int length) {
        for (int t = 0; t < length; t++) {
            z[t] = MultiplyAdd.of(w, x[t], z[t]);
        }
    }

    private static void multiply(double[] z, double[] factors, int length) {
        for (int t = 0; t < length; t++) {
            z[t] *= factors[t];
        }
    }

    /**
     * z += w₀x₀ + w₁x₁ + w₂x₂ + w₃x₃, from…to-1.
     *
     * @param z the sum
     * @param w0 the weight of the first row
     * @param x0 the first row
     * @param w1 of the second
     * @param x1 the second
     * @param w2 of the third
     * @param x2 the third
     * @param w3 of the fourth
     * @param x3 the fourth
     * @param from where to begin
     * @param to where to end
     */
    public static void addFour(
            double[] z,
            double w0,
            double[] x0,
            double w1,
            double[] x1,
            double w2,
            double[] x2,
            double w3,
            double[] x3,
            int from,
            int to) {
        for (int t = from; t < to; t++) {
            double two = MultiplyAdd.of(w1, x1[t], MultiplyAdd.of(w0, x0[t], z[t]));
            z[t] = MultiplyAdd.of(w3, x3[t], MultiplyAdd.of(w2, x2[t], two));
        }
    }
}
