package org.modewise.pde;

/** Rows to columns, square by square, so that neither side leaves the cache. */
final class Transposition {
    private static final int SIDE = 16;

    private Transposition() {}

    static void transpose(double[] in, int columns, double[] out) {
        int rows = in.length / columns;
        for (int top = 0; top < rows; top += SIDE) {
            for (int left = 0; left < columns; left += SIDE) {
                square(in, columns, out, rows, top, left);
            }
        }
    }

    private static void square(double[] in, int columns, double[] out, int rows, int top, int left) {
        for (int j = top; j < Math.min(top + SIDE, rows); j++) {
            for (int i = left; i < Math.min(left + SIDE, columns); i++) {
                out[i * rows + j] = in[j * columns + i];
            }
        }
    }
}
