package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.contract.AllocatedBytes;

/** Against references, double-double quadrature, closed forms, an integrator in time, and one method against another. */
class BurgersTest {
    private static final Grid2D LINE = Grid2D.line(256, -1, 2);
    private static final Field2D SINE = sine(LINE, 0);

    private static Field2D sine(Grid2D grid, double mean) {
        return Field2D.of(grid, (x, y) -> mean - Math.sin(Math.PI * x));
    }

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

    private static double[] every(double[] values, int stride) {
        double[] some = new double[values.length / stride];
        Arrays.setAll(some, i -> values[i * stride]);
        return some;
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
        for (int p = 0; p < points; p++) {
            int i = p * (n / points) + p % 7 % (n / points);
            double expected =
                    exact.at(i * (exact.nodes() / n), solution.equation().viscosity(), t)[0];
            assertThat(u.get(i, 0))
                    .as("%s at t = %s, node %d", solution.method(t), t, i)
                    .isCloseTo(expected, within(tolerance * u.maxNorm()));
        }
        assertThat(solution.errorEstimate(t)).isBetween(1e-16, 2e-12);
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
                assertAbsolute(distance, 1e-13 + multiplier.errorEstimate(t) + logDomain.errorEstimate(t));
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
                    assertAbsolute(Measure.distance(coarse.at(t), Field2D.of(grid, every)), 2e-13 + estimate);
                }
            }
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

    /** u(x,t; ν, a·u₀) = a·u(x, at; ν/a, u₀): huge amplitudes are long times and small viscosities. */
    @ParameterizedTest
    @CsvSource({"1e8, 1e-6", "1e-8, 0.01", "1e30, 0.01", "1e-150, 1"})
    void anyAmplitude(double a, double nu) {
        Field2D u0 = sine(Grid2D.line(64, -1, 2), 0.1);
        BurgersSolution scaled = new Burgers(nu * a).solve(u0.times(a));
        BurgersSolution solution = new Burgers(nu).solve(u0);
        for (double t : new double[] {0.01, 0.2, 0.9, 5}) {
            double distance = Measure.distance(scaled.at(t / a).times(1 / a), solution.at(t));
            assertAbsolute(distance, 1e-15 + solution.errorEstimate(t));
        }
        Field2D loud = new Burgers(nu).solve(u0.times(1e8)).at(0.1);
        assertThat(loud.maxNorm()).isFinite();
        assertThat(loud.mean()).isCloseTo(0.1 * 1e8, within(1e-3));
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

    /** u, ν and 1/t times one power of two are the same solution, wherever numbers end. */
    @ParameterizedTest
    @ValueSource(ints = {-900, -400, -127, -110, 27, 300})
    void amplitudesOfAnySize(int exponent) {
        double factor = Math.scalb(1.0, exponent);
        Field2D u0 = Field2D.of(Grid2D.line(64, -1, 2), (x, y) -> -Math.sin(Math.PI * x));
        for (double t : new double[] {1e-4, 0.5}) {
            Field2D expected = new Burgers(0.05).solve(u0).at(t).times(factor);
            Field2D scaled = new Burgers(0.05 * factor).solve(u0.times(factor)).at(t / factor);
            // Other rounding of what φ and t are made of.
            assertAbsolute(Measure.distance(scaled, expected) / factor, 2e-15);
        }
    }

    @Test
    void constantsNeverBreak() {
        for (int n : new int[] {5, 7, 64, 100}) {
            Field2D constant = Field2D.of(Grid2D.line(n, 0, 1), (x, y) -> 0.1);
            assertThat(new Burgers(0.1).solve(constant).shockTime()).isEqualTo(Double.POSITIVE_INFINITY);
        }
    }

    @Test
    void theLogDomainIsRefusedWhenWindowsHoldCountlessPeriods() {
        Field2D u0 = Field2D.of(Grid2D.line(64, -1, 2), (x, y) -> -Math.sin(Math.PI * x));
        BurgersSolution forced = new Burgers(0.01).solve(u0, SolutionMethod.LOG_DOMAIN);
        assertThat(forced.at(1e4).maxNorm()).isLessThan(1e-15);
        assertThatIllegalArgumentException().isThrownBy(() -> forced.at(1e8)).withMessageContaining("log domain");
    }

    /** C. Basdevant et al. (Comput. Fluids 14, 1986) computed their solutions so: u = E[u₀(x - √(4νt)z)], z under e^{-z²}. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5})
    void gaussHermiteQuadrature(double t) {
        double viscosity = 0.1 / Math.PI;
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(100);
        Field2D u = new Burgers(viscosity)
                .solve(Field2D.of(Grid2D.line(128, -1, 2), (x, y) -> -Math.sin(Math.PI * x)))
                .at(t);
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

    /** Both sides of the switch from the logarithm to the multiplier, in ν and in t. */
    @ParameterizedTest
    @CsvSource({"0.0637, 0.01", "0.0637, 0.5", "0.0636, 0.01", "0.0636, 0.5", "0.05, 0.5", "0.05, 0.99", "0.05, 1.01"})
    void bothRoutesAgreeAtTheSwitch(double viscosity, double t) {
        Field2D u0 = Field2D.of(Grid2D.line(256, -1, 2), (x, y) -> -Math.sin(Math.PI * x));
        Field2D chosen = new Burgers(viscosity).solve(u0).at(t);
        for (SolutionMethod method : new SolutionMethod[] {SolutionMethod.MULTIPLIER, SolutionMethod.LOG_DOMAIN}) {
            assertAbsolute(
                    Measure.distance(new Burgers(viscosity).solve(u0, method).at(t), chosen), 1e-13);
        }
    }

    @Test
    void largeAmplitudesAreFiniteAndRight() {
        Field2D u0 = Field2D.of(Grid2D.line(256, -1, 2), (x, y) -> -Math.sin(Math.PI * x));
        Field2D expected = new Burgers(0.01 / Math.PI).solve(u0).at(0.5);
        Field2D large = new Burgers(1e6 / Math.PI).solve(u0.times(1e8)).at(0.5e-8);
        // Two solutions whose transforms err by 1.2·√8·ε at most, 8e-16 each, and the shock leans on it: 5e-16 to
        // 3.2e-15 as met.
        assertAbsolute(Measure.distance(large, expected.times(1e8)), 1e8 * 1e-14);
        BurgersSolution thin = new Burgers(0.01 / Math.PI).solve(u0.times(1e8));
        Field2D limit = new Burgers(0).solve(u0.times(1e8)).at(0.5e-8);
        for (int i = 0; i < 256; i++) {
            double x = u0.grid().x(i);
            if (Math.abs(x) > 0.02) {
                // What viscosity does away from the shock: νt·max|u''| is 0.016.
                assertAbsolute(Math.abs(thin.at(0.5e-8).get(i, 0) - limit.get(i, 0)), 0.1);
            }
        }
    }

    /** Symmetry puts the shock at a node and u there at 0, and rounding of the potential, beside a small 2ν, elsewhere. */
    @ParameterizedTest
    @ValueSource(ints = {64, 100, 113, 190})
    void theMiddleOfAThinShockIsWithinTheEstimate(int node) {
        Grid2D grid = Grid2D.line(256, -1, 2);
        Field2D u0 = Field2D.of(grid, (x, y) -> -1e12 * Math.sin(Math.PI * (x - grid.x(node))));
        BurgersSolution solution = new Burgers(0.01 / Math.PI).solve(u0);
        double t = 0.5e-12;
        assertThat(solution.method(t)).isEqualTo(SolutionMethod.HOPF_LAX);
        assertAbsolute(Math.abs(solution.at(t).get(node, 0)) / 1e12, solution.errorEstimate(t));
        assertThat(solution.errorEstimate(t)).isLessThan(0.1);
    }

    /** c·t is a number of periods, so that u - c is what it is without c, but for the rounding of u itself. */
    @ParameterizedTest
    @ValueSource(doubles = {0.003, 0.1})
    void theMeansRoundingIsInTheEstimate(double viscosity) {
        double c = 1 << 20;
        Field2D w0 = Field2D.of(Grid2D.line(64, -1, 2), (x, y) -> (float) -Math.sin(Math.PI * x));
        Field2D u0 = w0.plus(c);
        BurgersSolution solution = new Burgers(viscosity).solve(u0);
        for (double t : new double[] {0.125, 0.5, 2}) {
            Field2D expected = new Burgers(viscosity).solve(u0.minus(c)).at(t);
            double error = Measure.distance(solution.at(t).minus(c), expected);
            assertThat(error).isBetween(1e-2 * solution.errorEstimate(t), solution.errorEstimate(t));
        }
    }
}
