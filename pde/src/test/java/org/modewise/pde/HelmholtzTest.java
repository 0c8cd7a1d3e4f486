package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class HelmholtzTest {
    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void solvesWavesOnEveryGrid(Grid2D grid) {
        Waves waves = Waves.random(grid, 1);
        for (double k : new double[] {0.37, 21, 300}) {
            Waves driven = waves.multiplied(grid, (kx, ky) -> kx * kx + ky * ky - k * k, (kx, ky) -> 0);
            Field2D solution = new Helmholtz(k).solve(driven.sample(grid));
            // Rounding noise of f on the wave nearest to resonance is the least damped.
            double gap = Math.abs(new Helmholtz(k).nearestEigenvalue(grid) - k * k);
            assertAbsolute(
                    Measure.distance(solution, waves.sample(grid)),
                    4e-15 * (waves.bound() + driven.bound() / gap / Math.sqrt(grid.size())));
        }
    }

    /** u = e^{cos 2πx + sin 2πy}, with its Laplacian as calculus has it. */
    @Test
    void solvesWhatCalculusMakes() {
        Grid2D grid = new Grid2D(40, 45, -0.3, 0.7, 1, 1);
        Field2D u = Field2D.of(grid, Exponentials::value);
        for (double k : new double[] {1, 21, 100}) {
            Field2D f = Field2D.of(grid, (x, y) -> -Exponentials.laplacian(x, y) - k * k * Exponentials.value(x, y));
            assertRelative(new Helmholtz(k).solve(f), u, 1e-14);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8})
    void refusesResonanceQuotingTheEigenvalue(int m) {
        Grid2D grid = new Grid2D(16, 12, 0, 0, 2, 1);
        double k = grid.kx(m);
        Field2D f = Measure.noise(grid, 1);
        for (double resonant : new double[] {k, Math.nextUp(k), k * (1 - 1e-11)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Helmholtz(resonant).solve(f))
                    .withMessage("wavenumber^2 must be no eigenvalue of -Δ, got wavenumber " + resonant
                            + ", in resonance with the eigenvalue " + k * k);
        }
        Field2D near = new Helmholtz(k * (1 + 1e-6)).solve(f);
        assertThat(near.maxNorm()).isFinite().isGreaterThan(1);
        // Waves beyond the grid do not count.
        new Helmholtz(grid.kx(9)).solve(f);
    }

    @Test
    void knowsTheNearestEigenvalue() {
        Grid2D grid = Grid2D.unit(16);
        double unit = 4 * Math.PI * Math.PI;
        assertThat(new Helmholtz(21).nearestEigenvalue(grid)).isCloseTo(10 * unit, within(1e-12));
        assertThat(new Helmholtz(1e-3).nearestEigenvalue(grid)).isZero();
        assertThat(new Helmholtz(1e9).nearestEigenvalue(grid)).isCloseTo(128 * unit, within(1e-11));
    }

    @Test
    void refusesWhatMakesNoSense() {
        Field2D f = Measure.noise(Grid2D.unit(8), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Helmholtz(0))
                .withMessage("wavenumber must be > 0 and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Helmholtz(Double.NaN))
                .withMessage("wavenumber must be > 0 and finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Helmholtz(1e-200).solve(f))
                .withMessageContaining("finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Helmholtz(1e200).solve(f))
                .withMessageContaining("finite");
        assertThatNullPointerException()
                .isThrownBy(() -> new Helmholtz(1).solve(null))
                .withMessage("f");
        Field2D bad = Field2D.of(Grid2D.unit(4), (x, y) -> x == 0.25 && y == 0.75 ? Double.NaN : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Helmholtz(1).solve(bad))
                .withMessage("f[1,3] is NaN");
    }
}
