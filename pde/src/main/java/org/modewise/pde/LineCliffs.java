package org.modewise.pde;

/**
 * Where a line of logarithms ends beside a node that has none, or beside nothing at all: somewhere on the way there the
 * density falls to 0, and samples do not tell where. Places are counted in nodes. Reused from line to line; not safe to
 * share between threads.
 */
final class LineCliffs {
    /** So near to a node a place is there, but for rounding. */
    private static final double AT_NODE = 1e-9;

    private final int n;
    /** The last node of each, and on which side of it the density ends. */
    private final int[] nodes;

    private final int[] sides;
    private final double[] values;
    private int count;
    /** Results. */
    private double share;

    private double density;

    LineCliffs(int n) {
        this.n = n;
        this.nodes = new int[2 * n];
        this.sides = new int[2 * n];
        this.values = new double[2 * n];
    }

    /** Takes a line. */
    void prepare(double[] line, int start, int stride) {
        count = 0;
        boolean before = false;
        for (int node = 0; node <= n; node++) {
            boolean finite = node < n && line[start + node * stride] > Double.NEGATIVE_INFINITY;
            if (finite != before) {
                int last = finite ? node : node - 1;
                nodes[count] = last;
                sides[count] = finite ? -1 : 1;
                values[count] = line[start + last * stride];
                count++;
            }
            before = finite;
        }
    }

    /** The value of the last node before the density ends, if a place is on the way from there to the next; else -∞. */
    double brink(double place) {
        for (int k = 0; k < count; k++) {
            double beyond = sides[k] * (place - nodes[k]);
            if (beyond > AT_NODE && beyond < 1 - AT_NODE) {
                return values[k];
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    /**
     * Finds how much, if density went on level to the next node everywhere, that would add under a kernel of some
     * deviation around a place, and how much at most a node, in units of the kernel's height times e^peak.
     */
    void find(double place, double deviation, double peak) {
        share = 0;
        density = 0;
        for (int k = 0; k < count; k++) {
            double beyond = sides[k] * (place - nodes[k]);
            double distance = Math.max(0, Math.max(-beyond, beyond - 1)) / deviation;
            double height = Math.exp(values[k] - peak - 0.5 * distance * distance);
            share += height * Math.min(1, Math.sqrt(2 * Math.PI) * deviation);
            density += height;
        }
    }

    /** In nodes. */
    double share() {
        return share;
    }

    /** A node. */
    double density() {
        return density;
    }
}
