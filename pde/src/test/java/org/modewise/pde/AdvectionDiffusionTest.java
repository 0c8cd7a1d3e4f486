package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class AdvectionDiffusionTest {
    @Test
    void aGaussianMovesAndSpreadsByItsTensor() {
        Grid2D grid = new Grid2D(90, 77, -1, 0, 3, 2);
        SpectralSolution solution = new AdvectionDiffusion(0.7, -0.3, 0.02, -0.008, 0.01)
                .solve(Gaussians.density(grid, 0.2, 0.9, 0.015, 0.004, 0.02));
        for (double t : new double[] {0, 0.3, 1.7, 6}) {
            Field2D expected = Gaussians.density(
                    grid, 0.2 + 0.7 * t, 0.9 - 0.3 * t, 0.015 + 0.04 * t, 0.004 - 0.016 * t, 0.02 + 0.02 * t);
            assertRelative(solution.at(t), expected, 5e-15);
            assertAbsolute(Math.abs(solution.at(t).integral() - 1), 4 * EPS);
        }
    }

    @Test
    void isFokkerPlanckIfTheTensorIsANumber() {
        Field2D u = Measure.noise(new Grid2D(20, 14, 0, 1, 2, 1), 1);
        assertRelative(
                new AdvectionDiffusion(0.4, 0.1, 0.01, 0, 0.01).solve(u).at(0.7),
                new FokkerPlanck(0.4, 0.1, 0.01).solve(u).at(0.7),
                1e-15);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdvectionDiffusion(Double.NaN, 0, 1, 0, 1))
                .withMessage("cx must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdvectionDiffusion(0, Double.NEGATIVE_INFINITY, 1, 0, 1))
                .withMessage("cy must be finite, got -Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdvectionDiffusion(0, 0, 1, 0, -1))
                .withMessage("dyy must be >= 0 and finite, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdvectionDiffusion(0, 0, 2, 3, 2))
                .withMessageStartingWith("dxx*dyy - dxy^2 must be >= 0, got -5.0");
    }
}
