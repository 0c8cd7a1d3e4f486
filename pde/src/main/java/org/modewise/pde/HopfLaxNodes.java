package org.modewise.pde;

import org.modewise.core.Grid2D;
import org.modewise.core.internal.ScratchPool;
import org.modewise.pde.logdomain.ParabolaEnvelope;

/**
 * The best node of each target: the envelope of parabolas along x in every row of nodes, then along y in every column of
 * targets. Both run in parts that write apart from each other. For one time at once; not safe to share between frames.
 */
final class HopfLaxNodes {
    /** Columns that are gathered and written at once: whole cache lines. */
    private static final int COLUMNS = 32;
    /** Rows of a part. */
    private static final int ROWS = 16;

    private final TaylorPatches patches;
    private final int targetsX;
    private final int targetsY;
    /** Nodes from target to target. */
    private final double stepX;

    private final double stepY;
    private final double reachX;
    private final double reachY;
    /** After the rows: the heights and the best sources along x, row by row of sources. */
    private final double[] heights;

    private final int[] besideX;
    /** The best node of each target, of whatever period. */
    private final int[] bestX;

    private final int[] bestY;
    private final ScratchPool<Lines> lines;
    private double t;
    private double x0;
    private double y0;
    private double rate;

    /** What one thread works on. */
    private static final class Lines {
        final ParabolaEnvelope envelope = new ParabolaEnvelope();
        final double[] row;
        final double[][] columns;
        final int[][] columnsX;
        final int[][] tileX;
        final int[][] tileY;

        Lines(int nodesX, int nodesY, int targetsY) {
            this.row = new double[nodesX];
            this.columns = new double[COLUMNS][nodesY];
            this.columnsX = new int[COLUMNS][nodesY];
            this.tileX = new int[COLUMNS][targetsY];
            this.tileY = new int[COLUMNS][targetsY];
        }
    }

    /** @param reachX how far a minimiser may be from its target along x by the time 1 */
    HopfLaxNodes(Grid2D grid, TaylorPatches patches, double reachX, double reachY) {
        this.patches = patches;
        this.targetsX = grid.nx();
        this.targetsY = grid.ny();
        this.stepX = (double) patches.refineX() / patches.apart();
        this.stepY = (double) patches.refineY() / patches.apart();
        this.reachX = reachX;
        this.reachY = reachY;
        this.heights = new double[targetsX * patches.ny()];
        this.besideX = new int[heights.length];
        this.bestX = new int[grid.size()];
        this.bestY = new int[grid.size()];
        this.lines = new ScratchPool<>(() -> new Lines(patches.nx(), patches.ny(), targetsY));
    }

    /** Sets the time, the place of the first target, and 1/t. */
    void prepare(double t, double x0, double y0, double rate) {
        this.t = t;
        this.x0 = x0;
        this.y0 = y0;
        this.rate = rate;
    }

    /** Of each target, row by row. */
    int[] x() {
        return bestX;
    }

    int[] y() {
        return bestY;
    }

    /** Of any sample, in its own period. */
    int x(int i, int j) {
        if (i >= 0 && i < targetsX && j >= 0 && j < targetsY) {
            return bestX[j * targetsX + i];
        }
        return bestX[Math.floorMod(j, targetsY) * targetsX + Math.floorMod(i, targetsX)]
                + Math.floorDiv(i, targetsX) * patches.nx();
    }

    int y(int i, int j) {
        if (i >= 0 && i < targetsX && j >= 0 && j < targetsY) {
            return bestY[j * targetsX + i];
        }
        return bestY[Math.floorMod(j, targetsY) * targetsX + Math.floorMod(i, targetsX)]
                + Math.floorDiv(j, targetsY) * patches.ny();
    }

