package org.modewise.simd.fft;

import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.internal.FirstSlot;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SeparableMultiplier;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.Workers;

/**
 * The real transform of a plane, columns first, then rows, one vector's width of neighbours at a time.
 *
 * <p>Forward: blocks of columns are transformed along y straight from the samples; a {@link Tile} tells the two real
 * columns of each lane apart and writes them transposed, so that lanes are now neighbouring modes along y. Blocks of
 * those are transformed along x straight into the spectrum. The inverse goes the same way back. {@link Plane} says where
 * all of it lies.
 */
final class PlaneTransform implements RealTransform2D {
    private final ColumnStep columns;
    private final SlotStep slots;
    private final FirstSlot first;
    private final SpectrumLayout layout;
    private final ScratchPool<double[]> planes;
    private final ScratchPool<double[]> scratches;

    PlaneTransform(int nx, int ny) {
        Plane plane = new Plane(nx, ny);
        int length =
                Arguments.allocatable((long) nx * plane.spectrumRow(), "the spectrum of " + nx + "x" + ny + " samples");
        LaneFft alongX = LaneFft.of(nx);
        LaneFft alongY = nx == ny ? alongX : LaneFft.of(ny);
        this.columns = new ColumnStep(plane, alongY);
        this.slots = new SlotStep(plane, alongX);
        this.layout = new SpectrumLayout(nx, ny, SpectrumLayout.Axis.Y, plane.spectrumRow(), 1, plane.half(), length);
        this.first = new FirstSlot(layout);
        int planeLength = plane.length();
        int scratchLength = Math.max(columns.scratchLength(), slots.scratchLength());
        this.planes = new ScratchPool<>(() -> new double[planeLength]);
        this.scratches = new ScratchPool<>(() -> new double[scratchLength]);
    }

    @Override
    public SpectrumLayout layout() {
        return layout;
    }

    @Override
    public void forward(double[] values, double[] spectrum, Workers workers) {
        double[] plane = planes.take();
        if (workers.parallelism() == 1) {
            for (int part = 0; part < columns.parts(); part++) {
                forwardColumns(part, values, plane);
            }
        } else {
            workers.run(columns.parts(), part -> forwardColumns(part, values, plane));
        }
        double[] scratch = scratches.take();
        columns.forwardLast(values, plane, scratch);
        scratches.give(scratch);
        if (workers.parallelism() == 1) {
            for (int part = 0; part < slots.parts(); part++) {
                forwardSlots(part, plane, spectrum);
            }
        } else {
            workers.run(slots.parts(), part -> forwardSlots(part, plane, spectrum));
        }
        first.separate(spectrum);
        planes.give(plane);
    }

    @Override
    public void inverse(double[] spectrum, SeparableMultiplier multiplier, double[] values, Workers workers) {
        double[] plane = planes.take();
        if (workers.parallelism() == 1) {
            for (int part = 0; part < slots.parts(); part++) {
                inverseSlots(part, spectrum, multiplier, plane);
            }
            for (int part = 0; part < columns.parts(); part++) {
                inverseColumns(part, plane, values);
            }
        } else {
            workers.run(slots.parts(), part -> inverseSlots(part, spectrum, multiplier, plane));
            workers.run(columns.parts(), part -> inverseColumns(part, plane, values));
        }
        double[] scratch = scratches.take();
        columns.inverseLast(plane, values, scratch);
        scratches.give(scratch);
        planes.give(plane);
    }

    private void forwardColumns(int part, double[] values, double[] plane) {
        double[] scratch = scratches.take();
        columns.forward(part, values, plane, scratch);
        scratches.give(scratch);
    }

    private void forwardSlots(int part, double[] plane, double[] spectrum) {
        double[] scratch = scratches.take();
        slots.forward(part, plane, spectrum, scratch);
        scratches.give(scratch);
    }

    private void inverseSlots(int part, double[] spectrum, SeparableMultiplier multiplier, double[] plane) {
        double[] scratch = scratches.take();
        slots.inverse(part, spectrum, multiplier, plane, scratch);
        scratches.give(scratch);
    }

    private void inverseColumns(int part, double[] plane, double[] values) {
        double[] scratch = scratches.take();
        columns.inverse(part, plane, values, scratch);
        scratches.give(scratch);
    }
}
