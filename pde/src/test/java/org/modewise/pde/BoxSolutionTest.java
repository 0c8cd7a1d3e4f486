package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;
import static org.modewise.pde.Measure.assertRelative;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class BoxSolutionTest {
    private static final Heat HEAT = new Heat(0.015);
    private static final Box COLD = Box.dirichlet();
    private static final Box INSULATED = Box.neumann();
    /** The diffusion of a crystal whose axes are those of the box, and a fractional one: by axes, and as a whole. */
    private static final LinearEquation CRYSTAL = () -> Symbol.separable(k -> -0.02 * k * k, k -> -0.003 * k * k);

    private static final LinearEquation FRACTIONAL =
            () -> Symbol.of((kx, ky) -> -0.05 * Math.pow(kx * kx + ky * ky, 0.6));

    @ParameterizedTest
    @FieldSource("org.modewise.pde.BoxModes#BOXES")
    void solvesTheWavesOfEveryBox(Box box) {
        for (LinearEquation equation : List.of(HEAT, CRYSTAL, FRACTIONAL, HEAT.plus(FRACTIONAL))) {
            Symbol symbol = equation.symbol();
            for (int[] size : BoxModes.SIZES) {
                BoxModes modes = BoxModes.random(box, size[0], size[1], 1, 1);
                BoxSolution solution = equation.solve(modes.sample(size[0], size[1]), box);
                for (double t : new double[] {0, 0.01, 0.3, 2}) {
                    Field2D expected = modes.times((kx, ky) -> Math.exp(t * symbol.re(kx, ky)))
                            .sample(size[0], size[1]);
                    assertAbsolute(Measure.distance(solution.at(t), expected), 1e-15 * modes.bound());
                }
            }
        }
    }

    @Test
    void functionsOfThePlaceAreSampledWhereTheBoxWantsThem() {
        // Written as a user would, in x and y.
        Box box = Box.dirichlet(-1, 2, 2, 3).alongY(Wall.NEUMANN, Wall.DIRICHLET);
        double kx = 3 * Math.PI / 2;
        double ky = 5 * Math.PI / 6;
        Field2D u0 = Field2D.of(box.grid(40, 33), (x, y) -> Math.sin(kx * (x + 1)) * Math.cos(ky * (y - 2)));
        double t = 0.9;
        // Measured, of three kernels: 1.8e-15.
        assertRelative(HEAT.solve(u0, box).at(t), u0.times(Math.exp(-0.015 * (kx * kx + ky * ky) * t)), 4e-15);
    }

    @Test
    void oneWaveDecaysAtItsOwnRate() {
        for (Box box : List.of(COLD, INSULATED)) {
            for (int[] mode : new int[][] {{0, 1}, {1, 0}, {3, 5}, {31, 31}}) {
                BoxModes wave = BoxModes.of(box, new BoxModes.Mode(mode[0], mode[1], 1));
                double square = Waves.sq(wave.kx(wave.modes().get(0)))
                        + Waves.sq(wave.ky(wave.modes().get(0)));
                for (double decay : new double[] {0.01, 1, 5}) {
                    Field2D u0 = wave.sample(32, 32);
                    Field2D later = HEAT.solve(u0, box).at(decay / (0.015 * square));
                    // What the transforms round off the finest wave into long ones does not decay with it.
                    assertAbsolute(
                            Measure.distance(later, u0.times(Math.exp(-decay))),
                            Math.max(1e-14 * Math.exp(-decay), 2 * EPS));
                }
            }
        }
    }

    @Test
    void whatAllWavesHaveFadedToIsStillThere() {
        Field2D slow = BoxModes.of(COLD, new BoxModes.Mode(0, 0, 1)).sample(32, 32);
        double rate = 2 * Math.PI * Math.PI;
        for (double exponent : new double[] {10, 300, 690}) {
            Field2D later = new Heat(1).solve(slow, COLD).at(exponent / rate);
            assertRelative(later, slow.times(Math.exp(-exponent)), (4 + 2 * exponent) * EPS);
        }
        assertThat(new Heat(1).solve(slow, COLD).at(1e300).maxNorm()).isZero();
    }

    @Test
    void insulatedWallsKeepTheMassAndColdOnesLoseIt() {
        for (int[] size : BoxModes.SIZES) {
            Field2D u = Measure.noise(INSULATED.grid(size[0], size[1]), 3).plus(1);
            SpectralMass kept = new SpectralMass(HEAT.solve(u, INSULATED));
            SpectralMass lost = new SpectralMass(HEAT.solve(u, COLD));
            double previous = Double.POSITIVE_INFINITY;
            for (double t : new double[] {1e-3, 0.1, 1, 10, 100}) {
                assertAbsolute(Math.abs(kept.at(t) - u.mean()), 2 * EPS * u.maxNorm());
                assertThat(lost.at(t)).isPositive().isLessThan(previous);
                previous = lost.at(t);
            }
            Field2D end = HEAT.solve(u, INSULATED).at(1e6);
            assertAbsolute(end.max() - end.min(), 0);
        }
    }

    private record SpectralMass(BoxSolution solution) {
        double at(double t) {
            return solution.at(t).mean();
        }
    }

    @Test
    void staysBetweenTheBoundsOfItsDataAndOfTheWalls() {
        Field2D u = Measure.noise(COLD.grid(32), 4).plus(1.5);
        // e^{-αk²t} has fallen below eps at the finest wave.
        double resolved = 37 / (0.015 * Waves.sq(32 * Math.PI));
        for (double factor : new double[] {1, 3, 30}) {
            Field2D insulated = HEAT.solve(u, INSULATED).at(factor * resolved);
            assertThat(insulated.min()).isGreaterThanOrEqualTo(u.min());
            assertThat(insulated.max()).isLessThanOrEqualTo(u.max());
            Field2D cold = HEAT.solve(u, COLD).at(factor * resolved);
            assertThat(cold.min()).isGreaterThanOrEqualTo(0);
            assertThat(cold.max()).isLessThanOrEqualTo(u.max());
        }
    }

    @Test
    void timesAddUpAndSolutionsToo() {
        for (Box box : List.of(COLD, INSULATED, COLD.alongX(Wall.NEUMANN, Wall.DIRICHLET))) {
            Field2D u = Measure.noise(box.grid(30, 17), 5);
            Field2D v = Measure.noise(box.grid(30, 17), 6);
            Field2D inTwo = HEAT.solve(HEAT.solve(u, box).at(0.02), box).at(0.05);
            assertAbsolute(Measure.distance(inTwo, HEAT.solve(u, box).at(0.07)), 8 * EPS);
            Field2D sum = HEAT.solve(u.times(2).minus(v), box).at(0.03);
            Field2D each = HEAT.solve(u, box)
                    .at(0.03)
                    .times(2)
                    .minus(HEAT.solve(v, box).at(0.03));
            assertAbsolute(Measure.distance(sum, each), 8 * EPS);
        }
    }

    @Test
    void agreesWithTheReflectionsOnALongerTorus() {
        // Odd along x, even along y: half the torus is the box.
        Box box = COLD.alongY(Wall.NEUMANN, Wall.NEUMANN);
        Field2D u = Measure.noise(box.grid(9, 14), 7);
        Grid2D torus = new Grid2D(18, 28, 0, 0, 2, 2);
        double[] reflected = new double[torus.size()];
        for (int j = 0; j < 28; j++) {
            for (int i = 0; i < 18; i++) {
                double value = u.get(i < 9 ? i : 17 - i, j < 14 ? j : 27 - j);
                reflected[j * 18 + i] = i < 9 ? value : -value;
            }
        }
        Field2D whole = FRACTIONAL.solve(Field2D.of(torus, reflected)).at(0.1);
        Field2D half = FRACTIONAL.solve(u, box).at(0.1);
        for (int j = 0; j < 14; j++) {
            for (int i = 0; i < 9; i++) {
                assertThat(Math.abs(half.get(i, j) - whole.get(i, j))).isLessThanOrEqualTo(8 * EPS);
            }
        }
    }

    @Test
    void equationsThatWallsDoNotReflectAreRefused() {
        Field2D u = Measure.noise(COLD.grid(8), 8);
        List<LinearEquation> equations = List.of(
                new Transport(1, 0),
                new Transport(0, 1),
                new FokkerPlanck(0, 0.1, 1),
                HEAT.plus(new Transport(0.1, 0)),
                () -> Symbol.of((kx, ky) -> -kx * kx - ky * ky - kx * ky),
                () -> Symbol.of((kx, ky) -> ky - kx * kx),
                () -> Symbol.of((kx, ky) -> -kx * kx, (kx, ky) -> ky));
        for (LinearEquation equation : equations) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> equation.solve(u, COLD))
                    .withMessageStartingWith("walls reflect waves");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> equation.multiplier(0.3).apply(u, COLD))
                    .withMessageStartingWith("walls reflect waves");
        }
        assertAbsolute(
                Measure.distance(
                        new FokkerPlanck(0, 0, 0.015).solve(u, COLD).at(1),
                        HEAT.solve(u, COLD).at(1)),
                0);
        List<LinearEquation> infinite = List.of(
                () -> Symbol.separable(k -> 0, k -> -1 / (k * k)),
                () -> Symbol.of((kx, ky) -> 1 / (kx * kx + ky * ky)));
        for (LinearEquation equation : infinite) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> equation.solve(u.map(x -> x), Box.neumann()))
                    .withMessageStartingWith("symbols and multipliers must be finite, got ");
        }
    }

    @Test
    void growthIsExactUntilItOverflows() {
        Field2D u = BoxModes.of(COLD, new BoxModes.Mode(1, 2, 1)).sample(16, 12);
        for (LinearEquation growth :
                List.<LinearEquation>of(() -> Symbol.separable(k -> 2, k -> 0), () -> Symbol.of((kx, ky) -> 2))) {
            assertRelative(growth.solve(u, COLD).at(3), u.times(Math.exp(6)), 4 * EPS);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> growth.solve(u, COLD).at(400))
                    .withMessageStartingWith("t must keep e^(t s) finite, got 400.0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> growth.solve(u.times(1e100), COLD).at(300))
                    .withMessage("t must keep the solution finite, got 300.0");
            assertRelative(growth.solve(u, COLD).at(-3), u.times(Math.exp(-6)), 4 * EPS);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNone(double none) {
        Grid2D grid = COLD.grid(32);
        BoxSolution solution = HEAT.solve(Measure.noise(grid, 9), COLD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(none))
                .withMessage("t must be finite, got " + none);
        double[] samples = new double[grid.size()];
        samples[7 * 32 + 3] = none;
        Field2D bad = Field2D.of(grid, samples);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HEAT.solve(bad, COLD))
                .withMessage("u0[3,7] is " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HEAT.multiplier(1).apply(bad, COLD))
                .withMessage("u[3,7] is " + none);
    }

    @Test
    void refusesWhatMakesNoSense() {
        BoxSolution solution = HEAT.solve(Measure.noise(COLD.grid(30, 8), 10), COLD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(-0.1))
                .withMessageStartingWith("t must be >= 0, got -0.1: run backward, this equation amplifies wavenumber "
                        + (float) (30 * Math.PI));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HEAT.solve(Field2D.of(INSULATED.grid(32), (x, y) -> 1e307), INSULATED))
                .withMessageStartingWith("u0 must have a finite spectrum");
        assertThatNullPointerException().isThrownBy(() -> solution.at(1, null)).withMessage("values");
        double[] tight = new double[239];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(0.1, tight))
                .withMessageContaining("240")
                .withMessageContaining("239");
        double[] untouched = new double[240];
        assertThatIllegalArgumentException().isThrownBy(() -> solution.at(-1, untouched));
        assertThat(tight).containsOnly(0);
        assertThat(untouched).containsOnly(0);
    }

    @Test
    void callersArrayGetsTheSameBits() {
        for (LinearEquation equation : List.of(HEAT, FRACTIONAL)) {
            BoxSolution solution = equation.solve(Measure.noise(COLD.grid(30, 8), 11), COLD);
            double[] roomy = new double[250];
            Arrays.fill(roomy, 7);
            for (double t : new double[] {0, 0.02, 0.5}) {
                solution.at(t, roomy);
                assertThat(Arrays.copyOf(roomy, 240)).isEqualTo(solution.at(t).toArray());
                assertThat(Arrays.copyOfRange(roomy, 240, 250)).containsOnly(7);
            }
        }
    }

    @Test
    void bitsDoNotDependOnOtherThreads() throws Exception {
        Box box = COLD.alongX(Wall.DIRICHLET, Wall.NEUMANN);
        for (LinearEquation equation : List.of(HEAT, FRACTIONAL)) {
            BoxSolution solution = equation.solve(Measure.noise(box.grid(24, 45), 12), box);
            double[][] alone = new double[48][];
            Arrays.setAll(alone, k -> solution.at(0.01 * k).toArray());
            ExecutorService pool = Executors.newFixedThreadPool(24);
            try {
                List<Future<Boolean>> same = IntStream.range(0, 24 * 48)
                        .mapToObj(k -> pool.submit(() -> {
                            double[] values = new double[24 * 45];
                            solution.at(0.01 * (k % 48), values);
                            return Arrays.equals(values, alone[k % 48]);
                        }))
                        .toList();
                for (Future<Boolean> one : same) {
                    assertThat(one.get()).isTrue();
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @Test
    void saysWhatItIs() {
        BoxSolution solution = HEAT.solve(Measure.noise(COLD.grid(30, 8), 13), COLD);
        assertThat(solution.box()).isEqualTo(COLD);
        assertThat(solution.grid()).isEqualTo(COLD.grid(30, 8));
        assertThat(solution).hasToString("BoxSolution[30x8, kernel " + solution.kernel() + "]");
        assertOneLine(solution);
    }
}
