package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;

/**
 * What a periodic solution has of a density at a grid's nodes that comes in from the opposite side, and lacks of what would
 * come in from beyond the near one, at most about: the largest weight e^{L(y) - ζ²/2v} there, ζ = x - ay - b. Immutable.
 */
final class WrapAround {
    private final Grid2D grid;
    private final double[] alongX;
    private final double[] alongY;

    /** After a transition that keeps axes apart, of ln p₀ and its tails. */
    WrapAround(Grid2D grid, LogTails tails, GaussianTransition transition) {
        this.grid = grid;
        int columns = grid.nx() + 2 * tails.marginX();
        double[] x = new double[columns];
        double[] y = new double[tails.values().length / columns];
        Arrays.fill(x, Double.NEGATIVE_INFINITY);
        Arrays.fill(y, Double.NEGATIVE_INFINITY);
        for (int k = 0; k < tails.values().length; k++) {
            x[k % columns] = Math.max(x[k % columns], tails.values()[k]);
            y[k / columns] = Math.max(y[k / columns], tails.values()[k]);
        }
        double height = -Math.log(transition.determinant());
        this.alongX = LineGrids.isAlongY(grid)
                ? new double[1]
                : along(
                        new Axis(grid.nx(), grid.x0(), grid.dx(), tails.marginX()),
                        x,
                        transition.xx(),
                        transition.x0(),
                        transition.varianceX(),
                        height);
        this.alongY = LineGrids.isAlongX(grid)
                ? new double[1]
                : along(
                        new Axis(grid.ny(), grid.y0(), grid.dy(), tails.marginY()),
                        y,
                        transition.yy(),
                        transition.y0(),
                        transition.varianceY(),
                        height);
    }

    private record Axis(int n, double start, double step, int margin) {}

    private static double[] along(
            Axis axis, double[] logarithm, double scale, double shift, double variance, double height) {
        double[] densities = new double[axis.n];
        double deviation = Math.sqrt(variance) / (scale * axis.step);
        double period = axis.n / scale;
        for (int i = 0; i < axis.n; i++) {
            double place = ((axis.start + i * axis.step - shift) / scale - axis.start) / axis.step;
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < logarithm.length; k++) {
                int node = k - axis.margin;
                double distance = node < 0 || node >= axis.n
                        ? Math.abs(node - place)
                        : Math.min(Math.abs(node - place - period), Math.abs(node - place + period));
                // From anywhere between the nodes; without noise from nowhere else.
                double away = Math.max(0, distance - 1);
                double exponent = away == 0 ? 0 : 0.5 * (away / deviation) * (away / deviation);
                most = Math.max(most, logarithm[k] - exponent);
            }
            densities[i] = Math.exp(most + height);
        }
        return densities;
    }

    /** At a node. */
    double at(int k) {
        return alongX[k % grid.nx()] + alongY[k / grid.nx()];
    }
}
