package org.modewise.fft.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.modewise.fft.contract.Dft.Complexes;

/** The oracle itself: twiddles against identities and decimal arithmetic, the split transform against the definition. */
class DftTest {
    /** Far below what a double can show, far above what double-double arithmetic loses. */
    private static final double TOLERANCE = 0x1p-98;

    @Test
    void productsAndSumsAreExact() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 1000; k++) {
            double a = random.nextDouble(-1, 1) * Math.scalb(1, random.nextInt(40));
            double b = random.nextDouble(-1, 1);
            BigDecimal product = new BigDecimal(a).multiply(new BigDecimal(b));
            assertThat(decimal(DoubleDouble.twoProduct(a, b))).isEqualByComparingTo(product);
            assertThat(decimal(DoubleDouble.twoSum(a, b)))
                    .isEqualByComparingTo(new BigDecimal(a).add(new BigDecimal(b)));
        }
    }

    /** Σ (-1)^m x^{2m+1}/(2m+1)! in 50 digits at x = 2πk/n, π by the digits. */
    @Test
    void twiddlesMatchDecimalArithmetic() {
        for (int n : new int[] {1, 2, 3, 7, 8, 12, 360, 1021, 65537, 1 << 20}) {
            for (int sample = 0; sample < 8; sample++) {
                int k = (int) ((long) sample * n / 8 + sample) % n;
                assertClose(decimal(DoubleDouble.cosTurn(k, n)), decimalCos(k, n));
                assertClose(decimal(DoubleDouble.sinTurn(k, n)), decimalCos(4L * k + 3L * n, 4L * n));
            }
        }
    }

    private static void assertClose(BigDecimal actual, BigDecimal expected) {
        assertThat(actual.subtract(expected).doubleValue()).isEqualTo(0, within(0x1p-103));
    }

    private static BigDecimal decimalCos(long k, long n) {
        MathContext digits = new MathContext(60);
        BigDecimal x = new BigDecimal("6.28318530717958647692528676655900576839433879875021164194988918")
                .multiply(BigDecimal.valueOf(k % n))
                .divide(BigDecimal.valueOf(n), digits);
        BigDecimal square = x.multiply(x, digits);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int m = 1; m < 50; m++) {
            term = term.multiply(square, digits)
                    .divide(BigDecimal.valueOf((2L * m - 1) * 2 * m), digits)
                    .negate();
            sum = sum.add(term, digits);
        }
        return sum;
    }

    private static BigDecimal decimal(DoubleDouble value) {
        return new BigDecimal(value.hi()).add(new BigDecimal(value.lo()));
    }

    @Test
    void splitTransformMatchesTheDefinition() {
        for (int n = 1; n <= 130; n++) {
            double[] samples = Samples.random(n, n);
            Dft dft = new Dft(n);
            Complexes all = dft.transform(samples, 0);
            for (int k = 0; k < n; k++) {
                assertSame(all, k, dft.bin(samples, k), n);
            }
        }
    }

    /** Complex input, a stride, and sizes with every kind of factor. */
    @Test
    void splitTransformOfAColumnMatchesTheDefinition() {
        for (int n : new int[] {1, 2, 12, 13, 49, 64, 210, 257, 1000}) {
            Complexes columns = new Complexes(3 * n);
            System.arraycopy(Samples.random(3 * n, 5), 0, columns.reHi, 0, 3 * n);
            System.arraycopy(Samples.random(3 * n, 6), 0, columns.imHi, 0, 3 * n);
            Complexes column = new Complexes(n);
            for (int j = 0; j < n; j++) {
                column.reHi[j] = columns.reHi[3 * j + 1];
                column.imHi[j] = columns.imHi[3 * j + 1];
            }
            Dft dft = new Dft(n);
            dft.transform(columns, 1, 3);
            for (int k = 0; k < n; k++) {
                Complexes bin = dft.bin(column, k);
                assertThat(distance(columns.re(3 * k + 1), bin.re(0))).isLessThan(n * TOLERANCE);
                assertThat(distance(columns.im(3 * k + 1), bin.im(0))).isLessThan(n * TOLERANCE);
            }
        }
    }

    @Test
    void splitTransformOfAMillionPointsMatchesTheDefinition() {
        int n = 1 << 20;
        double[] samples = Samples.random(n, 3);
        Dft dft = new Dft(n);
        Complexes all = dft.transform(samples, 0);
        for (int k : new int[] {1, 777_777}) {
            assertSame(all, k, dft.bin(samples, k), n);
        }
    }

    private static void assertSame(Complexes all, int k, Complexes bin, int n) {
        assertThat(distance(all.re(k), bin.re(0))).as("Re X_%d, n = %d", k, n).isLessThan(n * TOLERANCE);
        assertThat(distance(all.im(k), bin.im(0))).as("Im X_%d, n = %d", k, n).isLessThan(n * TOLERANCE);
    }

    private static double distance(DoubleDouble a, DoubleDouble b) {
        return Math.abs((a.hi() - b.hi()) + (a.lo() - b.lo()));
    }
}
