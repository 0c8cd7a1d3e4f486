package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.fft.spi.SeparableMultiplier;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * A multiplier on the modes that one half-spectrum keeps, and the product with it. Reused from frame to frame; not safe to
 * share between threads.
 */
final class MultiplierTable {
    private final KeptModes modes;
    /** The factors by axes, or null. */
    private final SeparableMultiplier axes;
    /** The factors of the whole, or null; of real ones the imaginary parts are null. */
    private final double[] planeRe;

    private final double[] planeIm;
    private double[] moduli;

    private MultiplierTable(KeptModes modes, boolean separable, boolean real) {
        this.modes = modes;
        this.axes = !separable
                ? null
                : real ? SeparableMultiplier.real(modes.layout()) : SeparableMultiplier.complex(modes.layout());
        this.planeRe = separable ? null : new double[modes.samples()];
        this.planeIm = separable || real ? null : new double[modes.samples()];
    }

    /** A table of a multiplier. */
    static MultiplierTable of(FourierMultiplier multiplier, KeptModes modes) {
        Symmetry.check(modes, multiplier.x(), multiplier.y(), multiplier.plane());
        if (!multiplier.isSeparable()) {
            PlaneFunction product = multiplier.product();
            MultiplierTable table = new MultiplierTable(modes, false, product.isReal());
            table.sample(product);
            return table;
        }
        boolean real = isReal(multiplier.x()) && isReal(multiplier.y());
        MultiplierTable table = new MultiplierTable(modes, true, real);
        sample(multiplier.x(), modes.x(), table.axes.xRe(), table.axes.xIm());
        sample(multiplier.y(), modes.y(), table.axes.yRe(), table.axes.yIm());
        return table;
    }

    private static boolean isReal(AxisFunction f) {
        return f == null || f.isReal();
    }

    /** The finest wave comes first, so that a propagator that cannot be evaluated names the worst of its growth. */
    private static void sample(AxisFunction f, KeptModes.Axis axis, double[] re, double[] im) {
        for (int m = axis.half() - 1; m >= 0; m--) {
            double k = axis.wavenumber(m);
            re[m] = f == null ? 1 : f.re(k);
            if (!isReal(f)) {
                im[m] = f.im(k);
            }
            SymbolSamples.checkFinite(re[m], im == null ? 0 : im[m], axis.kx(m), axis.ky(m));
        }
        axis.fold(re, im);
    }

    private void sample(PlaneFunction f) {
        for (int k = modes.samples() - 1; k >= 0; k--) {
            double kx = modes.kx(k);
            double ky = modes.ky(k);
            planeRe[k] = f.re(kx, ky);
            if (planeIm != null) {
                planeIm[k] = f.im(kx, ky);
            }
            SymbolSamples.checkFinite(planeRe[k], planeIm == null ? 0 : planeIm[k], kx, ky);
        }
        modes.fold(planeRe, planeIm);
    }

    /** A table for {@link #propagate}. */
    static MultiplierTable forPropagators(SymbolTable symbol) {
        MultiplierTable table = new MultiplierTable(symbol.modes(), symbol.isSeparable(), symbol.isReal());
        if (!symbol.isReal()) {
            table.moduli = new double
                    [symbol.isSeparable()
                            ? Math.max(symbol.x().length(), symbol.y().length())
                            : symbol.plane().length()];
        }
        return table;
    }

    /** Sets the factors to e^{t·s}, or 0 where that is fainter than e^{least}. */
    void propagate(SymbolTable symbol, double t, double least) {
        if (axes == null) {
            symbol.plane().exponential(t, least, planeRe, planeIm, moduli);
            modes.fold(planeRe, planeIm);
            return;
        }
        symbol.x().exponential(t, least, axes.xRe(), axes.xIm(), moduli);
        if (symbol.y() == symbol.x()) {
            System.arraycopy(axes.xRe(), 0, axes.yRe(), 0, symbol.y().length());
            if (!axes.isReal()) {
                System.arraycopy(axes.xIm(), 0, axes.yIm(), 0, symbol.y().length());
            }
        } else {
            symbol.y().exponential(t, least, axes.yRe(), axes.yIm(), moduli);
        }
        modes.x().fold(axes.xRe(), axes.xIm());
        modes.y().fold(axes.yRe(), axes.yIm());
    }

    /** The factors by axes, or null. */
    SeparableMultiplier axes() {
        return axes;
    }

    /** Multiplies a half-spectrum, in place or into another. */
    void multiply(double[] in, double[] out) {
        if (axes != null) {
            axes.multiply(in, modes.layout(), out);
            return;
        }
        for (int mode = 0; mode < modes.count(); mode += modes.run()) {
            multiplyRun(in, out, mode);
        }
    }

    private void multiplyRun(double[] in, double[] out, int mode) {
        SpectrumLayout layout = modes.layout();
        int stride = modes.stride();
        int re = modes.index(mode);
        int im = re + layout.imOffset();
        for (int k = 0; k < modes.run(); k++) {
            double a = in[re + k * stride];
            double b = in[im + k * stride];
            double p = planeRe[mode + k];
            double q = planeIm == null ? 0 : planeIm[mode + k];
            out[re + k * stride] = p * a - q * b;
            out[im + k * stride] = p * b + q * a;
        }
    }

    /** Refuses a field, which its caller knows by a name, whose coefficients are not {@link #isInvertible invertible}. */
    static void checkInvertible(double[] spectrum, Field2D u, String name) {
        if (!isInvertible(spectrum)) {
            throw new IllegalArgumentException(
                    name + " must have a finite spectrum, got max |" + name + "| = " + u.maxNorm());
        }
    }

    /** Whether the coefficients are finite and so small that no sum of them overflows on the way back. */
    static boolean isInvertible(double[] spectrum) {
        double sum = 0;
        for (double part : spectrum) {
            sum += Math.abs(part);
        }
        // Twice, for the half that is not kept.
        return sum <= Double.MAX_VALUE / 2;
    }
}
