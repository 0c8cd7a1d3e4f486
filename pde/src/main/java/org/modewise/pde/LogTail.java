package org.modewise.pde;

import java.util.Arrays;

/**
 * How a line of logarithms goes on beyond one of its ends, k nodes from the last one. Far out it is the parabola L + s·k + ½c·k²
 * through three of the outermost nodes, s &lt; 0 and c ≤ 0, as that of every normal law is, and sooner or later that of every
 * mixture of them; next to the end, where it is known better, the polynomial through as many nodes as the differences of the
 * line allow. A line that falls, but bends too sharply for that, goes on straight with half its last slope, of which nothing
 * is known.
 *
 * <p>Errors are ten times the first differences that a polynomial leaves out: of mixtures of two or three normal laws these
 * were up to ten times too small.
 */
final class LogTail {
    /** From one of the parabola's nodes to the next, at least: wide enough that rounding does not bend it. */
    private static final int GAP = 4;

    /** A third difference takes three gaps, and how it grows a fourth. */
    private static final int GAPS = 4;

    /** So far from the end the polynomials of higher degree may be better. */
    private static final int NEAR = 16;

    private static final int MOST_DEGREE = 10;

    /** Of those, with two differences that they leave out. */
    private static final int MOST_NODES = MOST_DEGREE + 3;

    private static final double SAFETY = 10;

    /** What a polynomial of higher degree may be off by. */
    private static final double KNOWN = 1e-3;

    /** A third difference beyond this part of the first is no parabola's. */
    private static final double ROUGH = 0.5;

    /** A third difference of so many times what a value is off by is none. */
    private static final double NONE = 8;

    private final double edge;
    private final double slope;
    private final double bend;
    private final int gap;
    /** The third difference less its rounding, by what factor it grows from gap to gap, and rounding. */
    private final double third;

    private final double growth;
    /** How far it bends the wrong way, in gaps, beyond rounding. */
    private final double hollow;

    private final double rounding;
    private final double[] nearValues = new double[NEAR + 1];
    private final double[] nearErrors = new double[NEAR + 1];
    private final double[] nearSlopeErrors = new double[NEAR + 1];

    /** Of values along a line, from its last one inward, that are off by some rounding. */
    private LogTail(double[] nodes, int gap, double rounding) {
        double edge = nodes[0];
        double one = nodes[gap];
        double two = nodes[2 * gap];
        double first = edge - one;
        double second = first - (one - two);
        double before = third(nodes, gap, gap);
        this.edge = edge;
        this.gap = gap;
        this.rounding = rounding;
        this.third = third(nodes, 0, gap);
        this.growth = Math.max(1, Math.abs(third) / Math.max(NONE * rounding, Math.abs(before)));
        this.hollow = Math.max(0, second - 4 * rounding);
        // What is hollow goes on straight.
        double bent = Math.min(0, second);
        this.slope = (first + 0.5 * bent) / gap;
        this.bend = bent / (gap * gap);
        extrapolate(nodes);
    }

    /** Straight on, off by anything. */
    private LogTail(double edge, double slope) {
        this.edge = edge;
        this.gap = 1;
        this.slope = slope;
        this.bend = 0;
        this.rounding = 0;
        this.third = Double.POSITIVE_INFINITY;
        this.growth = 1;
        this.hollow = 0;
        for (int k = 1; k <= NEAR; k++) {
            nearValues[k] = parabola(k);
            nearErrors[k] = third;
            nearSlopeErrors[k] = third;
        }
    }

    /**
     * Beyond the last node of a line of n, in steps from node to node, of values with some rounding beside
     * their own; null if L does not fall there.
     */
    static LogTail beyond(double[] values, int last, int step, int n, double rounding) {
        int gap = Math.min(GAP, (n - 1) / GAPS);
        double[] nodes = new double[n];
        int count = 0;
        while (count < n && values[last - count * step] > Double.NEGATIVE_INFINITY) {
            nodes[count] = values[last - count * step];
            count++;
        }
        if (gap == 0 || count < Math.min(n, Math.max(GAPS * gap + 1, MOST_NODES)) || !(nodes[0] < nodes[gap])) {
            return null;
        }
        if (!isNone(nodes, gap, rounding, ROUGH * (nodes[gap] - nodes[0]))) {
            return falls(nodes, 2 * gap) ? new LogTail(nodes[0], 0.5 * (nodes[0] - nodes[1])) : null;
        }
        // A parabola is known best from far apart.
        while (2 * gap * GAPS < count && isNone(nodes, gap, rounding, 0) && isNone(nodes, 2 * gap, rounding, 0)) {
            gap *= 2;
        }
        return new LogTail(nodes, gap, rounding + rounding(nodes, gap));
    }

