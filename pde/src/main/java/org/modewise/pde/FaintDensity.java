package org.modewise.pde;

import org.modewise.core.Grid2D;

/**
 * ln p_t and ∇ln p_t = E[∇L(y)]/a where the noise is too faint to reach from node to node: {@link FaintNoise} along every row
 * and then along every column, with margins that {@link LogTails} fills. Immutable, safe to share between threads.
 */
final class FaintDensity {
    private final Grid2D grid;
    private final double[] values;
    private final int marginX;
    private final int marginY;

    FaintDensity(Grid2D grid, double[] extended) {
        this.grid = grid;
        this.values = extended;
        this.marginX = LogTails.margin(grid.nx());
        this.marginY = LogTails.margin(grid.ny());
    }

    /**
     * At the nodes, row by row.
     *
     * @param log ln p
     * @param x the score along x, NaN where p is 0; 0 across a line
     * @param y the score along y
     * @param errors what ln p may be off by
     * @param slopeErrors what the score may be off by, in the scale of ln p
     */
    record Results(double[] log, double[] x, double[] y, double[] errors, double[] slopeErrors) {
        static Results of(int size) {
            return new Results(
                    new double[size], new double[size], new double[size], new double[size], new double[size]);
        }
    }

    Results after(GaussianTransition transition) {
        if (LineGrids.isAlongY(grid)) {
            Results column = Results.of(values.length);
            System.arraycopy(values, 0, column.log(), 0, values.length);
            return columns(transition, column);
        }
        Results rows = rows(transition);
        return LineGrids.isAlongX(grid) ? rows : columns(transition, rows);
    }

    /** Of every row, margins too: what its targets along x have. */
    private Results rows(GaussianTransition transition) {
        int nx = grid.nx();
        int columns = nx + 2 * marginX;
        int rows = values.length / columns;
        double scale = transition.xx() * grid.dx();
        Results results = Results.of(nx * rows);
        FaintNoise noise = new FaintNoise(columns);
        noise.kernel(transition.xx(), Math.sqrt(transition.varianceX()) / scale);
        for (int j = 0; j < rows; j++) {
            noise.prepare(values, j * columns, 1);
            for (int i = 0; i < nx; i++) {
                double source = (grid.x(i) - transition.x0()) / transition.xx();
                noise.find((source - grid.x0()) / grid.dx() + marginX);
                results.log()[j * nx + i] = noise.logarithm();
                results.x()[j * nx + i] = noise.slope() / scale;
                results.errors()[j * nx + i] = noise.error();
                results.slopeErrors()[j * nx + i] = noise.slopeError();
            }
        }
        return results;
    }

    private Results columns(GaussianTransition transition, Results rows) {
        int nx = grid.nx();
        int size = grid.size();
        double scale = transition.yy() * grid.dy();
        Results results = Results.of(size);
        FaintNoise noise = new FaintNoise(rows.log().length / nx);
        noise.kernel(transition.yy(), Math.sqrt(transition.varianceY()) / scale);
        for (int i = 0; i < nx; i++) {
            noise.prepare(rows.log(), rows.x(), rows.errors(), rows.slopeErrors(), i, nx);
            for (int j = 0; j < grid.ny(); j++) {
                double source = (grid.y(j) - transition.y0()) / transition.yy();
                noise.find((source - grid.y0()) / grid.dy() + marginY);
                results.log()[j * nx + i] = noise.logarithm();
                results.x()[j * nx + i] = noise.mean();
                results.y()[j * nx + i] = noise.slope() / scale;
                results.errors()[j * nx + i] = noise.error();
                results.slopeErrors()[j * nx + i] = noise.slopeError();
            }
        }
        return results;
    }
}
