package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class FractionalHeatTest {
    /** s = 1/2 on a line: Cauchy's density, wrapped, stays one and widens by αt. */
    @Test
    void aCauchyDensityWidens() {
        for (Grid2D grid : List.of(Grid2D.line(256, -1, 3), Grid2D.line(243, 0.5, 2), new Grid2D(200, 9, 0, 0, 2, 1))) {
            SpectralSolution solution = new FractionalHeat(0.3, 0.5).solve(cauchy(grid, 0.15));
            for (double t : new double[] {0, 0.1, 1, 5}) {
                assertRelative(solution.at(t), cauchy(grid, 0.15 + 0.3 * t), 4e-15);
            }
        }
    }

    /** Σ (1/π) w/((x-nL)² + w²), as a closed form. */
    private static Field2D cauchy(Grid2D grid, double width) {
        double k = 2 * Math.PI / grid.lx();
        double sine = Math.sinh(0.5 * k * width);
        return Field2D.of(
                grid,
                (x, y) -> Math.sinh(k * width)
                        / (grid.lx() * 2 * (sine * sine + Waves.sq(Math.sin(0.5 * k * (x - 0.7))))));
    }

    @Test
    void sEqualToOneIsHeatAndTwoIsHyperdiffusion() {
        Field2D u = Measure.noise(new Grid2D(16, 21, 0, 0, 1, 1), 1);
        assertThat(new FractionalHeat(0.01, 1).solve(u).at(0.1))
                .isEqualTo(new Heat(0.01).solve(u).at(0.1));
        assertThat(new FractionalHeat(1e-6, 2).solve(u).at(0.1))
                .isEqualTo(new HyperDiffusion(1e-6, 2).solve(u).at(0.1));
    }

    @Test
    void staysBetweenTheBoundsOfWhatTheGridResolves() {
        Grid2D grid = Grid2D.unit(32);
        Waves waves = Waves.random(grid, 4, 4);
        Field2D p = waves.sample(grid);
        double top = waves.bound() * waves.bound();
        for (double s : new double[] {0.1, 0.5, 0.9}) {
            for (double t : new double[] {1e-3, 0.05, 1, 100}) {
                Field2D square = new FractionalHeat(0.1, s).solve(p.times(p)).at(t);
                assertThat(square.min()).isGreaterThanOrEqualTo(-4 * EPS * top);
                assertThat(square.max()).isLessThanOrEqualTo(top);
            }
        }
    }

    /** κ² leaves the doubles, |κ| does not. */
    @Test
    void anyUnitOfLengthWillDo() {
        for (double unit : new double[] {1e-200, 1, 1e200}) {
            Grid2D grid = new Grid2D(12, 9, 0, 0, unit, 2 * unit);
            Field2D wave = InitialFields.mode(grid, 3, 4);
            Field2D later = new FractionalHeat(0.1 * unit, 0.5).solve(wave).at(0.4);
            double rate = 0.1 * 2 * Math.PI * Math.hypot(3, 2);
            assertAbsolute(Measure.distance(later, wave.times(Math.exp(-0.4 * rate))), 1e-15);
        }
    }

    @Test
    void endsAtTheMean() {
        Field2D u = Measure.noise(Grid2D.unit(12), 2);
        Field2D end = new FractionalHeat(1, 0.01).solve(u).at(1e4);
        assertAbsolute(Measure.distance(end, Field2D.of(u.grid(), (x, y) -> u.mean())), 0.25 * EPS);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FractionalHeat(-1, 0.5))
                .withMessage("diffusivity must be >= 0 and finite, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FractionalHeat(1, 0))
                .withMessage("exponent must be > 0 and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FractionalHeat(1, Double.NaN))
                .withMessage("exponent must be > 0 and finite, got NaN");
    }
}
