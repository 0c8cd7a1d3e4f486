package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.modewise.pde.Classification.Kind;

class ClassificationTest {
    private static double[][] diagonal(double... values) {
        double[][] a = new double[values.length][values.length];
        for (int i = 0; i < values.length; i++) {
            a[i][i] = values[i];
        }
        return a;
    }

    private static void check(Classification classification, Kind kind, String reason) {
        assertThat(classification.kind()).isEqualTo(kind);
        assertThat(classification.reason()).isEqualTo(reason);
        Measure.assertOneLine(classification);
    }

    @Test
    void theEquationsOfPhysicsAreOfTheirKinds() {
        check(
                Classification.of(diagonal(-1, -1), new double[] {3, 4}, 5),
                Kind.ELLIPTIC,
                "all eigenvalues have one sign: 0 positive, 2 negative");
        // Heat in (x, y, t): αΔu - u_t.
        check(
                Classification.of(diagonal(0.015, 0.015, 0), new double[] {0, 0, -1}, 0),
                Kind.PARABOLIC,
                "one eigenvalue is 0, a first-order term along it");
        // Waves in (t, x, y, z).
        check(
                Classification.of(diagonal(-1, 4, 4, 4)),
                Kind.HYPERBOLIC,
                "exactly one eigenvalue has the other sign: 3 positive, 1 negative");
        check(
                Classification.of(diagonal(1, 1, -1, -2)),
                Kind.ULTRAHYPERBOLIC,
                "two or more of each sign: 2 positive, 2 negative");
        // Transport has no second order.
        check(
                Classification.of(diagonal(0, 0), new double[] {1, 2}, 0),
                Kind.DEGENERATE,
                "there is no second-order term");
        // In the plane, one opposite sign is all there can be.
        assertThat(Classification.of(diagonal(-7, 7)).kind()).isEqualTo(Kind.HYPERBOLIC);
        assertThat(Classification.of(diagonal(-1, 1, 1)).kind()).isEqualTo(Kind.HYPERBOLIC);
        assertThat(Classification.of(diagonal(-1, -1, 1)).kind()).isEqualTo(Kind.HYPERBOLIC);
    }

    @Test
    void aNullDirectionNeedsATermAlongIt() {
        double[][] heat = diagonal(0.5, 0.5, 0);
        check(Classification.of(heat), Kind.DEGENERATE, "one eigenvalue is 0, no first-order term along it");
        // A drift across it does not help.
        assertThat(Classification.of(heat, new double[] {1, 1, 0}, 0).kind()).isEqualTo(Kind.DEGENERATE);
        assertThat(Classification.of(heat, new double[] {1, 1, 1e-8}, 0).kind()).isEqualTo(Kind.PARABOLIC);
        check(
                Classification.of(diagonal(1, 0, 0), new double[] {0, 1, 1}, 0),
                Kind.DEGENERATE,
                "2 eigenvalues are 0: 1 positive, 0 negative");
        check(
                Classification.of(diagonal(1, -1, 0), new double[] {0, 0, 1}, 0),
                Kind.DEGENERATE,
                "one eigenvalue is 0, others differ in sign: 1 positive, 1 negative");
        // u_xx + 2u_xy + u_yy is a second derivative along (1,1): null along (1,-1).
        double[][] slanted = {{1, 1}, {1, 1}};
        assertThat(Classification.of(slanted, new double[] {1, 1}, 0).kind()).isEqualTo(Kind.DEGENERATE);
        assertThat(Classification.of(slanted, new double[] {1, 0}, 0).kind()).isEqualTo(Kind.PARABOLIC);
    }

    @Test
    void derivativesCommute() {
        // 2u_xy written once, or as halves: hyperbolic with the eigenvalues ±1.
        assertThat(Classification.of(new double[][] {{0, 2}, {0, 0}})).isEqualTo(Classification.of(new double[][] {
            {0, 1}, {1, 0}
        }));
        // Tricomi's y·u_xx + u_yy changes its kind with the sign of y.
        assertThat(Classification.of(diagonal(0.1, 1)).kind()).isEqualTo(Kind.ELLIPTIC);
        assertThat(Classification.of(diagonal(0, 1)).kind()).isEqualTo(Kind.DEGENERATE);
        assertThat(Classification.of(diagonal(-0.1, 1)).kind()).isEqualTo(Kind.HYPERBOLIC);
    }