    /** Whether the third difference is none, or no more than something. */
    private static boolean isNone(double[] nodes, int gap, double rounding, double most) {
        return Math.abs(third(nodes, 0, gap)) <= most + NONE * (rounding + rounding(nodes, gap));
    }

    private static double third(double[] nodes, int from, int gap) {
        return nodes[from] - 3 * nodes[from + gap] + 3 * nodes[from + 2 * gap] - nodes[from + 3 * gap];
    }

    /** Of values, and of the places that they are computed at: x·L′ is 2L. */
    private static double rounding(double[] nodes, int gap) {
        return 2 * Math.ulp(Math.max(Math.abs(nodes[0]), Math.abs(nodes[GAPS * gap])));
    }

    /** Whether the outermost nodes fall one by one: noise does not. */
    private static boolean falls(double[] nodes, int count) {
        for (int k = 0; k < count; k++) {
            if (!(nodes[k] < nodes[k + 1])) {
                return false;
            }
        }
        return true;
    }

    /** Newton's backward formula, and of its degrees, and of the parabola, whichever is known best. */
    private void extrapolate(double[] nodes) {
        double[] differences = Arrays.copyOf(nodes, Math.min(nodes.length, MOST_NODES));
        for (int order = 1; order < differences.length; order++) {
            for (int i = differences.length - 1; i >= order; i--) {
                differences[i] = differences[i - 1] - differences[i];
            }
        }
        for (int k = 1; k <= NEAR; k++) {
            nearValues[k] = parabola(k);
            nearErrors[k] = parabolaError(k);
            nearSlopeErrors[k] = parabolaSlopeError(k);
            double value = 0;
            double factor = 1;
            double noise = 0;
            for (int degree = 0; degree + 2 < differences.length && degree <= MOST_DEGREE; degree++) {
                value += factor * differences[degree];
                noise = Math.max(noise, factor * (1 << degree) * rounding);
                factor *= (double) (k + degree) / (degree + 1);
                double next = factor * excess(differences, degree + 1);
                double afterNext = factor * (k + degree + 1) / (degree + 2) * excess(differences, degree + 2);
                double diverging = afterNext > next ? Math.pow(afterNext / Math.max(next, noise), 3) : 1;
                double error = SAFETY * (next + afterNext) * Math.max(1, diverging) + noise;
                if (degree >= 2 && error < KNOWN && error < nearErrors[k]) {
                    nearValues[k] = value;
                    nearErrors[k] = error;
                    nearSlopeErrors[k] = 2 * error;
                }
            }
        }
    }

    /** What a difference has beyond the rounding of 2ⁿ values. */
    private double excess(double[] differences, int order) {
        return Math.max(0, Math.abs(differences[order]) - (1 << order) * rounding);
    }

    double value(int k) {
        return k <= NEAR ? nearValues[k] : parabola(k);
    }

    private double parabola(int k) {
        return edge + (slope + 0.5 * bend * k) * k;
    }

    private double parabolaError(int k) {
        double place = (double) k / gap;
        return grown(place) * place * (place + 1) * (place + 2) / 6 + 0.5 * place * (place + 1) * hollow + rounding(k);
    }

    /** What the parabola makes of the rounding of its nodes. */
    double rounding(int k) {
        double place = (double) k / gap;
        return place * (place + 1) * 2 * rounding;
    }

    private double grown(double place) {
        return SAFETY * Math.max(0, Math.abs(third) - NONE * rounding) * Math.pow(growth, place);
    }

    /** About what the value may be off by, as a part of itself or of 1. */
    double error(int k) {
        double error = k <= NEAR ? nearErrors[k] : parabolaError(k);
        return Math.min(1, error / Math.max(1, Math.abs(value(k))));
    }

    private double parabolaSlopeError(int k) {
        double place = (double) k / gap;
        return (grown(place) * (place * (3 * place + 6) + 2) / 6 + place * hollow + (4 * place + 2) * rounding) / gap;
    }

    /** About what the slope may be off by, as a part of itself. */
    double slopeError(int k) {
        double error = k <= NEAR ? nearSlopeErrors[k] : parabolaSlopeError(k);
        return Math.min(1, error / Math.abs(slope + bend * k));
    }

    double edge() {
        return edge;
    }

    /** s, a node. */
    double slope() {
        return slope;
    }

    /** c, a node². */
    double bend() {
        return bend;
    }

    /** How far it is until the tail has fallen by so much. */
    double falls(double drop) {
        return fall(-slope, -bend, drop);
    }

    /** Where ax + ½bx² = drop, with a, b ≥ 0. */
    static double fall(double a, double b, double drop) {
        return 2 * drop / (a + Math.sqrt(a * a + 2 * b * drop));
    }
}
