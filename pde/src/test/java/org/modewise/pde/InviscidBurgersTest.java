package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** ν = 0: against characteristics, the minima of the action by brute force, and what shocks obey. */
class InviscidBurgersTest {
    private static double waves(double x) {
        return 0.2 + 0.7 * Math.sin(Math.PI * x) - 0.4 * Math.cos(3 * Math.PI * x);
    }

    private static double potential(double x) {
        return (-0.7 * Math.cos(Math.PI * x) - 0.4 / 3 * Math.sin(3 * Math.PI * x)) / Math.PI;
    }

    private static BurgersSolution solution(int n) {
        return new Burgers(0).solve(Field2D.of(Grid2D.line(n, -1, 2), (x, y) -> waves(x)));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 33, 128})
    void speedOfTheBestCharacteristic(int n) {
        BurgersSolution solution = solution(n);
        for (double t : new double[] {0.05, 0.3, 1, 5}) {
            Field2D u = solution.at(t);
            for (int i = 0; i < n; i += 1 + n / 16) {
                double x = solution.grid().x(i) - 0.2 * t;
                double foot = bestFoot(x, t);
                assertThat(u.get(i, 0) - 0.2).as("t = %s, node %d", t, i).isCloseTo((x - foot) / t, within(1e-13));
            }
        }
    }

    /** The minimiser of Φ₀(y) + (x-y)²/2t without the mean: the best of many intervals, halved until its slope vanishes. */
    private static double bestFoot(double x, double t) {
        double least = Double.POSITIVE_INFINITY;
        double best = 0;
        double width = 1e-3;
        for (double y = x - 1.2; y < x + 1.2; y += width) {
            double low = y;
            double high = y + width;
            if (slope(x, low, t) < 0 && slope(x, high, t) >= 0) {
                while (high - low > 1e-15) {
                    double middle = 0.5 * (low + high);
                    if (middle == low || middle == high) {
                        break;
                    }
                    if (slope(x, middle, t) < 0) {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                double value = potential(low) + (x - low) * (x - low) / (2 * t);
                if (value < least) {
                    least = value;
                    best = low;
                }
            }
        }
        return best;
    }

    private static double slope(double x, double y, double t) {
        return waves(y) - 0.2 - (x - y) / t;
    }

    @Test
    void shocksObeyRankineAndHugoniot() {
        BurgersSolution solution = solution(64);
        double dt = 1e-4;
        int seen = 0;
        for (double t : new double[] {0.35, 0.7, 1.5, 4}) {
            List<Shock> before = solution.shocks(t - dt, 0);
            List<Shock> now = solution.shocks(t, 0);
            List<Shock> after = solution.shocks(t + dt, 0);
            assertThat(now).isNotEmpty();
            for (Shock shock : now) {
                assertThat(shock.left()).isGreaterThan(shock.right());
                assertThat(shock.strength()).isEqualTo(shock.left() - shock.right());
                double speed = (nearest(after, shock.x()) - nearest(before, shock.x())) / (2 * dt);
                // The central difference leaves x‴dt²/6.
                assertThat(speed).isCloseTo(shock.speed(), within(5e-9));
                seen++;
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(4);
    }

    private static double nearest(List<Shock> shocks, double x) {
        return shocks.stream()
                .mapToDouble(shock -> x + Math.IEEEremainder(shock.x() - x, 2))
                .boxed()
                .min((a, b) -> Double.compare(Math.abs(a - x), Math.abs(b - x)))
                .orElseThrow();
    }

    /** -sin πx breaks at 1/π; from then on there is one shock, at 0, where u jumps from u(0-) to -u(0-). */
    @Test
    void theSineBreaksAtItsSteepestPlace() {
        for (int n : new int[] {16, 31, 256}) {
            BurgersSolution solution =
                    new Burgers(0).solve(Field2D.of(Grid2D.line(n, -1, 2), (x, y) -> -Math.sin(Math.PI * x)));
            assertThat(solution.shockTime()).isCloseTo(1 / Math.PI, within(1e-15));
            assertThat(solution.shocks(0.9 / Math.PI, 0)).isEmpty();
            List<Shock> shocks = solution.shocks(1, 0);
            assertThat(shocks).hasSize(1);
            assertThat(shocks.get(0).x()).isCloseTo(0, within(1e-15));
            assertThat(shocks.get(0).left()).isCloseTo(0.73648444824151668, within(1e-14));
            assertThat(shocks.get(0).right()).isCloseTo(-0.73648444824151668, within(1e-14));
            assertThat(shocks.get(0).speed()).isCloseTo(0, within(1e-14));
        }
    }

    @Test
    void variationAndExtremaNeverGrow() {
        Field2D noise = Measure.noise(Grid2D.line(64, 0, 1), 8);
        // The interpolant's own, between the samples too.
        TrigonometricLine line = TrigonometricLine.through(TrigonometricLine.plan(64, 1), noise.toArray(), 0);
        Field2D fine = Field2D.of(Grid2D.line(4096, 0, 1), line.sample(4096));
        double variation = new Burgers(0).solve(fine).totalVariation(0, 0);
        BurgersSolution solution = new Burgers(0).solve(noise);
        for (double t = 1e-3; t < 100; t *= 2) {
            Field2D u = solution.at(t);
            assertThat(solution.totalVariation(t, 0)).isLessThan(variation);
            assertThat(u.max()).isLessThan(fine.max() + 1e-3);
            assertThat(u.min()).isGreaterThan(fine.min() - 1e-3);
            assertThat(solution.method(t)).isEqualTo(SolutionMethod.HOPF_LAX);
        }
        assertThat(solution.totalVariation(64, 0)).isLessThan(0.1);
    }

    /** Away from shocks by many of their widths, u_ν - u is O(ν). */
    @Test
    void smallViscositiesLeadToTheEntropySolution() {
        Field2D u0 = Field2D.of(Grid2D.line(64, -1, 2), (x, y) -> waves(x));
        Field2D limit = new Burgers(0).solve(u0).at(0.8);
        double[] shocks = new Burgers(0)
                .solve(u0).shocks(0.8, 0).stream().mapToDouble(Shock::x).toArray();
        for (double viscosity : new double[] {1e-4, 1e-6, 1e-8, 1e-11, 1e-14}) {
            BurgersSolution solution = new Burgers(viscosity).solve(u0);
            Field2D u = solution.at(0.8);
            for (int i = 0; i < 64; i++) {
                double x = u.grid().x(i);
                if (Arrays.stream(shocks).allMatch(s -> Math.abs(Math.IEEEremainder(s - x, 2)) > 0.02)) {
                    assertThat(u.get(i, 0)).isCloseTo(limit.get(i, 0), within(60 * viscosity + 1e-12));
                }
            }
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> solution(16).shocks(0, 0));
        assertThat(new Shock(0, 1, 0.5).speed()).isEqualTo(0.75);
        assertAbsolute(Measure.distance(solution(16).at(1e-300), solution(16).at(0)), 1e-15);
    }
}
