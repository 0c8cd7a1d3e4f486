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
    /** Of the sum of squares, on the way to the minimum and at it. */
    private static final double ROUGH = 1e-3;

    private static final double FINE = 1e-14;
    /** Of the inputs' energy: waves that carry as much are not lost in noise. */
    private static final double MUCH = 0.1;

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
     * time from where the last fit has led. Long waves may be faint, and their phases noise: so each fit is made from 0
     * too, until waves that carry much lead to the same from both.
     */
    double[] solve() {
        double[] theta = new double[terms];
        double much = MUCH * Arrays.stream(active).mapToDouble(this::weight).sum();
        boolean settled = false;
        for (int count = 0; count < active.length; ) {
            double reach = 2 * wavenumber(active[count]) * (1 - 1e-9);
            while (count < active.length && wavenumber(active[count]) < reach) {
                much -= weight(active[count]);
                count++;
            }
            Optimum best = minimum(count, theta, ROUGH);
            if (!settled) {
                Optimum afresh = minimum(count, new double[terms], ROUGH);
                settled = much <= 0 && agree(best.getPoint(), afresh.getPoint());
                best = afresh.getCost() < best.getCost() ? afresh : best;
            }
            theta = best.getPoint().toArray();
        }
        return active.length == 0
                ? theta
                : minimum(active.length, theta, FINE).getPoint().toArray();
    }

    private double weight(int mode) {
        return spectra.multiplicity(mode) * energy(mode);
    }

    private static boolean agree(RealVector a, RealVector b) {
        return IntStream.range(0, a.getDimension())
                .allMatch(j -> Math.abs(a.getEntry(j) - b.getEntry(j)) <= ROUGH * Math.abs(a.getEntry(j)));
    }

    private Optimum minimum(int count, double[] start, double tolerance) {
        LeastSquaresProblem problem = LeastSquaresFactory.create(
                point -> model(count, point.toArray()),
                new ArrayRealVector(observed(count), false),
                new ArrayRealVector(start, false),
                null,
                MOST_EVALUATIONS,
                MOST_EVALUATIONS);
        try {
            return new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(tolerance)
                    .withParameterRelativeTolerance(tolerance)
                    .withOrthoTolerance(tolerance)
                    .optimize(problem);
        } catch (MathIllegalStateException e) {
            throw new IllegalArgumentException(
                    "pairs must show what the terms do, but the search for the least squares does not settle, so the"
                            + " coefficients cannot be identified",
                    e);
        }
    }

    private double[] observed(int count) {
        double[] observed = new double[2 * count * spectra.count()];
        eachDatum(count, (datum, pair, mode) -> {
            double root = Math.sqrt(spectra.multiplicity(mode));
            observed[datum] = root * spectra.outputRe(pair, mode);
            observed[datum + 1] = root * spectra.outputIm(pair, mode);
        });
        return observed;
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
            propagate(pair, mode, theta, values, datum);
            values[datum] *= root;
            values[datum + 1] *= root;
            for (int j = 0; j < terms; j++) {
                jacobian[datum][j] = values[datum] * re[mode][j] - values[datum + 1] * im[mode][j];
                jacobian[datum + 1][j] = values[datum] * im[mode][j] + values[datum + 1] * re[mode][j];
            }
        });
        return new Pair<>(new ArrayRealVector(values, false), new Array2DRowRealMatrix(jacobian, false));
    }

    /** û·e^{tΣθⱼsⱼ}, into two numbers from an index on. */
    private void propagate(int pair, int mode, double[] theta, double[] out, int index) {
        double modulus = modulus(mode, theta);
        double phase = dot(im[mode], theta);
        double cos = modulus * Math.cos(phase);
        double sin = modulus * Math.sin(phase);
        out[index] = spectra.inputRe(pair, mode) * cos - spectra.inputIm(pair, mode) * sin;
        out[index + 1] = spectra.inputRe(pair, mode) * sin + spectra.inputIm(pair, mode) * cos;
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
        double[] expected = new double[2];
        for (int mode : used) {
            boolean empty = !carries[mode] && changes(mode);
            for (int pair = 0; pair < spectra.count(); pair++) {
                if (empty) {
                    Arrays.fill(expected, 0);
                } else {
                    propagate(pair, mode, theta, expected, 0);
                }
                double missedRe = spectra.outputRe(pair, mode) - expected[0];
                double missedIm = spectra.outputIm(pair, mode) - expected[1];
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
