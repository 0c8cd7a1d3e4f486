package org.modewise.pde;

import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;

/** V, ∇V and ΔV at a node, by differences of the eighth order with half the grid's spacing. */
record LocalPotential(double value, double slopeX, double slopeY, double laplacian) {
    /** The weights of f(x ± k·s): of f′ with opposite signs, of f″ with equal ones. */
    private static final double[] FIRST = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};

    private static final double[] SECOND = {8.0 / 5, -1.0 / 5, 8.0 / 315, -1.0 / 560};
    private static final double SECOND_MIDDLE = -205.0 / 72;

    /** A potential along the axes through a node. */
    interface Potential {
        double at(int node, double alongX, double alongY);
    }

    /** At every node; a line has nothing along y. */
    static LocalPotential[] of(Grid2D grid, Potential potential) {
        double stepX = 0.5 * grid.dx();
        double stepY = grid.ny() == 1 ? 0 : 0.5 * grid.dy();
        LocalPotential[] nodes = new LocalPotential[grid.size()];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = at(potential, k, stepX, stepY);
        }
        return nodes;
    }

    private static LocalPotential at(Potential potential, int node, double stepX, double stepY) {
        double value = finite(potential.at(node, 0, 0), node);
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
        return new LocalPotential(value, slopeX, slopeY, laplacian);
    }

    private static double finite(double value, int node) {
        return Arguments.finite(value, "potential at node " + node);
    }
}
