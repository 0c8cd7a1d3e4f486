package org.modewise.pde;

import org.modewise.fft.RealFft2D;

/**
 * Φ₀ of a periodic line at nodes, and u₀ = Φ₀' about each of them as a Taylor polynomial, on as fine a grid and up to such an
 * order as its spectrum asks for: what {@link TaylorPatches} are in the plane. Immutable, shares its arrays.
 */
final class TaylorNodes {
    /** Nodes a period of the highest mode. */
    private static final int NODES = 8;

    private static final int MOST_ORDER = 16;
    private static final int STEPS = 60;
    /** What is left out of a Taylor series beside its largest term. */
    private static final double ROUNDING = 1e-16;

    private final int refine;
    private final int nodes;
    private final double h;
    private final int order;
    private final double[] heights;
    private final double[] terms;
    private final double steepest;

    TaylorNodes(PotentialLine data) {
        int n = data.samples();
        double rounding = 2 * Math.ulp(1.0) * Math.sqrt(n) * data.velocityLine().bound(0);
        TrigonometricLine velocity = data.velocityLine().trimmed(rounding);
        int degree = Math.max(1, velocity.degree());
        int every = 1;
        while ((long) n * every < (long) NODES * degree) {
            every *= 2;
        }
        this.refine = every;
        this.nodes = n * every;
        this.h = data.length() / nodes;
        double turn = Math.PI * degree / nodes;
        double term = turn;
        int q = 1;
        while (q < MOST_ORDER && term > ROUNDING) {
            q++;
            term *= turn / q;
        }
        this.order = q;
        this.heights = new double[nodes];
        this.terms = new double[nodes * (order + 1)];
        this.steepest = fill(data.potentialLine(), velocity);
    }

    /** Samples Φ₀, negated for the envelope, and the Taylor coefficients of u₀, without what is rounding; returns max|u₀'|. */
    private double fill(TrigonometricLine potential, TrigonometricLine velocity) {
        RealFft2D plan = TrigonometricLine.plan(nodes, potential.length());
        double[] spectrum = new double[plan.spectrumLength()];
        double[] values = new double[nodes];
        potential.sample(plan, spectrum, heights);
        for (int j = 0; j < nodes; j++) {
            heights[j] = -heights[j];
        }
        TrigonometricLine line = velocity;
        double slope = 0;
        double factorial = 1;
        for (int q = 0; q <= order; q++) {
            line.sample(plan, spectrum, values);
            for (int j = 0; j < nodes; j++) {
                terms[j * (order + 1) + q] = values[j] / factorial;
                slope = q == 1 ? Math.max(slope, Math.abs(values[j])) : slope;
            }
            line = line.derivative();
            factorial *= q + 1;
        }
        return slope;
    }

    /** Nodes from sample to sample. */
    int refine() {
        return refine;
    }

    int count() {
        return nodes;
    }

    /** From node to node. */
    double h() {
        return h;
    }

    int order() {
        return order;
    }

    /** -Φ₀ at the nodes, for the envelope of parabolas; not to be changed. */
    double[] heights() {
        return heights;
    }

    /** Of each node u₀⁽q⁾/q! for q from 0 to the order; not to be changed. */
    double[] terms() {
        return terms;
    }

    /** The highest wavenumber that there are as many nodes for. */
    double wavenumber() {
        return 2 * Math.PI / (NODES * h);
    }

    /** max|u₀'|. */
    double steepest() {
        return steepest;
    }

    /** max(-u₀'), its place polished on the interpolant. */
    double steepestDescent() {
        int row = order + 1;
        int best = 0;
        for (int j = 1; j < nodes; j++) {
            best = terms[j * row + 1] < terms[best * row + 1] ? j : best;
        }
        // u₀' to the order at the zero of u₀'', by Newton's method within the node's cell.
        double delta = 0;
        double least = terms[best * row + 1];
        for (int step = 0; step < STEPS; step++) {
            double first = 0;
            double second = 0;
            double third = 0;
            for (int q = order; q >= 1; q--) {
                third = 2 * second + third * delta;
                second = first + second * delta;
                first = q * terms[best * row + q] + first * delta;
            }
            least = Math.min(least, first);
            if (!(third > 0)) {
                break;
            }
            delta = Math.max(-h, Math.min(h, delta - second / third));
        }
        return -least;
    }
}
