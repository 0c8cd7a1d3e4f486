package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.modewise.pde.BurgersData.LINE;
import static org.modewise.pde.BurgersData.SINE;
import static org.modewise.pde.BurgersData.sine;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.contract.AllocatedBytes;

/** What the equation keeps, what its solution promises of rows and arrays, and what is refused. */
class BurgersTest {
    @Test
    void rowsAreOnTheirOwn() {
        Grid2D grid = new Grid2D(64, 3, -1, 0, 2, 1);
        Field2D u0 = Field2D.of(grid, (x, y) -> y < 0.2 ? 0.1 : y < 0.5 ? Math.sin(Math.PI * x) : x * x * x - x);
        BurgersSolution solution = new Burgers(0.001).solve(u0);
        for (double t : new double[] {0.001, 0.5, 20}) {
            Field2D u = solution.at(t);
            for (int j = 0; j < 3; j++) {
                double[] row = Arrays.copyOfRange(u0.toArray(), 64 * j, 64 * j + 64);
                BurgersSolution alone = new Burgers(0.001).solve(Field2D.of(Grid2D.line(64, -1, 2), row));
                assertThat(Arrays.copyOfRange(u.toArray(), 64 * j, 64 * j + 64))
                        .isEqualTo(alone.at(t).toArray());
            }
        }
        assertThat(solution.method(0.5)).isEqualTo(SolutionMethod.LOG_DOMAIN);
    }

    @Test
    void startsWithTheData() {
        Field2D noise = Measure.noise(LINE, 5);
        assertThat(new Burgers(0.01).solve(noise).at(0)).isEqualTo(noise);
        // |u_t|t with κ up to 128π: νκ² + κ is 2e3.
        assertAbsolute(Measure.distance(new Burgers(0.01).solve(noise).at(1e-14), noise), 5e-11);
        assertAbsolute(Measure.distance(new Burgers(0).solve(SINE).at(1e-300), SINE), 1e-15);
    }

    @Test
    void constantsStay() {
        for (double viscosity : new double[] {0, 1e-12, 0.01, 10}) {
            BurgersSolution solution = new Burgers(viscosity).solve(Field2D.of(LINE, (x, y) -> -0.7));
            for (double t : new double[] {1e-12, 0.1, 1e5}) {
                assertAbsolute(Measure.distance(solution.at(t), Field2D.of(LINE, (x, y) -> -0.7)), 1e-15);
            }
            assertThat(solution.shockTime()).isInfinite();
        }
    }

    @Test
    void theMeanStaysAndTheVariationFalls() {
        Field2D noise = Measure.noise(Grid2D.line(64, 0, 1), 3);
        BurgersSolution solution = new Burgers(0.02).solve(noise);
        double variation = Double.POSITIVE_INFINITY;
        for (double t = 0.05; t < 20; t *= 2) {
            // Once the samples resolve the shocks.
            assertThat(solution.at(t).mean()).isCloseTo(noise.mean(), within(t < 0.2 ? 2e-7 : 4e-16));
            assertThat(solution.totalVariation(t, 0)).isLessThan(variation);
            variation = solution.totalVariation(t, 0);
        }
    }

    @Test
    void callersArrayGetsTheSameBits() {
        BurgersSolution solution = new Burgers(0.01 / Math.PI).solve(SINE);
        double[] roomy = new double[300];
        Arrays.fill(roomy, 7);
        for (double t : new double[] {0, 1e-6, 0.5, 200}) {
            solution.at(t, roomy);
            assertThat(Arrays.copyOf(roomy, 256)).isEqualTo(solution.at(t).toArray());
            assertThat(Arrays.copyOfRange(roomy, 256, 300)).containsOnly(7);
        }
        double[] tight = new double[255];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(0.1, tight))
                .withMessageContaining("256")
                .withMessageContaining("255");
        double[] untouched = new double[256];
        assertThatIllegalArgumentException().isThrownBy(() -> solution.at(-1, untouched));
        assertThat(untouched).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.5", "0.01, 1e-6", "0.01, 500", "0, 0.5"})
    void allocatesNothing(double nu, double t) {
        BurgersSolution solution = new Burgers(nu / Math.PI).solve(sine(Grid2D.line(64, -1, 2), 0.1));
        double[] values = new double[64];
        assumeThat(RealFft2D.of(solution.grid()).kernel()).isNotEqualTo("jtransforms");
        assertThat(AllocatedBytes.least(() -> solution.at(t, values))).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNone(double none) {
        BurgersSolution solution = new Burgers(0.01).solve(SINE);
        assertThatIllegalArgumentException().isThrownBy(() -> solution.at(none)).withMessageContaining("t must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Burgers(none))
                .withMessage("viscosity must be >= 0 and finite, got " + none);
        Field2D bad = Field2D.of(Grid2D.unit(32), (x, y) -> x == 3 / 32.0 && y == 7 / 32.0 ? none : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Burgers(0.01).solve(bad))
                .withMessage("u0[3,7] is " + none);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Burgers(-1))
                .withMessage("viscosity must be >= 0 and finite, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Burgers(0.01).solve(SINE).at(-0.5))
                .withMessage("t must be >= 0 and finite, got -0.5");
        assertThatNullPointerException()
                .isThrownBy(() -> new Burgers(0.01).solve(null))
                .withMessage("u0");
        assertThatNullPointerException()
                .isThrownBy(() -> new Burgers(0.01).solve(SINE, null))
                .withMessage("method");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Burgers(0.001).solve(SINE, SolutionMethod.MULTIPLIER))
                .withMessageContaining("318");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Burgers(0).solve(SINE, SolutionMethod.LOG_DOMAIN))
                .withMessageContaining("LOG_DOMAIN");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Burgers(0.01).solve(SINE, SolutionMethod.TAYLOR).at(1))
                .withMessageContaining("TAYLOR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Burgers(1e-20)
                        .solve(SINE, SolutionMethod.LOG_DOMAIN)
                        .at(1))
                .withMessageContaining("LOG_DOMAIN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Burgers(0.01).solve(sine(LINE, 1e20)).at(1e300))
                .withMessageContaining("1.0E300");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Burgers(0.01).solve(SINE).shocks(1, 0));
    }

    @Test
    void oneLine() {
        assertOneLine(new Burgers(0.01 / Math.PI));
        assertOneLine(new Burgers(0.01 / Math.PI).solve(SINE));
        assertThat(new Burgers(0.5).solve(SINE)).hasToString("BurgersSolution[256x1, viscosity 0.5]");
    }

    @Test
    void constantsNeverBreak() {
        for (int n : new int[] {5, 7, 64, 100}) {
            Field2D constant = Field2D.of(Grid2D.line(n, 0, 1), (x, y) -> 0.1);
            assertThat(new Burgers(0.1).solve(constant).shockTime()).isEqualTo(Double.POSITIVE_INFINITY);
        }
    }
}
