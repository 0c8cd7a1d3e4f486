package org.modewise.fft.scalar;

/** A {@link Pass} of butterflies of one radix, which a subclass computes, a run of neighbouring lanes at a time. */
abstract class StockhamPass implements Pass {
    /** The factors of all butterflies, as {@link Twiddles#of} lays them. */
    final double[] twiddles;

    private final int radix;
    private final int m;
    private final int s;

    StockhamPass(int radix, int m, int s) {
        this.radix = radix;
        this.m = m;
        this.s = s;
        this.twiddles = Twiddles.of(radix, m);
    }

    @Override
    public final void run(double[] x, int xre, int xim, int xrow, double[] y, int yre, int yim, int yrow, int lanes) {
        // Rows that lie back to back on both sides are one long run of lanes.
        boolean dense = xrow == lanes && yrow == lanes;
        int rows = dense ? 1 : s;
        int run = dense ? s * lanes : lanes;
        int xleg = m * s * xrow;
        int yleg = s * yrow;
        for (int row = 0; row < rows; row++) {
            plain(x, xre + row * xrow, xim + row * xrow, xleg, y, yre + row * yrow, yim + row * yrow, yleg, run);
        }
        for (int p = 1; p < m; p++) {
            for (int row = 0; row < rows; row++) {
                int in = (p * s + row) * xrow;
                int out = (radix * p * s + row) * yrow;
                turned(x, xre + in, xim + in, xleg, y, yre + out, yim + out, yleg, run, 2 * (radix - 1) * p);
            }
        }
    }

    /** Butterfly p = 0, whose factors are all 1. */
    abstract void plain(double[] x, int xre, int xim, int xleg, double[] y, int yre, int yim, int yleg, int run);

    /** A butterfly whose legs leave with the factors from {@code twiddle} on. */
    abstract void turned(
            double[] x, int xre, int xim, int xleg, double[] y, int yre, int yim, int yleg, int run, int twiddle);
}
