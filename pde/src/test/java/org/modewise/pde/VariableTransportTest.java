package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;
import static org.modewise.pde.Measure.assertRelative;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.core.VectorField2D;
import org.modewise.fft.RealFft2D;

/** Periodic velocities, given as functions and as samples: against closed forms, and back again. */
class VariableTransportTest {
    /** Even and odd, not square, shifted, of other extents than 1. */
    static List<Grid2D> grids() {
        return List.of(
                Grid2D.unit(40),
                new Grid2D(37, 44, -3, 0.25, 2.5, 0.75),
                new Grid2D(42, 37, 1, -7, 0.3, 4),
                new Grid2D(41, 39, -0.5, -0.5, 1, 3));
    }

    /**
     * What paths may be off by: the tolerance a step, some ten steps, times the slopes that the shears make of the
     * hills.
     */
    @ParameterizedTest
    @MethodSource("grids")
    void followsShearsThatChangeInTime(Grid2D grid) {
        VariableTransportSolution solution =
                VariableTransport.of(Flows.shears(grid)).solve(Flows.hills(grid));
        assertThat(solution.at(0)).isEqualTo(Flows.hills(grid));
        assertRelative(solution.at(0.2), Flows.sheared(grid, 0.2), 1e-13);
        assertRelative(solution.at(1.5), Flows.sheared(grid, 1.5), 2e-11);
        assertRelative(solution.at(-0.7), Flows.sheared(grid, -0.7), 1e-11);
    }

