package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.BurgersData.SINE;
import static org.modewise.pde.BurgersData.every;
import static org.modewise.pde.BurgersData.sine;
import static org.modewise.pde.Measure.assertAbsolute;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** One method against another, and which of them takes over when. */
class BurgersMethodsTest {
    /** Where both are valid the methods agree, and where one takes over from the other nothing jumps. */
    @ParameterizedTest
    @ValueSource(ints = {30, 64, 101})
    void methodsAgree(int n) {
        Grid2D grid = Grid2D.line(n, 0, 2);
        Field2D u0 = Field2D.of(grid, (x, y) -> 0.3 + Math.sin(Math.PI * x) - 0.4 * Math.cos(3 * Math.PI * x));
        double span = 1.3 / Math.PI;
        for (double viscosity : new double[] {0.5 * span, 0.08 * span, 0.05 * span}) {
            Burgers equation = new Burgers(viscosity);
            BurgersSolution multiplier = equation.solve(u0, SolutionMethod.MULTIPLIER);
            BurgersSolution logDomain = equation.solve(u0, SolutionMethod.LOG_DOMAIN);
            for (double t : new double[] {0.001, 0.01, 0.1, 0.4, 1}) {
                double distance = Measure.distance(multiplier.at(t), logDomain.at(t));
                assertAbsolute(distance, 2e-14 + multiplier.errorEstimate(t) + logDomain.errorEstimate(t));
                assertAbsolute(Measure.distance(equation.solve(u0).at(t), logDomain.at(t)), 1e-14);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.01, 0.001})
    void nothingJumpsBetweenMethods(double nu) {
        BurgersSolution solution = new Burgers(nu / Math.PI).solve(SINE);
        BurgersSolution logDomain = new Burgers(nu / Math.PI).solve(SINE, SolutionMethod.LOG_DOMAIN);
        int seen = 0;
        SolutionMethod last = null;
        for (double t = 1e-4; t < 1000; t *= 1.3) {
            seen += solution.method(t) == last ? 0 : 1;
            last = solution.method(t);
            if (t < 30) {
                Field2D expected = logDomain.at(t);
                assertAbsolute(Measure.distance(solution.at(t), expected), 1e-14 + 1e-14 * expected.maxNorm());
            }
        }
        assertThat(seen).isEqualTo(3);
    }

    @Test
    void noiseIsNoReasonToGiveUp() {
        Field2D noise = Measure.noise(Grid2D.line(512, 0, 1), 2);
        for (double viscosity : new double[] {0.1, 0.01, 1e-3, 1e-5}) {
            BurgersSolution solution = new Burgers(viscosity).solve(noise);
            for (double t : new double[] {1e-7, 1e-4, 0.1, 3}) {
                assertThat(solution.method(t)).isNotEqualTo(SolutionMethod.HOPF_LAX);
                assertThat(solution.at(t).maxNorm()).isLessThan(1.2);
            }
        }
    }

    /** White noise up to Nyquist: what lies between the samples is their interpolant, whatever the number of them. */
    @Test
    void theInterpolantIsTheData() {
        for (int n : new int[] {16, 21}) {
            Grid2D grid = Grid2D.line(n, 0, 1);
            Field2D noise = Measure.noise(grid, n);
            TrigonometricLine line = TrigonometricLine.through(TrigonometricLine.plan(n, 1), noise.toArray(), 0);
            Field2D fine = Field2D.of(Grid2D.line(8 * n, 0, 1), line.sample(8 * n));
            for (double viscosity : new double[] {0.3, 0.01, 1e-4, 1e-6}) {
                BurgersSolution coarse = new Burgers(viscosity).solve(noise);
                BurgersSolution refined = new Burgers(viscosity).solve(fine);
                for (double t : new double[] {1e-7, 1e-4, 0.01, 0.2, 2}) {
                    double[] every = every(refined.at(t).toArray(), 8);
                    double estimate = coarse.errorEstimate(t) + refined.errorEstimate(t);
                    assertAbsolute(Measure.distance(coarse.at(t), Field2D.of(grid, every)), 2e-14 + estimate);
                }
            }
        }
    }

    @Test
    void theLogDomainIsRefusedWhenWindowsHoldCountlessPeriods() {
        Field2D u0 = sine(Grid2D.line(64, -1, 2), 0);
        BurgersSolution forced = new Burgers(0.01).solve(u0, SolutionMethod.LOG_DOMAIN);
        assertThat(forced.at(1e4).maxNorm()).isLessThan(1e-15);
        assertThatIllegalArgumentException().isThrownBy(() -> forced.at(1e8)).withMessageContaining("log domain");
    }

    /** Both sides of the switch from the logarithm to the multiplier, in ν and in t. */
    @ParameterizedTest
    @CsvSource({"0.0637, 0.01", "0.0637, 0.5", "0.0636, 0.01", "0.0636, 0.5", "0.05, 0.5", "0.05, 0.99", "0.05, 1.01"})
    void bothRoutesAgreeAtTheSwitch(double viscosity, double t) {
        Field2D u0 = sine(Grid2D.line(256, -1, 2), 0);
        Field2D chosen = new Burgers(viscosity).solve(u0).at(t);
        for (SolutionMethod method : new SolutionMethod[] {SolutionMethod.MULTIPLIER, SolutionMethod.LOG_DOMAIN}) {
            assertAbsolute(
                    Measure.distance(new Burgers(viscosity).solve(u0, method).at(t), chosen), 1e-13);
        }
    }
}
