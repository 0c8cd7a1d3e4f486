package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.assertAbsolute;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

/** ln p and ∇ln p of densities that are known by their samples, against closed forms. */
class LogDensityTest {
    private static final OrnsteinUhlenbeck ON_LINE = new OrnsteinUhlenbeck(1, 0.25, 0, 1);
    private static final OrnsteinUhlenbeck ON_PLANE = new OrnsteinUhlenbeck(1.3, 0.25, -0.5, 0.7);
    private static final String FILE = "ou1d_mixture_theta1_mu0.25_sigma_sqrt2.csv";

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.5, 1, 3})
    void samplesFollowTheReferenceWhereverItIsAbove1e100(double t) {
        Reference reference = Reference.read(FILE).where("t", t);
        double[] log = reference.column("logp");
        double[] score = reference.column("score");
        double[] velocity = reference.column("pf_velocity");
        // The reference's own nodes, but for the right end.
        Grid2D grid = Grid2D.line(200, -8, 16);
        DensitySolution solution = ON_LINE.solve(Densities.reference().density(grid));
        Field2D logs = solution.logAt(t);
        Field2D scores = solution.scoreAt(t).x();
        Field2D velocities = solution.velocityAt(t).x();
        for (int i = 0; i < 200; i++) {
            if (log[i] > LogErrors.LEAST) {
                double scale = Math.max(1, Math.abs(score[i]));
                assertAbsolute(Math.abs(logs.get(i, 0) - log[i]), 2e-14 * Math.max(1, Math.abs(log[i])));
                assertAbsolute(Math.abs(scores.get(i, 0) - score[i]), 3e-13 * scale);
                assertAbsolute(Math.abs(velocities.get(i, 0) - velocity[i]), 3e-13 * scale);
            }
        }
    }

    @Test
    void planesFollowTheClosedForm() {
        for (Grid2D grid : new Grid2D[] {Grid2D.centered(96, 15), new Grid2D(90, 101, -7, -8, 15, 16)}) {
            DensitySolution solution = ON_PLANE.solve(Densities.plane().density(grid));
            DensitySolution exact = ON_PLANE.solve(Densities.plane(), grid);
            for (double t : new double[] {0.5, 2, 30, 1e4}) {
                LogErrors.of(solution, exact, t).within(4e-15, 2e-14);
            }
        }
    }

    @Test
    void linesAlongBothAxesFollowTheClosedForm() {
        for (Grid2D grid : new Grid2D[] {Grid2D.line(201, -8, 16), new Grid2D(1, 180, 0, -8, 1, 16)}) {
            DensitySolution solution = ON_PLANE.solve(Densities.plane().density(grid));
            DensitySolution exact = ON_PLANE.solve(Densities.plane(), grid);
            for (double t : new double[] {0.3, 2, 1e4}) {
                LogErrors.of(solution, exact, t).within(1e-14, 3e-14);
            }
        }
    }

    @Test
    void noiseThatReachesNoNodeIsSeenBetweenThem() {
        // One normal law: its logarithm is a parabola, which the interpolation knows exactly.
        GaussianMixture law = GaussianMixture.gaussian(0.5, -0.25, 0.4, 0.1, 0.3);
        for (Grid2D grid : new Grid2D[] {Grid2D.line(60, -5, 10), Grid2D.centered(40, 8)}) {
            DensitySolution solution = ON_PLANE.solve(law.density(grid));
            DensitySolution exact = ON_PLANE.solve(law, grid);
            for (double t : new double[] {0, 1e-12, 1e-6, 1e-3, 0.01}) {
                LogErrors.of(solution, exact, t).within(2e-14, 4e-13);
            }
        }
    }

    @Test
    void mixedTailsAreRefusedBeforeNoiseReachesFromNodeToNode() {
        // Wide enough on the left for p < 1e-100: at -8 the widest component is about to take over.
        Grid2D grid = Grid2D.line(576, -9, 18);
        DensitySolution solution = ON_LINE.solve(Densities.reference().density(grid));
        DensitySolution exact = ON_LINE.solve(Densities.reference(), grid);
        for (double t : new double[] {1e-9, 1e-5, 1e-4}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.logAt(t))
                    .withMessageMatching(
                            "p0 must be smooth from node to node for logarithms, got ln p\\[\\d+,0\\] = -.*"
                                    + " from between them; a finer or a larger grid or a GaussianMixture would do");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.scoreAt(t))
                    .withMessageContaining("between");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.scoreAt(0))
                .withMessageContaining("between");
        LogErrors.of(solution, exact, 1e-3).within(8e-14, 2e-12);
    }

    @Test
    void logarithmsReachBelowTheLeastDouble() {
        Grid2D grid = Grid2D.line(256, -40, 80);
        GaussianMixture law = GaussianMixture.gaussian(-1, 0.8).plus(GaussianMixture.gaussian(2, 1));
        DensitySolution solution = ON_LINE.solveLog(law.logDensity(grid));
        DensitySolution exact = ON_LINE.solve(law, grid);
        assertThat(law.density(grid).min()).isZero();
        for (double t : new double[] {0.3, 1, 5}) {
            Field2D log = solution.logAt(t);
            Field2D score = solution.scoreAt(t).x();
            for (int i = 0; i < grid.nx(); i++) {
                double expected = exact.logAt(t).get(i, 0);
                double slope = exact.scoreAt(t).x().get(i, 0);
                if (expected > -700) {
                    assertAbsolute(Math.abs(log.get(i, 0) / expected - 1), 2e-14);
                    assertAbsolute(Math.abs(score.get(i, 0) - slope), 5e-14 * Math.max(1, Math.abs(slope)));
                }
            }
            assertAbsolute(Measure.distance(solution.at(t), exact.at(t)), 1e-14);
        }
    }

    @Test
    void pointsOnTheGridAreAMixture() {
        // Where p₀ = 0 there is no logarithm, only noise later.
        Grid2D grid = Grid2D.line(64, -8, 16);
        double[] values = new double[64];
        values[20] = 0.75 / grid.dx();
        values[40] = 0.25 / grid.dx();
        GaussianMixture points = GaussianMixture.samples(grid.x(20))
                .times(0.75)
                .plus(GaussianMixture.samples(grid.x(40)).times(0.25));
        DensitySolution solution = ON_LINE.solve(Field2D.of(grid, values));
        DensitySolution exact = ON_LINE.solve(points, grid);
        for (double t : new double[] {0.2, 1, 9}) {
            LogErrors.of(solution, exact, t).within(1e-14, 1e-13);
        }
        assertThat(solution.logAt(0).get(0, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void emptyRowsWeighNothing() {
        Grid2D grid = Grid2D.centered(32, 12);
        double[] values = new double[grid.size()];
        values[10 * 32 + 8] = 0.75 / (grid.dx() * grid.dy());
        values[20 * 32 + 22] = 0.25 / (grid.dx() * grid.dy());
        GaussianMixture points = GaussianMixture.gaussian(grid.x(8), grid.y(10), 0)
                .times(0.75)
                .plus(GaussianMixture.gaussian(grid.x(22), grid.y(20), 0).times(0.25));
        DensitySolution solution = ON_PLANE.solve(Field2D.of(grid, values));
        LogErrors.of(solution, ON_PLANE.solve(points, grid), 0.5).within(4e-15, 4e-14);
    }

    @Test
    void coupledAxesFollowTheClosedForm() {
        LinearSde spiral = new LinearSde(-1, -2, 1.5, -0.8, 0.2, -0.1, 0.5, 0.1, 0.4);
        Grid2D grid = Grid2D.centered(48, 12);
        GaussianMixture law = GaussianMixture.gaussian(1, -0.5, 0.3, 0.1, 0.3);
        DensitySolution solution = spiral.solve(law.density(grid));
        DensitySolution exact = spiral.solve(law, grid);
        for (double t : new double[] {0.5, 2}) {
            LogErrors.of(solution, exact, t).within(2e-14, 6e-14);
        }
        LinearSde noiseless = new LinearSde(-1, -2, 1.5, -0.8, 0, 0, 0, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> noiseless.solve(law.density(grid)).logAt(1))
                .withMessageStartingWith("noise must act in every direction for axes that are coupled, got Gauss");
    }

    @Test
    void theVelocityCarriesTheDensity() {
        // p_t = -∇·(vp), by central differences in time and the spectral divergence.
        Grid2D grid = Grid2D.centered(96, 15);
        DensitySolution solution = ON_PLANE.solve(Densities.plane().density(grid));
        double h = 1e-4;
        Field2D change = solution.at(0.4 + h).minus(solution.at(0.4 - h)).times(0.5 / h);
        VectorField2D velocity = solution.velocityAt(0.4);
        Field2D p = solution.at(0.4);
        Field2D divergence = Derivatives.divergence(
                new VectorField2D(velocity.x().times(p), velocity.y().times(p)));
        // The differences are off by h²p_ttt/6.
        assertAbsolute(Measure.distance(change, divergence.times(-1)), 1e-7);
    }

    @Test
    void refusesWhatHasNoLogarithm() {
        Grid2D grid = Grid2D.line(64, -8, 16);
        Field2D density = Densities.reference().density(grid);
        DensitySolution solution = ON_LINE.solve(density.minus(Field2D.of(grid, (x, y) -> x == grid.x(5) ? 1e-3 : 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.logAt(1))
                .withMessage("p0[5,0] is negative and has no logarithm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.scoreAt(1))
                .withMessage("p0[5,0] is negative and has no logarithm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ON_LINE.solve(density).logAt(-1))
                .withMessage("t must be >= 0 and finite, got -1.0");
        Field2D log = Densities.reference().logDensity(grid);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ON_LINE.solveLog(log.times(Double.NaN)))
                .withMessage("logP0[0,0] is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ON_LINE.solveLog(log.plus(Double.POSITIVE_INFINITY)))
                .withMessage("logP0[0,0] is Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ON_LINE.solveLog(log.plus(1000)))
                .withMessageStartingWith("p0[");
        assertThatNullPointerException()
                .isThrownBy(() -> ON_LINE.solveLog(null))
                .withMessage("logP0");
    }

    /** Either right or refused: before noise reaches from node to node, sums over the nodes would see only one. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-6, 1e-4, 1e-3, 3e-3, 1e-2, 0.02, 0.08, 0.12, 0.2, 1})
    void coupledAxesAtAnyTime(double t) {
        LinearSde sde = new LinearSde(-1, -2, 2, -1, 0, 0, 0.5, 0, 0.5);
        Grid2D grid = new Grid2D(48, 48, -6, -6, 12, 12);
        GaussianMixture law = GaussianMixture.gaussian(0.5, -0.3, 0.7);
        DensitySolution solution = sde.solveLog(law.logDensity(grid));
        if (t < 0.1) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.logAt(t))
                    .withMessageContaining("later t");
            assertThatIllegalArgumentException().isThrownBy(() -> solution.scoreAt(t));
            return;
        }
        // At 0.11 the sums over the nodes are still off by 2e^{-2π²/q}, and their differences by 2π/h more.
        LogErrors.of(solution, sde.solve(law, grid), t).within(t < 0.2 ? 1e-12 : 8e-15, t < 0.2 ? 1e-10 : 4e-14);
    }

    /** Where one component hands over to the other within a node, polynomials miss up to 0.2 of the score. */
    @ParameterizedTest
    @CsvSource({"96, 1e-4", "120, 1e-2", "144, 1e-2"})
    void mixturesThatAreHardlyResolvedAreRefused(int n, double t) {
        GaussianMixture law = GaussianMixture.gaussian(-1.3, 0.35)
                .times(0.6)
                .plus(GaussianMixture.gaussian(0.9, 0.5).times(0.4));
        OrnsteinUhlenbeck noise = new OrnsteinUhlenbeck(0, 0, 0, 0.1);
        Grid2D grid = Grid2D.line(n, -10.5, 21);
        DensitySolution solution = noise.solveLog(law.logDensity(grid));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.logAt(t))
                .withMessageContaining("from between them");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.scoreAt(t))
                .withMessageContaining("from between them");
    }

    @Test
    void noiseThatReachesAlongOneAxisAlone() {
        // Along x a node and a fifth, along y fifteen: each axis is integrated on nodes of its own.
        LinearSde rates = new LinearSde(-1, 0, 0, -2.5, 0.28, 0.1, 2.5e-3, 0, 2.5e-3);
        Grid2D grid = Grid2D.centered(32, 9.8);
        GaussianMixture law = GaussianMixture.gaussian(0.28, -0.2, 0.76);
        LogErrors.of(rates.solveLog(law.logDensity(grid)), rates.solve(law, grid), 2)
                .within(1e-14, 1e-12);
    }

    @Test
    void wideNormalLawsAreNotRefused() {
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(1, 0, 0, 1);
        for (double deviation : new double[] {2, 3, 4}) {
            GaussianMixture law = GaussianMixture.gaussian(0, 0, deviation);
            Grid2D grid = Grid2D.centered(128, 12);
            for (double t : new double[] {0.5, 1.5}) {
                LogErrors.of(process.solve(law.density(grid)), process.solve(law, grid), t)
                        .within(4e-15, 1e-14);
            }
        }
    }
}
