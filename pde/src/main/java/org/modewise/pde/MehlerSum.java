package org.modewise.pde;

import java.util.ArrayList;
import java.util.List;
import org.modewise.core.Grid2D;
import org.modewise.pde.logdomain.Expectations;
import org.modewise.pde.logdomain.GaussianLine;
import org.modewise.pde.logdomain.GaussianPlane;

/**
 * ln p_t(x) = ln Σ h·e^{L(y) - (x-ay-b)²/2v} - ½ln 2πv over the nodes y and beyond ({@link LogTails}), L = ln p₀, and
 * ∇ln p_t(x) = -E[x-ay-b]/v under the same weights (Tweedie's formula): Mehler's kernel in the log domain, where axes are apart
 * and there is noise along each. All terms are positive, so that tails keep their digits.
 */
final class MehlerSum {
    /** A smaller scale moves nothing by an ulp either, and the engine needs one above 0. */
    static final double LEAST_SCALE = 1e-20;

    private final Grid2D grid;
    private final LogTails tails;
    private final boolean alongX;
    private final boolean alongY;

    MehlerSum(Grid2D grid, LogTails tails) {
        this.grid = grid;
        this.tails = tails;
        this.alongX = !LineGrids.isAlongY(grid);
        this.alongY = !LineGrids.isAlongX(grid);
    }

    /** ln p after a transition and, if wanted, ∇ln p. */
    LogResults after(GaussianTransition transition, boolean score) {
        return after(transition, score, null, null);
    }

    /** The same, with the errors of ln p and of the score: the means of those that what comes from each node has. */
    LogResults after(GaussianTransition transition, boolean score, double[] errors, double[] slopeErrors) {
        LogResults results = LogResults.of(grid.size());
        List<double[]> functions = new ArrayList<>();
        List<double[]> means = new ArrayList<>();
        if (!tails.isCertain()) {
            functions.add(tails.errors());
            means.add(results.tails());
        }
        if (errors != null) {
            functions.add(errors);
            means.add(results.errors());
            functions.add(slopeErrors);
            means.add(results.slopeErrors());
        }
        double[][] carried = means.toArray(new double[0][]);
        if (alongX && alongY) {
            plane(transition, results, functions.toArray(new double[0][]), carried, score);
        } else {
            line(transition, results, functions.toArray(new double[0][]), carried, score);
        }
        double norm = (alongX ? logNorm(transition.varianceX()) : 0) + (alongY ? logNorm(transition.varianceY()) : 0);
        for (int k = 0; k < grid.size(); k++) {
            results.log()[k] -= norm;
            results.x()[k] = alongX ? -results.x()[k] / transition.varianceX() : 0;
            results.y()[k] = alongY ? -results.y()[k] / transition.varianceY() : 0;
        }
        if (score) {
            double varianceX = alongX ? transition.varianceX() : Double.POSITIVE_INFINITY;
            double varianceY = alongY ? transition.varianceY() : Double.POSITIVE_INFINITY;
            results.ofScore(Math.sqrt(Math.min(varianceX, varianceY)));
        }
        return results;
    }

    /** ln √(2πv). */
    private static double logNorm(double variance) {
        return 0.5 * (Math.log(2 * Math.PI) + Math.log(variance));
    }

    private void plane(
            GaussianTransition transition,
            LogResults results,
            double[][] functions,
            double[][] carried,
            boolean score) {
        int columns = grid.nx() + 2 * tails.marginX();
        int rows = grid.ny() + 2 * tails.marginY();
        GaussianPlane plane =
                new GaussianPlane(columns, rows, false, grid.nx(), grid.ny(), carried.length, score ? 1 : 0);
        kernelX(plane.alongX(), transition);
        kernelY(plane.alongY(), transition);
        for (int j = 0; j < rows; j++) {
            plane.row(j, tails.values(), functions, j * columns);
        }
        plane.columns(results.log(), carried, score ? GaussianPlane.Moments.ofOffsets(results.x(), results.y()) : null);
    }

    private void line(
            GaussianTransition transition,
            LogResults results,
            double[][] functions,
            double[][] carried,
            boolean score) {
        GaussianLine line = new GaussianLine(tails.values().length, false, grid.size(), carried.length);
        if (alongX) {
            kernelX(line, transition);
        } else {
            kernelY(line, transition);
        }
        double[] offset = alongX ? results.x() : results.y();
        line.apply(
                tails.values(),
                functions.length == 0 ? null : functions,
                0,
                new Expectations(results.log(), carried, score ? offset : null, null, null),
                0,
                1);
    }

    private void kernelX(GaussianLine line, GaussianTransition transition) {
        double scale = Math.max(transition.xx(), LEAST_SCALE);
        double start = grid.x0() - tails.marginX() * grid.dx();
        line.kernel(grid.x0(), grid.dx(), start, grid.dx(), scale, transition.x0(), transition.varianceX());
    }

    private void kernelY(GaussianLine line, GaussianTransition transition) {
        double scale = Math.max(transition.yy(), LEAST_SCALE);
        double start = grid.y0() - tails.marginY() * grid.dy();
        line.kernel(grid.y0(), grid.dy(), start, grid.dy(), scale, transition.y0(), transition.varianceY());
    }
}
