package org.modewise.pde;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.RadialSpectrum;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;

/**
 * v̂ = m(κ)·û with m learned from pairs (u, v): the linear layer of a Fourier neural operator, in closed form. m minimises
 * Σ|v̂ - mû|² + ρ|m|², so m = Σ conj(û)v̂ / (Σ|û|² + ρ), mode by mode or over shells of |κ|, with |û|² times 1/(nx·ny).
 *
 * <p>The error on the pairs it was learned from flatters it, mode by mode above all, where one pair determines every m
 * and is met exactly. What to expect of other pairs is {@link #heldOutError}. Where no input carries energy m is 0, and
 * {@link #unidentified} counts it. Immutable, safe to share between threads. Source: Li et al., Fourier Neural Operator
 * for Parametric Partial Differential Equations, ICLR (2021), section 4, for one channel and all modes.
 */
public final class FourierLayer {
    private final RealFft2D fft;
    private final KeptModes modes;
    private final ModeRegression.Multiplier multiplier;
    private final double trainingError;
    private final OptionalDouble heldOutError;

    private FourierLayer(PairSpectra pairs, int[] shells, double ridge) {
        this.fft = pairs.fft();
        this.modes = pairs.modes();
        // In the unit of the scaled spectra, and not by the square of the scale, which may leave the doubles.
        double scaledRidge = Arguments.nonNegative(ridge, "ridge") / pairs.scale() / pairs.scale();
        ModeRegression regression = new ModeRegression(pairs, shells, scaledRidge);
        this.multiplier = regression.multiplier();
        if (unidentified() == fft.grid().size()) {
            throw new IllegalArgumentException("pairs must have an input that is not 0");
        }
        double total = 0;
        for (int pair = 0; pair < pairs.count(); pair++) {
            for (int mode = 0; mode < modes.count(); mode++) {
                total += pairs.multiplicity(mode) * pairs.outputEnergy(pair, mode);
            }
        }
        if (total == 0) {
            throw new IllegalArgumentException("pairs must have an output that is not 0, for errors relative to it");
        }
        this.trainingError = Math.sqrt(regression.missed() / total);
        this.heldOutError = pairs.count() > 1
                ? OptionalDouble.of(Math.sqrt(regression.missedHeldOut() / total))
                : OptionalDouble.empty();
    }

    /**
     * A complex m for each mode of the grid.
     *
     * @param pairs inputs and outputs on one grid
     * @param ridge ρ, at least 0 and finite, in the unit of u²; good values: 0 without noise, else the variance of the
     *     noise on a sample of v over the |m|² to be expected
     * @return the layer
     * @throws IllegalArgumentException if there are no pairs, the grids differ, ρ is negative, NaN or infinite, all inputs
     *     vanish, or all outputs do
     */
    public static FourierLayer perMode(List<FieldPair> pairs, double ridge) {
        return new FourierLayer(PairSpectra.of(pairs), null, ridge);
    }

    /**
     * A real m for each shell of |κ|, of the width {@link RadialSpectrum#width}: far fewer numbers, so less noise, for
     * operators that do not tell directions apart. Within a shell m is constant, which is an error of its own.
     *
     * @param pairs inputs and outputs on one grid
     * @param ridge ρ, as for {@link #perMode}
     * @return the layer
     * @throws IllegalArgumentException as for {@link #perMode}
     */
    public static FourierLayer radial(List<FieldPair> pairs, double ridge) {
        PairSpectra spectra = PairSpectra.of(pairs);
        KeptModes modes = spectra.modes();
        double width = RadialSpectrum.width(spectra.fft().grid());
        int[] shells = new int[modes.count()];
        for (int mode = 0; mode < shells.length; mode++) {
            shells[mode] = (int) Math.rint(Math.hypot(modes.kx(mode), modes.ky(mode)) / width);
        }
        return new FourierLayer(spectra, shells, ridge);
    }

    /**
     * The grid of the layer.
     *
     * @return the grid of the pairs
     */
    public Grid2D grid() {
        return fft.grid();
    }

    /**
     * Predicts an output.
     *
     * @param u an input on the grid of the layer
     * @return the field with the spectrum m·û
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, the grid is another, or the result
     *     would overflow
     */
    public Field2D apply(Field2D u) {
        Arguments.finite(u, "u");
        Arguments.sameGrid(grid(), u.grid());
        double[] spectrum = new double[fft.spectrumLength()];
        fft.forward(FieldAccess.values(u), spectrum);
        for (int mode = 0; mode < modes.count(); mode++) {
            int re = modes.index(mode);
            int im = re + modes.layout().imOffset();
            double a = spectrum[re];
            double b = spectrum[im];
            spectrum[re] = multiplier.re(mode) * a - multiplier.im(mode) * b;
            spectrum[im] = multiplier.re(mode) * b + multiplier.im(mode) * a;
        }
        if (!MultiplierTable.isInvertible(spectrum)) {
            throw new IllegalArgumentException("u must keep the result finite, got max |u| = " + u.maxNorm());
        }
        double[] values = new double[grid().size()];
        fft.inverse(spectrum, values);
        return FieldAccess.wrap(grid(), values);
    }

    /**
     * m as a spectrum: what the layer makes of a unit mass at the node (0,0), whose û is 1 everywhere.
     *
     * @return Re m and Im m by modes
     */
    public Spectrum2D multiplier() {
        double[] spectrum = new double[fft.spectrumLength()];
        for (int mode = 0; mode < modes.count(); mode++) {
            spectrum[modes.index(mode)] = multiplier.re(mode);
            spectrum[modes.index(mode) + modes.layout().imOffset()] = multiplier.im(mode);
        }
        return fft.spectrum(spectrum);
    }

    /**
     * How many modes of the grid no input tells anything about. What a field has there is lost.
     *
     * @return their number, of nx·ny
     */
    public int unidentified() {
        int count = 0;
        for (int mode = 0; mode < modes.count(); mode++) {
            count += multiplier.isIdentified(mode)
                    ? 0
                    : modes.layout().multiplicity(modes.column(mode), modes.row(mode));
        }
        return count;
    }

    /**
     * The error on the pairs that the layer was learned from.
     *
     * @return √(Σ‖v - mu‖² / Σ‖v‖²)
     */
    public double trainingError() {
        return trainingError;
    }

    /**
     * The error to expect of other pairs like them: of each pair under the layer that all others make.
     *
     * @return √(Σ‖v - mu‖² / Σ‖v‖²); empty if there is but one pair
     */
    public OptionalDouble heldOutError() {
        return heldOutError;
    }

    /**
     * The error on a pair.
     *
     * @param pair a pair on the grid of the layer
     * @return ‖v - mu‖ / ‖v‖
     * @throws IllegalArgumentException if the grid is another, or v = 0
     */
    public double error(FieldPair pair) {
        return pair.error(apply(pair.input()));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the errors
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "FourierLayer[%dx%d, training error %.2g, held-out error %s]",
                grid().nx(),
                grid().ny(),
                trainingError,
                heldOutError.isPresent() ? String.format(Locale.ROOT, "%.2g", heldOutError.getAsDouble()) : "unknown");
    }
}
