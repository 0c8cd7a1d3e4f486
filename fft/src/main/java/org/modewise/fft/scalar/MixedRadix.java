package org.modewise.fft.scalar;

import org.modewise.fft.internal.RootsOfUnity;

/**
 * X_{k+rl} = Σ_p e^{-2πi·pl/m}·[w^{pk}·Σ_j x_{p+mj} e^{-2πi·jk/r}] with w = e^{-2πi/n}, n = r·m: one step of decimation
 * in frequency, depth first. Butterflies of one {@link Radix} join rows m apart, and leg k of all of them, turned, is
 * left to the inner transform of m rows.
 *
 * <p>Source: C. Van Loan, Computational Frameworks for the Fast Fourier Transform, SIAM 1992, sections 1.9 and 2.4.
 */
final class MixedRadix implements RowsFft {
    private final int r;
    private final int m;
    private final Radix radix;
    private final RowsFft inner;
    private final double[] twiddles;

    MixedRadix(Radix radix, RowsFft inner) {
        this.r = radix.radix();
        this.m = inner.size();
        this.radix = radix;
        this.inner = inner;
        this.twiddles = RootsOfUnity.twiddles(r, m);
    }

    @Override
    public int size() {
        return r * m;
    }

    @Override
    public int position(int k) {
        return k % r * m + inner.position(k / r);
    }

    @Override
    public int spareRows() {
        return Math.max(radix.spareRows(), inner.spareRows());
    }

    // One method, too long for the compiler to copy it into its callers: of dozens of loops in one piece of code some
    // do not become vector code.
    @Override
    public void transform(double[][] re, double[][] im, int first, int spare, int lanes) {
        double[] w = twiddles;
        for (int p = 0; p < m; p++) {
            int row = first + p;
            radix.realDft(re, row, m, spare, lanes);
            radix.realDft(im, row, m, spare, lanes);
            int at = 2 * (r - 1) * p - 2;
            for (int k = 1; 2 * k < r; k++) {
                int a = row + k * m;
                int b = row + (r - k) * m;
                if (p == 0) { // all factors are 1
                    join(re[a], im[a], re[b], im[b], lanes);
                } else {
                    int u = at + 2 * k;
                    int v = at + 2 * (r - k);
                    joinTurned(re[a], im[a], re[b], im[b], w[u], w[u + 1], w[v], w[v + 1], lanes);
                }
            }
            if (r % 2 == 0 && p > 0) {
                Lanes.turn(re[row + r / 2 * m], im[row + r / 2 * m], w[at + r], w[at + r + 1], lanes);
            }
        }
        if (m > 1) {
            for (int leg = 0; leg < r; leg++) {
                inner.transform(re, im, first + leg * m, spare, lanes);
            }
        }
    }

    /** Legs k and r - k from what real and imaginary parts gave: A - iB and A + iB. */
    private static void join(double[] ar, double[] ai, double[] br, double[] bi, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double xr = ar[q];
            double xi = ai[q];
            double yr = br[q];
            double yi = bi[q];
            ar[q] = xr + yi;
            ai[q] = xi - yr;
            br[q] = xr - yi;
            bi[q] = xi + yr;
        }
    }

    /** The same, and leg k leaves times wa, leg r - k times wb. */
    private static void joinTurned(
            double[] ar,
            double[] ai,
            double[] br,
            double[] bi,
            double war,
            double wai,
            double wbr,
            double wbi,
            int lanes) {
        for (int q = 0; q < lanes; q++) {
            double xr = ar[q];
            double xi = ai[q];
            double yr = br[q];
            double yi = bi[q];
            double pr = xr + yi;
            double pi = xi - yr;
            double mr = xr - yi;
            double mi = xi + yr;
            ar[q] = pr * war - pi * wai;
            ai[q] = pr * wai + pi * war;
            br[q] = mr * wbr - mi * wbi;
            bi[q] = mr * wbi + mi * wbr;
        }
    }
}
