package org.modewise.pde;

/**
 * A minimum of G(y) = Φ₀(y) + (x-y)²/2t on a line, by Newton's method on {@link TaylorNodes}, and what is known there: what
 * {@link HopfLaxMinimum} is in the plane. Reused from target to target; not safe to share between threads.
 */
final class HopfLaxLineMinimum {
    private static final int STEPS = 60;
    /** What G' cannot be told from 0 by, beside u₀: more steps would only turn its rounding over. */
    private static final double ULPS = 2 * Math.ulp(1.0);

    /** The node next to it. */
    int node;
    /** G. */
    double value;
    /** u = u₀ there. */
    double velocity;
    /** G''. */
    double curvature;

    private final int count;
    private final double h;
    private final int order;
    private final double[] heights;
    private final double[] terms;
    private final double steepest;

    HopfLaxLineMinimum(TaylorNodes nodes) {
        this.count = nodes.count();
        this.h = nodes.h();
        this.order = nodes.order();
        this.heights = nodes.heights();
        this.terms = nodes.terms();
        this.steepest = nodes.steepest();
    }

    void set(HopfLaxLineMinimum other) {
        node = other.node;
        value = other.value;
        velocity = other.velocity;
        curvature = other.curvature;
    }

    /**
     * Newton's method from a node; whenever it leaves the node's cell it goes on from the next node.
     *
     * @param xi the target, in nodes
     */
    void find(int start, double xi, double t) {
        int k = start;
        double delta = 0;
        double u = 0;
        double slope = 0;
        for (int step = 0; step < STEPS; step++) {
            int at = Math.floorMod(k, count) * (order + 1);
            u = terms[at + order];
            slope = 0;
            for (int q = order - 1; q >= 0; q--) {
                slope = u + slope * delta;
                u = terms[at + q] + u * delta;
            }
            double rest = u - ((xi - k) * h - delta) / t;
            double curvature = slope + 1 / t;
            // Where G is not convex there is no minimum to be found: downhill by half a cell.
            double move = curvature > 0 ? -rest / curvature : -Math.signum(rest) * h / 2;
            move = Math.max(-h / 2, Math.min(h / 2, move));
            delta += move;
            if (Math.abs(delta) > 0.6 * h) {
                int cells = delta > 0 ? 1 : -1;
                k += cells;
                delta -= cells * h;
            } else if (Math.abs(rest) <= ULPS * Math.max(Math.abs(u), Math.abs(terms[at]))
                    || Math.abs(move) <= 1e-15 * (h + Math.abs(delta))) {
                break;
            }
        }
        node = k;
        evaluate(k, delta, xi, t);
    }

    private void evaluate(int k, double delta, double xi, double t) {
        int j = Math.floorMod(k, count);
        int at = j * (order + 1);
        double u = terms[at + order];
        double slope = 0;
        double height = terms[at + order] / (order + 1);
        for (int q = order - 1; q >= 0; q--) {
            slope = u + slope * delta;
            u = terms[at + q] + u * delta;
            height = terms[at + q] / (q + 1) + height * delta;
        }
        double distance = (xi - k) * h - delta;
        value = -heights[j] + height * delta + 0.5 * distance * distance / t;
        // Late, the distance is known better than u₀, which is then small; early, the other way round.
        velocity = t * steepest > 1 ? distance / t : u;
        curvature = slope + 1 / t;
    }
}
