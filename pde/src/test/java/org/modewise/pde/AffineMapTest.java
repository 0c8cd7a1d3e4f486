package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class AffineMapTest {
    /** Narrow enough to be 0 at the edges, wide enough to bear a shear by one cell a cell. */
    private static double blobs(double x, double y) {
        double along = (x + y - 0.05) / 0.15;
        double across = (x - y + 0.02) / 0.11;
        return Math.exp(-along * along - across * across)
                + 0.5 * Math.exp(-(Waves.sq(x + 0.05) + Waves.sq(y - 0.1)) / Waves.sq(0.08));
    }

    private static Field2D mapped(Grid2D grid, AffineMap map) {
        return Field2D.of(
                grid, (x, y) -> blobs(map.xx() * x + map.xy() * y + map.x0(), map.yx() * x + map.yy() * y + map.y0()));
    }

    private static final AffineMap IDENTITY = new AffineMap(1, 0, 0, 1, 0, 0);

    static List<Grid2D> grids() {
        return List.of(
                Grid2D.centered(128, 1.3),
                Grid2D.centered(129, 1.3),
                new Grid2D(128, 161, -0.65, -0.7, 1.3, 1.4),
                new Grid2D(173, 128, -0.7, -0.65, 1.4, 1.3));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void mapsInAnyWay(Grid2D grid) {
        Random random = new Random(1);
        for (int k = 0; k < 40; k++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double turn = 2 * Math.PI * random.nextDouble();
            double a = 0.7 + random.nextDouble();
            double b = (random.nextBoolean() ? 1 : -1) * (0.7 + random.nextDouble());
            AffineMap map = new AffineMap(
                    a * Math.cos(angle) * Math.cos(turn) - b * Math.sin(angle) * Math.sin(turn),
                    -a * Math.cos(angle) * Math.sin(turn) - b * Math.sin(angle) * Math.cos(turn),
                    a * Math.sin(angle) * Math.cos(turn) + b * Math.cos(angle) * Math.sin(turn),
                    -a * Math.sin(angle) * Math.sin(turn) + b * Math.cos(angle) * Math.cos(turn),
                    0.1 * random.nextDouble(),
                    -0.1 * random.nextDouble());
            assertThat(map.determinant()).isCloseTo(a * b, within(2e-15));
            assertAbsolute(Measure.distance(map.apply(mapped(grid, IDENTITY)), mapped(grid, map)), 1e-14);
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void mapsToAnyGrid(Grid2D grid) {
        Field2D u = mapped(grid, IDENTITY);
        List<AffineMap> maps = List.of(
                IDENTITY,
                new AffineMap(0, -1, 1, 0, 0, 0),
                new AffineMap(0, 1, 1, 0, 0, 0),
                new AffineMap(-1, 0, 0, 1, 0.1, 0),
                new AffineMap(1, 0.3, 0, 1, 0, 0),
                new AffineMap(1, 0, -0.4, 1, 0, 0.02),
                new AffineMap(0.3, 0, 0, 2.5, 0, 0),
                new AffineMap(0.1, 0.9, -1.2, 0.2, 0, 0.1));
        for (AffineMap map : maps) {
            for (Grid2D target : List.of(
                    Grid2D.centered(33, 0.4), new Grid2D(70, 1, -2, 0.05, 4, 1), new Grid2D(1, 9, 0, 0, 1, 0.2))) {
                assertAbsolute(Measure.distance(map.apply(u, target), mapped(target, map)), 1e-14);
            }
        }
    }

    @Test
    void aMapAndItsInverseAreTheIdentity() {
        Grid2D grid = Grid2D.centered(192, 1.6);
        Field2D u = mapped(grid, IDENTITY);
        AffineMap map = AffineMap.about(0.1, -0.05, 0.9, 0.4, -0.3, 1.1);
        double d = map.determinant();
        AffineMap inverse = AffineMap.about(0.1, -0.05, 1.1 / d, -0.4 / d, 0.3 / d, 0.9 / d);
        assertAbsolute(Measure.distance(inverse.apply(map.apply(u)), u), 1e-14);
        assertAbsolute(Math.abs(map.apply(u).integral() * d - u.integral()), 1e-15);
    }

    @Test
    void agreesWithRotation() {
        Grid2D grid = Grid2D.centered(128, 1.6);
        Field2D u = mapped(grid, IDENTITY);
        for (double angle : new double[] {0.3, 1.2, -2.5}) {
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            Field2D turned = AffineMap.about(0.02, 0.01, c, s, -s, c).apply(u);
            assertAbsolute(Measure.distance(new Rotation(1, 0.02, 0.01).solve(u).at(angle), turned), 1e-14);
        }
    }

    @Test
    void outsideItsRectangleAFieldIsZero() {
        Grid2D grid = Grid2D.centered(96, 1.3);
        Field2D small = new AffineMap(4, 0, 0, 4, 0, 0).apply(mapped(grid, IDENTITY));
        assertThat(small.get(4, 4)).isZero();
        assertThat(small.get(90, 48)).isZero();
        assertThat(new AffineMap(1, 0, 0, 1, 5, 0).apply(mapped(grid, IDENTITY)).maxNorm())
                .isZero();
        assertThat(IDENTITY.apply(Field2D.of(grid, (x, y) -> 0)).maxNorm()).isZero();
    }

    @Test
    void refusesWhatReachesTooFar() {
        Grid2D grid = Grid2D.centered(64, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IDENTITY.apply(Field2D.of(grid, (x, y) -> 1)))
                .withMessage(
                        "u must fall to 1.0E-8 on the outermost nodes, 1.0E-8 of its largest modulus, got u[0,0] = 1.0");
        AffineMap shear = new AffineMap(1, 0.8, 0.8, -1, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shear.apply(InitialFields.gaussian(grid, 0, 0, 0.025)))
                .withMessageStartingWith("u must stay on its grid when it is sheared by -0.8, got ");
    }

    @Test
    void refusesWhatNoArrayHoldsBetweenThePasses() {
        Field2D tall = Field2D.of(new Grid2D(1, 70000, 0, 0, 1, 1), (x, y) -> 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IDENTITY.apply(tall, Grid2D.line(70000, 0, 1)))
                .withMessage("70000x70000 samples between rows and columns need 3.92E10 bytes, more than one Java array"
                        + " holds");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refusesNumbersThatAreNone(double none) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AffineMap(none, 0, 0, 1, 0, 0))
                .withMessage("xx must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AffineMap(1, none, 0, 1, 0, 0))
                .withMessage("xy must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AffineMap(1, 0, none, 1, 0, 0))
                .withMessage("yx must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AffineMap(1, 0, 0, none, 0, 0))
                .withMessage("yy must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AffineMap(1, 0, 0, 1, none, 0))
                .withMessage("x0 must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AffineMap(1, 0, 0, 1, 0, none))
                .withMessage("y0 must be finite, got " + none);
        Field2D bad = Field2D.of(Grid2D.unit(4), (x, y) -> x == 0.25 && y == 0.75 ? none : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IDENTITY.apply(bad))
                .withMessage("u[1,3] is " + none);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AffineMap(1, 2, 2, 4, 0, 0))
                .withMessage("the determinant must not be 0, and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AffineMap(1e200, 0, 0, 1e200, 0, 0))
                .withMessageContaining("got Infinity");
        Field2D huge = mapped(Grid2D.centered(128, 1.3), IDENTITY).times(1e308);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IDENTITY.apply(huge))
                .withMessageStartingWith("v[");
        assertThatNullPointerException().isThrownBy(() -> IDENTITY.apply(null)).withMessage("u");
        assertThatNullPointerException()
                .isThrownBy(() -> IDENTITY.apply(Field2D.of(Grid2D.unit(2), (x, y) -> 0), null))
                .withMessage("grid");
        assertOneLine(IDENTITY);
        assertOneLine(new AffineMap(-Math.PI * 1e100, Math.E, -1 / 3.0, -1 / 7.0, -1e-200 / 3, 1e200 / 3));
    }
}
