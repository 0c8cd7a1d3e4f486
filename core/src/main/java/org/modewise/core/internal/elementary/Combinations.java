package org.modewise.core.internal.elementary;

import java.util.Arrays;

/**
 * Sums of rows with weights.
 *
 * <p>Four rows go into one at a time, after those that a multiple of four leaves over: more arrays in a loop, or two sums in
 * one, and HotSpot's compiler no longer makes vectors of it.
 */
public final class Combinations {
    private Combinations() {}

    /**
     * What a sum begins with: the offset and the first rows, so many that the rest is a multiple of four, or none.
     *
     * @param w the weights
     * @param at that of the first row
     * @param step from row to row
     * @param offset what the sum starts from
     * @param x the rows
     * @param from the first of them
     * @param in how many there are in all
     * @param z the sum
     * @param length of each row
     * @return how many rows are in
     */
    public static int begin(
            double[] w, int at, int step, double offset, double[][] x, int from, int in, double[] z, int length) {
        int head = in % 4;
        switch (head) {
            case 1 -> start(z, offset, w[at], x[from], length);
            case 2 -> start(z, offset, w[at], x[from], w[at + step], x[from + 1], length);
            case 3 -> {
                start(z, offset, w[at], x[from], w[at + step], x[from + 1], length);
                add(z, w[at + 2 * step], x[from + 2], length);
            }
            default -> Arrays.fill(z, 0, length, offset);
        }
        return head;
    }

    static void apply(
            double[] w,
            int at,
            int rowStep,
            int columnStep,
            int offsets,
            double[][] x,
            int fromX,
            int in,
            double[][] z,
            int fromZ,
            int out,
            int length) {
        for (int j = 0; j < out; j++) {
            double[] sum = z[fromZ + j];
            int row = at + j * rowStep;
            double offset = offsets < 0 ? 0 : w[offsets + j];
            int i = begin(w, row, columnStep, offset, x, fromX, in, sum, length);
            for (; i < in; i += 4) {
                addFour(w, row + i * columnStep, columnStep, x, fromX + i, sum, 0, length);
            }
        }
    }

    private static void start(double[] z, double offset, double w, double[] x, int length) {
        for (int t = 0; t < length; t++) {
            z[t] = offset + w * x[t];
        }
    }

    private static void start(double[] z, double offset, double w0, double[] x0, double w1, double[] x1, int length) {
        for (int t = 0; t < length; t++) {
            z[t] = offset + (w0 * x0[t] + w1 * x1[t]);
        }
    }

    private static void add(double[] z, double w, double[] x, int length) {
        for (int t = 0; t < length; t++) {
            z[t] += w * x[t];
        }
    }

    /**
     * Adds the next four rows with their weights to z[from…to-1].
     *
     * @param w the weights
     * @param at that of the first of the four
     * @param step from row to row
     * @param x the rows
     * @param row the first of the four
     * @param z the sum
     * @param from where to begin
     * @param to where to end
     */
    public static void addFour(double[] w, int at, int step, double[][] x, int row, double[] z, int from, int to) {
        addFour(
                z,
                w[at],
                x[row],
                w[at + step],
                x[row + 1],
                w[at + 2 * step],
                x[row + 2],
                w[at + 3 * step],
                x[row + 3],
                from,
                to);
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
            z[t] += (w0 * x0[t] + w1 * x1[t]) + (w2 * x2[t] + w3 * x3[t]);
        }
    }
}
