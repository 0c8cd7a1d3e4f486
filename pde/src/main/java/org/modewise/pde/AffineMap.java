package org.modewise.pde;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;

/**
 * v(x,y) = u(xx·x + xy·y + x₀, yx·x + yy·y + y₀): a field turned, stretched, sheared, mirrored and moved, exactly.
 *
 * <p>Two passes, one along each axis, of the trigonometric polynomials through rows and columns at points of any spacing,
 * which chirp transforms find in O(N log N) a line. The new nodes may be those of any grid. The field is 0 outside its
 * rectangle, and must have fallen to 1e-8 of its largest modulus on the outermost nodes; between the passes it is sheared,
 * and 1e-8 of its norm at most may be waves that the grid does not hold then. Errors are about as large as these tails,
 * and those of rounding if there are none. A map that shrinks a field below the spacing of the new grid samples it there:
 * blur it first.
 *
 * <p>Values are kept, as those of a colour; the mass of v is that of u over |det|, so a density wants
 * {@code map.apply(p).times(Math.abs(map.determinant()))}.
 *
 * @param xx dX/dx
 * @param xy dX/dy
 * @param yx dY/dx
 * @param yy dY/dy
 * @param x0 X at the origin
 * @param y0 Y at the origin
 * @serial exclude
 */
public record AffineMap(double xx, double xy, double yx, double yy, double x0, double y0) implements Serializable {
    /**
     * Makes the map.
     *
     * @param xx dX/dx, finite
     * @param xy dX/dy, finite
     * @param yx dY/dx, finite
     * @param yy dY/dy, finite
     * @param x0 X at the origin, finite
     * @param y0 Y at the origin, finite
     * @throws IllegalArgumentException if a number is NaN or infinite, or the determinant is 0 or not finite
     */
    public AffineMap {
        Arguments.finite(xx, "xx");
        Arguments.finite(xy, "xy");
        Arguments.finite(yx, "yx");
        Arguments.finite(yy, "yy");
        Arguments.finite(x0, "x0");
        Arguments.finite(y0, "y0");
        double determinant = xx * yy - xy * yx;
        if (!(Math.abs(determinant) > 0 && Math.abs(determinant) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the determinant must not be 0, and finite, got " + determinant);
        }
    }

    /**
     * The map that keeps a point.
     *
     * @param centerX the point's x, finite
     * @param centerY the point's y, finite
     * @param xx dX/dx, finite
     * @param xy dX/dy, finite
     * @param yx dY/dx, finite
     * @param yy dY/dy, finite
     * @return the map
     * @throws IllegalArgumentException if a number is NaN or infinite, or the determinant is 0 or not finite
     */
    public static AffineMap about(double centerX, double centerY, double xx, double xy, double yx, double yy) {
        return new AffineMap(
                xx, xy, yx, yy, centerX - (xx * centerX + xy * centerY), centerY - (yx * centerX + yy * centerY));
    }

    /**
     * xx·yy - xy·yx, the area of what a unit square is taken to.
     *
     * @return the determinant, not 0
     */
    public double determinant() {
        return xx * yy - xy * yx;
    }

    /**
     * The field at the mapped nodes of its own grid.
     *
     * @param u the field
     * @return v, on the grid of u
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or the field or its spectrum
     *     reaches too far, saying how far, or v is beyond the doubles
     */
    public Field2D apply(Field2D u) {
        Arguments.finite(u, "u");
        return AffinePasses.of(this, u, u.grid()).apply();
    }

    /**
     * The field at the mapped nodes of another grid.
     *
     * @param u the field
     * @param grid the grid of the result
     * @return v, on that grid
     * @throws IllegalArgumentException as {@link #apply(Field2D)}, and if the samples between the passes, as wide as the
     *     one grid and as high as the other, do not fit into an array or the heap
     */
    public Field2D apply(Field2D u, Grid2D grid) {
        Arguments.finite(u, "u");
        return AffinePasses.of(this, u, Objects.requireNonNull(grid, "grid")).apply();
    }

    /**
     * How far v can be trusted: whether the grid resolves u and v, and how much of u is cut off at its edges and by the
     * shear between the passes. Values are kept, so that amplification and gain are 1 and no value leaves u's range.
     *
     * @param u the field, as {@link #apply(Field2D)} takes it
     * @return the figures of v on the grid of u, at time 0
     * @throws IllegalArgumentException as {@link #apply(Field2D)}
     */
    public Certificate certificate(Field2D u) {
        Arguments.finite(u, "u");
        return AffinePasses.of(this, u, u.grid()).certificate();
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the matrix and the shift, shortened if they have many digits
     */
    @Override
    public String toString() {
        return OneLine.of(
                "AffineMap[" + xx + " " + xy + ", " + yx + " " + yy + ", + " + x0 + " " + y0 + "]",
                String.format(Locale.ROOT, "AffineMap[%.3g %.3g, %.3g %.3g, + %.3g %.3g]", xx, xy, yx, yy, x0, y0));
    }
}
