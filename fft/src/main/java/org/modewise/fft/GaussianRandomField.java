package org.modewise.fft;

import java.io.Serializable;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * u = Σ |κ|^{-p/2} Re(z(m)·e^{iκ·x}), z complex normal: a periodic Gaussian random field whose power falls as |κ|^{-p}.
 *
 * <p>The wave of every mode follows from the seed and the mode number alone, so a finer grid shows the same waves with
 * finer ones on top. Mean 0, root mean square 1, nothing at the Nyquist modes. One seed gives the same spectrum to the
 * bit on every machine, and so the same field but for the rounding of the transform. An immutable value, safe to share
 * between threads.
 *
 * <p>Good values: slope 0 for white noise, 2 to 3 for clouds, 4 and more for smooth hills.
 *
 * @param slope p, the exponent that the power falls with, finite
 * @param seed picks the sample
 * @serial exclude
 */
public record GaussianRandomField(double slope, long seed) implements Serializable {
    /**
     * Makes a random field.
     *
     * @param slope the exponent that the power falls with, finite
     * @param seed picks the sample
     * @throws IllegalArgumentException if the slope is NaN or infinite
     */
    public GaussianRandomField {
        Arguments.finite(slope, "slope");
    }

    /**
     * Samples the field.
     *
     * @param grid the grid; at least one axis needs 3 nodes, or there is no wave below Nyquist and the field is 0
     * @return the samples, with root mean square 1
     * @throws IllegalArgumentException if no kernel transforms the grid's shape, or |κ|^{-p/2} overflows on it
     */
    public Field2D sample(Grid2D grid) {
        RealFft2D fft = RealFft2D.of(grid);
        SpectrumLayout layout = fft.layout();
        double[] spectrum = new double[layout.length()];
        // Relative to the longest wave, so that a small or large box does not overflow.
        double longest = Math.min(grid.kx(1), grid.ky(1));
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                int mx = layout.modeX(column);
                int my = layout.modeY(row);
                if ((mx == 0 && my == 0) || 2L * mx == grid.nx() || 2L * my == grid.ny()) {
                    continue;
                }
                // Of a mode and its conjugate partner one is drawn, always the same.
                boolean partner = my < 0 || (my == 0 && mx < 0);
                double relative = Math.hypot(grid.kx(mx), grid.ky(my)) / longest;
                double amplitude = StrictMath.pow(relative, -slope / 2) * rayleigh(mx, my, partner);
                double phase = 2 * Math.PI * uniform(mx, my, partner, 1);
                int index = layout.index(column, row);
                spectrum[index] = amplitude * StrictMath.cos(phase);
                spectrum[index + layout.imOffset()] = (partner ? -1 : 1) * amplitude * StrictMath.sin(phase);
            }
        }
        double[] values = new double[grid.size()];
        fft.inverse(spectrum, values);
        return standardised(FieldAccess.wrap(grid, values));
    }

    private Field2D standardised(Field2D u) {
        double rms = u.norm() / Math.sqrt(u.grid().lx() * u.grid().ly());
        if (!Double.isFinite(rms)) {
            throw new IllegalArgumentException("slope must keep the amplitudes finite, got " + slope);
        }
        return rms == 0 ? u : u.times(1 / rms);
    }

    /** The modulus of a complex normal number, by Box and Muller, Ann. Math. Stat. 29 (1958). */
    private double rayleigh(int mx, int my, boolean partner) {
        return Math.sqrt(-StrictMath.log(uniform(mx, my, partner, 0)));
    }

    /** A number in (0, 1] for a mode, the mixing function of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private double uniform(int mx, int my, boolean partner, int which) {
        long x = partner ? -mx : mx;
        long y = partner ? -my : my;
        long bits = mix(mix(mix(seed) + x) + 2 * y + which);
        return ((bits >>> 11) + 1) * 0x1.0p-53;
    }

    private static long mix(long z) {
        long a = z + 0x9e3779b97f4a7c15L;
        long b = (a ^ (a >>> 30)) * 0xbf58476d1ce4e5b9L;
        long c = (b ^ (b >>> 27)) * 0x94d049bb133111ebL;
        return c ^ (c >>> 31);
    }
}
