package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class PoissonTest {
    @Test
    void meetsTheReference() {
        Grid2D grid = Grid2D.unit(32);
        Reference reference = Reference.read("poisson2d_periodic_expsin.csv");
        // The file has Δu, to the 20 digits that are printed.
        Field2D f = reference.field("f_lap_u", grid).times(-1);
        Field2D expected = reference.field("u", grid);
        assertRelative(Poisson.solve(f), Poisson.projectMean(expected), 2e-15);
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void solvesWavesOnEveryGrid(Grid2D grid) {
        Waves waves = Waves.random(grid, 1);
        Waves bent = waves.multiplied(grid, (kx, ky) -> kx * kx + ky * ky, (kx, ky) -> 0);
        Waves flat = waves.multiplied(grid, (kx, ky) -> kx == 0 && ky == 0 ? 0 : 1, (kx, ky) -> 0);
        Field2D solution = Poisson.solve(Poisson.projectMean(bent.sample(grid)));
        // Rounding noise of f on the longest wave is the least damped.
        double longest = Math.min(Waves.sq(grid.kx(1)), Waves.sq(grid.ky(1)));
        assertAbsolute(
                Measure.distance(solution, flat.sample(grid)),
                1e-15 * (waves.bound() + bent.bound() / longest / Math.sqrt(grid.size())));
        assertAbsolute(Math.abs(solution.mean()), 1e-16 * (1 + solution.maxNorm()));
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void leavesNoResidual(Grid2D grid) {
        Field2D f = Poisson.projectMean(Measure.noise(grid, 2));
        Field2D residual = Derivatives.laplacian(Poisson.solve(f)).plus(f);
        // What rounding leaves of the longest wave in the finest ones: eps times the ratio of their |κ|².
        double finest = Waves.sq(grid.kx(grid.nx() / 2)) + Waves.sq(grid.ky(grid.ny() / 2));
        double longest = Math.min(
                grid.nx() == 1 ? finest : Waves.sq(grid.kx(1)), grid.ny() == 1 ? finest : Waves.sq(grid.ky(1)));
        assertAbsolute(residual.maxNorm(), 1e-15 + (finest == 0 ? 0 : EPS * finest / longest));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -2.5, 1e-9, 1e-12})
    void refusesAMean(double mean) {
        Field2D f = InitialFields.mode(Grid2D.unit(16), 2, 3).plus(mean);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Poisson.solve(f))
                .withMessageStartingWith("mean(f) must be 0")
                .withMessageContaining("got " + f.mean())
                .withMessageContaining("projectMean");
    }

    @Test
    void refusesASmallMeanOfSmallData() {
        Field2D f = InitialFields.mode(Grid2D.unit(16), 2, 3).times(1e-200).plus(2e-203);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Poisson.solve(f))
                .withMessageContaining("got " + f.mean());
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void projectedDataIsAlwaysSolvable(Grid2D grid) {
        for (double level : new double[] {0, 0.1, 1 / 3.0, 1e9, 1e300}) {
            Field2D constant = Field2D.of(grid, (x, y) -> level);
            assertThat(Poisson.solve(Poisson.projectMean(constant)).maxNorm()).isZero();
        }
        for (double level : new double[] {1e3, 1e7, 1e12, 1e15}) {
            Field2D raised = Measure.noise(grid, 3).plus(level);
            Field2D projected = Poisson.projectMean(raised);
            assertAbsolute(Math.abs(projected.mean()), 2e-16 * projected.maxNorm());
            assertThat(Measure.distance(projected.plus(raised.mean()), raised))
                    .isLessThanOrEqualTo(Math.ulp(2 * level));
            Poisson.solve(projected);
        }
    }

    @Test
    void zeroStaysZero() {
        assertThat(Poisson.solve(Field2D.of(Grid2D.unit(8), (x, y) -> 0)).maxNorm())
                .isZero();
        assertThat(Poisson.solve(Field2D.of(Grid2D.unit(1), 0.0)).maxNorm()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-150, 1e-100, 1e100, 1e150})
    void scalesWithTheBox(double length) {
        Grid2D unit = Grid2D.unit(16);
        Grid2D box = new Grid2D(16, 16, 0, 0, length, length);
        Field2D expected = Poisson.solve(InitialFields.mode(unit, 2, 3));
        Field2D solution = Poisson.solve(InitialFields.mode(box, 2, 3));
        assertAbsolute(
                Field2D.of(unit, solution.toArray())
                        .times(1 / length)
                        .times(1 / length)
                        .minus(expected)
                        .maxNorm(),
                1e-15 * expected.maxNorm());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-170, 1e-200, 1e160, 1e200})
    void boxesThatItCannotSquareAreRefused(double length) {
        // |κ|² is beyond the doubles: 1/|κ|² would be 0, and so would u.
        Field2D f = InitialFields.mode(new Grid2D(16, 16, 0, 0, length, length), 2, 3);
        assertThatIllegalArgumentException().isThrownBy(() -> Poisson.solve(f)).withMessageContaining("finite");
    }

    @Test
    void refusesWhatIsNoNumber() {
        Field2D bad = Field2D.of(Grid2D.unit(4), (x, y) -> x == 0.25 && y == 0.75 ? Double.NaN : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Poisson.solve(bad))
                .withMessage("f[1,3] is NaN");
        assertThatNullPointerException().isThrownBy(() -> Poisson.solve(null)).withMessage("f");
        assertThatNullPointerException()
                .isThrownBy(() -> Poisson.projectMean(null))
                .withMessage("f");
        Field2D huge = Field2D.of(Grid2D.unit(4), (x, y) -> y < 0.5 ? 1e308 : -1e308);
        assertThatIllegalArgumentException().isThrownBy(() -> Poisson.solve(huge));
    }
}
