package org.modewise.pde;

import org.modewise.core.Grid2D;

/**
 * A velocity at the nodes of a grid at one time, and one period further, and its divergence, if it is given. Not safe to
 * share between threads.
 */
final class VelocityCheck {
    /** Largest difference between periods beside the largest |v|: periodic functions differ by rounding. */
    private static final double PERIODICITY = 1e-9;

    private static final double LATER = 0.618034;

    private final Grid2D grid;
    private final VelocitySampler sampler;
    private final double t;
    private final double[] x = new double[GridWeights.BLOCK];
    private final double[] y = new double[GridWeights.BLOCK];
    private final Block here = new Block();
    private final Block there = new Block();

    private record Block(double[] vx, double[] vy) {
        Block() {
            this(new double[GridWeights.BLOCK], new double[GridWeights.BLOCK]);
        }
    }

    private VelocityCheck(Velocity velocity, Grid2D grid, double t) {
        this.grid = grid;
        this.sampler = velocity.sampler(grid);
        this.t = t;
    }

    /**
     * Checks a velocity at a time.
     *
     * @throws IllegalArgumentException if it is not finite at a node, or, unless it is one on the plane, not the same
     *     one period further, or its divergence is not what it is said to be
     */
    static void check(Velocity velocity, Grid2D grid, double t) {
        VelocityCheck check = new VelocityCheck(velocity, grid, t);
        double fastest = check.fastest();
        if (!velocity.isOnPlane()) {
            check.periods(fastest);
        }
        check.sampler.checkGiven(grid, t);
    }

    /** Checks a velocity on the way to a time too, at parts of it that no period of its own is likely to share. */
    static void checkUpTo(Velocity velocity, Grid2D grid, double t) {
        check(velocity, grid, t);
        check(velocity, grid, LATER * t);
        check(velocity, grid, (1 - LATER) * t);
    }

    /** The largest |v| at a node. */
    private double fastest() {
        double fastest = 0;
        for (int from = 0; from < grid.size(); from += GridWeights.BLOCK) {
            int count = sample(from, 0, 0, here);
            for (int p = 0; p < count; p++) {
                fastest = Math.max(fastest, Math.hypot(here.vx[p], here.vy[p]));
            }
        }
        return fastest;
    }

    private void periods(double fastest) {
        for (int from = 0; from < grid.size(); from += GridWeights.BLOCK) {
            sample(from, 0, 0, here);
            compare(sample(from, grid.lx(), 0, there), fastest);
            compare(sample(from, 0, grid.ly(), there), fastest);
        }
    }

    /** v at a block of nodes, moved; returns how many there are. */
    private int sample(int from, double dx, double dy, Block block) {
        int count = Math.min(GridWeights.BLOCK, grid.size() - from);
        for (int p = 0; p < count; p++) {
            x[p] = grid.x((from + p) % grid.nx()) + dx;
            y[p] = grid.y((from + p) / grid.nx()) + dy;
        }
        sampler.velocity(t, count, x, y, block.vx, block.vy);
        return count;
    }

    private void compare(int count, double fastest) {
        for (int p = 0; p < count; p++) {
            if (!(Math.hypot(there.vx[p] - here.vx[p], there.vy[p] - here.vy[p]) <= PERIODICITY * fastest)) {
                throw new IllegalArgumentException("the velocity must be periodic, got (" + there.vx[p] + ", "
                        + there.vy[p] + ") at (" + x[p] + ", " + y[p] + ") and (" + here.vx[p] + ", " + here.vy[p]
                        + ") a period before, t = " + t + "; Velocity.onPlane() takes any");
            }
        }
    }
}
