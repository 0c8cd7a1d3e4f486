package org.modewise.pde;

import org.modewise.core.Grid2D;

/** The derivatives of trigonometric polynomials along an axis of a grid, as matrices of its nodes. */
final class DifferentiationMatrix {
    private DifferentiationMatrix() {}

    /** Adds a multiple of Δ, the Nyquist waves with their full κ². */
    static void addLaplacian(double[][] matrix, Grid2D grid, double factor) {
        add(matrix, second(grid.nx(), grid.lx(), factor), 1, grid.nx(), null);
        add(matrix, second(grid.ny(), grid.ly(), factor), grid.nx(), grid.size(), null);
    }

    /** Adds p ↦ ∂(ax·p)/∂x. */
    static void addAlongX(double[][] matrix, Grid2D grid, double[] ax) {
        add(matrix, first(grid.nx(), grid.lx()), 1, grid.nx(), ax);
    }

    /** Adds p ↦ ∂(ay·p)/∂y. */
    static void addAlongY(double[][] matrix, Grid2D grid, double[] ay) {
        add(matrix, first(grid.ny(), grid.ly()), grid.nx(), grid.size(), ay);
    }

    /** By the distance of a node from the one that is asked. */
    private static double[] second(int n, double length, double factor) {
        double[] row = new double[n];
        double unit = 2 * Math.PI / length;
        for (int distance = 0; distance < n; distance++) {
            double sum = 0;
            for (int m = 1; m <= n / 2; m++) {
                double weight = 2 * m == n ? 1 : 2;
                double angle = 2 * Math.PI * ((long) m * distance % n) / n;
                sum -= weight * (unit * m) * (unit * m) * Math.cos(angle);
            }
            row[distance] = factor * sum / n;
        }
        return row;
    }

    private static double[] first(int n, double length) {
        double[] row = new double[n];
        for (int distance = 1; distance < n; distance++) {
            double angle = Math.PI * distance / n;
            double sign = distance % 2 == 0 ? 1 : -1;
            row[distance] = sign * Math.PI / length / (n % 2 == 0 ? Math.tan(angle) : Math.sin(angle));
        }
        return row;
    }

    private static void add(double[][] matrix, double[] row, int stride, int block, double[] weights) {
        int n = row.length;
        if (n == 1) {
            return;
        }
        for (int k = 0; k < matrix.length; k++) {
            int own = k % block / stride;
            for (int other = 0; other < n; other++) {
                int column = k + (other - own) * stride;
                matrix[k][column] += row[Math.floorMod(own - other, n)] * (weights == null ? 1 : weights[column]);
            }
        }
    }
}
