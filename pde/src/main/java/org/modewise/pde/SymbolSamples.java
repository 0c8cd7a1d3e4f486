package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * s at many wavenumbers, and e^{t·s} at all of them at once. Sampled once a solution, so that a frame works on plain
 * arrays. Immutable, safe to share between threads.
 */
final class SymbolSamples {
    private static final ElementaryFunctions FUNCTIONS = ElementaryFunctions.preferred();

    private final double[] growth;
    /** Im s, or null if it is 0 everywhere. */
    private final double[] frequency;
    /** The samples, and their wavenumbers, that bound what e^{t·s} can be. */
    private final Extreme slowest;

    private final Extreme fastest;
    private final Extreme turning;

    /** A value and where it is taken. */
    private record Extreme(double value, double kx, double ky) {
        private static final Extreme NONE = new Extreme(0, 0, 0);
    }

    /** The wavenumber of a sample along one axis. */
    interface Wavenumber {
        double of(int sample);
    }

    private SymbolSamples(double[] growth, double[] frequency, Wavenumber kx, Wavenumber ky) {
        if (growth.length == 0) {
            this.growth = growth;
            this.frequency = null;
            this.slowest = Extreme.NONE;
            this.fastest = Extreme.NONE;
            this.turning = Extreme.NONE;
            return;
        }
        int low = 0;
        int high = 0;
        int turn = 0;
        // The finest wave comes last along an axis, and of equals it is the one to be named.
        for (int k = 0; k < growth.length; k++) {
            checkFinite(growth[k], frequency[k], kx.of(k), ky.of(k));
            low = growth[k] <= growth[low] ? k : low;
            high = growth[k] >= growth[high] ? k : high;
            turn = Math.abs(frequency[k]) >= Math.abs(frequency[turn]) ? k : turn;
        }
        this.growth = growth;
        this.frequency = frequency[turn] == 0 ? null : frequency;
        this.slowest = new Extreme(growth[low], kx.of(low), ky.of(low));
        this.fastest = new Extreme(growth[high], kx.of(high), ky.of(high));
        this.turning = new Extreme(frequency[turn], kx.of(turn), ky.of(turn));
    }

    /** Checks a symbol or a multiplier at one wavenumber. */
    static void checkFinite(double re, double im, double kx, double ky) {
        if (!Double.isFinite(re) || !Double.isFinite(im)) {
            throw new IllegalArgumentException("symbols and multipliers must be finite, got " + re + " + " + im
                    + "i at wavenumber (" + kx + ", " + ky + ")");
        }
    }

    /** The part of a symbol along one axis, or null for none, on the modes that are not negative. */
    static SymbolSamples of(AxisFunction s, KeptModes.Axis axis) {
        double[] growth = new double[axis.half()];
        double[] frequency = new double[axis.half()];
        for (int m = 0; s != null && m < axis.half(); m++) {
            growth[m] = s.re(axis.wavenumber(m));
            frequency[m] = s.isReal() ? 0 : s.im(axis.wavenumber(m));
        }
        return new SymbolSamples(growth, frequency, axis::kx, axis::ky);
    }

    /** The imaginary part of that alone. */
    static SymbolSamples ofFrequencies(AxisFunction s, KeptModes.Axis axis) {
        return of(s == null ? null : AxisFunction.of(k -> 0, s.isReal() ? null : s::im), axis);
    }

    /** A symbol on given samples. */
    static SymbolSamples of(double[] growth, double[] frequency, Wavenumber kx, Wavenumber ky) {
        return new SymbolSamples(growth, frequency, kx, ky);
    }

    /** A real symbol on given samples. */
    static SymbolSamples of(double[] growth, Wavenumber kx, Wavenumber ky) {
        return new SymbolSamples(growth, new double[growth.length], kx, ky);
    }

    int length() {
        return growth.length;
    }

    boolean isReal() {
        return frequency == null;
    }

    double growth(int sample) {
        return growth[sample];
    }

    boolean hasValuesOf(SymbolSamples other) {
        return Arrays.equals(growth, other.growth) && Arrays.equals(frequency, other.frequency);
    }

    /**
     * Whether a factor e^{t·s} is above 1: only then can its product with the data overflow.
     *
     * @throws IllegalArgumentException if a mode grows backward in time or overflows
     */
    boolean grows(double t) {
        Extreme largest = t < 0 ? slowest : fastest;
        double exponent = Exponential.checkedExponent(t, largest.value, largest.kx, largest.ky);
        if (!Double.isFinite(t * turning.value)) {
            throw new IllegalArgumentException("t must keep e^(t s) finite, got " + t + ": wavenumber "
                    + (float) Math.hypot(turning.kx, turning.ky) + " would turn by " + (float) (t * turning.value));
        }
        return exponent > 0;
    }

    /**
     * e^{t·s} into arrays as long as this or longer. Where its modulus is below e^{least} it is 0.
     *
     * @param moduli scratch; untouched if the samples are real, as is {@code im}
     */
    void exponential(double t, double least, double[] re, double[] im, double[] moduli) {
        if (isReal()) {
            moduli(t, least, re);
            return;
        }
        int length = growth.length;
        moduli(t, least, moduli);
        for (int k = 0; k < length; k++) {
            // Where there is nothing to turn, the angle may be huge, and slow to reduce.
            im[k] = moduli[k] == 0 ? 0 : t * frequency[k];
        }
        FUNCTIONS.sinCos(im, 0, im, re, 0, length);
        for (int k = 0; k < length; k++) {
            re[k] *= moduli[k];
            im[k] *= moduli[k];
        }
    }

    /** Whether a factor e^{t·s} is above 1, at any time. */
    boolean isAboveOne(double t) {
        return t * (t < 0 ? slowest : fastest).value > 0;
    }

    private boolean keepsModuli() {
        return slowest.value == 0 && fastest.value == 0;
    }

    private void moduli(double t, double least, double[] moduli) {
        int length = growth.length;
        if (keepsModuli()) {
            Arrays.fill(moduli, 0, length, 1);
            return;
        }
        FUNCTIONS.exp(growth, t, least, moduli, length);
    }
}
