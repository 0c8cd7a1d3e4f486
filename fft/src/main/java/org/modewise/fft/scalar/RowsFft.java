package org.modewise.fft.scalar;

/**
 * X_k = Σ_j x_j e^{-2πi·jk/n} for n a power of two, unscaled, in place, on all lanes of n rows at once, where each row
 * is two arrays, one of real and one of imaginary parts: decimation in frequency, radix 4, depth first. Mode k ends in
 * row {@link #position}(k). Swapping re and im gives the inverse, unscaled. Immutable, safe to share between threads.
 *
 * <p>Rows are arrays, and a butterfly is several loops over few of them, for the sake of the compiler: it turns a loop
 * into vector code only if every access in it has the same index, and only if it is short. Loops over four arrays are.
 *
 * <p>Source: C. Van Loan, Computational Frameworks for the Fast Fourier Transform, SIAM 1992, sections 1.9 and 2.4.
 */
final class RowsFft {
    private final int n;
    private final int[] positions;
    /** For each size 2^i, at i, the factors that the legs of its first butterflies leave with. */
    private final double[][] twiddles;

    RowsFft(int n) {
        this.n = n;
        this.positions = new int[n];
        order(0, n, 0, 1);
        this.twiddles = new double[Integer.numberOfTrailingZeros(n) + 1][];
        for (int size = n; size >= 8; size /= 4) {
            twiddles[Integer.numberOfTrailingZeros(size)] = Twiddles.of(4, size / 4);
        }
    }

    /** The rows from {@code first} on hold, in the order of this transform, the modes mode, mode + step and so on. */
    private void order(int first, int size, int mode, int step) {
        if (size == 1) {
            positions[mode] = first;
            return;
        }
        int radix = Math.min(4, size);
        for (int leg = 0; leg < radix; leg++) {
            order(first + leg * (size / radix), size / radix, mode + leg * step, step * radix);
        }
    }

    /** The row that mode k ends in. */
    int position(int k) {
        return positions[k];
    }

    /** Transforms the first {@code lanes} numbers of n rows. */
    void transform(double[][] re, double[][] im, int lanes) {
        transform(re, im, 0, n, lanes);
    }

    private void transform(double[][] re, double[][] im, int first, int size, int lanes) {
        if (size == 1) {
            return;
        }
        if (size == 2) {
            sumAndDifference(re[first], im[first], re[first + 1], im[first + 1], lanes);
            return;
        }
        int m = size / 4;
        double[] w = twiddles[Integer.numberOfTrailingZeros(size)];
        for (int p = 0; p < m; p++) {
            int a = first + p;
            int b = a + m;
            int c = b + m;
            int d = c + m;
            halves(re[a], re[b], re[c], re[d], lanes);
            halves(im[a], im[b], im[c], im[d], lanes);
            if (p == 0) { // all factors are 1
                quarters(re[b], im[b], re[d], im[d], lanes);
            } else {
                int k = 6 * p;
                turn(re[c], im[c], w[k + 2], w[k + 3], lanes);
                turnedQuarters(re[b], im[b], re[d], im[d], w[k], w[k + 1], w[k + 4], w[k + 5], lanes);
            }
        }
        for (int leg = 0; leg < 4; leg++) {
            transform(re, im, first + leg * m, m, lanes);
        }
    }

    private static void sumAndDifference(double[] ar, double[] ai, double[] br, double[] bi, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double xr = ar[q];
            double xi = ai[q];
            double yr = br[q];
            double yi = bi[q];
            ar[q] = xr + yr;
            ai[q] = xi + yi;
            br[q] = xr - yr;
            bi[q] = xi - yi;
        }
    }

    /** The part of a radix-4 butterfly that keeps real and imaginary parts apart: legs 0 and 2, and half of 1 and 3. */
    private static void halves(double[] a, double[] b, double[] c, double[] d, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double x = a[q];
            double y = b[q];
            double z = c[q];
            double t = d[q];
            double even = x + z;
            double odd = y + t;
            a[q] = even + odd;
            b[q] = x - z;
            c[q] = even - odd;
            d[q] = y - t;
        }
    }

    /** Legs 1 and 3 from their halves: b - i·d and b + i·d. */
    private static void quarters(double[] br, double[] bi, double[] dr, double[] di, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double xr = br[q];
            double xi = bi[q];
            double yr = dr[q];
            double yi = di[q];
            br[q] = xr + yi;
            bi[q] = xi - yr;
            dr[q] = xr - yi;
            di[q] = xi + yr;
        }
    }

    private static void turnedQuarters(
            double[] br,
            double[] bi,
            double[] dr,
            double[] di,
            double w1r,
            double w1i,
            double w3r,
            double w3i,
            int lanes) {
        for (int q = 0; q < lanes; q++) {
            double xr = br[q];
            double xi = bi[q];
            double yr = dr[q];
            double yi = di[q];
            double r1 = xr + yi;
            double i1 = xi - yr;
            double r3 = xr - yi;
            double i3 = xi + yr;
            br[q] = r1 * w1r - i1 * w1i;
            bi[q] = r1 * w1i + i1 * w1r;
            dr[q] = r3 * w3r - i3 * w3i;
            di[q] = r3 * w3i + i3 * w3r;
        }
    }

    private static void turn(double[] cr, double[] ci, double wr, double wi, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double xr = cr[q];
            double xi = ci[q];
            cr[q] = xr * wr - xi * wi;
            ci[q] = xr * wi + xi * wr;
        }
    }
}
