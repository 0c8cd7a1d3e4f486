package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

class GaussianMixtureTest {
    private static final Grid2D PLANE = new Grid2D(40, 31, -5, -4, 10, 9);

    @Test
    void isTheSumOfItsNormalLaws() {
        Field2D expected = Field2D.of(PLANE, (x, y) -> {
            double slanted =
                    Densities.normal(x, 1, 0.3) * Densities.normal(y, -1 + 0.1 / 0.3 * (x - 1), 0.2 - 0.1 * 0.1 / 0.3);
            return 0.5 * Densities.normal(x, -1.5, Waves.sq(0.36)) * Densities.normal(y, 1, Waves.sq(0.36))
                    + 0.3 * slanted
                    + 0.2 * Densities.normal(x, 1.2, 0.25) * Densities.normal(y, 1.4, 0.25);
        });
        assertRelative(Densities.plane().density(PLANE), expected, 4 * EPS);
        Field2D logarithm = Densities.plane().logDensity(PLANE);
        for (int j = 0; j < PLANE.ny(); j++) {
            for (int i = 0; i < PLANE.nx(); i++) {
                double log = Math.log(expected.get(i, j));
                assertAbsolute(Math.abs(logarithm.get(i, j) - log), 8 * EPS * (1 + Math.abs(log)));
            }
        }
    }

    @Test
    void aLineSeesTheMarginalDensity() {
        Grid2D line = Grid2D.line(64, -6, 12);
        Field2D alongX = Field2D.of(
                line,
                (x, y) -> 0.5 * Densities.normal(x, -1.5, Waves.sq(0.36))
                        + 0.3 * Densities.normal(x, 1, 0.3)
                        + 0.2 * Densities.normal(x, 1.2, 0.25));
        assertRelative(Densities.plane().density(line), alongX, 4 * EPS);
        Grid2D column = new Grid2D(1, 64, 0, -6, 1, 12);
        Field2D alongY = Field2D.of(
                column,
                (x, y) -> 0.5 * Densities.normal(y, 1, Waves.sq(0.36))
                        + 0.3 * Densities.normal(y, -1, 0.2)
                        + 0.2 * Densities.normal(y, 1.4, 0.25));
        assertRelative(Densities.plane().density(column), alongY, 4 * EPS);
        assertThat(Densities.plane().score(column).x().maxNorm()).isZero();
        assertThat(Densities.plane().score(line).y().maxNorm()).isZero();
    }

    @Test
    void theScoreIsTheSlopeOfTheLogarithm() {
        // Central differences of the fourth order, 1e-11 at this step, of logarithms that are rounded at 1e-14.
        double h = 1e-4;
        VectorField2D score = Densities.plane().score(PLANE);
        for (int j = 0; j < PLANE.ny(); j += 3) {
            for (int i = 0; i < PLANE.nx(); i += 3) {
                double x = PLANE.x(i);
                double y = PLANE.y(j);
                double slopeX =
                        (8 * (log(x + h, y) - log(x - h, y)) - log(x + 2 * h, y) + log(x - 2 * h, y)) / (12 * h);
                double slopeY =
                        (8 * (log(x, y + h) - log(x, y - h)) - log(x, y + 2 * h) + log(x, y - 2 * h)) / (12 * h);
                assertAbsolute(Math.abs(score.x().get(i, j) - slopeX), 1e-9);
                assertAbsolute(Math.abs(score.y().get(i, j) - slopeY), 1e-9);
            }
        }
    }

    private static double log(double x, double y) {
        return Densities.plane().logDensity(new Grid2D(2, 2, x, y, 1, 1)).get(0, 0);
    }

    @Test
    void farTailsKeepTheirDigits() {
        GaussianMixture mixture = Densities.reference();
        Grid2D far = Grid2D.line(4, 100, 400);
        for (int i = 0; i < 4; i++) {
            // The widest component is alone there.
            double exact = Math.log(0.2) - 0.5 * Math.log(2 * Math.PI * 0.25) - 0.5 * Waves.sq((far.x(i) - 2.5) / 0.5);
            assertRelative(mixture.logDensity(far).get(i, 0), exact);
            assertRelative(mixture.score(far).x().get(i, 0), -(far.x(i) - 2.5) / 0.25);
        }
        assertThat(mixture.density(far).maxNorm()).isZero();
    }

    private static void assertRelative(double actual, double expected) {
        assertAbsolute(Math.abs(actual / expected - 1), 4 * EPS);
    }

    private static void assertRelative(Field2D actual, Field2D expected, double tolerance) {
        Measure.assertRelative(actual, expected, tolerance);
    }

