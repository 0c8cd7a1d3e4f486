package org.modewise.explorer.frame;

/**
 * Samples as 16-bit levels: level q stands for lo + q·(hi - lo)/65535.
 *
 * @param lo what level 0 stands for
 * @param hi what level 65535 stands for
 */
record Levels(double lo, double hi) {
    static final int MOST = 0xffff;

    /** The levels between the least and the largest of finite samples. */
    static Levels of(double[] values, int length) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < length; k++) {
            lo = Math.min(lo, values[k]);
            hi = Math.max(hi, values[k]);
        }
        return new Levels(lo, hi);
    }

    /** Writes the nearest levels to a target of at least the length. */
    void write(double[] values, int length, short[] target) {
        // Halves, so that a range of the largest doubles does not overflow.
        double half = hi / 2 - lo / 2;
        double scale = half > 0 ? MOST / 2.0 / half : 0;
        for (int k = 0; k < length; k++) {
            target[k] = (short) (int) ((values[k] - lo) * scale + 0.5);
        }
    }
}
