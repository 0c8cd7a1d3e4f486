package org.modewise.pde;

import org.modewise.core.Grid2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * The modes with κx ≥ 0 and κy ≥ 0: functions that are even in each wavenumber need be known on them alone, and are their
 * own mean over ±k_N. Immutable, safe to share between threads.
 */
final class Quadrant {
    private final KeptModes modes;
    /** The axis along which neighbours in a spectrum lie, and the other one. */
    private final KeptModes.Axis inner;

    private final KeptModes.Axis outer;

    Quadrant(Grid2D grid, SpectrumLayout layout) {
        this.modes = new KeptModes(grid, layout);
        boolean columns = layout.strideX() > layout.strideY();
        this.inner = columns ? modes.y() : modes.x();
        this.outer = columns ? modes.x() : modes.y();
    }

    KeptModes.Axis inner() {
        return inner;
    }

    KeptModes.Axis outer() {
        return outer;
    }

    /** How many samples a function needs: sample o·inner().half() + i is at mode o of the outer axis and i of the inner. */
    int size() {
        return Math.multiplyExact(outer.half(), inner.half());
    }

    /** The modes of the half-spectrum. */
    KeptModes modes() {
        return modes;
    }

    /** The sample that acts on a mode. */
    int sample(int mode) {
        int run = modes.run();
        return outer.distance(mode / run) * inner.half() + inner.distance(mode % run);
    }

    /** |κ| at a sample. */
    double wavenumber(int sample) {
        return Math.hypot(outer.wavenumber(sample / inner.half()), inner.wavenumber(sample % inner.half()));
    }

    /** out = p·a + q·b, of half-spectra by real functions on the quadrant. */
    void combine(double[] p, double[] a, double[] q, double[] b, double[] out) {
        int run = modes.run();
        int half = Math.min(inner.half(), run);
        int stride = modes.stride();
        for (int line = 0; line * run < modes.count(); line++) {
            int at = outer.distance(line) * inner.half();
            int re = modes.index(line * run);
            combine(p, a, q, b, out, at, 1, re, stride, half);
            combine(p, a, q, b, out, at + inner.distance(half), -1, re + half * stride, stride, run - half);
        }
    }

    private void combine(
            double[] p,
            double[] a,
            double[] q,
            double[] b,
            double[] out,
            int at,
            int step,
            int from,
            int stride,
            int length) {
        int im = modes.layout().imOffset();
        for (int k = 0; k < length; k++) {
            double f = p[at + k * step];
            double g = q[at + k * step];
            int re = from + k * stride;
            out[re] = f * a[re] + g * b[re];
            out[re + im] = f * a[re + im] + g * b[re + im];
        }
    }
}
