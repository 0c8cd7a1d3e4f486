package org.modewise.pde;

/**
 * m = Σ conj(û)v̂ / (Σ|û|² + ρ) over the modes that share an m, and over pairs: the least Σ|v̂ - mû|² + ρ|m|². Immutable.
 */
final class ModeRegression {
    private final int[] shell;
    private final double[] re;
    private final double[] im;
    private final boolean[] identified;

    /**
     * Fits to all pairs but one, or to all if that is -1. Modes of one shell share a real m; without shells each has its
     * own complex one.
     */
    ModeRegression(PairSpectra pairs, int[] shells, double ridge, int without) {
        int count = pairs.modes().count();
        this.shell = new int[count];
        int largest = 0;
        for (int mode = 0; mode < count; mode++) {
            shell[mode] = shells == null ? mode : shells[mode];
            largest = Math.max(largest, shell[mode]);
        }
        this.re = new double[largest + 1];
        this.im = new double[largest + 1];
        this.identified = new boolean[largest + 1];
        double[] energy = new double[largest + 1];
        for (int pair = 0; pair < pairs.count(); pair++) {
            for (int mode = 0; pair != without && mode < count; mode++) {
                int multiplicity = shells == null ? 1 : pairs.multiplicity(mode);
                double a = pairs.inputRe(pair, mode);
                double b = pairs.inputIm(pair, mode);
                double c = pairs.outputRe(pair, mode);
                double d = pairs.outputIm(pair, mode);
                energy[shell[mode]] += multiplicity * (a * a + b * b);
                re[shell[mode]] += multiplicity * (a * c + b * d);
                im[shell[mode]] += shells == null ? a * d - b * c : 0;
            }
        }
        for (int k = 0; k < energy.length; k++) {
            identified[k] = energy[k] > pairs.roundedEnergy();
            re[k] = identified[k] ? re[k] / (energy[k] + ridge) : 0;
            im[k] = identified[k] ? im[k] / (energy[k] + ridge) : 0;
        }
    }

    double re(int mode) {
        return re[shell[mode]];
    }

    double im(int mode) {
        return im[shell[mode]];
    }

    /** Whether an input carries energy that tells m. */
    boolean isIdentified(int mode) {
        return identified[shell[mode]];
    }

    /** Σ|v̂ - mû|² of a pair. */
    double missed(PairSpectra pairs, int pair) {
        double missed = 0;
        for (int mode = 0; mode < shell.length; mode++) {
            double a = pairs.inputRe(pair, mode);
            double b = pairs.inputIm(pair, mode);
            double c = pairs.outputRe(pair, mode) - (re(mode) * a - im(mode) * b);
            double d = pairs.outputIm(pair, mode) - (re(mode) * b + im(mode) * a);
            missed += pairs.multiplicity(mode) * (c * c + d * d);
        }
        return missed;
    }
}
