package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** Waves between walls, against sums over the walls' own waves that no transform has made. */
class ReflectedWaveTest {
    private static final double SPEED = 0.7;

    static List<Box> boxes() {
        return BoxModes.boxes(0.5, -2, 1.5, 4);
    }

    private static WaveState state(BoxModes u, BoxModes v, int nx, int ny) {
        return new WaveState(u.sample(nx, ny), v.sample(nx, ny));
    }

    private static WaveState noise(Grid2D grid, long seed) {
        return new WaveState(Measure.noise(grid, seed), Measure.noise(grid, ~seed));
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void standingWavesBetweenAnyWalls(Box box) {
        for (int[] size : new int[][] {{30, 21}, {16, 16}, {7, 1}, {1, 8}}) {
            int nx = size[0];
            int ny = size[1];
            BoxModes u0 = BoxModes.random(box, nx, ny, 1, 1);
            BoxModes v0 = BoxModes.random(box, nx, ny, 2, 1);
            WaveSolution solution = new Wave(SPEED).solve(state(u0, v0, nx, ny), box);
            double highest = SPEED * Math.hypot(Math.PI * nx / box.lx(), Math.PI * ny / box.ly());
            for (double t : new double[] {0, 0.3, 5, -5}) {
                Field2D u = u0.times((kx, ky) -> Math.cos(omega(kx, ky) * t))
                        .sample(nx, ny)
                        .plus(v0.times((kx, ky) -> swing(omega(kx, ky), t)).sample(nx, ny));
                Field2D v = u0.times((kx, ky) -> -omega(kx, ky) * Math.sin(omega(kx, ky) * t))
                        .sample(nx, ny)
                        .plus(v0.times((kx, ky) -> Math.cos(omega(kx, ky) * t)).sample(nx, ny));
                double rounding = 2e-15 + 0.5 * EPS * highest * Math.abs(t);
                double bound = u0.bound() + v0.bound() * Math.max(1, Math.abs(t));
                WaveState state = solution.at(t);
                assertAbsolute(Measure.distance(state.displacement(), u), rounding * bound);
                assertAbsolute(Measure.distance(state.velocity(), v), rounding * (highest * u0.bound() + v0.bound()));
            }
        }
    }

    private static double omega(double kx, double ky) {
        return SPEED * Math.hypot(kx, ky);
    }

    /** sin(ωt)/ω. */
    private static double swing(double omega, double t) {
        return omega == 0 ? t : Math.sin(omega * t) / omega;
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void dampedWavesTooWhetherTheySwingOrCreep(Box box) {
        double damping = 2;
        double mass = 0.5;
        BoxModes u0 = BoxModes.random(box, 12, 9, 3, 1);
        BoxModes v0 = BoxModes.random(box, 12, 9, 4, 1);
        WaveSolution solution = new DampedWave(SPEED, damping, mass).solve(state(u0, v0, 12, 9), box);
        for (double t : new double[] {0.2, 1.5}) {
            Field2D u = u0.times((kx, ky) ->
                            damped(kx, ky, damping, mass, t, true) + damping * damped(kx, ky, damping, mass, t, false))
                    .sample(12, 9)
                    .plus(v0.times((kx, ky) -> damped(kx, ky, damping, mass, t, false))
                            .sample(12, 9));
            assertAbsolute(Measure.distance(solution.displacement(t), u), 1e-15 * (u0.bound() + v0.bound()));
        }
    }

    /** e^{-γt}·(cos ωt or sin(ωt)/ω), of real and of imaginary ω. */
    private static double damped(double kx, double ky, double damping, double mass, double t, boolean cosine) {
        double square = Waves.sq(omega(kx, ky)) + mass * mass - damping * damping;
        double root = Math.sqrt(Math.abs(square));
        double factor = cosine
                ? square > 0 ? Math.cos(root * t) : Math.cosh(root * t)
                : (square > 0 ? Math.sin(root * t) : Math.sinh(root * t)) / root;
        return Math.exp(-damping * t) * factor;
    }

    @Test
    void aPulseComesBackFromItsWalls() {
        // d'Alembert: it runs to a wall and back, upside down if the wall is held, and there and back again is all of
        // it.
        for (Wall wall : Wall.values()) {
            Box string = Box.neumann(0, 0, 2, 1).alongX(wall, wall);
            Grid2D grid = string.grid(128, 1);
            Field2D u = pulse(grid, 0.7, 1);
            Field2D rightward = Field2D.of(grid, (x, y) -> (x - 0.7) / Waves.sq(0.06) * bump(x - 0.7));
            WaveSolution solution = new Wave(1).solve(new WaveState(u, rightward), string);
            double sign = wall == Wall.DIRICHLET ? -1 : 1;
            assertAbsolute(Measure.distance(solution.displacement(0.5), pulse(grid, 1.2, 1)), 4e-15);
            assertAbsolute(Measure.distance(solution.displacement(2), pulse(grid, 1.3, sign)), 4e-15);
            assertAbsolute(Measure.distance(solution.displacement(4), u), 4e-15);
        }
    }

    private static Field2D pulse(Grid2D grid, double centre, double sign) {
        return Field2D.of(grid, (x, y) -> sign * bump(x - centre));
    }

    private static double bump(double x) {
        return Math.exp(-0.5 * Waves.sq(x / 0.06));
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void keepsTheEnergyOfAnyData(Box box) {
        for (int[] size : new int[][] {{14, 9}, {1, 6}, {5, 1}}) {
            WaveState start = noise(box.grid(size[0], size[1]), 5);
            WaveSolution solution = new Wave(SPEED).solve(start, box);
            Field2D u = start.displacement();
            Field2D laplacian =
                    FourierMultiplier.of((kx, ky) -> -kx * kx - ky * ky).apply(u, box);
            double energy = 0.5
                    * (start.velocity().times(start.velocity()).integral()
                            - SPEED * SPEED * u.times(laplacian).integral());
            for (double t : new double[] {0, 0.3, -5, 1000}) {
                assertAbsolute(Math.abs(solution.energy(t) / energy - 1), 2e-15);
            }
            WaveSolution huge = new Wave(SPEED)
                    .solve(new WaveState(u.times(1e150), start.velocity().times(1e150)), box);
            assertAbsolute(Math.abs(huge.energy(0) / energy / 1e300 - 1), 2e-15);
        }
    }

    @Test
    void aMeanThatNothingHoldsMovesUniformly() {
        Grid2D grid = Box.neumann().grid(8, 5);
        Field2D one = Field2D.of(grid, (x, y) -> 1);
        WaveSolution solution = new Wave(1).solve(new WaveState(one, one.times(0.5)), Box.neumann());
        assertAbsolute(Measure.distance(solution.displacement(6), one.times(4)), 4 * EPS);
    }

    @Test
    void callersArraysGetTheSameBits() {
        Box box = Box.dirichlet();
        WaveSolution solution = new Wave(1).solve(noise(box.grid(9, 6), 6), box);
        assertThat(solution.grid()).isEqualTo(box.grid(9, 6));
        double[] displacement = new double[60];
        double[] velocity = new double[60];
        Arrays.fill(displacement, 7);
        WaveState state = solution.at(0.4);
        solution.at(0.4, displacement, velocity);
        assertThat(Arrays.copyOf(displacement, 54))
                .isEqualTo(state.displacement().toArray());
        assertThat(Arrays.copyOf(velocity, 54)).isEqualTo(state.velocity().toArray());
        assertThat(displacement[54]).isEqualTo(7);
        assertThat(solution.displacement(0.4)).isEqualTo(state.displacement());
        Measure.assertOneLine(solution).startsWith("WaveSolution[9x6, kernel ");
    }

    @Test
    void refusesWhatIsNotInTheBox() {
        Box box = Box.dirichlet();
        WaveState start = noise(box.grid(8), 7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wave(1).solve(noise(Grid2D.unit(8), 7), box))
                .withMessageStartingWith("u0.displacement must lie on the centres of the box's cells");
        assertThatNullPointerException()
                .isThrownBy(() -> new Wave(1).solve(start, null))
                .withMessage("box");
        assertThatNullPointerException()
                .isThrownBy(() -> new DampedWave(1, 1, 1).solve(null, box))
                .withMessage("u0");
        Field2D bad = Field2D.of(box.grid(8), (x, y) -> x > 0.4 && x < 0.5 && y > 0.9 ? Double.NaN : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wave(1).solve(new WaveState(start.displacement(), bad), box))
                .withMessage("u0.velocity[3,7] is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wave(1).solve(start, box).at(Double.NaN))
                .withMessage("t must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wave(1e160).solve(start, box))
                .withMessageContaining("1.0E160");
    }
}
