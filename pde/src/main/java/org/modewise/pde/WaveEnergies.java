package org.modewise.pde;

import java.util.function.IntToDoubleFunction;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.Scale;
import org.modewise.fft.RealFft2D;

/** The energy of a field by number along each axis, in units of the whole. Immutable. */
final class WaveEnergies {
    /** What sampling and a transform leave of exact coefficients, beside the norm. */
    static final double ROUNDING = 4 * Math.ulp(1.0);

    private final double[] x;
    private final double[] y;
    /** The energy is total·2^{2·exponent}, in the unit of the numbering. */
    private final double total;

    private final int exponent;

    private WaveEnergies(double[] x, double[] y, double total, int exponent) {
        this.x = x;
        this.y = y;
        this.total = total;
        this.exponent = exponent;
    }

    /** The energies of waves of given moduli. */
    static WaveEnergies of(WaveNumbering waves, IntToDoubleFunction modulus) {
        double[] moduli = new double[waves.count()];
        double largest = 0;
        for (int wave = 0; wave < moduli.length; wave++) {
            moduli[wave] = modulus.applyAsDouble(wave);
            largest = Math.max(largest, moduli[wave]);
        }
        int exponent = Scale.exponent(largest);
        double[] x = new double[waves.lastX() + 1];
        double[] y = new double[waves.lastY() + 1];
        double total = 0;
        double scale = Math.scalb(1.0, -exponent);
        for (int wave = 0; wave < moduli.length; wave++) {
            double scaled = scale * moduli[wave];
            double energy = waves.energy(wave) * (scaled * scaled);
            x[waves.alongX(wave)] += energy;
            y[waves.alongY(wave)] += energy;
            total += energy;
        }
        for (int m = 0; total > 0 && m < x.length; m++) {
            x[m] /= total;
        }
        for (int m = 0; total > 0 && m < y.length; m++) {
            y[m] /= total;
        }
        return new WaveEnergies(x, y, total, exponent);
    }

    /** The energies of a periodic field. */
    static WaveEnergies of(Field2D u) {
        RealFft2D fft = RealFft2D.of(u.grid());
        double[] spectrum = new double[fft.spectrumLength()];
        fft.forward(FieldAccess.values(u), spectrum);
        KeptModes modes = new KeptModes(u.grid(), fft.layout());
        return of(new TorusNumbering(modes), wave -> modes.modulus(spectrum, wave));
    }

    boolean isZero() {
        return total == 0;
    }

    /** The share of the energy along x, by number. */
    double[] x() {
        return x;
    }

    /** The share of the energy along y, by number. */
    double[] y() {
        return y;
    }

    AxisDecay decayX() {
        return AxisDecay.of(x, faint(x));
    }

    AxisDecay decayY() {
        return AxisDecay.of(y, faint(y));
    }

    /** What may be rounding alone: it is not spread evenly, and one wavenumber may have twice its share. */
    private static double faint(double[] energies) {
        return 4 * ROUNDING * ROUNDING / energies.length;
    }

    /** The norm beside another one. */
    double norm(WaveEnergies other) {
        return Math.scalb(Math.sqrt(total / other.total), exponent - other.exponent);
    }

    /** An amount beside the norm, in the unit of the moduli. */
    double beside(double amount) {
        return amount == 0 ? 0 : Math.scalb(amount, -exponent) / Math.sqrt(total);
    }

    /**
     * How far the waves are from a function that the field samples, in the L² norm beside its own: what they lack, and as
     * much again that folding has put into them. From rounding to 1.
     */
    double tail() {
        double beyond = decayX().beyond() + decayY().beyond();
        return isZero() ? 0 : Math.min(1, Math.max(Math.ulp(1.0), Math.sqrt(2 * beyond / (1 + beyond))));
    }

    /** The same and the rounding of the samples. */
    double unknown() {
        return isZero() ? 0 : Math.hypot(tail(), ROUNDING);
    }

    /** The norm of what the rounding of places on a grid makes of the waves, beside that of all. */
    double places(Grid2D grid) {
        return Math.hypot(
                slope(x, grid.kx(1)) * ulp(grid.x0(), grid.lx()), slope(y, grid.ky(1)) * ulp(grid.y0(), grid.ly()));
    }

    private static double ulp(double start, double length) {
        return Math.ulp(Math.max(Math.abs(start), Math.abs(start + length)));
    }

    /** The norm of a derivative. */
    private static double slope(double[] energy, double step) {
        double square = 0;
        for (int m = 0; m < energy.length; m++) {
            square += energy[m] * m * m;
        }
        return step * Math.sqrt(square);
    }
}
