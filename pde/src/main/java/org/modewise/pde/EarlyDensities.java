package org.modewise.pde;

import java.util.Arrays;
import java.util.List;

/**
 * Densities at times that stand wider apart the later they are, and polynomials between them. A density is smooth in t over a
 * time like t itself, so that so many in every octave give all its digits. Immutable, safe to share between threads.
 */
final class EarlyDensities {
    /** Times in an octave. */
    static final int IN_OCTAVE = 12;

    /** Times in a polynomial. */
    private static final int POINTS = 16;

    private final double[] times;
    private final double[][] densities;

    /** The densities, not to be changed, and their times, ascending. */
    EarlyDensities(List<Double> times, List<double[]> densities) {
        this.times = times.stream().mapToDouble(Double::doubleValue).toArray();
        this.densities = densities.toArray(double[][]::new);
    }

    /** The density at a time from the first to the last. */
    double[] at(double t) {
        int found = Arrays.binarySearch(times, t);
        if (found >= 0) {
            return densities[found].clone();
        }
        int points = Math.min(POINTS, times.length);
        int first = Math.max(0, Math.min(-found - 1 - points / 2, times.length - points));
        double[] density = new double[densities[0].length];
        for (int k = first; k < first + points; k++) {
            double weight = 1;
            for (int l = first; l < first + points; l++) {
                if (l != k) {
                    weight *= (t - times[l]) / (times[k] - times[l]);
                }
            }
            double[] from = densities[k];
            for (int node = 0; node < density.length; node++) {
                density[node] += weight * from[node];
            }
        }
        return density;
    }
}
