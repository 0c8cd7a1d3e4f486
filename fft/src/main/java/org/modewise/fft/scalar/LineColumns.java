package org.modewise.fft.scalar;

import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.spi.SpectrumLayout;

/** Real columns one by one: of a narrow plane there are too few of them to fill a {@link Tile}'s lanes. */
final class LineColumns implements Columns {
    private final int nx;
    private final int ny;
    private final int slots;
    private final int half;
    private final int row;
    private final double scale;
    private final RealLine line;
    private final ScratchPool<ComplexLine> pool;

    LineColumns(SpectrumLayout layout) {
        this.nx = layout.nx();
        this.ny = layout.ny();
        this.slots = (ny + 1) / 2;
        this.half = layout.imOffset();
        this.row = layout.strideX();
        this.scale = 1.0 / ((double) nx * ny);
        this.line = Plans.realLine(ny);
        this.pool = new ScratchPool<>(() -> new ComplexLine(line.scratchLength()));
    }

    @Override
    public int lanes() {
        return nx;
    }

    @Override
    public void forward(double[] values, double[] rows, int from, int to) {
        ComplexLine scratch = pool.take();
        for (int x = from; x < to; x++) {
            line.forward(values, x, nx, scratch.re(), scratch.im());
            scratch.im()[0] = ny % 2 == 0 ? scratch.re()[ny / 2] : 0;
            System.arraycopy(scratch.re(), 0, rows, x * row, slots);
            System.arraycopy(scratch.im(), 0, rows, x * row + half, slots);
        }
        pool.give(scratch);
    }

    @Override
    public void inverse(double[] rows, double[] values, int from, int to) {
        ComplexLine scratch = pool.take();
        for (int x = from; x < to; x++) {
            System.arraycopy(rows, x * row, scratch.re(), 0, slots);
            System.arraycopy(rows, x * row + half, scratch.im(), 0, slots);
            if (ny % 2 == 0) {
                scratch.re()[ny / 2] = scratch.im()[0];
            }
            line.inverse(scratch.re(), scratch.im(), scale, values, x, nx);
        }
        pool.give(scratch);
    }
}
