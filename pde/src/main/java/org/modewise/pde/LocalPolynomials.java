package org.modewise.pde;

/**
 * A line of values between its nodes: the polynomial through the {@value #MOST} nodes around the nearest one, or through as
 * many as there are side by side, as a Taylor series about that node. -∞ is no value: there the line ends. Places are counted
 * in nodes. Reused from line to line; not safe to share between threads.
 */
final class LocalPolynomials {
    static final int MOST = 13;

    /** By number of nodes and by the place of the nearest one among them: what makes coefficients of values, row by row. */
    private static final double[][][] MATRICES = matrices();

    private final int n;
    private final double[] coefficients;
    private final boolean[] finite;
    /** The last term, half a node away: what it may be off by. */
    private final double[] rests;

    LocalPolynomials(int n) {
        this.n = n;
        this.coefficients = new double[n * MOST];
        this.finite = new boolean[n];
        this.rests = new double[n];
    }

    private static double[][][] matrices() {
        double[][][] matrices = new double[MOST + 1][][];
        for (int size = 1; size <= MOST; size++) {
            matrices[size] = new double[size][];
            for (int at = 0; at < size; at++) {
                matrices[size][at] = matrix(size, at);
            }
        }
        return matrices;
    }

    /** The weights of B. Fornberg's recurrence (Math. Comp. 51, 1988) for all derivatives at once, over the factorials. */
    private static double[] matrix(int size, int at) {
        double[][] weights = new double[size][size];
        weights[0][0] = 1;
        double product = 1;
        for (int node = 1; node < size; node++) {
            double place = node - at;
            double next = 1;
            for (int other = 0; other < node; other++) {
                double distance = node - other;
                next *= distance;
                for (int power = node; power >= 0; power--) {
                    double lower = power > 0 ? weights[power - 1][other] : 0;
                    if (other == node - 1) {
                        double before = place - 1;
                        double lowerLast = power > 0 ? weights[power - 1][node - 1] : 0;
                        weights[power][node] = product / next * (lowerLast - before * weights[power][node - 1]);
                    }
                    weights[power][other] = (place * weights[power][other] - lower) / distance;
                }
            }
            product = next;
        }
        double[] matrix = new double[size * size];
        for (int power = 0; power < size; power++) {
            System.arraycopy(weights[power], 0, matrix, power * size, size);
        }
        return matrix;
    }

    /** Takes a line. */
    void prepare(double[] values, int start, int stride) {
        int from = 0;
        while (from < n) {
            int to = from;
            while (to < n && values[start + to * stride] > Double.NEGATIVE_INFINITY) {
                to++;
            }
            for (int i = from; i < to; i++) {
                expand(values, start, stride, i, from, to);
            }
            for (int i = from; i < to; i++) {
                finite[i] = true;
            }
            if (to < n) {
                finite[to] = false;
            }
            from = to + 1;
        }
    }

    private void expand(double[] values, int start, int stride, int i, int from, int to) {
        int size = Math.min(MOST, to - from);
        int first = Math.max(from, Math.min(to - size, i - size / 2));
        double[] matrix = MATRICES[size][i - first];
        for (int power = 0; power < MOST; power++) {
            double sum = 0;
            for (int node = 0; power < size && node < size; node++) {
                sum += matrix[power * size + node] * values[start + (first + node) * stride];
            }
            coefficients[i * MOST + power] = sum;
        }
        coefficients[i * MOST] = values[start + i * stride];
        rests[i] = Math.abs(coefficients[i * MOST + size - 1]) * distances(i - first, size);
    }

    /** The product of those from a node to all others but the farthest. */
    private static double distances(int at, int size) {
        int farthest = Math.max(at, size - 1 - at);
        double product = 1 / Math.max(1.0, farthest);
        for (int node = 0; node < size; node++) {
            product *= Math.max(1, Math.abs(node - at));
        }
        return product;
    }

    /** The node whose series holds at a place; -1 if there is none. */
    int node(double place) {
        double nearest = Math.rint(place);
        if (!(nearest >= 0 && nearest < n)) {
            return -1;
        }
        int node = (int) nearest;
        return finite[node] ? node : -1;
    }

    /** A place, or the nearest node that has a value if there is none; any if no node has. */
    double inside(double place) {
        if (node(place) >= 0) {
            return place;
        }
        int nearest = (int) Math.rint(Math.max(0, Math.min(n - 1, place)));
        for (int distance = 0; distance < n; distance++) {
            if (node(nearest - distance) >= 0) {
                return nearest - distance;
            }
            if (node(nearest + distance) >= 0) {
                return nearest + distance;
            }
        }
        return nearest;
    }

    /** The value at a place near a node. */
    double value(int node, double place) {
        double s = place - node;
        double sum = 0;
        for (int power = MOST - 1; power >= 0; power--) {
            sum = sum * s + coefficients[node * MOST + power];
        }
        return sum;
    }

    /** About what the value may be off by. */
    double uncertainty(int node, double place) {
        return Math.abs(place - node) * slopeUncertainty(node);
    }

    /** About what the slope may be off by, a node: the last term of the neighbours too, since it passes through 0. */
    double slopeUncertainty(int node) {
        double rest = rests[node];
        rest = node > 0 && finite[node - 1] ? Math.max(rest, rests[node - 1]) : rest;
        return 2 * (node < n - 1 && finite[node + 1] ? Math.max(rest, rests[node + 1]) : rest);
    }

    /** The largest -L″, at least 0. */
    double bend() {
        double most = 0;
        for (int node = 0; node < n; node++) {
            most = finite[node] ? Math.max(most, -curvature(node)) : most;
        }
        return most;
    }

    double curvature(int node) {
        return 2 * coefficients[node * MOST + 2];
    }

    /** The slope there, a node. */
    double slope(int node, double place) {
        double s = place - node;
        double sum = 0;
        for (int power = MOST - 1; power > 0; power--) {
            sum = sum * s + power * coefficients[node * MOST + power];
        }
        return sum;
    }
}
