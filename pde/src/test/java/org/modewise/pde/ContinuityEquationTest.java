package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;
import static org.modewise.pde.Measure.assertRelative;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.core.VectorField2D;
import org.modewise.fft.RealFft2D;

class ContinuityEquationTest {
    /** Even and odd, not square, shifted, of other extents than 1. */
    static List<Grid2D> grids() {
        return List.of(Grid2D.unit(48), new Grid2D(45, 50, -3, 0.25, 2.5, 0.75), new Grid2D(50, 45, 1, -7, 0.3, 4));
    }

    private static Velocity squeezing(Grid2D grid) {
        return Flows.squeezing(grid).divergence(Flows.divergenceOfSqueezing(grid));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void gathersAndThinsAsInClosedForm(Grid2D grid) {
        Field2D p0 = Flows.squeezed(grid, 0);
        ContinuitySolution solution = ContinuityEquation.of(squeezing(grid)).solve(p0);
        assertThat(solution.at(0)).isEqualTo(p0);
        for (double t : new double[] {0.2, 1, -0.7}) {
            assertRelative(solution.at(t), Flows.squeezed(grid, t), 4e-14);
            assertAbsolute(Math.abs(solution.massDefect(t)), 1e-14);
        }
    }

    /** Differences are off by 1e-13 of 2π|v|/l, over the time. */
    @ParameterizedTest
    @MethodSource("grids")
    void findsDivergencesByDifferences(Grid2D grid) {
        ContinuitySolution solution =
                ContinuityEquation.of(Flows.squeezing(grid)).solve(Flows.squeezed(grid, 0));
        assertRelative(solution.at(0.6), Flows.squeezed(grid, 0.6), 1e-12);
        assertAbsolute(Math.abs(solution.massDefect(0.6)), 2e-14);
    }

    @Test
    void samplesKnowTheirDivergenceAtNyquistToo() {
        // cos 2πx on two nodes a period, whose slope between them is that of a cosine.
        Grid2D coarse = Grid2D.unit(2, 3);
        Grid2D grid = Grid2D.unit(40, 1);
        Velocity samples = Velocity.of(new VectorField2D(
                Field2D.of(coarse, (x, y) -> 0.1 * Math.cos(2 * Math.PI * x)), Field2D.of(coarse, (x, y) -> 0)));
        Velocity functions = Velocity.steady((x, y) -> 0.1 * Math.cos(2 * Math.PI * x), (x, y) -> 0)
                .divergence((x, y, t) -> -0.2 * Math.PI * Math.sin(2 * Math.PI * x));
        Field2D p0 = Field2D.of(grid, (x, y) -> 1 + 0.5 * Math.sin(2 * Math.PI * x));
        assertRelative(
                ContinuityEquation.of(samples).solve(p0).at(0.8),
                ContinuityEquation.of(functions).solve(p0).at(0.8),
                3e-14);
    }

    @Test
    void cellsKeepTheMassUntilFilamentsAreTooFine() {
        Grid2D grid = Grid2D.unit(64);
        Field2D blob = InitialFields.gaussian(grid, 0.5, 0.6, 0.07);
        ContinuitySolution cells =
                ContinuityEquation.of(Flows.cells(grid).divergenceFree()).solve(blob);
        assertAbsolute(Math.abs(cells.massDefect(0.1)), 1e-14);
        double lost = cells.massDefect(0.4);
        assertThat(lost).isBetween(-0.02, -0.005);
        assertThat(cells.at(0.4).integral() / blob.integral() - 1).isCloseTo(lost, within(1e-13));
        // Without divergence, densities are what is carried.
        assertRelative(
                cells.at(0.1),
                VariableTransport.of(Flows.cells(grid)).solve(blob).at(0.1),
                1e-14);
    }

    @Test
    void theMassOfTheSwirlComesBack() {
        Grid2D grid = Grid2D.unit(64);
        ContinuitySolution swirl = ContinuityEquation.of(Flows.swirl().divergenceFree())
                .solve(InitialFields.gaussian(grid, 0.5, 0.7, 0.06));
        assertAbsolute(Math.abs(swirl.massDefect(0.3)), 5e-13);
        assertAbsolute(Math.abs(swirl.massDefect(1.5)), 4e-13);
    }

    @Test
    void whatLeavesThePlanesRectangleIsMissing() {
        Grid2D grid = Grid2D.centered(64, 2);
        ContinuitySolution solution = ContinuityEquation.of(
                        Velocity.steady((x, y) -> x, (x, y) -> 0.5 * y).onPlane())
                .solve(InitialFields.gaussian(grid, 0.12));
        // p = p₀(xe^{-t}, ye^{-t/2})·e^{-3t/2}.
        double t = 0.3;
        Field2D expected = Field2D.of(
                grid,
                (x, y) -> Math.exp(-1.5 * t
                        - (Waves.sq(x * Math.exp(-t)) + Waves.sq(y * Math.exp(-0.5 * t))) / (2 * Waves.sq(0.12))));
        assertRelative(solution.at(t), expected, 3e-14);
        // Tails that have left.
        assertAbsolute(Math.abs(solution.massDefect(t)), 4e-9);
        assertThat(solution.massDefect(3)).isLessThan(-0.3);
    }

    @Test
    void theDefectOfMassIsRelativeToAllOfIt() {
        Grid2D grid = Grid2D.unit(16);
        Field2D noise = Measure.noise(grid, 1);
        for (double scale : new double[] {1e-300, 1, 1e300}) {
            ContinuitySolution solution =
                    ContinuityEquation.of(Flows.cells(grid).divergenceFree()).solve(noise.times(scale));
            double expected = (solution.at(0.1).times(1 / scale).mean() - noise.mean())
                    / noise.map(Math::abs).mean();
            assertThat(solution.massDefect(0.1)).isCloseTo(expected, within(1e-14));
        }
        assertThat(ContinuityEquation.of(Flows.cells(grid).divergenceFree())
                        .solve(Field2D.of(grid, (x, y) -> 0))
                        .massDefect(1))
                .isZero();
    }

    @Test
    void refusesDivergencesThatItCannotFind() {
        Grid2D grid = Grid2D.unit(24);
        Field2D p0 = Flows.squeezed(grid, 0);
        Velocity fine = Velocity.steady((x, y) -> Math.sin(40 * Math.PI * x), (x, y) -> 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContinuityEquation.of(fine).solve(p0).at(0.001))
                .withMessageStartingWith("the velocity must be smooth enough for differences, got the divergences ")
                .withMessageEndingWith("; Velocity.divergence takes its own");
        Velocity known = fine.divergence((x, y, t) -> 40 * Math.PI * Math.cos(40 * Math.PI * x));
        assertThat(ContinuityEquation.of(known).solve(p0).at(0.001).min()).isPositive();
        Velocity kink = Velocity.steady((x, y) -> Math.abs(Math.sin(2 * Math.PI * (x - 0.1))), (x, y) -> 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContinuityEquation.of(kink).solve(p0).at(0.001))
                .withMessageStartingWith("the velocity must be smooth enough for differences");
        // Alike on both sides of a node, and on the way there.
        for (double place : new double[] {0.5, 0.5 + 0.3 / 24}) {
            Velocity hidden = Velocity.steady(
                    (x, y) -> 0.1 * Math.abs(Math.sin(Math.PI * (x - place))) + 0.02 * Math.sin(2 * Math.PI * x),
                    (x, y) -> 0);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ContinuityEquation.of(hidden).solve(p0).at(place == 0.5 ? 0.001 : 0.5))
                    .withMessageStartingWith("the velocity must be smooth enough for differences");
        }
    }

