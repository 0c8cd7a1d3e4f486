package org.modewise.pde;

/**
 * How the energy falls along an axis where its waves become finest, and so what lies in waves that the grid does not have:
 * e(m) = C·m^{-p} laid over the last four bands of a sixteenth of the numbers each. Immutable.
 *
 * <p>p is the slowest fall from one band to the next, less six powers, and C the least for which no band lies above the
 * law. So a spectrum that falls like a power, as those of functions with a jump in some derivative do, is met or a little
 * overestimated; one that falls faster, as those of analytic functions do, is overestimated a little; and waves that stand
 * alone near the end count as a sign of more. p is 2 at least, the fall of a jump, or noise would have no end.
 */
final class AxisDecay {
    private static final int BANDS = 4;

    /** The part of the numbers that one band is. */
    private static final int PARTS = 16;

    /** Of a jump. */
    private static final double SLOWEST = 2;

    /** By how many powers more the spectrum of a kink in the middle of a cell falls, as what folds cancels it. */
    private static final double DIP = 6;

    /** p as the bands show it. */
    private final double fall;

    private final double beyond;

    private AxisDecay(double fall, double beyond) {
        this.fall = fall;
        this.beyond = beyond;
    }

    /**
     * The law of an axis.
     *
     * @param energy the energy by number, in units of that of the field
     * @param rounding the energy of a number that is lost in rounding
     */
    static AxisDecay of(double[] energy, double rounding) {
        int last = energy.length - 1;
        if (last == 0) {
            return new AxisDecay(SLOWEST, 0);
        }
        // Even if it can be: fields of half the period have every other number.
        int width = Math.min(Math.max(1, last / 2), 2 * Math.max(1, (last + 2 * PARTS - 1) / (2 * PARTS)));
        int count = Math.max(1, Math.min(BANDS, last / (2 * width)));
        double[] band = new double[count];
        for (int k = 0; k < count; k++) {
            int end = last - (count - 1 - k) * width;
            for (int m = end - width + 1; m <= end; m++) {
                band[k] += energy[m];
            }
        }
        double top = last + 0.5;
        double fall = fall(band, top, width, rounding * width);
        double power = Math.max(SLOWEST, fall - DIP);
        double level = 0;
        for (int k = 0; k < count; k++) {
            level = Math.max(
                    level,
                    band[k] * Math.pow(centre(k, count, top, width) / centre(count - 1, count, top, width), power));
        }
        return new AxisDecay(fall, level / (Math.pow(top / (top - width), power - 1) - 1));
    }

    /** The middle of a band. */
    private static double centre(int k, int count, double top, int width) {
        return top - (count - k - 0.5) * width;
    }

    private static double fall(double[] band, double top, int width, double rounding) {
        double fall = Double.POSITIVE_INFINITY;
        for (int k = 0; k + 1 < band.length; k++) {
            // Rounding does not fall.
            if (Math.max(band[k], band[k + 1]) > rounding) {
                double step = Math.log(centre(k + 1, band.length, top, width) / centre(k, band.length, top, width));
                fall = Math.min(fall, (Math.log(band[k]) - Math.log(band[k + 1])) / step);
            }
        }
        return fall < Double.POSITIVE_INFINITY ? Math.max(SLOWEST, fall) : SLOWEST;
    }

    /** The energy beyond the last number, in the unit of the energies given. */
    double beyond() {
        return beyond;
    }

    /**
     * What waves beyond add to those that samples cannot tell from them, by number: as much as there is beyond.
     *
     * @param fold where numbers fold
     * @param length how many numbers there are
     */
    double[] folded(double fold, int length) {
        double[] folded = new double[length];
        // Beside the first number beyond, whose power may underflow.
        double first = 2 - (length - 1) / fold;
        double sum = 0;
        for (int m = 0; m < length; m++) {
            folded[m] = Math.pow(first / (2 - m / fold), fall) + Math.pow(first / (2 + m / fold), fall);
            sum += folded[m];
        }
        for (int m = 0; m < length; m++) {
            folded[m] *= beyond / sum;
        }
        return folded;
    }
}
