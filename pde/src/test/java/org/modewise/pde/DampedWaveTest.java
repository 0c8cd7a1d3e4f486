package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class DampedWaveTest {
    /** Wavenumbers are whole numbers on it. */
    private static final Grid2D CIRCLE = Grid2D.line(12, -1, 2 * Math.PI);

    /** Free, over-, under- and critically damped modes, and nearly so, forward and backward. */
    @Test
    void meetsTheReferenceModeByMode() {
        Reference reference = Reference.read("damped_oscillator.csv");
        Field2D zero = Field2D.of(CIRCLE, (x, y) -> 0);
        for (double[] row : reference.rows()) {
            double k = row[0];
            double damping = row[1];
            double mass = row[2];
            double t = row[3];
            Field2D wave = InitialFields.mode(CIRCLE, (int) k, 0);
            DampedWave equation = new DampedWave(1, damping, mass);
            WaveState displaced = equation.solve(new WaveState(wave, zero)).at(t);
            WaveState hit = equation.solve(new WaveState(zero, wave)).at(t);
            // Exponents and angles are rounded; γS and C cancel where the sign of their difference changes.
            double largest = t < 0 ? Math.exp(-2 * damping * t) : 1;
            double rounding = (4 + (damping + Math.hypot(k, mass)) * Math.abs(t)) * EPS * largest;
            double rate = Math.max(1, Math.max(damping, Math.hypot(k, mass)));
            check(displaced.displacement(), wave, row[4], rounding);
            check(hit.displacement(), wave, row[5], rounding * Math.max(1, Math.min(Math.abs(t), 1 / rate)));
            check(displaced.velocity(), wave, row[6], rounding * rate * rate);
            check(hit.velocity(), wave, row[7], rounding * rate);
        }
    }

    private static void check(Field2D field, Field2D wave, double factor, double tolerance) {
        assertAbsolute(Measure.distance(field, wave.times(factor)), tolerance);
    }

    /** A long wave that is damped much creeps, and keeps its digits while it does: nothing cancels. */
    @Test
    void creepingModesKeepTheirDigits() {
        Field2D wave = InitialFields.mode(CIRCLE, 1, 0);
        double damping = 1e6;
        // r₁ = -1/(γ + √(γ²-1)), here -1/2γ to 3e-13, and that to the next order.
        double slow = -(1 / (2 * damping) + 1 / (8 * damping * damping * damping));
        for (double t : new double[] {1, 1e5, 2e6}) {
            WaveState state =
                    new DampedWave(1, damping, 0).solve(WaveState.atRest(wave)).at(t);
            double u = Math.exp(slow * t) * (1 - slow / (2 * damping));
            double velocity = slow * Math.exp(slow * t) * (1 + 1 / (4 * damping * damping));
            assertAbsolute(Measure.relative(state.displacement(), wave.times(u)), 2e-15);
            assertAbsolute(Measure.relative(state.velocity(), wave.times(velocity)), 2e-15);
        }
    }

    @Test
    void kleinAndGordonsWavesRunWithTheirDispersion() {
        Grid2D grid = new Grid2D(24, 15, -2, 0, 3, 2);
        double omega = Math.sqrt(Waves.sq(0.8 * grid.kx(3)) + Waves.sq(0.8 * grid.ky(2)) + 49);
        Waves wave = Waves.of(new Waves.Wave(3, 2, 1, 0.15));
        Waves velocity = Waves.of(new Waves.Wave(3, 2, omega, 0.15 - 0.25));
        WaveSolution solution =
                new DampedWave(0.8, 0, 7).solve(new WaveState(wave.sample(grid), velocity.sample(grid)));
        for (double t : new double[] {0.1, 3, -2}) {
            Field2D expected = wave.multiplied(grid, (kx, ky) -> 1, (kx, ky) -> -omega * t / (2 * Math.PI))
                    .sample(grid);
            assertAbsolute(Measure.distance(solution.displacement(t), expected), 2e-15 + EPS * omega * Math.abs(t));
            assertAbsolute(Math.abs(solution.energy(t) / solution.energy(0) - 1), 2e-15);
        }
    }

    static Object[] grids() {
        return Grids.SAMPLES.toArray();
    }

    @ParameterizedTest
    @MethodSource("grids")
    void actsOnEveryModeOfNoiseNyquistToo(Grid2D grid) {
        if (grid.size() > 1200) {
            return;
        }
        Field2D u = Measure.noise(grid, 1);
        Field2D v = Measure.noise(grid, 2);
        double c = 0.3;
        double damping = 4;
        double mass = 1.5;
        double t = 0.4;
        WaveState state =
                new DampedWave(c, damping, mass).solve(new WaveState(u, v)).at(t);
        Field2D expected = DirectMultiplier.apply(
                        u,
                        (kx, ky) -> cosine(c, damping, mass, kx, ky, t) + damping * sine(c, damping, mass, kx, ky, t),
                        (kx, ky) -> 0)
                .plus(DirectMultiplier.apply(v, (kx, ky) -> sine(c, damping, mass, kx, ky, t), (kx, ky) -> 0));
        assertAbsolute(Measure.distance(state.displacement(), expected), 5e-15);
    }

    private static double square(double c, double damping, double mass, double kx, double ky) {
        return c * c * (kx * kx + ky * ky) + mass * mass - damping * damping;
    }

    private static double cosine(double c, double damping, double mass, double kx, double ky, double t) {
        double square = square(c, damping, mass, kx, ky);
        double root = Math.sqrt(Math.abs(square));
        return Math.exp(-damping * t) * (square > 0 ? Math.cos(root * t) : Math.cosh(root * t));
    }

    private static double sine(double c, double damping, double mass, double kx, double ky, double t) {
        double square = square(c, damping, mass, kx, ky);
        double root = Math.sqrt(Math.abs(square));
        return Math.exp(-damping * t) * (square > 0 ? Math.sin(root * t) : Math.sinh(root * t)) / root;
    }

    @Test
    void withoutDampingAndMassItIsTheWaveEquation() {
        Grid2D grid = new Grid2D(20, 9, 0, 0, 1, 2);
        WaveState start = new WaveState(Measure.noise(grid, 1), Measure.noise(grid, 2));
        assertThat(new DampedWave(2, 0, 0).solve(start).at(0.7))
                .isEqualTo(new Wave(2).solve(start).at(0.7));
    }

    @Test
    void theEnergyFalls() {
        Grid2D grid = new Grid2D(20, 9, 0, 0, 1, 2);
        WaveSolution solution = new DampedWave(1, 0.5, 2)
                .solve(new WaveState(
                        Measure.noise(grid, 1), Measure.noise(grid, 2).times(10)));
        double previous = solution.energy(0);
        for (double t = 0.1; t < 3; t += 0.1) {
            assertThat(solution.energy(t)).isLessThan(previous);
            previous = solution.energy(t);
        }
        // dE/dt = -2γ∫u_t², by a central difference.
        double h = 1e-5;
        double slope = (solution.energy(1 + h) - solution.energy(1 - h)) / (2 * h);
        double norm = solution.at(1).velocity().norm();
        assertAbsolute(Math.abs(slope / (-2 * 0.5 * norm * norm) - 1), 1e-7);
    }

    @Test
    void goesBackAsFarAsTheDoublesReach() {
        Grid2D grid = new Grid2D(20, 9, 0, 0, 1, 2);
        WaveState start = new WaveState(
                Waves.random(grid, 1).sample(grid), Waves.random(grid, 2).sample(grid));
        DampedWave equation = new DampedWave(1, 2, 0);
        WaveState later = equation.solve(start).at(1.5);
        WaveState back = equation.solve(later).at(-1.5);
        // Rounding grows with what was damped, by e^6 at most.
        assertAbsolute(Measure.distance(back.displacement(), start.displacement()), 4e-14);
        WaveSolution solution = equation.solve(start);
        assertThat(solution.at(-170).displacement().maxNorm()).isFinite().isGreaterThan(1e100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(-180))
                .withMessage(
                        "t must keep the solution finite, got -180.0: run backward, what is damped grows by e^720.0");
        // The limit of all: 0, without a NaN from 0·∞.
        assertThat(new DampedWave(1, 2, 3).solve(start).at(1e300).displacement().maxNorm())
                .isZero();
    }

    @Test
    void aMeanThatIsHitComesToRest() {
        Grid2D grid = Grid2D.unit(8);
        Field2D one = Field2D.of(grid, (x, y) -> 1);
        WaveSolution solution = new DampedWave(1, 0.25, 0).solve(new WaveState(one, one));
        assertAbsolute(Measure.distance(solution.displacement(1e300), one.times(3)), 2 * EPS);
        double left = Math.exp(-0.5 * 40);
        assertAbsolute(Measure.relative(solution.at(40).velocity(), one.times(left)), 4 * EPS);
    }

    /** λ is below the smallest double, λt²u and λt/2γ are not. */
    @Test
    void whatIsFaintMovesInItsOwnTime() {
        Field2D wave = InitialFields.mode(CIRCLE, 1, 0);
        WaveState swinging = new Wave(1e-170).solve(WaveState.atRest(wave)).at(1e170);
        assertAbsolute(Measure.relative(swinging.displacement(), wave.times(Math.cos(1))), 2e-15);
        assertAbsolute(Measure.relative(swinging.velocity(), wave.times(-1e-170 * Math.sin(1))), 2e-15);
        WaveState creeping =
                new DampedWave(1e-165, 1e-160, 0).solve(WaveState.atRest(wave)).at(1e170);
        // 1/(1 + √(1-q)) = (1 + q/4)/2 to the next order, q = λ/γ² = 1e-10.
        double slow = -5e-171 * (1 + 2.5e-11);
        double left = Math.exp(slow * 1e170) * (1 + 2.5e-11);
        assertAbsolute(Measure.relative(creeping.displacement(), wave.times(left)), 2e-15);
        double velocity = slow * Math.exp(slow * 1e170) * (1 + 2.5e-11);
        assertAbsolute(Measure.relative(creeping.velocity(), wave.times(velocity)), 2e-15);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DampedWave(-1, 0, 0))
                .withMessage("speed must be >= 0 and finite, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DampedWave(1, -2, 0))
                .withMessage("damping must be >= 0 and finite, got -2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DampedWave(1, 0, Double.NaN))
                .withMessage("mass must be >= 0 and finite, got NaN");
        WaveState still = WaveState.atRest(Measure.noise(Grid2D.unit(4), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DampedWave(1, 0, 1e200).solve(still))
                .withMessageContaining("1.0E200");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DampedWave(1, 1e308, 0).solve(still))
                .withMessage("damping must keep 2 damping finite, got 1.0E308");
        assertThat(new DampedWave(1, 8e307, 0).solve(still).at(0).displacement().maxNorm())
                .isPositive();
        // A mass that has no inverse is none.
        assertThat(new DampedWave(1, 0, Double.MIN_VALUE).solve(still).at(2))
                .isEqualTo(new Wave(1).solve(still).at(2));
        // What is damped beyond measure stays.
        assertAbsolute(
                Measure.distance(new DampedWave(1, 1e200, 0).solve(still).displacement(9), still.displacement()),
                2 * EPS);
    }
}
