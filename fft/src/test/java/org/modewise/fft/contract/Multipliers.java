package org.modewise.fft.contract;

import java.util.List;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.SpectrumMultiplier.Lines;

/** Seeded multipliers that keep a field real: conjugate factors at opposite modes, real ones at 0 and Nyquist. */
final class Multipliers {
    private Multipliers() {}

    /** Real ones and complex ones of every kind of lines, moduli up to 1, and a sum of two. */
    static List<SpectrumMultiplier> random(SpectrumLayout layout, long seed) {
        SpectrumMultiplier even = random(SpectrumMultiplier.real(layout, Lines.EVEN), seed);
        return List.of(
                random(SpectrumMultiplier.real(layout, Lines.ONE), seed),
                random(SpectrumMultiplier.complex(layout, Lines.ONE), seed),
                even,
                random(SpectrumMultiplier.complex(layout, Lines.EVEN), seed),
                random(SpectrumMultiplier.real(layout, Lines.ALL), seed),
                random(SpectrumMultiplier.complex(layout, Lines.ALL), seed),
                random(SpectrumMultiplier.real(layout, Lines.ALL), seed + 1).plus(spectrum(layout, seed), even));
    }

    private static SpectrumMultiplier random(SpectrumMultiplier multiplier, long seed) {
        SpectrumLayout layout = multiplier.layout();
        boolean separable = multiplier.lines()[layout.columns() - 1] == 0;
        boolean all = multiplier.lines()[layout.columns() - 1] > multiplier.lines()[1 % layout.columns()];
        double[] re = Samples.random((1 + layout.nx()) * (1 + layout.ny()), seed);
        double[] im = Samples.random(re.length, seed + 1);
        for (int p = 0; p < layout.columns(); p++) {
            int mx = layout.modeX(p);
            int i = Math.abs(mx);
            multiplier.xRe()[p] = 0.7 * re[i];
            if (!multiplier.isReal()) {
                multiplier.xIm()[p] = imaginary(mx, layout.nx(), im[i]);
            }
            for (int q = 0; q < layout.rows(); q++) {
                int my = layout.modeY(q);
                // One number for κ and -κ, and on the lines of mx and -mx for κ mirrored too.
                boolean opposite = all && isOpposite(layout, mx, my);
                int j = all ? Math.floorMod(opposite ? -my : my, layout.ny()) : Math.abs(my);
                int line = separable ? 0 : all ? Math.floorMod(opposite ? -mx : mx, layout.nx()) : i;
                int number = line * (1 + layout.ny()) + j;
                multiplier.yRe()[multiplier.lines()[p] + q] = 0.7 * re[number];
                if (!multiplier.isReal()) {
                    multiplier.yIm()[multiplier.lines()[p] + q] = all
                            ? isOwnOpposite(layout, mx, my) ? 0 : (opposite ? -0.7 : 0.7) * im[number]
                            : imaginary(my, layout.ny(), im[number]);
                }
            }
        }
        return multiplier;
    }

    private static double imaginary(int m, int n, double value) {
        return 2 * m == n ? 0 : 0.7 * Math.signum(m) * value;
    }

    private static boolean isOwnOpposite(SpectrumLayout layout, int mx, int my) {
        return Math.floorMod(2 * mx, layout.nx()) == 0 && Math.floorMod(2 * my, layout.ny()) == 0;
    }

    /** Whether of the mode and its opposite it is the one that comes later. */
    private static boolean isOpposite(SpectrumLayout layout, int mx, int my) {
        int column = Math.floorMod(mx, layout.nx());
        int mirrored = Math.floorMod(-mx, layout.nx());
        return column == mirrored
                ? Math.floorMod(my, layout.ny()) > Math.floorMod(-my, layout.ny())
                : column > mirrored;
    }

    /** Coefficients of a real field. */
    private static double[] spectrum(SpectrumLayout layout, long seed) {
        double[] spectrum = new double[layout.length()];
        SpectrumMultiplier factors = random(SpectrumMultiplier.complex(layout, Lines.ALL), seed + 2);
        for (int p = 0; p < layout.columns(); p++) {
            for (int q = 0; q < layout.rows(); q++) {
                spectrum[layout.index(p, q)] = factors.re(p, q);
                spectrum[layout.index(p, q) + layout.imOffset()] = factors.im(p, q);
            }
        }
        return spectrum;
    }
}
