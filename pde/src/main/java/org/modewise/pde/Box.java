package org.modewise.pde;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;

/**
 * [x₀, x₀+lx] × [y₀, y₀+ly] between four walls, each with u = 0 (Dirichlet) or ∂u/∂n = 0 (Neumann).
 *
 * <p><b>Nodes are cell centres.</b> The box is cut into nx·ny cells, and a field is sampled at x₀ + (i+½)·lx/nx,
 * y₀ + (j+½)·ly/ny: no node lies on a wall, and all walls share the nodes. {@link #grid} makes that grid, whose own
 * {@code x(i)} are the centres, so that {@code Field2D.of(box.grid(128), (x, y) -> …)} samples where the box wants it.
 * A field on another grid is refused: half a cell would be lost in silence.
 *
 * <p><b>Fields are sums of the box's waves</b>, which a wall reflects: sin(πmξ/l) between two Dirichlet walls, m = 1…n,
 * cos(πmξ/l) between two Neumann walls, m = 0…n-1, and quarter waves, m = ½…n-½, between one of each kind, ξ the distance
 * from the lower wall. Every field is the sum of as many waves as it has samples, and what is solved exactly is that sum.
 * It converges to a smooth function between the nodes at once if the function's reflections are smooth too; one that does
 * not vanish at a Dirichlet wall has reflections that jump, and leaves errors that shrink as the square of the spacing.
 *
 * <p>Equations fit a box if their symbol is real and even in κx and in κy, as reflections are; Heat and Wave do, Transport
 * does not. A box with one wall of each kind along an axis costs twice as much. Problems on a line are one row between
 * Neumann walls. An immutable value, safe to share between threads.
 *
 * @param x0 left wall, finite
 * @param y0 lower wall, finite
 * @param lx distance of the walls along x, positive and finite
 * @param ly distance of the walls along y, positive and finite
 * @param left what the wall at x₀ asks
 * @param right what the wall at x₀+lx asks
 * @param bottom what the wall at y₀ asks
 * @param top what the wall at y₀+ly asks
 * @serial exclude
 */