    @Test
    void momentsAreThoseOfQuadrature() {
        Grid2D grid = Grid2D.centered(96, 12);
        Field2D density = Densities.plane().density(grid);
        Moments moments = Densities.plane().moments();
        double meanX = density.times(Field2D.of(grid, (x, y) -> x)).integral();
        double meanY = density.times(Field2D.of(grid, (x, y) -> y)).integral();
        assertAbsolute(Math.abs(moments.mass() - density.integral()), 2 * EPS);
        assertAbsolute(Math.abs(moments.meanX() - meanX), 2 * EPS);
        assertAbsolute(Math.abs(moments.meanY() - meanY), 2 * EPS);
        assertAbsolute(Math.abs(moments.varianceX() - second(density, grid, meanX, meanX, 0)), 8 * EPS);
        assertAbsolute(Math.abs(moments.covariance() - second(density, grid, meanX, meanY, 1)), 8 * EPS);
        assertAbsolute(Math.abs(moments.varianceY() - second(density, grid, meanY, meanY, 2)), 8 * EPS);
    }

    private static double second(Field2D density, Grid2D grid, double a, double b, int ys) {
        return density.times(Field2D.of(grid, (x, y) -> ((ys == 2 ? y : x) - a) * ((ys == 0 ? x : y) - b)))
                .integral();
    }

    @Test
    void samplesArePointsUntilTheyAreBlurred() {
        GaussianMixture samples = GaussianMixture.samples(new double[] {-1, 0.5, 2}, new double[] {0, 1, -1});
        assertThat(samples.size()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> samples.density(PLANE))
                .withMessage(
                        "every component must have a width to have a density, got component 0 of variance 0.0 along"
                                + " the grid");
        GaussianMixture blurred = samples.after(GaussianTransition.isotropic(0.5, 0.25, 0, 0.09));
        Field2D expected = Field2D.of(
                PLANE,
                (x, y) -> (Densities.normal(x, -0.25, 0.09) * Densities.normal(y, 0, 0.09)
                                + Densities.normal(x, 0.5, 0.09) * Densities.normal(y, 0.5, 0.09)
                                + Densities.normal(x, 1.25, 0.09) * Densities.normal(y, -0.5, 0.09))
                        / 3);
        assertRelative(blurred.density(PLANE), expected, 8 * EPS);
        assertThat(GaussianMixture.samples(1, 2).moments().meanX()).isEqualTo(1.5);
    }

    @Test
    void isAValue() throws IOException, ClassNotFoundException {
        GaussianMixture mixture = Densities.plane();
        assertThat(mixture).isEqualTo(Densities.plane()).hasSameHashCodeAs(Densities.plane());
        assertThat(mixture).isNotEqualTo(mixture.times(2)).isNotEqualTo(null);
        assertThat(mixture).hasToString("GaussianMixture[3 components, mass 1.0, mean (-0.21, 0.48)]");
        assertOneLine(GaussianMixture.gaussian(-Math.PI, Math.E, 1e-9).times(1 / 3.0));
        assertOneLine(mixture.moments());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(mixture);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(mixture);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNone(double none) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianMixture.gaussian(none, 1))
                .withMessage("x must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianMixture.gaussian(0, none, 1))
                .withMessage("y must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianMixture.gaussian(0, none))
                .withMessage("sigma must be >= 0 and finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianMixture.samples(1, none))
                .withMessage("x[1] is " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Densities.plane().times(none))
                .withMessage("weight must be > 0 and finite, got " + none);
    }

    @Test
    void refusesWhatIsNoLaw() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianMixture.gaussian(0, -1))
                .withMessage("sigma must be >= 0 and finite, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianMixture.gaussian(0, 0, 1, 2, 1))
                .withMessage("xy^2 must be <= xx*yy, got xx = 1.0, xy = 2.0, yy = 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(GaussianMixture::samples)
                .withMessage("x and y must have the same length, at least 1, got 0 and 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianMixture.samples(new double[2], new double[1]))
                .withMessage("x and y must have the same length, at least 1, got 2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Densities.plane().times(0))
                .withMessage("weight must be > 0 and finite, got 0.0");
        assertThatNullPointerException()
                .isThrownBy(() -> Densities.plane().plus(null))
                .withMessage("other");
        assertThatNullPointerException()
                .isThrownBy(() -> Densities.plane().density(null))
                .withMessage("grid");
        assertThatNullPointerException()
                .isThrownBy(() -> Densities.plane().after(null))
                .withMessage("transition");
        assertThatNullPointerException()
                .isThrownBy(() -> GaussianMixture.samples((double[]) null))
                .withMessage("x");
    }
}
