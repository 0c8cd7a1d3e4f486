package org.modewise.simd.fft;

import jdk.incubator.vector.VectorSpecies;
import org.modewise.fft.internal.RootsOfUnity;
import org.modewise.simd.Lanes;

/**
 * One pass of a Stockham transform, decimation in time. Coming in, n = r·m·l rows hold r·m transforms of length l, mode
 * j of transform k in row j·r·m + k. A butterfly of radix r joins mode j of the transforms k, k + m, k + 2m …, each
 * turned by e^{-2πi·jt/(rl)}, into the modes j, j + l, j + 2l … of one transform of length r·l, in the rows
 * (j + l·u)·m + k. Rows stay in natural order from pass to pass; nothing is ever bit-reversed.
 *
 * <p>A row is one vector of real and one of imaginary parts, each lane a transform of its own, so that no lane ever
 * meets another and the factors are scalars. The butterflies of a subclass keep all vectors in local variables and never
 * pass one to a method too long to be inlined, which would put each on the heap; the plain and the turned one are two
 * loops of their own since one loop with a branch costs a quarter more on JDK 25.
 *
 * <p>Source: C. Van Loan, Computational Frameworks for the Fast Fourier Transform, SIAM 1992, section 1.7.
 */
abstract class Pass {
    static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;

    private final int radix;
    private final int length;
    private final int groups;
    /** For each mode j the factors of legs 1…r-1: re and im in turn. */
    private final double[] twiddles;

    Pass(int radix, int length, int groups) {
        this.radix = radix;
        this.length = length;
        this.groups = groups;
        this.twiddles = RootsOfUnity.twiddles(radix, length);
    }

    /** The rows of one block, row after row. The two regions must not overlap. */
    final void run(double[] x, int xre, int xim, int xrow, double[] y, int yre, int yim, int yrow) {
        int xleg = groups * xrow;
        int yleg = length * groups * yrow;
        plain(x, xre, xim, xleg, xrow, y, yre, yim, yleg, yrow, groups);
        int factors = 2 * (radix - 1);
        if (groups == 1 && length > 1) {
            int xstep = radix * xrow;
            turned(
                    x,
                    xre + xstep,
                    xim + xstep,
                    xleg,
                    xstep,
                    y,
                    yre + yrow,
                    yim + yrow,
                    yleg,
                    yrow,
                    length - 1,
                    twiddles,
                    factors,
                    factors);
            return;
        }
        for (int j = 1; j < length; j++) {
            int in = j * radix * xleg;
            int out = j * groups * yrow;
            turned(
                    x,
                    xre + in,
                    xim + in,
                    xleg,
                    xrow,
                    y,
                    yre + out,
                    yim + out,
                    yleg,
                    yrow,
                    groups,
                    twiddles,
                    j * factors,
                    0);
        }
    }

    /** The same row of all blocks, then the next: for rows that lie far apart, of blocks that lie side by side. */
    final void runAcross(
            double[] x,
            int xre,
            int xim,
            int xrow,
            int xblock,
            double[] y,
            int yre,
            int yim,
            int yrow,
            int yblock,
            int blocks) {
        int xleg = groups * xrow;
        int yleg = length * groups * yrow;
        for (int k = 0; k < groups; k++) {
            int in = k * xrow;
            int out = k * yrow;
            plain(x, xre + in, xim + in, xleg, xblock, y, yre + out, yim + out, yleg, yblock, blocks);
        }
        int factors = 2 * (radix - 1);
        for (int j = 1; j < length; j++) {
            for (int k = 0; k < groups; k++) {
                int in = j * radix * xleg + k * xrow;
                int out = (j * groups + k) * yrow;
                turned(
                        x,
                        xre + in,
                        xim + in,
                        xleg,
                        xblock,
                        y,
                        yre + out,
                        yim + out,
                        yleg,
                        yblock,
                        blocks,
                        twiddles,
                        j * factors,
                        0);
            }
        }
    }

    /**
     * {@code count} butterflies whose factors are all 1. The legs of one, rows of x that it joins, lie {@code xleg} apart,
     * and {@code yleg} in y; butterflies are {@code xstep} apart in x and {@code ystep} in y.
     */
    abstract void plain(
            double[] x,
            int xre,
            int xim,
            int xleg,
            int xstep,
            double[] y,
            int yre,
            int yim,
            int yleg,
            int ystep,
            int count);

    /** The same, each leg but the first turned by its factor: those from {@code w[first]} on, {@code wstep} apart. */
    abstract void turned(
            double[] x,
            int xre,
            int xim,
            int xleg,
            int xstep,
            double[] y,
            int yre,
            int yim,
            int yleg,
            int ystep,
            int count,
            double[] w,
            int first,
            int wstep);
}
