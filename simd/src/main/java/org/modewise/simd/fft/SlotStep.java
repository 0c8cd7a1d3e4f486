package org.modewise.simd.fft;

import static org.modewise.simd.fft.LaneFft.L;
import static org.modewise.simd.fft.LaneFft.ROW;
import static org.modewise.simd.fft.Plane.BLOCKS;
import static org.modewise.simd.fft.Plane.GROUP;

import org.modewise.fft.spi.SpectrumMultiplier;

/** The step along x, between a {@link Plane} and the spectrum. Part by part; parts may run at the same time. */
final class SlotStep {
    private final Plane plane;
    private final int nx;
    private final int ny;
    private final int block;
    private final int together;
    private final int start;
    private final int half;
    private final int row;
    private final double scale;
    private final LaneFft fft;
    private final NyquistLane nyquist;

    SlotStep(Plane plane, LaneFft fft) {
        this.plane = plane;
        this.nx = plane.nx();
        this.ny = plane.ny();
        this.block = plane.slotBlock();
        this.together = together(plane);
        this.start = plane.spectrumAt();
        this.half = plane.half();
        this.row = plane.spectrumRow();
        this.scale = 1.0 / ((double) nx * ny);
        this.fft = fft;
        this.nyquist = new NyquistLane(plane);
    }

    /** How many parts there are, the last one perhaps of one block that overlaps the one before. */
    int parts() {
        return (plane.slotBlocks() + together - 1) / together + (plane.lastSlotsOverlap() ? 1 : 0);
    }

    private int firstBlock(int part) {
        return Math.min(part * together, plane.slotBlocks());
    }

    private int blocks(int part) {
        return Math.max(1, Math.min(together, plane.slotBlocks() - part * together));
    }

    /** How many doubles of scratch a part needs. */
    static long scratchLength(Plane plane) {
        int together = together(plane);
        return (together + 1L) * plane.slotBlock() + LaneFft.scratchLength(plane.nx(), together);
    }

    private static int together(Plane plane) {
        return plane.together(plane.slotBlocks(), plane.slotBlock());
    }

    /** From slots to the spectrum, where they may {@link Plane#slotsInSpectrum lie} already. */
    void forward(int part, double[] slots, int slotsAt, double[] spectrum, double[] scratch, int at) {
        int k = plane.firstSlot(firstBlock(part));
        int rows = slotsAt + plane.slotsAt(firstBlock(part));
        fft.transform(
                slots,
                rows,
                rows + plane.slotIm(),
                plane.slotLine(),
                plane.slotStep(),
                spectrum,
                start + k,
                start + k + half,
                row,
                L,
                blocks(part),
                scratch,
                at);
    }

    void inverse(
            int part,
            double[] spectrum,
            SpectrumMultiplier multiplier,
            double[] columns,
            int columnsAt,
            double[] edges,
            int edgesAt,
            double[] scratch,
            int at) {
        int count = blocks(part);
        int k = plane.firstSlot(firstBlock(part));
        int gathered = at + together * block;
        int passes = gathered + block;
        // What is multiplied or joined goes through one block of scratch, which the nearest cache holds.
        // The rest comes straight from the spectrum.
        int copied = multiplier != null ? count : k == 0 ? 1 : 0;
        for (int b = 0; b < copied; b++) {
            int out = at + b * block;
            Product.of(spectrum, start, row, half, k + b * L, multiplier, nx, scratch, gathered);
            if (k + b == 0) {
                nyquist.join(spectrum, multiplier, scratch, gathered);
            }
            fft.inverse(
                    scratch, gathered, gathered + L, ROW, block, scratch, out, out + L, ROW, block, 1, scratch, passes);
        }
        if (copied < count) {
            int in = start + k + copied * L;
            int out = at + copied * block;
            fft.inverse(
                    spectrum,
                    in,
                    in + half,
                    row,
                    L,
                    scratch,
                    out,
                    out + L,
                    ROW,
                    block,
                    count - copied,
                    scratch,
                    passes);
        }
        for (int b = 0; b < count; b++) {
            join(scratch, at + b * block, k + b * L, columns, columnsAt, edges, edgesAt, gathered);
        }
    }

