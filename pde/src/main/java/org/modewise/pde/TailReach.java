package org.modewise.pde;

import org.modewise.core.Grid2D;

/**
 * How far beyond the edges of a grid its targets see: where e^{L(y) - ½ζ·Σ⁻¹ζ}, ζ = x - Φy - b, is not negligible at one of the
 * targets x. Along the tail of L it is a Gaussian function of the distance, and its exponent's slope is linear in x, so that
 * the corners of the grid see furthest. Immutable.
 */
final class TailReach {
    /** What is so far below the largest weight adds nothing, nor do all the nodes there. */
    private static final double CUTOFF = 45;

    /** Beyond the last node that counts, for the polynomials through its neighbours. */
    private static final int NEIGHBOURS = LocalPolynomials.MOST / 2 + 2;

    /** A deviation that is less, in nodes, reaches no further. */
    private static final double LEAST_DEVIATION = 1e-3;

    private final Grid2D grid;
    private final GaussianTransition transition;
    /** C of Σ⁻¹ = CᵀC. */
    private final double xx;

    private final double xy;
    private final double yy;

    TailReach(Grid2D grid, GaussianTransition transition) {
        this.grid = grid;
        this.transition = transition;
        double deviationX = deviation(transition.varianceX(), transition.xx() * grid.dx());
        double deviationY = deviation(transition.varianceY(), transition.yy() * grid.dy());
        double correlation = transition.covariance() / (deviationX * deviationY);
        double rest = Math.sqrt(1 - correlation * correlation);
        this.xx = 1 / deviationX;
        this.xy = -correlation / (rest * deviationX);
        this.yy = 1 / (rest * deviationY);
    }

    private static double deviation(double variance, double step) {
        return Math.max(Math.sqrt(variance), Math.max(LEAST_DEVIATION * Math.abs(step), Double.MIN_NORMAL));
    }

    /** How many nodes count beyond one, from where L goes on as a tail in steps (dx, dy). */
    double nodes(LogTail tail, double x, double y, double dx, double dy) {
        double stepX = transition.xx() * dx + transition.xy() * dy;
        double stepY = transition.yx() * dx + transition.yy() * dy;
        double alongX = xx * stepX;
        double alongY = xy * stepX + yy * stepY;
        double curvature = alongX * alongX + alongY * alongY - tail.bend();
        double pull = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 4; corner++) {
            double offsetX = grid.x((corner & 1) * (grid.nx() - 1)) - transition.meanX(x, y);
            double offsetY = grid.y((corner >> 1) * (grid.ny() - 1)) - transition.meanY(x, y);
            pull = Math.max(pull, alongX * xx * offsetX + alongY * (xy * offsetX + yy * offsetY));
        }
        double slope = tail.slope() + pull;
        double nodes = slope > 0
                ? slope / curvature + Math.sqrt(2 * CUTOFF / curvature)
                : LogTail.fall(-slope, curvature, CUTOFF);
        return nodes + NEIGHBOURS;
    }
}
