package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.spi.Workers;

/**
 * A velocity at nodes of a grid, and one period further, and its divergence, if it is given. Immutable, safe to share
 * between threads.
 */
final class VelocityCheck {
    /** Largest difference between periods beside the largest |v|: periodic functions differ by rounding. */
    private static final double PERIODICITY = 1e-9;

    private static final double LATER = 0.618034;
    /** Times at which a velocity that changes is checked on the way to one, each at its share of the nodes. */
    private static final int TIMES = 3;

    private final Velocity velocity;
    private final Grid2D grid;
    private final NodeTiles tiles;
    private final ScratchPool<Scratch> scratch;
    /** The largest |vₓ|/lx + |v_y|/ly at a node at t = 0. */
    private final double turning;

    /**
     * Checks a velocity at t = 0, at all nodes.
     *
     * @throws IllegalArgumentException if it is not finite at a node, or, unless it is one on the plane, not the same
     *     one period further, or its divergence is not what it is said to be
     */
    VelocityCheck(Velocity velocity, Grid2D grid, NodeTiles tiles, Workers workers) {
        this.velocity = velocity;
        this.grid = grid;
        this.tiles = tiles;
        this.scratch = new ScratchPool<>(() -> new Scratch(velocity, grid));
        this.turning = checkNodes(0, 0, 1, workers);
        checkGiven(0, turning);
    }

    /**
     * Checks what changes in time on the way to a time too, at parts of it that no period of its own is likely to share.
     *
     * @throws IllegalArgumentException as at t = 0
     */
    void upTo(double t, Workers workers) {
        double[] times = {t, LATER * t, (1 - LATER) * t};
        for (int part = 0; part < TIMES; part++) {
            checkGiven(times[part], velocity.isSteady() ? turning : checkNodes(times[part], part, TIMES, workers));
        }
    }

    private void checkGiven(double t, double fastest) {
        if (velocity.isDivergenceGiven()) {
            Scratch own = scratch.take();
            own.sampler.checkGiven(grid, t, fastest);
            scratch.give(own);
        }
    }

    /** Checks one of so many parts of the nodes of each tile; returns the largest |vₓ|/lx + |v_y|/ly among them. */
    private double checkNodes(double t, int part, int parts, Workers workers) {
        double[] fastest = new double[tiles.count()];
        workers.run(tiles.count(), tile -> {
            Scratch own = scratch.take();
            own.choose(tiles, tile, part, parts);
            fastest[tile] = own.fastest(t);
            scratch.give(own);
        });
        double largest = Arrays.stream(fastest).max().orElse(0);
        if (!velocity.isOnPlane()) {
            workers.run(tiles.count(), tile -> {
                Scratch own = scratch.take();
                own.choose(tiles, tile, part, parts);
                own.compare(t, PERIODICITY * largest);
                scratch.give(own);
            });
        }
        return largest;
    }

    private static final class Scratch {
        private final Grid2D grid;
        private final VelocitySampler sampler;
        private final int[] nodes = new int[GridWeights.BLOCK];
        private int count;
        private final double[] x = new double[GridWeights.BLOCK];
        private final double[] y = new double[GridWeights.BLOCK];
        private final Block here = new Block();
        private final Block there = new Block();

        private record Block(double[] vx, double[] vy) {
            Block() {
                this(new double[GridWeights.BLOCK], new double[GridWeights.BLOCK]);
            }
        }

        private Scratch(Velocity velocity, Grid2D grid) {
            this.grid = grid;
            this.sampler = velocity.sampler(grid);
        }

        private void choose(NodeTiles tiles, int tile, int part, int parts) {
            int all = tiles.nodes(tile, nodes);
            count = 0;
            for (int p = part; p < all; p += parts) {
                nodes[count++] = nodes[p];
            }
        }

        /** v at the nodes, moved. */
        private void sample(double t, double dx, double dy, Block block) {
            for (int p = 0; p < count; p++) {
                x[p] = grid.x(nodes[p] % grid.nx()) + dx;
                y[p] = grid.y(nodes[p] / grid.nx()) + dy;
            }
            sampler.velocity(t, count, x, y, block.vx, block.vy);
        }

        private double fastest(double t) {
            sample(t, 0, 0, here);
            double fastest = 0;
            for (int p = 0; p < count; p++) {
                fastest = Math.max(fastest, turning(here.vx[p], here.vy[p]));
            }
            return fastest;
        }

        private double turning(double vx, double vy) {
            return Math.abs(vx) / grid.lx() + Math.abs(vy) / grid.ly();
        }

        private void compare(double t, double most) {
            sample(t, 0, 0, here);
            sample(t, grid.lx(), 0, there);
            checkSame(t, most);
            sample(t, 0, grid.ly(), there);
            checkSame(t, most);
        }

        private void checkSame(double t, double most) {
            for (int p = 0; p < count; p++) {
                if (!(turning(there.vx[p] - here.vx[p], there.vy[p] - here.vy[p]) <= most)) {
                    throw new IllegalArgumentException("the velocity must be periodic, got (" + there.vx[p] + ", "
                            + there.vy[p] + ") at (" + x[p] + ", " + y[p] + ") and (" + here.vx[p] + ", " + here.vy[p]
                            + ") a period before, t = " + t + "; Velocity.onPlane() takes any");
                }
            }
        }
    }
}
