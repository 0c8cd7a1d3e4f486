package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;

/**
 * ln p₀ with what lies beyond the edges of its grid, as far as a transition's targets see ({@link TailReach}): where it falls
 * outward it goes on as a {@link LogTail}, along x from every row, then along y from every column; else there is nothing. A
 * density that is cut off instead lacks all that noise or the drift brings in from outside. Not to be changed.
 */
final class LogTails {
    /** What is so far below the largest value, less than the least double, adds to no density. */
    private static final double NOTHING = 800;

    /** What the tail of an edge that is almost nothing itself is followed down by. */
    private static final double LITTLE = 160;

    /** So many nodes at most, or so many times those of the grid. */
    private static final int MOST_NODES = 1 << 22;

    private static final int MOST_TIMES = 16;

    /** Nodes that a tail is made of. */
    private static final int DEPTH = 17;

    /** So many nodes beyond an end its inner neighbours' polynomials take, with weights in a slope that fall about so. */
    private static final int NEIGHBOURS = LocalPolynomials.MOST / 2;

    private static final double DECAY = 3;

    /** What the last value is off by where a tail is not followed further: twice that, and it is nothing yet. */
    private static final double CUT = 0.25;

    /** What no sum shows. */
    private static final double CERTAIN = 1e-13;

    private final Grid2D grid;
    private final GaussianTransition transition;
    private final TailReach reach;
    private final double least;
    private final LogTail.Level level;

    private final int marginX;
    private final int marginY;
    private double[] values;
    private double[] errors;
    private double[] slopeErrors;
    /** What the values of a column have of rounding beside their own. */
    private double[] rounding;
    /** The largest edge of a tail that is not known. */
    private double ceiling = Double.NEGATIVE_INFINITY;

    LogTails(Grid2D grid, double[] log, boolean rounded, GaussianTransition transition) {
        this.grid = grid;
        this.transition = transition;
        this.reach = new TailReach(grid, transition);
        double most = Double.NEGATIVE_INFINITY;
        for (double value : log) {
            most = Math.max(most, value);
        }
        this.least = Math.min(0, most) - NOTHING;
        this.level = new LogTail.Level(most, rounded);
        this.values = log;
        this.errors = new double[log.length];
        this.slopeErrors = new double[log.length];
        this.rounding = new double[grid.nx()];
        this.marginX = LineGrids.isAlongY(grid) ? 0 : extendRows();
        this.marginY = LineGrids.isAlongX(grid) ? 0 : extendColumns();
    }

    /** How many nodes there are on either side along x. */
    int marginX() {
        return marginX;
    }

    /** How many rows there are on either side along y. */
    int marginY() {
        return marginY;
    }

    /** ln p₀, margins all round, row by row. */
    double[] values() {
        return values;
    }

    /** About what each value may be off by, as a part of itself. */
    double[] errors() {
        return errors;
    }

    /** The same of slopes, also of those at inner nodes, where polynomials reach beyond an end. */
    double[] slopeErrors() {
        return slopeErrors;
    }

    /** What is nothing: no tail is followed further. */
    double least() {
        return least;
    }

    /** What no value that is not known exceeds. */
    double ceiling() {
        return ceiling;
    }

    /** Whether none is off by more than rounding. */
    boolean isCertain() {
        for (double error : errors) {
            if (error > CERTAIN) {
                return false;
            }
        }
        return true;
    }

    private int extendRows() {
        int nx = grid.nx();
        int ny = grid.ny();
        Side[] sides = new Side[2 * ny];
        for (int j = 0; j < ny; j++) {
            double y = grid.y(j);
            sides[2 * j] = side(j * nx, -1, nx, 0, grid.x(0), y, -grid.dx(), 0);
            sides[2 * j + 1] = side((j + 1) * nx - 1, 1, nx, 0, grid.x(nx - 1), y, grid.dx(), 0);
        }
        int margin = margin(sides, ny);
        int columns = nx + 2 * margin;
        embed(nx, ny, margin, 0);
        rounding = new double[columns];
        for (int j = 0; j < ny; j++) {
            fill(sides[2 * j], j * columns + margin, -1, margin);
            fill(sides[2 * j + 1], j * columns + margin + nx - 1, 1, margin);
            for (int k = 1; k <= margin; k++) {
                rounding[margin - k] = Math.max(rounding[margin - k], rounding(sides[2 * j], k));
                rounding[margin + nx - 1 + k] = Math.max(rounding[margin + nx - 1 + k], rounding(sides[2 * j + 1], k));
            }
        }
        return margin;
    }

