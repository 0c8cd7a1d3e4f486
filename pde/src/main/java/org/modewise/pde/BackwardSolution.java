package org.modewise.pde;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.RealFft2D;

/**
 * û(κ,t) = φ(κ)·e^{t·s(κ)} û(κ,0) for t ≤ 0: what a field was before, where the equation has made waves decay.
 *
 * <p>Waves that have decayed by e^{-x} would be amplified by e^x, and noise with them, which is ill-posed: the
 * {@link Regularization} φ bounds it, and {@link #report} says what that has cost. Whatever t is, no sample is infinite
 * or NaN. Immutable, safe to share between threads.
 */
public final class BackwardSolution implements Solution<Field2D> {
    private final Symbol symbol;
    private final Set<Law> laws;
    private final RealFft2D fft;
    private final double[] data;
    private final Regularization regularization;
    private final KeptModes modes;

    /** Shares the array, which nobody may write to. */
    BackwardSolution(Symbol symbol, Set<Law> laws, RealFft2D fft, double[] data, Regularization regularization) {
        this.symbol = symbol;
        this.laws = laws;
        this.fft = fft;
        this.data = data;
        this.regularization = Objects.requireNonNull(regularization, "regularization");
        this.modes = new KeptModes(fft.grid(), fft.layout());
    }

    /**
     * The grid of the solution.
     *
     * @return the grid of the data
     */
    public Grid2D grid() {
        return fft.grid();
    }

    /**
     * The filter of the solution.
     *
     * @return φ
     */
    public Regularization regularization() {
        return regularization;
    }

    /**
     * The solution at a time before the data.
     *
     * @param t time since the data, at most 0
     * @return u(·,t)
     * @throws IllegalArgumentException if {@code t} is positive or not finite, or a wave would still be amplified beyond
     *     the doubles
     */
    @Override
    public Field2D at(double t) {
        double[] values = new double[grid().size()];
        at(t, values);
        return FieldAccess.wrap(grid(), values);
    }

    /**
     * The solution at a time before the data, into the caller's array.
     *
     * @param t time since the data, at most 0
     * @param values nx·ny doubles or more, overwritten row by row
     * @throws IllegalArgumentException as {@link #at(double)}, and if the array is too short, before it is written to
     */
    public void at(double t, double[] values) {
        Arguments.length(values, grid().size(), "values");
        double elapsed = elapsed(t);
        DoubleBinaryOperator gain = (kx, ky) -> Math.exp(logGain(kx, ky, elapsed));
        FourierMultiplier multiplier = symbol.whole().isReal()
                ? FourierMultiplier.of(gain)
                : FourierMultiplier.of(
                        (kx, ky) -> gain.applyAsDouble(kx, ky) * Math.cos(t * symbol.im(kx, ky)),
                        (kx, ky) -> gain.applyAsDouble(kx, ky) * Math.sin(t * symbol.im(kx, ky)));
        double[] spectrum = new double[data.length];
        MultiplierTable.of(multiplier, modes).multiply(data, spectrum);
        if (!MultiplierTable.isInvertible(spectrum)) {
            throw new IllegalArgumentException("t must keep the solution finite, got " + t + " with " + regularization);
        }
        fft.inverse(spectrum, values);
    }

    private static double elapsed(double t) {
        if (Arguments.finite(t, "t") > 0) {
            throw new IllegalArgumentException(
                    "t must be <= 0, got " + t + ": ahead of the data the solution needs no regularization");
        }
        return -t;
    }

    /** x, where a wave has decayed by e^{-x}; negative if it has grown. */
    private double exponent(double kx, double ky, double elapsed) {
        return -symbol.re(kx, ky) * elapsed;
    }

    /** ln φ. */
    private double logFactor(double kx, double ky, double elapsed) {
        double exponent = exponent(kx, ky, elapsed);
        if (exponent <= 0) {
            return 0;
        }
        return exponent == Double.POSITIVE_INFINITY
                ? Double.NEGATIVE_INFINITY
                : regularization.logFactor(Math.hypot(kx, ky), exponent, elapsed);
    }

    /** ln φ + x. */
    private double logGain(double kx, double ky, double elapsed) {
        double logFactor = logFactor(kx, ky, elapsed);
        if (logFactor == Double.NEGATIVE_INFINITY) {
            return logFactor;
        }
        double logGain = logFactor + exponent(kx, ky, elapsed);
        if (logGain > Exponential.LARGEST_EXPONENT) {
            throw new IllegalArgumentException("regularization must keep amplifications finite, got " + regularization
                    + ": wavenumber " + (float) Math.hypot(kx, ky) + " would be amplified by e^" + (float) logGain
                    + " at t = " + -elapsed);
        }
        return logGain;
    }

