package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;
import org.modewise.fft.spi.SpectrumLayout;

/** The trigonometric polynomial through samples on a grid, in the plane. Immutable, safe to share between threads. */
final class TrigonometricPlane {
    private final RealFft2D fft;
    private final double[] spectrum;

    private TrigonometricPlane(RealFft2D fft, double[] spectrum) {
        this.fft = fft;
        this.spectrum = spectrum;
    }

    static TrigonometricPlane through(RealFft2D fft, double[] values) {
        double[] spectrum = new double[fft.spectrumLength()];
        fft.forward(values, spectrum);
        return new TrigonometricPlane(fft, spectrum);
    }

    RealFft2D fft() {
        return fft;
    }

    Grid2D grid() {
        return fft.grid();
    }

    /** The coefficients, unscaled, in the layout of the plan; not to be changed. */
    double[] spectrum() {
        return spectrum;
    }

    TrigonometricPlane times(FourierMultiplier multiplier) {
        double[] product = new double[spectrum.length];
        MultiplierTable.of(multiplier, new KeptModes(grid(), fft.layout())).multiply(spectrum, product);
        return new TrigonometricPlane(fft, product);
    }

    TrigonometricPlane plus(TrigonometricPlane other) {
        double[] sum = spectrum.clone();
        for (int k = 0; k < sum.length; k++) {
            sum[k] += other.spectrum[k];
        }
        return new TrigonometricPlane(fft, sum);
    }

    double mean() {
        return spectrum[fft.layout().index(0, 0)] / grid().size();
    }

    TrigonometricPlane centred() {
        double[] centred = spectrum.clone();
        centred[fft.layout().index(0, 0)] = 0;
        return new TrigonometricPlane(fft, centred);
    }

    /** The values at the nodes of the plan. */
    double[] sample() {
        double[] values = new double[grid().size()];
        fft.inverse(spectrum, values);
        return values;
    }

    /** The same polynomial on a plan of at least as many nodes each way. At Nyquist it is the cosine. */
    TrigonometricPlane on(RealFft2D finer) {
        Grid2D from = grid();
        Grid2D to = finer.grid();
        if (from.nx() == to.nx() && from.ny() == to.ny()) {
            return this;
        }
        SpectrumLayout layout = finer.layout();
        Spectrum2D coefficients = fft.spectrum(spectrum);
        double[] padded = new double[finer.spectrumLength()];
        double scale = (double) to.size() / from.size();
        for (int row = 0; row < layout.rows(); row++) {
            int my = layout.modeY(row);
            for (int column = 0; column < layout.columns(); column++) {
                int mx = layout.modeX(column);
                double weight = weight(mx, from.nx(), to.nx()) * weight(my, from.ny(), to.ny());
                if (weight > 0) {
                    int at = layout.index(column, row);
                    padded[at] = scale * weight * coefficients.re(mx, my);
                    padded[at + layout.imOffset()] = scale * weight * coefficients.im(mx, my);
                }
            }
        }
        return new TrigonometricPlane(finer, padded);
    }

    private static double weight(int mode, int from, int to) {
        int twice = 2 * Math.abs(mode);
        return twice > from ? 0 : twice == from && to > from ? 0.5 : 1;
    }

    /** Σ|c| over the other axis for each |mode| of an axis, of coefficients scaled to the function. */
    double[] moduli(boolean alongX) {
        SpectrumLayout layout = fft.layout();
        double[] sums = new double[(alongX ? grid().nx() : grid().ny()) / 2 + 1];
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                int at = layout.index(column, row);
                double modulus = Math.hypot(spectrum[at], spectrum[at + layout.imOffset()]);
                int mode = Math.abs(alongX ? layout.modeX(column) : layout.modeY(row));
                sums[mode] += layout.multiplicity(column, row) * modulus / grid().size();
            }
        }
        return sums;
    }

    /** The highest mode along an axis that is not lost in a tolerance with all those above it. */
    int degree(boolean alongX, double tolerance) {
        double[] moduli = moduli(alongX);
        int degree = moduli.length - 1;
        double rest = 0;
        while (degree > 0 && rest + moduli[degree] <= tolerance) {
            rest += moduli[degree--];
        }
        return degree;
    }

    /**
     * The highest modes along both axes beyond which there may be no more than what rounding did to the samples, as
     * {@link TrigonometricLine#withoutRounding} has it.
     *
     * @param rounding of each sample, at most
     */
    int[] degrees(double rounding) {
        int[] degrees = {quietFrom(true, rounding), quietFrom(false, rounding)};
        double most = TrigonometricLine.MOST_ROUNDING * rounding;
        double[] kept = truncated(degrees[0], degrees[1]).sample();
        double[] all = sample();
        for (int k = 0; k < all.length; k++) {
            if (!(Math.abs(all[k] - kept[k]) <= most)) {
                return new int[] {grid().nx() / 2, grid().ny() / 2};
            }
        }
        return degrees;
    }

    /** Above which mode of an axis the mean square is not above a square. */
    private int quietFrom(boolean alongX, double size) {
        double[] squares = squares(alongX);
        int degree = squares.length - 1;
        double rest = 0;
        while (degree > 0 && rest + squares[degree] <= size * size) {
            rest += squares[degree--];
        }
        return degree;
    }

    /** Σ|c|² over the other axis for each |mode| of an axis, of coefficients scaled to the function. */
    private double[] squares(boolean alongX) {
        SpectrumLayout layout = fft.layout();
        double[] sums = new double[(alongX ? grid().nx() : grid().ny()) / 2 + 1];
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                int at = layout.index(column, row);
                double re = spectrum[at] / grid().size();
                double im = spectrum[at + layout.imOffset()] / grid().size();
                int mode = Math.abs(alongX ? layout.modeX(column) : layout.modeY(row));
                sums[mode] += layout.multiplicity(column, row) * (re * re + im * im);
            }
        }
        return sums;
    }

    /** Without the modes above a degree along each axis. */
    TrigonometricPlane truncated(int degreeX, int degreeY) {
        double topX = grid().kx(1) * (degreeX + 0.5);
        double topY = grid().ky(1) * (degreeY + 0.5);
        return times(FourierMultiplier.separable(kx -> Math.abs(kx) < topX ? 1 : 0, ky -> Math.abs(ky) < topY ? 1 : 0));
    }

    /** Whether there is more than rounding at the Nyquist mode of an even axis. */
    boolean reachesNyquist() {
        double tolerance = Math.ulp(1.0) * Math.sqrt(grid().size()) * bound();
        return grid().nx() % 2 == 0 && moduli(true)[grid().nx() / 2] > tolerance
                || grid().ny() % 2 == 0 && moduli(false)[grid().ny() / 2] > tolerance;
    }

    /** A bound of the modulus of the first derivative along an axis everywhere, of a wave at Nyquist too. */
    double slopeBound(boolean alongX) {
        double[] moduli = moduli(alongX);
        double sum = 0;
        for (int m = 1; m < moduli.length; m++) {
            sum += moduli[m] * (alongX ? grid().kx(m) : grid().ky(m));
        }
        return sum;
    }

    /** A bound of the modulus everywhere. */
    double bound() {
        return Arrays.stream(moduli(true)).sum();
    }
}
