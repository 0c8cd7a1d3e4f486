package org.modewise.core;

import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;

/**
 * Fields to start from. All are periodic with their grid; positions and lengths are in the units of the grid, positions
 * are taken modulo the periods, and the default position is the middle of the box. Where a grid has one row only, shapes
 * are those of the line: nothing depends on y.
 */
public final class InitialFields {
    private InitialFields() {}

    /**
     * u = Σ exp(−|r|²/2σ²) over the periodic images, around the middle of the box.
     *
     * @param grid the grid
     * @param sigma the standard deviation, positive
     * @return a Gaussian of peak 1 (more, where its images overlap)
     * @throws IllegalArgumentException if {@code sigma} is not positive and finite, or the sum overflows
     * @see #gaussian(Grid2D, double, double, double)
     */
    public static Field2D gaussian(Grid2D grid, double sigma) {
        return gaussian(grid, middleX(grid), middleY(grid), sigma);
    }

    /**
     * u = Σ exp(−|r|²/2σ²) over the periodic images, r from (x,y): the exact periodic Gaussian for any σ, however wide.
     * Its integral is 2πσ² where the grid resolves it.
     *
     * @param grid the grid
     * @param x the centre
     * @param y the centre
     * @param sigma the standard deviation, positive
     * @return a Gaussian of peak 1 (more, where its images overlap)
     * @throws IllegalArgumentException if {@code x} or {@code y} is not finite, {@code sigma} is not positive and finite,
     *     or the sum overflows
     */
    public static Field2D gaussian(Grid2D grid, double x, double y, double sigma) {
        Objects.requireNonNull(grid, "grid");
        Arguments.finite(x, "x");
        Arguments.finite(y, "y");
        Arguments.positive(sigma, "sigma");
        double[] values = Field2D.allocate(grid);
        PeriodicGaussian.add(values, grid, x, y, sigma, 1);
        return FieldAccess.wrap(grid, values);
    }

    /**
     * uᵢⱼ = cos(2π(mx·i/nx + my·j/ny)) = cos(κ·(r − r₀)) with κ = 2π(mx/lx, my/ly) and r₀ the lower left corner: one
     * Fourier mode, every sample correct to about one ulp, because the angle is reduced in whole numbers.
     *
     * @param grid the grid
     * @param mx periods along x, of any sign; beyond ±nx/2 the grid shows another mode
     * @param my periods along y, likewise
     * @return the mode
     */
    public static Field2D mode(Grid2D grid, int mx, int my) {
        Objects.requireNonNull(grid, "grid");
        double[] values = Field2D.allocate(grid);
        long turn = (long) grid.nx() * grid.ny();
        for (int j = 0; j < grid.ny(); j++) {
            long partY = Math.floorMod((long) my * j, grid.ny()) * (long) grid.nx();
            for (int i = 0; i < grid.nx(); i++) {
                long partX = Math.floorMod((long) mx * i, grid.nx()) * (long) grid.ny();
                values[j * grid.nx() + i] = cosine((partX + partY) % turn, turn);
            }
        }
        return FieldAccess.wrap(grid, values);
    }

    /** cos(2π part/turn), 0 ≤ part &lt; turn, from an angle of at most π/4. */
    static double cosine(long part, long turn) {
        long folded = Math.min(part, turn - part);
        boolean negative = 4 * folded > turn;
        long doubled = negative ? turn - 2 * folded : 2 * folded;
        double cosine = 4 * doubled <= turn
                ? Math.cos(Math.PI * doubled / turn)
                : Math.sin(Math.PI * (turn - 2 * doubled) / (2.0 * turn));
        return negative ? -cosine : cosine;
    }

