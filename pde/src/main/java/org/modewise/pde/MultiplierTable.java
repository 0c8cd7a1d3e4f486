package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.SpectrumMultiplier.Lines;

/** From a multiplier to its factors on the modes that one half-spectrum keeps. */
final class MultiplierTable {
    private MultiplierTable() {}

    /** The factors of a multiplier. */
    static SpectrumMultiplier of(FourierMultiplier multiplier, KeptModes modes) {
        Symmetry.check(modes, multiplier.x(), multiplier.y(), multiplier.plane());
        if (!multiplier.isSeparable()) {
            return of(multiplier.product(), modes);
        }
        SpectrumMultiplier factors = isReal(multiplier.x()) && isReal(multiplier.y())
                ? SpectrumMultiplier.real(modes.layout(), Lines.ONE)
                : SpectrumMultiplier.complex(modes.layout(), Lines.ONE);
        sample(multiplier.x(), modes.x(), factors.xRe(), factors.xIm());
        sample(multiplier.y(), modes.y(), factors.yRe(), factors.yIm());
        return factors;
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

    private static SpectrumMultiplier of(PlaneFunction f, KeptModes modes) {
        double[] re = new double[modes.samples()];
        double[] im = f.isReal() ? null : new double[modes.samples()];
        for (int k = modes.samples() - 1; k >= 0; k--) {
            double kx = modes.kx(k);
            double ky = modes.ky(k);
            re[k] = f.re(kx, ky);
            if (im != null) {
                im[k] = f.im(kx, ky);
            }
            SymbolSamples.checkFinite(re[k], im == null ? 0 : im[k], kx, ky);
        }
        modes.fold(re, im);
        SpectrumMultiplier factors = im == null
                ? SpectrumMultiplier.real(modes.layout(), Lines.ALL)
                : SpectrumMultiplier.complex(modes.layout(), Lines.ALL);
        for (int mode = 0; mode < modes.count(); mode++) {
            int at = factors.lines()[modes.column(mode)] + modes.row(mode);
            factors.yRe()[at] = re[mode];
            if (im != null) {
                factors.yIm()[at] = im[mode];
            }
        }
        return factors;
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
