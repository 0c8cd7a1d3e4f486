package org.modewise.simd.fft;

import org.modewise.core.internal.Arguments;
import org.modewise.simd.Lanes;

/**
 * Where things lie on the way between samples and spectrum. Column c travels as the real part and column c + ⌊nx/2⌋ as
 * the imaginary part of one complex column, a pair; for odd nx the last column belongs to none. Between
 * the two steps a plane holds, on the way there, blocks of slots, which are modes along y, row by row along x; on the way
 * back blocks of pairs, row by row along y. Slot 0 carries modes 0 and, for even ny, ny/2, both of real columns.
 *
 * @param nx samples along x
 * @param ny samples along y
 */
record Plane(int nx, int ny) {
    static final int L = Lanes.COUNT;
    /** Doubles of a row of a block: one vector of real and one of imaginary parts. */
    static final int ROW = 2 * L;
    /**
     * Where data begin in arrays of scratch: HotSpot's large arrays begin 16 bytes after a cache line, and vectors that
     * cross lines cost a fifth of the speed.
     */
    static final int START = 6;

    /** The sizes from which on there is a whole block of pairs, and one of slots. */
    static final int MIN_NX = 2 * L;

    static final int MIN_NY = 2 * L - 1;

    /** Keeps rows of neighbouring blocks from lying a power of two apart. */
    private static final int SKEW = 64;
    /** Doubles that the blocks of a part may take, so that they and their scratch stay in a cache of 1 MB. */
    private static final int PART = Integer.getInteger("part", 32 * 1024);

    static boolean takes(int nx, int ny) {
        return nx >= MIN_NX && ny >= MIN_NY;
    }

    Blocks pairs() {
        return Blocks.of(nx / 2, pairBlock(), PART);
    }

    Blocks slots() {
        return Blocks.of((ny + 1) / 2, slotBlock(), PART);
    }

    /** The distance between the columns of a pair. */
    int partner() {
        return nx / 2;
    }

    /** Whether the last column belongs to no pair. */
    boolean hasSingle() {
        return nx % 2 == 1;
    }

    /** The first column of the block that the single one is transformed in, as the last of its imaginary parts. */
    int singleBlock() {
        return nx / 2 + 1 - L;
    }

    /** Distance between blocks of slots: nx rows, and those where what is not kept of the single one's block goes. */
    int slotBlock() {
        return (nx + (hasSingle() ? 2 * L : 0)) * ROW + SKEW;
    }

    /** Distance between blocks of pairs: ny rows, and one for the mirror image of row 0. */
    int pairBlock() {
        return (ny + 1) * ROW + SKEW;
    }

    int length() {
        long there = (long) slots().count() * slotBlock();
        long back = (pairs().count() + 1L) * pairBlock();
        return Arguments.allocatable(START + Math.max(there, back), "scratch for " + nx + "x" + ny + " samples");
    }

    /** Distance between the real and imaginary parts of a row of the spectrum, which has one row a mode along x. */
    int half() {
        return ny / 2 + 8;
    }

    int spectrumRow() {
        return 2 * half();
    }
}
