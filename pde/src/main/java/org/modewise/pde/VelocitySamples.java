package org.modewise.pde;

import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.Arguments;

/**
 * A velocity of samples, between which the trigonometric interpolants of its components and of its divergence count.
 */
final class VelocitySamples implements VelocitySource {
    private final OversampledField vx;
    private final OversampledField vy;
    private final OversampledField divergence;

    VelocitySamples(VectorField2D v) {
        this.vx = OversampledField.of(Arguments.finite(v.x(), "v.x"), "v.x");
        this.vy = OversampledField.of(Arguments.finite(v.y(), "v.y"), "v.y");
        this.divergence = OversampledField.divergence(v, "v");
    }

    @Override
    public VelocitySampler sampler(Grid2D grid) {
        GridWeights weights = new GridWeights(vx);
        return new VelocitySampler() {
            @Override
            public void velocity(double t, int count, double[] x, double[] y, double[] first, double[] second) {
                weights.place(x, y, 0, count);
                weights.values(vx, count, first, 0);
                weights.values(vy, count, second, 0);
            }

            @Override
            public void divergence(double t, int count, double[] x, double[] y, double[] values) {
                weights.values(divergence, count, values, 0);
            }
        };
    }

    @Override
    public String toString() {
        return vx.grid().nx() + "x" + vx.grid().ny() + " samples";
    }
}
