package org.modewise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitialFieldsTest {
    private static final Grid2D GRID = new Grid2D(24, 16, -1, 2, 3, 2);
    private static final double EPS = Math.ulp(1.0);

    /** Σ over images by brute force. */
    private static double imageSum(double d, double sigma, double period) {
        int reach = (int) Math.ceil(39 * sigma / period) + 2;
        double sum = 0;
        for (int n = reach; n >= -reach; n--) {
            double r = d + n * period;
            sum += Math.exp(-r * r / (2 * sigma * sigma));
        }
        return sum;
    }

    @Property(tries = 300)
    void theWrappedGaussianIsTheSumOverImages(
            @ForAll @DoubleRange(min = -2, max = 2) double d, @ForAll @DoubleRange(min = 0.02, max = 40) double sigma) {
        double period = 1.5;
        double distance = Math.IEEEremainder(d, period);
        // Up to 2·39·40/1.5 terms are added here, each with the error of its own exponent.
        assertThat(new PeriodicGaussian(sigma, period).value(d))
                .isCloseTo(imageSum(distance, sigma, period), within(1e-14 * Math.max(1, 3 * sigma)));
    }

    @Test
    void bothSumsAgreeWhereTheyChangePlaces() {
        double change = 1 / Math.sqrt(2 * Math.PI);
        for (double d = 0; d < 0.5; d += 0.01) {
            double below = new PeriodicGaussian(Math.nextDown(Math.nextDown(change)), 1).value(d);
            double above = new PeriodicGaussian(Math.nextUp(change), 1).value(d);
            assertThat(below).isCloseTo(above, within(8 * EPS));
        }
    }

    @Test
    void gaussiansOfAnyWidthHaveTheirIntegral() {
        for (double sigma : new double[] {0.2, 0.5, 3, 1e3, 1e100}) {
            double mass = 2 * Math.PI * sigma * sigma;
            // The trapezoidal rule is exact up to e^{-2π²σ²/dx²}, which is below 1e-20 here.
            Field2D field = InitialFields.gaussian(GRID, 0.3, 2.9, sigma);
            assertThat(field.integral()).isCloseTo(mass, within(16 * EPS * mass));
        }
        assertThat(InitialFields.gaussian(Grid2D.line(64, 0, 1), 0.05).integral())
                .isCloseTo(Math.sqrt(2 * Math.PI) * 0.05, within(8 * EPS));
    }

    @Test
    void gaussiansStandInTheMiddleAndWrap() {
        Field2D middle = InitialFields.gaussian(GRID, 0.1);
        assertThat(middle.get(12, 8)).isEqualTo(1).isEqualTo(middle.max());
        Field2D corner = InitialFields.gaussian(GRID, -1 + 3 * 7, 2 - 2 * 5, 0.1);
        assertThat(corner.get(0, 0)).isEqualTo(1);
        assertThat(corner.get(1, 0)).isEqualTo(corner.get(23, 0)).isGreaterThan(0);
        assertThat(InitialFields.gaussian(GRID, 1e-300).integral()).isEqualTo(GRID.dx() * GRID.dy());
    }

    @Property(tries = 60)
    void modesAreCorrectToAnUlp(
            @ForAll @IntRange(min = 1, max = 40) int nx, @ForAll int mx, @ForAll @IntRange(max = 39) int i) {
        int node = i % nx;
        BigDecimal turns = new BigDecimal((long) mx * node).remainder(new BigDecimal(nx));
        double angle = turns.divide(new BigDecimal(nx), MathContext.DECIMAL64).doubleValue();
        // The reference reduces to (-1, 1) turns and so loses up to 4 ulp of 2π.
        assertThat(InitialFields.mode(Grid2D.line(nx, 0, 1), mx, 0).get(node, 0))
                .isCloseTo(Math.cos(2 * Math.PI * angle), within(4 * Math.ulp(2 * Math.PI)));
    }

    @Test
    void modesAreExactWhereTheyCanBe() {
        assertThat(InitialFields.mode(Grid2D.line(8, 0, 1), 2, 0).toArray()).containsExactly(1, 0, -1, 0, 1, 0, -1, 0);
        assertThat(InitialFields.mode(Grid2D.line(6, 0, 1), 1_000_000_001 * 2, 0)
                        .get(1, 0))
                .isCloseTo(-0.5, within(EPS / 2));
        Field2D wave = InitialFields.mode(Grid2D.line(1000, 0, 1), 1, 0);
        for (int i = 0; i <= 500; i++) {
            assertThat(wave.get(500 - i, 0) + wave.get(i, 0)).isZero();
            assertThat(wave.get((1000 - i) % 1000, 0)).isEqualTo(wave.get(i, 0));
        }
        Field2D two = InitialFields.mode(GRID, 3, -2);
        for (int j = 0; j < 16; j++) {
            for (int i = 0; i < 24; i++) {
                assertThat(two.get(i, j))
                        .isCloseTo(Math.cos(2 * Math.PI * (3.0 * i / 24 - 2.0 * j / 16)), within(32 * EPS));
            }
        }
        assertThat(InitialFields.mode(Grid2D.unit(46340, 3), 1, 1).get(46339, 2))
                .isCloseTo(Math.cos(2 * Math.PI * (2 / 3.0 - 1 / 46340.0)), within(4 * EPS));
    }

    @Test
    void checkerboardsAreSharpAndBalanced() {
        Field2D board = InitialFields.checkerboard(Grid2D.unit(8, 4), 4);
        assertThat(board.toArray())
                .containsExactly(
                        0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0);
        assertThat(InitialFields.checkerboard(Grid2D.line(4, 0, 1), 2).toArray())
                .containsExactly(0, 0, 1, 1);
    }

    @Test
    void ringsAndDiscsHaveTheirArea() {
        Grid2D grid = Grid2D.centered(400, 2);
        // A linear edge of one cell keeps the area to second order in the cell.
        assertThat(InitialFields.ring(grid, 0.5, 0.2).integral()).isCloseTo(2 * Math.PI * 0.5 * 0.2, within(1e-4));
        assertThat(InitialFields.ring(grid, 0.7, -0.9, 0, 0.6).integral()).isCloseTo(Math.PI * 0.09, within(1e-4));
        Field2D ring = InitialFields.ring(grid, 0.5, 0.2);
        assertThat(ring.get(200, 200)).isZero();
        assertThat(ring.get(300, 200)).isEqualTo(1);
        assertThat(InitialFields.ring(Grid2D.line(10, 0, 10), 3, 2).toArray())
                .containsExactly(0, 0.5, 1, 0.5, 0, 0, 0, 0.5, 1, 0.5)
                .satisfies(values -> assertThat(values[5]).isZero());
    }

    @Property(tries = 200)
    void boxesHaveTheirAreaWhereverTheyAre(
            @ForAll @DoubleRange(min = -5, max = 5) double x,
            @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 3) double width,
            @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 2) double height) {
        Field2D box = InitialFields.box(GRID, x, x / 2, width, height);
        assertThat(box.integral()).isCloseTo(width * height, within(64 * EPS));
        assertThat(box.min()).isNotNegative();
        assertThat(box.max()).isLessThanOrEqualTo(1);
    }

    @Test
    void boxesAreWhereTheyShouldBe() {
        assertThat(InitialFields.box(Grid2D.line(8, 0, 8), 3, 1).toArray()).containsExactly(0, 0, 0, 1, 1, 1, 0, 0);
        assertThat(InitialFields.box(Grid2D.line(8, 0, 8), 0, 0, 2, 1).toArray())
                .containsExactly(1, 0.5, 0, 0, 0, 0, 0, 0.5);
        assertThat(InitialFields.box(GRID, 3, 2).toArray()).containsOnly(1);
    }

    @Test
    void pointMassesKeepTheirMass() {
        Field2D points = InitialFields.points(GRID, 0.51, 2.9, 3, -1.01, 4.01, -1, -1 + 300, 2, 0.5);
        // Node (12,7) is (0.5, 2.875); the other two both lie nearest to the corner node.
        assertThat(points.get(12, 7) * GRID.dx() * GRID.dy()).isCloseTo(3, within(4 * EPS));
        assertThat(points.get(0, 0) * GRID.dx() * GRID.dy()).isCloseTo(-0.5, within(EPS));
        assertThat(points.integral()).isCloseTo(2.5, within(8 * EPS));
        assertThat(InitialFields.points(GRID).maxNorm()).isZero();
        assertThat(InitialFields.points(GRID, 1e300, -1e300, 1).integral()).isCloseTo(1, within(4 * EPS));
    }

    @Test
    void brushesPaintAPeriodicGaussian() {
        Field2D canvas = InitialFields.mode(GRID, 1, 1);
        Field2D painted = new Brush(0.2, -3).stroke(canvas, 0.1, 2.2);
        Field2D expected =
                canvas.plus(InitialFields.gaussian(GRID, 0.1, 2.2, 0.2).times(-3));
        assertThat(painted.minus(expected).maxNorm()).isLessThanOrEqualTo(4 * EPS);
        assertThat(canvas).isEqualTo(InitialFields.mode(GRID, 1, 1));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("sigma must be > 0", (ThrowingCallable) () -> InitialFields.gaussian(GRID, 0)),
                Arguments.of("sigma must be > 0", (ThrowingCallable) () -> InitialFields.gaussian(GRID, Double.NaN)),
                Arguments.of("overflows", (ThrowingCallable) () -> InitialFields.gaussian(GRID, 1e200)),
                Arguments.of(
                        "x must be finite", (ThrowingCallable) () -> InitialFields.gaussian(GRID, Double.NaN, 0, 1)),
                Arguments.of("got 3", (ThrowingCallable) () -> InitialFields.checkerboard(GRID, 3)),
                Arguments.of("got 0", (ThrowingCallable) () -> InitialFields.checkerboard(GRID, 0)),
                Arguments.of("from 2 to 16, got 18", (ThrowingCallable) () -> InitialFields.checkerboard(GRID, 18)),
                Arguments.of("radius must be >= 0", (ThrowingCallable) () -> InitialFields.ring(GRID, -1, 1)),
                Arguments.of("width must be > 0", (ThrowingCallable) () -> InitialFields.ring(GRID, 1, 0)),
                Arguments.of(
                        "radius + width/2 must be <= 1.0", (ThrowingCallable) () -> InitialFields.ring(GRID, 0.9, 0.3)),
                Arguments.of("width must be <= 3.0", (ThrowingCallable) () -> InitialFields.box(GRID, 3.1, 1)),
                Arguments.of("height must be > 0", (ThrowingCallable) () -> InitialFields.box(GRID, 1, -1)),
                Arguments.of("multiple of 3, got 2", (ThrowingCallable) () -> InitialFields.points(GRID, 1, 2)),
                Arguments.of("xyMass[2] must be finite", (ThrowingCallable)
                        () -> InitialFields.points(GRID, 1, 2, Double.NaN)),
                Arguments.of("visible", (ThrowingCallable) () -> InitialFields.text(GRID, "  ")),
                Arguments.of("U+00E4 at index 1", (ThrowingCallable) () -> InitialFields.text(GRID, "aä")),
                Arguments.of("U+1F600 at index 0", (ThrowingCallable) () -> InitialFields.text(GRID, "\uD83D\uDE00")),
                Arguments.of("radius must be > 0", (ThrowingCallable) () -> new Brush(0, 1)),
                Arguments.of("amplitude must be finite", (ThrowingCallable) () -> new Brush(1, Double.NaN)),
                Arguments.of("y must be finite", (ThrowingCallable)
                        () -> new Brush(1, 1).stroke(InitialFields.mode(GRID, 0, 0), 0, Double.NaN)));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badInputIsRefused(String words, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(words);
    }

    @Test
    void nullIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> InitialFields.gaussian(null, 1))
                .withMessage("grid");
        assertThatNullPointerException()
                .isThrownBy(() -> InitialFields.text(GRID, null))
                .withMessage("text");
        assertThatNullPointerException()
                .isThrownBy(() -> new Brush(1, 1).stroke(null, 0, 0))
                .withMessage("u");
    }
}
