package org.modewise.pde;

import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.Arguments;

/**
 * A velocity of samples, between which the trigonometric interpolants of its components and of its divergence count.
 */
final class VelocitySamples implements VelocitySource {
    /** Of a given divergence and that of the interpolant, beside the steepest slope that the samples can have. */
    private static final double AGREEMENT = 1e-9;

    private final OversampledField vx;
    private final OversampledField vy;
    private final OversampledField divergence;
    private final double steepest;

    VelocitySamples(VectorField2D v) {
        this.vx = OversampledField.of(Arguments.finite(v.x(), "v.x"), "v.x");
        this.vy = OversampledField.of(Arguments.finite(v.y(), "v.y"), "v.y");
        this.divergence = OversampledField.divergence(v, "v");
        Grid2D grid = v.grid();
        this.steepest = Math.PI * (v.x().maxNorm() / grid.dx() + v.y().maxNorm() / grid.dy());
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

            @Override
            public double contradiction(double t, double x, double y, double given, double turning) {
                double[] own = new double[1];
                weights.place(new double[] {x}, new double[] {y}, 0, 1);
                weights.values(divergence, 1, own, 0);
                return Math.abs(given - own[0]) > AGREEMENT * steepest ? own[0] : Double.NaN;
            }
        };
    }

    @Override
    public boolean isSteady() {
        return true;
    }

    @Override
    public String toString() {
        return vx.grid().nx() + "x" + vx.grid().ny() + " samples";
    }
}
