package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.contract.AllocatedBytes;

/** Against references, double-double quadrature, sums and products of lines, and minima found by brute force. */
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

    private static double wavy(double x, double y) {
        return 0.1 * Math.cos(2 * Math.PI * x)
                + 0.06 * Math.sin(2 * Math.PI * (x + y) + 0.4)
                + 0.04 * Math.cos(4 * Math.PI * y - 2 * Math.PI * x + 1);
    }

    /** No sum of lines: against the smallest of G on a fine grid, and from there by steepest descent in ever smaller steps. */
    @ParameterizedTest
    @CsvSource({"16, 0.05", "32, 0.05", "32, 0.4", "32, 3", "64, 0.4", "512, 0.4", "512, 3"})
    void minimaOfTheInterpolantByBruteForce(int n, double t) {
        Grid2D grid = new Grid2D(n, n, 0.2, -0.3, 1, 1);
        HamiltonJacobiSolution solution = new HamiltonJacobi(0).solve(Field2D.of(grid, HamiltonJacobiTest::wavy));
        Field2D phi = solution.at(t);
        for (int p = 0; p < 12; p++) {
            int i = (5 * p + 1) % n;
            int j = (3 * p + 2) % n;
            double x = grid.x(i);
            double y = grid.y(j);
            double least = minimum((a, b) -> wavy(x + a, y + b) + (a * a + b * b) / (2 * t));
            assertThat(phi.get(i, j)).as("node %d, %d", i, j).isCloseTo(least, within(1e-14));
        }
        assertThat(phi.min()).isBetween(-0.2, -0.1);
        assertThat(solution.errorEstimate(t)).isLessThan(1e-10);
    }

    /** Powers of two turn Φ₀ and t as they should, bit by bit, down to where numbers end. */
    @ParameterizedTest
    @ValueSource(ints = {-900, -520, 520, 1000})
    void amplitudesOfAnySize(int exponent) {
        Grid2D grid = new Grid2D(32, 32, 0.2, -0.3, 1, 1);
        Field2D phi0 = Field2D.of(grid, HamiltonJacobiTest::wavy);
        double factor = Math.scalb(1.0, exponent);
        HamiltonJacobiSolution large = new HamiltonJacobi(0).solve(phi0.times(factor));
        HamiltonJacobiSolution plain = new HamiltonJacobi(0).solve(phi0);
        for (double t : new double[] {0.05, 0.4}) {
            assertThat(large.at(t / factor)).isEqualTo(plain.at(t).times(factor));
            assertThat(large.gradient(t / factor).x())
                    .isEqualTo(plain.gradient(t).x().times(factor));
        }
        assertThat(large.kinkTime() * factor).isEqualTo(plain.kinkTime());
    }

    /** Rounding of a transform is no slope. */
    @ParameterizedTest
    @ValueSource(ints = {5, 7, 10, 100})
    void constantsNeverBreak(int n) {
        assertThat(new HamiltonJacobi(0.01)
                        .solve(Field2D.of(Grid2D.unit(n), (x, y) -> 0.1))
                        .kinkTime())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** What is constant stays so to the bit, and what is too small to move does, at times of any size. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-9, 0.1, 0.4, 3, 1e300})
    void constantsAndTheSmallestPotentials(double t) {
        for (double value : new double[] {0, 0.7, -1e300}) {
            HamiltonJacobiSolution solution = new HamiltonJacobi(0).solve(Field2D.of(Grid2D.unit(8), (x, y) -> value));
            assertThat(solution.at(t).minus(value).maxNorm()).isZero();
            assertThat(solution.gradient(t).magnitude().max()).isZero();
        }
        for (double amplitude : new double[] {1e-300, 1e-305, Double.MIN_VALUE}) {
            Field2D phi0 = Field2D.of(
                    Grid2D.unit(16), (x, y) -> amplitude * Math.sin(2 * Math.PI * x) * Math.cos(2 * Math.PI * y));
            HamiltonJacobiSolution solution = new HamiltonJacobi(0).solve(phi0);
            assertThat(solution.gradient(t).magnitude().max()).isFinite();
            double error = Measure.distance(solution.at(t), phi0);
            assertThat(error).isLessThanOrEqualTo(t < 1 ? 1e-15 * amplitude + Double.MIN_VALUE : 2.1 * amplitude);
        }
    }

    /** A wave at Nyquist is flat at the nodes only: minimisers lie on the far side of the seam too. */
    @ParameterizedTest
    @CsvSource({"4, 0.05, 0.1", "8, 0.05, 0.1", "8, 0.3, 0.01", "16, -0.05, 0.1", "16, 0.3, 0.3"})
    void wavesAtNyquistSeeOverTheSeam(int n, double slow, double t) {
        DoubleUnaryOperator phi0 = x -> Math.cos(Math.PI * n * x) + slow * Math.sin(2 * Math.PI * x);
        Grid2D grid = Grid2D.unit(n);
        double[] line = new HamiltonJacobi(0)
                .solve(Field2D.of(Grid2D.line(n, 0, 1), (x, y) -> phi0.applyAsDouble(x)))
                .at(t)
                .toArray();
        Field2D alongX = new HamiltonJacobi(0)
                .solve(Field2D.of(grid, (x, y) -> phi0.applyAsDouble(x)))
                .at(t);
        Field2D alongY = new HamiltonJacobi(0)
                .solve(Field2D.of(grid, (x, y) -> phi0.applyAsDouble(y)))
                .at(t);
        for (int k = 0; k < grid.size(); k++) {
            assertAbsolute(Math.abs(alongX.get(k % n, k / n) - line[k % n]), 4e-15);
            assertAbsolute(Math.abs(alongY.get(k % n, k / n) - line[k / n]), 4e-15);
        }
    }

    /** u is constant along characteristics, from the earliest times on. */
    @ParameterizedTest
    @CsvSource({"8, 1e-6", "8, 1e-4", "32, 1e-4", "32, 3e-4", "32, 0.01", "128, 1e-4", "128, 3e-4", "128, 0.5"})
    void gradientsByCharacteristics(int n, double t) {
        double k = 2 * Math.PI;
        Field2D phi0 = Field2D.of(Grid2D.unit(n), (x, y) -> (Math.sin(k * x) + 0.8 * Math.cos(k * y + 0.3)) / k / k);
        HamiltonJacobiSolution solution = new HamiltonJacobi(0).solve(phi0);
        VectorField2D u = solution.gradient(t);
        for (int i = 0; i < n; i++) {
            double x = i / (double) n;
            double a = x;
            double b = x;
            for (int step = 0; step < 100; step++) {
                a -= (a + t * Math.cos(k * a) / k - x) / (1 - t * Math.sin(k * a));
                b -= (b - t * 0.8 * Math.sin(k * b + 0.3) / k - x) / (1 - t * 0.8 * Math.cos(k * b + 0.3));
            }
            double tolerance = 5e-12 / k;
            for (int j = 0; j < n; j++) {
                assertAbsolute(Math.abs(u.x().get(i, j) - Math.cos(k * a) / k), tolerance);
                assertAbsolute(Math.abs(u.y().get(j, i) + 0.8 * Math.sin(k * b + 0.3) / k), tolerance);
            }
        }
        assertThat(solution.errorEstimate(t)).isBetween(5e-12, 1e-10);
    }

    /** Of two minima of nearly one height the nodes may show the wrong one. */
    @ParameterizedTest
    @CsvSource({
        "7, 9, 3, 1.7, 2128, 5, 0.36667133846, 6, 6",
        "12, 6, 1, 1, 1210, 0, 0.17899797768, 2, 4",
        "6, 6, 3, 1.7, 2108, 5, 0.05994455088, 1, 4"
    })
    void nearlyEqualMinimaOfNoise(
            int nx, int ny, double lx, double ly, int seed, double offset, double t, int i, int j) {
        Random random = new Random(seed);
        Grid2D grid = new Grid2D(nx, ny, 0, 0, lx, ly);
        Field2D phi0 = Field2D.of(grid, (x, y) -> 0.3 * random.nextGaussian() + offset);
        double[] phi = new HamiltonJacobi(0).solve(phi0).at(t).toArray();
        double least = leastByBruteForce(phi0, i, j, t);
        assertThat(phi[j * nx + i]).isCloseTo(least, within(4e-15 * (1 + offset)));
    }

    private static double leastByBruteForce(Field2D phi0, int i, int j, double t) {
        Grid2D grid = phi0.grid();
        DoubleBinaryOperator g =
                (a, b) -> DirectInterpolant.at(phi0, i / (double) grid.nx() + a, j / (double) grid.ny() + b)
                        + (a * a * grid.lx() * grid.lx() + b * b * grid.ly() * grid.ly()) / (2 * t);
        int n = 128;
        double[] heights = new double[(n + 1) * (n + 1)];
        Arrays.setAll(
                heights, k -> g.applyAsDouble((k % (n + 1)) / (double) n - 0.5, (k / (n + 1)) / (double) n - 0.5));
        double limit = Arrays.stream(heights).min().getAsDouble() + 0.05;
        double least = Double.POSITIVE_INFINITY;
        for (int q = 1; q < n; q++) {
            for (int p = 1; p < n; p++) {
                int at = q * (n + 1) + p;
                double beside = Math.min(
                        Math.min(heights[at - 1], heights[at + 1]), Math.min(heights[at - n - 1], heights[at + n + 1]));
                if (heights[at] <= Math.min(beside, limit)) {
                    least = Math.min(least, descend(g, p / (double) n - 0.5, q / (double) n - 0.5, 1.0 / n));
                }
            }
        }
        return least;
    }

    /** A maximum of G is a zero of ∇G too. */
    @Test
    void newtonsMethodLeavesMaxima() {
        Field2D phi0 = Field2D.of(Grid2D.unit(64), (x, y) -> Math.cos(2 * Math.PI * x) + Math.cos(2 * Math.PI * y));
        TaylorPatches patches =
                new TaylorPatches(TrigonometricPlane.through(RealFft2D.of(phi0.grid()), phi0.toArray()));
        HopfLaxMinimum minimum = new HopfLaxMinimum(patches);
        minimum.find(1e-7, -1e-7, 0, 0, 1e-9);
        assertThat(minimum.value).isCloseTo(-2, within(1e-9));
    }

    /** A constant takes the digits of its own ulp from Φ, and none from its gradient. */
    @ParameterizedTest
    @CsvSource({"16, 0", "16, 0.001", "16, 0.3", "1, 0", "1, 0.001"})
    void constantsAreCarriedAlong(int ny, double viscosity) {
        Grid2D grid = new Grid2D(16, ny, 0, 0, 1, 1);
        // Of few bits, so that adding the constant is exact.
        Field2D phi0 = Field2D.of(
                grid,
                (x, y) -> Math.scalb(Math.rint(1e3 * Math.sin(2 * Math.PI * x) * Math.cos(2 * Math.PI * y)), -13));
        HamiltonJacobi equation = new HamiltonJacobi(viscosity);
        HamiltonJacobiSolution plain = equation.solve(phi0);
        for (double constant : new double[] {-1e3, 1e6, 1e9}) {
            HamiltonJacobiSolution raised = equation.solve(phi0.plus(constant));
            for (double t : new double[] {1e-9, 0.5}) {
                Field2D fallen = raised.at(t).minus(constant);
                assertAbsolute(Measure.distance(fallen, plain.at(t)), 0.5 * Math.ulp(constant) + 1e-16);
                assertAbsolute(
                        Measure.distance(
                                raised.gradient(t).x(), plain.gradient(t).x()),
                        1e-14);
                // Of Φ, of its steepest wave, and of the weights in the middle of a shock.
                double ofPhi = 1 / (phi0.max() - phi0.min());
                double ofSlope = 16 * Math.PI / plain.gradient(0).magnitude().max();
                double ofShock = viscosity > 0 ? 1 / (2 * viscosity) : 0;
                assertThat(raised.errorEstimate(t))
                        .isBetween(
                                0.5 * Math.ulp(constant) * ofPhi,
                                1e-10 + 2 * Math.ulp(constant) * (ofPhi + ofSlope + ofShock));
            }
            assertThat(raised.kinkTime()).isCloseTo(plain.kinkTime(), withinPercentage(1e-10));
        }
    }

    private static double minimum(DoubleBinaryOperator g) {
        double least = Double.POSITIVE_INFINITY;
        double a = 0;
        double b = 0;
        for (int i = -150; i <= 150; i++) {
            for (int j = -150; j <= 150; j++) {
                double value = g.applyAsDouble(i / 200.0, j / 200.0);
                if (value < least) {
                    least = value;
                    a = i / 200.0;
                    b = j / 200.0;
                }
            }
        }
        return descend(g, a, b, 0.005);
    }

    /** The minimum that steps to lower places lead to. */
    private static double descend(DoubleBinaryOperator g, double startA, double startB, double firstStep) {
        double a = startA;
        double b = startB;
        double least = g.applyAsDouble(a, b);
        for (double step = firstStep; step > 1e-8; ) {
            double bestA = a;
            double bestB = b;
            for (double[] move :
                    new double[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}}) {
                double value = g.applyAsDouble(a + step * move[0], b + step * move[1]);
                if (value < least) {
                    least = value;
                    bestA = a + step * move[0];
                    bestB = b + step * move[1];
                }
            }
            step = bestA == a && bestB == b ? step / 2 : step;
            a = bestA;
            b = bestB;
        }
        return least;
    }

    /** Φ_ν - Φ₀ is O(ν) where it is smooth, O(ν ln ν) at most. */
    @Test
    void smallViscositiesLeadToTheLimit() {
        Grid2D grid = Grid2D.unit(32);
        Field2D phi0 = Field2D.of(grid, HamiltonJacobiTest::wavy);
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
        Field2D phi0 = Field2D.of(grid, (x, y) -> wavy(x, y / 1.5));
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
        Field2D phi0 = Field2D.of(grid, HamiltonJacobiTest::wavy);
        Field2D direct = equation.solve(phi0).at(0.5);
        Field2D inTwo = equation.solve(equation.solve(phi0).at(0.2)).at(0.3);
        assertAbsolute(Measure.distance(direct, inTwo), 6e-16);
    }

    @Test
    void viscositySolutionIsASemigroupWithoutKinks() {
        Grid2D grid = Grid2D.unit(64);
        HamiltonJacobi equation = new HamiltonJacobi(0);
        Field2D phi0 = Field2D.of(grid, HamiltonJacobiTest::wavy);
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
                new HamiltonJacobi(viscosity).solve(Field2D.of(Grid2D.unit(16), HamiltonJacobiTest::wavy));
        double[] values = new double[256];
        assumeThat(RealFft2D.of(solution.grid()).kernel()).isNotEqualTo("jtransforms");
        assertThat(AllocatedBytes.least(() -> solution.at(t, values))).isZero();
    }

    @Test
    void refusesWhatMakesNoSense() {
        Field2D phi0 = Field2D.of(Grid2D.unit(8), HamiltonJacobiTest::wavy);
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

    /** The interpolant through four times as many nodes is the same function, and so is its gradient. */
    @ParameterizedTest
    @CsvSource({"8, 8, 0.002", "16, 16, 0.05", "8, 6, 0.002", "7, 9, 0.002"})
    void gradientsOfWavesAtNyquist(int nx, int ny, double viscosity) {
        Grid2D grid = Grid2D.unit(nx, ny);
        Random random = new Random(7);
        Field2D phi0 = Field2D.of(grid, (x, y) -> 0.2 * random.nextDouble());
        Grid2D fine = Grid2D.unit(4 * nx, 4 * ny);
        double[] values = TrigonometricPlane.through(RealFft2D.of(grid), phi0.toArray())
                .on(RealFft2D.of(fine))
                .sample();
        double t = 0.1;
        VectorField2D coarse = new HamiltonJacobi(viscosity).solve(phi0).gradient(t);
        VectorField2D exact =
                new HamiltonJacobi(viscosity).solve(Field2D.of(fine, values)).gradient(t);
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                assertAbsolute(Math.abs(coarse.x().get(i, j) - exact.x().get(4 * i, 4 * j)), 2e-14);
                assertAbsolute(Math.abs(coarse.y().get(i, j) - exact.y().get(4 * i, 4 * j)), 2e-14);
            }
        }
    }

    /** Slopes that vanish at every node are slopes all the same. */
    @Test
    void wavesAtNyquistAlone() {
        Grid2D grid = Grid2D.unit(16);
        Field2D phi0 = Field2D.of(grid, (x, y) -> 0.1 * Math.cos(16 * Math.PI * x) * Math.cos(16 * Math.PI * y));
        Field2D fine =
                Field2D.of(Grid2D.unit(64), (x, y) -> 0.1 * Math.cos(16 * Math.PI * x) * Math.cos(16 * Math.PI * y));
        double t = 1e-6;
        HamiltonJacobiSolution coarse = new HamiltonJacobi(1e-6).solve(phi0);
        assertThat(coarse.method(t)).isEqualTo(SolutionMethod.TAYLOR);
        Field2D phi = coarse.at(t);
        Field2D exact = new HamiltonJacobi(1e-6).solve(fine).at(t);
        for (int k = 0; k < 256; k++) {
            assertAbsolute(Math.abs(phi.get(k % 16, k / 16) - exact.get(4 * (k % 16), 4 * (k / 16))), 1e-16);
        }
    }

    /** Twice as many nodes each way find what lies between the samples. */
    @Test
    void theSpanReachesBetweenTheNodes() {
        Grid2D grid = Grid2D.unit(16);
        double[] samples = Measure.noise(grid, 5).toArray();
        PotentialPlane data = PotentialPlane.ofPotential(0.01, RealFft2D.of(grid), samples, 0);
        double[] fine = data.potentialPlane().on(RealFft2D.of(Grid2D.unit(32))).sample();
        assertThat(data.most()).isCloseTo(Arrays.stream(fine).max().orElseThrow(), within(1e-15));
        assertThat(data.least()).isCloseTo(Arrays.stream(fine).min().orElseThrow(), within(1e-15));
        assertThat(data.most()).isGreaterThan(Arrays.stream(samples).max().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-9, 0.1, 3})
    void whatIsNothingStaysNothing(double t) {
        Grid2D grid = Grid2D.unit(8);
        Field2D zero = Field2D.of(grid, (x, y) -> 0);
        assertThat(new HamiltonJacobi(0).solve(zero).at(t).maxNorm()).isZero();
        assertThat(new HamiltonJacobi(0).solve(zero).gradient(t).x().maxNorm()).isZero();
        Field2D wind = new PotentialBurgers(0)
                .solve(new VectorField2D(zero.plus(0.7), zero))
                .at(t)
                .x();
        assertAbsolute(wind.minus(0.7).maxNorm(), 1e-16);
        Field2D faint = Field2D.of(grid, (x, y) -> 1e-300 * Math.sin(2 * Math.PI * x));
        assertAbsolute(Measure.distance(new HamiltonJacobi(0).solve(faint).at(t), faint), 1e-315);
    }

    /** Minimisers may come from the other side of the seam, though the slope vanishes at every node. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1})
    void wavesAtNyquistAcrossTheSeam(double t) {
        DoubleBinaryOperator f = (x, y) -> Math.cos(8 * Math.PI * x) + 0.3 * Math.sin(2 * Math.PI * x);
        Field2D plane =
                new HamiltonJacobi(0).solve(Field2D.of(Grid2D.unit(8), f)).at(t);
        Field2D line =
                new HamiltonJacobi(0).solve(Field2D.of(Grid2D.line(8, 0, 1), f)).at(t);
        for (int k = 0; k < 64; k++) {
            assertThat(plane.get(k % 8, k / 8)).isCloseTo(line.get(k % 8, 0), within(4e-15));
        }
    }

    /** Before any kink, characteristics are straight: u = u₀(x - ut), axis by axis. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 1e-4, 3e-4, 0.01})
    void earlySlopesByCharacteristics(double t) {
        double k = 2 * Math.PI;
        Field2D phi0 = Field2D.of(Grid2D.unit(32), (x, y) -> (Math.sin(k * x) + 0.8 * Math.cos(k * y + 0.3)) / (k * k));
        HamiltonJacobiSolution solution = new HamiltonJacobi(0).solve(phi0);
        VectorField2D u = solution.gradient(t);
        Grid2D grid = phi0.grid();
        double most = 0;
        for (int j = 0; j < 32; j++) {
            for (int i = 0; i < 32; i++) {
                double a = 0;
                double b = 0;
                for (int step = 0; step < 20; step++) {
                    a = Math.cos(k * (grid.x(i) - a * t)) / k;
                    b = -0.8 * Math.sin(k * (grid.y(j) - b * t) + 0.3) / k;
                }
                most = Math.max(most, Math.abs(u.x().get(i, j) - a));
                most = Math.max(most, Math.abs(u.y().get(i, j) - b));
            }
        }
        assertAbsolute(most * k, solution.errorEstimate(t));
    }

    /** Late, minima of Φ₀ whose heights differ by less than nodes show them lie far apart: each may be the one that counts. */
    @Test
    void lateTheLowestOfAllMinimaCounts() {
        for (long seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            double[] waves = random.doubles(8, -1, 1).toArray();
            DoubleUnaryOperator phi = x -> {
                double sum = 0;
                for (int k = 0; k < 4; k++) {
                    sum += waves[k] * Math.cos(2 * Math.PI * (12 + k) * x)
                            + waves[4 + k] * Math.sin(2 * Math.PI * (12 + k) * x);
                }
                return sum;
            };
            HamiltonJacobiSolution solution =
                    new HamiltonJacobi(0).solve(Field2D.of(Grid2D.line(32, 0, 1), (x, y) -> phi.applyAsDouble(x)));
            for (double t : new double[] {0.01, 1, 1e3}) {
                Field2D actual = solution.at(t);
                for (int i = 0; i < 32; i++) {
                    double place = i / 32.0;
                    double exact =
                            lowest(y -> phi.applyAsDouble(y) + Waves.sq(place - y) / (2 * t), place - 1, place + 1);
                    assertAbsolute(Math.abs(actual.get(i, 0) - exact), 1e-13);
                }
            }
        }
    }

    /** By golden sections about every lowest one of many places. */
    private static double lowest(DoubleUnaryOperator g, double from, double to) {
        int n = 1000;
        double h = (to - from) / n;
        double[] values = new double[n + 1];
        Arrays.setAll(values, j -> g.applyAsDouble(from + j * h));
        double best = Double.POSITIVE_INFINITY;
        for (int j = 1; j < n; j++) {
            if (values[j] <= values[j - 1] && values[j] <= values[j + 1]) {
                double left = from + (j - 1) * h;
                double right = left + 2 * h;
                for (int step = 0; step < 50; step++) {
                    double a = left + 0.382 * (right - left);
                    double b = right - 0.382 * (right - left);
                    boolean isLeft = g.applyAsDouble(a) < g.applyAsDouble(b);
                    right = isLeft ? b : right;
                    left = isLeft ? left : a;
                }
                best = Math.min(best, g.applyAsDouble(0.5 * (left + right)));
            }
        }
        return best;
    }

    /** The gradient of a wave at Nyquist takes a finer grid, where Φ₀ may span more, or less of a method is left. */
    @Test
    void aForcedMethodRefusesTheGradientAndTheSolutionAlike() {
        Field2D phi = Field2D.of(
                Grid2D.unit(16),
                (x, y) -> Math.cos(6 * Math.PI * (x - 1 / 32.0))
                        + 0.3 * Math.cos(10 * Math.PI * (y - 0.02))
                        + 0.2 * Math.cos(32 * Math.PI * x / 2));
        int refused = 0;
        for (double viscosity : new double[] {0.3, 0.1, 0.03, 0.01}) {
            HamiltonJacobiSolution solution = new HamiltonJacobi(viscosity).solve(phi, SolutionMethod.TAYLOR);
            double[] latest = new double[1];
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.at(1))
                    .satisfies(refusal -> latest[0] = Double.parseDouble(
                            refusal.getMessage().replaceAll("t must be <= (\\S+) for TAYLOR.*", "$1")));
            // Where Φ alone can still be reached.
            boolean refusesGradient = refuses(() -> solution.gradient(latest[0]));
            assertThat(refuses(() -> solution.at(latest[0]))).isEqualTo(refusesGradient);
            refused += refusesGradient ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    private static boolean refuses(Runnable call) {
        try {
            call.run();
            return false;
        } catch (IllegalArgumentException refusal) {
            return true;
        }
    }
}
