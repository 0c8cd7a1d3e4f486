package org.modewise.siren.engine;

/** Sums of rows with weights. */
final class Rows {
    private Rows() {}

    /** z += w₀x₀ + w₁x₁ + w₂x₂ + w₃x₃. */
    static void addFour(
            double[] z,
            double w0,
            double[] x0,
            double w1,
            double[] x1,
            double w2,
            double[] x2,
            double w3,
            double[] x3) {
        for (int t = 0; t < z.length; t++) {
            z[t] += (w0 * x0[t] + w1 * x1[t]) + (w2 * x2[t] + w3 * x3[t]);
        }
    }
}
