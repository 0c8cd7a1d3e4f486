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
    private final ScratchPool<Memory> memories;
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
        this.memories = new ScratchPool<>(() -> new Memory(planeLength, scratchLength));
        this.scratches = new ScratchPool<>(() -> new double[scratchLength + Memory.START]);
    }

    @Override
    public SpectrumLayout layout() {
        return layout;
    }

    @Override
    public void forward(double[] values, double[] spectrum, Workers workers) {
        Memory memory = memories.take();
        int at = memory.forward.begin();
        int scratchAt = memory.scratchAt(at);
        double[] all = memory.array;
        if (workers.parallelism() == 1) {
            for (int part = 0; part < columns.parts(); part++) {
                columns.forward(part, values, all, at, all, scratchAt);
            }
        } else {
            workers.run(columns.parts(), part -> {
                double[] scratch = scratches.take();
                columns.forward(part, values, all, at, scratch, Memory.START);
                scratches.give(scratch);
            });
        }
        columns.forwardLast(values, all, at, all, scratchAt);
        if (workers.parallelism() == 1) {
            for (int part = 0; part < slots.parts(); part++) {
                slots.forward(part, all, at, spectrum, all, scratchAt);
            }
        } else {
            workers.run(slots.parts(), part -> {
                double[] scratch = scratches.take();
                slots.forward(part, all, at, spectrum, scratch, Memory.START);
                scratches.give(scratch);
            });
        }
        first.separate(spectrum);
        memory.forward.end();
        memories.give(memory);
    }

    @Override
    public void inverse(double[] spectrum, SeparableMultiplier multiplier, double[] values, Workers workers) {
        Memory memory = memories.take();
        int at = memory.inverse.begin();
        int scratchAt = memory.scratchAt(at);
        double[] all = memory.array;
        if (workers.parallelism() == 1) {
            for (int part = 0; part < slots.parts(); part++) {
                slots.inverse(part, spectrum, multiplier, all, at, all, scratchAt);
            }
            for (int part = 0; part < columns.parts(); part++) {
                columns.inverse(part, all, at, values, all, scratchAt);
            }
        } else {
            workers.run(slots.parts(), part -> {
                double[] scratch = scratches.take();
                slots.inverse(part, spectrum, multiplier, all, at, scratch, Memory.START);
                scratches.give(scratch);
            });
            workers.run(columns.parts(), part -> {
                double[] scratch = scratches.take();
                columns.inverse(part, all, at, values, scratch, Memory.START);
                scratches.give(scratch);
            });
        }
        columns.inverseLast(all, at, values, all, scratchAt);
        memory.inverse.end();
        memories.give(memory);
    }
}
