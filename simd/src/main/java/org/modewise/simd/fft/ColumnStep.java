package org.modewise.simd.fft;

import static org.modewise.simd.fft.Plane.BLOCKS;
import static org.modewise.simd.fft.Plane.GROUP;
import static org.modewise.simd.fft.Plane.L;
import static org.modewise.simd.fft.Plane.ROW;
import static org.modewise.simd.fft.Plane.START;

/**
 * The step along y, between samples and the slots or columns of a {@link Plane}. Its parts may run at the same time; the
 * columns of the last group, if it overlaps, come after all others, so that it is always its bits that stay.
 */
final class ColumnStep {
    private final Plane plane;
    private final int nx;
    private final int ny;
    private final int block;
    private final int together;
    private final int partsOfBlock;
    private final LaneFft fft;

    ColumnStep(Plane plane, LaneFft fft) {
        this.plane = plane;
        this.nx = plane.nx();
        this.ny = plane.ny();
        this.block = plane.columnBlock();
        this.together = Math.min(plane.groups(), Plane.TOGETHER);
        this.partsOfBlock = (plane.groups() + together - 1) / together;
        this.fft = fft;
    }

    /** How many parts there are. */
    int parts() {
        return BLOCKS * partsOfBlock;
    }

    int scratchLength() {
        return START + together * block + fft.scratchLength(together);
    }

    void forward(int part, double[] values, double[] slots, double[] scratch) {
        int group = part % partsOfBlock * together;
        int count = Math.min(together, plane.groups() - group);
        forward(values, part / partsOfBlock * L + group * GROUP, count, slots, scratch);
    }

    void forwardLast(double[] values, double[] slots, double[] scratch) {
        for (int b = 0; b < BLOCKS && plane.lastGroupOverlaps(); b++) {
            forward(values, nx - GROUP + b * L, 1, slots, scratch);
        }
    }

    /** Transforms the same block of neighbouring groups, column c the first. */
    private void forward(double[] values, int c, int groups, double[] slots, double[] scratch) {
        int passes = START + together * block;
        fft.transform(
                values, c, c + GROUP / 2, nx, GROUP, scratch, START, START + L, ROW, block, groups, scratch, passes);
        for (int g = 0; g < groups; g++) {
            separate(scratch, START + g * block, slots, c + g * GROUP);
        }
    }

    /** Tells the columns of each lane apart, c the first, and writes them as slots. */
    private void separate(double[] scratch, int rows, double[] slots, int c) {
        System.arraycopy(scratch, rows, scratch, rows + ny * ROW, ROW);
        separate(scratch, rows, slots, c, 0, plane.slotBlocks());
        if (plane.lastSlotsOverlap()) {
            separate(scratch, rows, slots, c, plane.slotBlocks(), 1);
        }
        if (ny % 2 == 0) {
            int nyquist = rows + ny / 2 * ROW;
            int re = plane.slotsAt(0) + c * ROW + L;
            int im = re + GROUP / 2 * ROW;
            for (int q = 0; q < L; q++) {
                slots[re + q * ROW] = scratch[nyquist + q];
                slots[im + q * ROW] = scratch[nyquist + L + q];
            }
        }
    }

    private void separate(double[] scratch, int rows, double[] slots, int c, int first, int squares) {
        int k = plane.firstSlot(first);
        int z = rows + k * ROW;
        int w = rows + (ny - k) * ROW;
        int a = plane.slotsAt(first) + c * ROW;
        int b = a + GROUP / 2 * ROW;
        Tile.separate(scratch, z, w, ROW, slots, a, b + L, ROW, plane.slotBlock(), squares);
        Tile.separate(scratch, w + L, z + L, -ROW, slots, b, a + L, ROW, plane.slotBlock(), squares);
    }

    void inverse(int part, double[] columns, double[] values, double[] scratch) {
        int b = part / partsOfBlock;
        int group = part % partsOfBlock * together;
        int count = Math.min(together, plane.groups() - group);
        inverse(columns, plane.columnsAt(b, group), values, b * L + group * GROUP, count, scratch);
    }

    void inverseLast(double[] columns, double[] values, double[] scratch) {
        for (int b = 0; b < BLOCKS && plane.lastGroupOverlaps(); b++) {
            inverse(columns, plane.columnsAt(b, plane.groups()), values, nx - GROUP + b * L, 1, scratch);
        }
    }

    private void inverse(double[] columns, int at, double[] values, int c, int groups, double[] scratch) {
        fft.transform(columns, at + L, at, ROW, block, values, c + GROUP / 2, c, nx, GROUP, groups, scratch, START);
    }
}
