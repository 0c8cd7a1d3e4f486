package org.modewise.pde;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.spi.Workers;

/**
 * One time of a {@link HopfLaxPlane}: the best nodes, the minimum next to each from where those of the rows before lead, and
 * where a neighbour's best node lies on another branch, the minima of all branches. Each is done in parts that are the
 * same on any number of threads. Reused from time to time; not safe to share between threads.
 */
final class HopfLaxFrame {
    /** Nodes a sample from which data are rough: their branches may lie too close for the best nodes to tell them apart. */
    private static final int ROUGH = 16;
    /** Rows of a part. The first four of them have no rows before, and cost twice as much. */
    private static final int ROWS = 128;
    /** Of Newton's method from a node to the minimum beside it, mostly. */
    private static final int STEPS = 3;

    private final TaylorPatches patches;
    private final int nx;
    private final int ny;

    /** Samples to the neighbours that show a target their branches. */
    private final int apart;
    /** Nodes from sample to sample. */
    private final double stepX;

    private final double stepY;
    private final boolean isRefined;
    private final HopfLaxNodes nodes;
    /** Whether a neighbour of a target is on another branch. */
    private final boolean[] mixed;

    private final ScratchPool<Rows> rows;
    private final ScratchPool<HopfLaxBranches> branches;
    // Made once: a call is not to allocate.
    private final IntConsumer alongX;
    private final IntConsumer alongY;
    private final IntConsumer mark;
    private final IntConsumer sweep;
    private final IntConsumer mend;
    private double x0;
    private double y0;
    private double rate;
    private double[] potential;
    private double[] velocityX;
    private double[] velocityY;

    /** x - y* of a thread's last rows. */
    private static final class Rows {
        final double[][] wayX;
        final double[][] wayY;
        final HopfLaxBatch batch;
        final HopfLaxMinimum minimum;

        Rows(int nx, TaylorPatches patches) {
            this.wayX = new double[4][nx];
            this.wayY = new double[4][nx];
            this.batch = new HopfLaxBatch(patches);
            this.minimum = new HopfLaxMinimum(patches);
        }
    }

    HopfLaxFrame(Grid2D grid, TaylorPatches patches, HopfLaxNodes nodes, Supplier<HopfLaxBranches> branches) {
        this.patches = patches;
        this.nx = grid.nx();
        this.ny = grid.ny();
        this.apart = patches.apart();
        this.stepX = (double) patches.refineX() / apart;
        this.stepY = (double) patches.refineY() / apart;
        this.isRefined = patches.refineX() * patches.refineY() > 1;
        this.nodes = nodes;
        this.mixed = new boolean[grid.size()];
        this.rows = new ScratchPool<>(() -> new Rows(nx, patches));
        this.branches = new ScratchPool<>(branches);
        this.alongX = nodes::alongX;
        this.alongY = nodes::alongY;
        this.mark = this::mark;
        this.sweep = this::sweep;
        this.mend = this::mend;
    }

    /** Φ and u; null for what is not asked for. */
    void at(
            double t,
            double x0,
            double y0,
            double rate,
            double[] potential,
            double[] velocityX,
            double[] velocityY,
            Workers workers) {
        this.x0 = x0;
        this.y0 = y0;
        this.rate = rate;
        this.potential = potential;
        this.velocityX = velocityX;
        this.velocityY = velocityY;
        nodes.prepare(t, x0, y0, rate);
        workers.run(nodes.partsAlongX(), alongX);
        workers.run(nodes.partsAlongY(), alongY);
        Arrays.fill(mixed, patches.refineX() * patches.refineY() >= ROUGH);
        int parts = (ny + ROWS - 1) / ROWS;
        workers.run(parts, mark);
        workers.run(parts, sweep);
        workers.run(parts, mend);
        this.potential = null;
        this.velocityX = null;
        this.velocityY = null;
    }

