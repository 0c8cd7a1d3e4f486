package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.contract.AllocatedBytes;

class OrnsteinUhlenbeckTest {
    private static final OrnsteinUhlenbeck ON_LINE = new OrnsteinUhlenbeck(1, 0.25, 0, 1);
    private static final OrnsteinUhlenbeck ON_PLANE = new OrnsteinUhlenbeck(1.3, 0.25, -0.5, 0.7);
    private static final double[] TIMES = {0, 1e-9, 1e-3, 0.05, 0.4, 1, 3, 10, 1e3};

    /** Some fifty roundings, most of them of weights that are the same for all waves at t = 0. */
    private static final double ROUNDING = 4e-14;

    /** On a line, and where noise has taken most waves. */
    private static final double LITTLE = 1e-14;

    private static final String FILE = "ou1d_mixture_theta1_mu0.25_sigma_sqrt2.csv";

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.1, 0.5, 1, 3})
    void followsTheReference(double t) {
        Reference reference = Reference.read(FILE).where("t", t);
        double[] expected = reference.column("p");
        // The reference has both ends of [-8, 8], the grid one; the density of the wider one is the same.
        Grid2D grid = Grid2D.line(250, -10, 20);
        Field2D density = ON_LINE.solve(Densities.reference().density(grid)).at(t);
        for (int i = 0; i <= 200; i++) {
            assertAbsolute(Math.abs(density.get(i + 25, 0) - expected[i]), LITTLE);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.1, 0.5, 1, 3})
    void mixturesFollowTheReferenceIntoTheTails(double t) {
        Reference reference = Reference.read(FILE).where("t", t);
        double[] p = reference.column("p");
        double[] log = reference.column("logp");
        double[] score = reference.column("score");
        double[] velocity = reference.column("pf_velocity");
        DensitySolution solution = ON_LINE.solve(Densities.reference(), Grid2D.line(250, -10, 20));
        for (int i = 0; i <= 200; i++) {
            int k = i + 25;
            assertAbsolute(Math.abs(solution.at(t).get(k, 0) - p[i]), 4e-15);
            assertAbsolute(Math.abs(solution.logAt(t).get(k, 0) - log[i]), 2e-14 * Math.max(1, Math.abs(log[i])));
            double scale = Math.max(1, Math.abs(score[i]));
            assertAbsolute(Math.abs(solution.scoreAt(t).x().get(k, 0) - score[i]), 2e-13 * scale);
            assertAbsolute(Math.abs(solution.velocityAt(t).x().get(k, 0) - velocity[i]), 2e-13 * scale);
        }
    }

    static List<Grid2D> lines() {
        return List.of(
                Grid2D.line(140, -8, 16),
                Grid2D.line(131, -8, 16),
                Grid2D.line(1000, -20, 30),
                new Grid2D(1, 144, 0, -8, 1, 16),
                new Grid2D(1, 137, 3, -8, 2, 16));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void linesFollowTheClosedForm(Grid2D line) {
        check(line, 2 * LITTLE);
    }

    static List<Grid2D> planes() {
        return List.of(
                Grid2D.centered(128, 15),
                Grid2D.centered(127, 15),
                new Grid2D(125, 144, -7, -8, 15, 16),
                new Grid2D(130, 133, -8, -7.5, 15.5, 16));
    }

    @ParameterizedTest
    @MethodSource("planes")
    void planesFollowTheClosedForm(Grid2D plane) {
        check(plane, ROUNDING);
    }

    private static void check(Grid2D grid, double tolerance) {
        DensitySolution solution = ON_PLANE.solve(Densities.plane().density(grid));
        DensitySolution exact = ON_PLANE.solve(Densities.plane(), grid);
        for (double t : TIMES) {
            // Between nodes that are 0.12 apart a deviation of 0.36 leaves e^{-½(0.36π/0.12)²} = 5e-20.
            assertAbsolute(Measure.distance(solution.at(t), exact.at(t)), tolerance);
            assertAbsolute(Math.abs(solution.massError(t)), 8 * EPS);
            assertMoments(solution.moments(t), exact.moments(t));
        }
    }

    private static void assertMoments(Moments actual, Moments expected) {
        assertAbsolute(Math.abs(actual.mass() - expected.mass()), 8 * EPS);
        assertAbsolute(Math.abs(actual.meanX() - expected.meanX()), 16 * EPS);
        assertAbsolute(Math.abs(actual.meanY() - expected.meanY()), 16 * EPS);
        assertAbsolute(Math.abs(actual.varianceX() - expected.varianceX()), 16 * EPS);
        assertAbsolute(Math.abs(actual.covariance() - expected.covariance()), 16 * EPS);
        assertAbsolute(Math.abs(actual.varianceY() - expected.varianceY()), 16 * EPS);
    }

    @Test
    void momentsDecayByTheirLaws() {
        Grid2D grid = Grid2D.centered(128, 15);
        DensitySolution solution = ON_PLANE.solve(Densities.plane().density(grid));
        Moments start = Densities.plane().moments();
        for (double t : new double[] {0, 0.1, 1, 7}) {
            double s = Math.exp(-1.3 * t);
            Moments moments = solution.moments(t);
            assertAbsolute(Math.abs(moments.meanX() - (0.25 + s * (start.meanX() - 0.25))), 2 * EPS);
            assertAbsolute(Math.abs(moments.meanY() - (-0.5 + s * (start.meanY() + 0.5))), 4 * EPS);
            double noise = 0.7 / 1.3 * (1 - s * s);
            assertAbsolute(Math.abs(moments.varianceX() - (s * s * start.varianceX() + noise)), 16 * EPS);
            assertAbsolute(Math.abs(moments.covariance() - s * s * start.covariance()), 4 * EPS);
            // And they are those of the density that at(t) returns.
            Field2D density = solution.at(t);
            double meanX = density.times(Field2D.of(grid, (x, y) -> x)).integral();
            assertAbsolute(Math.abs(moments.meanX() - meanX), 32 * EPS);
        }
    }

    @Test
    void endsInTheStationaryLawAndStartsAtTheData() {
        Grid2D grid = Grid2D.centered(128, 15);
        Field2D start = Densities.plane().density(grid);
        DensitySolution solution = ON_PLANE.solve(start);
        Field2D stationary =
                Field2D.of(grid, (x, y) -> Densities.normal(x, 0.25, 0.7 / 1.3) * Densities.normal(y, -0.5, 0.7 / 1.3));
        assertAbsolute(Measure.distance(solution.at(40), stationary), 2 * LITTLE);
        assertAbsolute(Measure.distance(solution.at(1e300), stationary), 2 * LITTLE);
        assertAbsolute(Measure.distance(ON_PLANE.stationary().density(grid), stationary), 4 * EPS);
        assertThat(solution.at(0)).isEqualTo(start);
        assertAbsolute(Measure.distance(solution.at(Double.MIN_VALUE), start), ROUNDING);
    }

    @Test
    void withoutARateItIsHeatOnThePlane() {
        Grid2D grid = Grid2D.centered(128, 16);
        Field2D start = Densities.plane().density(grid);
        Field2D heated = new Heat(0.3).solve(start).at(0.8);
        assertAbsolute(
                Measure.distance(
                        new OrnsteinUhlenbeck(0, 5, 5, 0.3).solve(start).at(0.8), heated),
                LITTLE);
        assertAbsolute(
                Measure.distance(
                        new OrnsteinUhlenbeck(1e-300, 5, 5, 0.3).solve(start).at(0.8), heated),
                LITTLE);
    }

    @Test
    void withoutNoiseItOnlyContracts() {
        Grid2D grid = Grid2D.centered(256, 16);
        GaussianMixture blob = GaussianMixture.gaussian(1, -1, 0.5);
        DensitySolution solution = new OrnsteinUhlenbeck(1, 0.5, 0, 0).solve(blob.density(grid));
        double s = Math.exp(-0.7);
        Field2D expected = GaussianMixture.gaussian(0.5 + 0.5 * s, -s, 0.5 * s).density(grid);
        assertAbsolute(Measure.distance(solution.at(0.7), expected), 2 * LITTLE);
    }

    @Test
    void massThatLeavesTheGridIsReported() {
        // N(0, 0.01) starts, N(1, 1 - e^{-2t}) arrives: [-1, 2) holds less and less of it.
        Grid2D grid = Grid2D.line(128, -1, 3);
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(1, 1, 0, 1);
        DensitySolution field = process.solve(GaussianMixture.gaussian(0, 0.1).density(grid));
        DensitySolution mixture = process.solve(GaussianMixture.gaussian(0, 0.1), grid);
        for (double t : new double[] {0.01, 0.1, 1, 30}) {
            double s = Math.exp(-t);
            NormalDistribution law = new NormalDistribution(1 - s, Math.sqrt(0.01 * s * s + 1 - s * s));
            double outside = law.cumulativeProbability(-1) + 1 - law.cumulativeProbability(2);
            assertAbsolute(Math.abs(mixture.leakedMass(t) - outside), 2 * EPS);
            assertAbsolute(Math.abs(field.leakedMass(t) - outside), 2 * EPS);
            // The field's leak comes in again on the other side; the mixture's is gone.
            assertAbsolute(Math.abs(field.massError(t)), 2 * EPS);
        }
        assertThat(field.leakedMass(0)).isZero();
        assertThat(field.leakedMass(30)).isBetween(0.18, 0.19);
        Grid2D wide = Grid2D.line(128, -20, 40);
        // Far in the tail, by the asymptotic series of the normal law.
        double s = Math.exp(-1);
        double z = (19 + s) / Math.sqrt(0.25 * s * s + 1 - s * s);
        double tail = Densities.normal(z, 0, 1) / z * (1 - 1 / (z * z) + 3 / Math.pow(z, 4) - 15 / Math.pow(z, 6));
        double leak =
                process.solve(GaussianMixture.gaussian(0, 0.5).density(wide)).leakedMass(1);
        assertAbsolute(Math.abs(leak / tail - 1), 1e-8);
    }

    @Test
    void nothingIsNormalisedOrClipped() {
        Grid2D grid = Grid2D.line(128, -8, 16);
        Field2D density = GaussianMixture.gaussian(1, 0.5).density(grid);
        DensitySolution twice = ON_LINE.solve(density.times(2));
        assertAbsolute(Math.abs(twice.massError(1) - 1), 8 * EPS);
        assertAbsolute(Math.abs(twice.moments(1).mass() - 2), 8 * EPS);
        Field2D difference = density.minus(GaussianMixture.gaussian(-1, 0.5).density(grid));
        Field2D expected = ON_LINE.evolve(GaussianMixture.gaussian(1, 0.5), 0.5)
                .density(grid)
                .minus(ON_LINE.evolve(GaussianMixture.gaussian(-1, 0.5), 0.5).density(grid));
        assertAbsolute(Measure.distance(ON_LINE.solve(difference).at(0.5), expected), 2e-15);
    }

    @Test
    void callersArraysGetTheSameBits() {
        for (Grid2D grid : List.of(Grid2D.line(64, -8, 16), Grid2D.centered(32, 12))) {
            for (DensitySolution solution :
                    List.of(ON_PLANE.solve(Densities.plane().density(grid)), ON_PLANE.solve(Densities.plane(), grid))) {
                double[] values = new double[grid.size() + 3];
                Arrays.fill(values, 7);
                for (double t : new double[] {1.3, 0, 0.2}) {
                    solution.at(t, values);
                    assertThat(Arrays.copyOf(values, grid.size()))
                            .isEqualTo(solution.at(t).toArray());
                    assertThat(Arrays.copyOfRange(values, grid.size(), values.length))
                            .containsOnly(7);
                }
                double[] tight = new double[grid.size() - 1];
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> solution.at(1, tight))
                        .withMessage("values.length must be >= " + grid.size() + ", got " + (grid.size() - 1));
                assertThat(tight).containsOnly(0);
                assertThatNullPointerException()
                        .isThrownBy(() -> solution.at(1, null))
                        .withMessage("values");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1})
    void refusesNumbersThatAreNoneOrNegative(double wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrnsteinUhlenbeck(wrong, 0, 0, 1))
                .withMessage("rate must be >= 0 and finite, got " + wrong);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrnsteinUhlenbeck(1, 0, 0, wrong))
                .withMessage("diffusivity must be >= 0 and finite, got " + wrong);
        Grid2D grid = Grid2D.centered(16, 8);
        Field2D density = Densities.plane().density(grid);
        for (DensitySolution solution : List.of(ON_PLANE.solve(density), ON_PLANE.solve(Densities.plane(), grid))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.at(wrong))
                    .withMessage("t must be >= 0 and finite, got " + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.moments(wrong))
                    .withMessage("t must be >= 0 and finite, got " + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.leakedMass(wrong))
                    .withMessage("t must be >= 0 and finite, got " + wrong);
        }
        if (wrong != -1) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OrnsteinUhlenbeck(1, wrong, 0, 1))
                    .withMessage("meanX must be finite, got " + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ON_PLANE.solve(density.map(p -> p == density.get(3, 2) ? wrong : p)))
                    .withMessage("p0[3,2] is " + wrong);
        }
    }

    @Test
    void saysWhatItIs() {
        assertThat(ON_LINE).hasToString("OrnsteinUhlenbeck[rate=1.0, meanX=0.25, meanY=0.0, diffusivity=1.0]");
        assertOneLine(new OrnsteinUhlenbeck(1 / 3.0, -Math.PI, Math.E, 1 / 7.0));
        Grid2D grid = Grid2D.centered(16, 8);
        assertThat(ON_PLANE.solve(Densities.plane(), grid)).hasToString("DensitySolution[16x16, mixture of 3]");
        assertOneLine(ON_PLANE.solve(Densities.plane().density(grid)));
        assertOneLine(ON_PLANE.transition(0.3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrnsteinUhlenbeck(0, 0, 0, 1).stationary())
                .withMessage("rate must be > 0 and finite, got 0.0");
        assertThatNullPointerException().isThrownBy(() -> ON_PLANE.solve(null)).withMessage("p0");
        assertThatNullPointerException()
                .isThrownBy(() -> ON_PLANE.solve(null, grid))
                .withMessage("initial");
    }

    /** One transition at most, of ten numbers or twice that, whatever the grid. */
    @Test
    void mixturesIntoAnArrayAllocateNoField() {
        Grid2D grid = Grid2D.centered(16, 16);
        DensitySolution solution = ON_PLANE.solve(Densities.plane(), grid);
        double[] values = new double[grid.size()];
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < 20_000 && bytes > 200; round++) {
            bytes = Math.min(bytes, AllocatedBytes.of(() -> solution.at(0.4, values)));
        }
        assertThat(bytes).isLessThanOrEqualTo(200);
        assertThat(values).isEqualTo(solution.at(0.4).toArray());
        assertThat(values)
                .isEqualTo(ON_PLANE.evolve(Densities.plane(), 0.4).density(grid).toArray());
    }

    @Test
    void withoutMassThereAreNoMoments() {
        Grid2D grid = Grid2D.centered(16, 16);
        Moments moments = ON_PLANE.solve(Field2D.of(grid, (x, y) -> x == grid.x(3) ? 1 : x == grid.x(9) ? -1 : 0))
                .moments(0.5);
        assertThat(moments.mass()).isZero();
        assertThat(moments.meanX()).isNaN();
        assertThat(moments.varianceX()).isNaN();
    }
}