    @Test
    void eigenvaluesAreThoseOfTheMatrix() {
        Classification classification = Classification.of(new double[][] {{2, 1}, {1, 2}});
        assertThat(classification.eigenvalues()).hasSize(2);
        assertThat(classification.eigenvalues().get(0)).isCloseTo(1, within(4e-16));
        assertThat(classification.eigenvalues().get(1)).isCloseTo(3, within(4e-16));
    }

    @Test
    void scaleDoesNotMatter() {
        for (double scale : new double[] {1e-300, 1e-200, 1e200, 1e307}) {
            assertThat(Classification.of(new double[][] {{2 * scale, scale}, {scale, 2 * scale}})
                            .kind())
                    .isEqualTo(Kind.ELLIPTIC);
            assertThat(Classification.of(diagonal(scale, 0), new double[] {0, 1 / scale}, 0)
                            .kind())
                    .isEqualTo(Kind.PARABOLIC);
            assertThat(Classification.of(diagonal(scale, -scale, scale)).kind()).isEqualTo(Kind.HYPERBOLIC);
        }
    }

    @Test
    void unitsDoNotMatter() {
        // Light in metres and seconds: u_tt - c²Δu.
        double square = 299792458.0 * 299792458;
        check(
                Classification.of(diagonal(1, -square, -square)),
                Kind.HYPERBOLIC,
                "exactly one eigenvalue has the other sign: 1 positive, 2 negative");
        assertThat(Classification.of(diagonal(1, -4e8, -4e8)).eigenvalues()).containsExactly(-4e8, -4e8, 1.0);
        assertThat(Classification.of(diagonal(1, -1e-16)).kind()).isEqualTo(Kind.HYPERBOLIC);
        assertThat(Classification.of(diagonal(1e-300, 1e300, 1)).kind()).isEqualTo(Kind.ELLIPTIC);
        assertThat(Classification.of(diagonal(1, 1e-10, 0), new double[] {1, 1, 1e-6}, 0)
                        .kind())
                .isEqualTo(Kind.PARABOLIC);
        // A slow clock, with drift across it: the unit of what a row of zeros belongs to is b's.
        check(
                Classification.of(diagonal(2, 1, 0), new double[] {1e5, -3, 1e-200}, 0),
                Kind.PARABOLIC,
                "one eigenvalue is 0, a first-order term along it");
        // Off the diagonal too: (∂x + ∂y)² in units of their own, null along another slope.
        double[][] slanted = {{1, 1e-9}, {1e-9, 1e-18}};
        assertThat(Classification.of(slanted, new double[] {1, 1e-9}, 0).kind()).isEqualTo(Kind.DEGENERATE);
        assertThat(Classification.of(slanted, new double[] {0, 1e-9}, 0).kind()).isEqualTo(Kind.PARABOLIC);
        assertThat(Classification.of(new double[][] {{0, 1e-170}, {1e-170, 1e160}})
                        .kind())
                .isEqualTo(Kind.HYPERBOLIC);
    }

    /** SAS has the kind of a, with any diagonal S of powers of two. */
    @Property(tries = 300)
    void anyUnitsWillDo(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int d) {
        Random random = new Random(seed);
        double[][] a = new double[d][d];
        double[] b = new double[d];
        int[] units = random.ints(d, -80, 80).toArray();
        boolean parabolic = random.nextBoolean();
        for (int i = 0; i < d; i++) {
            b[i] = random.nextDouble();
            for (int j = 0; j <= i; j++) {
                boolean zero = parabolic && i == d - 1 || random.nextInt(3) == 0;
                a[i][j] = zero ? 0 : random.nextInt(9) - 4 + (i == j ? 20 * (random.nextInt(4) - 1) : 0);
                a[j][i] = a[i][j];
            }
        }
        double[][] scaled = new double[d][d];
        double[] scaledB = new double[d];
        for (int i = 0; i < d; i++) {
            scaledB[i] = Math.scalb(b[i], units[i]);
            for (int j = 0; j < d; j++) {
                scaled[i][j] = Math.scalb(a[i][j], units[i] + units[j]);
            }
        }
        assertThat(Classification.of(scaled, scaledB, 0).kind())
                .isEqualTo(Classification.of(a, b, 0).kind());
    }

