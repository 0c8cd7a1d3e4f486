package org.modewise.pde;

/**
 * A minimum of G(y) = Φ₀(y) + |x-y|²/2t in the plane, by Newton's method on {@link TaylorPatches} of Φ₀, and what is known
 * there. Reused from target to target; not safe to share between threads.
 */
final class HopfLaxMinimum {
    private static final int STEPS = 60;
    /** What Newton's method may leave of u, as a share of max|u₀|. */
    static final double CLOSE = 1e-11;
    /** Nodes between a minimiser and the best node beside it. */
    private static final double NEXT = 1.5;

    /** The place, in nodes. */
    double x;

    double y;
    /** G. */
    double value;
    /** u = ∇Φ₀. */
    double velocityX;

    double velocityY;
    /** det G''. */
    double determinant;
    /** Whether G'' is positive there: from a branch that ends before its target a search finds no minimum. */
    boolean isConvex;
    /** Of Φ₀, next to the minimum. */
    private double gradientX;

    private double gradientY;
    private double xx;
    private double xy;
    private double yy;
    private final double[] jet = new double[TaylorSums.JET];

    private final TaylorPatches patches;
    private final double hx;
    private final double hy;
    private final double perHx;
    private final double perHy;
    private final double close;

    HopfLaxMinimum(TaylorPatches patches) {
        this.patches = patches;
        this.hx = patches.hx();
        this.hy = patches.hy();
        this.perHx = 1 / hx;
        this.perHy = 1 / hy;
        this.close = CLOSE * patches.speed();
    }

    /**
     * Newton's method for ∇G = 0, by moves of a cell at most. Where G is not convex it goes downhill. It ends, where G
     * is convex, at a move so short that u would not be another after the next. Places are counted in nodes.
     */
    void find(double startX, double startY, double xi, double eta, double rate) {
        x = startX;
        y = startY;
        for (int step = 0; step < STEPS; step++) {
            evaluate();
            double distanceX = (xi - x) * hx;
            double distanceY = (eta - y) * hy;
            double restX = gradientX - distanceX * rate;
            double restY = gradientY - distanceY * rate;
            double bendX = xx + rate;
            double bendY = yy + rate;
            determinant = bendX * bendY - xy * xy;
            double moveX;
            double moveY;
            isConvex = determinant > 0 && bendX > 0;
            if (isConvex) {
                double inverse = 1 / determinant;
                moveX = (xy * restY - bendY * restX) * inverse;
                moveY = (xy * restX - bendX * restY) * inverse;
            } else {
                moveX = -Math.signum(restX) * hx;
                moveY = -Math.signum(restY) * hy;
            }
            double square = moveX * moveX + moveY * moveY;
            // Of ∇Φ₀ half the third derivatives by the move's square is left, at most; over the lesser eigenvalue
            // of G'' it is what is left of the place, which moves u by its slope.
            double left = square * patches.torsion();
            if (isConvex && left * (determinant + patches.steepest() * (bendX + bendY)) <= close * determinant) {
                finish(distanceX, distanceY, moveX, moveY, rate);
                x += moveX * perHx;
                y += moveY * perHy;
                return;
            }
            x += Math.max(-1, Math.min(1, moveX * perHx));
            y += Math.max(-1, Math.min(1, moveY * perHy));
        }
        evaluate();
        determinant = (xx + rate) * (yy + rate) - xy * xy;
        isConvex = determinant > 0 && xx + rate > 0;
        finish((xi - x) * hx, (eta - y) * hy, 0, 0, rate);
    }

    private void evaluate() {
        patches.evaluate(x, y, jet);
        value = jet[0];
        gradientX = jet[1];
        gradientY = jet[2];
        xx = jet[3];
        xy = jet[4];
        yy = jet[5];
    }

    /** G and u at a last short move from where Φ₀ is known, by what is known there. */
    private void finish(double distanceX, double distanceY, double moveX, double moveY, double rate) {
        double fx = gradientX + 0.5 * (xx * moveX + xy * moveY);
        double fy = gradientY + 0.5 * (xy * moveX + yy * moveY);
        double leftX = distanceX - moveX;
        double leftY = distanceY - moveY;
        value += fx * moveX + fy * moveY + 0.5 * (leftX * leftX + leftY * leftY) * rate;
        boolean late = patches.steepest() > rate;
        velocityX = late ? leftX * rate : 2 * fx - gradientX;
        velocityY = late ? leftY * rate : 2 * fy - gradientY;
    }

    /**
     * Whether a node lies where the minimiser would go, to first order, if the target went by so many of the steps along
     * x and y at which targets are compared.
     */
    boolean isNext(double rate, int stepsX, int stepsY, int nodeX, int nodeY) {
        double dx = stepsX * patches.refineX() * hx;
        double dy = stepsY * patches.refineY() * hy;
        double factor = rate / determinant;
        double moveX = factor * ((yy + rate) * dx - xy * dy);
        double moveY = factor * ((xx + rate) * dy - xy * dx);
        return Math.abs(x + moveX * perHx - nodeX) <= NEXT && Math.abs(y + moveY * perHy - nodeY) <= NEXT;
    }
}
