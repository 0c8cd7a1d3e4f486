package org.modewise.pde;

import java.io.Serializable;

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
