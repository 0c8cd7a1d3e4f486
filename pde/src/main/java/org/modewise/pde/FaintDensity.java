package org.modewise.pde;

import org.modewise.core.Grid2D;

/**
 * ln p_t and ∇ln p_t = E[∇L(y)]/a where the noise is too faint to reach from node to node, or p₀ too narrow: {@link
 * FaintNoise} along every row and then along every column, with margins that {@link LogTails} fills.
 */
final class FaintDensity {
    private final Grid2D grid;
    private final LogTails tails;

    FaintDensity(Grid2D grid, LogTails tails) {
        this.grid = grid;
        this.tails = tails;
    }

    /** ln p and the score after a transition, and how uncertain one of them is because of tails. */
    LogResults after(GaussianTransition transition, boolean score) {
        double[] errors = score ? tails.slopeErrors() : tails.errors();
        if (LineGrids.isAlongY(grid)) {
            LogResults column = LogResults.of(tails.values().length);
            System.arraycopy(tails.values(), 0, column.log(), 0, column.log().length);
            System.arraycopy(errors, 0, column.tails(), 0, column.log().length);
            return columns(transition, column);
        }
        LogResults rows = rows(transition, errors);
        return LineGrids.isAlongX(grid) ? rows : columns(transition, rows);
    }

    /** Of every row, margins too: what its targets along x have. */
    private LogResults rows(GaussianTransition transition, double[] errors) {
        int nx = grid.nx();
        int columns = nx + 2 * tails.marginX();
        int rows = grid.ny() + 2 * tails.marginY();
        double factor = Math.max(transition.xx(), MehlerSum.LEAST_SCALE);
        double scale = factor * grid.dx();
        LogResults results = LogResults.of(nx * rows);
        FaintNoise noise = new FaintNoise(columns);
        noise.kernel(factor, Math.sqrt(transition.varianceX()) / scale);
        for (int j = 0; j < rows; j++) {
            noise.prepare(tails.values(), errors, j * columns, 1);
            for (int i = 0; i < nx; i++) {
                double source = (grid.x(i) - transition.x0()) / factor;
                noise.find((source - grid.x0()) / grid.dx() + tails.marginX());
                double log = noise.logarithm();
                // Beyond what tails are followed to there is no line that polynomials could go through.
                results.log()[j * nx + i] = log > tails.least() ? log : Double.NEGATIVE_INFINITY;
                results.x()[j * nx + i] = noise.slope() / scale;
                results.errors()[j * nx + i] = noise.error();
                results.slopeErrors()[j * nx + i] = noise.slopeError() / scale;
                results.tails()[j * nx + i] = noise.tail();
            }
        }
        return results;
    }

    private LogResults columns(GaussianTransition transition, LogResults rows) {
        int nx = grid.nx();
        int size = grid.size();
        double factor = Math.max(transition.yy(), MehlerSum.LEAST_SCALE);
        double scale = factor * grid.dy();
        LogResults results = LogResults.of(size);
        FaintNoise noise = new FaintNoise(rows.log().length / nx);
        noise.kernel(factor, Math.sqrt(transition.varianceY()) / scale);
        for (int i = 0; i < nx; i++) {
            noise.prepare(rows, rows.x(), i, nx);
            for (int j = 0; j < grid.ny(); j++) {
                double source = (grid.y(j) - transition.y0()) / factor;
                noise.find((source - grid.y0()) / grid.dy() + tails.marginY());
                results.log()[j * nx + i] = noise.logarithm();
                results.x()[j * nx + i] = noise.mean();
                results.y()[j * nx + i] = noise.slope() / scale;
                results.errors()[j * nx + i] = noise.error();
                results.slopeErrors()[j * nx + i] = noise.meanError() + noise.slopeError() / scale;
                results.tails()[j * nx + i] = noise.tail();
            }
        }
        return results;
    }
}
