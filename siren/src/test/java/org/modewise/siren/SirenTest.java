package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.siren.engine.Layers;

/** The network as a value and as a function. */
class SirenTest {
    private static final Grid2D GRID = new Grid2D(13, 11, -2, 1, 3, 0.5);
    private static final Siren SIREN = Siren.random(Architecture.of(GRID, 24, 24), 7);

    /** One hidden sine: all is known in closed form. */
    private static final Siren ONE_WAVE = Siren.of(
            Architecture.of(new double[] {-1, -1}, new double[] {1, 1}, 1).omega0(5), 0.4, -0.3, 0.1, 2, 0.25);

    @Test
    void oneSineInClosedForm() {
        double x = 0.3;
        double y = -0.8;
        double angle = 5 * (0.4 * x - 0.3 * y + 0.1);
        Jet jet = ONE_WAVE.jet(x, y);
        assertThat(ONE_WAVE.value(x, y)).isCloseTo(0.25 + 2 * Math.sin(angle), within(1e-15));
        assertThat(jet.value()).isEqualTo(ONE_WAVE.value(x, y));
        assertThat(jet.first(0)).isCloseTo(2 * 5 * 0.4 * Math.cos(angle), within(4e-15));
        assertThat(jet.first(1)).isCloseTo(2 * 5 * -0.3 * Math.cos(angle), within(4e-15));
        assertThat(jet.second(0)).isCloseTo(-2 * 4 * Math.sin(angle), within(8e-15));
        assertThat(jet.second(1)).isCloseTo(-2 * 2.25 * Math.sin(angle), within(8e-15));
        assertThat(ONE_WAVE.laplacian(x, y)).isEqualTo(jet.second(0) + jet.second(1));
        assertThat(ONE_WAVE.gradient(x, y)).containsExactly(jet.first(0), jet.first(1));
    }

    @Test
    void boxIsMappedOntoTheUnitSquareAroundTheOrigin() {
        Architecture architecture = Architecture.of(GRID, 3);
        assertThat(architecture.coordinate(0, -2)).isEqualTo(-1);
        assertThat(architecture.coordinate(0, 1)).isEqualTo(1);
        assertThat(architecture.coordinate(0, -0.5)).isZero();
        assertThat(architecture.coordinate(1, 1.375)).isEqualTo(0.5);
        assertThat(architecture.steps()).containsExactly(2.0 / 3, 4);
    }

    @Test
    void derivativesAreThoseOfTheWorldsCoordinates() {
        double h = 1e-4;
        double x = -0.7;
        double y = 1.2;
        Jet jet = SIREN.jet(x, y);
        double dx = (SIREN.value(x + h, y) - SIREN.value(x - h, y)) / (2 * h);
        double dyy = (SIREN.gradient(x, y + h)[1] - SIREN.gradient(x, y - h)[1]) / (2 * h);
        assertThat(jet.first(0) / dx).isCloseTo(1, within(1e-4));
        assertThat(jet.second(1) / dyy).isCloseTo(1, within(1e-3));
    }

    @Test
    void samplesAreValuesAtTheNodesBitForBit() {
        Field2D field = SIREN.sample(GRID);
        for (int j = 0; j < GRID.ny(); j++) {
            for (int i = 0; i < GRID.nx(); i++) {
                assertThat(field.get(i, j)).isEqualTo(SIREN.value(GRID.x(i), GRID.y(j)));
            }
        }
    }

