package org.modewise.pde;

import java.util.ArrayList;
import java.util.List;

/**
 * From when on a density is a sum of eigenvectors. ψ = p/√p∞ of a density that has not yet fallen as √p∞ up the walls is so
 * large there that what a grid makes of it drowns the rest. So p is first moved as it is, for as long as the eigenvectors,
 * begun with it at some time, still tell another story over the octave that follows.
 */
record LangevinStart(EarlyDensities early, double time, double[] psi, double disagreement, double moved) {
    /** Two computations differ by so much of the peak only by rounding. */
    private static final double SAME = 1e-12;

    /** After an agreement like this one a better one is sought for few octaves; before it, until the box is crossed. */
    private static final double GOOD = 1e-10;

    private static final int OCTAVES_IF_GOOD = 2;

    /** Samples of p that are kept at most, 256 MB of them. */
    private static final long MOST_VALUES = 1L << 25;

    /** Where p∞ is less than a share of its largest value, p/√p∞ goes on as if p/p∞ were the mean; these are the shares. */
    private static final double[] FAINT = {1e-12, 1e-14, 1e-17, 1e-22, 1e-28};

    static LangevinStart of(LangevinOperator operator, double[] initial) {
        double tau = operator.shortest();
        LangevinOperator.Steps steps = operator.steps(tau);
        List<Double> times = new ArrayList<>(List.of(0.0));
        List<double[]> densities = new ArrayList<>(List.of(initial));
        LangevinStart best = null;
        int bestOctave = 0;
        for (int octave = 0; ; octave++) {
            int first = times.size() - 1;
            for (int k = 1; k <= EarlyDensities.IN_OCTAVE; k++) {
                double[] next = densities.get(first + k - 1).clone();
                operator.step(steps, next);
                times.add(times.get(first) + k * tau);
                densities.add(next);
            }
            for (double faint : FAINT) {
                LangevinStart start = begin(operator, times, densities, first, faint);
                if (best == null || start.disagreement < 0.5 * best.disagreement) {
                    bestOctave = octave;
                }
                if (best == null || start.disagreement < best.disagreement) {
                    best = start;
                }
            }
            boolean settled = best.disagreement <= GOOD && octave >= bestOctave + OCTAVES_IF_GOOD;
            boolean crossed = tau * EarlyDensities.IN_OCTAVE > operator.crossing();
            boolean full = (long) (times.size() + EarlyDensities.IN_OCTAVE) * initial.length > MOST_VALUES;
            if (best.disagreement <= SAME || settled || crossed || full) {
                break;
            }
            if (octave > 0) {
                steps = steps.doubled();
                tau *= 2;
            }
        }
        int used = best.time == 0 ? 1 : times.indexOf(best.time) + EarlyDensities.IN_OCTAVE + 1;
        EarlyDensities early = new EarlyDensities(times.subList(0, used), densities.subList(0, used));
        return new LangevinStart(early, best.time, best.psi, best.disagreement, best.moved);
    }

    /** The eigenvectors' story from one of the times to the last. */
    private static LangevinStart begin(
            LangevinOperator operator, List<Double> times, List<double[]> densities, int first, double faint) {
        double[] ground = operator.ground();
        double[] psi = psi(densities.get(first), ground, faint);
        double moved = 0;
        for (int k = 0; k < psi.length; k++) {
            moved += Math.abs(psi[k] * ground[k] - densities.get(first)[k]);
        }
        double disagreement = 0;
        // Ripples of a cliff show at once, what is lost up a wall when it would come down.
        for (int k = first + 1; k < times.size(); k = k == first + 1 ? k + 2 : k + 3) {
            double[] values = psi.clone();
            operator.decay(times.get(k) - times.get(first), values);
            double[] expected = densities.get(k);
            double largest = Double.MIN_NORMAL;
            double difference = 0;
            for (int node = 0; node < values.length; node++) {
                largest = Math.max(largest, Math.abs(expected[node]));
                difference = Math.max(difference, Math.abs(values[node] * ground[node] - expected[node]));
            }
            double share = difference / largest;
            disagreement = Math.max(disagreement, Double.isNaN(share) ? Double.POSITIVE_INFINITY : share);
        }
        return new LangevinStart(null, times.get(first), psi, disagreement, moved);
    }

    private static double[] psi(double[] density, double[] ground, double faint) {
        double mass = 0;
        double largest = 0;
        for (int k = 0; k < ground.length; k++) {
            mass += density[k];
            largest = Math.max(largest, ground[k] * ground[k]);
        }
        double[] psi = new double[ground.length];
        double kept = 0;
        for (int k = 0; k < ground.length; k++) {
            psi[k] = ground[k] * (density[k] + faint * largest * mass) / (ground[k] * ground[k] + faint * largest);
            kept += psi[k] * ground[k];
        }
        for (int k = 0; k < ground.length; k++) {
            psi[k] += (mass - kept) * ground[k];
        }
        return psi;
    }
}
