package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;
import static org.modewise.pde.Measure.assertRelative;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class BackwardSolutionTest {
    private static final Grid2D GRID = new Grid2D(30, 21, 1, -7, 0.9, 1.2);
    private static final Heat HEAT = new Heat(0.015);

    /** Each filter, and φe^x as its own source writes it, from x and the wavenumber. */
    private record Filter(Regularization regularization, DoubleBinaryOperator formula) {
        double gain(double kx, double ky, double elapsed) {
            double square = kx * kx + ky * ky;
            double x = 0.015 * square * elapsed;
            return x == 0 ? 1 : formula.applyAsDouble(x, Math.sqrt(square));
        }
    }

    private static Stream<Filter> filters(double elapsed) {
        double epsilon = elapsed / 12;
        return Stream.of(
                new Filter(Regularization.cutoff(20), (x, k) -> Math.exp(x) <= 20 ? Math.exp(x) : 0),
                new Filter(Regularization.tikhonov(1e-3), (x, k) -> Math.exp(-x) / (Math.exp(-2 * x) + 1e-3)),
                new Filter(
                        Regularization.wiener(0.1, k -> 1 / k), (x, k) -> Math.exp(-x) / (Math.exp(-2 * x) + 0.01 * k)),
                new Filter(
                        Regularization.quasiReversibility(epsilon),
                        (x, k) -> Math.exp(elapsed * (x / elapsed - epsilon * Waves.sq(x / elapsed)))));
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void everyFilterIsItsFormulaOnEveryGrid(Grid2D grid) {
        Field2D v = Measure.noise(grid, 1);
        double elapsed = 3 / (0.015 * Waves.sq(Math.min(grid.kx(2), grid.ky(2))));
        filters(elapsed).forEach(filter -> {
            Field2D expected = DirectMultiplier.apply(v, (kx, ky) -> filter.gain(kx, ky, elapsed), (kx, ky) -> 0);
            assertRelative(HEAT.solve(v).backward(filter.regularization).at(-elapsed), expected, 1e-14);
        });
    }

    @Test
    void driftRunsBackWithTheNyquistRule() {
        FokkerPlanck equation = new FokkerPlanck(0.7, -0.4, 0.015);
        Field2D v = Measure.noise(GRID, 2);
        double elapsed = 0.3;
        filters(elapsed).forEach(filter -> {
            Field2D expected = DirectMultiplier.apply(
                    v,
                    (kx, ky) -> filter.gain(kx, ky, elapsed) * Math.cos((0.7 * kx - 0.4 * ky) * elapsed),
                    (kx, ky) -> filter.gain(kx, ky, elapsed) * Math.sin((0.7 * kx - 0.4 * ky) * elapsed));
            assertRelative(equation.solve(v).backward(filter.regularization).at(-elapsed), expected, 1e-14);
        });
    }

    @Test
    void takesBackWhatIsNotCut() {
        Waves waves = Waves.random(GRID, 3, 8);
        double elapsed = 0.2;
        Field2D later = waves.diffused(GRID, 0.015 * elapsed).sample(GRID);
        BackwardSolution solution = HEAT.solve(later).backward(100);
        assertAbsolute(Measure.distance(solution.at(-elapsed), waves.sample(GRID)), 100 * EPS * waves.bound());
        // A transport is reversible: nothing is cut.
        Field2D noise = Measure.noise(GRID, 4);
        SpectralSolution moving = new Transport(1, 2).solve(noise);
        assertRelative(moving.backward(1).at(-0.3), moving.at(-0.3), 5e-15);
        assertThat(moving.backward(1).report(-0.3).cutModes()).isZero();
    }

    @Test
    void nothingHappensInNoTimeAndTheMeanIsKept() {
        Field2D v = Measure.noise(GRID, 5);
        filters(0.3).forEach(filter -> {
            BackwardSolution solution = HEAT.solve(v).backward(filter.regularization);
            assertRelative(solution.at(0), v, 2e-15);
            assertRelative(solution.at(-0.0), v, 2e-15);
            assertThat(solution.report(0))
                    .isEqualTo(new BackwardReport(
                            GRID.size(), 0, 1, solution.report(0).noiseGain(), 0));
            assertThat(solution.report(0).noiseGain()).isCloseTo(1, within(1e-14));
            assertThat(solution.at(-0.3).mean()).isCloseTo(v.mean(), within(1e-14));
        });
    }

    @Test
    void theCaseThatFillsAPlainSolutionWithNaN() {
        Field2D v = Measure.noise(Grid2D.unit(128), 6);
        for (double t : new double[] {-0.05, -1, -1e300}) {
            BackwardSolution solution = new Heat(0.08).solve(v).backward(1000);
            Field2D before = solution.at(t);
            assertThat(before.maxNorm()).isFinite();
            // |κ|² ≤ ln 1000 / α|t|, counted mode by mode.
            int kept = 0;
            for (int my = -63; my <= 64; my++) {
                for (int mx = -63; mx <= 64; mx++) {
                    kept += 0.08 * -t * 4 * Math.PI * Math.PI * (mx * mx + my * my) <= Math.log(1000) ? 1 : 0;
                }
            }
            assertThat(solution.report(t).modes()).isEqualTo(128 * 128);
            assertThat(solution.report(t).cutModes()).isEqualTo(128 * 128 - kept);
            assertThat(solution.report(t).largestAmplification()).isBetween(1.0, 1000.0);
        }
    }

    @Test
    void reportIsWhatHappens() {
        Field2D v = Measure.noise(GRID, 7);
        double t = -0.1;
        filters(-t).forEach(filter -> {
            BackwardSolution solution = HEAT.solve(v).backward(filter.regularization);
            BackwardReport report = solution.report(t);
            double squares = 0;
            double largest = 0;
            int cut = 0;
            for (int my = -10; my <= 10; my++) {
                for (int mx = -14; mx <= 15; mx++) {
                    double gain = filter.gain(GRID.kx(mx), GRID.ky(my), -t);
                    double decay = Math.exp(0.015 * t * (Waves.sq(GRID.kx(mx)) + Waves.sq(GRID.ky(my))));
                    squares += gain * gain;
                    largest = Math.max(largest, gain);
                    cut += gain * decay < 0.5 ? 1 : 0;
                }
            }
            assertThat(report.cutModes()).isEqualTo(cut).isPositive();
            assertThat(report.largestAmplification()).isCloseTo(largest, within(1e-13 * largest));
            double noiseGain = Math.sqrt(squares / GRID.size());
            assertThat(report.noiseGain()).isCloseTo(noiseGain, within(1e-13 * noiseGain));
            assertThat(report.expectedNoise(0.5)).isEqualTo(0.5 * report.noiseGain());
            Field2D missed = HEAT.solve(solution.at(t)).at(-t).minus(v);
            double rms = missed.norm() / Math.sqrt(GRID.lx() * GRID.ly());
            assertThat(report.residual()).isCloseTo(rms, within(1e-13));
        });
    }

    @Test
    void noiseGrowsAsExpected() {
        double sum = 0;
        BackwardSolution solution = null;
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Field2D noise = Field2D.of(GRID, (x, y) -> random.nextGaussian());
            solution = HEAT.solve(noise).backward(Regularization.tikhonov(1e-2));
            sum += Waves.sq(solution.at(-0.1).norm()) / (GRID.lx() * GRID.ly());
        }
        double expected = solution.report(-0.1).expectedNoise(1);
        // The sum of 50·630 squares, unequal ones, varies by about √(2/10000).
        assertThat(Math.sqrt(sum / 50) / expected).isCloseTo(1, within(0.03));
    }

    @Test
    void discrepancyPrincipleReachesTheNoise() {
        Grid2D grid = Grid2D.unit(64);
        Random random = new Random(8);
        Field2D v = Heat.blur(Waves.random(grid, 8, 4).sample(grid), 0.03).map(u -> u + 0.01 * random.nextGaussian());
        Heat heat = new Heat(0.5);
        SpectralSolution solution = heat.solve(v);
        double allowed = 0.01 * Math.sqrt(1 + 2 * Math.sqrt(2.0 / 4096));
        Regularization smooth = DiscrepancyPrinciple.choose(solution, -0.0009, 0.01, Regularization::tikhonov);
        assertThat(solution.backward(smooth).report(-0.0009).residual()).isCloseTo(allowed, within(1e-5 * allowed));
        Regularization sharp = DiscrepancyPrinciple.choose(solution, -0.0009, 0.01, Regularization::cutoff);
        assertThat(solution.backward(sharp).report(-0.0009).residual()).isLessThanOrEqualTo(allowed);
        double amplification = solution.backward(sharp).report(-0.0009).largestAmplification();
        assertThat(solution.backward(0.9999 * amplification).report(-0.0009).residual())
                .isGreaterThan(allowed);
    }

    @Test
    void discrepancyPrincipleTellsItsParameter() {
        Grid2D grid = Grid2D.unit(64);
        Random random = new Random(8);
        Field2D v = Heat.blur(Waves.random(grid, 8, 4).sample(grid), 0.03).map(u -> u + 0.01 * random.nextGaussian());
        SpectralSolution solution = new Heat(0.5).solve(v);
        Regularization cutoff = DiscrepancyPrinciple.choose(solution, -0.0009, 0.01, Regularization::cutoff);
        double most = solution.backward(cutoff).report(-0.0009).largestAmplification();
        assertThat(((SpectralCutoff) cutoff).maxAmplification()).isBetween(most, 1.1 * most);
        Regularization quasi = DiscrepancyPrinciple.choose(solution, -0.0009, 0.01, Regularization::quasiReversibility);
        assertThat(((QuasiReversibility) quasi).epsilon()).isCloseTo(0.0009 / (4 * Math.log(most)), within(1e-12));
        // e^{x - εx²/τ} is largest at x = τ/2ε, where it is A.
        assertThat(solution.backward(quasi).report(-0.0009).largestAmplification())
                .isBetween(0.99 * most, most * (1 + 1e-12));
    }

    @Test
    void discrepancyPrincipleRefusesWhatHasNoAnswer() {
        SpectralSolution solution = HEAT.solve(Measure.noise(GRID, 9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscrepancyPrinciple.choose(solution, -0.1, 10, Regularization::tikhonov))
                .withMessageContaining("noise must be below")
                .withMessageContaining("10.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscrepancyPrinciple.choose(solution, -1e4, 1e-9, Regularization::cutoff))
                .withMessageContaining("noise must be above")
                .withMessageContaining("1.0E-9");
        for (double none : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DiscrepancyPrinciple.choose(solution, -0.1, none, Regularization::cutoff))
                    .withMessage("noise must be > 0 and finite, got " + none);
        }
        for (double none : new double[] {0, 1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DiscrepancyPrinciple.choose(solution, none, 0.1, Regularization::cutoff))
                    .withMessage("t must be < 0, got " + none);
        }
        // With all that has decayed below the noise nothing is kept, and no finite ε does that.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscrepancyPrinciple.choose(solution, -0.1, 10, Regularization::quasiReversibility))
                .withMessageContaining("noise must be below");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> DiscrepancyPrinciple.choose(solution, -1e-300, 0.1, Regularization::quasiReversibility))
                .withMessageContaining("t must be so far back that a wave is amplified, got -1.0E-300");
        assertThatNullPointerException()
                .isThrownBy(() -> DiscrepancyPrinciple.choose(null, -0.1, 0.1, Regularization::cutoff))
                .withMessage("solution");
        assertThatNullPointerException()
                .isThrownBy(() -> DiscrepancyPrinciple.choose(solution, -0.1, 0.1, null))
                .withMessage("kind");
    }

    @Test
    void picardPlotShowsTheShells() {
        Grid2D grid = Grid2D.unit(32);
        Waves waves = Waves.of(new Waves.Wave(0, 0, 3, 0), new Waves.Wave(3, 4, 1, 0.2), new Waves.Wave(7, 0, 2, 0.1));
        double elapsed = 0.2;
        BackwardSolution solution = HEAT.solve(waves.sample(grid)).backward(100);
        PicardPlot plot = solution.picard(-elapsed, 0.25);
        assertThat(plot.noise()).isEqualTo(0.25);
        double[] k = plot.series(PicardPlot.Shell::wavenumber);
        assertThat(k).isSorted().hasSize(17);
        assertThat(k[5]).isCloseTo(10 * Math.PI, within(1e-13));
        // A wave of amplitude a is two modes of |û|/√N = a/2·32.
        for (int shell : new int[] {5, 7}) {
            int modes = 0;
            double squares = 0;
            for (int my = -15; my <= 16; my++) {
                for (int mx = -15; mx <= 16; mx++) {
                    if (Math.rint(Math.hypot(mx, my)) == shell) {
                        modes++;
                        squares += mx * mx + my * my;
                    }
                }
            }
            double amplitude = shell == 5 ? 1 : 2;
            double data = amplitude * 16 * Math.sqrt(2.0 / modes);
            double exponent = 0.015 * elapsed * 4 * Math.PI * Math.PI * shell * shell;
            assertThat(plot.shells().get(shell).data()).isCloseTo(data, within(1e-13 * data));
            assertThat(plot.shells().get(shell).restored())
                    .isCloseTo(exponent <= Math.log(100) ? data * Math.exp(exponent) : 0, within(1e-12 * data));
            double mean = 0.015 * elapsed * 4 * Math.PI * Math.PI * squares / modes;
            assertThat(plot.shells().get(shell).logAmplification()).isCloseTo(mean, within(1e-13 * mean));
        }
        assertThat(plot.shells().get(0))
                .isEqualTo(new PicardPlot.Shell(
                        0, plot.shells().get(0).data(), 0, plot.shells().get(0).data()));
        assertThat(plot.shells().get(0).data()).isCloseTo(96, within(1e-12));
        assertThat(plot.shells().get(6).data()).isLessThan(1e-13);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.picard(-elapsed, -1))
                .withMessageContaining("noise");
        // Beyond the doubles the logarithm is a number still.
        PicardPlot far = HEAT.solve(Measure.noise(grid, 1)).backward(1e300).picard(-1e3, 1);
        assertThat(Arrays.stream(far.series(PicardPlot.Shell::logAmplification))
                        .max()
                        .orElse(0))
                .isFinite()
                .isGreaterThan(1e4);
        assertThat(far.series(PicardPlot.Shell::restored)).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
    }

    @Test
    void picardPlotOfALineHasAPointForEachMode() {
        for (Grid2D grid : new Grid2D[] {Grid2D.line(64, 0, 50), new Grid2D(1, 64, 0, 0, 1, 50)}) {
            PicardPlot plot = HEAT.solve(Measure.noise(grid, 1)).backward(10).picard(-20, 0);
            double[] k = plot.series(PicardPlot.Shell::wavenumber);
            assertThat(k).hasSize(33);
            for (int m = 0; m < 33; m++) {
                double expected = 2 * Math.PI * m / 50;
                assertThat(k[m]).isCloseTo(expected, within(1e-14));
                assertThat(plot.shells().get(m).logAmplification())
                        .isCloseTo(0.015 * 20 * expected * expected, within(1e-13));
            }
        }
    }

    @Test
    void picardPlotEndsAtTheFinerAxis() {
        // Shells of 2π/1: 32 modes along x reach 16 of them, 20 along y, on a side of 4, reach two and a half.
        Grid2D grid = new Grid2D(32, 20, 0, 0, 1, 4);
        PicardPlot plot = HEAT.solve(Measure.noise(grid, 1)).backward(10).picard(-0.1, 0);
        assertThat(plot.shells()).hasSize(17);
        assertThat(plot.shells().get(16).wavenumber()).isCloseTo(grid.kx(16), within(1e-12));
    }

    @Test
    void arrayTierIsTheSame() {
        BackwardSolution solution = HEAT.solve(Measure.noise(GRID, 14)).backward(Regularization.tikhonov(1e-3));
        double[] values = new double[GRID.size() + 1];
        values[GRID.size()] = 7;
        solution.at(-0.1, values);
        assertThat(Field2D.of(GRID, Arrays.copyOf(values, GRID.size()))).isEqualTo(solution.at(-0.1));
        assertThat(values[GRID.size()]).isEqualTo(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(-0.1, new double[629]))
                .withMessage("values.length must be >= 630, got 629");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1, values))
                .withMessageStartingWith("t must be <= 0, got 1.0");
        assertThatNullPointerException()
                .isThrownBy(() -> solution.at(-0.1, null))
                .withMessage("values");
    }

    private static boolean refuses(Runnable call) {
        try {
            call.run();
            return false;
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching(".*(amplif|finite).*");
            return true;
        }
    }

    @Property(tries = 200)
    void neverInfiniteNorNaN(
            @ForAll @DoubleRange(min = -300, max = 300) double logParameter,
            @ForAll @DoubleRange(min = -300, max = 300) double logTime) {
        Grid2D grid = Grid2D.unit(8, 6);
        Field2D v = Measure.noise(grid, 10);
        double parameter = Math.pow(10, logParameter);
        double t = -Math.pow(10, logTime);
        for (Regularization regularization : new Regularization[] {
            Regularization.cutoff(parameter),
            Regularization.tikhonov(parameter),
            Regularization.wiener(parameter, k -> k),
            Regularization.wiener(parameter, k -> 0),
            Regularization.quasiReversibility(parameter)
        }) {
            BackwardSolution solution = HEAT.solve(v).backward(regularization);
            boolean refused = refuses(() -> assertThat(solution.at(t).maxNorm()).isFinite());
            boolean refusedReport = refuses(() -> {
                BackwardReport report = solution.report(t);
                assertThat(report.largestAmplification()).isFinite();
                assertThat(report.noiseGain()).isFinite();
                assertThat(report.residual()).isFinite();
            });
            assertThat(refusedReport).isEqualTo(refused);
            // The bounds of the others are numbers.
            assertThat(refused && !(regularization instanceof QuasiReversibility))
                    .isFalse();
        }
    }

    @Test
    void refusesAmplificationsThatAreNoNumbers() {
        BackwardSolution solution =
                HEAT.solve(Measure.noise(GRID, 11)).backward(Regularization.quasiReversibility(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(-100))
                .withMessageContaining("regularization must keep amplifications finite")
                .withMessageContaining("1.0E-9");
        Field2D huge = Measure.noise(GRID, 11).times(1e300);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HEAT.solve(huge).backward(1e20).at(-2))
                .withMessageContaining("t must keep the solution finite, got -2.0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesParametersOutOfRange(double none) {
        Map.<String, Runnable>of(
                        "maxAmplification", () -> Regularization.cutoff(none),
                        "lambda", () -> Regularization.tikhonov(none),
                        "noise", () -> Regularization.wiener(none, k -> 1),
                        "epsilon", () -> Regularization.quasiReversibility(none))
                .forEach((name, call) -> assertThatIllegalArgumentException()
                        .isThrownBy(call::run)
                        .withMessage(name + " must be > 0 and finite, got " + none));
    }

    @Test
    void filtersRefuseWavesThatHaveNotDecayed() {
        for (double none : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            for (Regularization filter : new Regularization[] {
                Regularization.cutoff(1),
                Regularization.tikhonov(1),
                Regularization.wiener(1, k -> 1),
                Regularization.quasiReversibility(1)
            }) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> filter.logFactor(1, none, 1))
                        .withMessage("exponent must be > 0 and finite, got " + none);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Regularization.quasiReversibility(1).logFactor(1, 1, none))
                    .withMessage("elapsed must be > 0 and finite, got " + none);
        }
    }

    @Test
    void tikhonovAndWienerJumpAtOnceAndTheMeanDoesNot() {
        Field2D v = Waves.of(new Waves.Wave(0, 0, 3, 0), new Waves.Wave(2, 1, 1, 0.3))
                .sample(GRID);
        Field2D wave = v.minus(3);
        for (Regularization filter :
                new Regularization[] {Regularization.tikhonov(0.25), Regularization.wiener(0.5, k -> 1)}) {
            BackwardSolution solution = HEAT.solve(v).backward(filter);
            assertRelative(solution.at(0), v, 2e-15);
            assertRelative(solution.at(-1e-300), wave.times(0.8).plus(3), 2e-15);
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        SpectralSolution solution = HEAT.solve(Measure.noise(GRID, 12));
        BackwardSolution backward = solution.backward(10);
        for (double t : new double[] {1e-300, 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> backward.at(t))
                    .withMessageStartingWith("t must be <= 0, got " + t);
        }
        for (double t : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> backward.at(t))
                    .withMessage("t must be finite, got " + t);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> backward.report(t))
                    .withMessage("t must be finite, got " + t);
        }
        assertThatNullPointerException()
                .isThrownBy(() -> solution.backward(null))
                .withMessage("regularization");
        assertThatNullPointerException()
                .isThrownBy(() -> Regularization.wiener(1, null))
                .withMessage("signal");
        BackwardSolution bad = solution.backward(Regularization.wiener(1, k -> -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bad.at(-0.1))
                .withMessageStartingWith("signal must be >= 0, got -1.0 at wavenumber ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backward.report(-1).expectedNoise(-1))
                .withMessage("noise must be >= 0 and finite, got -1.0");
    }

    @Test
    void saysWhatItIs() {
        SpectralSolution solution = HEAT.solve(Measure.noise(GRID, 13));
        BackwardSolution backward = solution.backward(10);
        assertThat(backward.grid()).isEqualTo(GRID);
        assertThat(backward.regularization()).isEqualTo(Regularization.cutoff(10));
        assertOneLine(backward).isEqualTo("BackwardSolution[30x21, SpectralCutoff[maxAmplification=10.0]]");
        assertOneLine(solution.backward(Regularization.quasiReversibility(1.2345678901234567e-300)));
        assertOneLine(backward.report(-1)).contains("/630, gain <= ");
        assertOneLine(new BackwardReport(1 << 30, 1 << 30, 1.234e-300, 1.234e-300, 1.234e-300));
        assertOneLine(backward.picard(-1, 0.1));
        assertOneLine(Regularization.wiener(1.2345678901234567e-300, k -> 1));
    }
}
