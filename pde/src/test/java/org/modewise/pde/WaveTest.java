package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.fft.contract.AllocatedBytes;

class WaveTest {
    private static final Grid2D GRID = new Grid2D(30, 21, 1, -7, 2, 1.5);

    private static WaveState noise(Grid2D grid, long seed) {
        return new WaveState(Measure.noise(grid, seed), Measure.noise(grid, ~seed));
    }

    /** (u, u_t) of waves that are let go, and of waves that are hit. */
    private static WaveState expected(Grid2D grid, Waves displaced, Waves hit, double speed, double t) {
        Field2D u = displaced
                .multiplied(grid, (kx, ky) -> Math.cos(speed * Math.hypot(kx, ky) * t), (kx, ky) -> 0)
                .sample(grid)
                .plus(hit.multiplied(grid, (kx, ky) -> sine(speed * Math.hypot(kx, ky), t), (kx, ky) -> 0)
                        .sample(grid));
        Field2D v = displaced
                .multiplied(
                        grid,
                        (kx, ky) -> -Waves.sq(speed * Math.hypot(kx, ky)) * sine(speed * Math.hypot(kx, ky), t),
                        (kx, ky) -> 0)
                .sample(grid)
                .plus(hit.multiplied(grid, (kx, ky) -> Math.cos(speed * Math.hypot(kx, ky) * t), (kx, ky) -> 0)
                        .sample(grid));
        return new WaveState(u, v);
    }

