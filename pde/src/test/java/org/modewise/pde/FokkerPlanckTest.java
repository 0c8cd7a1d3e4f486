package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class FokkerPlanckTest {
    private static final FokkerPlanck EQUATION = new FokkerPlanck(0.7, -0.3, 0.02);

    @Test
    void isDriftAndDiffusionTogether() {
        FourierMultiplier one = EQUATION.multiplier(0.4);
        FourierMultiplier other = new Transport(0.7, -0.3).plus(new Heat(0.02)).multiplier(0.4);
        for (double kx : new double[] {0, 1, -7.5, 20}) {
            for (double ky : new double[] {0, 2, -3.25}) {
                assertAbsolute(Math.abs(one.re(kx, ky) - other.re(kx, ky)), 2 * EPS);
                assertAbsolute(Math.abs(one.im(kx, ky) - other.im(kx, ky)), 2 * EPS);
                assertAbsolute(Math.abs(EQUATION.symbol().re(kx, ky) + 0.02 * (kx * kx + ky * ky)), 2e-16);
                assertAbsolute(Math.abs(EQUATION.symbol().im(kx, ky) + 0.7 * kx - 0.3 * ky), 2e-15);
            }
        }
    }

    @Test
    void aGaussianMovesAndSpreads() {
        Grid2D grid = new Grid2D(96, 75, -1, 0, 3, 2);
        SpectralSolution solution = EQUATION.solve(gaussian(grid, 0.2, 0.9, 0.12));
        for (double t : new double[] {0, 0.3, 1.7, 6}) {
            Field2D expected = gaussian(grid, 0.2 + 0.7 * t, 0.9 - 0.3 * t, Math.sqrt(0.12 * 0.12 + 0.04 * t));
            assertRelative(solution.at(t), expected, 1e-14);
            assertAbsolute(Math.abs(solution.at(t).integral() - 1), 4 * EPS);
        }
    }

    /** The density of a normal law wrapped around the torus, image by image. */
    private static Field2D gaussian(Grid2D grid, double x, double y, double sigma) {
        return Field2D.of(grid, (a, b) -> wrapped(a - x, grid.lx(), sigma) * wrapped(b - y, grid.ly(), sigma));
    }

    private static double wrapped(double distance, double period, double sigma) {
        double sum = 0;
        for (int image = -8; image <= 8; image++) {
            sum += Math.exp(-0.5 * Waves.sq((Math.IEEEremainder(distance, period) + image * period) / sigma));
        }
        return sum / (sigma * Math.sqrt(2 * Math.PI));
    }

    @Test
    void withoutDiffusionItIsReversible() {
        Grid2D grid = Grid2D.unit(32);
        Field2D u = Waves.random(grid, 2).sample(grid);
        FokkerPlanck drift = new FokkerPlanck(1, 2, 0);
        assertRelative(drift.solve(drift.solve(u).at(0.3)).at(-0.3), u, 4e-15);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EQUATION.solve(u).at(-0.3))
                .withMessageStartingWith("t must be >= 0, got -0.3");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FokkerPlanck(0, 0, -2))
                .withMessage("diffusivity must be >= 0 and finite, got -2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FokkerPlanck(Double.NaN, 0, 1))
                .withMessage("driftX must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FokkerPlanck(0, Double.POSITIVE_INFINITY, 1))
                .withMessage("driftY must be finite, got Infinity");
    }
}
