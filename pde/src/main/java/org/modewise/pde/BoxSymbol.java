package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.internal.Arguments;

/** s on the waves of a box: by axes if it is a sum over them, else as a whole. Immutable, safe to share between threads. */
final class BoxSymbol {
    private final BoxTransform waves;
    private final SymbolSamples x;
    private final SymbolSamples y;
    private final SymbolSamples plane;

    BoxSymbol(Symbol symbol, BoxTransform waves) {
        Reflection.check(waves, symbol.x(), symbol.y(), symbol.plane());
        this.waves = waves;
        if (symbol.isSeparable()) {
            this.x = SymbolSamples.of(samples(symbol.x(), waves.x()), waves.x()::wavenumber, slot -> 0);
            this.y = SymbolSamples.of(samples(symbol.y(), waves.y()), slot -> 0, waves.y()::wavenumber);
            this.plane = null;
        } else {
            double[] samples = new double[waves.count()];
            Arrays.setAll(samples, k -> symbol.re(waves.kx(k), waves.ky(k)));
            this.x = null;
            this.y = null;
            this.plane = SymbolSamples.of(samples, waves::kx, waves::ky);
        }
    }

    private static double[] samples(AxisFunction s, BoxAxis axis) {
        double[] samples = new double[axis.slots()];
        Arrays.setAll(samples, slot -> s == null ? 0 : s.re(axis.wavenumber(slot)));
        return samples;
    }

    boolean isSeparable() {
        return plane == null;
    }

    /** s on a wave. */
    double growth(int wave) {
        return isSeparable() ? x.growth(waves.slotX(wave)) + y.growth(waves.slotY(wave)) : plane.growth(wave);
    }

    /**
     * Whether a factor e^{t·s} is above 1: only then can its product with the data overflow.
     *
     * @throws IllegalArgumentException if the time is not finite, or a wave grows backward in time or overflows
     */
    boolean grows(double t) {
        Arguments.finite(t, "t");
        return isSeparable() ? x.grows(t) | y.grows(t) : plane.grows(t);
    }

    /** e^{t·s} by axes, of a separable symbol. */
    void exponentials(double t, double least, double[] factorsX, double[] factorsY) {
        x.exponential(t, least, factorsX, null, null);
        y.exponential(t, least, factorsY, null, null);
    }

    /** e^{t·s} on every wave, of a symbol that is not separable. */
    void exponentials(double t, double least, double[] factors) {
        plane.exponential(t, least, factors, null, null);
    }
}