public record Box(double x0, double y0, double lx, double ly, Wall left, Wall right, Wall bottom, Wall top)
        implements Serializable {
    /** How far a node may lie from the cell's centre, in ulps of the largest coordinate. */
    private static final double ROUNDING = 8;

    /**
     * Makes a box.
     *
     * @param x0 left wall
     * @param y0 lower wall
     * @param lx distance of the walls along x
     * @param ly distance of the walls along y
     * @param left the kind of the left wall
     * @param right the kind of the right wall
     * @param bottom the kind of the lower wall
     * @param top the kind of the upper wall
     * @throws IllegalArgumentException if a wall is not at a finite place or a distance not positive and finite
     */
    public Box {
        Arguments.finite(x0, "x0");
        Arguments.finite(y0, "y0");
        Arguments.positive(lx, "lx");
        Arguments.positive(ly, "ly");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(bottom, "bottom");
        Objects.requireNonNull(top, "top");
        x0 += 0.0;
        y0 += 0.0;
    }

    /**
     * The box with u = 0 on every wall.
     *
     * @param x0 left wall, finite
     * @param y0 lower wall, finite
     * @param lx distance of the walls along x, positive and finite
     * @param ly distance of the walls along y, positive and finite
     * @return the box
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Box dirichlet(double x0, double y0, double lx, double ly) {
        return new Box(x0, y0, lx, ly, Wall.DIRICHLET, Wall.DIRICHLET, Wall.DIRICHLET, Wall.DIRICHLET);
    }

    /**
     * The unit square with u = 0 on every wall.
     *
     * @return the box [0,1]²
     */
    public static Box dirichlet() {
        return dirichlet(0, 0, 1, 1);
    }

    /**
     * The box with ∂u/∂n = 0 on every wall.
     *
     * @param x0 left wall, finite
     * @param y0 lower wall, finite
     * @param lx distance of the walls along x, positive and finite
     * @param ly distance of the walls along y, positive and finite
     * @return the box
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Box neumann(double x0, double y0, double lx, double ly) {
        return new Box(x0, y0, lx, ly, Wall.NEUMANN, Wall.NEUMANN, Wall.NEUMANN, Wall.NEUMANN);
    }

    /**
     * The unit square with ∂u/∂n = 0 on every wall.
     *
     * @return the box [0,1]²
     */
    public static Box neumann() {
        return neumann(0, 0, 1, 1);
    }

    /**
     * The same box with other walls along x.
     *
     * @param left the kind of the left wall
     * @param right the kind of the right wall
     * @return the box
     */
    public Box alongX(Wall left, Wall right) {
        return new Box(x0, y0, lx, ly, left, right, bottom, top);
    }

    /**
     * The same box with other walls along y.
     *
     * @param bottom the kind of the lower wall
     * @param top the kind of the upper wall
     * @return the box
     */
    public Box alongY(Wall bottom, Wall top) {
        return new Box(x0, y0, lx, ly, left, right, bottom, top);
    }

    /**
     * The centres of n×n cells.
     *
     * @param n cells along each axis, at least 1
     * @return the grid of fields in this box
     * @throws IllegalArgumentException if {@code n < 1}, or there is no such grid
     */
    public Grid2D grid(int n) {
        return grid(n, n);
    }

    /**
     * The centres of nx×ny cells.
     *
     * @param nx cells along x, at least 1
     * @param ny cells along y, at least 1
     * @return the grid of fields in this box
     * @throws IllegalArgumentException if a size is below 1, or there is no such grid
     */
    public Grid2D grid(int nx, int ny) {
        Arguments.atLeastOne(nx, "nx");
        Arguments.atLeastOne(ny, "ny");
        return new Grid2D(nx, ny, x0 + 0.5 * (lx / nx), y0 + 0.5 * (ly / ny), lx, ly);
    }

    /** Whether no wall holds u at zero, so that a constant stays as it is. */
    boolean isInsulated() {
        return left == Wall.NEUMANN && right == Wall.NEUMANN && bottom == Wall.NEUMANN && top == Wall.NEUMANN;
    }

    /** What these walls let an equation keep. */
    Set<Law> kept(Set<Law> laws) {
        EnumSet<Law> kept = EnumSet.noneOf(Law.class);
        kept.addAll(laws);
        if (!isInsulated()) {
            kept.remove(Law.MASS);
        }
        return kept;
    }

    /** The field, if its samples are finite and lie at the centres of cells. */
    Field2D checked(Field2D u, String name) {
        Arguments.finite(u, name);
        Grid2D grid = u.grid();
        Grid2D centres = grid(grid.nx(), grid.ny());
        if (!near(grid.x0(), centres.x0(), lx)
                || !near(grid.y0(), centres.y0(), ly)
                || !near(grid.lx(), lx, lx)
                || !near(grid.ly(), ly, ly)) {
            throw new IllegalArgumentException(name + " must lie on the centres of the box's cells, from ("
                    + centres.x0()
                    + ", " + centres.y0() + ") over " + lx + " x " + ly + ", got from (" + grid.x0() + ", " + grid.y0()
                    + ") over " + grid.lx() + " x " + grid.ly() + "; Box.grid makes such a grid");
        }
        return u;
    }

    private static boolean near(double value, double expected, double length) {
        return Math.abs(value - expected) <= ROUNDING * Math.ulp(Math.max(Math.abs(expected), length));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the rectangle and the kinds of the walls: left, right, bottom, top
     */
    @Override
    public String toString() {
        String walls = ", walls " + letter(left) + letter(right) + letter(bottom) + letter(top) + "]";
        return OneLine.of(
                "Box[" + x0 + ", " + y0 + ", " + lx + " x " + ly + walls,
                "Box[" + (float) x0 + ", " + (float) y0 + ", " + (float) lx + " x " + (float) ly + walls);
    }

    private static char letter(Wall wall) {
        return wall.name().charAt(0);
    }
}
