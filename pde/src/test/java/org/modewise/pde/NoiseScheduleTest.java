package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

/** The forward processes of diffusion models and their clocks. */
class NoiseScheduleTest {
    private static final Grid2D LINE = Grid2D.line(320, -10, 20);

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.01, 0.5, 0.9})
    void integralsAreThoseOfTheRates(double t) {
        for (NoiseSchedule schedule : new NoiseSchedule[] {
            NoiseSchedule.linear(),
            NoiseSchedule.linear(3, 1),
            NoiseSchedule.cosine(),
            NoiseSchedule.of(s -> 1 + Math.sin(3 * s))
        }) {
            assertThat(schedule.integral(0)).isZero();
            double expected = new GaussIntegratorFactory().legendre(60, 0, t).integrate(schedule::rate);
            assertAbsolute(Math.abs(schedule.integral(t) - expected), 4e-15 * expected);
        }
    }

    @Test
    void theLinearOneIsThatOfTheLiterature() {
        assertThat(NoiseSchedule.linear().rate(0)).isEqualTo(0.1);
        assertThat(NoiseSchedule.linear().rate(1)).isEqualTo(20);
        // ∫β = 0.1 + 19.9/2.
        assertAbsolute(Math.abs(NoiseSchedule.linear().integral(1) - 10.05), 4e-15);
        VariancePreserving process = new VariancePreserving(NoiseSchedule.linear());
        assertAbsolute(Math.abs(process.signal(1) - Math.exp(-5.025)), 1e-17);
        assertAbsolute(Math.abs(process.noise(1) - Math.sqrt(1 - Math.exp(-10.05))), 2e-16);
        assertAbsolute(Math.abs(process.noise(1e-9) - Math.sqrt(1e-10 + 9.95e-18 - 0.5e-20)), 1e-19);
    }

    @Test
    void theCosineOneIsThatOfItsPaper() {
        VariancePreserving process = new VariancePreserving(NoiseSchedule.cosine());
        for (double t : new double[] {0.1, 0.5, 0.9, 0.999}) {
            double expected = Math.cos((t + 0.008) / 1.008 * Math.PI / 2) / Math.cos(0.008 / 1.008 * Math.PI / 2);
            assertAbsolute(Math.abs(process.signal(t) - expected), 2e-15);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> process.signal(1))
                .withMessage("t must be >= 0 and < 1, got 1.0");
    }

    @Test
    void marginalsAndScoresAreThoseOfMixtures() {
        // X_t = signal·X₀ + noise·Z, written out.
        VariancePreserving process = new VariancePreserving(NoiseSchedule.linear());
        DensitySolution solution = process.solve(Densities.reference().density(LINE));
        for (double t : new double[] {0.05, 0.3, 1}) {
            double signal = Math.exp(-0.5 * (0.1 * t + 9.95 * t * t));
            double noise = 1 - signal * signal;
            double[] weights = {0.5, 0.3, 0.2};
            double[] means = {-2, 1, 2.5};
            double[] deviations = {0.3, 0.2, 0.5};
            VectorField2D score = solution.scoreAt(t);
            VectorField2D velocity = solution.velocityAt(t);
            Field2D density = solution.at(t);
            double rate = 0.1 + 19.9 * t;
            for (int i = 0; i < LINE.nx(); i++) {
                double p = 0;
                double slope = 0;
                for (int k = 0; k < 3; k++) {
                    double variance = Waves.sq(signal * deviations[k]) + noise;
                    double part = weights[k] * Densities.normal(LINE.x(i), signal * means[k], variance);
                    p += part;
                    slope -= part * (LINE.x(i) - signal * means[k]) / variance;
                }
                assertAbsolute(Math.abs(density.get(i, 0) - p), 4e-15);
                double scale = Math.max(1, Math.abs(slope / p));
                assertAbsolute(Math.abs(score.x().get(i, 0) - slope / p), 4e-14 * scale);
                double flow = -0.5 * rate * (LINE.x(i) + slope / p);
                assertAbsolute(Math.abs(velocity.x().get(i, 0) - flow), 2e-14 * rate * scale);
            }
        }
    }

    @Test
    void theExplodingOneOnlyBlurs() {
        VarianceExploding process = new VarianceExploding(0.01, 0.8);
        Grid2D grid = Grid2D.centered(128, 16);
        DensitySolution solution = process.solve(Densities.plane().density(grid));
        for (double t : new double[] {0, 0.4, 1}) {
            double variance = Waves.sq(0.01 * Math.pow(80, t)) - 0.0001;
            Field2D expected =
                    new Heat(0.5).solve(Densities.plane().density(grid)).at(variance);
            assertAbsolute(Measure.distance(solution.at(t), expected), 4e-14);
        }
        // ½g² = ½dσ²/dt, by differences.
        double h = 1e-6;
        double slope = (process.transition(0.5 + h).varianceX()
                        - process.transition(0.5 - h).varianceX())
                / (2 * h);
        assertAbsolute(Math.abs(2 * process.coefficients(0.5).dxx() / slope - 1), 1e-10);
    }

    @Test
    void points() {
        // Tweedie: the score of noised samples points to their mean, given where one is.
        VariancePreserving process = new VariancePreserving(NoiseSchedule.linear());
        double[] samples = {-1, 0.5, 2};
        DensitySolution solution = process.solve(GaussianMixture.samples(samples), LINE);
        double signal = process.signal(0.4);
        double variance = Waves.sq(process.noise(0.4));
        Field2D score = solution.scoreAt(0.4).x();
        for (int i = 0; i < LINE.nx(); i++) {
            double total = 0;
            double mean = 0;
            double nearest = Double.POSITIVE_INFINITY;
            for (double sample : samples) {
                nearest = Math.min(nearest, Waves.sq(LINE.x(i) - signal * sample));
            }
            for (double sample : samples) {
                double weight = Math.exp(-0.5 * (Waves.sq(LINE.x(i) - signal * sample) - nearest) / variance);
                total += weight;
                mean += weight * sample;
            }
            double expected = (signal * mean / total - LINE.x(i)) / variance;
            assertAbsolute(Math.abs(score.get(i, 0) - expected), 4e-15 * Math.max(1, Math.abs(expected)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(0))
                .withMessageStartingWith("every component must have a width");
    }

    @Test
    void refusesWhatIsNoSchedule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoiseSchedule.linear(-1, 2))
                .withMessage("first must be >= 0 and finite, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoiseSchedule.linear(1, Double.NaN))
                .withMessage("last must be >= 0 and finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoiseSchedule.linear(3, 1).integral(4))
                .withMessage("t must keep the rate >= 0 and finite, got rate -5.0 at 4.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoiseSchedule.linear().rate(-1))
                .withMessage("t must be >= 0 and finite, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoiseSchedule.of(t -> -1).rate(1))
                .withMessage("rate must be >= 0 and finite, got -1.0 at t = 1.0");
        // B grows to 1 all the same.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoiseSchedule.of(t -> 1 + 1.5 * Math.cos(2 * Math.PI * t))
                        .integral(1))
                .withMessageStartingWith("rate must be >= 0 and finite, got -0.");
        assertThatNullPointerException()
                .isThrownBy(() -> NoiseSchedule.of(null))
                .withMessage("rate");
        assertThatNullPointerException()
                .isThrownBy(() -> new VariancePreserving(null))
                .withMessage("schedule");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VarianceExploding(0, 1))
                .withMessage("first must be > 0 and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VarianceExploding(1, 1))
                .withMessage("last must be > first, got last = 1.0, first = 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VarianceExploding(1, 2).transition(-1))
                .withMessage("t must be >= 0 and finite, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VarianceExploding(1, 2).coefficients(Double.NaN))
                .withMessage("t must be >= 0 and finite, got NaN");
    }

    @Test
    void saysWhatItIs() {
        assertThat(new VariancePreserving(NoiseSchedule.linear()))
                .hasToString("VariancePreserving[linear from 0.1 to 20.0]");
        assertThat(new VariancePreserving(NoiseSchedule.cosine())).hasToString("VariancePreserving[cosine]");
        assertThat(new VarianceExploding(0.01, 50)).hasToString("VarianceExploding[sigma from 0.01 to 50.0]");
        assertOneLine(new VariancePreserving(NoiseSchedule.of(t -> t)));
    }
}
