package org.modewise.pde;

import java.util.List;
import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.RealFft2D;

/**
 * û and v̂ of some pairs on one grid, times 1/√(nx·ny), so that white noise of σ a sample has E|n̂|² = σ². Of fields so
 * large or faint that squares would leave the doubles, all are scaled by one factor. Immutable.
 */
final class PairSpectra {
    /** Of the norm of all inputs: what their transforms round off is below. */
    private static final double ROUNDING = 8 * Math.ulp(1.0);

    private final RealFft2D fft;
    private final KeptModes modes;
    private final double[][] inputs;
    private final double[][] outputs;
    private final double scale;
    private final double roundedEnergy;

    private PairSpectra(RealFft2D fft, double[][] inputs, double[][] outputs, double scale) {
        this.fft = fft;
        this.modes = new KeptModes(fft.grid(), fft.layout());
        this.inputs = inputs;
        this.outputs = outputs;
        this.scale = scale;
        double total = 0;
        for (int pair = 0; pair < inputs.length; pair++) {
            for (int mode = 0; mode < modes.count(); mode++) {
                total += multiplicity(mode) * energy(pair, mode);
            }
        }
        this.roundedEnergy = ROUNDING * ROUNDING * total;
    }

    static PairSpectra of(List<FieldPair> pairs) {
        if (Objects.requireNonNull(pairs, "pairs").isEmpty()) {
            throw new IllegalArgumentException("pairs must not be empty");
        }
        for (int p = 0; p < pairs.size(); p++) {
            Objects.requireNonNull(pairs.get(p), "pairs[" + p + "]");
        }
        Grid2D grid = pairs.get(0).input().grid();
        double largest = 0;
        for (FieldPair pair : pairs) {
            Arguments.sameGrid(grid, pair.input().grid());
            largest = Math.max(
                    largest, Math.max(pair.input().maxNorm(), pair.output().maxNorm()));
        }
        RealFft2D fft = RealFft2D.of(grid);
        // Powers of two round nothing.
        int exponent = largest == 0 ? 0 : Math.getExponent(largest);
        double[][] inputs = new double[pairs.size()][];
        double[][] outputs = new double[pairs.size()][];
        for (int p = 0; p < inputs.length; p++) {
            inputs[p] = transformed(fft, pairs.get(p).input(), exponent);
            outputs[p] = transformed(fft, pairs.get(p).output(), exponent);
        }
        return new PairSpectra(fft, inputs, outputs, Math.scalb(1.0, exponent));
    }

    private static double[] transformed(RealFft2D fft, Field2D u, int exponent) {
        double[] values = FieldAccess.values(u).clone();
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.scalb(values[k], -exponent);
        }
        double[] spectrum = new double[fft.spectrumLength()];
        fft.forward(values, spectrum);
        double unit = 1 / Math.sqrt(u.grid().size());
        for (int k = 0; k < spectrum.length; k++) {
            spectrum[k] *= unit;
        }
        return spectrum;
    }

    RealFft2D fft() {
        return fft;
    }

    KeptModes modes() {
        return modes;
    }

    /** What the spectra must be multiplied by to be those of the fields. */
    double scale() {
        return scale;
    }

    /** How many pairs there are. */
    int count() {
        return inputs.length;
    }

    double inputRe(int pair, int mode) {
        return inputs[pair][modes.index(mode)];
    }

    double inputIm(int pair, int mode) {
        return inputs[pair][modes.index(mode) + modes.layout().imOffset()];
    }

    double outputRe(int pair, int mode) {
        return outputs[pair][modes.index(mode)];
    }

    double outputIm(int pair, int mode) {
        return outputs[pair][modes.index(mode) + modes.layout().imOffset()];
    }

    /** How often a mode counts in a sum over all. */
    int multiplicity(int mode) {
        return modes.layout().multiplicity(modes.column(mode), modes.row(mode));
    }

    /** |û|² of a pair. */
    double energy(int pair, int mode) {
        double re = inputRe(pair, mode);
        double im = inputIm(pair, mode);
        return re * re + im * im;
    }

    /** |v̂|² of a pair. */
    double outputEnergy(int pair, int mode) {
        double re = outputRe(pair, mode);
        double im = outputIm(pair, mode);
        return re * re + im * im;
    }

    /** The energy of a mode in all inputs, up to which it is nothing but rounding. */
    double roundedEnergy() {
        return roundedEnergy;
    }
}
