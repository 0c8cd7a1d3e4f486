package org.modewise.simd.fft;

import static org.modewise.simd.fft.Plane.L;
import static org.modewise.simd.fft.Plane.ROW;
import static org.modewise.simd.fft.Plane.START;

/** The step along y, between samples and a {@link Plane}. Part by part; parts may run at the same time. */
final class ColumnStep {
    private final Plane plane;
    private final int ny;
    private final Blocks pairs;
    private final Blocks slots;
    private final int pairBlock;
    private final int slotBlock;
    private final LaneFft fft;

    ColumnStep(Plane plane, LaneFft fft) {
        this.plane = plane;
        this.ny = plane.ny();
        this.pairs = plane.pairs();
        this.slots = plane.slots();
        this.pairBlock = plane.pairBlock();
        this.slotBlock = plane.slotBlock();
        this.fft = fft;
    }

    /** How many parts there are: those of the pairs, and one for a single column. */
    int parts() {
        return pairs.parts() + (plane.hasSingle() ? 1 : 0);
    }

    int scratchLength() {
        return START + pairs.together() * pairBlock + fft.scratchLength(pairs.together());
    }

    void forward(int part, double[] values, double[] slotRows, double[] scratch) {
        if (part == pairs.parts()) {
            forwardSingle(values, slotRows, scratch);
            return;
        }
        int c = pairs.first(pairs.block(part));
        int count = pairs.size(part);
        transform(values, c, count, scratch);
        for (int b = 0; b < count; b++) {
            int column = c + b * L;
            separate(scratch, START + b * pairBlock, slotRows, column, column + plane.partner());
        }
    }

    /** Transforms it among its neighbours, whose results go where nothing else is, and moves it into its place. */
    private void forwardSingle(double[] values, double[] slotRows, double[] scratch) {
        transform(values, plane.singleBlock(), 1, scratch);
        int spare = plane.nx();
        separate(scratch, START, slotRows, spare, spare + L);
        for (int block = 0; block < slots.count(); block++) {
            int at = START + block * slotBlock;
            System.arraycopy(slotRows, at + (spare + 2 * L - 1) * ROW, slotRows, at + (plane.nx() - 1) * ROW, ROW);
        }
    }

    private void transform(double[] values, int c, int count, double[] scratch) {
        int passes = START + pairs.together() * pairBlock;
        int nx = plane.nx();
        fft.transform(
                values,
                c,
                c + plane.partner(),
                nx,
                L,
                scratch,
                START,
                START + L,
                ROW,
                pairBlock,
                count,
                scratch,
                passes);
    }

    /** Tells the columns of each pair of a block apart, and writes them into the rows from a and b on. */
    private void separate(double[] scratch, int block, double[] slotRows, int a, int b) {
        System.arraycopy(scratch, block, scratch, block + ny * ROW, ROW);
        separate(scratch, block, 0, slotRows, START + a * ROW, START + b * ROW, slots.even());
        if (slots.overlap()) {
            int last = START + slots.even() * slotBlock;
            separate(scratch, block, slots.first(slots.even()), slotRows, last + a * ROW, last + b * ROW, 1);
        }
        if (ny % 2 == 0) {
            int nyquist = block + ny / 2 * ROW;
            for (int q = 0; q < L; q++) {
                slotRows[START + (a + q) * ROW + L] = scratch[nyquist + q];
                slotRows[START + (b + q) * ROW + L] = scratch[nyquist + L + q];
            }
        }
    }

    private void separate(double[] scratch, int block, int k, double[] slotRows, int a, int b, int squares) {
        int z = block + k * ROW;
        int w = block + (ny - k) * ROW;
        Tile.separate(scratch, z, w, ROW, slotRows, a, b + L, ROW, slotBlock, squares);
        Tile.separate(scratch, w + L, z + L, -ROW, slotRows, b, a + L, ROW, slotBlock, squares);
    }

    void inverse(int part, double[] pairRows, double[] values, double[] scratch) {
        if (part == pairs.parts()) {
            inverseSingle(pairRows, values, scratch);
            return;
        }
        int block = pairs.block(part);
        int c = pairs.first(block);
        int at = START + block * pairBlock;
        fft.transform(
                pairRows,
                at + L,
                at,
                ROW,
                pairBlock,
                values,
                c + plane.partner(),
                c,
                plane.nx(),
                L,
                pairs.size(part),
                scratch,
                START);
    }

    private void inverseSingle(double[] pairRows, double[] values, double[] scratch) {
        int at = START + pairs.count() * pairBlock;
        int passes = START + pairs.together() * pairBlock;
        fft.transform(
                pairRows, at + L, at, ROW, pairBlock, scratch, START + L, START, ROW, pairBlock, 1, scratch, passes);
        for (int y = 0; y < ny; y++) {
            values[(y + 1) * plane.nx() - 1] = scratch[START + y * ROW + ROW - 1];
        }
    }
}
