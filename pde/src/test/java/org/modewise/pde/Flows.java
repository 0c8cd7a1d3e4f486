package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

/** Velocities whose paths are known in closed form, on the torus of a grid, and what becomes of a field on them. */
final class Flows {
    private Flows() {}

    /** A function on the unit torus, smooth enough for 64 nodes, whose value at any place is known. */
    static double hills(double a, double b) {
        return Math.exp(Math.cos(2 * Math.PI * a) + Math.sin(2 * Math.PI * (b - a)) - 2)
                + 0.3 * Math.sin(2 * Math.PI * (2 * a + b));
    }

    static Field2D hills(Grid2D grid) {
        return Field2D.of(grid, (x, y) -> hills((x - grid.x0()) / grid.lx(), (y - grid.y0()) / grid.ly()));
    }

    /**
     * x = X + α(t)·sin 2πY and then y = Y + β(t)·sin 2πx, in periods: two shears that change in time, which keep areas.
     * α = t, β = sin(t)/2.
     */
    static Velocity shears(Grid2D grid) {
        return Velocity.of(
                (x, y, t) -> grid.lx() * Math.sin(2 * Math.PI * earlierB(unitX(grid, x), unitY(grid, y), t)),
                (x, y, t) -> {
                    double a = unitX(grid, x);
                    double speed = Math.sin(2 * Math.PI * earlierB(a, unitY(grid, y), t));
                    return grid.ly()
                            * (0.5 * Math.cos(t) * Math.sin(2 * Math.PI * a)
                                    + 0.5 * Math.sin(t) * 2 * Math.PI * Math.cos(2 * Math.PI * a) * speed);
                });
    }

    private static double earlierB(double a, double b, double t) {
        return b - 0.5 * Math.sin(t) * Math.sin(2 * Math.PI * a);
    }

    /** The hills after a time in the shears. */
    static Field2D sheared(Grid2D grid, double t) {
        return Field2D.of(grid, (x, y) -> {
            double a = unitX(grid, x);
            double earlier = earlierB(a, unitY(grid, y), t);
            return hills(a - t * Math.sin(2 * Math.PI * earlier), earlier);
        });
    }

    /** x' = lx·sin 2πx / 2π, y' = -ly·sin 2πy / 4π, in periods: towards the middle along x, away from it along y. */
    static Velocity squeezing(Grid2D grid) {
        return Velocity.steady(
                (x, y) -> grid.lx() * Math.sin(2 * Math.PI * unitX(grid, x)) / (2 * Math.PI),
                (x, y) -> -grid.ly() * Math.sin(2 * Math.PI * unitY(grid, y)) / (4 * Math.PI));
    }

    static SpaceTimeFunction divergenceOfSqueezing(Grid2D grid) {
        return (x, y, t) -> Math.cos(2 * Math.PI * unitX(grid, x)) - 0.5 * Math.cos(2 * Math.PI * unitY(grid, y));
    }

    /** The density 1 + hills/2 after a time of squeezing: tan πx = e^t·tan πX. */
    static Field2D squeezed(Grid2D grid, double t) {
        return Field2D.of(grid, (x, y) -> {
            double a = unitX(grid, x);
            double b = unitY(grid, y);
            double density = 1 + 0.5 * hills(earlier(a, t), earlier(b, -0.5 * t));
            return density * slope(a, t) * slope(b, -0.5 * t);
        });
    }

    private static double earlier(double a, double t) {
        return Math.atan2(Math.exp(-t) * Math.sin(Math.PI * a), Math.cos(Math.PI * a)) / Math.PI;
    }

    /** dX/dx. */
    private static double slope(double a, double t) {
        return 1 / (Math.exp(t) * Waves.sq(Math.cos(Math.PI * a)) + Math.exp(-t) * Waves.sq(Math.sin(Math.PI * a)));
    }

    private static double unitX(Grid2D grid, double x) {
        return (x - grid.x0()) / grid.lx();
    }

    private static double unitY(Grid2D grid, double y) {
        return (y - grid.y0()) / grid.ly();
    }

    /** R. LeVeque's swirl on the unit square, which is undone at the time 3/2. */
    static Velocity swirl() {
        return Velocity.of(
                (x, y, t) -> Waves.sq(Math.sin(Math.PI * x)) * Math.sin(2 * Math.PI * y) * Math.cos(Math.PI * t / 1.5),
                (x, y, t) ->
                        -Waves.sq(Math.sin(Math.PI * y)) * Math.sin(2 * Math.PI * x) * Math.cos(Math.PI * t / 1.5));
    }

    /** Four cells that turn against each other, on the torus of a grid. */
    static Velocity cells(Grid2D grid) {
        return Velocity.steady(
                (x, y) -> grid.lx() * Math.sin(2 * Math.PI * unitX(grid, x)) * Math.cos(2 * Math.PI * unitY(grid, y)),
                (x, y) -> -grid.ly() * Math.cos(2 * Math.PI * unitX(grid, x)) * Math.sin(2 * Math.PI * unitY(grid, y)));
    }

    /** The samples of a velocity at t = 0. */
    static VectorField2D samples(Velocity velocity, Grid2D grid) {
        VelocitySampler sampler = velocity.sampler(grid);
        double[] vx = new double[1];
        double[] vy = new double[1];
        return new VectorField2D(
                Field2D.of(grid, (x, y) -> {
                    sampler.velocity(0, 1, new double[] {x}, new double[] {y}, vx, vy);
                    return vx[0];
                }),
                Field2D.of(grid, (x, y) -> {
                    sampler.velocity(0, 1, new double[] {x}, new double[] {y}, vx, vy);
                    return vy[0];
                }));
    }
}
