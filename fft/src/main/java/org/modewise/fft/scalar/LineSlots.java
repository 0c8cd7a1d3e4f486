package org.modewise.fft.scalar;

import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.internal.FirstSlot;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;

/** Slots one by one: of a narrow plane there are too few of them to fill a {@link Tile}'s lanes. */
final class LineSlots implements Slots {
    private final int nx;
    private final int ny;
    private final int half;
    private final int row;
    private final LineFft fft;
    private final FirstSlot first;
    private final ScratchPool<Scratch> pool;

    LineSlots(SpectrumLayout layout) {
        this.nx = layout.nx();
        this.ny = layout.ny();
        this.half = layout.imOffset();
        this.row = layout.strideX();
        this.fft = Plans.line(nx);
        this.first = new FirstSlot(layout);
        this.pool = new ScratchPool<>(() -> new Scratch(new ComplexLine(nx), new ComplexLine(nx)));
    }

    /** A slot, and the mode ny/2 that joins slot 0. */
    private record Scratch(ComplexLine slot, ComplexLine nyquist) {}

    @Override
    public int lanes() {
        return (ny + 1) / 2;
    }

    @Override
    public void forward(double[] rows, double[] spectrum, int from, int to) {
        Scratch scratch = pool.take();
        ComplexLine line = scratch.slot;
        for (int slot = from; slot < to; slot++) {
            load(rows, slot, line);
            fft.transform(line.re(), line.im());
            store(line, spectrum, slot);
            if (slot == 0) {
                first.separate(spectrum);
            }
        }
        pool.give(scratch);
    }

    @Override
    public void inverse(double[] spectrum, SpectrumMultiplier multiplier, double[] rows, int from, int to) {
        Scratch scratch = pool.take();
        ComplexLine line = scratch.slot;
        for (int slot = from; slot < to; slot++) {
            load(spectrum, multiplier, slot, line);
            if (slot == 0 && ny % 2 == 0) {
                load(spectrum, multiplier, ny / 2, scratch.nyquist);
                NyquistLane.join(line, scratch.nyquist, nx);
            }
            fft.transform(line.im(), line.re());
            store(line, rows, slot);
        }
        pool.give(scratch);
    }

    private void load(double[] spectrum, SpectrumMultiplier multiplier, int slot, ComplexLine line) {
        if (multiplier == null) {
            load(spectrum, slot, line);
        } else {
            line.loadAlongX(spectrum, multiplier, slot, nx);
        }
    }

    private void load(double[] from, int slot, ComplexLine line) {
        for (int x = 0; x < nx; x++) {
            line.re()[x] = from[x * row + slot];
            line.im()[x] = from[x * row + half + slot];
        }
    }

    private void store(ComplexLine line, double[] to, int slot) {
        for (int x = 0; x < nx; x++) {
            to[x * row + slot] = line.re()[x];
            to[x * row + half + slot] = line.im()[x];
        }
    }
}