    /**
     * A board of squares of 0 and 1 with sharp edges; the lower left square is 0.
     *
     * @param grid the grid
     * @param cells squares along each axis, even (or the board would not be periodic) and at most nx and ny
     * @return the board
     * @throws IllegalArgumentException if {@code cells} is below 2, odd, or more than the grid has nodes along an axis
     */
    public static Field2D checkerboard(Grid2D grid, int cells) {
        Objects.requireNonNull(grid, "grid");
        int most = grid.ny() == 1 ? grid.nx() : Math.min(grid.nx(), grid.ny());
        if (cells < 2 || cells % 2 != 0 || cells > most) {
            throw new IllegalArgumentException("cells must be even and from 2 to " + most + ", got " + cells);
        }
        double[] values = Field2D.allocate(grid);
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                long cell = (long) i * cells / grid.nx() + (long) j * cells / grid.ny();
                values[j * grid.nx() + i] = cell & 1;
            }
        }
        return FieldAccess.wrap(grid, values);
    }

    /**
     * 1 where | |r| − radius | ≤ width/2, else 0, around the middle of the box.
     *
     * @param grid the grid
     * @param radius of the middle of the ring, not negative; 0 makes a disc of diameter {@code width}
     * @param width of the ring, positive
     * @return the ring
     * @throws IllegalArgumentException if a length is out of range, or the ring does not fit into the box
     * @see #ring(Grid2D, double, double, double, double)
     */
    public static Field2D ring(Grid2D grid, double radius, double width) {
        return ring(grid, middleX(grid), middleY(grid), radius, width);
    }

    /**
     * 1 where | |r| − radius | ≤ width/2, else 0, r from (x,y), with an edge that falls linearly over one grid cell.
     *
     * @param grid the grid
     * @param x the centre
     * @param y the centre
     * @param radius of the middle of the ring, not negative; 0 makes a disc of diameter {@code width}
     * @param width of the ring, positive
     * @return the ring, from 0 to 1
     * @throws IllegalArgumentException if {@code x} or {@code y} is not finite, a length is out of range, or the ring does
     *     not fit into the box
     */
    public static Field2D ring(Grid2D grid, double x, double y, double radius, double width) {
        Objects.requireNonNull(grid, "grid");
        Arguments.finite(x, "x");
        Arguments.finite(y, "y");
        Arguments.nonNegative(radius, "radius");
        Arguments.positive(width, "width");
        boolean line = grid.ny() == 1;
        double half = (line ? grid.lx() : Math.min(grid.lx(), grid.ly())) / 2;
        if (!(radius + width / 2 <= half)) {
            throw new IllegalArgumentException(
                    "radius + width/2 must be <= " + half + ", half the shorter period, got " + (radius + width / 2));
        }
        double edge = line ? grid.dx() : Math.max(grid.dx(), grid.dy());
        double centreX = Math.IEEEremainder(x, grid.lx());
        double centreY = Math.IEEEremainder(y, grid.ly());
        DoubleBinaryOperator ring = (px, py) -> {
            double dx = Math.IEEEremainder(px - centreX, grid.lx());
            double dy = line ? 0 : Math.IEEEremainder(py - centreY, grid.ly());
            double distance = Math.abs(Math.sqrt(dx * dx + dy * dy) - radius);
            return Math.max(0, Math.min(1, 0.5 + (width / 2 - distance) / edge));
        };
        return Field2D.of(grid, ring);
    }

    /**
     * 1 inside a rectangle in the middle of the box, else 0.
     *
     * @param grid the grid
     * @param width along x, positive, at most lx
     * @param height along y, positive, at most ly
     * @return the rectangle
     * @throws IllegalArgumentException if a length is out of range
     * @see #box(Grid2D, double, double, double, double)
     */
    public static Field2D box(Grid2D grid, double width, double height) {
        return box(grid, middleX(grid), middleY(grid), width, height);
    }

    /**
     * 1 inside a rectangle around (x,y), else 0. Each sample is the part of its cell (of size dx·dy, around the node)
     * that the rectangle covers, so the integral is width·height, wherever the edges lie.
     *
     * @param grid the grid
     * @param x the centre
     * @param y the centre
     * @param width along x, positive, at most lx
     * @param height along y, positive, at most ly; on a grid of one row every row is full and this has no effect
     * @return the rectangle, from 0 to 1
     * @throws IllegalArgumentException if {@code x} or {@code y} is not finite, or a length is out of range
     */
    public static Field2D box(Grid2D grid, double x, double y, double width, double height) {
        Objects.requireNonNull(grid, "grid");
        Arguments.finite(x, "x");
        Arguments.finite(y, "y");
        atMost(Arguments.positive(width, "width"), grid.lx(), "width");
        atMost(Arguments.positive(height, "height"), grid.ly(), "height");
        double[] alongX = covered(grid.nx(), grid.x0(), grid.lx(), x, width);
        double[] alongY = grid.ny() == 1 ? new double[] {1} : covered(grid.ny(), grid.y0(), grid.ly(), y, height);
        double[] values = Field2D.allocate(grid);
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                values[j * grid.nx() + i] = alongX[i] * alongY[j];
            }
        }
        return FieldAccess.wrap(grid, values);
    }

    /** The part of each cell of a circle that an arc of a length covers. */
    private static double[] covered(int n, double start, double period, double centre, double length) {
        double cell = period / n;
        double[] covered = new double[n];
        for (int i = 0; i < n; i++) {
            double d = Math.abs(Math.IEEEremainder(start + i * period / n - centre, period));
            covered[i] = Math.min(1, (overlap(d, cell, length) + overlap(d - period, cell, length)) / cell);
        }
        return covered;
    }

    /** How much of [d − cell/2, d + cell/2] lies in [−length/2, length/2]. */
    private static double overlap(double d, double cell, double length) {
        return Math.max(0, Math.min(d + cell / 2, length / 2) - Math.max(d - cell / 2, -length / 2));
    }

    /**
     * A line of text in the middle of the box: 1 on the strokes, 0 elsewhere, with an edge that falls linearly over one
     * grid cell. It is as large as fits with a tenth of the box free on each side. The letters are the library's own, so
     * they are the same on every machine.
     *
     * @param grid the grid, of at least 2 nodes each way: on a line there is no room for letters
     * @param text printable ASCII characters, U+0020 to U+007E
     * @return the text, from 0 to 1
     * @throws IllegalArgumentException if the grid is a line, or {@code text} is blank or holds another character,
     *     naming it
     */
    public static Field2D text(Grid2D grid, String text) {
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(text, "text");
        if (grid.nx() == 1 || grid.ny() == 1) {
            throw new IllegalArgumentException(
                    "text must have a grid of at least 2x2 nodes, got " + grid.nx() + "x" + grid.ny());
        }
        return FieldAccess.wrap(grid, TextPainter.coverage(grid, text, Field2D.allocate(grid)));
    }

    /**
     * u = Σ massₖ·δ(r − rₖ): point masses, each as mass/(dx·dy) at the node nearest to it, so that the integral is the
     * sum of the masses. Masses at one node add up.
     *
     * @param grid the grid
     * @param xyMass x, y and mass of each point, one after the other
     * @return the masses
     * @throws IllegalArgumentException if there are not three numbers a point, or one is not finite
     */
    public static Field2D points(Grid2D grid, double... xyMass) {
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(xyMass, "xyMass");
        if (xyMass.length % 3 != 0) {
            throw new IllegalArgumentException("xyMass.length must be a multiple of 3, got " + xyMass.length);
        }
        double[] values = Field2D.allocate(grid);
        for (int k = 0; k < xyMass.length; k += 3) {
            for (int part = k; part < k + 3; part++) {
                Arguments.finite(xyMass[part], "xyMass[" + part + "]");
            }
            int i = nearest(xyMass[k], grid.nx(), grid.x0(), grid.lx());
            int j = nearest(xyMass[k + 1], grid.ny(), grid.y0(), grid.ly());
            values[j * grid.nx() + i] += xyMass[k + 2] / grid.dx() / grid.dy();
        }
        return FieldAccess.wrap(grid, values);
    }

    private static int nearest(double position, int n, double start, double period) {
        double offset = Math.IEEEremainder(position - start, period);
        return (int) Math.floorMod(Math.round(offset / period * n), (long) n);
    }

    private static double middleX(Grid2D grid) {
        Objects.requireNonNull(grid, "grid");
        return grid.x0() + grid.lx() / 2;
    }

    private static double middleY(Grid2D grid) {
        return grid.y0() + grid.ly() / 2;
    }

    private static void atMost(double length, double period, String name) {
        if (length > period) {
            throw new IllegalArgumentException(name + " must be <= " + period + ", the period, got " + length);
        }
    }
}
