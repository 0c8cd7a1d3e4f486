package org.modewise.pde;

import java.util.Arrays;

/**
 * ln p₀ beyond the edges of its grid: where it falls outward, it goes on as the parabola through three of its outermost
 * nodes, as the tail of every mixture of normal laws does; else there is nothing. A density that is cut off instead lacks,
 * next to the edges, all that noise brings in from outside.
 */
final class LogTails {
    /** From one of the three nodes to the next: wide enough that rounding does not bend the parabola. */
    private static final int GAP = 4;

    /** What is so far below the largest value, less than the least double, adds to no density. */
    private static final double NOTHING = 800;

    private LogTails() {}

    /** How many nodes are added at either end of an axis. */
    static int margin(int n) {
        return n > 2 * GAP ? (n + 1) / 2 : 0;
    }

    /** The values of a plane with margins all round, row by row. */
    static double[] extended(double[] log, int nx, int ny) {
        int marginX = margin(nx);
        int marginY = margin(ny);
        int columns = nx + 2 * marginX;
        int rows = ny + 2 * marginY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : log) {
            most = Math.max(most, value);
        }
        double[] extended = new double[columns * rows];
        Arrays.fill(extended, Double.NEGATIVE_INFINITY);
        for (int j = 0; j < ny; j++) {
            int start = (j + marginY) * columns + marginX;
            System.arraycopy(log, j * nx, extended, start, nx);
            extend(extended, start, 1, nx, marginX, most - NOTHING);
        }
        for (int i = 0; i < columns; i++) {
            extend(extended, marginY * columns + i, columns, ny, marginY, most - NOTHING);
        }
        return extended;
    }

    private static void extend(double[] values, int start, int stride, int n, int margin, double least) {
        if (margin > 0) {
            tail(values, start, -stride, margin, least);
            tail(values, start + (n - 1) * stride, stride, margin, least);
        }
    }

    /** From the last node on, outward by steps. */
    private static void tail(double[] values, int last, int step, int margin, double least) {
        double edge = values[last];
        double second = values[last - GAP * step];
        double third = values[last - 2 * GAP * step];
        if (!(edge > least) || !(third > Double.NEGATIVE_INFINITY) || !(second > edge)) {
            return;
        }
        double bend = Math.min(0, edge - 2 * second + third);
        for (int k = 1; k <= margin; k++) {
            double place = (double) k / GAP;
            double value = edge + place * (edge - second) + 0.5 * place * (place + 1) * bend;
            if (value < least) {
                return;
            }
            values[last + k * step] = value;
        }
    }
}
