package org.modewise.simd.fft;

import static org.modewise.simd.fft.Plane.L;
import static org.modewise.simd.fft.Plane.ROW;
import static org.modewise.simd.fft.Plane.START;

import org.modewise.fft.spi.SeparableMultiplier;

/** The step along x, between a {@link Plane} and the spectrum. Part by part; parts may run at the same time. */
final class SlotStep {
    private final Plane plane;
    private final int nx;
    private final int ny;
    private final Blocks pairs;
    private final Blocks slots;
    private final int pairBlock;
    private final int slotBlock;
    private final int half;
    private final int row;
    private final double scale;
    private final LaneFft fft;
    private final FirstSlot first;

    SlotStep(Plane plane, LaneFft fft, FirstSlot first) {
        this.plane = plane;
        this.nx = plane.nx();
        this.ny = plane.ny();
        this.pairs = plane.pairs();
        this.slots = plane.slots();
        this.pairBlock = plane.pairBlock();
        this.slotBlock = plane.slotBlock();
        this.half = plane.half();
        this.row = plane.spectrumRow();
        this.scale = 1.0 / ((double) nx * ny);
        this.fft = fft;
        this.first = first;
    }

    int parts() {
        return slots.parts();
    }

    int scratchLength() {
        return START + 2 * slots.together() * slotBlock + fft.scratchLength(slots.together());
    }

    void forward(int part, double[] slotRows, double[] spectrum, double[] scratch) {
        int block = slots.block(part);
        int k = slots.first(block);
        int at = START + block * slotBlock;
        fft.transform(
                slotRows, at, at + L, ROW, slotBlock, spectrum, k, k + half, row, L, slots.size(part), scratch, START);
    }

    void inverse(int part, double[] spectrum, SeparableMultiplier multiplier, double[] pairRows, double[] scratch) {
        int block = slots.block(part);
        int count = slots.size(part);
        int k = slots.first(block);
        int gathered = START + slots.together() * slotBlock;
        int passes = gathered + slots.together() * slotBlock;
        // What is multiplied or joined goes through scratch; the rest comes straight from the spectrum.
        int copied = multiplier != null ? count : block == 0 ? 1 : 0;
        if (copied > 0) {
            Product.of(spectrum, row, half, k, multiplier, nx, copied, scratch, gathered, slotBlock);
            if (block == 0) {
                first.join(spectrum, multiplier, scratch, gathered);
            }
            fft.transform(
                    scratch,
                    gathered + L,
                    gathered,
                    ROW,
                    slotBlock,
                    scratch,
                    START + L,
                    START,
                    ROW,
                    slotBlock,
                    copied,
                    scratch,
                    passes);
        }
        if (copied < count) {
            int out = START + copied * slotBlock;
            int in = k + copied * L;
            fft.transform(
                    spectrum,
                    in + half,
                    in,
                    row,
                    L,
                    scratch,
                    out + L,
                    out,
                    ROW,
                    slotBlock,
                    count - copied,
                    scratch,
                    passes);
        }
        for (int b = 0; b < count; b++) {
            join(scratch, START + b * slotBlock, k + b * L, pairRows);
        }
    }

    /** Writes a block of slots into the rows of all pairs. */
    private void join(double[] scratch, int block, int k, double[] pairRows) {
        join(scratch, block, k, 0, pairRows, START, pairs.even());
        int next = START + pairs.even() * pairBlock;
        if (pairs.overlap()) {
            join(scratch, block, k, pairs.first(pairs.even()), pairRows, next, 1);
            next += pairBlock;
        }
        if (plane.hasSingle()) {
            join(scratch, block, k, plane.singleBlock(), pairRows, next, 1);
        }
    }

    private void join(double[] scratch, int block, int k, int c, double[] pairRows, int at, int squares) {
        int a = block + c * ROW;
        int b = block + (c + plane.partner()) * ROW;
        int z = at + k * ROW;
        int w = at + (ny - k) * ROW;
        Tile.join(scratch, a, b + L, ROW, L * ROW, scale, pairRows, z, w, ROW, pairBlock, squares);
        Tile.join(scratch, b, a + L, ROW, L * ROW, scale, pairRows, w + L, z + L, -ROW, pairBlock, squares);
        if (k == 0) {
            joinFirst(scratch, a, b, pairRows, at, squares);
        }
    }

    /** Slot 0 holds real numbers: re of mode 0 and, in the place of im, re of mode ny/2. */
    private void joinFirst(double[] scratch, int a, int b, double[] pairRows, int at, int squares) {
        int nyquist = ny / 2 * ROW;
        for (int s = 0; s < squares; s++) {
            int to = at + s * pairBlock;
            for (int q = 0; q < L; q++) {
                int line = (s * L + q) * ROW;
                pairRows[to + q] = scratch[a + line] * scale;
                pairRows[to + L + q] = scratch[b + line] * scale;
                if (ny % 2 == 0) {
                    pairRows[to + nyquist + q] = scratch[a + line + L] * scale;
                    pairRows[to + nyquist + L + q] = scratch[b + line + L] * scale;
                }
            }
        }
    }
}
