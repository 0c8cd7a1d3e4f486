package org.modewise.pde;

/**
 * How much a logarithm of samples bends from node to node, -h²L″ along an axis: 1/σ² of a normal law σ nodes wide. Samples that
 * bend too much for any law that nodes resolve, and not alike, are points: a picture, or a histogram. Those of a narrow law
 * are alike, and few that bend so among many that do not are a narrow law's that is hardly seen. Immutable.
 */
final class Bend {
    /** What resolves a law, to 1e-12: what bends more, samples do not know as a density. */
    private static final double MOST = 0.7;

    /** What samples that count as points take of it. */
    private static final double POINTS = 0.2;

    /** What neighbours on a narrow law may differ by, as a part of it. */
    private static final double ALIKE = 0.1;

    /** The part of nodes that bend too much from which on they are the rule, and of those that are alike. */
    private static final double MANY = 0.125;

    private static final double MANY_ALIKE = 0.25;

    /** What is so far below the largest value adds to no p above 1e-100; the rounding of subnormal samples is there, too. */
    private static final double DEPTH = 500;

    /** What is so far below is rounding, unless it is alike. */
    private static final double FLOOR = 30;

    private final double most;
    /** What is less and not alike is rounding; everything if samples are points. */
    private final double floor;

    private Bend(double most, double floor) {
        this.most = most;
        this.floor = floor;
    }

    /** Of values along an axis: nodes are a stride apart, lines begin at multiples of a length. */
    static Bend of(double[] values, int stride, int length) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            highest = Math.max(highest, value);
        }
        double most = 0;
        int nodes = 0;
        int bent = 0;
        int alike = 0;
        for (int k = 0; k < values.length; k++) {
            double bend = at(values, k, stride, length);
            if (!(values[k] > highest - DEPTH) || !(Math.abs(bend) < Double.POSITIVE_INFINITY)) {
                continue;
            }
            boolean isAlike = bend > MOST && isAlike(values, k, stride, length);
            boolean matters = isAlike || values[k] > highest - FLOOR;
            nodes += matters ? 1 : 0;
            bent += matters && bend > MOST ? 1 : 0;
            alike += isAlike ? 1 : 0;
            most = matters || bend <= MOST ? Math.max(most, bend) : most;
        }
        boolean rough = bent > MANY * nodes && alike < MANY_ALIKE * bent;
        return rough ? new Bend(POINTS, Double.POSITIVE_INFINITY) : new Bend(most, highest - FLOOR);
    }

    /** At a node; infinite at ends. */
    private static double at(double[] values, int k, int stride, int length) {
        boolean inside = k % length >= stride && k % length < length - stride;
        return inside ? 2 * values[k] - values[k - stride] - values[k + stride] : Double.NEGATIVE_INFINITY;
    }

    /** Whether both neighbours bend as much, or two on either side about as a cubic polynomial would. */
    private static boolean isAlike(double[] values, int k, int stride, int length) {
        double bend = at(values, k, stride, length);
        double left = at(values, k - stride, stride, length);
        double right = at(values, k + stride, stride, length);
        if (isLike(left, bend) && isLike(right, bend)) {
            return true;
        }
        double outer = at(values, k - 2 * stride, stride, length) + at(values, k + 2 * stride, stride, length);
        return Math.min(left, right) > 0 && isLike(outer - 4 * (left + right) + 7 * bend, bend);
    }

    private static boolean isLike(double bend, double other) {
        return Math.abs(bend - other) <= ALIKE * other;
    }

    /** The largest one of all nodes that matter, at least 0. */
    double most() {
        return most;
    }

    /** The largest one of a node and of its neighbours, at least 0; beside a jump there are points. */
    double near(double[] values, int k, int stride, int length) {
        if (floor == Double.POSITIVE_INFINITY) {
            return POINTS;
        }
        double most = 0;
        for (int node = k - stride; node <= k + stride; node += stride) {
            double bend = node < 0 || node >= values.length ? 0 : at(values, node, stride, length);
            boolean isPoint = bend == Double.POSITIVE_INFINITY
                    || bend > MOST && !(values[node] > floor) && !isAlike(values, node, stride, length);
            most = Math.max(most, isPoint ? POINTS : bend);
        }
        return most;
    }
}
