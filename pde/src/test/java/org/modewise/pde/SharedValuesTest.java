package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedValuesTest {
    /** In units of ε = 2⁻⁵², relative. */
    private static double farthest(double[] numbers, SharedValues shared) {
        return IntStream.range(0, numbers.length)
                .filter(k -> shared.values()[shared.index(k)] != numbers[k])
                .mapToDouble(k -> Math.abs(shared.values()[shared.index(k)] / numbers[k] - 1) / Math.ulp(1.0))
                .max()
                .orElse(0);
    }

    @Test
    void whatIsSharedIsTwoUlpOffAtMost() {
        Random random = new Random(1);
        for (double size : new double[] {-1, -1.9999, 3.1e300, 1e-300}) {
            double[] numbers = random.ints(4000, 0, 9)
                    .mapToDouble(k -> size * (1 + 0x1p-10 * (k % 3)) + k * Math.ulp(size))
                    .toArray();
            SharedValues shared = SharedValues.of(numbers);
            assertThat(farthest(numbers, shared)).isLessThanOrEqualTo(2);
            assertThat(shared.values()).isSorted().hasSizeLessThan(10);
        }
    }

    @Test
    void equalNumbersAreThemselves() {
        double[] numbers = {3, 0, -1, 3, 0, 0.1, 0.1, -1, -1, 0};
        SharedValues shared = SharedValues.of(numbers);
        assertThat(shared.values()).containsExactly(-1, 0, 0.1, 3);
        assertThat(farthest(numbers, shared)).isZero();
        assertThat(SharedValues.of(new double[] {1, 2, 3, 3})).isNull();
    }

    @Test
    void squaresOfWavenumbersAreFew() {
        double[] squares = new double[65 * 65];
        for (int k = 0; k < squares.length; k++) {
            double kx = 2 * Math.PI * (k % 65);
            double ky = 2 * Math.PI * (k / 65);
            squares[k] = -0.015 * (kx * kx + ky * ky);
        }
        SharedValues shared = SharedValues.of(squares);
        // As many as there are sums of two squares.
        long sums = IntStream.range(0, squares.length)
                .map(k -> (k % 65) * (k % 65) + (k / 65) * (k / 65))
                .distinct()
                .count();
        assertThat(shared.values()).hasSize((int) sums);
        assertThat(farthest(squares, shared)).isLessThanOrEqualTo(2);
    }
}
