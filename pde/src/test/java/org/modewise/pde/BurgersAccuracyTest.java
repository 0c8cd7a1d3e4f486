package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.BurgersData.LINE;
import static org.modewise.pde.BurgersData.every;
import static org.modewise.pde.BurgersData.sine;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** Against references, double-double quadrature, closed forms and an integrator in time. */
class BurgersAccuracyTest {
    /** Three waves of no symmetry, on a period of 2. */
    private static final ExactColeHopf.Sine[] WAVES = {
        new ExactColeHopf.Sine(1, 0.7, 1, 16),
        new ExactColeHopf.Sine(2, -0.5, 3, 16),
        new ExactColeHopf.Sine(5, 0.3, 5, 16)
    };

    @ParameterizedTest
    @CsvSource({"0.1,256,4e-15", "0.1,32,4e-15", "0.01,256,2e-14", "0.01,64,2e-14", "0.01,32,2e-14"})
    void fortyDigitReferences(double nu, int n, double tolerance) {
        Reference reference = Reference.read("burgers1d_sin_nu" + nu + "overpi.csv");
        Grid2D grid = Grid2D.line(n, -1, 2);
        BurgersSolution solution = new Burgers(nu / Math.PI).solve(sine(grid, 0));
        for (double t : new double[] {0.25, 0.5, 0.75, 1}) {
            double[] expected = every(reference.where("t", t).column("u"), 256 / n);
            assertClose(solution.at(t), expected, tolerance);
            assertThat(solution.errorEstimate(t)).isLessThan(2e-13);
        }
    }

    private static void assertClose(Field2D actual, double[] expected, double tolerance) {
        Field2D exact = Field2D.of(actual.grid(), expected);
        assertAbsolute(Measure.distance(actual, exact) / exact.maxNorm(), tolerance);
        assertAbsolute(actual.minus(exact).norm() / exact.norm(), tolerance);
    }

    @Test
    void theMeanMovesTheRest() {
        Reference reference = Reference.read("burgers1d_mean0.375_nu0.01overpi.csv");
        BurgersSolution solution = new Burgers(0.01 / Math.PI).solve(sine(LINE, 0.375));
        for (double t : Arrays.stream(reference.column("t")).distinct().toArray()) {
            assertClose(solution.at(t), reference.where("t", t).column("u"), 2e-14);
        }
    }

