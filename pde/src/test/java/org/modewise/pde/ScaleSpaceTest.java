package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;
import static org.modewise.pde.Measure.assertRelative;

import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** Blobs against the formulas of Gaussians: of width s, blurred by σ, they have the width √(s² + σ²). */
class ScaleSpaceTest {
    private static final Grid2D GRID = new Grid2D(160, 121, -0.7, 0.4, 1.3, 1);
    private static final double X = GRID.x(63);
    private static final double Y = GRID.y(70);
    private static final double S = 0.03;

    /** ±e^{-r²/2w²}·(…) over the images next to the box: further ones are below 1e-70. */
    private static Field2D images(double w, BiFunction<Double, Double, Double> f) {
        return Field2D.of(GRID, (x, y) -> {
            double sum = 0;
            for (int a = -1; a <= 1; a++) {
                for (int b = -1; b <= 1; b++) {
                    sum += f.apply(Waves.sq(x - X + a * GRID.lx()) + Waves.sq(y - Y + b * GRID.ly()), w * w);
                }
            }
            return sum;
        });
    }

    private static double density(double r2, double w2) {
        return Math.exp(-0.5 * r2 / w2) / (2 * Math.PI * w2);
    }

    private static Field2D blob(double w) {
        return images(w, ScaleSpaceTest::density);
    }

    private static Field2D blobLaplacian(double w) {
        return images(w, (r2, w2) -> (r2 / w2 - 2) / w2 * density(r2, w2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.03, 0.05})
    void isThatOfAGaussianForAGaussian(double sigma) {
        ScaleSpace space = ScaleSpace.of(blob(S));
        double w = Math.hypot(S, sigma);
        assertRelative(space.blur(sigma), blob(w), 1e-14);
        Field2D laplacian = blobLaplacian(w).times(sigma * sigma);
        // What the transform rounds off the blob is not smaller for a small σ.
        assertAbsolute(
                Measure.distance(space.normalizedLaplacian(sigma), laplacian),
                Math.max(1e-14 * laplacian.maxNorm(), 1e-15 * blob(S).maxNorm()));
        for (double other : new double[] {0, 0.02, 0.06}) {
            Field2D expected = blob(w).minus(blob(Math.hypot(S, other)));
            assertAbsolute(
                    Measure.distance(space.differenceOfGaussians(sigma, other), expected), 1e-14 * blob(S).maxNorm());
        }
    }

    @Test
    void aBlobHasItsWidthForItsScale() {
        ScaleSpace space = ScaleSpace.of(blob(S));
        double extreme = space.normalizedLaplacian(S).get(63, 70);
        assertThat(extreme).isEqualTo(space.normalizedLaplacian(S).min());
        double expected = -1 / (4 * Math.PI * S * S);
        assertThat(extreme).isCloseTo(expected, within(-1e-13 * expected));
        // -σ²/π(s² + σ²)², by whose curvature at σ = s the answer falls.
        for (double ratio : new double[] {0.5, 0.9, 0.99, 0.9999, 1.0001, 1.01, 1.1, 2}) {
            double sigma = ratio * S;
            double response = space.normalizedLaplacian(sigma).get(63, 70);
            assertThat(response).isGreaterThan(extreme);
            double formula = 4 * ratio * ratio / Waves.sq(1 + ratio * ratio) * expected;
            assertThat(response).isCloseTo(formula, within(-1e-13 * expected));
        }
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void isItsFormulaOnEveryGrid(Grid2D grid) {
        Field2D u = Measure.noise(grid, 1);
        ScaleSpace space = ScaleSpace.of(u);
        double sigma = 1 / Math.max(grid.kx(1), grid.ky(1));
        double s2 = sigma * sigma;
        Field2D laplacian = DirectMultiplier.apply(
                u, (kx, ky) -> -s2 * (kx * kx + ky * ky) * Math.exp(-s2 * (kx * kx + ky * ky) / 2), (kx, ky) -> 0);
        assertAbsolute(Measure.distance(space.normalizedLaplacian(sigma), laplacian), 2e-15);
        Field2D difference = DirectMultiplier.apply(
                u,
                (kx, ky) -> Math.exp(-s2 * (kx * kx + ky * ky) / 2) - Math.exp(-2 * s2 * (kx * kx + ky * ky)),
                (kx, ky) -> 0);
        assertAbsolute(Measure.distance(space.differenceOfGaussians(sigma, 2 * sigma), difference), 2e-15);
        assertThat(space.blur(sigma)).isEqualTo(Heat.blur(u, sigma));
    }

    @Test
    void closeWidthsDoNotCancel() {
        ScaleSpace space = ScaleSpace.of(Waves.random(GRID, 2).sample(GRID));
        double sigma = 0x1p-5;
        double next = sigma * (1 + 0x1p-40);
        Field2D difference = space.differenceOfGaussians(next, sigma);
        // The next term of the expansion is 2^-40 below.
        assertRelative(difference, space.normalizedLaplacian(sigma).times(0x1p-40), 1e-11);
        assertThat(space.differenceOfGaussians(sigma, next)).isEqualTo(difference.times(-1));
        assertThat(space.differenceOfGaussians(sigma, sigma).maxNorm()).isZero();
    }

    @Test
    void hugeAndTinyWidths() {
        Field2D u = Measure.noise(Grid2D.unit(16), 3);
        ScaleSpace space = ScaleSpace.of(u);
        for (double sigma : new double[] {1e200, Double.MAX_VALUE}) {
            assertThat(space.normalizedLaplacian(sigma).maxNorm()).isZero();
            assertRelative(space.differenceOfGaussians(0, sigma), u.minus(u.mean()), 2e-15);
        }
        assertThat(space.normalizedLaplacian(0).maxNorm()).isZero();
        assertThat(space.normalizedLaplacian(1e-200).maxNorm()).isZero();
    }

    @Test
    void refusesWhatMakesNoSense() {
        ScaleSpace space = ScaleSpace.of(Measure.noise(Grid2D.unit(8, 6), 4));
        assertOneLine(space).isEqualTo("ScaleSpace[8x6]");
        assertThat(space.grid()).isEqualTo(Grid2D.unit(8, 6));
        for (double none : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> space.blur(none))
                    .withMessage("sigma must be >= 0 and finite, got " + none);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> space.normalizedLaplacian(none))
                    .withMessage("sigma must be >= 0 and finite, got " + none);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> space.differenceOfGaussians(none, 1))
                    .withMessage("sigma1 must be >= 0 and finite, got " + none);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> space.differenceOfGaussians(1, none))
                    .withMessage("sigma2 must be >= 0 and finite, got " + none);
        }
        Field2D bad = Field2D.of(Grid2D.unit(2, 2), 0, 0, Double.NaN, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaleSpace.of(bad))
                .withMessage("u[0,1] is NaN");
        assertThatNullPointerException().isThrownBy(() -> ScaleSpace.of(null)).withMessage("u");
    }
}
