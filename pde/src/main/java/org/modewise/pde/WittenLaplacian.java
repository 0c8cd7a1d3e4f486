package org.modewise.pde;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.modewise.core.internal.Arguments;

/**
 * H = -DΔ + W, W = |∇V|²/4D - ½ΔV, on the nodes of a line or of a plane, with its eigenvectors: Fourier's second derivatives,
 * and the derivatives of V by differences of the eighth order. e^{-V/2D} is made the eigenvector to 0 by projection. Immutable,
 * safe to share between threads.
 */
final class WittenLaplacian {
    /** The weights of f(x ± k·s): of f′ with opposite signs, of f″ with equal ones. */
    private static final double[] FIRST = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};

    private static final double[] SECOND = {8.0 / 5, -1.0 / 5, 8.0 / 315, -1.0 / 560};
    private static final double SECOND_MIDDLE = -205.0 / 72;

    private final double[] ground;
    private final double residual;
    private final double[] eigenvalues;
    /** By node, then by eigenvector. */
    private final double[][] vectors;

    /** A potential along one axis through a point. */
    interface Potential {
        double at(int node, double alongX, double alongY);
    }

    /**
     * @param nx nodes along x
     * @param lx the period along x
     * @param ny nodes along y, 1 for a line
     * @param ly the period along y
     * @param potential V at a distance from a node
     * @param diffusivity D
     */
    WittenLaplacian(int nx, double lx, int ny, double ly, Potential potential, double diffusivity) {
        int size = nx * ny;
        double[][] h = new double[size][size];
        addDerivative(h, nx, lx, 1, nx, diffusivity);
        addDerivative(h, ny, ly, nx, size, diffusivity);
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            values[k] = finite(potential.at(k, 0, 0), k);
            h[k][k] += curvature(potential, values[k], k, 0.5 * lx / nx, ny == 1 ? 0 : 0.5 * ly / ny, diffusivity);
        }
        this.ground = ground(values, diffusivity);
        this.residual = project(h, ground);
        EigenDecomposition decomposition = new EigenDecomposition(new Array2DRowRealMatrix(h, false));
        this.eigenvalues = decomposition.getRealEigenvalues();
        this.vectors = decomposition.getV().getData();
        for (int k = 0; k < size; k++) {
            eigenvalues[k] = Math.max(0, eigenvalues[k]);
        }
    }

    private static double finite(double value, int node) {
        return Arguments.finite(value, "potential at node " + node);
    }

    /** -D∂² along an axis: of the trigonometric polynomials with ny nodes, the Nyquist wave with its full κ². */
    private static void addDerivative(double[][] h, int n, double length, int stride, int block, double diffusivity) {
        if (n == 1) {
            return;
        }
        double[] row = new double[n];
        double unit = 2 * Math.PI / length;
        for (int distance = 0; distance < n; distance++) {
            double sum = 0;
            for (int m = 1; m <= n / 2; m++) {
                double weight = 2 * m == n ? 1 : 2;
                double angle = 2 * Math.PI * ((long) m * distance % n) / n;
                sum += weight * (unit * m) * (unit * m) * Math.cos(angle);
            }
            row[distance] = diffusivity * sum / n;
        }
        for (int k = 0; k < h.length; k++) {
            int own = k % block / stride;
            for (int other = 0; other < n; other++) {
                h[k][k + (other - own) * stride] += row[Math.abs(other - own)];
            }
        }
    }

    private static double curvature(
            Potential potential, double value, int node, double stepX, double stepY, double diffusivity) {
        double slopeX = 0;
        double slopeY = 0;
        double laplacian = (1 / (stepX * stepX) + (stepY == 0 ? 0 : 1 / (stepY * stepY))) * SECOND_MIDDLE * value;
        for (int k = 1; k <= FIRST.length; k++) {
            double right = finite(potential.at(node, k * stepX, 0), node);
            double left = finite(potential.at(node, -k * stepX, 0), node);
            slopeX += FIRST[k - 1] * (right - left) / stepX;
            laplacian += SECOND[k - 1] * (right + left) / (stepX * stepX);
            if (stepY != 0) {
                double up = finite(potential.at(node, 0, k * stepY), node);
                double down = finite(potential.at(node, 0, -k * stepY), node);
                slopeY += FIRST[k - 1] * (up - down) / stepY;
                laplacian += SECOND[k - 1] * (up + down) / (stepY * stepY);
            }
        }
        return (slopeX * slopeX + slopeY * slopeY) / (4 * diffusivity) - 0.5 * laplacian;
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
