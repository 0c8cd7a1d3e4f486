package org.modewise.siren.engine;

import java.util.Arrays;

/** r = u - y: how far the network is from data, which are the first quantity known of a point. */
public final class Mismatch implements Residual {
    /** The one there needs to be. */
    public static final Mismatch INSTANCE = new Mismatch();

    private Mismatch() {}

    @Override
    public JetChannels channels() {
        return JetChannels.VALUE;
    }

    @Override
    public void evaluate(
            double[][] data,
            double[] coefficients,
            double[][] jet,
            double[] r,
            double[][] slopes,
            double[][] coefficientSlopes) {
        double[] y = data[0];
        double[] u = jet[0];
        for (int t = 0; t < r.length; t++) {
            r[t] = u[t] - y[t];
        }
        Arrays.fill(slopes[0], 1);
        for (double[] slope : coefficientSlopes) {
            Arrays.fill(slope, 0);
        }
    }
}
