package org.modewise.pde;

import java.util.Arrays;

/**
 * How a line of logarithms goes on beyond one of its ends, k nodes from the last one. Far out it is the parabola L +
 * s·k + ½c·k² through three of the outermost nodes, c ≤ 0 and one of both below 0, as that of every normal law is, and
 * sooner or later that of every mixture of them; next to the end, where it is known better, the polynomial through as many nodes
 * as the differences of the line allow. A line that falls, but bends too sharply for that, goes on straight with half
 * its last slope, and one that does not fall with a slope of 1; of either nothing is known.
 *
 * <p>Errors are ten times the first differences that a polynomial leaves out: of mixtures of two or three normal laws
 * these were up to ten times too small.
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

    /** The same of nodes that are closer, which noise could imitate. */
    private static final double ROUGH_NEAR = 0.1;

    /** A third difference of so many times what a value is off by is none. */
    private static final double NONE = 8;

    /** So many times that a second difference is one. */
    private static final double BENT = 1e4;

    /** A slope's errors are not counted as parts of less than this part of 1/σ. */
    private static final double FLAT = 0.1;

    /** How far below the largest value of all, or less far, nothing is rounding. */
    private static final double MOST_ROUNDING = 30;

    private static final double LEAST_ROUNDING = 50;

    /** What does not fall so far below the largest value is not taken to rise to anything that counts. */
    private static final double DEPTH = 500;

    private final double edge;
    private final double ceiling;
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
        this.ceiling = edge;
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

    /**
     * What values are beside.
     *
     * @param largest of all values
     * @param rounded whether they are logarithms of numbers that were rounded beside the largest one
     */
    record Level(double largest, boolean rounded) {
        /** What may be rounding. */
        boolean isRounding(double value) {
            double depth = largest - value;
            return rounded && depth > MOST_ROUNDING && depth < LEAST_ROUNDING;
        }

        /** What a line of unknown slope goes up to. */
        double ceiling(double value) {
            return largest - value > DEPTH ? value : largest;
        }
    }

    /** Straight on, off by anything up to a ceiling. */
    private LogTail(double edge, double slope, double ceiling) {
        this.edge = edge;
        this.ceiling = ceiling;
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
     * Beyond the last node of a line of n, in steps from node to node, of values with some rounding beside their own;
     * null if there is nothing, as where L does not fall, but is no more than rounding beside the largest value of all.
     */
    static LogTail beyond(double[] values, int last, int step, int n, double rounding, Level level) {
        int count = 0;
        while (count < n && values[last - count * step] > Double.NEGATIVE_INFINITY) {
            count++;
        }
        if (count == 0) {
            return null;
        }
        double[] nodes = new double[count];
        for (int k = 0; k < count; k++) {
            nodes[k] = values[last - k * step];
        }
        int widest = Math.min(GAP, (count - 1) / GAPS);
        int gap = gap(nodes, widest, rounding);
        if (gap > 0) {
            gap = widened(nodes, gap, rounding);
            return new LogTail(nodes, gap, rounding + rounding(nodes, gap));
        }
        if (widest > 0 && falls(nodes, 2 * widest)) {
            return new LogTail(nodes[0], 0.5 * (nodes[0] - nodes[1]), nodes[0]);
        }
        return level.isRounding(nodes[0]) ? null : new LogTail(nodes[0], -1, level.ceiling(nodes[0]));
    }

    /** From node to node of a parabola, less where a peak is near to the end; 0 if there is none. */
    private static int gap(double[] nodes, int widest, double rounding) {
        if (widest == 0 || isTail(nodes, widest, rounding, ROUGH)) {
            return widest;
        }
        int gap = falls(nodes, widest) ? widest / 2 : 0;
        while (gap > 0 && !isTail(nodes, gap, rounding, ROUGH_NEAR)) {
            gap /= 2;
        }
        return gap;
    }

    /** A parabola is known best from far apart. */
    private static int widened(double[] nodes, int gap, double rounding) {
        int wider = gap;
        while (2 * wider * GAPS < nodes.length
                && isNone(nodes, wider, rounding, 0)
                && isNone(nodes, 2 * wider, rounding, 0)) {
            wider *= 2;
        }
        return wider;
    }

    /**
     * Whether nodes fall, and their third difference is no more than a part of that, or are on a parabola that will
     * fall.
     */
    private static boolean isTail(double[] nodes, int gap, double rounding, double part) {
        double fall = nodes[gap] - nodes[0];
        return fall > 0
                ? isNone(nodes, gap, rounding, part * fall)
                : isNone(nodes, gap, rounding, 0)
                        && fall - (nodes[2 * gap] - nodes[gap]) > BENT * NONE * (rounding + rounding(nodes, gap));
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
        return Math.min(1, error / Math.max(Math.abs(slope + bend * k), FLAT * Math.sqrt(-bend)));
    }

    double edge() {
        return edge;
    }

    /** What it does not exceed where it is not known. */
    double ceiling() {
        return ceiling;
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
