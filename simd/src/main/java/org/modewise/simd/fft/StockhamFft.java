package org.modewise.simd.fft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modewise.fft.internal.RootsOfUnity;

/**
 * A chain of {@link Pass passes} between two regions of scratch, one a factor of n: its odd primes, up to
 * {@value #LARGEST_PRIME}, then 4 and 8, or first 16, for the powers of two in it, so that the dearest come first, where
 * no factors turn the legs.
 *
 * <p>The first and the last pass go across blocks where rows lie far apart, so that what is fetched of a row lies
 * together; the passes between stay within a block, and thereby in the nearest cache that holds one.
 */
final class StockhamFft implements LaneFft {
    /** From 61 to 101 the sum of {@link OddPass} and {@link BluesteinFft} take turns; beyond, the latter is faster. */
    static final int LARGEST_PRIME = 97;

    /** Rows of the longest block that the nearest cache holds: beyond, 16 rows at a time would come from too far. */
    private static final int LONGEST_IN_CACHE = 256;

    /**
     * Doubles between regions beyond their size: without it loads and stores of a pass would lie a multiple of 4096 bytes
     * apart, which processors take for the same address at first and wait.
     */
    private static final int AWAY_FROM_ALIAS = 64;

    private final int region;
    private final Pass[] passes;

    StockhamFft(int n) {
        this.region = (int) region(n);
        int[] radices = radices(n);
        this.passes = new Pass[radices.length];
        int length = 1;
        for (int i = 0; i < radices.length; i++) {
            passes[i] = pass(radices[i], length, n / (length * radices[i]));
            length *= radices[i];
        }
    }

    /** How many doubles of scratch a transform of so many blocks needs. */
    static long scratchLength(int n, int blocks) {
        return 2 * blocks * region(n);
    }

    private static long region(int n) {
        return (long) n * ROW + AWAY_FROM_ALIAS;
    }

    /** Whether all prime factors of n are small. */
    static boolean takes(int n) {
        return Arrays.stream(RootsOfUnity.primeFactors(n)).allMatch(p -> p <= LARGEST_PRIME);
    }

    private static int[] radices(int n) {
        List<Integer> radices = new ArrayList<>();
        int twos = Integer.numberOfTrailingZeros(n);
        for (int p : RootsOfUnity.primeFactors(n >> twos)) {
            radices.add(p);
        }
        int fours = twos == 1 ? 0 : (3 - twos % 3) % 3;
        if (fours == 2 && n == 1 << twos && n <= LONGEST_IN_CACHE) {
            radices.add(16);
        } else {
            // As few passes as can be, and 4·4 rather than 8·2.
            for (int i = 0; i < fours; i++) {
                radices.add(4);
            }
        }
        for (int left = twos - 2 * fours; left > 0; left -= 3) {
            radices.add(1 << Math.min(3, left));
        }
        return radices.stream().mapToInt(r -> r).toArray();
    }

    private static Pass pass(int radix, int length, int groups) {
        return switch (radix) {
            case 2 -> new Radix2Pass(length, groups);
            case 3 -> new Radix3Pass(length, groups);
            case 4 -> new Radix4Pass(length, groups);
            case 5 -> new Radix5Pass(length, groups);
            case 7 -> new Radix7Pass(length, groups);
            case 8 -> new Radix8Pass(length, groups);
            case 16 -> new Radix16Pass(groups);
            default -> new OddPass(radix, length, groups);
        };
    }

    @Override
    public void transform(
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
            int blocks,
            double[] scratch,
            int at) {
        int last = passes.length - 1;
        if (last == 0) {
            run(passes[0], x, xre, xim, xrow, xblock, y, yre, yim, yrow, yblock, blocks);
            return;
        }
        run(passes[0], x, xre, xim, xrow, xblock, scratch, at, at + L, ROW, region, blocks);
        // An even number of passes ends where it began: then all blocks can share the one region between.
        int other = at + blocks * region;
        int otherBlock = last % 2 == 1 ? 0 : region;
        for (int b = 0; b < blocks && last > 1; b++) {
            int in = at + b * region;
            int out = other + b * otherBlock;
            for (int i = 1; i < last; i++) {
                passes[i].run(scratch, in, in + L, ROW, scratch, out, out + L, ROW);
                int swap = in;
                in = out;
                out = swap;
            }
        }
        int from = last % 2 == 1 ? at : other;
        run(passes[last], scratch, from, from + L, ROW, region, y, yre, yim, yrow, yblock, blocks);
    }

    private static void run(
            Pass pass,
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
        if (blocks > 1 && (xrow != ROW || yrow != ROW)) {
            pass.runAcross(x, xre, xim, xrow, xblock, y, yre, yim, yrow, yblock, blocks);
            return;
        }
        for (int b = 0; b < blocks; b++) {
            int in = b * xblock;
            int out = b * yblock;
            pass.run(x, xre + in, xim + in, xrow, y, yre + out, yim + out, yrow);
        }
    }
}