    private void sweep(int part) {
        Rows s = rows.take();
        int first = part * ROWS;
        int last = Math.min(ny, first + ROWS);
        for (int j = first; j < last; j++) {
            boolean isLed = j >= first + 4;
            double eta = y0 + j * stepY;
            double[] nowX = s.wayX[j & 3];
            double[] nowY = s.wayY[j & 3];
            double[] oneX = s.wayX[j + 3 & 3];
            double[] oneY = s.wayY[j + 3 & 3];
            double[] twoX = s.wayX[j + 2 & 3];
            double[] twoY = s.wayY[j + 2 & 3];
            double[] threeX = s.wayX[j + 1 & 3];
            double[] threeY = s.wayY[j + 1 & 3];
            for (int from = 0; from < nx; from += HopfLaxBatch.MOST) {
                int count = Math.min(HopfLaxBatch.MOST, nx - from);
                HopfLaxBatch batch = s.batch;
                for (int k = 0; k < count; k++) {
                    int i = from + k;
                    int bestX = nodes.x()[j * nx + i];
                    int bestY = nodes.y()[j * nx + i];
                    double startX = x0 + i * stepX - (4 * (oneX[i] + threeX[i]) - 6 * twoX[i] - nowX[i]);
                    double startY = eta - (4 * (oneY[i] + threeY[i]) - 6 * twoY[i] - nowY[i]);
                    boolean leads = isLed && Math.abs(startX - bestX) <= 1 && Math.abs(startY - bestY) <= 1;
                    batch.x[k] = leads ? startX : bestX;
                    batch.y[k] = leads ? startY : bestY;
                }
                for (int step = isLed ? STEPS : 1; step <= STEPS; step++) {
                    batch.step(count, x0 + from * stepX, stepX, eta, rate);
                }
                for (int k = 0; k < count; k++) {
                    int i = from + k;
                    if (!batch.isSettled[k] || mixed[j * nx + i]) {
                        finish(batch, k, s.minimum, i, j, eta);
                    }
                    nowX[i] = x0 + i * stepX - batch.x[k];
                    nowY[i] = eta - batch.y[k];
                }
                put(batch.value, count, potential, j * nx + from);
                put(batch.velocityX, count, velocityX, j * nx + from);
                put(batch.velocityY, count, velocityY, j * nx + from);
            }
        }
        rows.give(s);
    }

    /** Finds number k of a batch, which is target (i, j), from where it has come to, and whether neighbours have better ones. */
    private void finish(HopfLaxBatch batch, int k, HopfLaxMinimum minimum, int i, int j, double eta) {
        minimum.find(batch.x[k], batch.y[k], x0 + i * stepX, eta, rate);
        batch.x[k] = minimum.x;
        batch.y[k] = minimum.y;
        batch.value[k] = minimum.value;
        batch.velocityX[k] = minimum.velocityX;
        batch.velocityY[k] = minimum.velocityY;
        // Where Φ₀ is concave, neighbours on one branch are far apart too.
        if (mixed[j * nx + i] && !isRefined) {
            mixed[j * nx + i] = hasOtherBranches(minimum, i, j);
        }
    }

    private boolean hasOtherBranches(HopfLaxMinimum minimum, int i, int j) {
        return nodes.isOtherBranch(minimum, i, j, -1, 0)
                || nodes.isOtherBranch(minimum, i, j, 1, 0)
                || nodes.isOtherBranch(minimum, i, j, 0, -1)
                || nodes.isOtherBranch(minimum, i, j, 0, 1);
    }

    private void mark(int part) {
        int last = Math.min(ny, (part + 1) * ROWS);
        for (int j = part * ROWS; j < last; j++) {
            markRow(j);
        }
    }

    /** Marks the targets of a row, and of the row below it, whose best nodes are far apart from a neighbour's. */
    private void markRow(int j) {
        int farX = 2 * patches.refineX();
        int farY = 2 * patches.refineY();
        int[] x = nodes.x();
        int[] y = nodes.y();
        boolean isFirst = j < apart;
        int below = ((isFirst ? j + ny : j) - apart) * nx;
        int belowY = isFirst ? patches.ny() : 0;
        int row = j * nx;
        for (int i = 0; i < nx; i++) {
            int own = row + i;
            int left = i < apart ? own + nx - apart : own - apart;
            int leftX = i < apart ? x[left] - patches.nx() : x[left];
            if (Math.abs(x[own] - leftX) > farX || Math.abs(y[own] - y[left]) > farY) {
                mixed[own] = true;
                mixed[left] = true;
            }
            if (Math.abs(x[own] - x[below + i]) > farX || Math.abs(y[own] - y[below + i] + belowY) > farY) {
                mixed[own] = true;
                mixed[below + i] = true;
            }
        }
    }

    private void mend(int part) {
        HopfLaxBranches s = branches.take();
        int last = Math.min(ny, (part + 1) * ROWS) * nx;
        for (int own = part * ROWS * nx; own < last; own++) {
            if (mixed[own]) {
                int j = own / nx;
                int i = own % nx;
                double xi = x0 + i * stepX;
                double eta = y0 + j * stepY;
                s.find(nodes, i, j, xi, eta, rate);
                put(own, s.value, s.velocityX, s.velocityY);
            }
        }
        branches.give(s);
    }

    /** Those of some targets, if they are asked for. */
    private static void put(double[] from, int count, double[] values, int at) {
        if (values != null) {
            System.arraycopy(from, 0, values, at, count);
        }
    }

    /** Those of one target. */
    private void put(int at, double value, double x, double y) {
        if (potential != null) {
            potential[at] = value;
        }
        if (velocityX != null) {
            velocityX[at] = x;
        }
        if (velocityY != null) {
            velocityY[at] = y;
        }
    }
}
