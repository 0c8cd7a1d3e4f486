package org.modewise.core;

import java.io.Serializable;
import java.util.Objects;
import org.modewise.core.internal.Arguments;

/**
 * xᵢ = x₀ + i·lx/nx, yⱼ = y₀ + j·ly/ny: an equispaced grid on the periodic rectangle [x₀, x₀+lx) × [y₀, y₀+ly).
 *
 * <p>The right and the upper edge are not nodes: they are the left and the lower one again. Wavenumbers are angular,
 * κ = 2πm/l, so that ∂ₓ is multiplication by iκ. A grid is an immutable value, safe to share between threads.
 *
 * @param nx number of nodes along x, at least 1
 * @param ny number of nodes along y, at least 1; 1 makes a line
 * @param x0 left edge, finite
 * @param y0 lower edge, finite
 * @param lx period along x, positive and finite
 * @param ly period along y, positive and finite
 * @serial exclude
 */
public record Grid2D(int nx, int ny, double x0, double y0, double lx, double ly) implements Serializable {
    /**
     * Makes a grid.
     *
     * @param nx number of nodes along x
     * @param ny number of nodes along y
     * @param x0 left edge
     * @param y0 lower edge
     * @param lx period along x
     * @param ly period along y
     * @throws IllegalArgumentException if a size is below 1, an edge is not finite, a period is not positive and finite
     *     or too small to tell neighbouring nodes apart or so large that n·l overflows, or there are more nodes than one
     *     Java array holds
     */
    public Grid2D {
        Arguments.atLeastOne(nx, "nx");
        Arguments.atLeastOne(ny, "ny");
        checkAxis("x", nx, x0, lx);
        checkAxis("y", ny, y0, ly);
        // -0.0 + 0.0 is 0.0: the same edge must not make another grid.
        x0 += 0.0;
        y0 += 0.0;
        Arguments.arrayLength((long) nx * ny, nx + "x" + ny + " samples");
    }

    private static void checkAxis(String axis, int n, double start, double period) {
        Arguments.finite(start, axis + "0");
        Arguments.positive(period, "l" + axis);
        double most = Double.MAX_VALUE / n;
        if (period > most) {
            throw new IllegalArgumentException(
                    "l" + axis + " must be <= " + most + " for " + n + " nodes, got " + period);
        }
        double end = start + period;
        if (!(period / n >= Math.max(Math.ulp(start), Math.ulp(end))) || Double.isInfinite(end)) {
            throw new IllegalArgumentException(
                    "l" + axis + " must separate " + n + " nodes from " + start + ", got " + period);
        }
    }

    /**
     * The n×n grid on [0,1)².
     *
     * @param n nodes along each axis, at least 1
     * @return the grid
     * @throws IllegalArgumentException if {@code n < 1} or n² is too large
     */
    public static Grid2D unit(int n) {
        return unit(n, n);
    }

    /**
     * The nx×ny grid on [0,1)².
     *
     * @param nx nodes along x, at least 1
     * @param ny nodes along y, at least 1
     * @return the grid
     * @throws IllegalArgumentException if a size is below 1 or nx·ny is too large
     */
    public static Grid2D unit(int nx, int ny) {
        return new Grid2D(nx, ny, 0, 0, 1, 1);
    }

    /**
     * The nx×ny grid on a rectangle at the origin whose longer side is 1, so that a cell is a square, as the pixels of a
     * picture are.
     *
     * @param nx nodes along x, at least 1
     * @param ny nodes along y, at least 1
     * @return the grid on [0, nx/n) × [0, ny/n), n the larger of both
     * @throws IllegalArgumentException if a size is below 1 or nx·ny is too large
     */
    public static Grid2D pixels(int nx, int ny) {
        double longer = Math.max(nx, ny);
        return new Grid2D(nx, ny, 0, 0, nx / longer, ny / longer);
    }

    /**
     * The n×n grid on [-l/2, l/2)².
     *
     * @param n nodes along each axis, at least 1
     * @param l period of each axis, positive and finite
     * @return the grid
     * @throws IllegalArgumentException if {@code n < 1}, n² is too large, or {@code l} is not positive and finite
     */
    public static Grid2D centered(int n, double l) {
        return new Grid2D(n, n, -l / 2, -l / 2, l, l);
    }

    /**
     * n nodes on the line [x₀, x₀+lx), as a grid of one row with unit height, so that ∫ over it is ∫ dx.
     *
     * @param n number of nodes, at least 1
     * @param x0 left end, finite
     * @param lx period, positive and finite
     * @return the grid
     * @throws IllegalArgumentException if {@code n < 1}, or {@code x0} or {@code lx} is out of range
     */
    public static Grid2D line(int n, double x0, double lx) {
        return new Grid2D(n, 1, x0, 0, lx, 1);
    }

    /**
     * The number of nodes.
     *
     * @return nx·ny
     */
    public int size() {
        return nx * ny;
    }

    /**
     * The position of column {@code i}.
     *
     * @param i column, 0 ≤ i &lt; nx
     * @return x₀ + i·lx/nx
     * @throws IndexOutOfBoundsException if {@code i} is not a column
     */
    public double x(int i) {
        return x0 + Objects.checkIndex(i, nx) * lx / nx;
    }

    /**
     * The position of row {@code j}.
     *
     * @param j row, 0 ≤ j &lt; ny
     * @return y₀ + j·ly/ny
     * @throws IndexOutOfBoundsException if {@code j} is not a row
     */
    public double y(int j) {
        return y0 + Objects.checkIndex(j, ny) * ly / ny;
    }

    /**
     * The spacing along x.
     *
     * @return lx/nx
     */
    public double dx() {
        return lx / nx;
    }

    /**
     * The spacing along y.
     *
     * @return ly/ny
     */
    public double dy() {
        return ly / ny;
    }

    /**
     * The angular wavenumber of mode {@code m} along x.
     *
     * @param m any signed mode number
     * @return 2πm/lx
     */
    public double kx(int m) {
        return 2 * Math.PI * m / lx;
    }

    /**
     * The angular wavenumber of mode {@code m} along y.
     *
     * @param m any signed mode number
     * @return 2πm/ly
     */
    public double ky(int m) {
        return 2 * Math.PI * m / ly;
    }

    /**
     * One line of at most 80 ASCII characters, such as {@code Grid2D[128x128 on [0, 1) x [0, 1)]}.
     *
     * @return the sizes and the rectangle, rounded to four digits
     */
    @Override
    public String toString() {
        return "Grid2D[" + nx + "x" + ny + " on " + interval(x0, lx) + " x " + interval(y0, ly) + "]";
    }

    private static String interval(double start, double period) {
        return "[" + Decimals.brief(start) + ", " + Decimals.brief(start + period) + ")";
    }
}
