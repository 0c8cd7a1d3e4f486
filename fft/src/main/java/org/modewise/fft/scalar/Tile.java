package org.modewise.fft.scalar;

/**
 * A block of columns while it is transformed: each row of it is an array of real and an array of imaginary parts, one
 * number a lane.
 */
final class Tile {
    /** Rows that {@link #scatter} and {@link #gather} move at a time: the doubles of one cache line. */
    static final int GROUP = 8;
    /** Lanes a tile at most: enough to pay for the start and end of vector loops, and for copies of some length. */
    private static final int LANES = 128;

    final double[][] re;
    final double[][] im;

    Tile(int rows, int length) {
        this.re = new double[rows][];
        this.im = new double[rows][];
        for (int row = 0; row < rows; row++) {
            re[row] = new double[length];
        }
        for (int row = 0; row < rows; row++) {
            im[row] = new double[length];
        }
    }

    /** The lanes of each of the tiles, as few and as equal as can be, that so many lanes are cut into. */
    static int width(int lanes) {
        return width(lanes, LANES);
    }

    /** The same where tiles may have so many lanes at most; a group of them is always used. */
    static int width(int lanes, long most) {
        int full = (int) Math.max(GROUP, Math.min(LANES, most / GROUP * GROUP));
        int tiles = (lanes + full - 1) / full;
        return Math.min(lanes, padded((lanes + tiles - 1) / tiles));
    }

    /**
     * A number of rows or lanes rounded up to whole groups. Rows of such a length, some power of two apart, start alike
     * in their cache lines, and not at the same place in the cache.
     */
    static int padded(int count) {
        return (count + GROUP - 1) / GROUP * GROUP;
    }

    /** Swaps the imaginary parts of row z with the real parts of row w, by reference. */
    void exchange(int z, int w) {
        double[] keep = im[z];
        im[z] = re[w];
        re[w] = keep;
    }

    /** Transposes the eight rows {@code order[k]} and on into lines {@code stride} apart. */
    static void scatter(double[][] rows, int[] order, int k, int lanes, double[] to, int at, int stride) {
        scatter(
                rows[order[k]],
                rows[order[k + 1]],
                rows[order[k + 2]],
                rows[order[k + 3]],
                rows[order[k + 4]],
                rows[order[k + 5]],
                rows[order[k + 6]],
                rows[order[k + 7]],
                lanes,
                to,
                at,
                stride);
    }

    private static void scatter(
            double[] r0,
            double[] r1,
            double[] r2,
            double[] r3,
            double[] r4,
            double[] r5,
            double[] r6,
            double[] r7,
            int lanes,
            double[] to,
            int at,
            int stride) {
        for (int q = 0; q < lanes; q++) {
            int i = at + q * stride;
            to[i] = r0[q];
            to[i + 1] = r1[q];
            to[i + 2] = r2[q];
            to[i + 3] = r3[q];
            to[i + 4] = r4[q];
            to[i + 5] = r5[q];
            to[i + 6] = r6[q];
            to[i + 7] = r7[q];
        }
    }

    /** Transposes the starts of lines {@code stride} apart into the eight rows {@code order[k]} and on, scaled. */
    static void gather(
            double[] from, int at, int stride, double scale, int lanes, double[][] rows, int[] order, int k) {
        gather(
                from,
                at,
                stride,
                scale,
                lanes,
                rows[order[k]],
                rows[order[k + 1]],
                rows[order[k + 2]],
                rows[order[k + 3]],
                rows[order[k + 4]],
                rows[order[k + 5]],
                rows[order[k + 6]],
                rows[order[k + 7]]);
    }

    private static void gather(
            double[] from,
            int at,
            int stride,
            double scale,
            int lanes,
            double[] r0,
            double[] r1,
            double[] r2,
            double[] r3,
            double[] r4,
            double[] r5,
            double[] r6,
            double[] r7) {
        for (int q = 0; q < lanes; q++) {
            int i = at + q * stride;
            r0[q] = scale * from[i];
            r1[q] = scale * from[i + 1];
            r2[q] = scale * from[i + 2];
            r3[q] = scale * from[i + 3];
            r4[q] = scale * from[i + 4];
            r5[q] = scale * from[i + 5];
            r6[q] = scale * from[i + 6];
            r7[q] = scale * from[i + 7];
        }
    }
}
