package org.modewise.pde;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresFactory;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresProblem;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.modewise.core.internal.CompensatedSum;

/** Σ|v̂ - û·e^{tΣθⱼsⱼ}|² over the modes and pairs, and its minimum near a point. */
final class ModeFit {
    private static final int MOST_EVALUATIONS = 300;

    /** Where a step has gone astray a wave may grow by e^50 at most; it then misses the data by enough to be taken back. */
    private static final double LARGEST_EXPONENT = 50;

    private final PairSpectra spectra;
    private final int terms;
    /** Modes that are not Nyquist. */
    private final int[] used;
    /** Those of them that carry energy and change, from the longest wave to the shortest. */
    private final int[] active;
    /** t·sⱼ on a used mode, by mode and then by term. */
    private final double[][] re;

    private final double[][] im;
    /** √ of the {@link #weight} of each active mode. */
    private final double[] root;
    /** Σconj(û)v̂ over that, two numbers each: the sum of squares is that of its distances, but for a constant. */
    private final double[] observed;

    ModeFit(PairSpectra spectra, double t, List<LinearEquation> equations) {
        this.spectra = spectra;
        this.terms = equations.size();
        KeptModes modes = spectra.modes();
        this.used = IntStream.range(0, modes.count())
                .filter(mode -> !modes.isNyquist(mode))
                .toArray();
        this.re = new double[modes.count()][terms];
        this.im = new double[modes.count()][terms];
        for (int j = 0; j < terms; j++) {
            PlaneFunction symbol = equations.get(j).symbol().whole();
            Symmetry.check(modes, null, null, symbol);
            for (int mode : used) {
                re[mode][j] = t * symbol.re(modes.kx(mode), modes.ky(mode));
                im[mode][j] = symbol.isReal() ? 0 : t * symbol.im(modes.kx(mode), modes.ky(mode));
                checkFinite(re[mode][j], im[mode][j], modes.kx(mode), modes.ky(mode));
            }
        }
        double rounded = spectra.roundedEnergy();
        this.active = Arrays.stream(used)
                .filter(mode -> changes(mode) && energy(mode) > rounded)
                .boxed()
                .sorted(Comparator.comparingDouble(this::wavenumber))
                .mapToInt(Integer::intValue)
                .toArray();
        this.root = Arrays.stream(active)
                .mapToDouble(mode -> Math.sqrt(weight(mode)))
                .toArray();
        this.observed = new double[2 * active.length];
        for (int k = 0; k < active.length; k++) {
            for (int pair = 0; pair < spectra.count(); pair++) {
                double unit = spectra.multiplicity(active[k]) / root[k];
                double a = unit * spectra.inputRe(pair, active[k]);
                double b = unit * spectra.inputIm(pair, active[k]);
                double c = spectra.outputRe(pair, active[k]);
                double d = spectra.outputIm(pair, active[k]);
                observed[2 * k] += a * c + b * d;
                observed[2 * k + 1] += a * d - b * c;
            }
        }
    }

    private static void checkFinite(double re, double im, double kx, double ky) {
        if (!Double.isFinite(re) || !Double.isFinite(im)) {
            throw new IllegalArgumentException(
                    "t must keep t s finite, got " + re + " + " + im + "i at wavenumber (" + kx + ", " + ky + ")");
        }
    }

    private boolean changes(int mode) {
        return Arrays.stream(re[mode]).anyMatch(part -> part != 0)
                || Arrays.stream(im[mode]).anyMatch(part -> part != 0);
    }

    private double energy(int mode) {
        return IntStream.range(0, spectra.count())
                .mapToDouble(pair -> spectra.energy(pair, mode))
                .sum();
    }

    double wavenumber(int mode) {
        return Math.hypot(spectra.modes().kx(mode), spectra.modes().ky(mode));
    }

    /** How many coefficients there are. */
    int terms() {
        return terms;
    }

    /** The modes that carry energy and change, from the longest wave to the shortest. */
    int[] active() {
        return active;
    }

    /** Re t·sⱼ. */
    double re(int mode, int term) {
        return re[mode][term];
    }

    /** Im t·sⱼ. */
    double im(int mode, int term) {
        return im[mode][term];
    }

    PairSpectra spectra() {
        return spectra;
    }

    /** How many real data there are. */
    int data() {
        return spectra.count() * Arrays.stream(used).map(spectra::multiplicity).sum();
    }

    /** Σ|û|² of a mode over the pairs, and over both modes that a kept one stands for. */
    double weight(int mode) {
        return spectra.multiplicity(mode) * energy(mode);
    }

