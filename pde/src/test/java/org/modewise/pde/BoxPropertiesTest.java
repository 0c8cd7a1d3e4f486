package org.modewise.pde;

import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.modewise.core.Field2D;

/** What holds between any walls, on any number of nodes. */
class BoxPropertiesTest {
    private static final int TRIES = 200;
    private static final int MOST = 40;

    @Provide
    Arbitrary<Box> boxes() {
        Arbitrary<Double> origin = Arbitraries.doubles().between(-10, 10);
        Arbitrary<Double> extent = Arbitraries.doubles().between(0.12, 8);
        Arbitrary<Wall> wall = Arbitraries.of(Wall.class);
        return Combinators.combine(origin, origin, extent, extent, wall, wall, wall, wall)
                .as(Box::new)
                .withoutEdgeCases();
    }

    @Property(tries = TRIES)
    void wavesFadeAtTheirOwnRates(
            @ForAll("boxes") Box box,
            @ForAll @IntRange(min = 1, max = MOST) int nx,
            @ForAll @IntRange(min = 1, max = MOST) int ny,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 2) double t) {
        BoxModes modes = BoxModes.random(box, nx, ny, seed, 1);
        Field2D expected = modes.times((kx, ky) -> Math.exp(-0.003 * (kx * kx + ky * ky) * t))
                .sample(nx, ny);
        BoxSolution solution = new Heat(0.003).solve(modes.sample(nx, ny), box);
        assertAbsolute(Measure.distance(solution.at(t), expected), 4e-15 * modes.bound());
    }

    @Property(tries = TRIES)
    void timesAddUp(
            @ForAll("boxes") Box box,
            @ForAll @IntRange(min = 1, max = MOST) int nx,
            @ForAll @IntRange(min = 1, max = MOST) int ny,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 1) double s,
            @ForAll @DoubleRange(min = 0, max = 1) double t) {
        Heat heat = new Heat(0.003);
        Field2D u = Measure.noise(box.grid(nx, ny), seed);
        Field2D inTwo = heat.solve(heat.solve(u, box).at(s), box).at(t);
        assertAbsolute(Measure.distance(inTwo, heat.solve(u, box).at(s + t)), 16 * EPS);
    }

    @Property(tries = TRIES)
    void poissonUndoesTheLaplacian(
            @ForAll("boxes") Box box,
            @ForAll @IntRange(min = 3, max = MOST) int nx,
            @ForAll @IntRange(min = 3, max = MOST) int ny,
            @ForAll long seed) {
        Field2D f = Measure.noise(box.grid(nx, ny), seed);
        Field2D solvable = box.isInsulated() ? Poisson.projectMean(f) : f;
        Field2D back = FourierMultiplier.of((kx, ky) -> kx * kx + ky * ky).apply(Poisson.solve(solvable, box), box);
        // What rounding leaves of the longest wave in the finest ones: eps times the ratio of their |κ|².
        double finest = Waves.sq(nx * Math.PI / box.lx()) + Waves.sq(ny * Math.PI / box.ly());
        double longest = Waves.sq(Math.PI / (2 * Math.max(box.lx(), box.ly())));
        assertAbsolute(Measure.distance(back, solvable), EPS * (16 + finest / longest));
    }
}