    @Test
    void timeIsASampleOfItsOwn() {
        Siren siren = Siren.random(Architecture.of(new double[] {0, 0, 0}, new double[] {1, 1, 2}, 8, 8), 1);
        Field2D field = siren.sample(Grid2D.unit(5), 0.75);
        assertThat(field.get(3, 1)).isEqualTo(siren.value(0.6, 0.2, 0.75));
        Jet jet = siren.jet(0.6, 0.2, 0.75);
        assertThat(jet.laplacian()).isEqualTo(jet.second(0) + jet.second(1));
        assertThat(jet.gradient()).hasSize(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> siren.sample(Grid2D.unit(5)))
                .withMessage("others must be 1 coordinates, got 0");
        Siren turned = Siren.random(siren.architecture().axes("t", "x", "y"), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> turned.sample(Grid2D.unit(5), 0.75))
                .withMessage("axes must begin with x and y, as far as there are these, got [t, x, y]");
    }

    @Test
    void laplacianTakesAllAxesOfSpaceWhateverTheirOrder() {
        double[] lower = {0, 0, 0};
        double[] upper = {1, 1, 2};
        for (List<String> axes : List.of(List.of("x", "t", "y"), List.of("t", "x", "y"), List.of("x", "y", "z"))) {
            Architecture named = Architecture.of(lower, upper, 8).axes(axes.toArray(String[]::new));
            Jet jet = Siren.random(named, 1).jet(0.6, 0.2, 0.75);
            double sum = 0;
            for (int axis = 0; axis < 3; axis++) {
                sum += axes.get(axis).equals("t") ? 0 : jet.second(axis);
            }
            assertThat(jet.laplacian()).isEqualTo(sum);
        }
        // As a residual's Laplacian is.
        Domain domain = Domain.of("x", -1, 1).and("t", 0, 2);
        Pinn pinn = Pinn.residual(Unknown::laplacian, Points.of(domain, new double[] {0.3, 0.7}))
                .hidden(4)
                .omega0(3);
        Siren siren = Siren.random(pinn.architecture(), 1);
        assertThat(pinn.loss(siren) / Math.pow(siren.laplacian(0.3, 0.7), 2)).isCloseTo(1, within(1e-13));
        assertThat(siren.laplacian(0.3, 0.7)).isEqualTo(siren.jet(0.3, 0.7).second(0));
        assertThat(Architecture.of(new double[6], new double[] {1, 1, 1, 1, 1, 1}, 3)
                        .axes())
                .containsExactly("x1", "x2", "x3", "x4", "x5", "x6");
    }

    @Test
    void parametersAreCounted() {
        assertThat(Architecture.of(Grid2D.unit(64), 24, 24).parameters()).isEqualTo(697);
        assertThat(SIREN.parameters()).hasSize(697);
        assertThat(Architecture.of(Grid2D.unit(64), 10).parameters()).isEqualTo(41);
    }