    /** Joins the two columns of each lane, and writes the modes k and on, and their mirror images, of all columns. */
    private void join(
            double[] scratch,
            int lines,
            int k,
            double[] columns,
            int columnsAt,
            double[] edges,
            int edgesAt,
            int free) {
        boolean amongSamples = plane.columnsAmongSamples();
        int row = plane.columnRow();
        int step = plane.columnStep();
        int im = plane.columnIm();
        for (int b = 0; b < BLOCKS; b++) {
            int a = lines + (plane.firstColumn() + b * L) * ROW;
            int to = columnsAt + plane.columnsAt(b, 0);
            join(scratch, a, k, columns, to, row, step, im, plane.groups(), amongSamples, free);
            for (int edge = 0; edge < plane.edges(); edge++) {
                a = lines + (plane.edgeColumn(edge) + b * L) * ROW;
                join(scratch, a, k, edges, edgesAt + plane.edgeAt(b, edge), ROW, 0, L, 1, false, free);
            }
        }
    }

    private void join(
            double[] scratch,
            int a,
            int k,
            double[] columns,
            int at,
            int row,
            int step,
            int im,
            int squares,
            boolean amongSamples,
            int free) {
        int b = a + GROUP / 2 * ROW;
        int z = at + k * row;
        int w = at + (ny - k) * row;
        // z = A + iB, and its mirror images w = conj A + i·conj B.
        sums(scratch, a, scale, b + L, -scale, columns, z, row, step, squares);
        sums(scratch, a + L, scale, b, scale, columns, z + im, row, step, squares);
        if (k == 0 && amongSamples) {
            mirrorImages(scratch, a, b, columns, w, squares, free);
        } else {
            sums(scratch, a, scale, b + L, scale, columns, w, -row, step, squares);
            sums(scratch, a + L, -scale, b, scale, columns, w + im, -row, step, squares);
        }
        if (k == 0) {
            joinFirst(scratch, a, b, columns, at, row, step, im, squares);
        }
    }

    /** Those of the first modes but mode 0, by way of scratch: there is no row for its own. */
    private void mirrorImages(double[] scratch, int a, int b, double[] columns, int w, int squares, int free) {
        for (int s = 0; s < squares; s++) {
            int line = s * GROUP * ROW;
            sums(scratch, a + line, scale, b + L + line, scale, scratch, free, ROW, 0, 1);
            sums(scratch, a + L + line, -scale, b + line, scale, scratch, free + L, ROW, 0, 1);
            for (int i = 1; i < L; i++) {
                int to = w + s * plane.columnStep() - i * plane.columnRow();
                System.arraycopy(scratch, free + i * ROW, columns, to, L);
                System.arraycopy(scratch, free + i * ROW + L, columns, to + plane.columnIm(), L);
            }
        }
    }

    /** fa times the lines from a on plus fb times those from b on, as rows {@code row} apart. */
    private void sums(
            double[] lines,
            int a,
            double fa,
            int b,
            double fb,
            double[] columns,
            int at,
            int row,
            int step,
            int squares) {
        int next = GROUP * ROW;
        Squares.transpose(lines, a, ROW, next, fa, b, ROW, next, fb, columns, at, row, step, squares);
    }

    /** Slot 0 holds real numbers: re of mode 0 and, in the place of im, re of mode ny/2. */
    private void joinFirst(
            double[] scratch, int a, int b, double[] columns, int at, int row, int step, int im, int squares) {
        int nyquist = ny / 2 * row;
        for (int s = 0; s < squares; s++) {
            int to = at + s * step;
            for (int q = 0; q < L; q++) {
                int line = (s * GROUP + q) * ROW;
                columns[to + q] = scratch[a + line] * scale;
                columns[to + im + q] = scratch[b + line] * scale;
                if (ny % 2 == 0) {
                    columns[to + nyquist + q] = scratch[a + line + L] * scale;
                    columns[to + nyquist + im + q] = scratch[b + line + L] * scale;
                }
            }
        }
    }
}
