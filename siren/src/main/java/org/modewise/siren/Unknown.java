package org.modewise.siren;

import java.util.Objects;

/**
 * u: the function that an equation is about. Its methods give what a residual is made of. Which of them make sense is a
 * matter of the domain's axes, and is checked when the residual is compiled.
 */
public final class Unknown {
    static final Unknown INSTANCE = new Unknown();

    private Unknown() {}

    /**
     * u.
     *
     * @return its value
     */
    public Expression value() {
        return Expression.derivative("", 0);
    }

    /**
     * u_x.
     *
     * @return the first derivative along x
     */
    public Expression x() {
        return Expression.derivative("x", 1);
    }

    /**
     * u_y.
     *
     * @return the first derivative along y
     */
    public Expression y() {
        return Expression.derivative("y", 1);
    }

    /**
     * u_t.
     *
     * @return the first derivative along t
     */
    public Expression t() {
        return Expression.derivative("t", 1);
    }

    /**
     * u_z.
     *
     * @return the first derivative along z
     */
    public Expression z() {
        return Expression.derivative("z", 1);
    }

    /**
     * u_xx.
     *
     * @return the second derivative along x
     */
    public Expression xx() {
        return Expression.derivative("x", 2);
    }

    /**
     * u_yy.
     *
     * @return the second derivative along y
     */
    public Expression yy() {
        return Expression.derivative("y", 2);
    }

    /**
     * u_zz.
     *
     * @return the second derivative along z
     */
    public Expression zz() {
        return Expression.derivative("z", 2);
    }

    /**
     * The first derivative along an axis, for conditions at any wall.
     *
     * @param axis x, y, z or t
     * @return ∂u/∂axis
     */
    public Expression first(String axis) {
        return Expression.derivative(Objects.requireNonNull(axis, "axis"), 1);
    }

    /**
     * u_tt.
     *
     * @return the second derivative along t
     */
    public Expression tt() {
        return Expression.derivative("t", 2);
    }

    /**
     * Δu.
     *
     * @return the sum of the second derivatives along x, y and z, as far as the domain has these axes
     */
    public Expression laplacian() {
        return Expression.laplacianOfUnknown();
    }

    /**
     * What was observed at the point: the values that a condition was given with its points.
     *
     * @return the value
     */
    public Expression observed() {
        return Expression.observation();
    }

    /**
     * |∇u|².
     *
     * @return the sum of the squares of the first derivatives along x, y and z, as far as the domain has these axes
     */
    public Expression gradientSquared() {
        return Expression.gradientSquaredOfUnknown();
    }

    /**
     * A coordinate of the point.
     *
     * @param axis x, y, z or t
     * @return the coordinate
     */
    public Expression coordinate(String axis) {
        return Expression.coordinate(axis);
    }
}
