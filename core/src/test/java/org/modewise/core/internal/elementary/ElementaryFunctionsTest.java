package org.modewise.core.internal.elementary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions over ranges: special values, ranges in place and apart, sums, products. */
class ElementaryFunctionsTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private static final double EPS = 0x1p-53;

    private final ElementaryFunctions functions = ElementaryFunctions.of(ScalarElementaryKernel.INSTANCE);

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                NAN,
                INF,
                -INF,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MAX_VALUE,
                -Double.MAX_VALUE
            })
    void specialValuesAreTheJdks(double v) {
        // Boxed, so that NaN is NaN and -0 is not 0.
        double[] x = {v};
        double[] y = new double[1];
        double[] z = new double[1];
        functions.exp(x, 0, 0, y, 0, 1);
        assertThat(y[0]).isEqualTo(Double.valueOf(StrictMath.exp(v)));
        functions.log(x, 0, y, 0, 1);
        assertThat(y[0]).isEqualTo(Double.valueOf(StrictMath.log(v)));
        functions.sinCos(x, 0, y, z, 0, 1);
        assertThat(y[0]).isEqualTo(Double.valueOf(StrictMath.sin(v)));
        assertThat(z[0]).isEqualTo(Double.valueOf(StrictMath.cos(v)));
    }

    @Test
    void beyondTheLimitTheSineIsTheJdksExactReduction() {
        double[] x = {Math.nextUp(SinCos.LIMIT), -1e22, 6381956970095103.0 * 0x1p797};
        double[] sin = new double[3];
        double[] cos = new double[3];
        functions.sinCos(x, 0, sin, cos, 0, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(sin[i]).isEqualTo(Double.valueOf(StrictMath.sin(x[i])));
            assertThat(cos[i]).isEqualTo(Double.valueOf(StrictMath.cos(x[i])));
        }
    }

    @Test
    void exponentialsOverflowAndUnderflowWhereTheyMust() {
        assertThat(Exp.of(709.782712893384)).isFinite();
        assertThat(Exp.of(709.7827128933841)).isInfinite();
        assertThat(Exp.of(710.5)).isEqualTo(INF);
        assertThat(Exp.of(-745.9)).isZero();
        assertThat(Exp.of(-746.5)).isZero();
        assertThat(Exp.of(0)).isEqualTo(1);
        assertThat(Log.of(1)).isZero();
    }

    @Test
    void rangesAreThoseAskedFor() {
        double[] x = new Random(1).doubles(20, 0.5, 2).toArray();
        double[] y = new double[20];
        double[] z = new double[20];
        functions.exp(x, 3, 0.25, y, 5, 7);
        for (int i = 0; i < 20; i++) {
            assertThat(y[i]).isEqualTo(i >= 5 && i < 12 ? Exp.of(x[i - 2] - 0.25) : 0);
        }
        functions.log(x, 4, y, 0, 16);
        for (int i = 0; i < 16; i++) {
            assertThat(y[i]).isEqualTo(Log.of(x[i + 4]));
        }
        functions.sinCos(x, 0, y, z, 10, 10);
        double[] first = x.clone();
        functions.sinCos(x, 0, x, z, 0, 10);
        for (int i = 0; i < 10; i++) {
            assertThat(y[i + 10]).isEqualTo(x[i]);
            assertThat(z[i + 10]).isEqualTo(z[i]);
        }
        functions.multiply(first, 1, y, 2, z, 3, 7);
        for (int i = 0; i < 7; i++) {
            assertThat(z[i + 3]).isEqualTo(first[i + 1] * y[i + 2]);
        }
        functions.exp(first, 0, 0, first, 0, 20);
        functions.log(first, 0, first, 10, 10);
        assertThat(first[10]).isEqualTo(Log.of(first[0]));
    }

    @Test
    void exponentialsOfMultiplesAreThoseOfProducts() {
        double[] special = {0, -0.0, NAN, INF, -INF, 1, 708, -708.5, 709.7, -745.1, -746, 800, -800, 1e300, -1e300};
        double[] x = new Random(2).doubles(200, -900, 900).toArray();
        System.arraycopy(special, 0, x, 0, special.length);
        double[] y = new double[x.length + 1];
        for (double t : new double[] {1, -1, 0.3, 1e-3, 0, 1e9}) {
            for (double least : new double[] {-INF, -746, -72, 0, 3}) {
                y[x.length] = 7;
                functions.exp(x, t, least, y, x.length);
                for (int i = 0; i < x.length; i++) {
                    assertThat(y[i])
                            .as("%s * %s", t, x[i])
                            .isEqualTo(Double.valueOf(t * x[i] < least ? 0 : Exp.of(t * x[i])));
                }
                assertThat(y[x.length]).isEqualTo(7);
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> functions.exp(x, 1, 0, x, 3))
                .withMessage("x and y must be two arrays, got one");
    }

    @Test
    void badRangesAreRefusedBeforeAnyWrite() {
        double[] x = new double[10];
        double[] y = new double[9];
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> functions.exp(x, 0, 0, y, 0, 10));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> functions.log(x, 5, x, 0, 6));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> functions.sinCos(x, 0, x, y, 0, 10));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> functions.logSumExp(x, -1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> functions.exp(x, 0, 0, x, 1, 5))
                .withMessage("ranges must be one or apart, got 5 from 0 to 1 in one array");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> functions.sinCos(x, 0, y, y, 0, 5))
                .withMessageContaining("two arrays");
        assertThat(x).containsOnly(0);
        assertThat(y).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 64, 129})
    void productsGoToEightPartialSums(int length) {
        double[][] x = rows(3, length);
        double[][] y = rows(4, length);
        double[] sums = new double[2 + 8 * 2 * 3];
        functions.products(x, 1, 2, y, 0, 3, length, sums, 2);
        functions.products(x, 1, 2, y, 0, 3, length, sums, 2);
        double[] expected = sums.clone();
        Arrays.fill(expected, 0);
        for (int round = 0; round < 2; round++) {
            for (int k = 0; k < 6; k++) {
                for (int t = 0; t < length; t++) {
                    int sum = 2 + 8 * k + t % 8;
                    expected[sum] = MultiplyAdd.of(x[1 + k / 3][t], y[k % 3][t], expected[sum]);
                }
            }
        }
        assertThat(sums).isEqualTo(expected);
        double[] totals = {5, 5, 5, 5, 5, 5, 5};
        ElementaryFunctions.fold(sums, 2, totals, 1, 6);
        for (int k = 0; k < 6; k++) {
            double sum = Arrays.stream(expected, 2 + 8 * k, 10 + 8 * k).sum();
            assertThat(totals[1 + k]).isCloseTo(5 + sum, within(1e-13));
        }
        assertThat(totals[0]).isEqualTo(5);
    }

    private static double[][] rows(int count, int length) {
        Random random = new Random(count);
        double[][] rows = new double[count][];
        Arrays.setAll(rows, k -> random.doubles(length, -1, 1).toArray());
        return rows;
    }

    @Test
    void rowsAndSumsThatAreMissingAreRefusedBeforeAnyWrite() {
        double[][] x = {new double[9], new double[9], new double[8]};
        double[] sums = new double[32];
        for (double[] row : x) {
            Arrays.fill(row, 1);
        }
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> functions.products(x, 0, 2, x, 1, 2, 9, sums, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> functions.products(x, 0, 2, x, 1, 2, 8, sums, 1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> functions.products(x, 2, 2, x, 1, 2, 8, sums, 0));
        assertThat(sums).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"1,3", "2,3", "3,8", "4,9", "5,1", "8,17", "11,16"})
    void combinationsAreSumsOfWeightedRows(int in, int out) {
        double[][] x = rows(in + 1, 13);
        double[][] w = rows(out, in + 1);
        double[][] factors = rows(out, 12);
        double[] flat = new double[1 + out * in + out];
        double[] transposed = new double[out * in];
        for (int j = 0; j < out; j++) {
            System.arraycopy(w[j], 0, flat, 1 + j * in, in);
            flat[1 + out * in + j] = w[j][in];
            for (int i = 0; i < in; i++) {
                transposed[i * out + j] = w[j][i];
            }
        }
        double[][] z = rows(out + 1, 13);
        double[][] without = new double[out][13];
        double[][] multiplied = new double[out][13];
        double untouched = z[1][12];
        WeightMatrix matrix = new WeightMatrix(out, in).load(flat, 1, in, 1, 1 + out * in);
        functions.combine(matrix, true, x, 1, null, z, 1, 12);
        functions.combine(matrix, false, x, 1, factors, multiplied, 0, 12);
        functions.combine(matrix.load(transposed, 0, 1, out, -1), true, x, 1, null, without, 0, 13);
        assertThat(z[0]).isEqualTo(rows(out + 1, 13)[0]);
        assertThat(z[1][12]).isEqualTo(untouched);
        for (int j = 0; j < out; j++) {
            for (int t = 0; t < 12; t++) {
                double sum = 0;
                for (int i = 0; i < in; i++) {
                    sum += w[j][i] * x[1 + i][t];
                }
                assertThat(z[1 + j][t]).isCloseTo(sum + w[j][in], within(4 * in * EPS));
                assertThat(without[j][t]).isCloseTo(sum, within(4 * in * EPS));
                assertThat(multiplied[j][t]).isEqualTo(factors[j][t] * without[j][t]);
            }
        }
    }

    @Test
    void missingWeightsAndRowsAreRefusedBeforeAnyWrite() {
        double[][] x = {new double[9], new double[8]};
        double[][] z = {new double[9], new double[9]};
        double[] w = {1, 1, 1, 1, 1};
        WeightMatrix matrix = new WeightMatrix(2, 2);
        for (ThrowingCallable load : List.<ThrowingCallable>of(
                () -> matrix.load(w, 2, 2, 1, -1),
                () -> matrix.load(w, 0, 2, 1, 4),
                () -> matrix.load(w, -1, 2, 1, -1))) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(load);
        }
        assertThat(matrix.numbers()).containsOnly(0);
        matrix.load(w, 0, 2, 1, 3);
        for (ThrowingCallable combine : List.<ThrowingCallable>of(
                () -> functions.combine(matrix, true, x, 0, null, z, 0, 9),
                () -> functions.combine(matrix, true, x, 1, null, z, 0, 8),
                () -> functions.combine(matrix, true, x, 0, null, z, 1, 8),
                () -> functions.combine(matrix, true, x, 0, x, z, 0, 9),
                () -> functions.combine(matrix, true, x, 0, new double[1][8], z, 0, 8))) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(combine);
        }
        assertThat(z[0]).containsOnly(0);
        assertThat(z[1]).containsOnly(0);
    }

    @Test
    void logSumExpOfNothingAndOfInfinities() {
        assertThat(logSumExp()).isEqualTo(-INF);
        assertThat(logSumExp(-INF, -INF)).isEqualTo(-INF);
        assertThat(logSumExp(1, INF, -INF)).isEqualTo(INF);
        assertThat(logSumExp(1, INF, NAN)).isNaN();
        assertThat(logSumExp(-INF, NAN)).isNaN();
        assertThat(logSumExp(-INF, 3, -INF)).isEqualTo(3);
        assertThat(logSumExp(-1e300, 0, -800)).isZero();
        assertThat(logSumExp(1e300, 1e300)).isEqualTo(1e300);
        assertThat(logSumExp(-2000, -2000)).isEqualTo(-2000 + Math.log(2));
    }

    private double logSumExp(double... x) {
        return functions.logSumExp(x, 0, x.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 63, 64, 65, 255, 256, 257, 1000, 5000})
    void logSumExpWithinItsBound(int length) {
        for (double spread : new double[] {1e-3, 1, 30, 1000}) {
            double[] x = new Random(length).doubles(length, -spread, spread).toArray();
            BigDecimal max = new BigDecimal(Arrays.stream(x).max().getAsDouble());
            BigDecimal sum = BigDecimal.ZERO;
            for (double v : x) {
                sum = sum.add(Exact.exp(new BigDecimal(v).subtract(max)));
            }
            BigDecimal exact = max.add(Exact.log(sum));
            double error = new BigDecimal(logSumExp(x)).subtract(exact).abs().doubleValue();
            // The documented bound, but for the rounding of the sum, whose errors cancel as random ones do.
            double bound =
                    (2 + Math.sqrt(length) / 4) * EPS + Math.ulp(Math.log(length)) + Math.ulp(exact.doubleValue()) / 2;
            assertThat(error).isLessThanOrEqualTo(bound);
        }
    }
}
