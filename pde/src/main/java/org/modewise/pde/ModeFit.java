package org.modewise.pde;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
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

/** Σ|v̂ - û·e^{tΣθⱼsⱼ}|² over the modes and pairs, and its minimum. */
final class ModeFit {
    private static final double TOLERANCE = 1e-14;
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

    private double wavenumber(int mode) {
        return Math.hypot(spectra.modes().kx(mode), spectra.modes().ky(mode));
    }

    /** How many real data there are. */
    int data() {
        return spectra.count() * Arrays.stream(used).map(spectra::multiplicity).sum();
    }

    /**
     * The coefficients of the least sum. Longest waves come first, then all up to twice their wavenumber and so on, each
     * time from where the last fit has led and from 0: long waves may be faint, and their phases be noise.
     */
    double[] solve() {
        double[] theta = new double[terms];
        for (int count = 0; count < active.length; ) {
            double reach = 2 * wavenumber(active[count]) * (1 - 1e-9);
            while (count < active.length && (count == 0 || wavenumber(active[count]) < reach)) {
                count++;
            }
            Optimum onward = minimum(count, theta);
            Optimum afresh = minimum(count, new double[terms]);
            theta = (onward.getCost() <= afresh.getCost() ? onward : afresh)
                    .getPoint()
                    .toArray();
        }
        return theta;
    }

    private Optimum minimum(int count, double[] start) {
        double[] observed = new double[2 * count * spectra.count()];
        eachDatum(count, (datum, pair, mode) -> {
            double root = Math.sqrt(spectra.multiplicity(mode));
            observed[datum] = root * spectra.outputRe(pair, mode);
            observed[datum + 1] = root * spectra.outputIm(pair, mode);
        });
        LeastSquaresProblem problem = LeastSquaresFactory.create(
                point -> model(count, point.toArray()),
                new ArrayRealVector(observed, false),
                new ArrayRealVector(start, false),
                null,
                MOST_EVALUATIONS,
                MOST_EVALUATIONS);
        try {
            return new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(TOLERANCE)
                    .withParameterRelativeTolerance(TOLERANCE)
                    .withOrthoTolerance(TOLERANCE)
                    .optimize(problem);
        } catch (MathIllegalStateException e) {
            throw new IllegalArgumentException(
                    "pairs must show what the terms do, but the search for the least squares does not settle, so the"
                            + " coefficients cannot be identified",
                    e);
        }
    }

    private interface Datum {
        void accept(int datum, int pair, int mode);
    }

    /** The data of the first active modes, two numbers each. */
    private void eachDatum(int count, Datum action) {
        int datum = 0;
        for (int pair = 0; pair < spectra.count(); pair++) {
            for (int k = 0; k < count; k++) {
                action.accept(datum, pair, active[k]);
                datum += 2;
            }
        }
    }

    /** What the coefficients make of the inputs, and its derivatives. */
    private Pair<RealVector, RealMatrix> model(int count, double[] theta) {
        double[] values = new double[2 * count * spectra.count()];
        double[][] jacobian = new double[values.length][terms];
        eachDatum(count, (datum, pair, mode) -> {
            double root = Math.sqrt(spectra.multiplicity(mode));
            double wRe = root * propagatedRe(pair, mode, theta);
            double wIm = root * propagatedIm(pair, mode, theta);
            values[datum] = wRe;
            values[datum + 1] = wIm;
            for (int j = 0; j < terms; j++) {
                jacobian[datum][j] = wRe * re[mode][j] - wIm * im[mode][j];
                jacobian[datum + 1][j] = wRe * im[mode][j] + wIm * re[mode][j];
            }
        });
        return new Pair<>(new ArrayRealVector(values, false), new Array2DRowRealMatrix(jacobian, false));
    }

    private double propagatedRe(int pair, int mode, double[] theta) {
        double phase = dot(im[mode], theta);
        return modulus(mode, theta)
                * (spectra.inputRe(pair, mode) * Math.cos(phase) - spectra.inputIm(pair, mode) * Math.sin(phase));
    }

    private double propagatedIm(int pair, int mode, double[] theta) {
        double phase = dot(im[mode], theta);
        return modulus(mode, theta)
                * (spectra.inputRe(pair, mode) * Math.sin(phase) + spectra.inputIm(pair, mode) * Math.cos(phase));
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

    /** Σ|v̂ - û·e^{tΣθⱼsⱼ}|² over all data; a wave that carries no energy is not expected to have any later. */
    double sumOfSquares(double[] theta) {
        boolean[] carries = new boolean[spectra.modes().count()];
        Arrays.stream(active).forEach(mode -> carries[mode] = true);
        CompensatedSum sum = new CompensatedSum();
        for (int mode : used) {
            boolean empty = !carries[mode] && changes(mode);
            for (int pair = 0; pair < spectra.count(); pair++) {
                double missedRe = spectra.outputRe(pair, mode) - (empty ? 0 : propagatedRe(pair, mode, theta));
                double missedIm = spectra.outputIm(pair, mode) - (empty ? 0 : propagatedIm(pair, mode, theta));
                sum.add(spectra.multiplicity(mode) * (missedRe * missedRe + missedIm * missedIm));
            }
        }
        return sum.value();
    }

    /** JᵀJ. */
    double[][] normalMatrix(double[] theta) {
        double[][] normal = new double[terms][terms];
        for (int mode : active) {
            double energy = energy(mode) * spectra.multiplicity(mode) * Math.pow(modulus(mode, theta), 2);
            for (int i = 0; i < terms; i++) {
                for (int j = 0; j < terms; j++) {
                    normal[i][j] += energy * (re[mode][i] * re[mode][j] + im[mode][i] * im[mode][j]);
                }
            }
        }
        return normal;
    }
}
