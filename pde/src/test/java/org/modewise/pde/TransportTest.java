package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
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

class TransportTest {
    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void movesTheInterpolant(Grid2D grid) {
        Waves waves = Waves.random(grid, 1);
        SpectralSolution solution = new Transport(0.3, -1.7).solve(waves.sample(grid));
        for (double t : new double[] {0, 0.01, 0.37, -0.2, -1.9}) {
            Field2D expected = waves.moved(grid, 0.3 * t, -1.7 * t).sample(grid);
            assertAbsolute(Measure.distance(solution.at(t), expected), 3e-14 * waves.bound());
        }
    }

    @Test
    void phaseErrorGrowsWithTheDistanceAlone() {
        // κct is rounded once or twice: eps of the phase, 2π·15·1000 here.
        Grid2D grid = Grid2D.unit(32);
        Waves waves = Waves.of(new Waves.Wave(15, 0, 1, 0.2));
        Field2D expected = waves.moved(grid, 1000.25, 0).sample(grid);
        Field2D moved = new Transport(1, 0).solve(waves.sample(grid)).at(1000.25);
        assertAbsolute(Measure.distance(moved, expected), Measure.EPS * 2 * Math.PI * 15 * 1000.25);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 15, 16})
    void wholeCellsAreAShiftOfTheSamplesOfAnyData(int n) {
        Grid2D grid = new Grid2D(n, n + 3, 1, 2, 3, 4);
        Field2D u = Measure.noise(grid, 2);
        for (int cells : new int[] {1, 3, -5, n}) {
            Field2D moved = new Transport(grid.dx(), -2 * grid.dy()).solve(u).at(cells);
            double[] expected = new double[grid.size()];
            for (int j = 0; j < grid.ny(); j++) {
                for (int i = 0; i < n; i++) {
                    expected[j * n + i] = u.get(Math.floorMod(i - cells, n), Math.floorMod(j + 2 * cells, grid.ny()));
                }
            }
            assertAbsolute(Measure.distance(moved, Field2D.of(grid, expected)), 1e-14);
        }
    }

    @Test
    void theNyquistWaveOfAnEvenAxisCanOnlySwell() {
        Grid2D grid = new Grid2D(16, 10, 0, 0, 2, 1);
        Transport transport = new Transport(0.7, 0.4);
        for (double t : new double[] {0.01, 0.2, -3.3}) {
            double x = Math.cos(grid.kx(8) * 0.7 * t);
            double y = Math.cos(grid.ky(5) * 0.4 * t);
            check(transport, grid, 8, 0, t, x);
            check(transport, grid, 0, 5, t, y);
            check(transport, grid, 8, 5, t, x * y);
        }
        // Along the other axis it moves like any wave.
        Field2D wave = InitialFields.mode(grid, 8, 2);
        Field2D moved = new Transport(0, 0.05).solve(wave).at(1);
        Field2D expected = Field2D.of(grid, (a, b) -> Math.cos(grid.kx(8) * a) * Math.cos(grid.ky(2) * (b - 0.05)));
        assertRelative(moved, expected, 1e-14);
    }

    private static void check(Transport transport, Grid2D grid, int mx, int my, double t, double factor) {
        Field2D wave = InitialFields.mode(grid, mx, my);
        assertAbsolute(Measure.distance(transport.solve(wave).at(t), wave.times(factor)), 2e-15);
    }

    @Test
    void theFinestWaveOfAnOddAxisMoves() {
        Grid2D grid = new Grid2D(15, 9, 0, 0, 1, 1);
        Waves finest =
                Waves.of(new Waves.Wave(7, 0, 1, 0.1), new Waves.Wave(7, -4, 1, 0.3), new Waves.Wave(0, 4, 1, 0));
        Field2D moved = new Transport(0.31, 0.17).solve(finest.sample(grid)).at(0.9);
        assertRelative(moved, finest.moved(grid, 0.31 * 0.9, 0.17 * 0.9).sample(grid), 1e-14);
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void keepsTheEnergyAndGoesBack(Grid2D grid) {
        Field2D u = Waves.random(grid, 3).sample(grid);
        Transport transport = new Transport(0.3, 0.11);
        SpectralSolution solution = transport.solve(u);
        double energy = u.norm() * u.norm();
        for (double t : new double[] {0.4, -2}) {
            assertAbsolute(Math.abs(solution.energy(t) / energy - 1), 4e-15);
            assertAbsolute(Math.abs(solution.logEnergySlope(t)), 0);
            assertRelative(transport.solve(solution.at(t)).at(-t), u, 1e-14);
        }
    }

    @Test
    void refusesSpeedsAndTimesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transport(Double.NaN, 0))
                .withMessage("cx must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transport(0, Double.NEGATIVE_INFINITY))
                .withMessage("cy must be finite, got -Infinity");
        SpectralSolution solution = new Transport(1e10, 0).solve(Measure.noise(Grid2D.unit(4), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(Double.POSITIVE_INFINITY))
                .withMessage("t must be finite, got Infinity");
        // c·t·κ overflows.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1e300))
                .withMessageContaining("finite");
        assertThatNullPointerException()
                .isThrownBy(() -> new Transport(1, 1).solve(null))
                .withMessage("u0");
        assertThat(new Transport(1, 1)).isEqualTo(new Transport(1, 1));
    }
}
