package org.modewise.siren.optimizer;

import java.util.Arrays;

/** D of the damped equations: in each group of parameters the mean of JᵀJ's diagonal. */
final class Damping {
    /** What D is at least, as a share of its largest: parameters that nothing depends on must not move. */
    private static final double LEAST = 1e-12;

    private Damping() {}

    /**
     * Replaces a diagonal by its means.
     *
     * <p>Each parameter's own entry, Marquardt's choice, fails for networks: one that hardly matters now may move so far
     * that it matters a lot.
     */
    static void average(int[] groups, double[] diagonal) {
        double largest = 0;
        for (int g = 0; g < groups.length; g++) {
            int end = g + 1 < groups.length ? groups[g + 1] : diagonal.length;
            double sum = 0;
            for (int p = groups[g]; p < end; p++) {
                sum += diagonal[p];
            }
            double mean = sum / (end - groups[g]);
            Arrays.fill(diagonal, groups[g], end, mean);
            largest = Math.max(largest, mean);
        }
        double least = largest > 0 ? LEAST * largest : 1;
        for (int p = 0; p < diagonal.length; p++) {
            diagonal[p] = Math.max(diagonal[p], least);
        }
    }

    /** δᵀDδ. */
    static double norm(double[] diagonal, double[] delta) {
        double sum = 0;
        for (int p = 0; p < delta.length; p++) {
            sum += diagonal[p] * (delta[p] * delta[p]);
        }
        return sum;
    }
}
