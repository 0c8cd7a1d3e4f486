package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.contract.AllocatedBytes;

/** Against references, double-double quadrature, and sums of lines; methods against each other. */
class HamiltonJacobiTest {
    private static final ExactColeHopf.Sine[] ALONG_X = {
        new ExactColeHopf.Sine(1, 0.7, 1, 16), new ExactColeHopf.Sine(3, -0.4, 3, 16)
    };

    private static final ExactColeHopf.Sine[] ALONG_Y = {
        new ExactColeHopf.Sine(1, -0.5, 5, 16), new ExactColeHopf.Sine(2, 0.6, 1, 16)
    };

    @ParameterizedTest
    @CsvSource({"0.1", "0.01"})
    void fortyDigitReferencesOfThePotential(double nu) {
        Reference reference = Reference.read("burgers1d_sin_nu" + nu + "overpi.csv");
        Grid2D grid = Grid2D.line(256, -1, 2);
        // The reference is 0 at its highest place.
        Field2D phi0 = Field2D.of(grid, (x, y) -> (Math.cos(Math.PI * x) - 1) / Math.PI);
        HamiltonJacobiSolution solution = new HamiltonJacobi(nu / Math.PI).solve(phi0);
        for (double t : new double[] {0.25, 0.5, 0.75, 1}) {
            double[] expected = reference.where("t", t).column("Phi");
            assertAbsolute(Measure.distance(solution.at(t), Field2D.of(grid, expected)), 1e-15);
            double[] slope = reference.where("t", t).column("u");
            assertAbsolute(Measure.distance(solution.gradient(t).x(), Field2D.of(grid, slope)), 4e-14);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 256})
    void viscositySolutionAgainstReferences(int n) {
        Reference reference = Reference.read("hopflax1d_cospi.csv");
        Grid2D grid = Grid2D.line(n, -1, 2);
        Field2D phi0 = Field2D.of(grid, (x, y) -> Math.cos(Math.PI * x) / Math.PI);
        HamiltonJacobiSolution solution = new HamiltonJacobi(0).solve(phi0);
        assertThat(solution.kinkTime()).isCloseTo(1 / Math.PI, within(1e-12));
        for (double t : Arrays.stream(reference.column("t")).distinct().toArray()) {
            Reference rows = reference.where("t", t);
            double[] phi = every(rows.column(rows.columns().get(2)), 256 / n);
            double[] slope = every(rows.column(rows.columns().get(3)), 256 / n);
            assertAbsolute(Measure.distance(solution.at(t), Field2D.of(grid, phi)), 1e-15);
            assertAbsolute(Measure.distance(solution.gradient(t).x(), Field2D.of(grid, slope)), 2e-13);
        }
    }

    private static double[] every(double[] values, int stride) {
        double[] some = new double[values.length / stride];
        Arrays.setAll(some, i -> values[i * stride]);
        return some;
    }

    /** Φ₀(x,y) = F(x) + G(y) stays such a sum: the plane's engine against the oracle of lines. */
    @ParameterizedTest
    @CsvSource({"0.1, 1e-14", "0.01, 2e-14", "0.001, 2e-14"})
    void sumsOfLinesAgainstDoubleDoubleQuadrature(double nu, double tolerance) {
        double viscosity = nu / Math.PI;
        ExactColeHopf exactX = new ExactColeHopf(2, 4096, ALONG_X);
        ExactColeHopf exactY = new ExactColeHopf(2, 4096, ALONG_Y);
        int nx = 64;
        int ny = 32;
        double[] fx = exactX.potential(nx);
        double[] gy = exactY.potential(ny);
        double[] phi0 = new double[nx * ny];
        Arrays.setAll(phi0, k -> fx[k % nx] + gy[k / nx]);
        HamiltonJacobiSolution solution =
                new HamiltonJacobi(viscosity).solve(Field2D.of(new Grid2D(nx, ny, 0, 0, 2, 2), phi0));
        for (double t : new double[] {0.02, 0.1, 0.5, 2, 10}) {
            if (Math.sqrt(2 * viscosity * t) > 4 * 2.0 / 4096) {
                Field2D phi = solution.at(t);
                VectorField2D u = solution.gradient(t);
                for (int p = 0; p < 6; p++) {
                    int i = (11 * p + 3) % nx;
                    int j = (7 * p + 2) % ny;
                    double[] x = exactX.at(i * (4096 / nx), viscosity, t);
                    double[] y = exactY.at(j * (4096 / ny), viscosity, t);
                    assertThat(phi.get(i, j)).isCloseTo(x[1] + y[1], within(1e-15));
                    double size = u.magnitude().max();
                    assertThat(u.x().get(i, j)).isCloseTo(x[0], within(tolerance * size));
                    assertThat(u.y().get(i, j)).isCloseTo(y[0], within(tolerance * size));
                }
            }
        }
    }

    /** Φ_ν - Φ₀ is O(ν) where it is smooth, O(ν ln ν) at most. */
    @Test
    void smallViscositiesLeadToTheLimit() {
        Grid2D grid = Grid2D.unit(32);
        Field2D phi0 = Field2D.of(grid, WavyPotential::at);
        Field2D limit = new HamiltonJacobi(0).solve(phi0).at(0.4);
        double last = Double.POSITIVE_INFINITY;
        for (double viscosity : new double[] {1e-3, 1e-4, 1e-12}) {
            double distance =
                    Measure.distance(new HamiltonJacobi(viscosity).solve(phi0).at(0.4), limit);
            assertAbsolute(distance, 4 * viscosity * Math.log(1 / viscosity));
            assertThat(distance).isLessThan(last / 5);
            last = distance;
        }
    }

