package org.modewise.fft.scalar;

/** The memory that plans and the calls of one thread take, in doubles, before any of it is allocated. */
final class Footprint {
    private Footprint() {}

    /** Of {@link Plans#realLine}, with the line that it works on. */
    static long realLine(int n) {
        return n % 2 == 0 ? line(n / 2) + 2L * (n / 4 + 1) + 2L * (n / 2 + 1) : line(n) + 2L * n;
    }

    /** Of {@link Plans#line}, without the line that it works on. */
    static long line(int n) {
        if (Plans.isStockham(n)) {
            return 2L * n + 6L * (n / 4);
        }
        int lanes = Plans.lanes(n);
        return Plans.isConvolved(n, lanes) ? convolution(n, Plans.convolution(n)) : fourSteps(n / lanes, lanes);
    }

    private static long convolution(int n, int length) {
        return 2L * n + 4L * length + line(length);
    }

    private static long fourSteps(int n1, int n2) {
        long turns = 2L * n1 * n2;
        long transposed = 2L * n2 * FourStep.pitch(n1);
        return turns + tile(n1, n2) + tile(n2, n1) + transposed;
    }

    private static long tile(int rows, int lanes) {
        int width = Tile.width(lanes);
        return new TileShape(rows + Plans.spareRows(rows), width, Tile.padded(width)).doubles();
    }
}
