package org.modewise.pde;

import org.modewise.core.Grid2D;

/**
 * A velocity of two functions. Its divergence is found by central differences of the tenth order, h at most 1/512 of
 * the period: waves down to an eighth of the period to 3e-14 of their slope, and 1e-13 of 2π|v|/l for rounding. Twice
 * the step makes the first a thousand times as large, which tells when waves are too fine.
 *
 * <p>One that is given is compared with differences over a millionth of the period, which few kinks are so near to as to
 * mislead, and which then seldom agree with those over twice and four times as much.
 */
record VelocityFunctions(SpaceTimeFunction vx, SpaceTimeFunction vy, boolean isSteady) implements VelocitySource {
    /** log₂ of the smallest of them in periods. */
    private static final int STEP = -9;

    private static final double[] WEIGHTS = {5 / 6.0, -5 / 21.0, 5 / 84.0, -5 / 504.0, 1 / 1260.0};
    /** Of the differences with both steps, beside the largest slope nearby. */
    private static final double AGREEMENT = 1e-9;
    /** log₂ of the step that a given divergence is compared with, in periods. */
    private static final int CLOSE_STEP = -20;
    /** How much more than what three such steps differ by a given divergence may differ from the least one. */
    private static final double DOUBT = 10;
    /** How many ulps of a place a function's value may be off by. */
    private static final double DIGITS = 16;

    @Override
    public VelocitySampler sampler(Grid2D grid) {
        return new Sampler(grid);
    }

    private final class Sampler implements VelocitySampler {
        private final Grid2D grid;
        private final double stepX;
        private final double stepY;
        private final double closeX;
        private final double closeY;

        /** Powers of two, which no place loses digits to. */
        Sampler(Grid2D grid) {
            this.grid = grid;
            this.stepX = Math.scalb(1.0, Math.getExponent(grid.lx()) + STEP);
            this.stepY = Math.scalb(1.0, Math.getExponent(grid.ly()) + STEP);
            this.closeX = Math.scalb(stepX, CLOSE_STEP - STEP);
            this.closeY = Math.scalb(stepY, CLOSE_STEP - STEP);
        }

        @Override
        public void velocity(double t, int count, double[] x, double[] y, double[] alongX, double[] alongY) {
            for (int p = 0; p < count; p++) {
                alongX[p] = VelocitySampler.finite(vx.at(x[p], y[p], t), "vx", x[p], y[p], t);
                alongY[p] = VelocitySampler.finite(vy.at(x[p], y[p], t), "vy", x[p], y[p], t);
            }
        }

        @Override
        public void divergence(double t, int count, double[] x, double[] y, double[] divergence) {
            for (int p = 0; p < count; p++) {
                divergence[p] = VelocitySampler.finite(divergence(x[p], y[p], t, 1), "the divergence", x[p], y[p], t);
            }
        }

        private double divergence(double x, double y, double t, int steps) {
            double alongX = 0;
            double alongY = 0;
            for (int k = 1; k <= WEIGHTS.length; k++) {
                double dx = steps * k * stepX;
                double dy = steps * k * stepY;
                alongX += WEIGHTS[k - 1] * (vx.at(x + dx, y, t) - vx.at(x - dx, y, t));
                alongY += WEIGHTS[k - 1] * (vy.at(x, y + dy, t) - vy.at(x, y - dy, t));
            }
            return alongX / (steps * stepX) + alongY / (steps * stepY);
        }

        /** At the points, and half a step aside: about a kink all differences are alike. */
        @Override
        public void checkDivergence(double t, int count, double[] x, double[] y) {
            double slope = 0;
            for (int p = 0; p < count; p++) {
                slope = Math.max(slope, slope(x[p], y[p], t));
            }
            for (int p = 0; p < count; p++) {
                check(x[p], y[p], t, slope);
                check(x[p] + 0.5 * stepX, y[p] + 0.5 * stepY, t, slope);
            }
        }

        private void check(double x, double y, double t, double slope) {
            double fine = divergence(x, y, t, 1);
            double coarse = divergence(x, y, t, 2);
            boolean exact = isStep(x, stepX) && isStep(y, stepY);
            if (!exact || !(Math.abs(fine - coarse) <= AGREEMENT * slope)) {
                throw new IllegalArgumentException("the velocity must be smooth enough for differences, got the"
                        + " divergences " + fine + " and " + coarse + " at (" + x + ", " + y + "), t = " + t
                        + "; Velocity.divergence takes its own");
            }
        }

        private static boolean isStep(double x, double step) {
            return Math.abs(x + step - x - step) <= AGREEMENT * step;
        }

        /** Where differences do not agree, or places have no digits for them, all goes. */
        @Override
        public double contradiction(double t, double x, double y, double given, double turning) {
            double one = close(x, y, t, 1);
            double two = close(x, y, t, 2);
            double four = close(x, y, t, 4);
            double spread = Math.max(one, Math.max(two, four)) - Math.min(one, Math.min(two, four));
            double digits = Math.ulp(x) / closeX + Math.ulp(y) / closeY;
            double rounding = (AGREEMENT + DIGITS * digits) * (slope(x, y, t) + 2 * Math.PI * turning);
            return Math.abs(given - one) > DOUBT * spread + rounding ? one : Double.NaN;
        }

        private double close(double x, double y, double t, int steps) {
            double dx = steps * closeX;
            double dy = steps * closeY;
            return (vx.at(x + dx, y, t) - vx.at(x - dx, y, t)) / (2 * dx)
                    + (vy.at(x, y + dy, t) - vy.at(x, y - dy, t)) / (2 * dy);
        }

        /** How fast v may be expected to change: what it does from a place to the next, and 2π|v|/l. */
        private double slope(double x, double y, double t) {
            double alongX = (vx.at(x + stepX, y, t) - vx.at(x - stepX, y, t)) / (2 * stepX);
            double alongY = (vy.at(x, y + stepY, t) - vy.at(x, y - stepY, t)) / (2 * stepY);
            double turning = Math.abs(vx.at(x, y, t)) / grid.lx() + Math.abs(vy.at(x, y, t)) / grid.ly();
            return Math.abs(alongX) + Math.abs(alongY) + 2 * Math.PI * turning;
        }
    }

    @Override
    public String toString() {
        return "functions";
    }
}
