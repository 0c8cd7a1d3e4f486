package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.Measure.assertAbsolute;

import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class HyperDiffusionTest {
    private static final Grid2D GRID = new Grid2D(32, 24, -1, 0, 2, 3);

    @Test
    void oneWaveDecaysWithItsWavenumberToTheTwicePth() {
        for (int order = 1; order <= 6; order++) {
            Field2D wave = InitialFields.mode(GRID, 3, -4);
            double square = Waves.sq(GRID.kx(3)) + Waves.sq(GRID.ky(4));
            double rate = 1;
            for (int p = 0; p < order; p++) {
                rate *= square;
            }
            double t = 2 / (1e-6 * rate);
            Field2D later = new HyperDiffusion(1e-6, order).solve(wave).at(t);
            assertAbsolute(Measure.distance(later, wave.times(Math.exp(-2))), 1e-15);
        }
    }

    @Test
    void orderOneIsHeat() {
        Field2D u = Measure.noise(GRID, 1);
        assertThat(new HyperDiffusion(0.01, 1).solve(u).at(0.1))
                .isEqualTo(new Heat(0.01).solve(u).at(0.1));
    }

    @Test
    void cutsFineWavesMoreSharplyThanHeat() {
        // Both halve the wave (4, 0); the wave (8, 0) keeps 1/16 under heat and 2^-16 under order 2.
        double k = GRID.kx(4);
        Field2D coarse = InitialFields.mode(GRID, 4, 0);
        Field2D fine = InitialFields.mode(GRID, 8, 0);
        HyperDiffusion equation = new HyperDiffusion(Math.log(2) / Math.pow(k, 4), 2);
        assertAbsolute(Measure.distance(equation.solve(coarse).at(1), coarse.times(0.5)), 5e-16);
        assertAbsolute(
                Measure.distance(equation.solve(fine).at(1), fine.times(Math.pow(2, -16))), 4e-15 * Math.pow(2, -16));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HyperDiffusion(-1, 2))
                .withMessage("coefficient must be >= 0 and finite, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HyperDiffusion(1, 0))
                .withMessage("order must be >= 1, got 0");
        // |κ|^2p is beyond the doubles: to be told, not to be 0.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HyperDiffusion(1, 200).solve(Measure.noise(GRID, 1)))
                .withMessageStartingWith("symbols and multipliers must be finite, got -Infinity");
    }
}