    @Test
    void startsAsThePaperSays() {
        Architecture wide = Architecture.of(Grid2D.unit(8), 300, 200).omega0(30, 10);
        double[] parameters = Siren.random(wide, 3).parameters();
        Layers layers = wide.layers();
        double[] bounds = {1.0 / 2, Math.sqrt(6.0 / 300) / 10, Math.sqrt(6.0 / 200) / 10};
        for (int k = 0; k < 3; k++) {
            double[] drawn = Arrays.copyOfRange(parameters, layers.weights(k), layers.biases(k) + layers.outputs(k));
            double bound = bounds[k];
            assertThat(Arrays.stream(drawn).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(bound);
            double variance = Arrays.stream(drawn).map(p -> p * p).average().orElseThrow();
            // Of a uniform law b²/3, its estimate from m numbers within 4·√(0.8/m) of that.
            assertThat(variance / (bound * bound / 3)).isCloseTo(1, within(4 * Math.sqrt(0.8 / drawn.length)));
        }
    }

    @Test
    void seedsGiveTheSameBits() {
        assertThat(Siren.random(SIREN.architecture(), 7)).isEqualTo(SIREN).hasSameHashCodeAs(SIREN);
        assertThat(Siren.random(SIREN.architecture(), 8)).isNotEqualTo(SIREN);
        // Drawn by SplittableRandom, whose algorithm the JDK documents: 2⁻⁵³ of 53 bits.
        assertThat(SIREN.parameters()[0]).isEqualTo(new java.util.SplittableRandom(7).nextDouble() - 0.5);
    }

    @Test
    void isSerializable() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(SIREN);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Siren copy = (Siren) in.readObject();
            assertThat(copy).isEqualTo(SIREN);
            assertThat(copy.value(0, 1)).isEqualTo(SIREN.value(0, 1));
        }
    }

    @Test
    void saysWhatItIs() {
        assertThat(SIREN).hasToString("Siren[2-24-24-1, omega0 30, 697 parameters]");
        assertThat(SIREN.architecture()).hasToString("Architecture[2-24-24-1, 697 parameters]");
        assertThat(ONE_WAVE.jet(0, 0).toString()).startsWith("Jet[value ").hasSizeLessThan(80);
        int[] deep = new int[50];
        Arrays.fill(deep, 100);
        assertThat(Siren.random(Architecture.of(Grid2D.unit(2), deep), 1).toString())
                .hasSizeLessThan(80);
    }

    @Test
    void badArgumentsAreNamed() {
        Architecture small = Architecture.of(Grid2D.unit(4), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Siren.of(small, 1, 2))
                .withMessage("Architecture[2-1-1, 5 parameters] takes 5, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Siren.of(small, 1, 2, Double.NaN, 4, 5))
                .withMessage("parameters[2] must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIREN.value(1))
                .withMessage("point must have 2 coordinates, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architecture.of(Grid2D.unit(4)))
                .withMessage("hidden must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architecture.of(Grid2D.unit(4), 3, 0))
                .withMessage("hidden[1] must be >= 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small.omega0(-1))
                .withMessage("omega0[0] must be from 1.0E-8 to 1.0E8, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small.omega0(1, 2))
                .withMessage("omega0 must hold 1, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architecture.of(new double[] {0, 1}, new double[] {1, 1}, 3))
                .withMessage("upper[1] must be above lower[1] = 1.0 by a finite length, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architecture.of(new double[] {0}, new double[] {1, 2}, 3))
                .withMessage("upper must hold 1, got 2");
        assertThatIllegalArgumentException().isThrownBy(() -> small.axes("x")).withMessage("axes must hold 2, got 1");
        for (String bad : List.of("x", "", "1", "abcdefghi", "ö")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> small.axes("x", bad))
                    .withMessageStartingWith("axes must be names of up to 8 letters and digits, each once, got [x, ");
        }
        double[] corner = new double[65];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architecture.of(
                        corner, Arrays.stream(corner).map(x -> 1).toArray(), 1))
                .withMessage("axes must be <= 64, got 65");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Siren.random(Architecture.of(new double[1], new double[] {1}, 3), 1)
                        .sample(GRID))
                .withMessage("a network of one coordinate has no values on a plane");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architecture.of(Grid2D.unit(4), 1 << 30, 1 << 30))
                .withMessageContaining("bytes");
        assertThatNullPointerException()
                .isThrownBy(() -> SIREN.value((double[]) null))
                .withMessage("point");
        assertThatNullPointerException().isThrownBy(() -> SIREN.sample(null)).withMessage("grid");
        assertThatNullPointerException().isThrownBy(() -> Siren.of(null, 1)).withMessage("architecture");
        assertThatNullPointerException()
                .isThrownBy(() -> Siren.of(small, (double[]) null))
                .withMessage("parameters");
        assertThatNullPointerException()
                .isThrownBy(() -> small.axes((String[]) null))
                .withMessage("names");
        assertThat(List.of(small.hidden(), small.omega0())).isEqualTo(List.of(List.of(1), List.of(30.0)));
    }

    @Test
    void noNumberInNoneOut() {
        assertThat(SIREN.value(Double.NaN, 0)).isNaN();
        assertThat(SIREN.value(Double.POSITIVE_INFINITY, 0)).isNaN();
    }
}
