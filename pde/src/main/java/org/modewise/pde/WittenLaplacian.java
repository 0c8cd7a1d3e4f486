package org.modewise.pde;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.modewise.core.Grid2D;

/**
 * H = -DΔ + W, W = |∇V|²/4D - ½ΔV, on the nodes of a line or of a plane, with its eigenvectors: Fourier's second derivatives,
 * and those of V as {@link LocalPotential} has them. e^{-V/2D} is made the eigenvector to 0 by projection. Immutable,
 * safe to share between threads.
 */
final class WittenLaplacian {
    /** Beside the largest, an eigenvalue that rounding leaves few digits. */
    private static final double SMALL = 1e-6;

    private final double[] ground;
    private final double residual;
    private final double groundDefect;
    private final double[] eigenvalues;
    /** By node, then by eigenvector. */
    private final double[][] vectors;

    WittenLaplacian(Grid2D grid, LocalPotential[] potential, double diffusivity) {
        int size = grid.size();
        double[][] h = new double[size][size];
        DifferentiationMatrix.addLaplacian(h, grid, -diffusivity);
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            LocalPotential v = potential[k];
            values[k] = v.value();
            h[k][k] += (v.slopeX() * v.slopeX() + v.slopeY() * v.slopeY()) / (4 * diffusivity) - 0.5 * v.laplacian();
        }
        this.ground = ground(values, diffusivity);
        this.residual = project(h, ground);
        EigenDecomposition decomposition = new EigenDecomposition(new Array2DRowRealMatrix(h, false));
        this.eigenvalues = decomposition.getRealEigenvalues();
        this.vectors = decomposition.getV().getData();
        for (int k = 0; k < size; k++) {
            eigenvalues[k] = Math.max(0, eigenvalues[k]);
        }
        this.groundDefect = refine(new GroundAnnihilator(grid, potential, diffusivity));
    }

    /**
     * H = A*A: of the eigenvalues that rounding of H spoils, the square roots are singular values of A. Returns |A√p∞|², which
     * would be 0 without error.
     */
    private double refine(GroundAnnihilator annihilator) {
        int size = ground.length;
        double most = SMALL * Arrays.stream(eigenvalues).max().orElseThrow();
        int[] small =
                IntStream.range(0, size).filter(k -> eigenvalues[k] <= most).toArray();
        double[][] images = new double[small.length][];
        for (int k = 0; k < small.length; k++) {
            int mode = small[k];
            images[k] = annihilator.apply(
                    Arrays.stream(vectors).mapToDouble(row -> row[mode]).toArray());
        }
        if (small.length > 1) {
            SingularValueDecomposition svd =
                    new SingularValueDecomposition(new Array2DRowRealMatrix(images, false).transpose());
            double[] roots = svd.getSingularValues();
            double[][] turn = svd.getV().getData();
            double[] old = new double[small.length];
            for (double[] row : vectors) {
                Arrays.setAll(old, k -> row[small[k]]);
                for (int k = 0; k < small.length; k++) {
                    double sum = 0;
                    for (int l = 0; l < small.length; l++) {
                        sum += old[l] * turn[l][k];
                    }
                    row[small[k]] = sum;
                }
            }
            for (int k = 0; k < small.length; k++) {
                eigenvalues[small[k]] = roots[k] * roots[k];
            }
        }
        return Arrays.stream(annihilator.apply(ground)).map(a -> a * a).sum();
    }

    /** e^{-V/2D}, of norm 1. */
    private static double[] ground(double[] values, double diffusivity) {
        double least = Arrays.stream(values).min().orElseThrow();
        double[] ground = new double[values.length];
        double squares = 0;
        for (int k = 0; k < values.length; k++) {
            ground[k] = Math.exp(-(values[k] - least) / (2 * diffusivity));
            squares += ground[k] * ground[k];
        }
        for (int k = 0; k < values.length; k++) {
            ground[k] /= Math.sqrt(squares);
        }
        return ground;
    }

    /** H becomes PHP with P = 1 - ggᵀ. Returns |g·Hg|, which would be 0 without error. */
    private static double project(double[][] h, double[] g) {
        int size = g.length;
        double[] product = new double[size];
        double energy = 0;
        for (int k = 0; k < size; k++) {
            for (int l = 0; l < size; l++) {
                product[k] += h[k][l] * g[l];
            }
            energy += g[k] * product[k];
        }
        for (int k = 0; k < size; k++) {
            for (int l = 0; l < size; l++) {
                h[k][l] += energy * g[k] * g[l] - g[k] * product[l] - product[k] * g[l];
            }
        }
        for (int k = 0; k < size; k++) {
            for (int l = 0; l < k; l++) {
                h[k][l] = h[l][k] = 0.5 * (h[k][l] + h[l][k]);
            }
        }
        return Math.abs(energy);
    }

    /** e^{-V/2D}, of norm 1, not to be changed. */
    double[] ground() {
        return ground;
    }

    double residual() {
        return residual;
    }

    /** What √p∞, of norm 1, has of a rate: |A√p∞|². */
    double groundDefect() {
        return groundDefect;
    }

    /** From the largest to 0. */
    double[] eigenvalues() {
        return eigenvalues;
    }

    /** e^{-tH} on every line of a plane of so many, each of one value a node, neighbours a stride apart. */
    void propagate(double t, double[] psi, int stride, int lineStride, int lines) {
        int size = ground.length;
        double[] coefficients = new double[size];
        double[] line = new double[size];
        for (int start = 0; start < lines; start++) {
            int first = start * lineStride;
            double kept = 0;
            for (int k = 0; k < size; k++) {
                line[k] = psi[first + k * stride];
                kept += line[k] * ground[k];
            }
            // What does not change stays out of the rounding of what does.
            Arrays.fill(coefficients, 0);
            for (int k = 0; k < size; k++) {
                double rest = line[k] - kept * ground[k];
                for (int mode = 0; mode < size; mode++) {
                    coefficients[mode] += rest * vectors[k][mode];
                }
            }
            for (int mode = 0; mode < size; mode++) {
                coefficients[mode] *= Math.exp(-t * eigenvalues[mode]);
            }
            for (int k = 0; k < size; k++) {
                double sum = 0;
                for (int mode = 0; mode < size; mode++) {
                    sum += coefficients[mode] * vectors[k][mode];
                }
                line[k] = sum;
            }
            double leak = 0;
            for (int k = 0; k < size; k++) {
                leak += line[k] * ground[k];
            }
            for (int k = 0; k < size; k++) {
                psi[first + k * stride] = line[k] + (kept - leak) * ground[k];
            }
        }
    }
}