    private static double rounding(Side side, int k) {
        return side == null ? 0 : side.tail.rounding(k);
    }

    private int extendColumns() {
        int columns = grid.nx() + 2 * marginX;
        int ny = grid.ny();
        Side[] sides = new Side[2 * columns];
        for (int i = 0; i < columns; i++) {
            double x = grid.x0() + (i - marginX) * grid.dx();
            sides[2 * i] = side(i, -columns, ny, rounding[i], x, grid.y(0), 0, -grid.dy());
            sides[2 * i + 1] = side((ny - 1) * columns + i, columns, ny, rounding[i], x, grid.y(ny - 1), 0, grid.dy());
        }
        int margin = margin(sides, columns);
        embed(columns, ny, 0, margin);
        for (int i = 0; i < columns; i++) {
            fill(sides[2 * i], margin * columns + i, -columns, margin);
            fill(sides[2 * i + 1], (margin + ny - 1) * columns + i, columns, margin);
        }
        return margin;
    }

    /** One end of a line: its tail, how far that counts, how far it is followed, and how uncertain the end itself is. */
    private record Side(LogTail tail, double needed, double followed, double error, double slopeError) {}

    private Side side(int last, int step, int n, double rounding, double x, double y, double dx, double dy) {
        LogTail tail = LogTail.beyond(values, last, step, n, rounding, level);
        if (tail == null) {
            return null;
        }
        double followed = tail.falls(Math.max(tail.edge() - least, LITTLE));
        return new Side(
                tail,
                reach.nodes(tail, x, y, dx, dy),
                followed,
                most(errors, last, step, n),
                most(slopeErrors, last, step, n));
    }

    private static double most(double[] errors, int last, int step, int n) {
        double most = 0;
        for (int k = 0; k < Math.min(n, DEPTH); k++) {
            most = Math.max(most, errors[last - k * step]);
        }
        return most;
    }

    private int margin(Side[] sides, int lines) {
        double margin = 0;
        for (Side side : sides) {
            margin = side == null ? margin : Math.max(margin, Math.min(side.needed, side.followed));
        }
        double nodes = lines * (2 * margin + values.length / (double) lines);
        if (nodes > Math.max(MOST_NODES, (double) MOST_TIMES * grid.size())) {
            throw new IllegalArgumentException(
                    "p0 must have fallen to nothing nearer to its grid, got " + (float) margin
                            + " nodes beyond its edges that " + transition
                            + " brings in; a larger grid or a GaussianMixture would"
                            + " do");
        }
        return (int) Math.ceil(margin);
    }

    private void embed(int columns, int rows, int left, int below) {
        int width = columns + 2 * left;
        int start = below * width + left;
        int size = width * (rows + 2 * below);
        values = embedded(values, columns, rows, size, start, width, Double.NEGATIVE_INFINITY);
        errors = embedded(errors, columns, rows, size, start, width, 0);
        slopeErrors = embedded(slopeErrors, columns, rows, size, start, width, 0);
    }

    private static double[] embedded(
            double[] inner, int columns, int rows, int size, int start, int width, double outside) {
        double[] wider = new double[size];
        Arrays.fill(wider, outside);
        for (int j = 0; j < rows; j++) {
            System.arraycopy(inner, j * columns, wider, start + j * width, columns);
        }
        return wider;
    }

    private void fill(Side side, int last, int step, int margin) {
        if (side == null) {
            return;
        }
        LogTail tail = side.tail;
        int most = (int) Math.min(margin, Math.ceil(side.followed));
        for (int k = 1; k <= most; k++) {
            double slopeError = tail.slopeError(k);
            if (Math.max(slopeError, tail.error(k)) >= LogResults.UNKNOWN) {
                ceiling = Math.max(ceiling, tail.ceiling());
            }
            values[last + k * step] = tail.value(k);
            errors[last + k * step] = Math.min(1, tail.error(k) + 2 * side.error);
            slopeErrors[last + k * step] = Math.min(1, slopeError + 2 * side.slopeError);
            for (int inside = 0; inside + k <= NEIGHBOURS; inside++) {
                slopeErrors[last - inside * step] += slopeError * Math.pow(DECAY, 1 - k - inside);
            }
        }
        if (most < side.needed) {
            errors[last + most * step] = Math.max(errors[last + most * step], CUT);
            slopeErrors[last + most * step] = Math.max(slopeErrors[last + most * step], CUT);
        }
    }
}