    /** Whether the best node of the next target that way to compare with lies on another branch than a sample's own minimum. */
    boolean isOtherBranch(HopfLaxMinimum own, int i, int j, int di, int dj) {
        int x = x(i + di * patches.apart(), j + dj * patches.apart());
        int y = y(i + di * patches.apart(), j + dj * patches.apart());
        boolean far = Math.abs(x - x(i, j)) > 2 * patches.refineX() || Math.abs(y - y(i, j)) > 2 * patches.refineY();
        return far && !own.isNext(rate, di, dj, x, y);
    }

    /** How many parts there are along x, all to be run before those along y. */
    int partsAlongX() {
        return (patches.ny() + ROWS - 1) / ROWS;
    }

    int partsAlongY() {
        return (targetsX + COLUMNS - 1) / COLUMNS;
    }

    void alongX(int part) {
        Lines s = lines.take();
        int nx = patches.nx();
        double precision = 0.5 * patches.hx() * (patches.hx() * rate);
        double reach = Math.min(0.5 * nx, t * reachX / patches.hx() + 1);
        int last = Math.min(patches.ny(), (part + 1) * ROWS);
        for (int j = part * ROWS; j < last; j++) {
            for (int i = 0; i < nx; i++) {
                s.row[i] = -patches.heights()[j * nx + i];
            }
            build(s.envelope, s.row, x0, reach, precision);
            for (int i = 0; i < targetsX; i++) {
                double xi = x0 + i * stepX;
                besideX[j * targetsX + i] = s.envelope.highest(xi);
                heights[j * targetsX + i] = s.envelope.height(xi, precision);
            }
        }
        lines.give(s);
    }

    void alongY(int part) {
        Lines s = lines.take();
        int ny = patches.ny();
        double precision = 0.5 * patches.hy() * (patches.hy() * rate);
        double reach = Math.min(0.5 * ny, t * reachY / patches.hy() + 1);
        int first = part * COLUMNS;
        int width = Math.min(COLUMNS, targetsX - first);
        gather(s, first, width);
        for (int c = 0; c < width; c++) {
            build(s.envelope, s.columns[c], y0, reach, precision);
            int[] best = s.tileY[c];
            s.envelope.highest(y0, stepY, targetsY, best);
            int[] beside = s.columnsX[c];
            int[] bestBeside = s.tileX[c];
            for (int j = 0; j < targetsY; j++) {
                int k = best[j];
                bestBeside[j] = beside[k < 0 || k >= ny ? Math.floorMod(k, ny) : k];
            }
        }
        scatter(s.tileX, bestX, first, width);
        scatter(s.tileY, bestY, first, width);
        lines.give(s);
    }

    /** Writes columns row by row. */
    private void scatter(int[][] columns, int[] rows, int first, int count) {
        for (int j = 0; j < targetsY; j++) {
            for (int c = 0; c < count; c++) {
                rows[j * targetsX + first + c] = columns[c][j];
            }
        }
    }

    private void gather(Lines s, int first, int count) {
        for (int j = 0; j < patches.ny(); j++) {
            for (int c = 0; c < count; c++) {
                s.columns[c][j] = heights[j * targetsX + first + c];
                s.columnsX[c][j] = besideX[j * targetsX + first + c];
            }
        }
    }

    /**
     * The envelope over one period of targets: best sources ascend with the targets, so those of the first target's best
     * source and of the period from there on are all that count.
     */
    private static void build(
            ParabolaEnvelope envelope, double[] values, double place, double reach, double precision) {
        int sources = values.length;
        int from = (int) Math.floor(place - reach) - 1;
        int to = (int) Math.ceil(place + reach) + 1;
        int best = from;
        double most = Double.NEGATIVE_INFINITY;
        int j = Math.floorMod(from, sources);
        for (int k = from; k <= to; k++) {
            double distance = place - k;
            double height = values[j] - precision * (distance * distance);
            if (height > most) {
                most = height;
                best = k;
            }
            j = j + 1 == sources ? 0 : j + 1;
        }
        envelope.build(values, sources, best, best + sources, 0, 1, precision);
    }
}