    private static double sine(double omega, double t) {
        return omega == 0 ? t : Math.sin(omega * t) / omega;
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void solvesStandingWavesOnEveryGrid(Grid2D grid) {
        Waves displaced = Waves.random(grid, 1);
        Waves hit = Waves.random(grid, 2);
        double speed = 0.7;
        WaveSolution solution = new Wave(speed).solve(new WaveState(displaced.sample(grid), hit.sample(grid)));
        double omega = speed * Math.hypot(grid.kx(grid.nx() / 2), grid.ky(grid.ny() / 2));
        for (double t : new double[] {0, 1e-4, 0.31, -1.3, 8}) {
            WaveState expected = expected(grid, displaced, hit, speed, t);
            double size = displaced.bound() + hit.bound() * Math.max(1, Math.abs(t));
            double rounding = 2e-15 + 0.5 * EPS * omega * Math.abs(t);
            assertAbsolute(Measure.distance(solution.at(t).displacement(), expected.displacement()), rounding * size);
            assertAbsolute(
                    Measure.distance(solution.at(t).velocity(), expected.velocity()),
                    rounding * (omega * displaced.bound() + hit.bound()));
        }
    }

    @Test
    void aBumpRunsAlongALineWithoutChangingItsShape() {
        // d'Alembert: u_t = -c u_x makes it run one way, u_t = 0 makes halves of it run both ways.
        double sigma = 0.15;
        for (Grid2D grid : List.of(Grid2D.line(128, -1, 3), new Grid2D(125, 6, 0.3, 0, 3, 1))) {
            DoubleUnaryOperator bump = x -> Gaussians.bump(x - 0.4, 3, sigma);
            Field2D u = along(grid, bump);
            Field2D running = along(grid, x -> 1.3 * slope(x - 0.4, 3, sigma));
            WaveSolution oneWay = new Wave(1.3).solve(new WaveState(u, running));
            WaveSolution bothWays = new Wave(1.3).solve(WaveState.atRest(u));
            for (double t : new double[] {0.2, 1, -0.7, 3 / 1.3, 20}) {
                Field2D moved = along(grid, x -> bump.applyAsDouble(x - 1.3 * t));
                Field2D halves =
                        along(grid, x -> 0.5 * (bump.applyAsDouble(x - 1.3 * t) + bump.applyAsDouble(x + 1.3 * t)));
                assertAbsolute(Measure.distance(oneWay.displacement(t), moved), 2e-15 + EPS * 26 * Math.abs(t));
                assertAbsolute(Measure.distance(bothWays.displacement(t), halves), 2e-15 + EPS * 13 * Math.abs(t));
                Field2D velocity = along(grid, x -> 1.3 * slope(x - 1.3 * t - 0.4, 3, sigma));
                assertAbsolute(Measure.distance(oneWay.at(t).velocity(), velocity), 4e-14 + EPS * 200 * Math.abs(t));
            }
        }
    }

    private static Field2D along(Grid2D grid, DoubleUnaryOperator f) {
        return Field2D.of(grid, (x, y) -> f.applyAsDouble(x));
    }

    /** Minus the derivative of the wrapped bump. */
    private static double slope(double x, double period, double sigma) {
        double sum = 0;
        for (int image = -6; image <= 6; image++) {
            double d = Math.IEEEremainder(x, period) + image * period;
            sum += d / (sigma * sigma) * Math.exp(-0.5 * Waves.sq(d / sigma));
        }
        return sum;
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void theMeanMovesUniformly(Grid2D grid) {
        WaveState start = noise(grid, 3);
        WaveSolution solution = new Wave(2).solve(start);
        double u = start.displacement().mean();
        double v = start.velocity().mean();
        for (double t : new double[] {0.5, -7, 1e6}) {
            WaveState state = solution.at(t);
            assertAbsolute(Math.abs(state.displacement().mean() - (u + v * t)), EPS * (1 + Math.abs(t)));
            assertAbsolute(
                    Math.abs(state.velocity().mean() - v),
                    EPS * state.velocity().maxNorm());
        }
        WaveSolution constant =
                new Wave(1).solve(new WaveState(Field2D.of(grid, (x, y) -> 2), Field2D.of(grid, (x, y) -> -0.25)));
        assertAbsolute(Measure.distance(constant.displacement(6), Field2D.of(grid, (x, y) -> 0.5)), 16 * EPS);
    }

    @Test
    void nyquistWavesStandAsOthersDo() {
        Grid2D grid = new Grid2D(16, 10, 0, 0, 2, 1);
        for (int[] mode : new int[][] {{8, 0}, {0, 5}, {8, 5}, {8, 2}, {3, 5}}) {
            Field2D wave = InitialFields.mode(grid, mode[0], mode[1]);
            double omega = 0.3 * Math.hypot(grid.kx(mode[0]), grid.ky(mode[1]));
            for (double t : new double[] {0.01, 0.2, -3.3}) {
                WaveState state =
                        new Wave(0.3).solve(new WaveState(wave, wave.times(2))).at(t);
                double u = Math.cos(omega * t) + 2 * Math.sin(omega * t) / omega;
                double v = 2 * Math.cos(omega * t) - omega * Math.sin(omega * t);
                assertAbsolute(Measure.distance(state.displacement(), wave.times(u)), 16 * EPS);
                assertAbsolute(Measure.distance(state.velocity(), wave.times(v)), 16 * EPS * omega);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void keepsTheEnergyOfAnyData(Grid2D grid) {
        WaveState start = noise(grid, 4);
        WaveSolution solution = new Wave(0.6).solve(start);
        double gradient = energyOfSamples(grid, start, 0.6);
        for (double t : new double[] {0, 0.3, -5, 1000}) {
            assertAbsolute(Math.abs(solution.energy(t) / gradient - 1), 2e-15);
        }
    }

    /** ½∫(u_t² + c²|∇u|²) with ∫|∇u|² = -∫u·Δu. */
    private static double energyOfSamples(Grid2D grid, WaveState state, double speed) {
        Field2D u = state.displacement();
        Field2D v = state.velocity();
        double potential = -u.times(Derivatives.laplacian(u)).integral();
        return 0.5 * (v.times(v).integral() + speed * speed * potential);
    }

    @Test
    void aReversedStateRunsItsPast() {
        Waves displaced = Waves.random(GRID, 5);
        WaveState start =
                new WaveState(displaced.sample(GRID), Waves.random(GRID, 6).sample(GRID));
        Wave wave = new Wave(1);
        WaveState later = wave.solve(start).at(2.5);
        WaveState back = wave.solve(later).at(-2.5);
        WaveState reversed = wave.solve(later.reversed()).at(2.5).reversed();
        assertAbsolute(Measure.distance(back.displacement(), start.displacement()), 1e-14);
        assertAbsolute(Measure.distance(reversed.displacement(), back.displacement()), 1e-15);
        assertAbsolute(Measure.distance(reversed.velocity(), back.velocity()), 1e-15);
    }

    @Test
    void withoutSpeedEveryPointMovesOnItsOwn() {
        WaveState start = noise(GRID, 7);
        WaveState later = new Wave(0).solve(start).at(3);
        // Measured, of three kernels: 2.2e-15 and 6.7e-16.
        assertAbsolute(
                Measure.distance(
                        later.displacement(),
                        start.displacement().plus(start.velocity().times(3))),
                8e-15);
        assertAbsolute(Measure.distance(later.velocity(), start.velocity()), 1e-15);
    }

    @Test
    void callersArraysGetTheSameBits() {
        WaveSolution solution = new Wave(1).solve(noise(GRID, 8));
        int size = GRID.size();
        double[] displacement = new double[size + 5];
        double[] velocity = new double[size];
        Arrays.fill(displacement, 7);
        for (double t : new double[] {0, 0.2, -4}) {
            WaveState state = solution.at(t);
            solution.at(t, displacement, velocity);
            assertThat(Arrays.copyOf(displacement, size))
                    .isEqualTo(state.displacement().toArray());
            assertThat(velocity).isEqualTo(state.velocity().toArray());
            assertThat(displacement[size]).isEqualTo(7);
            assertThat(solution.displacement(t)).isEqualTo(state.displacement());
            solution.displacement(t, velocity);
            assertThat(velocity).isEqualTo(state.displacement().toArray());
        }
    }

    @Test
    void refusesArraysThatDoNotDoBeforeAnyWrite() {
        WaveSolution solution = new Wave(1).solve(noise(GRID, 9));
        double[] enough = new double[GRID.size()];
        double[] tight = new double[GRID.size() - 1];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1, enough, tight))
                .withMessage("velocity.length must be >= 630, got 629");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1, tight, enough))
                .withMessage("displacement.length must be >= 630, got 629");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1, enough, enough))
                .withMessage("displacement and velocity must be two arrays, got one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.displacement(1, tight))
                .withMessage("values.length must be >= 630, got 629");
        assertThatIllegalArgumentException().isThrownBy(() -> solution.at(Double.NaN, enough, enough.clone()));
        assertThatNullPointerException()
                .isThrownBy(() -> solution.at(1, enough, null))
                .withMessage("velocity");
        assertThat(enough).containsOnly(0);
        assertThat(tight).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNone(double none) {
        WaveSolution solution = new Wave(1).solve(noise(GRID, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(none))
                .withMessage("t must be finite, got " + none);
        assertThatIllegalArgumentException().isThrownBy(() -> solution.energy(none));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wave(none))
                .withMessage("speed must be >= 0 and finite, got " + none);
        Field2D good = Measure.noise(Grid2D.unit(8), 1);
        Field2D bad = Field2D.of(Grid2D.unit(8), (x, y) -> x == 0.375 && y == 0.875 ? none : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wave(1).solve(new WaveState(bad, good)))
                .withMessage("u0.displacement[3,7] is " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wave(1).solve(new WaveState(good, bad)))
                .withMessage("u0.velocity[3,7] is " + none);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wave(-1))
                .withMessage("speed must be >= 0 and finite, got -1.0");
        assertThatNullPointerException()
                .isThrownBy(() -> new Wave(1).solve(null))
                .withMessage("u0");
        Field2D u = Measure.noise(GRID, 1);
        assertThatNullPointerException()
                .isThrownBy(() -> new WaveState(u, null))
                .withMessage("velocity");
        assertThatNullPointerException()
                .isThrownBy(() -> WaveState.atRest(null))
                .withMessage("displacement");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WaveState(u, Measure.noise(Grid2D.unit(4), 1)))
                .withMessageContaining("4x4");
    }

    @Test
    void whatIsBeyondTheDoublesIsRefusedAloud() {
        // c|κ| squared, the angle, and a mean that moves too far.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wave(1e160).solve(noise(GRID, 1)))
                .withMessageContaining("1.0E160");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wave(1e100).solve(noise(GRID, 1)).at(1e250))
                .withMessageContaining("1.0E250");
        Field2D huge = Field2D.of(GRID, (x, y) -> 1e300);
        WaveSolution solution = new Wave(1).solve(new WaveState(huge, huge));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1e10))
                .withMessage("t must keep the solution finite, got 1.0E10");
        assertThat(solution.at(100).displacement().max()).isFinite();
        Field2D tooLarge = Field2D.of(GRID, (x, y) -> 1e307);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wave(1).solve(WaveState.atRest(tooLarge)))
                .withMessageStartingWith("u0.displacement must have a finite spectrum");
    }

    @Test
    void aRefusedTimeTakesNoScratchAway() {
        Grid2D grid = Grid2D.unit(128);
        // The mean overflows while angles are small: newer JDKs allocate when they reduce huge ones.
        Field2D huge = Field2D.of(grid, (x, y) -> 1e303);
        WaveSolution solution = new Wave(1).solve(new WaveState(huge, huge));
        double[] values = new double[grid.size()];
        Runnable refusals = () -> {
            for (int k = 0; k < 50; k++) {
                assertThatIllegalArgumentException().isThrownBy(() -> solution.displacement(10, values));
                assertThatIllegalArgumentException().isThrownBy(() -> solution.energy(10));
            }
        };
        // The exceptions, but not the memory of as many frames; vector code boxes until it is compiled.
        long most = 10L * Double.BYTES * grid.size();
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < 100 && bytes >= most; round++) {
            bytes = AllocatedBytes.of(refusals);
        }
        assertThat(bytes).isLessThan(most);
    }

    @Test
    void statesAndSolutionsFitOnALine() {
        Measure.assertOneLine(noise(GRID, 1)).startsWith("WaveState[30x21, max |u| ");
        Measure.assertOneLine(new Wave(1).solve(noise(GRID, 1))).startsWith("WaveSolution[30x21, kernel ");
        assertThat(new Wave(1.5)).hasToString("Wave[speed=1.5]");
    }
}
