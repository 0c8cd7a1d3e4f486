package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.assertOneLine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class EquationFitTest {
    private static final Grid2D GRID = new Grid2D(24, 21, 0.5, -3, 1.2, 0.9);
    /** Seeds that follow each other give numbers that are alike. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final LinearEquation DIFFUSION = new Heat(1);
    private static final LinearEquation MOTION_X = new Transport(1, 0);
    private static final LinearEquation MOTION_Y = new Transport(0, 1);

    static Stream<Grid2D> grids() {
        return Grids.SAMPLES.stream().filter(grid -> grid.nx() > 6 && grid.ny() > 6);
    }

    private static Field2D noisy(Field2D u, double sigma, long seed) {
        Random random = new Random(seed);
        return u.map(value -> value + sigma * random.nextGaussian());
    }

    private static FieldPair pair(Grid2D grid, Waves waves, double alphaT, double dx, double dy) {
        return new FieldPair(
                waves.sample(grid),
                waves.diffused(grid, alphaT).moved(grid, dx, dy).sample(grid));
    }

    private static Waves longWaves(long seed) {
        List<Waves.Wave> waves = new ArrayList<>(Waves.random(GRID, seed, 3).waves());
        waves.add(new Waves.Wave(1, 0, 0.5, 0.3));
        waves.add(new Waves.Wave(0, 1, 0.5, 0.7));
        return new Waves(waves);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void findsWhatMadeExactFieldsOnEveryGrid(Grid2D grid) {
        double dx = 0.31 * grid.lx();
        double dy = -0.17 * grid.ly();
        double alphaT = 0.2 / (Waves.sq(grid.kx(1)) + Waves.sq(grid.ky(1)));
        List<Waves.Wave> waves = new ArrayList<>(Waves.random(grid, 1).waves());
        waves.add(new Waves.Wave(1, 0, 0.5, 0.3));
        waves.add(new Waves.Wave(0, 1, 0.5, 0.7));
        FieldPair pair = pair(grid, new Waves(waves), alphaT, dx, dy);
        EquationFit fit = EquationFit.of(List.of(pair), 0.4, DIFFUSION, MOTION_X, MOTION_Y);
        double error = Math.max(
                Math.abs(fit.coefficients().get(0).value() / (alphaT / 0.4) - 1),
                Math.max(
                        Math.abs(fit.coefficients().get(1).value() / (dx / 0.4) - 1),
                        Math.abs(fit.coefficients().get(2).value() / (dy / 0.4) - 1)));
        assertThat(error).isLessThan(5e-15);
        assertThat(fit.residual()).isLessThan(1e-15 * new Waves(waves).bound());
        assertThat(fit.error(pair, 0.4)).isLessThan(1e-14);
    }

    @ParameterizedTest
    @CsvSource({"0.49, 0", "-0.49, 0.49", "0.3, -0.45", "0, 0", "1e-9, -1e-9"})
    void unwrapsPhasesUpToHalfThePeriod(double shareX, double shareY) {
        double dx = shareX * GRID.lx();
        double dy = shareY * GRID.ly();
        FieldPair pair = pair(GRID, longWaves(2), 0, dx, dy);
        EquationFit fit = EquationFit.of(List.of(pair), 1, MOTION_X, MOTION_Y);
        assertThat(fit.coefficients().get(0).value()).isCloseTo(dx, within(1e-13));
        assertThat(fit.coefficients().get(1).value()).isCloseTo(dy, within(1e-13));
    }

    @Test
    void ofShiftsByWholePeriodsTheLeastIsFound() {
        FieldPair pair = pair(GRID, longWaves(3), 0, 0.7 * GRID.lx(), -2.2 * GRID.ly());
        EquationFit fit = EquationFit.of(List.of(pair), 1, MOTION_X, MOTION_Y);
        assertThat(fit.coefficients().get(0).value()).isCloseTo(-0.3 * GRID.lx(), within(1e-13));
        assertThat(fit.coefficients().get(1).value()).isCloseTo(-0.2 * GRID.ly(), within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
    void faintLongWavesDoNotMislead(long seed) {
        // The longest waves are lost in noise, which turns their phases anyhow.
        Grid2D grid = Grid2D.unit(32);
        Waves waves = Waves.of(
                new Waves.Wave(1, 0, 1e-6, 0.1),
                new Waves.Wave(0, 1, 1e-6, 0.4),
                new Waves.Wave(3, 1, 1, 0.2),
                new Waves.Wave(-1, 4, 1, 0.6),
                new Waves.Wave(9, 7, 0.5, 0.1));
        FieldPair exact = pair(grid, waves, 0, 0.12, -0.09);
        FieldPair pair = new FieldPair(exact.input(), noisy(exact.output(), 0.01, seed));
        EquationFit fit = EquationFit.of(List.of(pair), 1, MOTION_X, MOTION_Y);
        assertThat(fit.coefficients().get(0).value()).isCloseTo(0.12, within(1e-3));
        assertThat(fit.coefficients().get(1).value()).isCloseTo(-0.09, within(1e-3));
        assertThat(fit.residual()).isCloseTo(0.01, within(1e-3));
    }

    /** A wave of random amplitude and phase for each mode below Nyquist, fainter by a power of its mode number. */
    private static Waves everyWave(Grid2D grid, long seed, int power) {
        Random random = new Random(seed);
        List<Waves.Wave> waves = new ArrayList<>();
        int mostX = (grid.nx() - 1) / 2;
        int mostY = (grid.ny() - 1) / 2;
        for (int my = -mostY; my <= mostY; my++) {
            for (int mx = my > 0 ? 0 : 1; mx <= mostX; mx++) {
                double amplitude = random.nextGaussian() * Math.pow(Math.hypot(mx, my), -power);
                waves.add(new Waves.Wave(mx, my, amplitude, random.nextDouble()));
            }
        }
        return new Waves(waves);
    }

    private static double rms(Field2D u) {
        return u.norm() / Math.sqrt(u.grid().lx() * u.grid().ly());
    }

    @Property(tries = 150)
    void everyShiftOfManyWavesIsFound(
            @ForAll long seed,
            @ForAll boolean square,
            @ForAll @IntRange(max = 2) int power,
            @ForAll @DoubleRange(min = -0.45, max = 0.45) double shareX,
            @ForAll @DoubleRange(min = -0.45, max = 0.45) double shareY,
            @ForAll boolean noisy) {
        Grid2D grid = square ? Grid2D.unit(17) : new Grid2D(31, 15, 1, -2, 2.5, 0.75);
        double alphaT = 1e-4 * Waves.sq(grid.ly());
        double[] truth = {alphaT, shareX * grid.lx(), shareY * grid.ly()};
        FieldPair exact = pair(grid, everyWave(grid, seed, power), alphaT, truth[1], truth[2]);
        double sigma = noisy ? 0.01 * rms(exact.output()) : 0;
        FieldPair pair = new FieldPair(exact.input(), noisy(exact.output(), sigma, seed * SPREAD));
        EquationFit fit = EquationFit.of(List.of(pair), 1, DIFFUSION, MOTION_X, MOTION_Y);
        for (int j = 0; j < 3; j++) {
            Coefficient c = fit.coefficients().get(j);
            assertThat(c.value()).isCloseTo(truth[j], within(6 * c.standardError() + 1e-13));
        }
        assertThat(fit.unexplained()).isLessThan(noisy ? 2e-4 : 1e-27);
    }

    @Test
    void noShiftIsTakenForAnotherByWholePeriods() {
        // From no shift, long waves alone lead to 1.2 ly.
        Grid2D grid = new Grid2D(63, 15, 0, 0, 2.5, 0.75);
        List<Waves.Wave> waves = new ArrayList<>();
        for (Waves.Wave wave : everyWave(grid, 1, 0).waves()) {
            waves.add(new Waves.Wave(wave.mx(), wave.my(), 1 / Math.hypot(wave.mx(), wave.my()), wave.turns()));
        }
        FieldPair pair = pair(grid, new Waves(waves), 1e-4 * 0.5625, -0.35 * 2.5, 0.2 * 0.75);
        EquationFit fit = EquationFit.of(List.of(pair), 1, DIFFUSION, MOTION_X, MOTION_Y);
        assertThat(fit.coefficients().get(1).value()).isCloseTo(-0.35 * 2.5, within(1e-13));
        assertThat(fit.coefficients().get(2).value()).isCloseTo(0.2 * 0.75, within(1e-13));
    }

    @Test
    void dispersionIsFoundUpToWholeTurns() {
        // u_t = u_xxx turns modes 2 and 4 by multiples of what it turns mode 2 by.
        LinearEquation airy = () -> Symbol.of((kx, ky) -> 0, (kx, ky) -> -kx * kx * kx);
        Waves waves = Waves.of(new Waves.Wave(2, 1, 1, 0.1), new Waves.Wave(4, 0, 0.5, 0.4));
        double period = 2 * Math.PI / Math.pow(GRID.kx(2), 3);
        double theta = 5.05 * period;
        Field2D output = waves.multiplied(GRID, (kx, ky) -> 1, (kx, ky) -> -theta * kx * kx * kx / (2 * Math.PI))
                .sample(GRID);
        EquationFit fit = EquationFit.of(List.of(new FieldPair(waves.sample(GRID), output)), 1, airy);
        assertThat(fit.coefficients().get(0).value()).isCloseTo(0.05 * period, within(1e-13 * period));
    }

    @Test
    void decayOfAMean() {
        LinearEquation decay = () -> Symbol.of((kx, ky) -> -1);
        List<Waves.Wave> waves = new ArrayList<>(longWaves(10).waves());
        waves.add(new Waves.Wave(0, 0, 2, 0));
        FieldPair moved = pair(GRID, new Waves(waves), 0.002, 0, 0);
        FieldPair pair = new FieldPair(moved.input(), moved.output().times(Math.exp(-0.3)));
        EquationFit fit = EquationFit.of(List.of(pair), 0.5, DIFFUSION, decay);
        assertThat(fit.coefficients().get(0).value()).isCloseTo(0.004, within(1e-14));
        assertThat(fit.coefficients().get(1).value()).isCloseTo(0.6, within(1e-14));
        Field2D constant = Field2D.of(GRID, (x, y) -> 3);
        FieldPair mean = new FieldPair(constant, constant.times(Math.exp(-0.3)));
        assertThat(EquationFit.of(List.of(mean), 0.5, decay)
                        .coefficients()
                        .get(0)
                        .value())
                .isCloseTo(0.6, within(1e-14));
    }

    @Test
    void showsWhatNoCoefficientsExplain() {
        FieldPair exact = pair(GRID, everyWave(GRID, 1, 1), 0.001, 0.1, 0.2);
        FieldPair noisy = new FieldPair(exact.input(), noisy(exact.output(), 0.1 * rms(exact.output()), 1));
        EquationFit fit = EquationFit.of(List.of(noisy), 1, DIFFUSION, MOTION_X, MOTION_Y);
        assertThat(fit.unexplained()).isCloseTo(0.01, within(2e-3));
        FieldPair others = new FieldPair(exact.input(), everyWave(GRID, 2, 1).sample(GRID));
        fit = EquationFit.of(List.of(others), 1, DIFFUSION, MOTION_X, MOTION_Y);
        assertThat(fit.unexplained()).isBetween(0.5, 1.0);
        // A mean that the terms leave alone explains nothing.
        FieldPair raised =
                new FieldPair(others.input().map(u -> u + 100), others.output().map(u -> u + 100));
        assertThat(EquationFit.of(List.of(raised), 1, DIFFUSION, MOTION_X, MOTION_Y)
                        .unexplained())
                .isCloseTo(fit.unexplained(), within(1e-6));
    }

    @Test
    void standardErrorOfOneWave() {
        Grid2D grid = new Grid2D(20, 9, 0, 0, 2, 1);
        Waves wave = Waves.of(new Waves.Wave(3, 2, 0.7, 0.3));
        FieldPair exact = pair(grid, wave, 0.01, 0.05, 0);
        FieldPair pair = new FieldPair(exact.input(), noisy(exact.output(), 0.02, 4));
        EquationFit fit = EquationFit.of(List.of(pair), 0.5, DIFFUSION, MOTION_X);
        // Of v = a·e^{-αk²t}cos(…): Σ(∂v/∂α)² = N/2·(tk²a)²e^{-2αk²t}, and with kx for c; the two are orthogonal.
        double square = Waves.sq(grid.kx(3)) + Waves.sq(grid.ky(2));
        double alpha = fit.coefficients().get(0).value();
        double unit = 0.5 * 0.7 * Math.exp(-alpha * square * 0.5) * Math.sqrt(180 / 2.0);
        assertThat(fit.coefficients().get(0).standardError())
                .isCloseTo(fit.residual() / (unit * square), within(1e-13));
        assertThat(fit.coefficients().get(1).standardError())
                .isCloseTo(fit.residual() / (unit * grid.kx(3)), within(1e-13));
        // The even axis has a Nyquist column of 9 modes, which is left out.
        assertThat(fit.coefficients().get(0).degreesOfFreedom()).isEqualTo(180 - 9 - 2);
    }

    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        double alpha = 0.003;
        double cx = 0.4;
        double cy = -0.25;
        double t = 0.5;
        int[] held = new int[3];
        int[] heldHalf = new int[3];
        double[] truth = {alpha, cx, cy};
        FieldPair exact = pair(GRID, longWaves(5), alpha * t, cx * t, cy * t);
        int seeds = 200;
        for (int seed = 0; seed < seeds; seed++) {
            FieldPair pair = new FieldPair(exact.input(), noisy(exact.output(), 0.2, seed * SPREAD));
            EquationFit fit = EquationFit.of(List.of(pair), t, DIFFUSION, MOTION_X, MOTION_Y);
            for (int j = 0; j < 3; j++) {
                Coefficient c = fit.coefficients().get(j);
                held[j] += c.low(0.95) <= truth[j] && truth[j] <= c.high(0.95) ? 1 : 0;
                heldHalf[j] += c.low(0.5) <= truth[j] && truth[j] <= c.high(0.5) ? 1 : 0;
            }
        }
        for (int j = 0; j < 3; j++) {
            // 190 ± 3·3.1 and 100 ± 3·7.1 of 200.
            assertThat(held[j]).isBetween(181, 199);
            assertThat(heldHalf[j]).isBetween(79, 121);
        }
    }

    @Test
    void morePairsAreSurer() {
        List<FieldPair> pairs = new ArrayList<>();
        for (int seed = 0; seed < 9; seed++) {
            FieldPair exact = pair(GRID, longWaves(6), 0.001, 0.1, 0);
            pairs.add(new FieldPair(exact.input(), noisy(exact.output(), 0.1, seed)));
        }
        EquationFit one = EquationFit.of(pairs.subList(0, 1), 1, DIFFUSION);
        EquationFit nine = EquationFit.of(pairs, 1, DIFFUSION, MOTION_X);
        assertThat(nine.coefficients().get(1).value()).isCloseTo(0.1, within(0.01));
        assertThat(one.residual()).as("no motion fits worse").isGreaterThan(2 * nine.residual());
        EquationFit moved = EquationFit.of(pairs.subList(0, 1), 1, DIFFUSION, MOTION_X);
        assertThat(moved.coefficients().get(0).standardError()
                        / nine.coefficients().get(0).standardError())
                .isCloseTo(3, within(0.3));
        // A pair that was not fitted is missed by the noise.
        FieldPair exact = pair(GRID, longWaves(7), 0.001, 0.1, 0);
        FieldPair unseen = new FieldPair(exact.input(), noisy(exact.output(), 0.1, 99));
        double rms = unseen.output().norm() / Math.sqrt(GRID.lx() * GRID.ly());
        assertThat(nine.error(unseen, 1) * rms).isCloseTo(0.1, within(0.01));
        assertThat(nine.error(exact, 1)).isLessThan(0.01);
    }

    @Test
    void anyAmplitudeAndUnit() {
        FieldPair exact = pair(GRID, longWaves(8), 0.001, 0.1, 0);
        Field2D output = noisy(exact.output(), 0.1, 1);
        EquationFit fit = EquationFit.of(List.of(new FieldPair(exact.input(), output)), 1, DIFFUSION, MOTION_X);
        for (double scale : new double[] {0x1p-900, 0x1p900}) {
            FieldPair scaled = new FieldPair(exact.input().times(scale), output.times(scale));
            EquationFit same = EquationFit.of(List.of(scaled), 1, DIFFUSION, MOTION_X);
            assertThat(same.coefficients()).isEqualTo(fit.coefficients());
            assertThat(same.residual()).isEqualTo(fit.residual() * scale);
        }
        EquationFit halves =
                EquationFit.of(List.of(new FieldPair(exact.input(), output)), 1, new Heat(0.5), new Transport(2, 0));
        for (int j = 0; j < 2; j++) {
            double expected = fit.coefficients().get(j).value() * (j == 0 ? 2 : 0.5);
            assertThat(halves.coefficients().get(j).value()).isCloseTo(expected, within(1e-10));
        }
    }

    @Test
    void refusesWhatCannotBeIdentified() {
        List<FieldPair> alongX =
                List.of(new FieldPair(InitialFields.mode(GRID, 2, 0), noisy(InitialFields.mode(GRID, 2, 0), 0.1, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquationFit.of(alongX, 1, MOTION_X, MOTION_Y))
                .withMessageContaining(MOTION_Y.toString())
                .withMessageContaining("cannot be identified");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquationFit.of(alongX, 1, DIFFUSION, new Heat(3)))
                .withMessageContaining("told apart");
        // One wave moves along x as it does along a slanted line.
        List<FieldPair> slanted =
                List.of(new FieldPair(InitialFields.mode(GRID, 2, 1), noisy(InitialFields.mode(GRID, 2, 1), 0.1, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquationFit.of(slanted, 1, MOTION_X, MOTION_Y))
                .withMessageContaining("told apart");
        Field2D constant = Field2D.of(GRID, (x, y) -> 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquationFit.of(List.of(new FieldPair(constant, constant)), 1, DIFFUSION))
                .withMessageContaining("no wave");
        Field2D zero = Field2D.of(GRID, (x, y) -> 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquationFit.of(List.of(new FieldPair(zero, zero)), 1, DIFFUSION))
                .withMessageContaining("no wave");
        // A wave that has gone altogether.
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        EquationFit.of(List.of(new FieldPair(InitialFields.mode(GRID, 2, 1), zero)), 1, DIFFUSION))
                .withMessageContaining("cannot be identified");
        Field2D one = Field2D.of(Grid2D.unit(1), (x, y) -> 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquationFit.of(List.of(new FieldPair(one, one)), 1, DIFFUSION))
                .withMessageContaining("more data than terms");
    }

    @Test
    void refusesWhatMakesNoSense() {
        FieldPair pair = pair(GRID, longWaves(9), 0.001, 0.1, 0);
        for (double none : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EquationFit.of(List.of(pair), none, DIFFUSION))
                    .withMessage("t must be > 0 and finite, got " + none);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquationFit.of(List.of(), 1, DIFFUSION))
                .withMessage("pairs must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquationFit.of(List.of(pair), 1))
                .withMessage("terms must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquationFit.of(List.of(pair), 1e307, DIFFUSION))
                .withMessageContaining("t must keep t s finite");
        assertThatNullPointerException()
                .isThrownBy(() -> EquationFit.of(null, 1, DIFFUSION))
                .withMessage("pairs");
        assertThatNullPointerException()
                .isThrownBy(() -> EquationFit.of(Arrays.asList(pair, null), 1, DIFFUSION))
                .withMessage("pairs[1]");
        assertThatNullPointerException()
                .isThrownBy(() -> EquationFit.of(List.of(pair), 1, DIFFUSION, null))
                .withMessage("terms[1]");
        for (double none : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Coefficient(1, none, 1))
                    .withMessage("standardError must be >= 0 and finite, got " + none);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new EquationFit(List.of(), 0, none, DIFFUSION))
                    .withMessage("unexplained must be >= 0 and finite, got " + none);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coefficient(Double.NaN, 1, 1))
                .withMessage("value must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coefficient(1, 1, 0))
                .withMessage("degreesOfFreedom must be >= 1, got 0");
        Field2D other = InitialFields.mode(Grid2D.unit(8), 1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquationFit.of(List.of(pair, new FieldPair(other, other)), 1, DIFFUSION))
                .withMessageContaining("8x8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FieldPair(other, pair.output()))
                .withMessageContaining("8x8");
        Field2D bad = Field2D.of(Grid2D.unit(2, 2), 0, 0, Double.NaN, 0);
        Field2D good = Field2D.of(Grid2D.unit(2, 2), 0, 0, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FieldPair(bad, good))
                .withMessage("input[0,1] is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FieldPair(good, bad))
                .withMessage("output[0,1] is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquationFit.of(List.of(pair), 1, DIFFUSION).error(new FieldPair(good, good), 1))
                .withMessageContaining("output must not be 0");
        for (double none : new double[] {0, 1, -1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Coefficient(1, 1, 1).low(none))
                    .withMessage("confidence must be > 0 and < 1, got " + none);
        }
    }

    @Test
    void saysWhatItIs() {
        EquationFit fit = EquationFit.of(List.of(pair(GRID, longWaves(9), 0.001, 0.1, 0)), 1, DIFFUSION, MOTION_X);
        assertOneLine(fit);
        assertOneLine(new EquationFit(fit.coefficients(), 1.2345e-300, 1.2345e-300, DIFFUSION))
                .contains("residual 1.23e-300, unexplained 1.23e-300");
        assertOneLine(fit.equation());
        assertOneLine(new Coefficient(-1.2345678901234567e-300, 1.2345678901234567e-300, 1));
        assertOneLine(new FieldPair(Measure.noise(GRID, 1), Measure.noise(GRID, 2)));
        // Student's 97.5 % point with one degree of freedom is tan(0.475π).
        assertThat(new Coefficient(1, 2, 1).high(0.95)).isCloseTo(1 + 2 * Math.tan(0.475 * Math.PI), within(1e-7));
    }
}