    @Test
    void whatRoundingLeavesOfAZeroIsOne() {
        for (double angle : new double[] {0.4, 0.7, 1.1, 2}) {
            double[][] heat = diagonal(0.3, 1, 0);
            double[] b = {0, 0, 1};
            double[] across = {1, -2, 0};
            rotate(heat, b, 1, 2, angle);
            rotate(diagonal(1, 1, 1), across, 1, 2, angle);
            rotate(heat, b, 0, 1, 0.8);
            rotate(diagonal(1, 1, 1), across, 0, 1, 0.8);
            assertThat(Classification.of(heat).kind()).isEqualTo(Kind.DEGENERATE);
            assertThat(Classification.of(heat, across, 0).kind()).isEqualTo(Kind.DEGENERATE);
            assertThat(Classification.of(heat, b, 0).kind()).isEqualTo(Kind.PARABOLIC);
            // 1e-12 is not rounding.
            double[][] thin = diagonal(0.3, 1, -1e-12);
            rotate(thin, b, 1, 2, angle);
            assertThat(Classification.of(thin).kind()).isEqualTo(Kind.HYPERBOLIC);
        }
    }

    /** QΛQᵀ with a random rotation has the kind of Λ, rounding or not. */
    @Property(tries = 300)
    void rotationsDoNotMatter(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int positive,
            @ForAll @IntRange(min = 0, max = 3) int negative,
            @ForAll @IntRange(min = 0, max = 2) int zero) {
        int d = positive + negative + zero;
        if (d < 2) {
            return;
        }
        Random random = new Random(seed);
        double[] values = new double[d];
        double[] b = new double[d];
        for (int k = 0; k < d; k++) {
            values[k] = k < positive + negative ? (k < positive ? 1 : -1) * (0.1 + random.nextDouble()) : 0;
            b[k] = k < positive + negative ? random.nextDouble() : 1;
        }
        double[][] a = diagonal(values);
        for (int turn = 0; turn < 3 * d; turn++) {
            int i = random.nextInt(d);
            int j = (i + 1 + random.nextInt(d - 1)) % d;
            rotate(a, b, i, j, random.nextDouble() * 6);
        }
        // A direction that has hardly turned away from an axis holds little but what rounding left there.
        double largest =
                Arrays.stream(a).mapToDouble(ClassificationTest::largest).max().orElse(0);
        Assume.that(Arrays.stream(a).allMatch(row -> largest(row) >= 0.25 * largest));
        assertThat(Classification.of(a, b, random.nextDouble()).kind()).isEqualTo(expected(positive, negative, zero));
    }

    private static double largest(double[] row) {
        return Arrays.stream(row).map(Math::abs).max().orElse(0);
    }

    private static Kind expected(int positive, int negative, int zero) {
        if (zero > 1 || positive + negative == 0) {
            return Kind.DEGENERATE;
        }
        if (zero == 1) {
            return positive == 0 || negative == 0 ? Kind.PARABOLIC : Kind.DEGENERATE;
        }
        int fewer = Math.min(positive, negative);
        return fewer == 0 ? Kind.ELLIPTIC : fewer == 1 ? Kind.HYPERBOLIC : Kind.ULTRAHYPERBOLIC;
    }

    private static void rotate(double[][] a, double[] b, int i, int j, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        for (double[] row : a) {
            double u = row[i];
            row[i] = c * u - s * row[j];
            row[j] = s * u + c * row[j];
        }
        for (int k = 0; k < a.length; k++) {
            double u = a[i][k];
            a[i][k] = c * u - s * a[j][k];
            a[j][k] = s * u + c * a[j][k];
        }
        double u = b[i];
        b[i] = c * u - s * b[j];
        b[j] = s * u + c * b[j];
    }

    @Test
    void isASerializableValue() throws Exception {
        Classification classification = Classification.of(diagonal(1, 2));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(classification);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(classification);
        }
        assertThat(classification).hasToString("elliptic: all eigenvalues have one sign: 2 positive, 0 negative");
    }

    @Test
    void refusesWhatIsNoOperator() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(new double[][] {{1}}))
                .withMessage("a must have two rows or more, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(new double[][] {{1, 0}, {1}}))
                .withMessage("a[1].length must be 2, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(new double[][] {{1, 0}, {Double.NaN, 1}}))
                .withMessage("a[1][0] must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(diagonal(1, 1), new double[] {1}, 0))
                .withMessage("b.length must be 2, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(diagonal(1, 1), new double[] {1, Double.POSITIVE_INFINITY}, 0))
                .withMessage("b[1] must be finite, got Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(diagonal(1, 1), new double[2], Double.NaN))
                .withMessage("c must be finite, got NaN");
        assertThatNullPointerException()
                .isThrownBy(() -> Classification.of(null))
                .withMessage("a");
        assertThatNullPointerException()
                .isThrownBy(() -> Classification.of(new double[][] {{1, 2}, null}))
                .withMessage("a[1]");
        assertThatNullPointerException()
                .isThrownBy(() -> Classification.of(diagonal(1, 1), null, 0))
                .withMessage("b");
    }
}
