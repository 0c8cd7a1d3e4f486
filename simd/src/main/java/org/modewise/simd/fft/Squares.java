package org.modewise.simd.fft;

import static org.modewise.simd.fft.LaneFft.L;

/**
 * The step between the two axes, in squares of as many rows as a vector has lanes: sums of rows, transposed, so that
 * lanes, which were columns, become modes, and on the way back columns again. With it two real columns a and b that were
 * transformed as one complex column Z = A + iB are told apart, A_k = (Z_k + conj Z_{-k})/2 and
 * B_k = (Z_k - conj Z_{-k})/2i, and joined.
 */
final class Squares {
    private Squares() {}

    /**
     * Lane q of fa·(row i of a) + fb·(row i of b) becomes lane i of line q, in {@code count} squares.
     *
     * @param aAt row 0 of a in the first square; the next rows follow {@code aRow} apart, squares {@code aStep} apart
     * @param bAt row 0 of b likewise
     * @param at line 0 of the first square; the next lines follow {@code line} apart, squares {@code step} apart
     */
    static void transpose(
            double[] from,
            int aAt,
            int aRow,
            int aStep,
            double fa,
            int bAt,
            int bRow,
            int bStep,
            double fb,
            double[] to,
            int at,
            int line,
            int step,
            int count) {
        if (L == 8) {
            Squares8.transpose(from, aAt, aRow, aStep, fa, bAt, bRow, bStep, fb, to, at, line, step, count);
            return;
        }
        if (L == 4) {
            Squares4.transpose(from, aAt, aRow, aStep, fa, bAt, bRow, bStep, fb, to, at, line, step, count);
            return;
        }
        for (int s = 0; s < count; s++) {
            for (int i = 0; i < L; i++) {
                int a = aAt + s * aStep + i * aRow;
                int b = bAt + s * bStep + i * bRow;
                int c = at + s * step + i;
                for (int q = 0; q < L; q++) {
                    to[c + q * line] = from[a + q] * fa + from[b + q] * fb;
                }
            }
        }
    }
}
