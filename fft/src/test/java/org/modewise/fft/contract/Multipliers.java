package org.modewise.fft.contract;

import java.util.List;
import org.modewise.fft.spi.SeparableMultiplier;
import org.modewise.fft.spi.SpectrumLayout;

/** Seeded multipliers that keep a field real: conjugate factors at opposite modes, real ones at 0 and Nyquist. */
final class Multipliers {
    private Multipliers() {}

    /** A real one and a complex one, moduli up to 1. */
    static List<SeparableMultiplier> random(SpectrumLayout layout, long seed) {
        SeparableMultiplier real = SeparableMultiplier.real(layout);
        SeparableMultiplier complex = SeparableMultiplier.complex(layout);
        double[] re = Samples.random(layout.nx() + layout.ny(), seed);
        double[] im = Samples.random(layout.nx() + layout.ny(), seed + 1);
        for (int column = 0; column < layout.columns(); column++) {
            int m = layout.modeX(column);
            real.xRe()[column] = re[Math.abs(m)];
            complex.xRe()[column] = 0.7 * re[Math.abs(m)];
            complex.xIm()[column] = imaginary(m, layout.nx(), im[Math.abs(m)]);
        }
        for (int row = 0; row < layout.rows(); row++) {
            int m = layout.modeY(row);
            real.yRe()[row] = re[layout.nx() + Math.abs(m)];
            complex.yRe()[row] = 0.7 * re[layout.nx() + Math.abs(m)];
            complex.yIm()[row] = imaginary(m, layout.ny(), im[layout.nx() + Math.abs(m)]);
        }
        return List.of(real, complex);
    }

    private static double imaginary(int m, int n, double value) {
        return 2 * m == n ? 0 : 0.7 * Math.signum(m) * value;
    }
}
