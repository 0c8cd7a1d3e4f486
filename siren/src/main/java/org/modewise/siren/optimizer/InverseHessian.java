package org.modewise.siren.optimizer;

import java.util.Arrays;

/**
 * H ≈ (∇²f)⁻¹ from steps and what they did to the gradient: Broyden's family, self-scaled. Symmetric, of which the upper
 * triangle is kept, row by row. Source: Al-Baali, Comput. Optim. Appl. 9 (1998).
 */
final class InverseHessian {
    private final double[][] rows;

    InverseHessian(int parameters) {
        rows = new double[parameters][];
        Arrays.setAll(rows, p -> new double[parameters - p]);
    }

    /** The diagonal of the squares of units, and nothing beside it. */
    void reset(double[] units) {
        for (int p = 0; p < rows.length; p++) {
            Arrays.fill(rows[p], 0);
            rows[p][0] = units[p] * units[p];
        }
    }

    /** How many numbers {@link #save} writes. */
    static int size(int parameters) {
        return parameters * (parameters + 1) / 2;
    }

    void save(double[] to, int at) {
        for (double[] row : rows) {
            System.arraycopy(row, 0, to, at, row.length);
            at += row.length;
        }
    }

    void load(double[] from, int at) {
        for (double[] row : rows) {
            System.arraycopy(from, at, row, 0, row.length);
            at += row.length;
        }
    }

    /** Hv. */
    void times(double[] v, double[] product) {
        int n = rows.length;
        Arrays.fill(product, 0);
        for (int p = 0; p < n; p++) {
            double[] row = rows[p];
            double share = v[p];
            for (int q = p + 1; q < n; q++) {
                product[q] += row[q - p] * share;
            }
            product[p] += dot(row, v, p);
        }
    }

    /** Σ of a row by v from its place on; four sums, since one alone would wait for itself. */
    private static double dot(double[] row, double[] v, int from) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = 0;
        for (; k + 3 < row.length; k += 4) {
            a += row[k] * v[from + k];
            b += row[k + 1] * v[from + k + 1];
            c += row[k + 2] * v[from + k + 2];
            d += row[k + 3] * v[from + k + 3];
        }
        for (; k < row.length; k++) {
            a += row[k] * v[from + k];
        }
        return (a + b) + (c + d);
    }

    /**
     * H ← (H - hhᵀ/yᵀh + φvvᵀ)/τ + ssᵀ/yᵀs with h = Hy and v = √(yᵀh)·(s/yᵀs - h/yᵀh).
     *
     * @param s the step
     * @param y what it did to the gradient, yᵀs positive
     * @param h Hy
     * @param curvature sᵀH⁻¹s, as it was before
     * @param first whether H knows no step yet: then its scale is the step's
     */
    void update(double[] s, double[] y, double[] h, double curvature, boolean first) {
        double ys = Vectors.dot(y, s);
        double yh = Vectors.dot(y, h);
        Member member = first ? new Member(yh / ys, 1) : Member.of(yh / ys, curvature / ys, rows.length);
        // The three outer products, by those of h and s.
        double hh = (member.phi - 1) / (member.tau * yh);
        double hs = -member.phi / (member.tau * ys);
        double ss = (member.phi * yh / (member.tau * ys) + 1) / ys;
        double scale = 1 / member.tau;
        for (int p = 0; p < rows.length; p++) {
            add(rows[p], scale, hh * h[p] + hs * s[p], h, hs * h[p] + ss * s[p], s, p);
        }
    }

    private static void add(double[] row, double scale, double byH, double[] h, double byS, double[] s, int from) {
        for (int k = 0; k < row.length; k++) {
            row[k] = scale * row[k] + (byH * h[from + k] + byS * s[from + k]);
        }
    }

    /** Which of the family, φ, and by what it is scaled, τ. */
    private record Member(double tau, double phi) {
        /**
         * The one that corrects the eigenvalues which are too large, and scales down.
         *
         * @param h yᵀHy/yᵀs
         * @param b sᵀH⁻¹s/yᵀs
         * @param parameters their number
         */
        static Member of(double h, double b, int parameters) {
            // Cauchy and Schwarz say that it is not negative, but for rounding.
            double a = Math.max(h * b - 1, 1e-15);
            double least = Math.min(1, h * (1 - Math.sqrt(a / (a + 1))));
            double theta = Math.max((least - 1) / a, Math.min(1 / least, (1 - b) / b));
            double sigma = 1 + theta * a;
            double most = Math.min(1, 1 / b);
            double root = Math.pow(sigma, -1.0 / Math.max(1, parameters - 1));
            double tau = theta <= 0 ? Math.min(most * root, sigma) : most * Math.min(root, 1 / theta);
            return new Member(tau, (1 - theta) / (1 + a * theta));
        }
    }
}
