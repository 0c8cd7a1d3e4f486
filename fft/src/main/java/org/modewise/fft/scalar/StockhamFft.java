package org.modewise.fft.scalar;

/**
 * X_k = Σ_j x_j e^{-2πi·jk/n} for n a power of two, unscaled, on many lanes at once: a chain of passes of radix 8, 4 and
 * 2 between two scratch regions. Immutable, safe to share between threads; the scratch is the caller's.
 *
 * <p>Source: C. Van Loan, Computational Frameworks for the Fast Fourier Transform, SIAM 1992, section 1.7.
 */
final class StockhamFft {
    /**
     * Doubles between the regions of the scratch beyond their size: without it loads and stores of a pass would lie a
     * multiple of 4096 bytes apart, which processors take for the same address at first and wait.
     */
    private static final int SKEW = 24;

    private final int n;
    private final Pass[] passes;

    StockhamFft(int n) {
        this.n = n;
        int levels = Integer.numberOfTrailingZeros(n);
        this.passes = new Pass[Math.max(1, (levels + 2) / 3)];
        int s = 1;
        for (int i = 0; i < passes.length; i++) {
            int left = levels - Integer.numberOfTrailingZeros(s);
            // 16 is 4·4 rather than 8·2: as many trips through memory, and less work.
            int radix = left == 4 ? 4 : 1 << Math.min(3, left);
            passes[i] = pass(radix, n / (s * radix), s);
            s *= radix;
        }
    }

    private static Pass pass(int radix, int m, int s) {
        return switch (radix) {
            case 1 -> StockhamFft::copy;
            case 2 -> new Radix2Pass(m, s);
            case 4 -> new Radix4Pass(m, s);
            default -> new Radix8Pass(m, s);
        };
    }

    /** The pass of a transform of length 1. */
    private static void copy(
            double[] x, int xre, int xim, int xrow, double[] y, int yre, int yim, int yrow, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double re = x[xre + q];
            double im = x[xim + q];
            y[yre + q] = re;
            y[yim + q] = im;
        }
    }

    int size() {
        return n;
    }

    /** How many doubles of scratch {@link #transform} needs for so many lanes. */
    int scratchLength(int lanes) {
        return 4 * (n * lanes + SKEW);
    }

    /**
     * Transforms {@code lanes} columns of n rows from x to y, which may be the same region. Swapping re and im on both
     * sides gives the inverse, unscaled. The scratch may hold anything before and holds garbage after.
     */
    void transform(
            double[] x,
            int xre,
            int xim,
            int xrow,
            double[] y,
            int yre,
            int yim,
            int yrow,
            int lanes,
            double[] scratch) {
        int region = n * lanes + SKEW;
        double[] in = x;
        int re = xre;
        int im = xim;
        int row = xrow;
        int last = passes.length - 1;
        for (int i = 0; i < last; i++) {
            int free = (i & 1) * 2 * region;
            passes[i].run(in, re, im, row, scratch, free, free + region, lanes, lanes);
            in = scratch;
            re = free;
            im = free + region;
            row = lanes;
        }
        passes[last].run(in, re, im, row, y, yre, yim, yrow, lanes);
    }
}
