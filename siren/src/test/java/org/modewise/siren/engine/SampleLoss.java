package org.modewise.siren.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/** A loss of two terms, and the same residuals and their derivatives from a network written out number by number. */
abstract class SampleLoss {
    static final int POINTS = 150;
    private static final double[][] AXES = {{1.5, 0}, {0, 0.75}};

    /** r = u·u_x - 0.3 u_yy + 0.01 u_xx·u_y + y: every channel, products of them, and data. */
    private static final class Sample implements Residual {
        @Override
        public JetChannels channels() {
            return new JetChannels(AXES, new int[] {2, 2});
        }

        @Override
        public void evaluate(
                double[][] data,
                double[] coefficients,
                double[][] jet,
                double[] r,
                double[][] slopes,
                double[][] coefficientSlopes) {
            for (int t = 0; t < r.length; t++) {
                r[t] = jet[0][t] * jet[1][t] - 0.3 * jet[4][t] + 0.01 * jet[2][t] * jet[3][t] + data[0][t];
                slopes[0][t] = jet[1][t];
                slopes[1][t] = jet[0][t];
                slopes[2][t] = 0.01 * jet[3][t];
                slopes[3][t] = 0.01 * jet[2][t];
                slopes[4][t] = -0.3;
            }
        }
    }

    private final Layers layers = layers();
    private final double[] factors = factors();
    final double[] theta =
            new SplittableRandom(1).doubles(layers.parameters(), -0.7, 0.7).toArray();
    private final double[][] points = {
        new SplittableRandom(2).doubles(POINTS, -1, 1).toArray(),
        new SplittableRandom(3).doubles(POINTS, -1, 1).toArray()
    };
    private final double[][] data = {
        new SplittableRandom(4).doubles(POINTS, -1, 1).toArray()
    };

    /** The network, and ω of its layers: those of other networks have the same widths. */
    Layers layers() {
        return new Layers(2, 7, 5, 1);
    }

    double[] factors() {
        return new double[] {6, 4, 1};
    }

    TiledLoss loss(PartRunner runner) {
        PointTiles tiles = PointTiles.of(points, data);
        PointTiles few = PointTiles.of(
                new double[][] {Arrays.copyOf(points[0], 9), Arrays.copyOf(points[1], 9)},
                new double[][] {Arrays.copyOf(data[0], 9)});
        return new TiledLoss(
                layers,
                factors,
                List.of(new Term(tiles, new Sample(), 2), new Term(few, Mismatch.INSTANCE, 0.5)),
                ElementaryFunctions.preferred(),
                runner);
    }

    /** All scaled residuals, of complex parameters. */
    List<Complex> residuals(Complex[] parameters) {
        List<Complex> r = new ArrayList<>();
        for (int k = 0; k < POINTS; k++) {
            double[] xi = {points[0][k], points[1][k]};
            HyperDual x = HyperDual.network(layers, factors, parameters, xi, AXES[0]);
            HyperDual y = HyperDual.network(layers, factors, parameters, xi, AXES[1]);
            Complex one = x.a().times(x.b()).minus(y.d().times(0.3));
            Complex two = x.d().times(y.b()).times(0.01).plus(Complex.of(data[0][k]));
            r.add(one.plus(two).times(Math.sqrt(2.0 / POINTS)));
        }
        for (int k = 0; k < 9; k++) {
            double[] xi = {points[0][k], points[1][k]};
            Complex u =
                    HyperDual.network(layers, factors, parameters, xi, AXES[0]).a();
            r.add(u.minus(Complex.of(data[0][k])).times(Math.sqrt(0.5 / 9)));
        }
        return r;
    }

    double sumOfSquares() {
        return residuals(HyperDual.complex(theta)).stream()
                .mapToDouble(r -> r.re() * r.re())
                .sum();
    }

    /** J, column by column, by complex steps. */
    double[][] jacobianColumns() {
        double[][] columns = new double[theta.length][];
        for (int p = 0; p < theta.length; p++) {
            Complex[] moved = HyperDual.complex(theta);
            moved[p] = new Complex(theta[p], Complex.STEP);
            columns[p] = residuals(moved).stream()
                    .mapToDouble(r -> r.im() / Complex.STEP)
                    .toArray();
        }
        return columns;
    }

    static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += u[k] * v[k];
        }
        return sum;
    }

    static double distance(double[] u, double[] v) {
        double[] difference = new double[u.length];
        Arrays.setAll(difference, k -> u[k] - v[k]);
        return norm(difference) / norm(v);
    }
}
