package org.modewise.siren.engine;

/**
 * r(u, ∂u, …; c; data): what should be zero at a point, from the network's jet there and numbers c that are the same at all
 * points. Stateless, shared between threads.
 */
public interface Residual {
    /**
     * What of the jet it looks at.
     *
     * @return the channels
     */
    JetChannels channels();

    /**
     * The residuals of a tile of points, and their derivatives by the jet and by the coefficients.
     *
     * @param data what is known of the points, one row a quantity
     * @param coefficients c
     * @param jet the network's output, one row a channel
     * @param r where the residuals go
     * @param slopes where ∂r/∂jet goes, one row a channel; every row is written
     * @param coefficientSlopes where ∂r/∂c goes, one row a coefficient; every row is written
     */
    void evaluate(
            double[][] data,
            double[] coefficients,
            double[][] jet,
            double[] r,
            double[][] slopes,
            double[][] coefficientSlopes);
}
