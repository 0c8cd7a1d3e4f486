package org.modewise.fft.scalar;

/**
 * Loops over the lanes of a few rows. Rows are arrays, and a butterfly is several loops over few of them, for the sake
 * of the compiler: it turns a loop into vector code only if every access in it has the same index, and only if it is
 * short. Loops over four arrays are.
 */
final class Lanes {
    private Lanes() {}

    /** a + b takes the place of a, and a - b that of b. */
    static void sumAndDifference(double[] a, double[] b, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double x = a[q];
            double y = b[q];
            a[q] = x + y;
            b[q] = x - y;
        }
    }

    /** Multiplies complex numbers by w. */
    static void turn(double[] re, double[] im, double wr, double wi, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double x = re[q];
            double y = im[q];
            re[q] = x * wr - y * wi;
            im[q] = x * wi + y * wr;
        }
    }

    /** Multiplies complex numbers by others. */
    static void turn(double[] re, double[] im, double[] wr, double[] wi, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double x = re[q];
            double y = im[q];
            re[q] = x * wr[q] - y * wi[q];
            im[q] = x * wi[q] + y * wr[q];
        }
    }

    /** Products of complex numbers and w, in another place. */
    static void turnTo(double[] toRe, double[] toIm, double[] re, double[] im, double wr, double wi, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double x = re[q];
            double y = im[q];
            toRe[q] = x * wr - y * wi;
            toIm[q] = x * wi + y * wr;
        }
    }

    /** Multiplies complex numbers by the real numbers a·b. */
    static void multiply(double[] re, double[] im, double a, double[] b, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double factor = a * b[q];
            re[q] *= factor;
            im[q] *= factor;
        }
    }

    /** Adds numbers times the real numbers a·b. */
    static void addProduct(double[] numbers, double a, double[] b, double[] sum, int lanes) {
        for (int q = 0; q < lanes; q++) {
            sum[q] += numbers[q] * (a * b[q]);
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
