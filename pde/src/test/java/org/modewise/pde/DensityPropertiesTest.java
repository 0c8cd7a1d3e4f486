package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** What holds of densities under linear diffusions, for any of them. */
class DensityPropertiesTest {
    private static final int TRIES = 60;

    /** The box is ten deviations from anything that a stationary variance up to 0.7 leaves on it. */
    private static Grid2D grid(int n, boolean plane) {
        return plane ? Grid2D.centered(n, 18) : Grid2D.line(2 * n, -9, 18);
    }

    @Property(tries = TRIES)
    void timesAddUp(
            @ForAll @IntRange(min = 136, max = 150) int n,
            @ForAll boolean plane,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.5, max = 2) double rate,
            @ForAll @DoubleRange(min = 0.2, max = 0.7) double variance,
            @ForAll @DoubleRange(min = 0, max = 1) double s,
            @ForAll @DoubleRange(min = 0, max = 1) double t) {
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(rate, 0.4, -0.3, variance * rate);
        Field2D start = Densities.random(seed).density(grid(n, plane));
        Field2D inTwo = process.solve(process.solve(start).at(s)).at(t);
        Field2D atOnce = process.solve(start).at(s + t);
        assertAbsolute(Measure.distance(inTwo, atOnce), 3e-14);
    }

    @Property(tries = TRIES)
    void massIsKeptAndNothingIsNegative(
            @ForAll @IntRange(min = 136, max = 150) int n,
            @ForAll boolean plane,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.5, max = 5) double rate,
            @ForAll @DoubleRange(min = 0, max = 20) double t) {
        DensitySolution solution = new OrnsteinUhlenbeck(rate, 0.4, -0.3, rate / 2)
                .solve(Densities.random(seed).density(grid(n, plane)));
        assertAbsolute(Math.abs(solution.massError(t)), 16 * EPS);
        assertThat(solution.at(t).min()).isGreaterThan(-1e-14);
    }

    @Property(tries = TRIES)
    void momentsAreThoseOfTheDensity(
            @ForAll @IntRange(min = 136, max = 150) int n,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.5, max = 2) double rate,
            @ForAll @DoubleRange(min = 0, max = 5) double t) {
        Grid2D grid = grid(n, true);
        DensitySolution solution = new OrnsteinUhlenbeck(rate, 0.4, -0.3, 0.5 * rate)
                .solve(Densities.random(seed).density(grid));
        Moments expected = new Marginals(solution.at(t)).moments();
        Moments actual = solution.moments(t);
        // A node is rounded by 1.2e-14, at random, and weighs 18²/√N·|x| in a mean and x² in a variance: 4.5 and 27 on
        // average. A variance was off by 4.1e-13 on JTransforms.
        assertAbsolute(Math.abs(actual.meanX() - expected.meanX()), 1e-13);
        assertAbsolute(Math.abs(actual.meanY() - expected.meanY()), 1e-13);
        assertAbsolute(Math.abs(actual.varianceX() - expected.varianceX()), 1e-12);
        assertAbsolute(Math.abs(actual.covariance() - expected.covariance()), 1e-12);
        assertAbsolute(Math.abs(actual.varianceY() - expected.varianceY()), 1e-12);
    }
}
