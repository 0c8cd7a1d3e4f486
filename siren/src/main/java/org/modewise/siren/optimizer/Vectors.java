package org.modewise.siren.optimizer;

/** Sums over the parameters, in order. */
final class Vectors {
    private Vectors() {}

    static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int p = 0; p < u.length; p++) {
            sum += u[p] * v[p];
        }
        return sum;
    }

    /** to = u + factor·v. */
    static void combine(double[] u, double factor, double[] v, double[] to) {
        for (int p = 0; p < u.length; p++) {
            to[p] = u[p] + factor * v[p];
        }
    }
}
