package org.modewise.siren.optimizer;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Sums of squares that optimisers are tried on, from their residuals and the rows of J. */
final class Functions {
    private Functions() {}

    /** r = (10(y - x²), 1 - x), minimum 0 at (1,1): H. H. Rosenbrock, Comput. J. 3 (1960). */
    static LeastSquares rosenbrock() {
        return of(2, 2, x -> new double[] {10 * (x[1] - x[0] * x[0]), 1 - x[0]}, x ->
                new double[][] {{-20 * x[0], 10}, {-1, 0}});
    }

    /** r = Aθ - b, one block a row. */
    static LeastSquares linear(double[][] a, double[] b) {
        return of(
                a[0].length,
                a.length,
                x -> {
                    double[] r = new double[a.length];
                    Arrays.setAll(r, k -> Vectors.dot(a[k], x) - b[k]);
                    return r;
                },
                x -> a);
    }

    static LeastSquares of(
            int parameters, int residuals, UnaryOperator<double[]> r, Function<double[], double[][]> jacobian) {
        return new LeastSquares() {
            @Override
            public int parameters() {
                return parameters;
            }

            @Override
            public int residuals() {
                return residuals;
            }

            @Override
            public int blocks() {
                return residuals;
            }

            @Override
            public void units(double[] units) {
                Arrays.fill(units, 1);
            }

            @Override
            public void normalDiagonal(double[] theta, double[] diagonal) {
                Arrays.fill(diagonal, 0);
                for (double[] row : jacobian.apply(theta)) {
                    for (int p = 0; p < parameters; p++) {
                        diagonal[p] += row[p] * row[p];
                    }
                }
            }

            @Override
            public double value(double[] theta) {
                double[] now = r.apply(theta);
                return Vectors.dot(now, now);
            }

            @Override
            public double gradient(double[] theta, double[] gradient) {
                int[] all = new int[residuals];
                Arrays.setAll(all, k -> k);
                return gradient(theta, all, 0, residuals, gradient);
            }

            @Override
            public double gradient(double[] theta, int[] blocks, int from, int count, double[] gradient) {
                double[] now = r.apply(theta);
                double[][] rows = jacobian.apply(theta);
                Arrays.fill(gradient, 0);
                double value = 0;
                double scale = (double) residuals / count;
                for (int k = from; k < from + count; k++) {
                    value += scale * now[blocks[k]] * now[blocks[k]];
                    Vectors.combine(gradient, 2 * scale * now[blocks[k]], rows[blocks[k]], gradient);
                }
                return value;
            }

            @Override
            public void normal(double[] theta, double[] gradient, double[][] normal) {
                double[][] rows = jacobian.apply(theta);
                for (int p = 0; p < parameters; p++) {
                    for (int q = 0; q < parameters; q++) {
                        // What lies below the diagonal is anything.
                        normal[p][q] = q < p ? Double.NaN : 0;
                        for (int k = 0; q >= p && k < residuals; k++) {
                            normal[p][q] += rows[k][p] * rows[k][q];
                        }
                    }
                }
                gradient(theta, gradient);
            }

            @Override
            public void bending(double[] theta, double[] direction, double[] product) {
                double[] now = r.apply(theta);
                double[] moved = new double[parameters];
                Vectors.combine(theta, 0.1, direction, moved);
                double[] ahead = r.apply(moved);
                Vectors.combine(theta, -0.1, direction, moved);
                double[] behind = r.apply(moved);
                double[][] rows = jacobian.apply(theta);
                Arrays.fill(product, 0);
                for (int k = 0; k < residuals; k++) {
                    Vectors.combine(product, (ahead[k] - 2 * now[k] + behind[k]) / 0.01, rows[k], product);
                }
            }

            @Override
            public void normalProduct(double[] theta, double[] v, double[] product) {
                double[] sum = new double[parameters];
                for (double[] row : jacobian.apply(theta)) {
                    Vectors.combine(sum, Vectors.dot(row, v), row, sum);
                }
                System.arraycopy(sum, 0, product, 0, parameters);
            }
        };
    }
}
