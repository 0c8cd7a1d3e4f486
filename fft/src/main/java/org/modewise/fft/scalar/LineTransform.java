package org.modewise.fft.scalar;

import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SeparableMultiplier;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.Workers;

/** The real transform of one line of samples, along x or along y. */
final class LineTransform implements RealTransform2D {
    private final int half;
    private final boolean alongX;
    private final RealLine line;
    private final SpectrumLayout layout;
    private final ScratchPool<Scratch> pool;

    LineTransform(int nx, int ny) {
        int n = nx * ny;
        this.half = n / 2 + 1;
        this.alongX = ny == 1;
        int length = Arguments.allocatable(2L * half, "the spectrum of " + n + " samples");
        this.line = n % 2 == 0 ? new EvenLine(n, Plans.line(n / 2)) : new OddLine(Plans.line(n));
        SpectrumLayout.Axis axis = alongX ? SpectrumLayout.Axis.X : SpectrumLayout.Axis.Y;
        this.layout = new SpectrumLayout(nx, ny, axis, 1, 1, half, length);
        this.pool = new ScratchPool<>(() -> new Scratch(new double[half], new double[half]));
    }

    private record Scratch(double[] re, double[] im) {}

    @Override
    public SpectrumLayout layout() {
        return layout;
    }

    @Override
    public void forward(double[] values, double[] spectrum, Workers workers) {
        line.forward(values, spectrum, half);
    }

    @Override
    public void inverse(double[] spectrum, SeparableMultiplier multiplier, double[] values, Workers workers) {
        Scratch scratch = pool.take();
        System.arraycopy(spectrum, 0, scratch.re, 0, half);
        System.arraycopy(spectrum, half, scratch.im, 0, half);
        if (multiplier != null) {
            multiply(scratch.re, scratch.im, multiplier);
        }
        line.inverse(scratch.re, scratch.im, values);
        pool.give(scratch);
    }

    private void multiply(double[] re, double[] im, SeparableMultiplier multiplier) {
        double[] along = alongX ? multiplier.xRe() : multiplier.yRe();
        double across = alongX ? multiplier.yRe()[0] : multiplier.xRe()[0];
        if (multiplier.isReal()) {
            Lanes.multiply(re, im, across, along, half);
        } else {
            double[] alongIm = alongX ? multiplier.xIm() : multiplier.yIm();
            double acrossIm = alongX ? multiplier.yIm()[0] : multiplier.xIm()[0];
            Lanes.multiply(re, im, across, acrossIm, along, alongIm, half);
        }
    }
}
