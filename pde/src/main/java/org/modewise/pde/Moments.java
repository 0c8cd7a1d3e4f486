package org.modewise.pde;

import java.io.Serializable;
import org.modewise.core.Grid2D;

/**
 * ∫p, E[X] and Cov[X] of a density: means and covariances are those of p/∫p. On a line those across it are 0. Where
 * ∫p is 0 they do not exist and are NaN. An immutable value, safe to share between threads.
 *
 * @param mass ∫p
 * @param meanX E[X]
 * @param meanY E[Y]
 * @param varianceX Var[X]
 * @param covariance Cov[X,Y]
 * @param varianceY Var[Y]
 * @serial exclude
 */
public record Moments(double mass, double meanX, double meanY, double varianceX, double covariance, double varianceY)
        implements Serializable {
    /** Those of a mixture, on the plane. */
    static Moments of(GaussianMixture mixture) {
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int k = 0; k < mixture.size(); k++) {
            mass += mixture.weight(k);
            x += mixture.weight(k) * mixture.x(k);
            y += mixture.weight(k) * mixture.y(k);
        }
        x /= mass;
        y /= mass;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int k = 0; k < mixture.size(); k++) {
            double dx = mixture.x(k) - x;
            double dy = mixture.y(k) - y;
            xx += mixture.weight(k) * (mixture.xx(k) + dx * dx);
            xy += mixture.weight(k) * (mixture.xy(k) + dx * dy);
            yy += mixture.weight(k) * (mixture.yy(k) + dy * dy);
        }
        return new Moments(mass, x, y, xx / mass, xy / mass, yy / mass);
    }

    /** As a grid sees them: those across a line are 0. */
    Moments on(Grid2D grid) {
        if (LineGrids.isAlongX(grid)) {
            return new Moments(mass, meanX, 0, varianceX, 0, 0);
        }
        return LineGrids.isAlongY(grid) ? new Moments(mass, 0, meanY, 0, 0, varianceY) : this;
    }

    /** What a process makes of them: exactly, whatever the density. */
    Moments after(GaussianTransition transition) {
        return new Moments(
                mass,
                transition.meanX(meanX, meanY),
                transition.meanY(meanX, meanY),
                transition.varianceX(varianceX, covariance, varianceY),
                transition.covariance(varianceX, covariance, varianceY),
                transition.varianceY(varianceX, covariance, varianceY));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the mass, the means and the variances
     */
    @Override
    public String toString() {
        return OneLine.of(
                "Moments[mass " + (float) mass + ", mean (" + (float) meanX + ", " + (float) meanY + "), var ("
                        + (float) varianceX + ", " + (float) varianceY + ")]",
                "Moments[mass " + (float) mass + ", mean (" + (float) meanX + ", " + (float) meanY + ")]");
    }
}
