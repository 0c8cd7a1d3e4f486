package org.modewise.simd.fft;

import static org.modewise.simd.fft.LaneFft.L;
import static org.modewise.simd.fft.LaneFft.ROW;
import static org.modewise.simd.fft.Plane.BLOCKS;
import static org.modewise.simd.fft.Plane.GROUP;

/**
 * The step along y, between samples and the slots or columns of a {@link Plane}. Its parts may run at the same time; the
 * groups at the edges, which overlap, come after all others, so that it is always their bits that stay.
 */
final class ColumnStep {
    private final Plane plane;
    private final int nx;
    private final int ny;
    private final int block;
    private final int first;
    private final int together;
    private final int partsOfBlock;
    private final LaneFft fft;

    ColumnStep(Plane plane, LaneFft fft) {
        this.plane = plane;
        this.nx = plane.nx();
        this.ny = plane.ny();
        this.block = plane.columnBlock();
        this.first = plane.firstColumn();
        this.together = together(plane);
        this.partsOfBlock = (plane.groups() + together - 1) / together;
        this.fft = fft;
    }

    /** How many parts there are. */
    int parts() {
        return BLOCKS * partsOfBlock;
    }

    /** How many doubles of scratch a part needs. */
    static long scratchLength(Plane plane) {
        int together = together(plane);
        return (long) together * plane.columnBlock() + LaneFft.scratchLength(plane.ny(), together);
    }

    private static int together(Plane plane) {
        return plane.together(plane.groups(), plane.columnBlock());
    }

    void forward(int part, double[] values, double[] slots, int slotsAt, double[] scratch, int at) {
        int group = part % partsOfBlock * together;
        int count = Math.min(together, plane.groups() - group);
        forward(values, first + part / partsOfBlock * L + group * GROUP, count, slots, slotsAt, scratch, at);
    }

    void forwardEdges(double[] values, double[] slots, int slotsAt, double[] scratch, int at) {
        for (int edge = 0; edge < plane.edges(); edge++) {
            for (int b = 0; b < BLOCKS; b++) {
                forward(values, plane.edgeColumn(edge) + b * L, 1, slots, slotsAt, scratch, at);
            }
        }
    }

    /** Transforms the same block of neighbouring groups, column c the first. */
    private void forward(double[] values, int c, int groups, double[] slots, int slotsAt, double[] scratch, int at) {
        int passes = at + together * block;
        fft.transform(values, c, c + GROUP / 2, nx, GROUP, scratch, at, at + L, ROW, block, groups, scratch, passes);
        for (int g = 0; g < groups; g++) {
            separate(scratch, at + g * block, slots, slotsAt, c + g * GROUP);
        }
    }

    /** Tells the columns of each lane apart, c the first, and writes them as slots. */
    private void separate(double[] scratch, int rows, double[] slots, int slotsAt, int c) {
        System.arraycopy(scratch, rows, scratch, rows + ny * ROW, ROW);
        int line = slotsAt + c * plane.slotLine();
        separate(scratch, rows, slots, line, 0, plane.slotBlocks());
        if (plane.lastSlotsOverlap()) {
            separate(scratch, rows, slots, line, plane.slotBlocks(), 1);
        }
        if (ny % 2 == 0) {
            int nyquist = rows + ny / 2 * ROW;
            int a = line + plane.slotIm();
            int b = a + GROUP / 2 * plane.slotLine();
            for (int q = 0; q < L; q++) {
                slots[a + q * plane.slotLine()] = scratch[nyquist + q];
                slots[b + q * plane.slotLine()] = scratch[nyquist + L + q];
            }
        }
    }

    private void separate(double[] scratch, int rows, double[] slots, int line, int first, int squares) {
        int k = plane.firstSlot(first);
        int z = rows + k * ROW;
        int w = rows + (ny - k) * ROW;
        int a = line + plane.slotsAt(first);
        int b = a + GROUP / 2 * plane.slotLine();
        int im = plane.slotIm();
        // A = (z + conj w)/2 and B = (z - conj w)/2i, where w holds the mirror images of z.
        halves(scratch, z, 0.5, w, 0.5, slots, a, squares);
        halves(scratch, z + L, 0.5, w + L, -0.5, slots, a + im, squares);
        halves(scratch, z + L, 0.5, w + L, 0.5, slots, b, squares);
        halves(scratch, z, -0.5, w, 0.5, slots, b + im, squares);
    }

    /** fz times the rows from z upwards plus fw times those from w downwards, as slots. */
    private void halves(double[] rows, int z, double fz, int w, double fw, double[] slots, int at, int squares) {
        int line = plane.slotLine();
        int step = plane.slotStep();
        Squares.transpose(rows, z, ROW, L * ROW, fz, w, -ROW, -L * ROW, fw, slots, at, line, step, squares);
    }

    void inverse(int part, double[] columns, int columnsAt, double[] values, double[] scratch, int at) {
        int b = part / partsOfBlock;
        int group = part % partsOfBlock * together;
        int count = Math.min(together, plane.groups() - group);
        int c = first + group * GROUP + b * L;
        int rows = columnsAt + plane.columnsAt(b, group);
        int row = plane.columnRow();
        inverse(columns, rows, plane.columnIm(), row, plane.columnStep(), values, c, count, scratch, at);
    }

    void inverseEdges(double[] columns, int columnsAt, double[] values, double[] scratch, int at) {
        for (int edge = 0; edge < plane.edges(); edge++) {
            for (int b = 0; b < BLOCKS; b++) {
                int rows = columnsAt + plane.edgeAt(b, edge);
                inverse(columns, rows, L, ROW, block, values, plane.edgeColumn(edge) + b * L, 1, scratch, at);
            }
        }
    }

    private void inverse(
            double[] columns,
            int rows,
            int im,
            int row,
            int step,
            double[] values,
            int c,
            int groups,
            double[] scratch,
            int at) {
        fft.inverse(columns, rows, rows + im, row, step, values, c, c + GROUP / 2, nx, GROUP, groups, scratch, at);
    }
}
