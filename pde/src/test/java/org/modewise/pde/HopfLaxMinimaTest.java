package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.Arrays;
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

/** The minimum over all of Φ₀: against the least of many descents, and u against characteristics. */
class HopfLaxMinimaTest {
    /** No sum of lines: against the smallest of G on a fine grid, and from there by steepest descent in ever smaller steps. */
    @ParameterizedTest
    @CsvSource({"16, 0.05", "32, 0.05", "32, 0.4", "32, 3", "64, 0.4", "512, 0.4", "512, 3"})
    void minimaOfTheInterpolantByBruteForce(int n, double t) {
        Grid2D grid = new Grid2D(n, n, 0.2, -0.3, 1, 1);
        HamiltonJacobiSolution solution = new HamiltonJacobi(0).solve(Field2D.of(grid, WavyPotential::at));
        Field2D phi = solution.at(t);
        for (int p = 0; p < 12; p++) {
            int i = (5 * p + 1) % n;
            int j = (3 * p + 2) % n;
            double x = grid.x(i);
            double y = grid.y(j);
            double least = minimum((a, b) -> WavyPotential.at(x + a, y + b) + (a * a + b * b) / (2 * t));
            assertThat(phi.get(i, j)).as("node %d, %d", i, j).isCloseTo(least, within(1e-14));
        }
        assertThat(phi.min()).isBetween(-0.2, -0.1);
        assertThat(solution.errorEstimate(t)).isLessThan(1e-10);
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
}
