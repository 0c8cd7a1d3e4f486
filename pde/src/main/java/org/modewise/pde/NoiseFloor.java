package org.modewise.pde;

/**
 * How faint a factor |e^{t·s}| must be for its modes to be lost in the rounding of any sample of u(·,t). Products that
 * faint cost far more than others where they underflow. Immutable.
 *
 * <p>One mode û₀ with growth rate r₀ alone gives u a root mean square of |û₀|e^{t·r₀}/N at least, N the number of samples.
 * All modes with a factor below e^{least} together change no sample by more than e^{least}·Σ|û|/N.
 */
final class NoiseFloor {
    /** ln ε². */
    private static final double NEGLIGIBLE = -104 * Math.log(2);

    private final double growth;
    private final double share;

    private NoiseFloor(double growth, double share) {
        this.growth = growth;
        this.share = share;
    }

    /** The floor that the fastest growing mode of the data sets. */
    static NoiseFloor of(SymbolTable symbol, double[] initial) {
        KeptModes modes = symbol.modes();
        double growth = Double.NEGATIVE_INFINITY;
        double size = 0;
        double sum = 0;
        for (int mode = 0; mode < modes.count(); mode++) {
            double re = Math.abs(initial[modes.index(mode)]);
            double im = Math.abs(initial[modes.index(mode) + modes.layout().imOffset()]);
            // Twice, for the half that is not kept.
            sum += 2 * (re + im);
            // The mean over a Nyquist wavenumber's signs may vanish.
            if (Math.max(re, im) > 0 && symbol.growth(mode) >= growth && !modes.isNyquist(mode)) {
                size = symbol.growth(mode) > growth ? Math.max(re, im) : Math.max(size, Math.max(re, im));
                growth = symbol.growth(mode);
            }
        }
        return of(growth, size, sum);
    }

    /** The same for the waves of a box, of which no sample shows more than the coefficient, four times over N. */
    static NoiseFloor of(BoxSymbol symbol, double[] initial) {
        double growth = Double.NEGATIVE_INFINITY;
        double size = 0;
        double sum = 0;
        for (int wave = 0; wave < initial.length; wave++) {
            double modulus = Math.abs(initial[wave]);
            sum += 4 * modulus;
            if (modulus > 0 && symbol.growth(wave) >= growth) {
                size = symbol.growth(wave) > growth ? modulus : Math.max(size, modulus);
                growth = symbol.growth(wave);
            }
        }
        return of(growth, size, sum);
    }

    private static NoiseFloor of(double growth, double size, double sum) {
        return size == 0
                ? new NoiseFloor(0, Double.NEGATIVE_INFINITY)
                : new NoiseFloor(growth, Math.log(size) - Math.log(sum) + NEGLIGIBLE);
    }

    /** ln of the factor below which a mode may be left out, at a time when none is above 1. */
    double least(double t) {
        return t * growth + share;
    }
}
