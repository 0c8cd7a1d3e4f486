package org.modewise.pde;

import static org.modewise.pde.Measure.assertAbsolute;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** What holds of any velocity, on any grid. */
class VariableVelocityPropertiesTest {
    private static final int TRIES = 12;

    @Provide
    Arbitrary<Grid2D> grids() {
        return Grids.upTo(20).withoutEdgeCases();
    }

    /** A few long waves, in periods a time; the data has to be resolved after they have mixed it for a while. */
    private static Velocity velocity(Grid2D grid, double a, double b) {
        return Velocity.steady(
                        (x, y) -> grid.lx() * (a + 0.1 * Math.sin(turn(grid, x, y))),
                        (x, y) -> grid.ly() * (0.1 * Math.cos(turn(grid, x, y)) + b))
                .divergence((x, y, t) -> 0.2 * Math.PI * (Math.cos(turn(grid, x, y)) - Math.sin(turn(grid, x, y))));
    }

    private static double turn(Grid2D grid, double x, double y) {
        return 2 * Math.PI * ((x - grid.x0()) / grid.lx() + (y - grid.y0()) / grid.ly());
    }

    private static Field2D smooth(Grid2D grid) {
        return Field2D.of(grid, (x, y) -> 2 + Math.cos(turn(grid, x, y) + 1));
    }

    @Property(tries = TRIES)
    void transportIsLinearAndKeepsConstants(
            @ForAll("grids") Grid2D grid,
            @ForAll long seed,
            @ForAll @DoubleRange(min = -1, max = 1) double a,
            @ForAll @DoubleRange(min = -1, max = 1) double t) {
        VariableTransport equation =
                VariableTransport.of(velocity(grid, a, 0.3)).tolerance(1e-6);
        Field2D one = Measure.noise(grid, seed);
        Field2D together = equation.solve(one.times(2).plus(5)).at(t);
        assertAbsolute(
                Measure.distance(together, equation.solve(one).at(t).times(2).plus(5)), 2e-13);
    }

    @Property(tries = TRIES)
    void massIsKeptAndDensitiesStayPositive(
            @ForAll @DoubleRange(min = -1, max = 1) double a,
            @ForAll @DoubleRange(min = -1, max = 1) double b,
            @ForAll @DoubleRange(min = -0.3, max = 0.3) double t) {
        Grid2D grid = new Grid2D(28, 31, -1, 2, 3, 0.5);
        ContinuitySolution solution =
                ContinuityEquation.of(velocity(grid, a, b)).tolerance(1e-12).solve(smooth(grid));
        assertAbsolute(Math.abs(solution.massDefect(t)), 1e-13);
        assertAbsolute(Math.max(0, -solution.at(t).min()), 0);
    }

    @Property(tries = TRIES)
    void timesAddUpAndGoBack(
            @ForAll @DoubleRange(min = -1, max = 1) double a,
            @ForAll @DoubleRange(min = -0.25, max = 0.25) double s,
            @ForAll @DoubleRange(min = -0.25, max = 0.25) double t) {
        Grid2D grid = new Grid2D(36, 37, -1, 2, 3, 0.5);
        Velocity velocity = velocity(grid, a, 0.2);
        Field2D start = smooth(grid);
        VariableTransport transport = VariableTransport.of(velocity);
        Field2D inTwo = transport.solve(transport.solve(start).at(s)).at(t);
        // Three frames, each off by 1e-13 of a period times the slope, √2·2π/2.1: 1.3e-12 at most, 2e-13 as met.
        assertAbsolute(Measure.distance(inTwo, transport.solve(start).at(s + t)), 6e-13);
        ContinuityEquation continuity = ContinuityEquation.of(velocity);
        Field2D back = continuity.solve(continuity.solve(start).at(s)).at(-s);
        assertAbsolute(Measure.distance(back, start), 3e-13);
    }
}
