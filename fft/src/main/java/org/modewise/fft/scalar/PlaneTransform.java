package org.modewise.fft.scalar;

import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.Workers;

/**
 * The real transform of a plane, first along y, as {@link Columns} does, then along x, as {@link Slots} does:
 * between the two lie nx rows of ⌈ny/2⌉ slots. The inverse runs the same way back. Workers share the columns of one
 * step, then the slots of the other; lanes never mix, so the bits are the same however they are cut.
 */
final class PlaneTransform implements RealTransform2D {
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
        forwardColumns(values, rows, workers);
        forwardSlots(rows, spectrum, workers);
        if (rows != spectrum) {
            between.give(rows);
        }
    }

    @Override
    public void inverse(double[] spectrum, SpectrumMultiplier multiplier, double[] values, Workers workers) {
        double[] rows = between.take();
        inverseSlots(spectrum, multiplier, rows, workers);
        inverseColumns(rows, values, workers);
        between.give(rows);
    }

    // Each step twice: a call that nobody shares must make no object, not even the step to cut.

    private void forwardColumns(double[] values, double[] rows, Workers workers) {
        if (isShared(columns.lanes(), workers)) {
            share(columns.lanes(), workers, (from, to) -> columns.forward(values, rows, from, to));
        } else {
            columns.forward(values, rows, 0, columns.lanes());
        }
    }

    private void forwardSlots(double[] rows, double[] spectrum, Workers workers) {
        if (isShared(slots.lanes(), workers)) {
            share(slots.lanes(), workers, (from, to) -> slots.forward(rows, spectrum, from, to));
        } else {
            slots.forward(rows, spectrum, 0, slots.lanes());
        }
    }

    private void inverseSlots(double[] spectrum, SpectrumMultiplier multiplier, double[] rows, Workers workers) {
        if (isShared(slots.lanes(), workers)) {
            share(slots.lanes(), workers, (from, to) -> slots.inverse(spectrum, multiplier, rows, from, to));
        } else {
            slots.inverse(spectrum, multiplier, rows, 0, slots.lanes());
        }
    }

    private void inverseColumns(double[] rows, double[] values, Workers workers) {
        if (isShared(columns.lanes(), workers)) {
            share(columns.lanes(), workers, (from, to) -> columns.inverse(rows, values, from, to));
        } else {
            columns.inverse(rows, values, 0, columns.lanes());
        }
    }

    private boolean isShared(int lanes, Workers workers) {
        return isWorthSharing() && lanes > Tile.GROUP && workers.parallelism() > 1;
    }

    /** A step on the lanes from one to before another. */
    private interface Step {
        void run(int from, int to);
    }

    /** Cuts so many lanes into as many parts as can run at a time, of whole cache lines each but the last. */
    private static void share(int lanes, Workers workers, Step step) {
        int groups = Tile.padded(lanes) / Tile.GROUP;
        int parts = Math.min(workers.parallelism(), groups);
        workers.run(parts, i -> step.run(start(i, parts, groups), Math.min(lanes, start(i + 1, parts, groups))));
    }

    private static int start(int part, int parts, int groups) {
        return (int) ((long) groups * part / parts) * Tile.GROUP;
    }
}