    @Test
    void methodsAgree() {
        Grid2D grid = new Grid2D(24, 20, 0, 0, 1, 1.5);
        Field2D phi0 = Field2D.of(grid, (x, y) -> WavyPotential.at(x, y / 1.5));
        HamiltonJacobi equation = new HamiltonJacobi(0.04);
        for (double t : new double[] {0.001, 0.05, 0.4}) {
            Field2D multiplier = equation.solve(phi0, SolutionMethod.MULTIPLIER).at(t);
            Field2D logDomain = equation.solve(phi0, SolutionMethod.LOG_DOMAIN).at(t);
            assertAbsolute(Measure.distance(multiplier, logDomain), 8e-15);
        }
        HamiltonJacobi thin = new HamiltonJacobi(0.003);
        Field2D taylor = thin.solve(phi0, SolutionMethod.TAYLOR).at(0.002);
        assertAbsolute(
                Measure.distance(
                        taylor, thin.solve(phi0, SolutionMethod.LOG_DOMAIN).at(0.002)),
                6e-16);
        HamiltonJacobiSolution solution = thin.solve(phi0);
        Field2D late = thin.solve(phi0, SolutionMethod.LOG_DOMAIN).at(20);
        assertThat(solution.method(20)).isEqualTo(SolutionMethod.MULTIPLIER);
        assertAbsolute(Measure.distance(solution.at(20), late), 2e-16);
    }

    /** t ↦ t + s from Φ(·,t) is t + s from Φ₀. */
    @Test
    void semigroup() {
        Grid2D grid = Grid2D.unit(64);
        HamiltonJacobi equation = new HamiltonJacobi(0.02);
        Field2D phi0 = Field2D.of(grid, WavyPotential::at);
        Field2D direct = equation.solve(phi0).at(0.5);
        Field2D inTwo = equation.solve(equation.solve(phi0).at(0.2)).at(0.3);
        assertAbsolute(Measure.distance(direct, inTwo), 6e-16);
    }

    @Test
    void viscositySolutionIsASemigroupWithoutKinks() {
        Grid2D grid = Grid2D.unit(64);
        HamiltonJacobi equation = new HamiltonJacobi(0);
        Field2D phi0 = Field2D.of(grid, WavyPotential::at);
        double t = 0.3 * equation.solve(phi0).kinkTime();
        Field2D direct = equation.solve(phi0).at(2 * t);
        Field2D inTwo = equation.solve(equation.solve(phi0).at(t)).at(t);
        assertAbsolute(Measure.distance(direct, inTwo), 2e-10);
    }

    @Test
    void minimumStaysAndMaximumFalls() {
        Grid2D grid = Grid2D.unit(24, 20);
        Field2D noise = Measure.noise(Grid2D.unit(8), 4);
        Field2D phi0 = Field2D.of(grid, (x, y) -> 0.1 * noise.get((int) (8 * x), (int) (8 * y)));
        for (double viscosity : new double[] {0, 1e-3}) {
            HamiltonJacobiSolution solution = new HamiltonJacobi(viscosity).solve(phi0);
            double most = Double.POSITIVE_INFINITY;
            for (double t : new double[] {0.02, 0.1, 1, 10}) {
                Field2D phi = solution.at(t);
                assertThat(phi.max()).isLessThan(most);
                most = phi.max();
            }
        }
    }

    @Test
    void startsWithTheData() {
        for (Grid2D grid : List.of(Grid2D.unit(16), Grid2D.line(16, 0, 1), new Grid2D(1, 8, 0, 0, 1, 1))) {
            Field2D noise = Measure.noise(grid, 5);
            for (double viscosity : new double[] {0, 1e-9, 0.1}) {
                HamiltonJacobiSolution solution = new HamiltonJacobi(viscosity).solve(noise);
                assertThat(solution.at(0)).isEqualTo(noise);
                assertAbsolute(Measure.distance(solution.at(1e-14), noise), 1e-10);
                assertThat(solution.at(0.1).maxNorm()).isFinite();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.002, 0.3", "0.2, 0.3", "0, 0.3"})
    void allocatesNothing(double viscosity, double t) {
        HamiltonJacobiSolution solution =
                new HamiltonJacobi(viscosity).solve(Field2D.of(Grid2D.unit(16), WavyPotential::at));
        double[] values = new double[256];
        assumeThat(RealFft2D.of(solution.grid()).kernel()).isNotEqualTo("jtransforms");
        assertThat(AllocatedBytes.least(() -> solution.at(t, values))).isZero();
    }

    @Test
    void refusesWhatMakesNoSense() {
        Field2D phi0 = Field2D.of(Grid2D.unit(8), WavyPotential::at);
        HamiltonJacobiSolution solution = new HamiltonJacobi(0.01).solve(phi0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HamiltonJacobi(-1))
                .withMessage("viscosity must be >= 0 and finite, got -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> solution.at(-1)).withMessageContaining("-1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> solution.at(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1, new double[63]))
                .withMessageContaining("63");
        assertThatNullPointerException()
                .isThrownBy(() -> new HamiltonJacobi(0.1).solve(null))
                .withMessage("phi0");
        Field2D bad = Field2D.of(Grid2D.unit(8), (x, y) -> x == 0.5 && y == 0.25 ? Double.NaN : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HamiltonJacobi(0.1).solve(bad))
                .withMessage("phi0[4,2] is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HamiltonJacobi(1e-4).solve(phi0, SolutionMethod.MULTIPLIER));
        assertThatIllegalArgumentException().isThrownBy(() -> new HamiltonJacobi(0).solve(phi0, SolutionMethod.TAYLOR));
        assertOneLine(new HamiltonJacobi(0.01 / Math.PI));
        assertOneLine(solution);
    }
}