    /**
     * How far the solution can be trusted at a time: {@link Solution#certificate}. The error counts the data's own and their
     * rounding, amplified, and what the filter leaves out of the data, amplified as the equation would but no more than
     * what it keeps: at least that is missing. Noise on the data is the caller's to know, and {@code noiseGain} says
     * what becomes of it. There is no maximum principle backward in time.
     *
     * @param t time since the data, at most 0
     * @return the figures
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    @Override
    public Certificate certificate(double t) {
        double elapsed = elapsed(t);
        double[] values = new double[grid().size()];
        fft.inverse(data, values);
        Field2D after = at(t);
        Set<Law> kept = EnumSet.complementOf(EnumSet.of(Law.MAXIMUM_PRINCIPLE));
        kept.retainAll(laws);
        Certificate certificate = new TorusEvidence(
                        fft,
                        FieldAccess.wrap(grid(), values),
                        after,
                        (kx, ky) -> logGain(kx, ky, elapsed),
                        (kx, ky) -> t * symbol.im(kx, ky))
                .certificate(t, share(residual(t), norm(mode -> 1)), kept);
        double[] factor = sampled((kx, ky) -> Math.exp(logFactor(kx, ky, elapsed)));
        double[] growth =
                sampled((kx, ky) -> Math.min(certificate.amplification(), Math.exp(exponent(kx, ky, elapsed))));
        double left = norm(mode -> (1 - factor[mode]) * growth[mode]);
        return certificate.withError(share(left, after.norm() / Math.sqrt(grid().lx()) / Math.sqrt(grid().ly())));
    }

    private static double share(double part, double all) {
        return part == 0 ? 0 : part / all;
    }

    /**
     * What the solution at a time leaves out, and what it does to noise.
     *
     * @param t time since the data, at most 0
     * @return the figures
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    public BackwardReport report(double t) {
        double elapsed = elapsed(t);
        double[] kept = sampled((kx, ky) -> Math.exp(logFactor(kx, ky, elapsed)));
        double[] gain = sampled((kx, ky) -> Math.exp(logGain(kx, ky, elapsed)));
        int cut = 0;
        double largest = 0;
        double norm = 0;
        for (int mode = 0; mode < modes.count(); mode++) {
            int multiplicity = multiplicity(mode);
            cut += kept[mode] < 0.5 ? multiplicity : 0;
            largest = Math.max(largest, gain[mode]);
            // Not the squares, which may leave the doubles.
            norm = Math.hypot(norm, Math.sqrt(multiplicity) * gain[mode]);
        }
        int size = grid().size();
        return new BackwardReport(size, cut, largest, norm / Math.sqrt(size), residual(kept));
    }

    /** The root mean square of what the solution, run forward, misses of the data. */
    double residual(double t) {
        double elapsed = elapsed(t);
        return residual(sampled((kx, ky) -> Math.exp(logFactor(kx, ky, elapsed))));
    }

    private double residual(double[] kept) {
        return norm(mode -> 1 - kept[mode]);
    }

    /** The root mean square of the data times a factor on each mode. */
    private double norm(IntToDoubleFunction factor) {
        double norm = 0;
        for (int mode = 0; mode < modes.count(); mode++) {
            norm = Math.hypot(
                    norm, Math.sqrt(multiplicity(mode)) * factor.applyAsDouble(mode) * modes.modulus(data, mode));
        }
        return norm / grid().size();
    }

    /**
     * The coefficients before and after, by wavenumber: whether they fall below the noise sooner than the amplification
     * grows.
     *
     * @param t time since the data, at most 0
     * @param noise σ, the standard deviation of the noise on a sample of the data, at least 0 and finite
     * @return the series of the plot
     * @throws IllegalArgumentException as {@link #at(double)}, or if {@code noise} is negative, NaN or infinite
     */
    public PicardPlot picard(double t, double noise) {
        Arguments.nonNegative(noise, "noise");
        double elapsed = elapsed(t);
        double[] exponent = sampled((kx, ky) -> exponent(kx, ky, elapsed));
        double[] gain = sampled((kx, ky) -> Math.exp(logGain(kx, ky, elapsed)));
        double unit = 1 / Math.sqrt(grid().size());
        PicardPlot.Sums shells = new PicardPlot.Sums(grid());
        for (int mode = 0; mode < modes.count(); mode++) {
            double modulus = modes.modulus(data, mode) * unit;
            shells.add(
                    modes.kx(mode), modes.ky(mode), multiplicity(mode), modulus, exponent[mode], gain[mode] * modulus);
        }
        return shells.plot(noise);
    }

    private double[] sampled(DoubleBinaryOperator f) {
        double[] values = new double[modes.samples()];
        for (int sample = 0; sample < values.length; sample++) {
            values[sample] = f.applyAsDouble(modes.kx(sample), modes.ky(sample));
        }
        modes.fold(values, null);
        return values;
    }

    private int multiplicity(int mode) {
        return modes.layout().multiplicity(modes.column(mode), modes.row(mode));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the filter
     */
    @Override
    public String toString() {
        return "BackwardSolution[" + grid().nx() + "x" + grid().ny() + ", " + regularization + "]";
    }
}
