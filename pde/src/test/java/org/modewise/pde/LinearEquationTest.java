package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class LinearEquationTest {
    private static final Heat HEAT = new Heat(0.02);
    private static final Transport TRANSPORT = new Transport(0.4, -0.9);
    private static final FokkerPlanck FOKKER_PLANCK = new FokkerPlanck(-0.1, 0.2, 0.01);

    /** u_t = u_xx + u_xy + u_yy, scaled. */
    private static final LinearEquation SKEW = () -> Symbol.of((kx, ky) -> -0.003 * (kx * kx + kx * ky + ky * ky));

    /** u_t = -u_xxx - u_xyy, scaled: dispersion. */
    private static final LinearEquation WAVES =
            () -> Symbol.of((kx, ky) -> 0, (kx, ky) -> 0.001 * (kx * kx * kx + kx * ky * ky));

    static Stream<Grid2D> smallGrids() {
        return Stream.of(
                new Grid2D(8, 6, 0, 0, 1, 1),
                new Grid2D(8, 7, 0, 0, 1, 0.8),
                new Grid2D(5, 4, -1, 2, 1.3, 1),
                new Grid2D(9, 7, 0, 0, 1, 1),
                new Grid2D(4, 4, 0, 0, 1, 1),
                new Grid2D(2, 2, 0, 0, 1, 1),
                new Grid2D(2, 1, 0, 0, 1, 1),
                new Grid2D(1, 6, 0, 0, 1, 1),
                new Grid2D(16, 8, 0, 0, 2, 1));
    }

    @Test
    void symbolsAddAndMultipliersMultiply() {
        LinearEquation sum = HEAT.plus(TRANSPORT).plus(SKEW);
        FourierMultiplier product =
                HEAT.multiplier(0.1).times(TRANSPORT.multiplier(0.1)).times(SKEW.multiplier(0.1));
        for (double kx : new double[] {0, 3.5, -11}) {
            for (double ky : new double[] {0, 2, -7.25}) {
                double re = HEAT.symbol().re(kx, ky) + SKEW.symbol().re(kx, ky);
                double im = TRANSPORT.symbol().im(kx, ky);
                assertAbsolute(Math.abs(sum.symbol().re(kx, ky) - re), 1e-15);
                assertAbsolute(Math.abs(sum.symbol().im(kx, ky) - im), 0);
                assertAbsolute(Math.abs(product.re(kx, ky) - Math.exp(0.1 * re) * Math.cos(0.1 * im)), 1e-15);
                assertAbsolute(Math.abs(product.im(kx, ky) - Math.exp(0.1 * re) * Math.sin(0.1 * im)), 1e-15);
                assertAbsolute(Math.abs(sum.multiplier(0.1).re(kx, ky) - product.re(kx, ky)), 1e-15);
                assertAbsolute(Math.abs(sum.multiplier(0.1).im(kx, ky) - product.im(kx, ky)), 1e-15);
            }
        }
    }

    @Test
    void theOrderOfASumDoesNotMatter() {
        Field2D u = Measure.noise(Grid2D.unit(24, 15), 1);
        List<LinearEquation> sums = List.of(
                HEAT.plus(TRANSPORT).plus(SKEW).plus(WAVES),
                WAVES.plus(SKEW).plus(TRANSPORT).plus(HEAT),
                HEAT.plus(WAVES).plus(SKEW.plus(TRANSPORT)));
        Field2D expected = sums.get(0).solve(u).at(0.3);
        for (LinearEquation sum : sums) {
            assertRelative(sum.solve(u).at(0.3), expected, 1e-15);
        }
        Field2D oneByOne = u;
        Field2D smooth = Waves.random(u.grid(), 2).sample(u.grid());
        oneByOne = WAVES.solve(
                        SKEW.solve(TRANSPORT.solve(HEAT.solve(smooth).at(0.3)).at(0.3))
                                .at(0.3))
                .at(0.3);
        assertRelative(sums.get(0).solve(smooth).at(0.3), oneByOne, 1e-14);
    }

    @ParameterizedTest
    @MethodSource("smallGrids")
    void everyKindOfSymbolIsItsSumOverAllModes(Grid2D grid) {
        List<LinearEquation> equations = List.of(
                HEAT,
                TRANSPORT,
                SKEW,
                WAVES,
                SKEW.plus(WAVES),
                HEAT.plus(TRANSPORT).plus(SKEW).plus(WAVES),
                () -> Symbol.separable(k -> -Math.abs(k), k -> -0.1 * k * k),
                () -> Symbol.separable(k -> -0.01 * k * k, k -> 0.01 * k * k * k, k -> -1, k -> 0.3 * k),
                () -> Symbol.of((kx, ky) -> -Math.hypot(kx, ky), (kx, ky) -> kx - 2 * ky));
        Field2D u = Measure.noise(grid, 3);
        for (LinearEquation equation : equations) {
            double t = 0.21;
            Symbol s = equation.symbol();
            Field2D expected = DirectMultiplier.apply(
                    u,
                    (kx, ky) -> Math.exp(t * s.re(kx, ky)) * Math.cos(t * s.im(kx, ky)),
                    (kx, ky) -> Math.exp(t * s.re(kx, ky)) * Math.sin(t * s.im(kx, ky)));
            assertAbsolute(Measure.distance(equation.solve(u).at(t), expected), 1e-14);
            assertAbsolute(Measure.distance(equation.multiplier(t).apply(u), expected), 1e-14);
        }
    }

    @Test
    void growthIsFineUntilItOverflows() {
        Grid2D grid = Grid2D.unit(8);
        Field2D u = Measure.noise(grid, 4);
        LinearEquation growth = () -> Symbol.separable(k -> 1, k -> 0);
        assertRelative(growth.solve(u).at(3), u.times(Math.exp(3)), 3e-15);
        assertRelative(growth.solve(u).at(690), u.times(Math.exp(690)), 3e-15);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> growth.solve(u).at(1000))
                .withMessageContaining("1000.0")
                .withMessageContaining("finite");
        // Run backward, what grows decays.
        assertRelative(growth.solve(u).at(-3), u.times(Math.exp(-3)), 3e-15);
    }

    @Test
    void growthSharedByTheAxesAndThePlaneOverflowsAloudToo() {
        Field2D u = Measure.noise(Grid2D.unit(8), 5);
        List<LinearEquation> equations = List.of(
                () -> Symbol.separable(k -> 1, k -> 1),
                () -> Symbol.separable(k -> 1, k -> 0).plus(Symbol.of((kx, ky) -> 1)),
                () -> Symbol.separable(k -> 1, k -> k, k -> 1, k -> k));
        for (LinearEquation equation : equations) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> equation.solve(u).at(450))
                    .withMessageContaining("finite");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> equation.multiplier(450).apply(u))
                    .withMessageContaining("finite");
        }
        // The multiplier is finite, what it makes of the data is not.
        LinearEquation growth = () -> Symbol.separable(k -> 1, k -> 0);
        Field2D large = u.times(1e10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> growth.solve(large).at(695))
                .withMessageContaining("finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> growth.multiplier(695).apply(large))
                .withMessageContaining("finite");
    }

    @Test
    void equationsAreSerializableValues() throws Exception {
        for (LinearEquation equation : List.of(
                HEAT, TRANSPORT, FOKKER_PLANCK, HEAT.plus(TRANSPORT), HEAT.plus(TRANSPORT.plus(FOKKER_PLANCK)))) {
            Object copy = roundTrip(equation);
            assertThat(copy).isEqualTo(equation).hasSameHashCodeAs(equation);
            Field2D u = Measure.noise(Grid2D.unit(6), 6);
            assertThat(((LinearEquation) copy).solve(u).at(0.1))
                    .isEqualTo(equation.solve(u).at(0.1));
        }
    }

    private static Object roundTrip(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @Test
    void symbolsThatWouldMakeARealFieldComplexAreRefused() {
        Field2D u = Measure.noise(new Grid2D(8, 6, 0, 0, 1, 1), 7);
        List<LinearEquation> equations = List.of(
                () -> Symbol.of((kx, ky) -> 0, (kx, ky) -> 1),
                () -> Symbol.of((kx, ky) -> -0.1 * kx),
                () -> Symbol.of((kx, ky) -> -kx * kx, (kx, ky) -> kx * ky),
                () -> Symbol.separable(k -> 0, k -> 0, k -> 0, k -> 1),
                () -> Symbol.separable(k -> 0, k -> -k));
        for (LinearEquation equation : equations) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> equation.solve(u))
                    .withMessageStartingWith("symbols and multipliers must be even in their real part and odd in ");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierMultiplier.of((kx, ky) -> ky).apply(u))
                .withMessageStartingWith("symbols and multipliers must be even in their real part");
    }

    /** Kuramoto and Sivashinsky's linear part: the axes grow, the plane decays faster. */
    @Test
    void exponentsOfAllPartsAreAddedBeforeTheyAreBounded() {
        LinearEquation growing = () -> Symbol.separable(k -> k * k, k -> k * k);
        LinearEquation decaying = () -> Symbol.of((kx, ky) -> -Math.pow(kx * kx + ky * ky, 2));
        Grid2D grid = Grid2D.centered(64, 4 * Math.PI);
        Field2D wave = InitialFields.mode(grid, 3, 1);
        double square = grid.kx(3) * grid.kx(3) + grid.ky(1) * grid.ky(1);
        double t = 3;
        Field2D expected = wave.times(Math.exp(t * (square - square * square)));
        assertThat(growing.plus(decaying).solve(wave).at(t).minus(expected).maxNorm())
                .isLessThanOrEqualTo(1e-15);
    }

    @Test
    void symbolsAndMultipliersFitOnALine() {
        Symbol symbol = new Heat(0.5).plus(new Transport(1, 2)).symbol();
        Measure.assertOneLine(symbol).isEqualTo("Symbol[separable, complex]");
        Measure.assertOneLine(symbol.plus(Symbol.of((kx, ky) -> 0))).isEqualTo("Symbol[not separable, complex]");
        Measure.assertOneLine(new Heat(0.5).multiplier(1)).isEqualTo("FourierMultiplier[separable, m(0) = 1.0]");
    }

    @Test
    void nullIsNamed() {
        assertThatNullPointerException().isThrownBy(() -> HEAT.plus(null)).withMessage("other");
        assertThatNullPointerException()
                .isThrownBy(() -> HEAT.symbol().plus(null))
                .withMessage("other");
        assertThatNullPointerException().isThrownBy(() -> Symbol.of(null)).withMessage("re");
        assertThatNullPointerException()
                .isThrownBy(() -> Symbol.of((a, b) -> 0, null))
                .withMessage("im");
        assertThatNullPointerException()
                .isThrownBy(() -> Symbol.separable(k -> 0, null))
                .withMessage("y");
        assertThatNullPointerException()
                .isThrownBy(() -> Symbol.separable(k -> 0, k -> 0, k -> 0, null))
                .withMessage("yIm");
    }

    @Test
    void everyValueIsOneShortLine() {
        double wide = -1.2345678901234567e-100;
        LinearEquation sum = new FokkerPlanck(wide, wide, -wide);
        Measure.assertOneLine(sum).contains("FokkerPlanck", "-1.235e-100");
        for (int k = 0; k < 12; k++) {
            sum = sum.plus(new Transport(wide, wide));
            Measure.assertOneLine(sum);
        }
        Measure.assertOneLine(new Heat(-wide)).contains("Heat", "1.2345");
        Measure.assertOneLine(new Transport(wide, wide)).contains("Transport");
        assertThat(HEAT).hasToString("Heat[diffusivity=0.02]");
        assertThat(HEAT.plus(TRANSPORT)).hasToString("Heat[diffusivity=0.02] + Transport[cx=0.4, cy=-0.9]");
        Measure.assertOneLine(HEAT.symbol());
        Measure.assertOneLine(HEAT.multiplier(1));
        Measure.assertOneLine(HEAT.solve(Measure.noise(new Grid2D(1000, 3, 0, 0, 1, 1), 1)))
                .contains("1000x3");
    }
}
