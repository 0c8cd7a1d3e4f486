package org.modewise.fft.scalar;

import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SeparableMultiplier;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.Workers;

/**
 * The real transform of a plane, first along y, as {@link Columns} does, then along x, as {@link Slots} does:
 * between the two lie nx rows of ⌈ny/2⌉ slots. The inverse runs the same way back. Workers share the columns of one
 * step, then the slots of the other; lanes never mix, so the bits are the same however they are cut.
 */
final class PlaneTransform implements RealTransform2D {
    /** Samples from which on threads are worth their start. */
    private static final long WORTH_SHARING = 1 << 16;

    private final Columns columns;
    private final Slots slots;
    private final SpectrumLayout layout;
    /** Room for what lies between the steps, where it may not lie in the caller's arrays. */
    private final ScratchPool<double[]> between;

    PlaneTransform(int nx, int ny) {
        // Room for ny/2 + 1 modes, and for whole groups of slots.
        int half = ny / 2 + Tile.GROUP;
        int row = 2 * half;
        int length = Arguments.allocatable((long) nx * row, "the spectrum of " + nx + "x" + ny + " samples");
        PlaneTiles tiles = new PlaneTiles(nx, ny, length);
        // The spectrum twice: an inverse has as much between its steps.
        Arguments.requireHeap(nx, ny, (long) nx * ny + 2L * length + tiles.doubles() + lines(nx, ny));
        this.layout = new SpectrumLayout(nx, ny, SpectrumLayout.Axis.Y, row, 1, half, length);
        Tiles[] pools = tiles.pools();
        this.columns = Plans.columns(layout, pools[0]);
        this.slots = Plans.slots(layout, pools[1]);
        this.between = new ScratchPool<>(() -> new double[length]);
    }

    /** What the steps of a narrow plane take, which go line by line. */
    private static long lines(int nx, int ny) {
        long columns = Plans.narrow(nx) ? Footprint.realLine(ny) : 0;
        return Plans.narrow(ny) ? columns + Footprint.line(nx) + 4L * nx : columns;
    }

    @Override
    public SpectrumLayout layout() {
        return layout;
    }

    @Override
    public void forward(double[] values, double[] spectrum, Workers workers) {
        double[] rows = values == spectrum ? between.take() : spectrum;
        int parts = parts(workers);
        if (parts == 1) {
            columns.forward(values, rows, 0, columns.lanes());
            slots.forward(rows, spectrum, 0, slots.lanes());
        } else {
            int c = columns.lanes();
            workers.run(parts, i -> columns.forward(values, rows, start(i, parts, c), start(i + 1, parts, c)));
            int s = slots.lanes();
            workers.run(parts, i -> slots.forward(rows, spectrum, start(i, parts, s), start(i + 1, parts, s)));
        }
        if (rows != spectrum) {
            between.give(rows);
        }
    }

    @Override
    public void inverse(double[] spectrum, SeparableMultiplier multiplier, double[] values, Workers workers) {
        double[] rows = between.take();
        int parts = parts(workers);
        if (parts == 1) {
            slots.inverse(spectrum, multiplier, rows, 0, slots.lanes());
            columns.inverse(rows, values, 0, columns.lanes());
        } else {
            int s = slots.lanes();
            workers.run(
                    parts, i -> slots.inverse(spectrum, multiplier, rows, start(i, parts, s), start(i + 1, parts, s)));
            int c = columns.lanes();
            workers.run(parts, i -> columns.inverse(rows, values, start(i, parts, c), start(i + 1, parts, c)));
        }
        between.give(rows);
    }

    private int parts(Workers workers) {
        return (long) layout.nx() * layout.ny() < WORTH_SHARING ? 1 : workers.parallelism();
    }

    /** Where part i of so many lanes starts: each but the last takes whole cache lines. */
    private static int start(int i, int parts, int lanes) {
        long even = (long) lanes * i / parts;
        return i == parts ? lanes : (int) (even / Tile.GROUP * Tile.GROUP);
    }
}
