package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.internal.elementary.Combinations;

/** Sums of a table's rows under a {@link FrequencyWindow}, and the way from rows to columns. */
final class FrequencySums {
    private static final int TAPS = FrequencyWindow.TAPS;
    /** Rows that are transposed at a time: the doubles of a cache line. */
    private static final int TILE = 8;

    private FrequencySums() {}

    /** out = Σ wₖ·rows[first + k·step], four rows a loop: longer bodies C2 does not turn into vectors. */
    static void combine(
            double[][] rows, int first, int step, double[][] weights, int m, double[] out, int from, int to) {
        Arrays.fill(out, from, to, 0);
        for (int tap = 0; tap < TAPS; tap += 4) {
            int row = first + tap * step;
            Combinations.addFour(
                    out,
                    weights[tap][m],
                    rows[row],
                    weights[tap + 1][m],
                    rows[row + step],
                    weights[tap + 2][m],
                    rows[row + 2 * step],
                    weights[tap + 3][m],
                    rows[row + 3 * step],
                    from,
                    to);
        }
    }

    /** Σ wₖ·entries[from + 2k]: one part of the value between entries of a line. */
    static double sum(double[] entries, int from, double[][] weights, int m) {
        double sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            sum += weights[tap][m] * entries[from + 2 * tap];
        }
        return sum;
    }

    /** From rows of entries to columns, entry by entry: the real parts of all rows, then the imaginary ones. */
    static void transpose(double[][] rows, double[][] columns, int count, int from, int to) {
        int top = 0;
        for (; top + TILE <= count; top += TILE) {
            transposeTile(rows, columns, top, count, from, to);
        }
        for (; top < count; top++) {
            double[] row = rows[top];
            for (int k = from; k < to; k++) {
                columns[k][top] = row[2 * k];
                columns[k][count + top] = row[2 * k + 1];
            }
        }
    }

    private static void transposeTile(double[][] rows, double[][] columns, int top, int count, int from, int to) {
        double[] r0 = rows[top];
        double[] r1 = rows[top + 1];
        double[] r2 = rows[top + 2];
        double[] r3 = rows[top + 3];
        double[] r4 = rows[top + 4];
        double[] r5 = rows[top + 5];
        double[] r6 = rows[top + 6];
        double[] r7 = rows[top + 7];
        for (int k = from; k < to; k++) {
            double[] column = columns[k];
            int re = 2 * k;
            column[top] = r0[re];
            column[top + 1] = r1[re];
            column[top + 2] = r2[re];
            column[top + 3] = r3[re];
            column[top + 4] = r4[re];
            column[top + 5] = r5[re];
            column[top + 6] = r6[re];
            column[top + 7] = r7[re];
            int im = re + 1;
            int at = count + top;
            column[at] = r0[im];
            column[at + 1] = r1[im];
            column[at + 2] = r2[im];
            column[at + 3] = r3[im];
            column[at + 4] = r4[im];
            column[at + 5] = r5[im];
            column[at + 6] = r6[im];
            column[at + 7] = r7[im];
        }
    }
}
