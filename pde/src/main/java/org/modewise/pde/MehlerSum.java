package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.ScratchPool;
import org.modewise.pde.logdomain.Expectations;
import org.modewise.pde.logdomain.GaussianLine;
import org.modewise.pde.logdomain.GaussianPlane;

/**
 * ln p_t(x) = ln Σ h·e^{L(y) - (x-ay-b)²/2v} - ½ln 2πv over the nodes y and beyond ({@link LogTails}), L = ln p₀, and ∇ln p_t(x) = -E[x-ay-b]/v under the
 * same weights (Tweedie's formula): Mehler's kernel in the log domain. All terms are positive, so that tails keep their
 * digits. Immutable, safe to share between threads.
 */
final class MehlerSum {
    /** A smaller scale moves nothing by an ulp either, and the engine needs one above 0. */
    private static final double LEAST_SCALE = 1e-20;

    private static final double[][] NOTHING_CARRIED = {};

    private final Grid2D grid;
    private final boolean alongX;
    private final boolean alongY;
    private final double[] values;
    private final int marginX;
    private final int marginY;
    private final ScratchPool<GaussianLine> lines;
    private final ScratchPool<GaussianPlane> planes;
    private final ScratchPool<GaussianPlane> planesWithMoments;

    MehlerSum(Grid2D grid, double[] extended) {
        this.grid = grid;
        this.alongX = !LineGrids.isAlongY(grid);
        this.alongY = !LineGrids.isAlongX(grid);
        this.marginX = LogTails.margin(grid.nx());
        this.marginY = LogTails.margin(grid.ny());
        this.values = extended;
        this.lines = new ScratchPool<>(() -> new GaussianLine(values.length, false, grid.size(), 0));
        this.planes = new ScratchPool<>(() -> plane(false));
        this.planesWithMoments = new ScratchPool<>(() -> plane(true));
    }

    private GaussianPlane plane(boolean moments) {
        return new GaussianPlane(
                grid.nx() + 2 * marginX, grid.ny() + 2 * marginY, false, grid.nx(), grid.ny(), 0, moments);
    }

    /** ln p after a transition that keeps the axes apart, with noise along each. */
    Field2D logarithm(GaussianTransition transition) {
        double[] log = new double[grid.size()];
        if (alongX && alongY) {
            GaussianPlane plane = planes.take();
            kernels(plane, transition);
            plane.apply(this::row, log, NOTHING_CARRIED, null);
            planes.give(plane);
        } else {
            line(transition, Expectations.of(log));
        }
        double norm = (alongX ? logNorm(transition.varianceX()) : 0) + (alongY ? logNorm(transition.varianceY()) : 0);
        for (int k = 0; k < log.length; k++) {
            log[k] -= norm;
        }
        return FieldAccess.wrap(grid, log);
    }

    /** ln √(2πv). */
    private static double logNorm(double variance) {
        return 0.5 * (Math.log(2 * Math.PI) + Math.log(variance));
    }

    /** ∇ln p after such a transition. */
    VectorField2D score(GaussianTransition transition) {
        double[] x = new double[grid.size()];
        double[] y = new double[grid.size()];
        if (alongX && alongY) {
            GaussianPlane plane = planesWithMoments.take();
            kernels(plane, transition);
            double[] square = new double[grid.size()];
            plane.apply(
                    this::row, null, NOTHING_CARRIED, new GaussianPlane.Moments(x, y, square, square.clone(), square));
            planesWithMoments.give(plane);
        } else {
            line(transition, new Expectations(null, null, alongX ? x : y, null, null));
        }
        for (int k = 0; k < x.length; k++) {
            x[k] = alongX ? -x[k] / transition.varianceX() : 0;
            y[k] = alongY ? -y[k] / transition.varianceY() : 0;
        }
        return new VectorField2D(FieldAccess.wrap(grid, x), FieldAccess.wrap(grid, y));
    }

    private void row(int j, double[] log, double[][] functions) {
        System.arraycopy(values, j * log.length, log, 0, log.length);
    }

    private void line(GaussianTransition transition, Expectations results) {
        GaussianLine line = lines.take();
        if (alongX) {
            kernelX(line, transition);
        } else {
            kernelY(line, transition);
        }
        line.apply(values, null, 0, results, 0, 1);
        lines.give(line);
    }

    private void kernels(GaussianPlane plane, GaussianTransition transition) {
        kernelX(plane.alongX(), transition);
        kernelY(plane.alongY(), transition);
    }

    private void kernelX(GaussianLine line, GaussianTransition transition) {
        double scale = Math.max(transition.xx(), LEAST_SCALE);
        double start = grid.x0() - marginX * grid.dx();
        line.kernel(grid.x0(), grid.dx(), start, grid.dx(), scale, transition.x0(), transition.varianceX());
    }

    private void kernelY(GaussianLine line, GaussianTransition transition) {
        double scale = Math.max(transition.yy(), LEAST_SCALE);
        double start = grid.y0() - marginY * grid.dy();
        line.kernel(grid.y0(), grid.dy(), start, grid.dy(), scale, transition.y0(), transition.varianceY());
    }
}
