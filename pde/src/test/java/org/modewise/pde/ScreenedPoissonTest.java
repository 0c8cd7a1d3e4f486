package org.modewise.pde;

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

class ScreenedPoissonTest {
    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void solvesWavesOnEveryGrid(Grid2D grid) {
        Waves waves = Waves.random(grid, 1);
        for (double screening : new double[] {0.5, 10, 1000}) {
            Waves charged =
                    waves.multiplied(grid, (kx, ky) -> kx * kx + ky * ky + screening * screening, (kx, ky) -> 0);
            Field2D solution = new ScreenedPoisson(screening).solve(charged.sample(grid));
            // Rounding noise of f on the mean is the least damped.
            assertAbsolute(
                    Measure.distance(solution, waves.sample(grid)),
                    4e-15 * (waves.bound() + charged.bound() / (screening * screening) / Math.sqrt(grid.size())));
        }
    }

    @Test
    void solvesWhatCalculusMakes() {
        Grid2D grid = new Grid2D(40, 45, -0.3, 0.7, 1, 1);
        Field2D u = Field2D.of(grid, Exponentials::value);
        for (double screening : new double[] {1, 10, 100}) {
            Field2D f = Field2D.of(
                    grid, (x, y) -> -Exponentials.laplacian(x, y) + screening * screening * Exponentials.value(x, y));
            assertRelative(new ScreenedPoisson(screening).solve(f), u, 4e-15);
        }
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void dividesTheMean(Grid2D grid) {
        Field2D f = Measure.noise(grid, 2);
        Field2D u = new ScreenedPoisson(2).solve(f);
        assertAbsolute(Math.abs(u.mean() - f.mean() / 4), 0.5 * EPS);
        Field2D residual = u.times(4).minus(Derivatives.laplacian(u)).minus(f);
        double finest = Waves.sq(grid.kx(grid.nx() / 2)) + Waves.sq(grid.ky(grid.ny() / 2));
        assertAbsolute(residual.maxNorm(), 2e-15 + 0.1 * EPS * finest);
    }

    @Test
    void tendsToPoissonWithoutAMean() {
        Grid2D grid = new Grid2D(20, 15, 0, 0, 1, 2);
        Field2D f = Poisson.projectMean(Measure.noise(grid, 3));
        assertRelative(Poisson.projectMean(new ScreenedPoisson(1e-7).solve(f)), Poisson.solve(f), 4e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e-160, 1e160, 1e300})
    void screeningsThatItCannotSquareAreRefused(double screening) {
        Field2D f = InitialFields.mode(Grid2D.unit(8), 1, 1).plus(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScreenedPoisson(screening).solve(f))
                .withMessageContaining("finite");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScreenedPoisson(0))
                .withMessage("screening must be > 0 and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScreenedPoisson(Double.NaN))
                .withMessage("screening must be > 0 and finite, got NaN");
        assertThatNullPointerException()
                .isThrownBy(() -> new ScreenedPoisson(1).solve(null))
                .withMessage("f");
        Field2D bad = Field2D.of(Grid2D.unit(4), (x, y) -> x == 0.25 && y == 0.75 ? Double.NaN : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScreenedPoisson(1).solve(bad))
                .withMessage("f[1,3] is NaN");
    }
}
