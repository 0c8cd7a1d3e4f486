package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class AnisotropicHeatTest {
    @ParameterizedTest
    @CsvSource({"0.01, 0.004, 0.005", "0.005, -0.006, 0.02", "0.02, 0, 0.001", "0.01, 0.01, 0.01"})
    void aGaussianSpreadsByItsTensor(double dxx, double dxy, double dyy) {
        Grid2D grid = new Grid2D(96, 75, -1, 0.5, 3, 2);
        SpectralSolution solution =
                new AnisotropicHeat(dxx, dxy, dyy).solve(Gaussians.density(grid, 0.3, 1.1, 0.02, 0.003, 0.015));
        for (double t : new double[] {0, 0.25, 1.5, 7}) {
            Field2D expected =
                    Gaussians.density(grid, 0.3, 1.1, 0.02 + 2 * dxx * t, 0.003 + 2 * dxy * t, 0.015 + 2 * dyy * t);
            assertRelative(solution.at(t), expected, 5e-15);
            assertAbsolute(Math.abs(solution.at(t).integral() - 1), 2 * EPS);
        }
    }

    @Test
    void isHeatIfItIsTheSameAlongBothAxes() {
        Field2D u = Measure.noise(new Grid2D(18, 13, 0, 0, 1, 2), 1);
        assertThat(new AnisotropicHeat(0.01, 0, 0.01).solve(u).at(0.2))
                .isEqualTo(new Heat(0.01).solve(u).at(0.2));
        assertThat(new AnisotropicHeat(0.01, 0, 0.01).symbol()).hasToString("Symbol[separable, real]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, Math.PI / 4, 1.4, Math.PI / 2, 3, -0.7})
    void leavesWhatRunsAlongANullDirectionAlone(double angle) {
        // A ridge along the direction would have to have modes on it: (1,1) on a torus of that slope.
        double lx = 1;
        double ly = Math.abs(Math.tan(angle)) > 1e-3 && Math.abs(Math.tan(angle)) < 1e3 ? Math.abs(Math.tan(angle)) : 1;
        Grid2D grid = new Grid2D(24, 24, 0.2, 0.1, lx, ly);
        AnisotropicHeat heat = AnisotropicHeat.along(angle, 0.05, 0);
        // κ across the direction: -sin·kx' + cos·ky'.
        int my = Math.signum(Math.tan(angle)) < 0 ? 1 : -1;
        int mx = ly == 1 && Math.abs(Math.sin(angle)) < 1e-3 ? 0 : 1;
        my = ly == 1 && Math.abs(Math.cos(angle)) < 1e-3 ? 0 : my;
        Waves ridge = Waves.of(new Waves.Wave(mx, my, 1, 0.1), new Waves.Wave(5 * mx, 5 * my, 0.5, 0.4));
        assertRelative(heat.solve(ridge.sample(grid)).at(3), ridge.sample(grid), 5e-15);
        // Nothing grows, whatever rounding makes of a determinant of 0.
        SpectralSolution noise = heat.solve(Measure.noise(grid, 2));
        assertThat(noise.energy(1e300)).isLessThanOrEqualTo(noise.energy(0));
        assertThat(noise.logEnergySlope(1)).isLessThanOrEqualTo(0);
    }

    @Test
    void alongADirectionIsTheRotatedTensor() {
        AnisotropicHeat heat = AnisotropicHeat.along(0.4, 0.03, 0.002);
        for (double k : new double[] {1, 7, -20}) {
            double along = heat.symbol().re(k * Math.cos(0.4), k * Math.sin(0.4));
            double across = heat.symbol().re(-k * Math.sin(0.4), k * Math.cos(0.4));
            assertAbsolute(Math.abs(along / (-0.03 * k * k) - 1), 1e-15);
            assertAbsolute(Math.abs(across / (-0.002 * k * k) - 1), 4e-15);
        }
    }

    @Test
    void refusesTensorsThatAreNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnisotropicHeat(1, 2, 1))
                .withMessage("dxx*dyy - dxy^2 must be >= 0, got -3.0 from dxx = 1.0, dxy = 2.0, dyy = 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnisotropicHeat(-1, 0, 1))
                .withMessage("dxx must be >= 0 and finite, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnisotropicHeat(1, 0, Double.POSITIVE_INFINITY))
                .withMessage("dyy must be >= 0 and finite, got Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnisotropicHeat(1, Double.NaN, 1))
                .withMessage("dxy must be finite, got NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> new AnisotropicHeat(0, 1e-9, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnisotropicHeat(0, 1e-9, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnisotropicHeat(1, 1 + 1e-14, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnisotropicHeat(1e-300, 1e-200, 1e-300));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnisotropicHeat(1e300, 1.1e300, 1e300));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnisotropicHeat.along(Double.NaN, 1, 1))
                .withMessage("angle must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnisotropicHeat.along(0, 1, -2))
                .withMessage("across must be >= 0 and finite, got -2.0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-160, 1, 1e160, 1e300})
    void takesTensorsOfRankOneAtAnyScale(double scale) {
        for (double angle = 0; angle < 3.2; angle += 0.05) {
            AnisotropicHeat heat = AnisotropicHeat.along(angle, scale, 0);
            assertThat(heat.symbol().re(-Math.sin(angle), Math.cos(angle))).isBetween(-EPS * scale, 0.0);
        }
    }
}