    /** Σconj(û)v̂ over the pairs on the active modes but the mean, and 0 on others. */
    double[] crossSpectrum() {
        KeptModes modes = spectra.modes();
        double[] spectrum = new double[spectra.fft().spectrumLength()];
        for (int k = 0; k < active.length; k++) {
            double unit = wavenumber(active[k]) == 0 ? 0 : root[k] / spectra.multiplicity(active[k]);
            spectrum[modes.index(active[k])] = unit * observed[2 * k];
            spectrum[modes.index(active[k]) + modes.layout().imOffset()] = unit * observed[2 * k + 1];
        }
        return spectrum;
    }

    /** The minimum over the first active modes that a search leads to, to a relative tolerance. */
    Optimum minimum(int count, double[] start, double tolerance) {
        LeastSquaresProblem problem = LeastSquaresFactory.create(
                point -> model(count, point.toArray()),
                new ArrayRealVector(Arrays.copyOf(observed, 2 * count), false),
                new ArrayRealVector(start, false),
                null,
                MOST_EVALUATIONS,
                MOST_EVALUATIONS);
        return new LevenbergMarquardtOptimizer()
                .withCostRelativeTolerance(tolerance)
                .withParameterRelativeTolerance(tolerance)
                .withOrthoTolerance(tolerance)
                .optimize(problem);
    }

    /** √Σ|û|²·e^{tΣθⱼsⱼ} on the first active modes, two numbers each, and its derivatives. */
    private Pair<RealVector, RealMatrix> model(int count, double[] theta) {
        double[] values = new double[2 * count];
        double[][] jacobian = new double[values.length][terms];
        for (int k = 0; k < count; k++) {
            int mode = active[k];
            double modulus = root[k] * modulus(mode, theta);
            double phase = dot(im[mode], theta);
            double a = modulus * Math.cos(phase);
            double b = modulus * Math.sin(phase);
            values[2 * k] = a;
            values[2 * k + 1] = b;
            for (int j = 0; j < terms; j++) {
                jacobian[2 * k][j] = a * re[mode][j] - b * im[mode][j];
                jacobian[2 * k + 1][j] = a * im[mode][j] + b * re[mode][j];
            }
        }
        return new Pair<>(new ArrayRealVector(values, false), new Array2DRowRealMatrix(jacobian, false));
    }

    private double modulus(int mode, double[] theta) {
        return Math.exp(Math.min(dot(re[mode], theta), LARGEST_EXPONENT));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** Σ|v̂ - û·e^{tΣθⱼsⱼ}|² over all data. */
    double sumOfSquares(double[] theta) {
        return missed(theta, mode -> true);
    }

    /** Of Σ|v̂|² over the waves that the terms change, the share that is missed. */
    double unexplained(double[] theta) {
        CompensatedSum total = new CompensatedSum();
        for (int mode : used) {
            for (int pair = 0; changes(mode) && pair < spectra.count(); pair++) {
                total.add(spectra.multiplicity(mode) * spectra.outputEnergy(pair, mode));
            }
        }
        double missed = missed(theta, this::changes);
        return missed == 0 ? 0 : missed / total.value();
    }

    /** A wave that carries no energy is not expected to have any later. */
    private double missed(double[] theta, IntPredicate modes) {
        boolean[] carries = new boolean[spectra.modes().count()];
        Arrays.stream(active).forEach(mode -> carries[mode] = true);
        CompensatedSum sum = new CompensatedSum();
        for (int mode : used) {
            boolean empty = !carries[mode] && changes(mode);
            double modulus = empty ? 0 : modulus(mode, theta);
            double phase = dot(im[mode], theta);
            double a = modulus * Math.cos(phase);
            double b = modulus * Math.sin(phase);
            for (int pair = 0; modes.test(mode) && pair < spectra.count(); pair++) {
                double inputRe = spectra.inputRe(pair, mode);
                double inputIm = spectra.inputIm(pair, mode);
                double missedRe = spectra.outputRe(pair, mode) - (a * inputRe - b * inputIm);
                double missedIm = spectra.outputIm(pair, mode) - (a * inputIm + b * inputRe);
                sum.add(spectra.multiplicity(mode) * (missedRe * missedRe + missedIm * missedIm));
            }
        }
        return sum.value();
    }

    /** JᵀJ. */
    double[][] normalMatrix(double[] theta) {
        double[][] normal = new double[terms][terms];
        for (int mode : active) {
            double energy = weight(mode) * Math.pow(modulus(mode, theta), 2);
            for (int i = 0; i < terms; i++) {
                for (int j = 0; j < terms; j++) {
                    normal[i][j] += energy * (re[mode][i] * re[mode][j] + im[mode][i] * im[mode][j]);
                }
            }
        }
        return normal;
    }
}
