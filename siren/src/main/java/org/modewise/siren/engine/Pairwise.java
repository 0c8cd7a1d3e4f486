package org.modewise.siren.engine;

/** Sums in pairs: 0 with 1, 2 with 3, then those sums, and so on. One order, and an error that grows with its depth. */
final class Pairwise {
    private Pairwise() {}

    /** The sum of the first numbers, which are left changed. */
    static double sum(double[] values, int count) {
        for (int step = 1; step < count; step *= 2) {
            for (int k = 0; k + step < count; k += 2 * step) {
                values[k] += values[k + step];
            }
        }
        return values[0];
    }

    /** The sum of the first arrays, in the first of them; others are left changed. */
    static void add(double[][] arrays, int count) {
        for (int step = 1; step < count; step *= 2) {
            for (int k = 0; k + step < count; k += 2 * step) {
                double[] to = arrays[k];
                double[] from = arrays[k + step];
                for (int p = 0; p < to.length; p++) {
                    to[p] += from[p];
                }
            }
        }
    }
}
