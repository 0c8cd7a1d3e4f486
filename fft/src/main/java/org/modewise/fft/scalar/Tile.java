package org.modewise.fft.scalar;

/** A block of columns while it is transformed: each row of it is an array of real and an array of imaginary parts. */
final class Tile {
    /** Rows that {@link #scatter} and {@link #gather} move at a time: the doubles of one cache line. */
    static final int GROUP = 8;

    final double[][] re;
    final double[][] im;

    Tile(int rows, int lanes) {
        this.re = new double[rows][];
        this.im = new double[rows][];
        for (int row = 0; row < rows; row++) {
            re[row] = new double[lanes];
        }
        for (int row = 0; row < rows; row++) {
            im[row] = new double[lanes];
        }
    }

    /** Swaps the imaginary parts of row z with the real parts of row w, by reference. */
    void exchange(int z, int w) {
        double[] keep = im[z];
        im[z] = re[w];
        re[w] = keep;
    }

    /** Transposes eight rows into lines {@code stride} apart. */
    static void scatter(
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

    /** Transposes the starts of lines {@code stride} apart into eight rows, and scales them. */
    static void gather(
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

    /**
     * Z = A + iB with real columns a, b: A_k = (Z_k + conj Z_{-k})/2 takes the place of row k, and
     * B_k = (Z_k - conj Z_{-k})/2i that of row -k.
     */
    static void separate(double[] zr, double[] zi, double[] wr, double[] wi, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double a = zr[q];
            double b = zi[q];
            double c = wr[q];
            double d = wi[q];
            zr[q] = 0.5 * (a + c);
            zi[q] = 0.5 * (b - d);
            wr[q] = 0.5 * (b + d);
            wi[q] = 0.5 * (c - a);
        }
    }

    /** The reverse of {@link #separate}. */
    static void join(double[] ar, double[] ai, double[] br, double[] bi, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double a = ar[q];
            double b = ai[q];
            double c = br[q];
            double d = bi[q];
            ar[q] = a - d;
            ai[q] = b + c;
            br[q] = a + d;
            bi[q] = c - b;
        }
    }
}
