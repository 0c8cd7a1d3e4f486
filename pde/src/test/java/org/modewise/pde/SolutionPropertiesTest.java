package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** What holds of the solutions on every grid, for any data. */
class SolutionPropertiesTest {
    private static final int TRIES = 200;

    /** Two round trips, 2e-15 each relative to the norm, and the largest sample is a few norms. */
    private static final double FOUR_TRANSFORMS = 1e-14;

    @Provide
    Arbitrary<Grid2D> grids() {
        // The edge cases of six parameters would be all that is ever tried.
        return Grids.upTo(40).withoutEdgeCases();
    }

    private static LinearEquation equation(double alpha) {
        return new Heat(alpha).plus(new Transport(0.2, -0.1));
    }

    @Property(tries = TRIES)
    void timesAddUp(
            @ForAll("grids") Grid2D grid,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 1) double s,
            @ForAll @DoubleRange(min = 0, max = 1) double t) {
        Waves waves = Waves.random(grid, seed);
        LinearEquation equation = equation(0.003);
        Field2D inTwo = equation.solve(equation.solve(waves.sample(grid)).at(s)).at(t);
        Field2D atOnce = equation.solve(waves.sample(grid)).at(s + t);
        assertAbsolute(Measure.distance(inTwo, atOnce), FOUR_TRANSFORMS * waves.bound());
    }

    @Property(tries = TRIES)
    void wavesMoveAndFadeAsTheyShould(
            @ForAll("grids") Grid2D grid, @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 2) double t) {
        Waves waves = Waves.random(grid, seed);
        Field2D expected =
                waves.diffused(grid, 0.003 * t).moved(grid, 0.2 * t, -0.1 * t).sample(grid);
        assertAbsolute(
                Measure.distance(equation(0.003).solve(waves.sample(grid)).at(t), expected),
                FOUR_TRANSFORMS * waves.bound());
    }

    @Property(tries = TRIES)
    void solutionsAreLinearInTheData(
            @ForAll("grids") Grid2D grid, @ForAll long seed, @ForAll @DoubleRange(min = -3, max = 3) double a) {
        Field2D u = Measure.noise(grid, seed);
        Field2D v = Measure.noise(grid, ~seed);
        LinearEquation equation = equation(0.001);
        Field2D together = equation.solve(u.times(a).plus(v)).at(0.3);
        Field2D apart =
                equation.solve(u).at(0.3).times(a).plus(equation.solve(v).at(0.3));
        assertAbsolute(Measure.distance(together, apart), 20 * EPS * (1 + Math.abs(a)));
    }

    @Property(tries = TRIES)
    void massIsKept(
            @ForAll("grids") Grid2D grid, @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 100) double t) {
        Field2D u = Measure.noise(grid, seed);
        double drift = equation(0.01).solve(u).at(t).mean() - u.mean();
        assertAbsolute(Math.abs(drift), 4 * EPS * u.maxNorm());
    }

    @Property(tries = TRIES)
    void heatStaysBetweenTheBoundsOfWhatTheGridResolves(
            @ForAll("grids") Grid2D grid, @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double t) {
        // p of modes below n/4: p² is resolved, and not negative between the nodes either.
        Waves waves = Waves.random(grid, seed, 4);
        Field2D p = waves.sample(grid);
        double top = waves.bound() * waves.bound();
        Field2D later = new Heat(0.02).solve(p.times(p)).at(t * t * t);
        assertThat(later.min()).isGreaterThanOrEqualTo(-4 * EPS * top);
        assertThat(later.max()).isLessThanOrEqualTo(top * (1 + 4 * EPS));
    }

    @Property(tries = TRIES)
    void heatStaysBetweenTheBoundsOfAnyDataOnceItsKernelIsResolved(@ForAll("grids") Grid2D grid, @ForAll long seed) {
        Field2D u = Measure.noise(grid, seed);
        // e^{-αk²t} falls below eps before the first mode that an axis lacks, if it has one node too.
        double finest = Math.min(grid.kx((grid.nx() + 1) / 2), grid.ky((grid.ny() + 1) / 2));
        Field2D later = new Heat(1).solve(u).at(37 / (finest * finest));
        assertThat(later.min()).isGreaterThanOrEqualTo(u.min() - 4 * EPS);
        assertThat(later.max()).isLessThanOrEqualTo(u.max() + 4 * EPS);
    }

    @Property(tries = TRIES)
    void transportGoesBack(
            @ForAll("grids") Grid2D grid, @ForAll long seed, @ForAll @DoubleRange(min = -20, max = 20) double t) {
        Waves waves = Waves.random(grid, seed);
        Transport transport = new Transport(0.3, -0.2);
        Field2D back =
                transport.solve(transport.solve(waves.sample(grid)).at(t)).at(-t);
        // The phases of both ways are rounded alike; what is left are four transforms.
        assertAbsolute(Measure.distance(back, waves.sample(grid)), FOUR_TRANSFORMS * waves.bound());
    }

    @Property(tries = TRIES)
    void poissonLeavesNoResidual(@ForAll("grids") Grid2D grid, @ForAll long seed) {
        Field2D f = Poisson.projectMean(Measure.noise(grid, seed));
        double finest = Waves.sq(grid.kx(grid.nx() / 2)) + Waves.sq(grid.ky(grid.ny() / 2));
        double longest = Math.min(
                grid.nx() == 1 ? finest : Waves.sq(grid.kx(1)), grid.ny() == 1 ? finest : Waves.sq(grid.ky(1)));
        // On one node f is 0.
        double ratio = finest == 0 ? 0 : finest / longest;
        assertAbsolute(Derivatives.laplacian(Poisson.solve(f)).plus(f).maxNorm(), FOUR_TRANSFORMS * (1 + ratio) / 10);
    }
}
