package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointsTest {
    private static final Domain LINE = Domain.of("x", -1, 1).and("t", 0, 2);

    @Test
    void aGridHoldsTheMiddlesOfItsCells() {
        Points grid = Points.grid(LINE, 4, 2);
        assertThat(grid.along(0)).containsExactly(-0.75, -0.25, 0.25, 0.75, -0.75, -0.25, 0.25, 0.75);
        assertThat(grid.along(1)).containsExactly(0.5, 0.5, 0.5, 0.5, 1.5, 1.5, 1.5, 1.5);
    }

    @Test
    void sobolsPointsAreEven() {
        Points points = Points.sobol(LINE, 64);
        int left = 0;
        for (double x : points.along(0)) {
            assertThat(x).isBetween(-1.0, 1.0);
            left += x < 0 ? 1 : 0;
        }
        assertThat(left).isBetween(31, 33);
        // Its second point is the centre, its third this.
        assertThat(Points.sobol(LINE, 1).along(0)).containsExactly(0.5);
        assertThat(Points.sobol(LINE, 1).along(1)).containsExactly(0.5);
        assertThat(points.at("t", 0).along(1)).containsOnly(0);
        assertThat(points.at("t", 0).along(0)).isEqualTo(points.along(0));
    }

    @Test
    void pointsAndWhatAFunctionIsThere() {
        Points grid = Points.grid(LINE, 4, 2);
        assertThat(grid.point(5)).containsExactly(-0.25, 1.5);
        assertThat(grid.values(point -> point[0] + 10 * point[1]))
                .containsExactly(4.25, 4.75, 5.25, 5.75, 14.25, 14.75, 15.25, 15.75);
        grid.point(5)[0] = 7;
        assertThat(grid.point(5)[0]).isEqualTo(-0.25);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> grid.point(8));
        assertThatNullPointerException().isThrownBy(() -> grid.values(null)).withMessage("f");
    }

    @Test
    void everyIntervalOfALatinHypercubeHoldsOnePoint() {
        Points cube = Points.latinHypercube(LINE, 50, 3);
        for (int axis = 0; axis < 2; axis++) {
            double[] sorted = Arrays.stream(cube.along(axis)).sorted().toArray();
            for (int k = 0; k < 50; k++) {
                double low = LINE.lower().get(axis) + 2.0 * k / 50;
                assertThat(sorted[k]).isBetween(low - 1e-15, low + 0.04 + 1e-15);
            }
        }
        assertThat(Points.latinHypercube(LINE, 50, 3).along(0)).isEqualTo(cube.along(0));
        assertThat(Points.latinHypercube(LINE, 50, 4).along(0)).isNotEqualTo(cube.along(0));
    }

    @Test
    void pointsAreDrawnInProportionAndOnce() {
        Points grid = Points.grid(LINE, 100, 200);
        double[] shares = new double[grid.size()];
        Arrays.setAll(shares, k -> grid.along(0)[k] < 0 ? 3 : 1);
        Points drawn = grid.drawn(2000, shares, 5);
        double left = Arrays.stream(drawn.along(0)).filter(x -> x < 0).count();
        // Of 20,000 points few are taken, so that taking them out hardly matters; the deviation is √(2000·3)/4 = 19.
        assertThat(left).isCloseTo(1500, within(80.0));
        assertThat(Arrays.stream(drawn.along(0)).distinct().count()).isEqualTo(100);
        long different = IntStream.range(0, 2000)
                .mapToObj(k -> drawn.along(0)[k] + "," + drawn.along(1)[k])
                .distinct()
                .count();
        assertThat(different).isEqualTo(2000);
        assertThat(grid.drawn(grid.size(), shares, 6).along(1)).isEqualTo(grid.along(1));
    }

    @Test
    void othersComeBehind() {
        Points both = Points.grid(LINE, 2, 1).and(Points.grid(LINE, 1, 2));
        assertThat(both.along(0)).containsExactly(-0.5, 0.5, 0, 0);
        assertThat(both.along(1)).containsExactly(1, 1, 0.5, 1.5);
        assertThat(both.domain()).isEqualTo(LINE);
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.grid(LINE, 4))
                .withMessage("counts must be 2 numbers, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.grid(LINE, 4, 0))
                .withMessage("counts[1] must be >= 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.grid(LINE, 1 << 20, 1 << 20))
                .withMessageContaining("points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.latinHypercube(LINE, 0, 1))
                .withMessage("count must be >= 1, got 0");
        Points two = Points.grid(LINE, 2, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.and(Points.grid(Domain.of("x", 0, 1), 3)))
                .withMessageStartingWith("points must be of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.drawn(3, new double[] {1, 1}, 1))
                .withMessage("count must be <= 2, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.drawn(1, new double[] {1}, 1))
                .withMessage("shares must be 2 numbers, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.drawn(1, new double[] {1, 0}, 1))
                .withMessage("shares[1] must be > 0 and finite, got 0.0");
    }
}
