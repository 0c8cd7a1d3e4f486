package org.modewise.pde;

/**
 * The minima next to some targets of a row: a step of Newton's method for all of them in loops, twice as fast as one by one and
 * enough where the starts are good; {@link HopfLaxMinimum} goes on for the rest. Reused; not safe to share between
 * threads.
 */
final class HopfLaxBatch {
    /** Targets at most: all that is known of them stays in the nearest cache, whatever the row's length. */
    static final int MOST = 64;

    /** Where each starts, in nodes, and where its minimum is if that is settled. */
    final double[] x;

    final double[] y;
    /** G, where it is settled. */
    final double[] value;
    /** u = ∇Φ₀, where it is settled. */
    final double[] velocityX;

    final double[] velocityY;
    /** Whether one step was enough. */
    final boolean[] isSettled;

    private final TaylorPatches patches;
    private final TaylorPatches.Places places;
    private final double[] jets;
    private final double close;

    HopfLaxBatch(TaylorPatches patches) {
        this.patches = patches;
        this.x = new double[MOST];
        this.y = new double[MOST];
        this.value = new double[MOST];
        this.velocityX = new double[MOST];
        this.velocityY = new double[MOST];
        this.isSettled = new boolean[MOST];
        this.places = new TaylorPatches.Places(MOST);
        this.jets = new double[TaylorSums.JET * MOST];
        this.close = HopfLaxMinimum.CLOSE * patches.speed();
    }

    /** A step as in {@link HopfLaxMinimum#find}, but uphill nowhere, for targets at {@code x0 + i * step} and {@code eta}. */
    void step(int count, double x0, double step, double eta, double rate) {
        patches.evaluate(x, y, places, jets, count);
        double hx = patches.hx();
        double hy = patches.hy();
        double perHx = 1 / hx;
        double perHy = 1 / hy;
        double steepest = patches.steepest();
        double torsion = patches.torsion();
        boolean late = steepest > rate;
        for (int i = 0; i < count; i++) {
            double slopeX = jets[count + i];
            double slopeY = jets[2 * count + i];
            double xx = jets[3 * count + i];
            double xy = jets[4 * count + i];
            double yy = jets[5 * count + i];
            double distanceX = (x0 + i * step - x[i]) * hx;
            double distanceY = (eta - y[i]) * hy;
            double restX = slopeX - distanceX * rate;
            double restY = slopeY - distanceY * rate;
            double bendX = xx + rate;
            double bendY = yy + rate;
            double determinant = bendX * bendY - xy * xy;
            double inverse = 1 / determinant;
            double moveX = (xy * restY - bendY * restX) * inverse;
            double moveY = (xy * restX - bendX * restY) * inverse;
            double left = (moveX * moveX + moveY * moveY) * torsion;
            boolean convex = determinant > 0 && bendX > 0;
            isSettled[i] = convex && left * (determinant + steepest * (bendX + bendY)) <= close * determinant;
            if (isSettled[i]) {
                double fx = slopeX + 0.5 * (xx * moveX + xy * moveY);
                double fy = slopeY + 0.5 * (xy * moveX + yy * moveY);
                double leftX = distanceX - moveX;
                double leftY = distanceY - moveY;
                value[i] = jets[i] + (fx * moveX + fy * moveY + 0.5 * (leftX * leftX + leftY * leftY) * rate);
                velocityX[i] = late ? leftX * rate : 2 * fx - slopeX;
                velocityY[i] = late ? leftY * rate : 2 * fy - slopeY;
                x[i] += moveX * perHx;
                y[i] += moveY * perHy;
            } else if (convex) {
                x[i] += Math.max(-1, Math.min(1, moveX * perHx));
                y[i] += Math.max(-1, Math.min(1, moveY * perHy));
            }
        }
    }
}
