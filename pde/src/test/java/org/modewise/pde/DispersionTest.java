package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class DispersionTest {
    /** A Gaussian becomes an Airy function under an exponential. */
    @Test
    void meetsTheReferenceByAiryFunctions() {
        Reference reference = Reference.read("airy_gaussian.csv");
        Grid2D line = Grid2D.line(128, -2, 4);
        Grid2D transposed = new Grid2D(1, 128, 0, -2, 1, 4);
        Field2D start = reference.where("t", 0).field("u", line);
        for (double t : new double[] {0.125, 0.5, -0.25}) {
            Field2D expected = reference.where("t", t).field("u", line);
            assertRelative(new Dispersion(0.001, 0).solve(start).at(t), expected, 1e-15);
            Field2D alongY = new Dispersion(0, 0.001)
                    .solve(Field2D.of(transposed, start.toArray()))
                    .at(t);
            assertRelative(alongY, Field2D.of(transposed, expected.toArray()), 1e-15);
        }
    }

    @Test
    void keepsTheEnergyOfEveryWave() {
        Grid2D grid = new Grid2D(25, 18, 1, 2, 3, 2);
        Field2D u = Waves.random(grid, 1).sample(grid);
        SpectralSolution solution = new Dispersion(0.01, -0.02).solve(u);
        for (double t : new double[] {0.4, -3, 100}) {
            assertAbsolute(Math.abs(solution.energy(t) / solution.energy(0) - 1), 2e-15);
            assertAbsolute(Math.abs(solution.logEnergySlope(t)), 0);
        }
    }

    @Test
    void theLinearPartOfKortewegAndDeVriesIsASum() {
        Grid2D grid = Grid2D.line(40, -1, 2);
        Waves waves = Waves.of(new Waves.Wave(3, 0, 1, 0.2), new Waves.Wave(7, 0, 0.5, 0.6));
        double t = 0.9;
        Field2D moved = new Dispersion(1e-3, 0)
                .plus(new Transport(0.5, 0))
                .solve(waves.sample(grid))
                .at(t);
        // The phase velocity is c - βk².
        Field2D expected = waves.multiplied(
                        grid, (kx, ky) -> 1, (kx, ky) -> -kx * (0.5 - 1e-3 * kx * kx) * t / (2 * Math.PI))
                .sample(grid);
        assertRelative(moved, expected, 4e-15);
    }

    @Test
    void theNyquistWaveOfAnEvenAxisCanOnlySwell() {
        Grid2D grid = new Grid2D(16, 10, 0, 0, 2, 1);
        Dispersion dispersion = new Dispersion(1e-4, 3e-4);
        for (double t : new double[] {0.01, 0.2, -1.3}) {
            double x = Math.cos(1e-4 * Math.pow(grid.kx(8), 3) * t);
            double y = Math.cos(3e-4 * Math.pow(grid.ky(5), 3) * t);
            check(dispersion, grid, 8, 0, t, x);
            check(dispersion, grid, 0, 5, t, y);
            check(dispersion, grid, 8, 5, t, x * y);
        }
    }

    private static void check(Dispersion dispersion, Grid2D grid, int mx, int my, double t, double factor) {
        Field2D wave = InitialFields.mode(grid, mx, my);
        assertAbsolute(Measure.distance(dispersion.solve(wave).at(t), wave.times(factor)), 8 * EPS);
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dispersion(Double.NaN, 0))
                .withMessage("betaX must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dispersion(0, Double.POSITIVE_INFINITY))
                .withMessage("betaY must be finite, got Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dispersion(1e308, 0).solve(Measure.noise(Grid2D.unit(8), 1)))
                .withMessageContaining("finite");
        assertThat(new Dispersion(1, 2)).hasToString("Dispersion[betaX=1.0, betaY=2.0]");
    }
}
