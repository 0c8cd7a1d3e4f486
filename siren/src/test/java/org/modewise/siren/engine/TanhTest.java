package org.modewise.siren.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.core.internal.elementary.ScalarElementaryKernel;

/** tanh and its slope against 40 digits, and jets through it against nested differentiation. */
class TanhTest {
    private static final MathContext DIGITS = new MathContext(40);

    /** e^x by its series at x/2¹⁰, squared ten times. */
    private static BigDecimal exp(double x) {
        BigDecimal r = new BigDecimal(x).divide(BigDecimal.valueOf(1024), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = term;
        for (int k = 1; k < 30; k++) {
            term = term.multiply(r, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < 10; k++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    private static double ulps(double value, BigDecimal exact) {
        return new BigDecimal(value)
                .subtract(exact)
                .divide(new BigDecimal(Math.ulp(exact.doubleValue())), DIGITS)
                .abs()
                .doubleValue();
    }

    private static double[][] values(ElementaryFunctions functions, double... angles) {
        double[][] rows = {angles.clone(), new double[angles.length]};
        Tanh.INSTANCE.values(functions, new double[][] {rows[0]}, new double[][] {rows[1]}, 1);
        return rows;
    }

    @Test
    void valuesAndSlopesAreWithinAFewUlps() {
        double[] angles = DoubleStream.of(25, 2, 0.5, 0.26, 1e-3, 1e-9)
                .flatMap(size -> new SplittableRandom(1).doubles(400, -size, size))
                .toArray();
        double[][] rows = values(ElementaryFunctions.preferred(), angles);
        double worst = 0;
        double worstSlope = 0;
        for (int t = 0; t < angles.length; t++) {
            BigDecimal e = exp(2 * angles[t]);
            BigDecimal below = e.add(BigDecimal.ONE);
            BigDecimal tanh = e.subtract(BigDecimal.ONE).divide(below, DIGITS);
            BigDecimal slope = e.multiply(BigDecimal.valueOf(4)).divide(below.multiply(below), DIGITS);
            worst = Math.max(worst, ulps(rows[0][t], tanh));
            worstSlope = Math.max(worstSlope, ulps(rows[1][t], slope));
        }
        // The worst of five million: 2.70 and 4.07.
        assertThat(worst).isLessThan(3);
        assertThat(worstSlope).isLessThan(5);
    }

    @Test
    void endsAndWhatIsNoNumber() {
        double[] angles = {
            0.0, -0.0, Double.MIN_VALUE, -1e-300, 1000, -1e308, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        double[][] rows = values(ElementaryFunctions.preferred(), angles);
        assertThat(rows[0]).containsExactly(0.0, -0.0, Double.MIN_VALUE, -1e-300, 1, -1, 1, -1);
        assertThat(rows[1]).containsExactly(1, 1, 1, 1, 0, 0, 0, 0);
        assertThat(values(ElementaryFunctions.preferred(), Double.NaN)[0]).containsExactly(Double.NaN);
    }

    @Test
    void vectorsChangeNoBit() {
        double[] angles = new SplittableRandom(5).doubles(1000, -8, 8).toArray();
        assertThat(values(ElementaryFunctions.preferred(), angles))
                .isDeepEqualTo(values(ElementaryFunctions.of(ScalarElementaryKernel.INSTANCE), angles));
    }

    /** All four orders of two layers, since each hands its jet to the other. */
    @Test
    void jetsAreThoseOfNestedDifferentiation() {
        double[][] directions = {{2, 0}, {0.6, -0.8}};
        List<Nonlinearity> kinds = List.of(Tanh.INSTANCE, Sine.INSTANCE);
        for (Nonlinearity one : kinds) {
            for (Nonlinearity two : kinds) {
                Layers layers = new Layers(new int[] {2, 24, 24, 1}, List.of(one, two));
                double[] factors = {one == Tanh.INSTANCE ? 1 : 5, two == Tanh.INSTANCE ? 1 : 5, 1};
                double[] theta = new SplittableRandom(1)
                        .doubles(layers.parameters(), -0.6, 0.6)
                        .toArray();
                Tile tile = new Tile(
                        layers, new JetChannels(directions, new int[] {2, 2}), ElementaryFunctions.preferred(), 20);
                double[] x = new SplittableRandom(2).doubles(20, -1, 1).toArray();
                double[] y = new SplittableRandom(3).doubles(20, -1, 1).toArray();
                System.arraycopy(x, 0, tile.input(0), 0, 20);
                System.arraycopy(y, 0, tile.input(1), 0, 20);
                tile.forward(new Weights(layers, factors).load(theta));
                for (int d = 0; d < 2; d++) {
                    double[][] exact = new double[3][20];
                    for (int t = 0; t < 20; t++) {
                        HyperDual u = HyperDual.network(
                                layers, factors, HyperDual.complex(theta), new double[] {x[t], y[t]}, directions[d]);
                        exact[0][t] = u.a().re();
                        exact[1][t] = u.b().re();
                        exact[2][t] = u.d().re();
                    }
                    double[][] jet = {tile.output()[0], tile.output()[1 + 2 * d], tile.output()[2 + 2 * d]};
                    for (int c = 0; c < 3; c++) {
                        double size =
                                Arrays.stream(exact[c]).map(Math::abs).max().orElseThrow();
                        assertThat(jet[c]).containsExactly(exact[c], within(1e-14 * size));
                    }
                }
            }
        }
    }
}
