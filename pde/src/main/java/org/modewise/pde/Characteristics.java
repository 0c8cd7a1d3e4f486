package org.modewise.pde;

import java.util.concurrent.Executor;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.RealFft2D;

/**
 * u(x,t) = u₀(X)·e^Λ, X where the node x was at t = 0: what both equations with a variable velocity have in common. Λ =
 * 0 for what keeps its values. Immutable, safe to share between threads.
 */
final class Characteristics {
    static final double TOLERANCE = 1e-13;
    private static final double LEAST_TOLERANCE = 1e-14;
    private static final double MOST_TOLERANCE = 1e-2;
    /** As longest step, of t: what passes between its twelve stages passes unseen. */
    private static final double LONGEST = 0.125;
    /** How much finer than a path one is that tells its error. */
    private static final double FINER = 0.1;

    private static final double FINEST_TOLERANCE = 3e-15;
    /** How many tolerances the end of a path may be off by: ten steps, of which each may be off by eight. */
    private static final double STEPS = 80;
    /** Largest |u0| on the outermost nodes beside max|u0|, of a field on the plane. */
    private static final double EDGE = 1e-8;

    private final Velocity velocity;
    private final double tolerance;
    private final double longest;
    private final boolean density;
    private final Field2D initial;
    private final OversampledField field;
    private final RealFft2D fft;
    private final NodeTiles tiles;
    private final VelocityCheck check;
    private final ScratchPool<Scratch> scratch;

    private static final class Scratch {
        private final PathTracer paths;
        private final GridWeights weights;
        private final int[] nodes = new int[GridWeights.BLOCK];
        private final double[] values = new double[GridWeights.BLOCK];

        private Scratch(PathTracer paths, GridWeights weights) {
            this.paths = paths;
            this.weights = weights;
        }
    }

    Characteristics(Velocity velocity, double tolerance, boolean density, Field2D initial) {
        this.velocity = velocity;
        this.tolerance = tolerance;
        this.longest = LONGEST;
        this.density = density;
        this.initial = Arguments.finite(initial, "u0");
        checkPlace("x", grid().nx(), grid().x0(), grid().lx());
        checkPlace("y", grid().ny(), grid().y0(), grid().ly());
        if (velocity.isOnPlane()) {
            Edges.checkLine(initial, "u0", EDGE);
        }
        this.field = OversampledField.of(initial, "u0");
        this.fft = field.finer();
        this.tiles = new NodeTiles(initial.grid());
        this.scratch = new ScratchPool<>(this::newScratch);
        this.check = new VelocityCheck(velocity, grid(), tiles, fft.workers());
    }

    private Characteristics(Characteristics other, RealFft2D fft) {
        this.velocity = other.velocity;
        this.tolerance = other.tolerance;
        this.longest = other.longest;
        this.density = other.density;
        this.initial = other.initial;
        this.field = other.field;
        this.tiles = other.tiles;
        this.check = other.check;
        this.scratch = other.scratch;
        this.fft = fft;
    }

    private Characteristics(
            Characteristics other, double tolerance, double longest, Field2D initial, OversampledField field) {
        this.velocity = other.velocity;
        this.tolerance = tolerance;
        this.longest = longest;
        this.density = other.density;
        this.initial = initial;
        this.field = field;
        this.fft = other.fft;
        this.tiles = other.tiles;
        this.check = other.check;
        this.scratch = new ScratchPool<>(this::newScratch);
    }

    /** The same with finer paths, of other steps, which show what these are off by. */
    Characteristics finer() {
        double finer = Math.max(FINEST_TOLERANCE, FINER * tolerance);
        return new Characteristics(this, finer, 0.5 * longest, initial, field);
    }

    /** Another field on the same paths. */
    Characteristics carrying(Field2D other) {
        return new Characteristics(this, tolerance, longest, other, OversampledField.of(other, "u0"));
    }

    /** Along an axis of one node no place counts. */
    private void checkPlace(String axis, int nodes, double start, double length) {
        double farthest = Math.max(Math.abs(start), Math.abs(start + length));
        double enough = Math.ulp(farthest) / length / STEPS;
        if (nodes > 1 && enough > tolerance) {
            throw new IllegalArgumentException("the grid must lie so near the origin that " + axis
                    + " has the digits of the tolerance, got spacings " + Math.ulp(farthest) + " of doubles at "
                    + farthest + " for a tolerance of " + tolerance + " periods of " + length
                    + (enough > MOST_TOLERANCE ? "" : "; a tolerance of " + enough + " or more takes them"));
        }
    }

    static double checkedTolerance(double tolerance) {
        if (!(tolerance >= LEAST_TOLERANCE && tolerance <= MOST_TOLERANCE)) {
            throw new IllegalArgumentException(
                    "tolerance must be from " + LEAST_TOLERANCE + " to " + MOST_TOLERANCE + ", got " + tolerance);
        }
        return tolerance;
    }

    private Scratch newScratch() {
        return new Scratch(new PathTracer(grid(), velocity, tolerance, longest, density), new GridWeights(field));
    }

    Characteristics parallel(Executor executor, int parallelism) {
        return new Characteristics(this, fft.parallel(executor, parallelism));
    }

    Grid2D grid() {
        return initial.grid();
    }

    Field2D initial() {
        return initial;
    }

    Velocity velocity() {
        return velocity;
    }

    /** Whether what is carried thins and thickens with the areas. */
    boolean isDensity() {
        return density;
    }

    String kernel() {
        return fft.kernel();
    }

    Field2D at(double t) {
        double[] values = new double[grid().size()];
        at(t, values);
        return FieldAccess.wrap(grid(), values);
    }

    void at(double t, double[] values) {
        Arguments.finite(t, "t");
        Arguments.length(values, grid().size(), "values");
        if (t == 0) {
            System.arraycopy(FieldAccess.values(initial), 0, values, 0, grid().size());
            return;
        }
        check.upTo(t, fft.workers());
        fft.workers().run(tiles.count(), tile -> fill(t, tile, values));
    }

    private void fill(double t, int tile, double[] values) {
        Scratch own = scratch.take();
        try {
            int count = tiles.nodes(tile, own.nodes);
            own.paths.trace(t, own.nodes, count);
            own.weights.place(own.paths.x(), own.paths.y(), 0, count);
            own.weights.values(field, count, own.values, 0);
            for (int p = 0; p < count; p++) {
                values[own.nodes[p]] = value(own, p, t);
            }
        } finally {
            scratch.give(own);
        }
    }

    private double value(Scratch own, int p, double t) {
        if (velocity.isOnPlane()
                && !isInside(grid(), own.paths.x()[p], own.paths.y()[p])) {
            return 0;
        }
        if (!density) {
            return own.values[p];
        }
        double value = own.values[p] * Math.exp(own.paths.growth()[p]);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("t must keep the density finite, got " + own.values[p] + "*exp("
                    + own.paths.growth()[p] + ") at node " + own.nodes[p] + ", t = " + t);
        }
        return value;
    }

    /** Along an axis of one node a field is constant, and has no end. */
    static boolean isInside(Grid2D grid, double x, double y) {
        return isInside(grid.nx(), grid.x0(), grid.lx(), x) && isInside(grid.ny(), grid.y0(), grid.ly(), y);
    }

    private static boolean isInside(int nodes, double start, double length, double place) {
        return nodes == 1 || place >= start && place < start + length;
    }
}
