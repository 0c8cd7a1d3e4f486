package org.modewise.simd.fft;

import java.util.function.ObjIntConsumer;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.internal.FirstSlot;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;
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
    private final boolean slotsInSpectrum;
    private final boolean columnsAmongSamples;
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
        this.layout = new SpectrumLayout(
                nx, ny, SpectrumLayout.Axis.Y, plane.spectrumAt(), plane.spectrumRow(), 1, plane.half(), length);
        this.first = new FirstSlot(layout);
        this.slotsInSpectrum = plane.slotsInSpectrum();
        this.columnsAmongSamples = plane.columnsAmongSamples();
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
        boolean inSpectrum = slotsInSpectrum && values != spectrum;
        double[] between = inSpectrum ? spectrum : memory.array;
        int at = inSpectrum ? layout.start() : plane;
        int scratch = memory.scratchAt(plane);
        forwardColumns(values, between, at, memory.array, scratch, workers);
        columns.forwardEdges(values, between, at, memory.array, scratch);
        forwardSlots(between, at, spectrum, memory.array, scratch, workers);
        first.separate(spectrum);
        memory.forward.end();
        memories.give(memory);
    }

    @Override
    public void inverse(double[] spectrum, SpectrumMultiplier multiplier, double[] values, Workers workers) {
        Memory memory = memories.take();
        int plane = memory.inverse.begin();
        boolean amongValues = columnsAmongSamples && values != spectrum;
        double[] between = amongValues ? values : memory.array;
        int at = amongValues ? 0 : plane;
        int scratch = memory.scratchAt(plane);
        inverseSlots(spectrum, multiplier, between, at, memory.array, plane, scratch, workers);
        inverseColumns(between, at, values, memory.array, scratch, workers);
        columns.inverseEdges(memory.array, plane, values, memory.array, scratch);
        memory.inverse.end();
        memories.give(memory);
    }

    // Each step twice: a call that nobody shares must make no object, not even the part to hand out.

    private void forwardColumns(double[] values, double[] between, int at, double[] own, int ownAt, Workers workers) {
        if (isShared(workers)) {
            share(
                    workers,
                    columns.parts(),
                    (scratch, part) -> columns.forward(part, values, between, at, scratch, Memory.START));
            return;
        }
        for (int part = 0; part < columns.parts(); part++) {
            columns.forward(part, values, between, at, own, ownAt);
        }
    }

    private void forwardSlots(double[] between, int at, double[] spectrum, double[] own, int ownAt, Workers workers) {
        if (isShared(workers)) {
            share(
                    workers,
                    slots.parts(),
                    (scratch, part) -> slots.forward(part, between, at, spectrum, scratch, Memory.START));
            return;
        }
        for (int part = 0; part < slots.parts(); part++) {
            slots.forward(part, between, at, spectrum, own, ownAt);
        }
    }

    private void inverseSlots(
            double[] spectrum,
            SpectrumMultiplier multiplier,
            double[] between,
            int at,
            double[] own,
            int plane,
            int ownAt,
            Workers workers) {
        if (isShared(workers)) {
            share(
                    workers,
                    slots.parts(),
                    (scratch, part) ->
                            slots.inverse(part, spectrum, multiplier, between, at, own, plane, scratch, Memory.START));
            return;
        }
        for (int part = 0; part < slots.parts(); part++) {
            slots.inverse(part, spectrum, multiplier, between, at, own, plane, own, ownAt);
        }
    }

    private void inverseColumns(double[] between, int at, double[] values, double[] own, int ownAt, Workers workers) {
        if (isShared(workers)) {
            share(
                    workers,
                    columns.parts(),
                    (scratch, part) -> columns.inverse(part, between, at, values, scratch, Memory.START));
            return;
        }
        for (int part = 0; part < columns.parts(); part++) {
            columns.inverse(part, between, at, values, own, ownAt);
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
