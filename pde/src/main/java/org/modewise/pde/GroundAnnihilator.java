package org.modewise.pde;

import org.modewise.core.Grid2D;

/** A = √D(∇ + ∇V/2D), which is 0 for e^{-V/2D}: what the {@link WittenLaplacian} is the square of. */
final class GroundAnnihilator {
    private final LocalPotential[] potential;
    private final double diffusivity;
    private final double[][] alongX;
    private final double[][] alongY;

    GroundAnnihilator(Grid2D grid, LocalPotential[] potential, double diffusivity) {
        this.potential = potential;
        this.diffusivity = diffusivity;
        this.alongX = new double[grid.size()][grid.size()];
        this.alongY = grid.ny() == 1 ? null : new double[grid.size()][grid.size()];
        DifferentiationMatrix.addAlongX(alongX, grid, null);
        if (alongY != null) {
            DifferentiationMatrix.addAlongY(alongY, grid, null);
        }
    }

    /** All along x, then all along y. */
    double[] apply(double[] psi) {
        int size = psi.length;
        double[] image = new double[alongY == null ? size : 2 * size];
        for (int k = 0; k < size; k++) {
            double slopeX = potential[k].slopeX();
            image[k] = component(alongX[k], slopeX, psi, k);
            if (alongY != null) {
                image[size + k] = component(alongY[k], potential[k].slopeY(), psi, k);
            }
        }
        return image;
    }

    private double component(double[] derivative, double slope, double[] psi, int node) {
        double sum = slope / (2 * diffusivity) * psi[node];
        for (int k = 0; k < psi.length; k++) {
            sum += derivative[k] * psi[k];
        }
        return Math.sqrt(diffusivity) * sum;
    }
}
