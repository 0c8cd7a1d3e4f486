package org.modewise.simd.fft;

import org.modewise.simd.Lanes;

/**
 * The step between the two axes: two real columns a and b that were transformed as one complex column Z = A + iB are
 * told apart by symmetry, A_k = (Z_k + conj Z_{-k})/2 and B_k = (Z_k - conj Z_{-k})/2i, and transposed, so that lanes,
 * which were columns, become modes. All goes in squares of as many rows as a vector has lanes.
 */
final class Squares {
    private static final int L = Lanes.COUNT;

    private Squares() {}

    /**
     * Half the sums and half the differences of rows that mirror each other, transposed: lane q of (row z_i + row w_i)/2
     * becomes lane i of sum line q, and (row w_i - row z_i)/2 likewise of difference line q.
     *
     * @param zAt row z_0 of the first square; the next ones follow {@code row} apart, {@code L} rows a square
     * @param wAt row w_0 of the first square; the next ones come before it
     * @param sumAt sum line 0 of the first square; the next lines follow {@code line} apart, squares {@code step} apart
     * @param differenceAt difference line 0 likewise
     */
    static void separate(
            double[] rows,
            int zAt,
            int wAt,
            int row,
            double[] lines,
            int sumAt,
            int differenceAt,
            int line,
            int step,
            int count) {
        if (L == 8) {
            Squares8.separate(rows, zAt, wAt, row, lines, sumAt, differenceAt, line, step, count);
            return;
        }
        if (L == 4) {
            Squares4.separate(rows, zAt, wAt, row, lines, sumAt, differenceAt, line, step, count);
            return;
        }
        for (int i = 0; i < count * L; i++) {
            int sum = sumAt + i / L * step + i % L;
            int difference = differenceAt + i / L * step + i % L;
            for (int q = 0; q < L; q++) {
                double z = rows[zAt + i * row + q];
                double w = rows[wAt - i * row + q];
                lines[sum + q * line] = (z + w) * 0.5;
                lines[difference + q * line] = (w - z) * 0.5;
            }
        }
    }

    /**
     * The reverse: lane i of scale·(line a_q - line b_q) becomes lane q of row z_i, and lane i of
     * scale·(line a_q + line b_q) becomes lane q of row w_i.
     *
     * @param aAt line a_0 of the first square; the next lines follow {@code line} apart, squares {@code lineStep} apart
     * @param bAt line b_0 likewise
     * @param zAt row z_0 of the first square; the next rows follow {@code row} apart, squares {@code rowStep} apart
     * @param wAt row w_0 of the first square; the next rows come before it, squares {@code rowStep} apart
     */
    static void join(
            double[] lines,
            int aAt,
            int bAt,
            int line,
            int lineStep,
            double scale,
            double[] rows,
            int zAt,
            int wAt,
            int row,
            int rowStep,
            int count) {
        if (L == 8) {
            Squares8.join(lines, aAt, bAt, line, lineStep, scale, rows, zAt, wAt, row, rowStep, count);
            return;
        }
        if (L == 4) {
            Squares4.join(lines, aAt, bAt, line, lineStep, scale, rows, zAt, wAt, row, rowStep, count);
            return;
        }
        for (int s = 0; s < count; s++) {
            for (int i = 0; i < L; i++) {
                for (int q = 0; q < L; q++) {
                    double a = lines[aAt + s * lineStep + q * line + i] * scale;
                    double b = lines[bAt + s * lineStep + q * line + i] * scale;
                    rows[zAt + s * rowStep + i * row + q] = a - b;
                    rows[wAt + s * rowStep - i * row + q] = a + b;
                }
            }
        }
    }
}
