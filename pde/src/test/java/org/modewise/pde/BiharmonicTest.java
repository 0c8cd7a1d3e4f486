package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class BiharmonicTest {
    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void solvesWavesOnEveryGrid(Grid2D grid) {
        Waves waves = Waves.random(grid, 1);
        Waves loaded = waves.multiplied(grid, (kx, ky) -> Waves.sq(kx * kx + ky * ky), (kx, ky) -> 0);
        Waves flat = waves.multiplied(grid, (kx, ky) -> kx == 0 && ky == 0 ? 0 : 1, (kx, ky) -> 0);
        Field2D solution = Biharmonic.solve(Poisson.projectMean(loaded.sample(grid)));
        double longest = Math.min(Waves.sq(grid.kx(1)), Waves.sq(grid.ky(1)));
        assertAbsolute(
                Measure.distance(solution, flat.sample(grid)),
                1e-15 * (waves.bound() + loaded.bound() / (longest * longest) / Math.sqrt(grid.size())));
    }

    @Test
    void solvesWhatCalculusMakes() {
        Grid2D grid = new Grid2D(36, 45, -0.3, 0.7, 1, 1);
        Field2D load = Field2D.of(grid, Exponentials::bilaplacian);
        Field2D expected = Poisson.projectMean(Field2D.of(grid, Exponentials::value));
        assertRelative(Biharmonic.solve(Poisson.projectMean(load)), expected, 1e-14);
    }

    @Test
    void isPoissonTwice() {
        Field2D f = Poisson.projectMean(Measure.noise(new Grid2D(20, 15, 0, 0, 1, 2), 3));
        assertRelative(Biharmonic.solve(f), Poisson.solve(Poisson.solve(f)), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-80, 1e-100, 1e78, 1e100})
    void boxesWhoseFourthPowerIsBeyondTheDoublesAreRefused(double length) {
        Field2D f = InitialFields.mode(new Grid2D(16, 16, 0, 0, length, length), 2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Biharmonic.solve(f))
                .withMessageContaining("finite");
    }

    @Test
    void refusesAMeanAndWhatIsNoNumber() {
        Field2D f = InitialFields.mode(Grid2D.unit(16), 2, 3).plus(0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Biharmonic.solve(f))
                .withMessage("mean(f) must be 0 for Δ²u = f to have a periodic solution, got " + f.mean()
                        + "; Poisson.projectMean(f) removes it");
        assertThatNullPointerException()
                .isThrownBy(() -> Biharmonic.solve(null))
                .withMessage("f");
        Field2D bad = Field2D.of(Grid2D.unit(4), (x, y) -> x == 0.25 && y == 0.75 ? Double.NaN : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Biharmonic.solve(bad))
                .withMessage("f[1,3] is NaN");
    }
}
