package org.modewise.pde;

import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * ln Σ e^{ℓₖ} and Σ e^{ℓₖ}∇ℓₖ / Σ e^{ℓₖ}, ℓₖ the logarithm of component k: y given x is normal with the mean m_y + (Cxy/Cxx)
 * (x - mₓ) and the variance Cyy - Cxy²/Cxx, so that no matrix is inverted. One line of constants a component.
 */
final class MixtureSampler {
    private static final ElementaryFunctions FUNCTIONS = ElementaryFunctions.preferred();

    private final Grid2D grid;
    private final boolean alongX;
    private final boolean alongY;
    private final double[] x;
    private final double[] y;
    /** Var X, Cxy/Cxx, and Var(Y|X). */
    private final double[] variance;

    private final double[] slope;
    private final double[] rest;
    private final double[] logNorm;
    private final double[] terms;

    /** Room for so many components. */
    MixtureSampler(int size, Grid2D grid) {
        this.grid = Objects.requireNonNull(grid, "grid");
        this.alongX = !LineGrids.isAlongY(grid);
        this.alongY = !LineGrids.isAlongX(grid);
        this.x = new double[size];
        this.y = new double[size];
        this.variance = new double[size];
        this.slope = new double[size];
        this.rest = new double[size];
        this.logNorm = new double[size];
        this.terms = new double[size];
    }

    /** Takes the components as they are after a transition; returns itself. */
    MixtureSampler set(GaussianMixture mixture, GaussianTransition transition) {
        for (int k = 0; k < terms.length; k++) {
            double xx = mixture.xx(k);
            double xy = mixture.xy(k);
            double yy = mixture.yy(k);
            x[k] = transition.meanX(mixture.x(k), mixture.y(k));
            y[k] = transition.meanY(mixture.x(k), mixture.y(k));
            logNorm[k] = Math.log(mixture.weight(k));
            if (alongX) {
                variance[k] = transition.varianceX(xx, xy, yy);
                logNorm[k] -= logNorm(variance[k], k);
            }
            if (alongY) {
                double covariance = transition.covariance(xx, xy, yy);
                slope[k] = alongX ? covariance / variance[k] : 0;
                rest[k] = transition.varianceY(xx, xy, yy) - covariance * slope[k];
                logNorm[k] -= logNorm(rest[k], k);
            }
        }
        return this;
    }

    /** ln √(2πv). */
    private static double logNorm(double variance, int component) {
        if (!(variance > 0)) {
            throw new IllegalArgumentException("every component must have a width to have a density, got component "
                    + component + " of variance " + variance + " along the grid");
        }
        return 0.5 * (Math.log(2 * Math.PI) + Math.log(variance));
    }

    Field2D density() {
        double[] values = new double[grid.size()];
        density(values);
        return FieldAccess.wrap(grid, values);
    }

    void density(double[] values) {
        logDensity(values);
        for (int k = 0; k < grid.size(); k++) {
            values[k] = Math.exp(values[k]);
        }
    }

    Field2D logDensity() {
        double[] values = new double[grid.size()];
        logDensity(values);
        return FieldAccess.wrap(grid, values);
    }

    private void logDensity(double[] values) {
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                evaluate(grid.x(i), grid.y(j));
                values[j * grid.nx() + i] = FUNCTIONS.logSumExp(terms, 0, terms.length);
            }
        }
    }

    VectorField2D score() {
        double[] scoreX = new double[grid.size()];
        double[] scoreY = new double[grid.size()];
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                evaluate(grid.x(i), grid.y(j));
                score(grid.x(i), grid.y(j), j * grid.nx() + i, scoreX, scoreY);
            }
        }
        return new VectorField2D(FieldAccess.wrap(grid, scoreX), FieldAccess.wrap(grid, scoreY));
    }

    private void evaluate(double atX, double atY) {
        for (int k = 0; k < terms.length; k++) {
            double sum = 0;
            double dx = alongX ? atX - x[k] : 0;
            if (alongX) {
                sum += dx * dx / variance[k];
            }
            if (alongY) {
                double dy = atY - y[k] - slope[k] * dx;
                sum += dy * dy / rest[k];
            }
            terms[k] = logNorm[k] - 0.5 * sum;
        }
    }

    private void score(double atX, double atY, int at, double[] scoreX, double[] scoreY) {
        double most = Double.NEGATIVE_INFINITY;
        for (double term : terms) {
            most = Math.max(most, term);
        }
        FUNCTIONS.exp(terms, 0, most, terms, 0, terms.length);
        double total = 0;
        double sumX = 0;
        double sumY = 0;
        for (int k = 0; k < terms.length; k++) {
            double dx = alongX ? atX - x[k] : 0;
            double pullY = alongY ? (atY - y[k] - slope[k] * dx) / rest[k] : 0;
            total += terms[k];
            sumX -= alongX ? terms[k] * (dx / variance[k] - slope[k] * pullY) : 0;
            sumY -= terms[k] * pullY;
        }
        scoreX[at] = sumX / total;
        scoreY[at] = sumY / total;
    }
}
