package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;

/**
 * e^{τL}, Lp = ∇·(p∇V) + DΔp, as a matrix of the nodes of a line or of a plane, with Fourier's derivatives: p itself is moved,
 * without a weight that is large anywhere. Made for a short τ by Taylor's series, for longer ones by squaring. Its columns
 * keep the mass. Immutable, safe to share between threads.
 */
final class FokkerPlanckStep {
    /** τ times the bound of L that the series takes: its remainder is 1e-17. */
    static final double LARGEST = 0.25;

    private static final int DEGREE = 12;
    private static final int BAND = 32;

    private final double[][] matrix;

    private FokkerPlanckStep(double[][] matrix) {
        int size = matrix.length;
        double[] mass = new double[size];
        for (double[] row : matrix) {
            for (int k = 0; k < size; k++) {
                mass[k] += row[k];
            }
        }
        for (double[] row : matrix) {
            for (int k = 0; k < size; k++) {
                row[k] -= (mass[k] - 1) / size;
            }
        }
        this.matrix = matrix;
    }

    /** A bound of L. */
    static double bound(Grid2D grid, LocalPotential[] potential, double diffusivity) {
        double kx = grid.nx() == 1 ? 0 : Math.PI / grid.dx();
        double ky = grid.ny() == 1 ? 0 : Math.PI / grid.dy();
        double drift = 0;
        for (LocalPotential node : potential) {
            drift = Math.max(drift, kx * Math.abs(node.slopeX()) + ky * Math.abs(node.slopeY()));
        }
        return drift + diffusivity * (kx * kx + ky * ky);
    }

    /** For a τ of at most {@link #LARGEST} over the bound. */
    static FokkerPlanckStep of(Grid2D grid, LocalPotential[] potential, double diffusivity, double tau) {
        int size = grid.size();
        double[][] generator = new double[size][size];
        DifferentiationMatrix.addLaplacian(generator, grid, tau * diffusivity);
        double[] drift = new double[size];
        Arrays.setAll(drift, k -> tau * potential[k].slopeX());
        DifferentiationMatrix.addAlongX(generator, grid, drift);
        Arrays.setAll(drift, k -> tau * potential[k].slopeY());
        DifferentiationMatrix.addAlongY(generator, grid, drift);
        return new FokkerPlanckStep(exponential(generator));
    }

    /** Taylor's series, as a polynomial of the fourth power whose coefficients are cubic. */
    private static double[][] exponential(double[][] a) {
        int size = a.length;
        double[][] square = times(a, a);
        double[][] cube = times(square, a);
        double[][] fourth = times(square, square);
        double[] factors = new double[DEGREE + 1];
        factors[0] = 1;
        for (int k = 1; k <= DEGREE; k++) {
            factors[k] = factors[k - 1] / k;
        }
        double[][] sum = new double[size][size];
        for (int k = 0; k < size; k++) {
            sum[k][k] = factors[DEGREE];
        }
        for (int power = DEGREE - 4; power >= 0; power -= 4) {
            sum = times(fourth, sum);
            for (int k = 0; k < size; k++) {
                for (int l = 0; l < size; l++) {
                    sum[k][l] += factors[power + 1] * a[k][l]
                            + factors[power + 2] * square[k][l]
                            + factors[power + 3] * cube[k][l];
                }
                sum[k][k] += factors[power];
            }
        }
        return sum;
    }

    /** For 2τ. */
    FokkerPlanckStep doubled() {
        return new FokkerPlanckStep(times(matrix, matrix));
    }

    /** Bands of the right matrix that stay in the cache, four of their rows at a time. */
    private static double[][] times(double[][] left, double[][] right) {
        int size = left.length;
        double[][] product = new double[size][size];
        for (int band = 0; band < size; band += BAND) {
            int end = Math.min(size, band + BAND);
            for (int k = 0; k < size; k++) {
                double[] factors = left[k];
                int l = band;
                for (; l + 4 <= end; l += 4) {
                    addRows(product[k], factors, right, l);
                }
                for (; l < end; l++) {
                    for (int m = 0; m < size; m++) {
                        product[k][m] += factors[l] * right[l][m];
                    }
                }
            }
        }
        return product;
    }

    private static void addRows(double[] to, double[] factors, double[][] right, int l) {
        double f0 = factors[l];
        double f1 = factors[l + 1];
        double f2 = factors[l + 2];
        double f3 = factors[l + 3];
        double[] r0 = right[l];
        double[] r1 = right[l + 1];
        double[] r2 = right[l + 2];
        double[] r3 = right[l + 3];
        for (int m = 0; m < to.length; m++) {
            to[m] += f0 * r0[m] + f1 * r1[m] + f2 * r2[m] + f3 * r3[m];
        }
    }

    /** On every line of a plane of so many, each of one value a node, neighbours a stride apart. */
    void apply(double[] values, int stride, int lineStride, int lines) {
        int size = matrix.length;
        double[] line = new double[size];
        for (int start = 0; start < lines; start++) {
            int first = start * lineStride;
            for (int k = 0; k < size; k++) {
                line[k] = values[first + k * stride];
            }
            for (int k = 0; k < size; k++) {
                double[] row = matrix[k];
                double sum = 0;
                for (int l = 0; l < size; l++) {
                    sum += row[l] * line[l];
                }
                values[first + k * stride] = sum;
            }
        }
    }
}