    @Test
    void refusesPlacesWithoutDigits() {
        Grid2D far = new Grid2D(24, 1, 1e15, 0, 8, 1);
        Velocity slow = Velocity.steady((x, y) -> Math.sin(0.25 * Math.PI * (x - 1e15)), (x, y) -> 0);
        Field2D p0 = Field2D.of(far, (x, y) -> 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContinuityEquation.of(slow).solve(p0))
                .withMessage("the grid must lie so near the origin that x has the digits of the tolerance, got spacings"
                        + " 0.125 of doubles at 1.000000000000008E15 for a tolerance of 1.0E-13 periods of 8.0;"
                        + " a tolerance of 1.953125E-4 or more takes them");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        VariableTransport.of(slow).solve(Field2D.of(new Grid2D(1, 24, 0, -1e5, 1, 1), (x, y) -> 1)))
                .withMessageStartingWith("the grid must lie so near the origin that y has the digits of the tolerance");
    }

    private static double triangle(double s) {
        double a = s - Math.floor(s);
        return Math.min(a, 1 - a);
    }

    private static double triangleSlope(double s) {
        return s - Math.floor(s) < 0.5 ? 1 : -1;
    }

    /** Differences across a kink are wrong, however well they agree. */
    @Test
    void takesRightDivergencesOfVelocitiesWithKinks() {
        Grid2D grid = Grid2D.unit(16);
        Field2D p0 = Field2D.of(grid, (x, y) -> 1);
        ContinuitySolution travelling = ContinuityEquation.of(
                        Velocity.of((x, y, t) -> 0.1 * triangle(x - t), (x, y, t) -> 0)
                                .divergence((x, y, t) -> 0.1 * triangleSlope(x - t)))
                .tolerance(1e-6)
                .solve(p0);
        for (int frame = 1; frame <= 300; frame++) {
            assertThat(travelling.at(0.0037 * frame).min()).isPositive();
        }
        for (int cells : new int[] {16, 48, 64, 100, 256, 512, 1000, 4096, 100_000}) {
            // Straight between samples of a sine.
            DoubleUnaryOperator slope = x -> {
                double first = Math.floor((x - Math.floor(x)) * cells) / cells;
                return 0.1 * cells * (Math.sin(2 * Math.PI * (first + 1.0 / cells)) - Math.sin(2 * Math.PI * first));
            };
            DoubleUnaryOperator line = x -> {
                double first = Math.floor((x - Math.floor(x)) * cells) / cells;
                return 0.1 * Math.sin(2 * Math.PI * first) + (x - Math.floor(x) - first) * slope.applyAsDouble(x);
            };
            Velocity straight = Velocity.steady((x, y) -> line.applyAsDouble(x), (x, y) -> 0);
            ContinuityEquation.of(straight.divergence((x, y, t) -> slope.applyAsDouble(x)))
                    .solve(p0);
            // Half of it is not right.
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> ContinuityEquation.of(straight.divergence((x, y, t) -> 0.5 * slope.applyAsDouble(x)))
                                    .solve(p0))
                    .withMessageStartingWith("the divergence must be that of the velocity, got ");
        }
    }

    @Test
    void takesRightDivergencesOfSplines() {
        Field2D p0 = Field2D.of(Grid2D.unit(16), (x, y) -> 1);
        for (int cells : new int[] {16, 32, 48, 64, 100, 128, 256, 1000}) {
            double[] places = new double[cells + 21];
            double[] values = new double[cells + 21];
            for (int k = 0; k < places.length; k++) {
                places[k] = (k - 10) / (double) cells;
                values[k] = 0.1 * Math.sin(2 * Math.PI * places[k]);
            }
            PolynomialSplineFunction spline = new SplineInterpolator().interpolate(places, values);
            UnivariateFunction slope = spline.polynomialSplineDerivative();
            Velocity velocity = Velocity.steady((x, y) -> spline.value(x - Math.floor(x)), (x, y) -> 0);
            ContinuityEquation.of(velocity.divergence((x, y, t) -> slope.value(x - Math.floor(x))))
                    .solve(p0);
        }
    }

    /** Beyond a steep layer v is the difference of two numbers of its size. */
    @Test
    void takesRightDivergencesOfLayersAndSinks() {
        Field2D p0 = InitialFields.gaussian(Grid2D.centered(48, 1), 0.05);
        for (int k = 0; k < 100; k++) {
            double centre = 0.005 * k - 0.25;
            double width = 0.03;
            Velocity layers = Velocity.steady(
                            (x, y) -> Math.tanh((x - centre + 0.25) / width) - Math.tanh((x - centre) / width),
                            (x, y) -> 0)
                    .divergence((x, y, t) -> (1 / Waves.sq(Math.cosh((x - centre + 0.25) / width))
                                    - 1 / Waves.sq(Math.cosh((x - centre) / width)))
                            / width)
                    .onPlane();
            ContinuityEquation.of(layers).solve(p0);
        }
        for (double width : new double[] {0.15, 0.1, 0.06}) {
            DoubleBinaryOperator bell = (x, y) -> Math.exp(-(x * x + y * y) / (2 * width * width));
            Velocity sink = Velocity.steady(
                            (x, y) -> -x * bell.applyAsDouble(x, y), (x, y) -> -y * bell.applyAsDouble(x, y))
                    .onPlane();
            ContinuityEquation.of(sink.divergence(
                            (x, y, t) -> ((x * x + y * y) / (width * width) - 2) * bell.applyAsDouble(x, y)))
                    .solve(p0);
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> ContinuityEquation.of(sink.divergenceFree()).solve(p0))
                    .withMessageStartingWith("the divergence must be that of the velocity, got 0.0 for ");
        }
    }

    @Test
    void refusesDivergencesThatAreNotTheVelocitys() {
        Velocity still = Velocity.steady((x, y) -> 0, (x, y) -> 0).divergence((x, y, t) -> -800);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContinuityEquation.of(still).solve(Field2D.of(Grid2D.unit(16), (x, y) -> 1)))
                .withMessageStartingWith("the divergence must be that of the velocity, got -800.0 for 0.0 at (0.")
                .withMessageEndingWith(", t = 0.0; Velocity.divergence takes dvx/dx + dvy/dy, and without it the"
                        + " velocity's own counts");
        Grid2D grid = new Grid2D(30, 24, -3, 0.25, 2.5, 0.75);
        Field2D p0 = Flows.squeezed(grid, 0);
        SpaceTimeFunction right = Flows.divergenceOfSqueezing(grid);
        for (SpaceTimeFunction wrong : List.<SpaceTimeFunction>of(
                (x, y, t) -> -right.at(x, y, t), (x, y, t) -> right.at(x, y, t) * (1 + 1e-7), (x, y, t) -> 0)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> ContinuityEquation.of(Flows.squeezing(grid).divergence(wrong))
                                    .solve(p0))
                    .withMessageStartingWith("the divergence must be that of the velocity, got ");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariableTransport.of(
                                Flows.squeezing(grid).divergenceFree().onPlane())
                        .solve(p0.times(0)))
                .withMessageStartingWith("the divergence must be that of the velocity, got 0.0 for ");
        // Right at 0 and at t.
        SpaceTimeFunction between = (x, y, t) -> right.at(x, y, t) + Math.sin(Math.PI * t);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContinuityEquation.of(Flows.squeezing(grid).divergence(between))
                        .solve(p0)
                        .at(1))
                .withMessageContaining(", t = 0.618034; ");
        VectorField2D samples =
                new VectorField2D(Field2D.of(grid, (x, y) -> Math.sin(2 * Math.PI * (x + 3) / 2.5)), p0.times(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContinuityEquation.of(Velocity.of(samples).divergenceFree())
                        .solve(p0))
                .withMessageStartingWith("the divergence must be that of the velocity, got 0.0 for ");
        SpaceTimeFunction known = (x, y, t) -> 2 * Math.PI / 2.5 * Math.cos(2 * Math.PI * (x + 3) / 2.5);
        assertThat(ContinuityEquation.of(Velocity.of(samples).divergence(known))
                        .solve(p0)
                        .massDefect(0.1))
                .isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNone(double none) {
        Grid2D grid = Grid2D.unit(16);
        Field2D p0 = Flows.hills(grid);
        ContinuityEquation equation = ContinuityEquation.of(Flows.cells(grid));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equation.solve(p0).at(none))
                .withMessage("t must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equation.solve(p0).massDefect(none))
                .withMessage("t must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equation.solve(p0.map(p -> p == p0.get(3, 7) ? none : p)))
                .withMessage("u0[3,7] is " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equation.tolerance(none))
                .withMessage("tolerance must be from 1.0E-14 to 0.01, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContinuityEquation.of(Flows.cells(grid).divergence((x, y, t) -> none))
                        .solve(p0))
                .withMessageStartingWith("the divergence must be finite, got " + none + " at (0.")
                .withMessageEndingWith(", t = 0.0");
        // On the way alone.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContinuityEquation.of(
                                Flows.cells(grid).divergence((x, y, t) -> t > 0.1 && t < 0.2 ? none : 0))
                        .solve(p0)
                        .at(1))
                .withMessageStartingWith("the divergence must be finite, got " + none + " at (");
    }

    @Test
    void refusesDensitiesBeyondTheDoubles() {
        Grid2D grid = Grid2D.unit(16);
        ContinuitySolution solution = ContinuityEquation.of(Velocity.steady(
                                (x, y) -> -130 * Math.sin(2 * Math.PI * x), (x, y) -> 0)
                        .divergence((x, y, t) -> -260 * Math.PI * Math.cos(2 * Math.PI * x)))
                .solve(Field2D.of(grid, (x, y) -> 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1))
                .withMessageStartingWith("t must keep the density finite, got ");
    }

    @Test
    void bitsDependOnNoThread() {
        Grid2D grid = new Grid2D(25, 18, 0, 0, 1, 1);
        ContinuitySolution solution =
                ContinuityEquation.of(Flows.squeezing(grid)).solve(Measure.noise(grid, 1));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            Field2D p = solution.at(0.1);
            assertThat(solution.parallel(pool, 3).at(0.1)).isEqualTo(p);
            double[] values = new double[grid.size() + 1];
            solution.parallel(pool, 2).at(0.1, values);
            assertThat(Arrays.copyOf(values, grid.size())).isEqualTo(p.toArray());
            assertThat(values[grid.size()]).isZero();
        } finally {
            pool.shutdownNow();
        }
        double[] tight = new double[grid.size() - 1];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1, tight))
                .withMessage("values.length must be >= 450, got 449");
    }

    @Test
    void saysWhatItIs() {
        Grid2D grid = Grid2D.unit(16);
        ContinuityEquation equation = ContinuityEquation.of(Flows.swirl()).tolerance(1e-9);
        ContinuitySolution solution = equation.solve(Measure.noise(grid, 1));
        assertThat(solution.grid()).isEqualTo(grid);
        assertThat(RealFft2D.kernels()).contains(solution.kernel());
        assertThat(solution).hasToString("ContinuitySolution[16x16]");
        assertThat(equation).hasToString("ContinuityEquation[Velocity[functions, torus], 1.0E-9]");
        assertOneLine(solution);
        assertOneLine(ContinuityEquation.of(Flows.swirl().divergenceFree().onPlane()));
        assertThatNullPointerException()
                .isThrownBy(() -> ContinuityEquation.of(null))
                .withMessage("velocity");
        assertThatNullPointerException().isThrownBy(() -> equation.solve(null)).withMessage("u0");
    }
}