    /** Far from the origin places have fewer digits, but as many as the paths: metres on maps, among others. */
    @Test
    void coordinatesNeedNotBeginAtZero() {
        for (Grid2D grid : List.of(
                new Grid2D(32, 30, 1000, 0, 1, 1),
                new Grid2D(30, 32, 500_000, 4_649_776, 1000, 1000),
                new Grid2D(32, 1, 0, 1e15, 1, 1))) {
            Velocity wind = Velocity.steady((x, y) -> 0.3 * grid.lx(), (x, y) -> -0.7 * grid.ly());
            Field2D u0 = Field2D.of(grid, (x, y) -> Math.exp(Math.sin(2 * Math.PI * (x - grid.x0()) / grid.lx())));
            Field2D expected =
                    new Transport(0.3 * grid.lx(), -0.7 * grid.ly()).solve(u0).at(0.9);
            assertRelative(VariableTransport.of(wind).solve(u0).at(0.9), expected, 5e-13);
        }
        Grid2D far = new Grid2D(16, 16, 500_000, 4_649_776, 10, 10);
        Field2D u0 = Field2D.of(far, (x, y) -> Math.cos(0.2 * Math.PI * (y - 4_649_776)));
        VariableTransport equation = VariableTransport.of(Velocity.steady((x, y) -> 1, (x, y) -> 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equation.solve(u0))
                .withMessageStartingWith(
                        "the grid must lie so near the origin that y has the digits of the tolerance, got")
                .withMessageEndingWith("; a tolerance of 1.1641532182693482E-12 or more takes them");
        // Three units are three places exactly, though the tolerance would let them be rounded.
        assertRelative(
                equation.tolerance(1.1641532182693482E-12).solve(u0).at(3),
                new Transport(1, 1).solve(u0).at(3),
                1.5e-14);
    }

    /** What cannot change in time is checked once; what can, at three times, each at a third of the nodes. */
    @Test
    void checksOfVelocitiesAreCheap() {
        Grid2D grid = Grid2D.unit(32);
        LongAdder calls = new LongAdder();
        SpaceTimeFunction along = (x, y, t) -> {
            calls.increment();
            return 0.3;
        };
        Field2D u0 = Flows.hills(grid);
        Velocity steady = Velocity.steady((x, y) -> along.at(x, y, 0), (x, y) -> 0);
        VariableTransportSolution once = VariableTransport.of(steady).solve(u0);
        assertThat(calls.sumThenReset()).isEqualTo(4L * grid.size());
        once.at(0.1);
        long paths = calls.sumThenReset();
        VariableTransportSolution given =
                VariableTransport.of(steady.divergenceFree()).solve(u0);
        calls.reset();
        given.at(0.1);
        assertThat(calls.sumThenReset() - paths).isEqualTo(3 * 16 * 9);
        VariableTransportSolution changing =
                VariableTransport.of(Velocity.of(along, (x, y, t) -> 0)).solve(u0);
        calls.reset();
        changing.at(0.1);
        assertThat(calls.sum() - paths).isEqualTo(4L * grid.size());
    }

    @Test
    void theSwirlIsUndoneAsWellAsTheToleranceSays() {
        Grid2D grid = Grid2D.unit(64);
        Field2D u0 = InitialFields.gaussian(grid, 0.5, 0.75, 0.05);
        for (double tolerance : new double[] {1e-14, 1e-13, 1e-10, 1e-6}) {
            VariableTransportSolution solution =
                    VariableTransport.of(Flows.swirl()).tolerance(tolerance).solve(u0);
            assertRelative(solution.at(1.5), u0, 40 * tolerance);
            assertThat(Measure.distance(solution.at(0.75), u0)).isGreaterThan(0.9);
        }
    }

    @Test
    void aConstantVelocityIsTransportNyquistWavesAndAll() {
        for (Grid2D grid : Grids.SAMPLES) {
            Field2D u0 = Measure.noise(grid, 1);
            VariableTransportSolution solution = VariableTransport.of(Velocity.steady((x, y) -> 0.3, (x, y) -> -0.7))
                    .solve(u0);
            SpectralSolution expected = new Transport(0.3, -0.7).solve(u0);
            for (double t : new double[] {0.1, -2, 5}) {
                // Places are rounded, by half an ulp of the farthest, and the finest waves turn by π a cell.
                double placesX = (Math.abs(grid.x0()) + grid.lx() + Math.abs(0.3 * t)) / grid.dx();
                double placesY = (Math.abs(grid.y0()) + grid.ly() + Math.abs(0.7 * t)) / grid.dy();
                assertAbsolute(
                        Measure.distance(solution.at(t), expected.at(t)),
                        4e-14 + Math.PI * Measure.EPS * (placesX + placesY));
            }
        }
    }

    @Test
    void samplesOfAVelocityAreItsInterpolant() {
        Grid2D grid = new Grid2D(64, 48, 1, -7, 0.5, 4);
        Velocity cells = Flows.cells(grid);
        VectorField2D samples = Flows.samples(cells, new Grid2D(8, 9, 1, -7, 0.5, 4));
        Field2D u0 = Flows.hills(grid);
        VariableTransportSolution sampled =
                VariableTransport.of(Velocity.of(samples)).solve(u0);
        VariableTransportSolution exact = VariableTransport.of(cells).solve(u0);
        for (double t : new double[] {0.1, -0.2}) {
            assertRelative(sampled.at(t), exact.at(t), 5e-14);
        }
    }

    @Test
    void samplesOfHalfAPeriodRepeat() {
        Grid2D grid = new Grid2D(40, 36, 0, 0, 2, 2);
        Velocity wave = Velocity.steady((x, y) -> Math.sin(2 * Math.PI * y), (x, y) -> 0.5);
        Field2D u0 = Flows.hills(grid);
        assertRelative(
                VariableTransport.of(Velocity.of(Flows.samples(wave, Grid2D.unit(5, 6))))
                        .solve(u0)
                        .at(0.3),
                VariableTransport.of(wave).solve(u0).at(0.3),
                2e-14);
        Velocity other = Velocity.of(Flows.samples(wave, new Grid2D(5, 6, 0, 0, 1, 1.5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariableTransport.of(other).solve(u0))
                .withMessageStartingWith("the velocity must be periodic, got (");
    }

    @Test
    void linesMoveAlongThemselves() {
        Grid2D grid = Grid2D.line(64, 2, 3);
        Velocity velocity =
                Velocity.steady((x, y) -> 3 * Math.sin(2 * Math.PI * (x - 2) / 3) / (2 * Math.PI), (x, y) -> 0);
        Field2D u = VariableTransport.of(velocity)
                .solve(Field2D.of(grid, (x, y) -> Math.cos(2 * Math.PI * (x - 2) / 3)))
                .at(0.7);
        // tan πx = e^t·tan πX, in periods.
        Field2D expected = Field2D.of(grid, (x, y) -> {
            double a = Math.PI * (x - 2) / 3;
            return Math.cos(2 * Math.atan2(Math.exp(-0.7) * Math.sin(a), Math.cos(a)));
        });
        assertRelative(u, expected, 2e-14);
    }

    @Test
    void goesBackAndForth() {
        Grid2D grid = Grid2D.unit(64);
        VariableTransport equation = VariableTransport.of(Flows.cells(grid));
        Field2D u0 = Flows.hills(grid);
        Field2D u = equation.solve(u0).at(0.1);
        assertRelative(equation.solve(u).at(-0.1), u0, 2e-12);
        assertRelative(equation.solve(u).at(0.05), equation.solve(u0).at(0.15), 2e-12);
    }

    @Test
    void constantsStayAndTheRangeIsKeptButForOvershoots() {
        Grid2D grid = Grid2D.unit(32);
        VariableTransport equation = VariableTransport.of(Flows.cells(grid));
        assertRelative(equation.solve(Field2D.of(grid, (x, y) -> 3)).at(0.4), Field2D.of(grid, (x, y) -> 3), 1e-14);
        assertThat(equation.solve(Field2D.of(grid, (x, y) -> 0)).at(0.4).maxNorm())
                .isZero();
        VariableTransportSolution smooth = equation.solve(Flows.hills(grid));
        assertThat(smooth.rangeDefect(0)).isZero();
        assertThat(smooth.rangeDefect(0.1)).isBetween(0.0, 0.01);
        Field2D edges = InitialFields.box(grid, 0.5, 0.4);
        VariableTransportSolution rings = equation.solve(edges);
        Field2D u = rings.at(0.1);
        assertThat(rings.rangeDefect(0.1))
                .isEqualTo(Math.max(u.max() - 1, -u.min()))
                .isBetween(0.05, 0.3);
    }

    @Test
    void tinyTimesAreSteps() {
        Grid2D grid = Grid2D.unit(32);
        Field2D u0 = Flows.hills(grid);
        VariableTransportSolution solution =
                VariableTransport.of(Flows.cells(grid)).solve(u0);
        for (double t : new double[] {1e-30, -1e-300, Double.MIN_NORMAL, -Double.MIN_VALUE}) {
            assertRelative(solution.at(t), u0, 2e-14);
        }
    }

    @Test
    void bitsDependOnNoThread() throws Exception {
        Grid2D grid = new Grid2D(25, 18, 0, 0, 1, 1);
        Velocity velocity = Velocity.of(Flows.samples(Flows.cells(grid), Grid2D.unit(8)));
        VariableTransportSolution solution = VariableTransport.of(velocity).solve(Measure.noise(grid, 1));
        double[] times = {0.1, 0.03, -0.1, 0.2, 0.07, -0.02, 0.11, 0.09};
        Field2D[] alone = Arrays.stream(times).mapToObj(solution::at).toArray(Field2D[]::new);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int k = 0; k < times.length; k++) {
                assertThat(solution.parallel(pool, 3).at(times[k])).isEqualTo(alone[k]);
            }
            var together = pool.invokeAll(Arrays.stream(times)
                    .<Callable<Field2D>>mapToObj(t -> () -> solution.at(t))
                    .toList());
            for (int k = 0; k < times.length; k++) {
                assertThat(together.get(k).get()).isEqualTo(alone[k]);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThatNullPointerException()
                .isThrownBy(() -> solution.parallel(null, 2))
                .withMessage("executor");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.parallel(Runnable::run, 0))
                .withMessage("parallelism must be >= 1, got 0");
    }

    @Test
    void callersArraysGetTheSameBits() {
        Grid2D grid = new Grid2D(19, 10, 0, 0, 1, 1);
        VariableTransportSolution solution =
                VariableTransport.of(Flows.cells(grid)).solve(Measure.noise(grid, 1));
        double[] values = new double[grid.size() + 3];
        Arrays.fill(values, 7);
        for (double t : new double[] {0.3, 0, -0.1}) {
            solution.at(t, values);
            assertThat(Arrays.copyOf(values, grid.size()))
                    .isEqualTo(solution.at(t).toArray());
            assertThat(Arrays.copyOfRange(values, grid.size(), values.length)).containsOnly(7);
        }
        double[] tight = new double[grid.size() - 1];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1, tight))
                .withMessage("values.length must be >= 190, got 189");
        assertThat(tight).containsOnly(0);
        assertThatNullPointerException().isThrownBy(() -> solution.at(1, null)).withMessage("values");
    }

    @Test
    void saysWhatItIs() {
        Grid2D grid = Grid2D.unit(16);
        VariableTransportSolution solution = VariableTransport.of(Flows.swirl()).solve(Measure.noise(grid, 1));
        assertThat(solution.grid()).isEqualTo(grid);
        assertThat(RealFft2D.kernels()).contains(solution.kernel());
        assertThat(solution).hasToString("VariableTransportSolution[16x16]");
        assertOneLine(solution);
        assertThat(VariableTransport.of(Flows.swirl()))
                .hasToString("VariableTransport[Velocity[functions, torus], 1.0E-13]");
        Velocity samples = Velocity.of(Flows.samples(Flows.cells(grid), Grid2D.unit(8, 9)));
        assertThat(samples.divergenceFree().onPlane()).hasToString("Velocity[8x9 samples, divergence given, plane]");
        assertOneLine(VariableTransport.of(samples.divergenceFree().onPlane()));
        assertThat(VariableTransport.of(samples).tolerance(1e-6).tolerance()).isEqualTo(1e-6);
    }
}
