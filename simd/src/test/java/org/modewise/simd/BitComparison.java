package org.modewise.simd;

import java.util.Arrays;
import java.util.Random;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.core.internal.elementary.ScalarElementaryKernel;
import org.modewise.core.internal.elementary.SinCos;
import org.modewise.core.internal.elementary.WeightMatrix;

/** Every function by vector code and by plain Java, on the same numbers: counts results that differ in a bit. */
final class BitComparison {
    private static final ElementaryFunctions SCALAR = ElementaryFunctions.of(ScalarElementaryKernel.INSTANCE);
    private static final ElementaryFunctions SIMD = ElementaryFunctions.of(new SimdElementaryKernel());
    private static final int MARGIN = 3;

    private final Random random = new Random(1);
    private long compared;
    private long different;

    private BitComparison() {}

    /** Prints the number of lanes, of differences and of comparisons in so many rounds: later ones run compiled code. */
    public static void main(String[] args) {
        BitComparison comparison = new BitComparison();
        int rounds = Integer.parseInt(args[0]);
        for (int round = 0; round < rounds; round++) {
            for (int length = 0; length <= 40; length++) {
                comparison.functions(length);
                comparison.products(length);
                comparison.combinations(length);
            }
            comparison.functions(1000);
        }
        System.out.println(Lanes.COUNT + " lanes, " + comparison.different + " of " + comparison.compared + " differ");
    }

    private interface Unary {
        void apply(ElementaryFunctions functions, double[] x, double[] y, double[] z, int length);
    }

    private void functions(int length) {
        for (double[] x : arguments(length + 2 * MARGIN)) {
            compare(x, length, (f, in, out, other, n) -> f.exp(in, 1, 0, out, MARGIN, n));
            compare(x, length, (f, in, out, other, n) -> f.exp(in, 1, x[0], out, MARGIN, n));
            compare(x, length, (f, in, out, other, n) -> f.exp(in, 2, 0, in, 2, n));
            compare(x, length, (f, in, out, other, n) -> f.exp(in, 1, Double.NEGATIVE_INFINITY, out, n));
            compare(x, length, (f, in, out, other, n) -> f.exp(in, x[0], -20, out, n));
            compare(x, length, (f, in, out, other, n) -> f.log(in, 1, out, MARGIN, n));
            compare(x, length, (f, in, out, other, n) -> f.log(in, 2, in, 2, n));
            compare(x, length, (f, in, out, other, n) -> f.sinCos(in, 1, out, other, MARGIN, n));
            compare(x, length, (f, in, out, other, n) -> f.sinCos(in, 2, in, other, 2, n));
            compare(x, length, (f, in, out, other, n) -> f.multiply(in, 1, other, 2, out, MARGIN, n));
            compare(x, length, (f, in, out, other, n) -> f.multiply(in, 2, other, 0, in, 2, n));
            compare(x, length, (f, in, out, other, n) -> out[0] = f.logSumExp(in, 1, n));
        }
    }

    private void products(int length) {
        for (int lefts = 1; lefts <= 10; lefts += 3) {
            for (int rights = 1; rights <= 9; rights += 2) {
                double[][] x = new double[lefts + 1][];
                double[][] y = new double[rights + 2][];
                Arrays.setAll(x, k -> fill(length, 0, 1));
                Arrays.setAll(y, k -> fill(length, 0.3, 1));
                double[] scalar = fill(8 * lefts * rights + 1, 0, 1);
                double[] simd = scalar.clone();
                SCALAR.products(x, 1, lefts, y, 2, rights, length, scalar, 1);
                SIMD.products(x, 1, lefts, y, 2, rights, length, simd, 1);
                count(scalar, simd);
            }
        }
    }

    private void combinations(int length) {
        for (int in = 1; in <= 9; in += 2) {
            for (int out = 1; out <= 18; out++) {
                double[][] x = new double[in + 1][];
                double[][] factors = new double[out][];
                Arrays.setAll(x, k -> fill(length, 0, 1));
                Arrays.setAll(factors, k -> fill(length, 0, 1));
                double[] w = fill((in + 1) * out + 1, 0, 1);
                WeightMatrix matrix = new WeightMatrix(out, in).load(w, 1, in, 1, in * out + 1);
                double[][] scalar = new double[out + 2][length];
                double[][] simd = new double[out + 2][length];
                SCALAR.combine(matrix, true, x, 1, null, scalar, 2, length);
                SIMD.combine(matrix, true, x, 1, null, simd, 2, length);
                countRows(scalar, simd);
                SCALAR.combine(matrix, false, x, 0, factors, scalar, 0, length);
                SIMD.combine(matrix, false, x, 0, factors, simd, 0, length);
                countRows(scalar, simd);
            }
        }
    }

    private void countRows(double[][] scalar, double[][] simd) {
        for (int k = 0; k < scalar.length; k++) {
            count(scalar[k], simd[k]);
        }
    }

    private void compare(double[] arguments, int length, Unary function) {
        double[][] scalar = {arguments.clone(), arguments.clone(), arguments.clone()};
        double[][] simd = {arguments.clone(), arguments.clone(), arguments.clone()};
        function.apply(SCALAR, scalar[0], scalar[1], scalar[2], length);
        function.apply(SIMD, simd[0], simd[1], simd[2], length);
        for (int k = 0; k < scalar.length; k++) {
            count(scalar[k], simd[k]);
        }
    }

    private void count(double[] scalar, double[] simd) {
        for (int i = 0; i < scalar.length; i++) {
            compared++;
            // Which NaN is nobody's business.
            different += Double.doubleToLongBits(scalar[i]) == Double.doubleToLongBits(simd[i]) ? 0 : 1;
        }
    }

    private double[][] arguments(int length) {
        double[] special = {
            0,
            -0.0,
            1,
            -1,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            -1e-310,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            708,
            -708,
            -708.5,
            -745.1,
            -746,
            -746.5,
            709.7,
            710,
            SinCos.LIMIT,
            -SinCos.LIMIT,
            Math.nextUp(SinCos.LIMIT),
            1e22,
            Math.PI,
            29 * Math.PI / 2
        };
        double[] mixed = fill(length, 1, 300);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(8) == 0) {
                mixed[i] = special[random.nextInt(special.length)];
            }
        }
        double[] bits =
                random.longs(length).mapToDouble(Double::longBitsToDouble).toArray();
        double[] oneSpecial = new double[length];
        Arrays.fill(oneSpecial, special[random.nextInt(special.length)]);
        double[] positive = fill(length, 0, 1);
        for (int i = 0; i < length; i++) {
            positive[i] = Math.exp(10 * positive[i]);
        }
        return new double[][] {
            mixed, bits, oneSpecial, positive, fill(length, 0, 1), fill(length, -20, 400), fill(length, -3000, 2000)
        };
    }

    private double[] fill(int length, double mean, double deviation) {
        return random.doubles(length).map(u -> mean + deviation * 2 * (u - 0.5)).toArray();
    }
}
