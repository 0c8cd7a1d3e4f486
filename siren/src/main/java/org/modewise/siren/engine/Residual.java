package org.modewise.siren.engine;

/** r(u, ∂u, …; data): what should be zero at a point, from the network's jet there. Stateless, shared between threads. */
public interface Residual {
    /**
     * What of the jet it looks at.
     *
     * @return the channels
     */
    JetChannels channels();

    /**
     * The residuals of a tile of points, and their derivatives by the jet.
     *
     * @param data what is known of the points, one row a quantity
     * @param jet the network's output, one row a channel
     * @param r where the residuals go
     * @param slopes where ∂r/∂jet goes, one row a channel; every row is written
     */
    void evaluate(double[][] data, double[][] jet, double[] r, double[][] slopes);
}
