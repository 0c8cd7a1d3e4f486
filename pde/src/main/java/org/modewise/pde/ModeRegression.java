package org.modewise.pde;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * m = Σ conj(û)v̂ / (Σ|û|² + ρ) over the modes that share an m, and over pairs: the least Σ|v̂ - mû|² + ρ|m|². Modes of one
 * shell share a real m; without shells each has its own complex one.
 */
final class ModeRegression {
    private final PairSpectra pairs;
    private final boolean real;
    private final double ridge;
    private final Multiplier multiplier;
    private double missed;
    private double missedHeldOut;

    /** Null shells are none. */
    ModeRegression(PairSpectra pairs, int[] shells, double ridge) {
        this.pairs = pairs;
        this.real = shells != null;
        this.ridge = ridge;
        int count = pairs.modes().count();
        int[] shell = real ? shells : IntStream.range(0, count).toArray();
        int last = IntStream.of(shell).max().orElseThrow();
        this.multiplier = new Multiplier(shell, new Factor[last + 1]);
        int[] modes = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingInt(mode -> shell[mode]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int from = 0, to; from < count; from = to) {
            to = from;
            while (to < count && shell[modes[to]] == shell[modes[from]]) {
                to++;
            }
            fit(modes, from, to);
        }
    }

    /** Σ|û|² and Σ conj(û)v̂. */
    private record Sums(double energy, double re, double im) {
        Sums plus(Sums other) {
            return new Sums(energy + other.energy, re + other.re, im + other.im);
        }
    }

    /** m, and whether an input carries energy that tells it. */
    private record Factor(double re, double im, boolean identified) {}

    /** The m of every mode, without the pairs, which it would keep alive. */
    static final class Multiplier {
        private final int[] shell;
        private final Factor[] factors;

        private Multiplier(int[] shell, Factor[] factors) {
            this.shell = shell;
            this.factors = factors;
        }

        double re(int mode) {
            return factors[shell[mode]].re;
        }

        double im(int mode) {
            return factors[shell[mode]].im;
        }

        /** Whether an input carries energy that tells m. */
        boolean isIdentified(int mode) {
            return factors[shell[mode]].identified;
        }
    }

    private Factor factor(Sums sums) {
        boolean identified = sums.energy > pairs.roundedEnergy();
        double energy = sums.energy + ridge;
        return identified ? new Factor(sums.re / energy, sums.im / energy, true) : new Factor(0, 0, false);
    }

    /** Fits the modes of a shell to all pairs, and for each pair to all others. */
    private void fit(int[] modes, int from, int to) {
        int count = pairs.count();
        Sums[] own = new Sums[count];
        // A pair is left out by adding those before and after it: to subtract it would leave its rounding.
        Sums[] after = new Sums[count + 1];
        after[count] = new Sums(0, 0, 0);
        for (int pair = count - 1; pair >= 0; pair--) {
            own[pair] = sums(pair, modes, from, to);
            after[pair] = after[pair + 1].plus(own[pair]);
        }
        Factor factor = factor(after[0]);
        multiplier.factors[multiplier.shell[modes[from]]] = factor;
        Sums before = after[count];
        for (int pair = 0; pair < count; pair++) {
            missed += missed(factor, pair, modes, from, to);
            missedHeldOut += missed(factor(before.plus(after[pair + 1])), pair, modes, from, to);
            before = before.plus(own[pair]);
        }
    }

    private Sums sums(int pair, int[] modes, int from, int to) {
        double energy = 0;
        double re = 0;
        double im = 0;
        for (int k = from; k < to; k++) {
            int multiplicity = real ? pairs.multiplicity(modes[k]) : 1;
            double a = pairs.inputRe(pair, modes[k]);
            double b = pairs.inputIm(pair, modes[k]);
            double c = pairs.outputRe(pair, modes[k]);
            double d = pairs.outputIm(pair, modes[k]);
            energy += multiplicity * (a * a + b * b);
            re += multiplicity * (a * c + b * d);
            im += real ? 0 : a * d - b * c;
        }
        return new Sums(energy, re, im);
    }

    private double missed(Factor factor, int pair, int[] modes, int from, int to) {
        double missed = 0;
        for (int k = from; k < to; k++) {
            double a = pairs.inputRe(pair, modes[k]);
            double b = pairs.inputIm(pair, modes[k]);
            double c = pairs.outputRe(pair, modes[k]) - (factor.re * a - factor.im * b);
            double d = pairs.outputIm(pair, modes[k]) - (factor.re * b + factor.im * a);
            missed += pairs.multiplicity(modes[k]) * (c * c + d * d);
        }
        return missed;
    }

    Multiplier multiplier() {
        return multiplier;
    }

    /** Σ|v̂ - mû|² over all pairs. */
    double missed() {
        return missed;
    }

    /** The same, with the m for each pair that all others make. */
    double missedHeldOut() {
        return missedHeldOut;
    }
}
