package org.modewise.pde;

import java.io.Serializable;
import java.util.Locale;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;

/**
 * X ↦ ΦX + b + Z with Z ~ N(0, Σ): what a {@link LinearDiffusion} does in a span of time. An immutable value, safe to
 * share between threads.
 *
 * @param xx Φxx, what the mean along x takes of x
 * @param xy Φxy, what the mean along x takes of y
 * @param yx Φyx, what the mean along y takes of x
 * @param yy Φyy, what the mean along y takes of y
 * @param x0 the mean along x of what starts at the origin
 * @param y0 the mean along y of what starts at the origin
 * @param varianceX Σxx, at least 0
 * @param covariance Σxy
 * @param varianceY Σyy, at least 0
 * @serial exclude
 */
public record GaussianTransition(
        double xx,
        double xy,
        double yx,
        double yy,
        double x0,
        double y0,
        double varianceX,
        double covariance,
        double varianceY)
        implements Serializable {
    /**
     * Makes the transition.
     *
     * @param xx Φxx, finite
     * @param xy Φxy, finite
     * @param yx Φyx, finite
     * @param yy Φyy, finite
     * @param x0 bx, finite
     * @param y0 by, finite
     * @param varianceX Σxx, at least 0 and finite
     * @param covariance Σxy, finite
     * @param varianceY Σyy, at least 0 and finite
     * @throws IllegalArgumentException if a number is NaN or infinite, or a variance negative
     */
    public GaussianTransition {
        Arguments.finite(xx, "xx");
        Arguments.finite(xy, "xy");
        Arguments.finite(yx, "yx");
        Arguments.finite(yy, "yy");
        Arguments.finite(x0, "x0");
        Arguments.finite(y0, "y0");
        Arguments.nonNegative(varianceX, "varianceX");
        Arguments.finite(covariance, "covariance");
        Arguments.nonNegative(varianceY, "varianceY");
    }

    /** The same along both axes: Φ = scale, Σ = variance. */
    static GaussianTransition isotropic(double scale, double x0, double y0, double variance) {
        return new GaussianTransition(scale, 0, 0, scale, x0, y0, variance, 0, variance);
    }

    /**
     * This and then another: Φ₂Φ₁, Φ₂b₁ + b₂, Φ₂Σ₁Φ₂ᵀ + Σ₂.
     *
     * @param next what comes after
     * @return both as one
     */
    public GaussianTransition then(GaussianTransition next) {
        return new GaussianTransition(
                next.xx * xx + next.xy * yx,
                next.xx * xy + next.xy * yy,
                next.yx * xx + next.yy * yx,
                next.yx * xy + next.yy * yy,
                next.meanX(x0, y0),
                next.meanY(x0, y0),
                next.varianceX(varianceX, covariance, varianceY),
                next.covariance(varianceX, covariance, varianceY),
                next.varianceY(varianceX, covariance, varianceY));
    }

    double meanX(double x, double y) {
        return xx * x + xy * y + x0;
    }

    double meanY(double x, double y) {
        return yx * x + yy * y + y0;
    }

    /** Var X after, of what has a covariance before. */
    double varianceX(double vx, double c, double vy) {
        return xx * xx * vx + 2 * xx * xy * c + xy * xy * vy + varianceX;
    }

    /** Var Y after. */
    double varianceY(double vx, double c, double vy) {
        return yx * yx * vx + 2 * yx * yy * c + yy * yy * vy + varianceY;
    }

    /** Cov(X,Y) after. */
    double covariance(double vx, double c, double vy) {
        return xx * yx * vx + (xx * yy + xy * yx) * c + xy * yy * vy + covariance;
    }

    boolean isIdentity() {
        return isSeparable() && xx == 1 && yy == 1 && x0 == 0 && y0 == 0 && varianceX == 0 && varianceY == 0;
    }

    /** Of Φ. */
    double determinant() {
        return xx * yy - xy * yx;
    }

    /** Whether the axes have nothing to do with each other. */
    boolean isSeparable() {
        return xy == 0 && yx == 0 && covariance == 0;
    }

    /** Whether the axes have to do with each other, or one is turned round: what keeps to rows and columns cannot follow. */
    boolean isCoupled() {
        return !isSeparable() || !(xx >= 0) || !(yy >= 0);
    }

    /** What is seen on a grid: a line sees nothing of what goes on across it. */
    GaussianTransition on(Grid2D grid) {
        if (LineGrids.isAlongX(grid)) {
            checkAlone(xy, "x", "y");
            return new GaussianTransition(xx, 0, 0, 1, x0, 0, varianceX, 0, 0);
        }
        if (LineGrids.isAlongY(grid)) {
            checkAlone(yx, "y", "x");
            return new GaussianTransition(1, 0, 0, yy, 0, y0, 0, 0, varianceY);
        }
        return this;
    }

    private static void checkAlone(double coupling, String along, String across) {
        if (coupling != 0) {
            throw new IllegalArgumentException("a line along " + along + " needs a drift along " + along
                    + " that does not depend on " + across + ", got the share " + coupling + " of it");
        }
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return what it makes of the origin
     */
    @Override
    public String toString() {
        return OneLine.of(
                "GaussianTransition[0 -> (" + (float) x0 + ", " + (float) y0 + "), var (" + (float) varianceX + ", "
                        + (float) varianceY + ")]",
                String.format(
                        Locale.ROOT,
                        "GaussianTransition[0 -> (%.3g, %.3g), var (%.3g, %.3g)]",
                        x0,
                        y0,
                        varianceX,
                        varianceY));
    }
}
