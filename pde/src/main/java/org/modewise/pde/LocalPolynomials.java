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

    LocalPolynomials(int n) {
        this.n = n;
        this.coefficients = new double[n * MOST];
        this.finite = new boolean[n];
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

    /** The value at a place near a node. */
    double value(int node, double place) {
        double s = place - node;
        double sum = 0;
        for (int power = MOST - 1; power >= 0; power--) {
            sum = sum * s + coefficients[node * MOST + power];
        }
        return sum;
    }

    /** About what the value may be off by: the last divided difference by the distances of all nodes but the farthest. */
    double uncertainty(int node, double place) {
        return 2 * Math.abs(place - node) * slopeUncertainty(node, place);
    }

    /** About what the slope may be off by, in the scale of the value half way to the next node. */
    double slopeUncertainty(int node, double place) {
        double s = place - node;
        double product = 0.5 * MOST * coefficients[node * MOST + MOST - 1];
        for (int k = 1; k < MOST / 2; k++) {
            product *= (s - k) * (s + k);
        }
        return Math.abs(product);
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
