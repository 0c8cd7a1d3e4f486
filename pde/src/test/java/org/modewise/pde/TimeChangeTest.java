package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.ComplexField2D;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class TimeChangeTest {
    private static final Grid2D GRID = new Grid2D(24, 15, -1, 2, 2, 1.5);

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.3, 2, 50, 1000, -0.7})
    void integratesSmoothRatesToTheirAntiderivatives(double t) {
        check(TimeChange.ofRate(s -> 0.25), t, 0.25 * t, 0.25 * t);
        check(TimeChange.ofRate(s -> 1 + Math.cos(s)), t, t + Math.sin(t), t);
        check(TimeChange.ofRate(s -> 3 * s * s), t, t * t * t, t * t * t);
        check(TimeChange.ofRate(s -> Math.exp(-0.01 * s)), t, -100 * Math.expm1(-0.01 * t), t);
        check(TimeChange.ofRate(s -> 1 / (1 + s * s)), t, Math.atan(t), Math.atan(t));
        // What vanishes over whole periods is measured by what it is made of.
        check(TimeChange.ofRate(Math::sin), t, 2 * Waves.sq(Math.sin(0.5 * t)), t);
    }

    private static void check(TimeChange change, double t, double expected, double size) {
        assertAbsolute(Math.abs(change.at(t) - expected), 1e-13 * Math.abs(size));
    }

    @Test
    void aDiffusivityThatPulsesIsHeatAtItsIntegral() {
        Waves waves = Waves.random(GRID, 1);
        Heat heat = new Heat(0.01);
        Solution<Field2D> exact =
                TimeChange.by(t -> t - Math.cos(3 * t) / 3).of(heat).solve(waves.sample(GRID));
        Solution<Field2D> integrated =
                TimeChange.ofRate(t -> 1 + Math.sin(3 * t)).of(heat).solve(waves.sample(GRID));
        for (double t : new double[] {0, 0.1, 1, 4}) {
            Field2D expected =
                    waves.diffused(GRID, 0.01 * (t + (1 - Math.cos(3 * t)) / 3)).sample(GRID);
            assertRelative(exact.at(t), expected, 4e-15);
            assertRelative(integrated.at(t), expected, 4e-15);
        }
    }

    @Test
    void solvesTheEquationWithTheRate() {
        // d/dt ln a = -α k² β(t), by central differences.
        Field2D wave = InitialFields.mode(GRID, 2, 1);
        double rate = 0.01 * (Waves.sq(GRID.kx(2)) + Waves.sq(GRID.ky(1)));
        Solution<Field2D> solution =
                TimeChange.ofRate(t -> t / (1 + t)).of(new Heat(0.01)).solve(wave);
        double h = 1e-4;
        for (double t : new double[] {0.5, 2}) {
            double slope =
                    Math.log(solution.at(t + h).max() / solution.at(t - h).max()) / (2 * h);
            assertAbsolute(Math.abs(slope / (-rate * t / (1 + t)) - 1), 1e-8);
        }
    }

    @Test
    void equationsOfTheSecondOrderAndChangedOnesHaveNoSuchClock() {
        // u_t of a wave by a changed clock would be β·v, and a changed equation is not β·L with a constant L.
        Equation<Field2D> changed = TimeChange.by(t -> t).of(new Heat(1));
        for (Object equation : new Object[] {new Wave(1), new DampedWave(1, 1, 1), changed}) {
            assertThat(Arrays.stream(TimeChange.class.getMethods())
                            .filter(method -> method.getName().equals("of"))
                            .flatMap(method -> Arrays.stream(method.getParameterTypes())))
                    .isNotEmpty()
                    .noneMatch(type -> type.isInstance(equation));
        }
    }

    @Test
    void tinyAndHugeTimesKeepToTheDoubles() {
        assertThat(TimeChange.ofRate(s -> 2).at(Double.MIN_VALUE)).isEqualTo(2 * Double.MIN_VALUE);
        for (double t : new double[] {Double.MIN_VALUE, -1e-310, Double.MIN_NORMAL, 1e-300, -1e300, 1e308}) {
            for (double rate : new double[] {1, 1e-10, -0.3}) {
                double expected = rate * t;
                double error = Math.abs(TimeChange.ofRate(s -> rate).at(t) - expected);
                assertAbsolute(error, 2e-15 * Math.abs(expected) + 64 * Double.MIN_VALUE);
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeChange.ofRate(s -> Double.NaN).at(Double.MIN_VALUE))
                .withMessage("rate must be finite, got NaN at t = 4.9E-324");
    }

    @Test
    void worksForEveryKindOfEquation() {
        Grid2D square = Grid2D.centered(96, 2);
        Field2D blob = InitialFields.gaussian(square, 0.2, 0, 0.08);
        Rotation rotation = new Rotation(1, 0, 0);
        assertThat(TimeChange.by(t -> t * t).of(rotation).solve(blob).at(-0.5))
                .isEqualTo(rotation.solve(blob).at(0.25));
        ComplexField2D psi = ComplexField2D.wave(GRID, 2, 3);
        Schroedinger equation = new Schroedinger(0.1);
        assertThat(TimeChange.by(t -> t * t).of(equation).solve(psi).at(-3))
                .isEqualTo(equation.solve(psi).at(9));
        // Transport runs back and forth with its rate.
        Field2D u = Waves.random(GRID, 2).sample(GRID);
        Solution<Field2D> swinging =
                TimeChange.ofRate(Math::cos).of(new Transport(1, 0)).solve(u);
        assertAbsolute(Measure.distance(swinging.at(Math.PI), u), 4e-14);
    }

    @Test
    void whatIsIllPosedStaysSo() {
        Solution<Field2D> solution =
                TimeChange.by(t -> t * (1 - t)).of(new Heat(0.01)).solve(Measure.noise(GRID, 3));
        assertThat(solution.at(0.9).maxNorm()).isFinite();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(2))
                .withMessageStartingWith("t must be >= 0, got -2.0");
    }

    @Test
    void onlyDifferencesOfTheAntiderivativeCount() {
        assertThat(TimeChange.by(t -> 7 + 2 * t).at(0.5)).isEqualTo(1);
        assertThat(TimeChange.by(t -> 7 + 2 * t).at(0)).isZero();
    }

    @Test
    void ratesThatCannotBeIntegratedAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeChange.ofRate(t -> t < 0.3 ? 1 : 0).at(1))
                .withMessage("rate must be smooth enough to be integrated to 1.0E-12 from 0 to 1.0, which failed;"
                        + " TimeChange.by takes its antiderivative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeChange.ofRate(t -> 1 / (t - 1)).at(3));
        // A spike that the nodes of the whole interval miss, and those of its parts do not.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeChange.ofRate(t -> Math.exp(-Waves.sq((t - 0.37) / 1e-4)))
                        .at(1))
                .withMessageStartingWith("rate must be smooth enough");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeChange.ofRate(t -> Double.NaN).at(1))
                .withMessageStartingWith("rate must be finite, got NaN at t = ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeChange.by(t -> 1 / t).at(1))
                .withMessage("B(t) must be finite, got -Infinity at t = 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeChange.by(t -> t).at(Double.NaN))
                .withMessage("t must be finite, got NaN");
        assertThatNullPointerException().isThrownBy(() -> TimeChange.by(null)).withMessage("antiderivative");
        assertThatNullPointerException()
                .isThrownBy(() -> TimeChange.ofRate(null))
                .withMessage("rate");
        assertThatNullPointerException()
                .isThrownBy(() -> TimeChange.by(t -> t).of((LinearEquation) null))
                .withMessage("equation");
    }
}
