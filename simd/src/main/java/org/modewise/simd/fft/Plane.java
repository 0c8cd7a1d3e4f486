package org.modewise.simd.fft;

import org.modewise.core.internal.Arguments;
import org.modewise.simd.Lanes;

/**
 * Where things lie on the way between samples and spectrum.
 *
 * <p>Columns travel in groups of {@value #GROUP}: the first half are the real and the second half the imaginary parts of
 * complex columns, so nothing is packed, and what is fetched of a row lies together. A group is as many blocks as vectors
 * make up half of it. If nx is no multiple of {@value #GROUP}, the last group begins early and does some columns again.
 *
 * <p>Modes along y travel as slots: slot 0 carries the modes 0 and, for even ny, ny/2, both of real columns; slot k
 * carries mode k. A block of slots is one vector wide, and the last one may begin early, too.
 *
 * <p>Between the two steps an array holds, on the way there, blocks of slots, row by row along x; on the way back blocks
 * of columns, row by row along y.
 *
 * @param nx samples along x
 * @param ny samples along y
 */
record Plane(int nx, int ny) {
    static final int L = Lanes.COUNT;
    /** Doubles of a row of a block: one vector of real and one of imaginary parts. */
    static final int ROW = 2 * L;
    /** Columns of a group, the same with any vectors, so that the bits of the result are. */
    static final int GROUP = 16;
    /** Blocks of a group. */
    static final int BLOCKS = GROUP / 2 / L;

    static final int MIN_NX = GROUP;
    static final int MIN_NY = GROUP - 1;
    /** Blocks done together: enough of a row to fetch at a time, and few enough for the second cache. */
    static final int TOGETHER = 4;

    /** Keeps rows of neighbouring blocks from lying a power of two apart. */
    private static final int SKEW = 64;

    static boolean takes(int nx, int ny) {
        return nx >= MIN_NX && ny >= MIN_NY;
    }

    /** How many groups of columns follow each other without overlap. */
    int groups() {
        return nx / GROUP;
    }

    /** Whether there is one more, which overlaps. */
    boolean lastGroupOverlaps() {
        return nx % GROUP != 0;
    }

    /** Distance between blocks of columns: ny rows, and one for the mirror image of row 0. */
    int columnBlock() {
        return (ny + 1) * ROW + SKEW;
    }

    /** Where a block of columns begins on the way back: block by block, group by group. */
    int columnsAt(int block, int group) {
        return (block * (groups() + 1) + group) * columnBlock();
    }

    /** How many blocks of slots follow each other without overlap. */
    int slotBlocks() {
        return slots() / L;
    }

    /** Whether there is one more, which overlaps. */
    boolean lastSlotsOverlap() {
        return slots() % L != 0;
    }

    /** The first slot of a block. */
    int firstSlot(int block) {
        return Math.min(block * L, slots() - L);
    }

    /** Distance between blocks of slots. */
    int slotBlock() {
        return nx * ROW + SKEW;
    }

    /** Where a block of slots begins on the way there. */
    int slotsAt(int block) {
        return block * slotBlock();
    }

    private int slots() {
        return (ny + 1) / 2;
    }

    /** The length of the array between the two steps. */
    int length() {
        long there = (slotBlocks() + 1L) * slotBlock();
        long back = BLOCKS * (groups() + 1L) * columnBlock();
        return Arguments.allocatable(Math.max(there, back), "scratch for " + nx + "x" + ny + " samples");
    }

    /** Distance between the real and imaginary parts of a row of the spectrum, which has one row a mode along x. */
    int half() {
        return ny / 2 + 8;
    }

    int spectrumRow() {
        return 2 * half();
    }
}
