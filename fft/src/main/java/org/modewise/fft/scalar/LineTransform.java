package org.modewise.fft.scalar;

import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.Workers;

/** The real transform of one line of samples, along x or along y. */
final class LineTransform implements RealTransform2D {
    private final int half;
    private final boolean alongX;
    private final double scale;
    private final RealLine line;
    private final SpectrumLayout layout;
    private final ScratchPool<ComplexLine> pool;

    LineTransform(int nx, int ny) {
        int n = nx * ny;
        this.half = n / 2 + 1;
        this.alongX = ny == 1;
        this.scale = 1.0 / n;
        int length = Arguments.allocatable(2L * half, "the spectrum of " + n + " samples");
        Arguments.requireHeap(nx, ny, (long) n + length + Footprint.realLine(n));
        this.line = Plans.realLine(n);
        SpectrumLayout.Axis axis = alongX ? SpectrumLayout.Axis.X : SpectrumLayout.Axis.Y;
        this.layout = new SpectrumLayout(nx, ny, axis, 1, 1, half, length);
        this.pool = new ScratchPool<>(() -> new ComplexLine(line.scratchLength()));
    }

    @Override
    public SpectrumLayout layout() {
        return layout;
    }

    @Override
    public boolean isWorthSharing() {
        return false;
    }

    @Override
    public void forward(double[] values, double[] spectrum, Workers workers) {
        ComplexLine scratch = pool.take();
        line.forward(values, 0, 1, scratch.re(), scratch.im());
        System.arraycopy(scratch.re(), 0, spectrum, 0, half);
        System.arraycopy(scratch.im(), 0, spectrum, half, half);
        pool.give(scratch);
    }

    @Override
    public void inverse(double[] spectrum, SpectrumMultiplier multiplier, double[] values, Workers workers) {
        ComplexLine scratch = pool.take();
        if (multiplier == null) {
            System.arraycopy(spectrum, 0, scratch.re(), 0, half);
            System.arraycopy(spectrum, half, scratch.im(), 0, half);
        } else if (alongX) {
            scratch.loadAlongX(spectrum, multiplier, 0, half);
        } else {
            scratch.loadAlongY(spectrum, multiplier, 0, half);
        }
        line.inverse(scratch.re(), scratch.im(), scale, values, 0, 1);
        pool.give(scratch);
    }
}
