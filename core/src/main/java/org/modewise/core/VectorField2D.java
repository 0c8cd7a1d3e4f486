package org.modewise.core;

import java.io.Serializable;
import java.util.Objects;
import org.modewise.core.internal.Arguments;

/**
 * v = (vₓ, v_y): the two components of a vector field on one grid. An immutable value, safe to share between threads.
 *
 * @param x the component along x
 * @param y the component along y, on the same grid
 * @serial exclude
 */
public record VectorField2D(Field2D x, Field2D y) implements Serializable {
    /**
     * Joins two components.
     *
     * @param x the component along x
     * @param y the component along y
     * @throws IllegalArgumentException if their grids differ, naming both
     */
    public VectorField2D {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        Arguments.sameGrid(x.grid(), y.grid());
    }

    /**
     * The grid of both components.
     *
     * @return the grid
     */
    public Grid2D grid() {
        return x.grid();
    }

    /**
     * v + w at each node.
     *
     * @param other a vector field on the same grid
     * @return the sum
     * @throws IllegalArgumentException if the grids differ
     */
    public VectorField2D plus(VectorField2D other) {
        Objects.requireNonNull(other, "other");
        return new VectorField2D(x.plus(other.x), y.plus(other.y));
    }

    /**
     * v − w at each node.
     *
     * @param other a vector field on the same grid
     * @return the difference
     * @throws IllegalArgumentException if the grids differ
     */
    public VectorField2D minus(VectorField2D other) {
        Objects.requireNonNull(other, "other");
        return new VectorField2D(x.minus(other.x), y.minus(other.y));
    }

    /**
     * c·v at each node.
     *
     * @param factor the number to multiply by
     * @return the product
     */
    public VectorField2D times(double factor) {
        return new VectorField2D(x.times(factor), y.times(factor));
    }

    /**
     * |v| at each node.
     *
     * @return √(vₓ² + v_y²), without overflow on the way
     */
    public Field2D magnitude() {
        return x.combine(y, Math::hypot);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the largest magnitude
     */
    @Override
    public String toString() {
        return "VectorField2D[" + grid().nx() + "x" + grid().ny() + ", max |v| "
                + Decimals.brief(magnitude().max()) + "]";
    }
}
