package org.modewise.fft.scalar;

import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.internal.RootsOfUnity;

/**
 * X_{k+n₁l} = Σ_p e^{-2πi·pl/n₂}·[w^{pk}·Σ_j x_{p+n₂j} e^{-2πi·jk/n₁}] with w = e^{-2πi/n}: a line of n = n₁·n₂ numbers
 * as n₁ rows of n₂ lanes, transformed, turned, transposed, and transformed again as n₂ rows of n₁ lanes.
 *
 * <p>Source: D. H. Bailey, FFTs in external or hierarchical memory, J. Supercomputing 4 (1990).
 */
final class FourStep implements LineFft {
    private final int n1;
    private final int n2;
    private final RowsFft first;
    private final RowsFft second;
    private final int firstWidth;
    private final int secondWidth;
    /** Rows of the transposed line lie this far apart. */
    private final int pitch;

    private final int transposed;
    /** The rows that modes k = 0…n₁-1 of the first step lie in, and once more the last to fill a group. */
    private final int[] modes;
    /** w^{pk} at k of the block that starts at lane p. */
    private final Tile[] turns;

    private final ScratchPool<Scratch> pool;

    FourStep(RowsFft first, RowsFft second) {
        this.n1 = first.size();
        this.n2 = second.size();
        this.first = first;
        this.second = second;
        this.firstWidth = Tile.width(n2);
        this.secondWidth = Tile.width(n1);
        this.pitch = pitch(n1);
        this.transposed = Arguments.arrayLength((long) n2 * pitch, "scratch for " + n1 + "x" + n2 + " samples");
        this.modes = new int[Tile.padded(n1)];
        for (int k = 0; k < modes.length; k++) {
            modes[k] = first.position(Math.min(k, n1 - 1));
        }
        this.turns = new Tile[(n2 + firstWidth - 1) / firstWidth];
        for (int block = 0; block < turns.length; block++) {
            turns[block] = turns(block * firstWidth, Math.min(firstWidth, n2 - block * firstWidth));
        }
        this.pool = new ScratchPool<>(() -> new Scratch(this));
    }

    static int pitch(int n1) {
        return Tile.padded(n1) + Tile.GROUP;
    }

    private Tile turns(int p, int lanes) {
        long n = size();
        Tile turns = new Tile(n1, Tile.padded(lanes));
        for (int k = 0; k < n1; k++) {
            for (int q = 0; q < lanes; q++) {
                turns.re[k][q] = RootsOfUnity.cos((long) k * (p + q), n);
                turns.im[k][q] = RootsOfUnity.minusSin((long) k * (p + q), n);
            }
        }
        return turns;
    }

    private static final class Scratch {
        final Tile first;
        final Tile second;
        final double[] re;
        final double[] im;

        Scratch(FourStep plan) {
            this.first = new Tile(plan.n1 + plan.first.spareRows(), Tile.padded(plan.firstWidth));
            this.second = new Tile(plan.n2 + plan.second.spareRows(), Tile.padded(plan.secondWidth));
            this.re = new double[plan.transposed];
            this.im = new double[plan.transposed];
        }
    }

    @Override
    public int size() {
        return n1 * n2;
    }

    @Override
    public void transform(double[] re, double[] im) {
        Scratch scratch = pool.take();
        for (int p = 0; p < n2; p += firstWidth) {
            int lanes = Math.min(firstWidth, n2 - p);
            Tile tile = scratch.first;
            for (int j = 0; j < n1; j++) {
                System.arraycopy(re, j * n2 + p, tile.re[j], 0, lanes);
                System.arraycopy(im, j * n2 + p, tile.im[j], 0, lanes);
            }
            first.transform(tile.re, tile.im, 0, n1, lanes);
            Tile turn = turns[p / firstWidth];
            for (int k = 1; k < n1; k++) {
                Lanes.turn(tile.re[modes[k]], tile.im[modes[k]], turn.re[k], turn.im[k], lanes);
            }
            for (int k = 0; k < n1; k += Tile.GROUP) {
                Tile.scatter(tile.re, modes, k, lanes, scratch.re, p * pitch + k, pitch);
                Tile.scatter(tile.im, modes, k, lanes, scratch.im, p * pitch + k, pitch);
            }
        }
        for (int k = 0; k < n1; k += secondWidth) {
            int lanes = Math.min(secondWidth, n1 - k);
            Tile tile = scratch.second;
            for (int p = 0; p < n2; p++) {
                System.arraycopy(scratch.re, p * pitch + k, tile.re[p], 0, lanes);
                System.arraycopy(scratch.im, p * pitch + k, tile.im[p], 0, lanes);
            }
            second.transform(tile.re, tile.im, 0, n2, lanes);
            for (int l = 0; l < n2; l++) {
                int row = second.position(l);
                System.arraycopy(tile.re[row], 0, re, k + l * n1, lanes);
                System.arraycopy(tile.im[row], 0, im, k + l * n1, lanes);
            }
        }
        pool.give(scratch);
    }
}
