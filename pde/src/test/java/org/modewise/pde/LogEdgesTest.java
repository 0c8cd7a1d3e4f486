package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.Measure.assertAbsolute;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** Logarithms of densities that end at a jump, or do not end before the grid does: samples do not tell where. */
class LogEdgesTest {
    private static final Grid2D LINE = Grid2D.line(128, -6, 12);
    private static final OrnsteinUhlenbeck PROCESS = new OrnsteinUhlenbeck(1, 0, 0, 1);

    private static void assertRefused(DensitySolution solution, double t, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.logAt(t))
                .withMessageContaining(why)
                .withMessageContaining("GaussianMixture would do");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.scoreAt(t))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-6, 1e-4, 1e-3, 5e-3})
    void besideAJumpEarlyOnesAreRefused(double t) {
        Field2D box = Field2D.of(LINE, (x, y) -> Math.abs(x) < 3 ? 1.0 / 6 : 0);
        assertRefused(PROCESS.solve(box), t, "from between them");
        Grid2D grid = Grid2D.centered(48, 12);
        Field2D disc = Field2D.of(grid, (x, y) -> Math.hypot(x, y) < 3 ? 1 : 0);
        assertRefused(PROCESS.solve(disc), t, "from between them");
    }

    @Test
    void onceNoiseSpansNodesSamplesAreTheLaw() {
        Field2D box = Field2D.of(LINE, (x, y) -> Math.abs(x) < 3 ? 1.0 / 6 : 0);
        GaussianMixture points = null;
        for (int i = 0; i < LINE.nx(); i++) {
            if (box.get(i, 0) > 0) {
                GaussianMixture point = GaussianMixture.samples(LINE.x(i)).times(LINE.dx() / 6);
                points = points == null ? point : points.plus(point);
            }
        }
        for (double t : new double[] {0.02, 0.3, 4}) {
            LogErrors.of(PROCESS.solve(box), PROCESS.solve(points, LINE), t).within(1e-14, 1e-13);
        }
        // What is asked for at once is what was given.
        assertThat(PROCESS.solve(box).logAt(0)).isEqualTo(box.map(Math::log));
        assertAbsolute(Math.abs(PROCESS.solve(box).scoreAt(0).x().get(64, 0)), 1e-15);
    }

    @Test
    void whereNothingMovesNodesAreNodes() {
        // Of 0.12 many places are off by an ulp, which is not on the way to the next node.
        for (int n : new int[] {10, 48, 100, 199}) {
            for (Grid2D grid : new Grid2D[] {Grid2D.line(n, -6, 12), new Grid2D(12, n, -6, -6, 12, 12)}) {
                Field2D disc = Field2D.of(grid, (x, y) -> Math.hypot(x, y) < 3 ? 1 : 0);
                assertThat(PROCESS.solve(disc).logAt(0)).isEqualTo(disc.map(Math::log));
                assertThat(new OrnsteinUhlenbeck(0, 0, 0, 0).solve(disc).logAt(3))
                        .isEqualTo(disc.map(Math::log));
            }
        }
    }

    @Test
    void withoutNoiseNothingIsKnownOnTheWayToTheJump() {
        OrnsteinUhlenbeck drift = new OrnsteinUhlenbeck(1, 0, 0, 0);
        Field2D box = Field2D.of(LINE, (x, y) -> Math.abs(x) < 3 ? 1.0 / 6 : 0);
        // The last node inside is 2.90625, the next 3; the eleventh target from the middle comes from 2.98.
        assertRefused(drift.solve(box), Math.log(2.98 / 1.03125), "from between them");
        // The fifteenth comes from 2.88, the sixteenth from 3.08.
        Field2D log = drift.solve(box).logAt(Math.log(2.05));
        for (int i = 0; i < LINE.nx(); i++) {
            if (Math.abs(LINE.x(i)) > 1.45) {
                assertThat(log.get(i, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
            } else {
                assertAbsolute(Math.abs(log.get(i, 0) - Math.log(2.05 / 6)), 4e-14);
            }
        }
    }

    /** Its highest derivatives at the ends of its support are beyond any samples: 1e-3 off early, 1e-7 for ever. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.02, 0.1, 0.5, 3})
    void aBumpThatIsNotResolvedIsRefused(double t) {
        Field2D bump = Field2D.of(LINE, (x, y) -> Math.abs(x) < 3 ? Math.exp(-1 / (1 - x * x / 9)) : 0);
        assertRefused(PROCESS.solve(bump), t, "from between them");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 5e-3, 0.02, 0.5, 3})
    void whatDoesNotVanishAtTheEdgesIsRefused(double t) {
        // What enters from beyond is neither nothing nor what leaves on the other side, as in at(t).
        Field2D cosine = Field2D.of(LINE, (x, y) -> (1 + 0.5 * Math.cos(Math.PI * x / 6)) / 12);
        assertRefused(PROCESS.solve(cosine), t, "at the edges of its grid");
        assertRefused(new OrnsteinUhlenbeck(0, 0, 0, 1).solve(cosine), t, "at the edges of its grid");
        Field2D ramp = Field2D.of(Grid2D.centered(40, 8), (x, y) -> (5 + x) * Math.exp(-y * y));
        assertRefused(PROCESS.solve(ramp), t, "at the edges of its grid");
        assertThat(PROCESS.solve(cosine).logAt(0)).isEqualTo(cosine.map(Math::log));
    }

    @Test
    void aPeakNextToTheEdgeHasATail() {
        // Sixteen nodes inward another law rises; nodes four apart would span both, and nothing would go on beyond.
        Grid2D grid = Grid2D.line(92, -9.725, 19.45);
        double deviation = 1.75 * grid.dx();
        GaussianMixture law = GaussianMixture.gaussian(8.527, deviation)
                .times(0.02)
                .plus(GaussianMixture.gaussian(5.285, deviation).times(0.56));
        OrnsteinUhlenbeck noise = new OrnsteinUhlenbeck(0, 0, 0, 0.003);
        LogErrors.of(noise.solveLog(law.logDensity(grid)), noise.solve(law, grid), 90)
                .within(1e-12, 1e-12);
    }

    /** Whose rows peak beyond the grid and still fall later on, and whose columns beyond it begin anywhere. */
    @Test
    void tailsOfShearedLawsAreFollowed() {
        Grid2D wide = new Grid2D(67, 64, -5.25, -5.25, 10.5, 10.5);
        for (double share : new double[] {-0.7, -0.35, 0.35, 0.7}) {
            double variance = Math.pow(3.24 * wide.dy(), 2);
            GaussianMixture law = GaussianMixture.gaussian(0.22, -2.06, variance, share * variance, variance);
            OrnsteinUhlenbeck faint = new OrnsteinUhlenbeck(1.981, 0.1, 0, 3e-6);
            Field2D log = faint.solve(law.density(wide)).logAt(0.811);
            Field2D expected = faint.solve(law, wide).logAt(0.811);
            for (int j = 0; j < wide.ny(); j++) {
                for (int i = 0; i < wide.nx(); i++) {
                    if (expected.get(i, j) > LogErrors.LEAST) {
                        double size = Math.max(1, Math.abs(expected.get(i, j)));
                        assertAbsolute(Math.abs(log.get(i, j) - expected.get(i, j)) / size, 5e-14);
                    }
                }
            }
            OrnsteinUhlenbeck strong = new OrnsteinUhlenbeck(1.953, 0.1, 0, 0.781);
            LogErrors.of(strong.solve(law.density(wide)), strong.solve(law, wide), 0.553)
                    .within(1e-14, 1e-13);
        }
        // No tail of rows at which nothing is left.
        Field2D log = PROCESS.solve(
                        GaussianMixture.gaussian(0, 0, 0.3, 0.2, 0.3).density(wide))
                .logAt(0.1);
        assertAbsolute(Math.abs(log.get(33, 32) - log.get(34, 32)), 1);
    }

    @Test
    void logarithmsHaveNoRounding() {
        // Beyond the edge there is more of it: e^-39 of the largest value is rounding only beside that.
        GaussianMixture law = GaussianMixture.gaussian(0, 0.5)
                .plus(GaussianMixture.gaussian(7.5, 0.5).times(1e-14));
        DensitySolution solution = new OrnsteinUhlenbeck(0, 0, 0, 1).solveLog(law.logDensity(LINE));
        assertRefused(solution, 0.05, "at the edges of its grid");
    }
}