    /** Every method in its own range, up to where a shock is far thinner than the spacing. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 64, 2e-14",
        "0.1, 512, 2e-14",
        "0.01, 512, 2e-14",
        "0.001, 512, 1e-13",
        "0.001, 64, 1e-13",
        "0.0001, 512, 1e-12"
    })
    void anyTimeAgainstDoubleDoubleQuadrature(double nu, int n, double tolerance) {
        double viscosity = nu / Math.PI;
        ExactColeHopf exact = new ExactColeHopf(2, 4096, WAVES);
        BurgersSolution solution = new Burgers(viscosity).solve(Field2D.of(Grid2D.line(n, 0, 2), exact.velocity(n)));
        for (double t : new double[] {0.002, 0.02, 0.1, 0.3, 1, 3, 10}) {
            if (Math.sqrt(2 * viscosity * t) > 4 * 2.0 / 4096) {
                assertExact(exact, solution, t, 16, tolerance);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-5, 1e-4})
    void shortTimesAgainstDoubleDoubleQuadrature(double t) {
        ExactColeHopf exact = new ExactColeHopf(2, 1 << 16, WAVES);
        for (double nu : new double[] {0.1, 0.01}) {
            BurgersSolution solution =
                    new Burgers(nu / Math.PI).solve(Field2D.of(Grid2D.line(512, 0, 2), exact.velocity(512)));
            assertExact(exact, solution, t, 4, 2e-15);
        }
    }

    private static void assertExact(
            ExactColeHopf exact, BurgersSolution solution, double t, int points, double tolerance) {
        Field2D u = solution.at(t);
        int n = solution.grid().nx();
        double error = 0;
        for (int p = 0; p < points; p++) {
            int i = p * (n / points) + p % 7 % (n / points);
            double expected =
                    exact.at(i * (exact.nodes() / n), solution.equation().viscosity(), t)[0];
            assertThat(u.get(i, 0))
                    .as("%s at t = %s, node %d", solution.method(t), t, i)
                    .isCloseTo(expected, within(tolerance * u.maxNorm()));
            error = Math.max(error, Math.abs(u.get(i, 0) - expected));
        }
        assertThat(solution.errorEstimate(t)).isBetween(error / solution.at(0).maxNorm(), 6e-12);
    }

    /** φ = 1 + a·e^{-νk²t}cos kx, whose u₀ is no trigonometric polynomial, though one to rounding; it decays for ever. */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.05, 3})
    void periodicWaveOfCole(double viscosity) {
        Grid2D grid = Grid2D.line(128, -1, 2);
        double k = Math.PI;
        BurgersSolution solution = new Burgers(viscosity).solve(cole(grid, viscosity, k, 0));
        for (double t : new double[] {1e-9, 0.01, 0.3, 1, 10, 1000}) {
            Field2D expected = cole(grid, viscosity, k, t);
            // The samples have a mean of the order of their rounding, which stays.
            double rounding = 1e-16 * viscosity * k;
            assertAbsolute(Measure.distance(solution.at(t), expected), 2e-14 * expected.maxNorm() + rounding);
        }
    }

    private static Field2D cole(Grid2D grid, double viscosity, double k, double t) {
        double a = 0.5 * Math.exp(-viscosity * k * k * t);
        return Field2D.of(grid, (x, y) -> 2 * viscosity * k * a * Math.sin(k * x) / (1 + a * Math.cos(k * x)));
    }

    /** The finest shocks asked for, 1/400 of a period of -sin πx wide; at 0 it is odd. */
    @Test
    void tinyViscosityOnAFineLine() {
        ExactColeHopf exact = new ExactColeHopf(2, 4096, WAVES);
        BurgersSolution solution =
                new Burgers(0.0001 / Math.PI).solve(Field2D.of(Grid2D.line(4096, 0, 2), exact.velocity(4096)));
        for (double t : new double[] {0.3, 1}) {
            assertExact(exact, solution, t, 8, 2e-14);
        }
    }

    /** A fourth-order Runge–Kutta method on differences of a sine series summed term by term. */
    @Test
    void agreesWithAnIntegratorInTime() {
        int n = 64;
        double viscosity = 0.05;
        double[][] derivative = new double[n][n];
        double[][] second = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int m = 1; m < n / 2; m++) {
                    double angle = 2 * Math.PI * m * (i - j) / n;
                    derivative[i][j] -= 2.0 / n * m * Math.sin(angle);
                    second[i][j] -= 2.0 / n * m * m * Math.cos(angle);
                }
            }
        }
        double[] u = new double[n];
        Arrays.setAll(u, i -> 0.2 + 0.3 * Math.sin(2 * Math.PI * i / n));
        BurgersSolution solution = new Burgers(viscosity).solve(Field2D.of(Grid2D.line(n, 0, 2 * Math.PI), u));
        int steps = 500;
        double dt = 1.0 / steps;
        for (int step = 0; step < steps; step++) {
            double[] k1 = slope(u, u, 0, derivative, second, viscosity);
            double[] k2 = slope(u, k1, dt / 2, derivative, second, viscosity);
            double[] k3 = slope(u, k2, dt / 2, derivative, second, viscosity);
            double[] k4 = slope(u, k3, dt, derivative, second, viscosity);
            for (int i = 0; i < n; i++) {
                u[i] += dt / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
        assertAbsolute(Measure.distance(solution.at(1), Field2D.of(solution.grid(), u)), 2e-13);
    }

    private static double[] slope(
            double[] u, double[] k, double dt, double[][] derivative, double[][] second, double viscosity) {
        int n = u.length;
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double v = u[j] + dt * k[j];
                slope[i] += viscosity * second[i][j] * v - 0.5 * derivative[i][j] * v * v;
            }
        }
        return slope;
    }

    /** C. Basdevant et al. (Comput. Fluids 14, 1986) computed their solutions so: u = E[u₀(x - √(4νt)z)], z under e^{-z²}. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5})
    void gaussHermiteQuadrature(double t) {
        double viscosity = 0.1 / Math.PI;
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(100);
        Field2D u =
                new Burgers(viscosity).solve(sine(Grid2D.line(128, -1, 2), 0)).at(t);
        for (int i = 0; i < 128; i += 5) {
            double x = u.grid().x(i);
            double total = 0;
            double sum = 0;
            for (int k = 0; k < rule.getNumberOfPoints(); k++) {
                double z = rule.getPoint(k);
                double y = x - Math.sqrt(4 * viscosity * t) * z;
                double weight = rule.getWeight(k) * Math.exp(-Math.cos(Math.PI * y) / (2 * Math.PI * viscosity));
                total += weight;
                sum -= weight * Math.sin(Math.PI * y);
            }
            // A hundred points leave nothing out at this viscosity; their sums round.
            assertAbsolute(Math.abs(u.get(i, 0) - sum / total), 4e-15);
        }
    }

    /** Viscosity ten times below what grids are used to: against double-double quadrature, shocks and all. */
    @Test
    void smallViscosityOnAFineLine() {
        int n = 4096;
        double viscosity = 0.0001 / Math.PI;
        ExactColeHopf exact = new ExactColeHopf(
                2, 8 * n, new ExactColeHopf.Sine(1, 0.7, 1, 16), new ExactColeHopf.Sine(3, -0.4, 3, 16));
        BurgersSolution solution = new Burgers(viscosity).solve(Field2D.of(Grid2D.line(n, 0, 2), exact.velocity(n)));
        for (double t : new double[] {1e-3, 0.5, 10}) {
            Field2D u = solution.at(t);
            for (int i = 100; i < n; i += 1300) {
                assertAbsolute(Math.abs(u.get(i, 0) - exact.at(8 * i, viscosity, t)[0]), 2e-14);
            }
        }
    }
}
