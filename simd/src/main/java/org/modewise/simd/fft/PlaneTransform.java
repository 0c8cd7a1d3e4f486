package org.modewise.simd.fft;

import java.util.function.ObjIntConsumer;
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
 * <p>Forward: blocks of columns are transformed along y straight from the samples; the two real
 * columns of each lane are told apart and written transposed, by {@link Squares}, so that lanes are now neighbouring
 * modes along y. Blocks of
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

    /** Of a plane that {@link Footprint#isInArrays}. */
    PlaneTransform(int nx, int ny) {
        Plane plane = new Plane(nx, ny);
        int length = (int) Footprint.spectrum(plane);
        int scratch = (int) Footprint.scratch(plane);
        Arguments.requireHeap(nx, ny, (long) nx * ny + length + Footprint.memory(plane));
        LaneFft alongX = LaneFft.of(nx);
        LaneFft alongY = nx == ny ? alongX : LaneFft.of(ny);
        this.columns = new ColumnStep(plane, alongY);
        this.slots = new SlotStep(plane, alongX);
        this.layout = new SpectrumLayout(nx, ny, SpectrumLayout.Axis.Y, plane.spectrumRow(), 1, plane.half(), length);
        this.first = new FirstSlot(layout);
        this.memories = new ScratchPool<>(() -> new Memory((int) plane.length(), scratch));
        this.scratches = new ScratchPool<>(() -> new double[Memory.START + scratch]);
    }

    @Override
    public SpectrumLayout layout() {
        return layout;
    }

    @Override
    public void forward(double[] values, double[] spectrum, Workers workers) {
        Memory memory = memories.take();
        int plane = memory.forward.begin();
        forwardColumns(values, memory, plane, workers);
        columns.forwardLast(values, memory.array, plane, memory.array, memory.scratchAt(plane));
        forwardSlots(memory, plane, spectrum, workers);
        first.separate(spectrum);
        memory.forward.end();
        memories.give(memory);
    }

    @Override
    public void inverse(double[] spectrum, SeparableMultiplier multiplier, double[] values, Workers workers) {
        Memory memory = memories.take();
        int plane = memory.inverse.begin();
        inverseSlots(spectrum, multiplier, memory, plane, workers);
        inverseColumns(memory, plane, values, workers);
        columns.inverseLast(memory.array, plane, values, memory.array, memory.scratchAt(plane));
        memory.inverse.end();
        memories.give(memory);
    }

    // Each step twice: a call that nobody shares must make no object, not even the part to hand out.

    private void forwardColumns(double[] values, Memory memory, int plane, Workers workers) {
        double[] array = memory.array;
        if (isShared(workers)) {
            share(
                    workers,
                    columns.parts(),
                    (scratch, part) -> columns.forward(part, values, array, plane, scratch, Memory.START));
            return;
        }
        for (int part = 0; part < columns.parts(); part++) {
            columns.forward(part, values, array, plane, array, memory.scratchAt(plane));
        }
    }

    private void forwardSlots(Memory memory, int plane, double[] spectrum, Workers workers) {
        double[] array = memory.array;
        if (isShared(workers)) {
            share(
                    workers,
                    slots.parts(),
                    (scratch, part) -> slots.forward(part, array, plane, spectrum, scratch, Memory.START));
            return;
        }
        for (int part = 0; part < slots.parts(); part++) {
            slots.forward(part, array, plane, spectrum, array, memory.scratchAt(plane));
        }
    }

    private void inverseSlots(
            double[] spectrum, SeparableMultiplier multiplier, Memory memory, int plane, Workers workers) {
        double[] array = memory.array;
        if (isShared(workers)) {
            share(
                    workers,
                    slots.parts(),
                    (scratch, part) -> slots.inverse(part, spectrum, multiplier, array, plane, scratch, Memory.START));
            return;
        }
        for (int part = 0; part < slots.parts(); part++) {
            slots.inverse(part, spectrum, multiplier, array, plane, array, memory.scratchAt(plane));
        }
    }

    private void inverseColumns(Memory memory, int plane, double[] values, Workers workers) {
        double[] array = memory.array;
        if (isShared(workers)) {
            share(
                    workers,
                    columns.parts(),
                    (scratch, part) -> columns.inverse(part, array, plane, values, scratch, Memory.START));
            return;
        }
        for (int part = 0; part < columns.parts(); part++) {
            columns.inverse(part, array, plane, values, array, memory.scratchAt(plane));
        }
    }

    private boolean isShared(Workers workers) {
        return isWorthSharing() && workers.parallelism() > 1;
    }

    private void share(Workers workers, int parts, ObjIntConsumer<double[]> step) {
        workers.run(parts, part -> {
            double[] scratch = scratches.take();
            step.accept(scratch, part);
            scratches.give(scratch);
        });
    }
}
