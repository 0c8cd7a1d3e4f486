package org.modewise.siren.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.fft.contract.AllocatedBytes;

/** Values, gradients and Gauss and Newton's matrix of a loss against a network written out number by number. */
class TiledLossTest {
    private static final int POINTS = 150;
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
    private final double[] theta =
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

    private TiledLoss loss(PartRunner runner) {
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
    private List<Complex> residuals(Complex[] parameters) {
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

    private double sumOfSquares() {
        return residuals(HyperDual.complex(theta)).stream()
                .mapToDouble(r -> r.re() * r.re())
                .sum();
    }

    /** J, column by column, by complex steps. */
    private double[][] jacobianColumns() {
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

    private static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += u[k] * v[k];
        }
        return sum;
    }

    private static double distance(double[] u, double[] v) {
        double[] difference = new double[u.length];
        Arrays.setAll(difference, k -> u[k] - v[k]);
        return norm(difference) / norm(v);
    }

    @Test
    void valueIsThatOfTheNetworkWrittenOut() {
        assertThat(loss(PartRunner.CALLER).value(theta) / sumOfSquares()).isCloseTo(1, within(1e-14));
    }

    /** Against differences of the network written out, over another distance. */
    @Test
    void bendingIsJTransposedTimesTheSecondDerivative() {
        double[] direction =
                new SplittableRandom(9).doubles(theta.length, -1e-3, 1e-3).toArray();
        double[][] r = new double[3][];
        for (int side = -1; side <= 1; side++) {
            double[] moved = new double[theta.length];
            for (int p = 0; p < theta.length; p++) {
                moved[p] = theta[p] + 0.03 * side * direction[p];
            }
            r[side + 1] = residuals(HyperDual.complex(moved)).stream()
                    .mapToDouble(Complex::re)
                    .toArray();
        }
        double[] second = new double[r[1].length];
        Arrays.setAll(second, k -> (r[2][k] - 2 * r[1][k] + r[0][k]) / (0.03 * 0.03));
        double[] expected = Arrays.stream(jacobianColumns())
                .mapToDouble(column -> dot(column, second))
                .toArray();
        double[] product = new double[theta.length];
        loss(PartRunner.CALLER).bending(theta, direction, product);
        assertThat(distance(product, expected)).isLessThan(5e-6);
    }

    @Test
    void gradientIsThatOfComplexSteps() {
        double[] r = residuals(HyperDual.complex(theta)).stream()
                .mapToDouble(Complex::re)
                .toArray();
        double[] expected = Arrays.stream(jacobianColumns())
                .mapToDouble(column -> 2 * dot(column, r))
                .toArray();
        double[] gradient = new double[theta.length];
        double value = loss(PartRunner.CALLER).gradient(theta, gradient);
        assertThat(value / sumOfSquares()).isCloseTo(1, within(1e-14));
        assertThat(distance(gradient, expected)).isLessThan(1e-13);
    }

    @Test
    void gradientIsThatOfCentralDifferences() {
        TiledLoss loss = loss(PartRunner.CALLER);
        double[] gradient = new double[theta.length];
        loss.gradient(theta, gradient);
        double[] differences = new double[theta.length];
        for (int p = 0; p < theta.length; p++) {
            // Richardson's extrapolation of two central differences: an error of h⁴.
            differences[p] = (4 * difference(loss, p, 1e-4) - difference(loss, p, 2e-4)) / 3;
        }
        assertThat(distance(gradient, differences)).isLessThan(1e-9);
    }

    private double difference(TiledLoss loss, int p, double h) {
        double[] moved = theta.clone();
        moved[p] = theta[p] + h;
        double above = loss.value(moved);
        moved[p] = theta[p] - h;
        return (above - loss.value(moved)) / (2 * h);
    }

    @Test
    void normalMatrixIsThatOfComplexSteps() {
        TiledLoss loss = loss(PartRunner.CALLER);
        double[][] columns = jacobianColumns();
        double[][] normal = new double[theta.length][theta.length];
        double[] gradient = new double[theta.length];
        double[] other = new double[theta.length];
        loss.normal(theta, gradient, normal);
        loss.gradient(theta, other);
        assertThat(distance(gradient, other)).isLessThan(1e-13);
        for (int p = 0; p < theta.length; p++) {
            double[] row = Arrays.copyOfRange(normal[p], p, theta.length);
            double[] expected = new double[row.length];
            for (int q = p; q < theta.length; q++) {
                expected[q - p] = dot(columns[p], columns[q]);
            }
            assertThat(distance(row, expected)).isLessThan(1e-12);
        }
    }

    @Test
    void productIsThatOfTheNormalMatrix() {
        TiledLoss loss = loss(PartRunner.CALLER);
        double[][] columns = jacobianColumns();
        double[] v = new SplittableRandom(5).doubles(theta.length, -1, 1).toArray();
        double[] along = new double[columns[0].length];
        for (int p = 0; p < v.length; p++) {
            for (int k = 0; k < along.length; k++) {
                along[k] += columns[p][k] * v[p];
            }
        }
        double[] expected =
                Arrays.stream(columns).mapToDouble(column -> dot(column, along)).toArray();
        double[] product = new double[v.length];
        loss.normalProduct(theta, v, product);
        assertThat(distance(product, expected)).isLessThan(1e-13);
        double[] diagonal = new double[v.length];
        loss.normalDiagonal(theta, diagonal);
        double[] squares = Arrays.stream(columns)
                .mapToDouble(column -> dot(column, column))
                .toArray();
        assertThat(distance(diagonal, squares)).isLessThan(1e-13);
    }

    @Test
    void blocksAreSamplesOfTheWhole() {
        TiledLoss loss = loss(PartRunner.CALLER);
        assertThat(loss.blocks()).isEqualTo(3);
        assertThat(loss.residuals()).isEqualTo(POINTS + 9);
        double[] sum = new double[theta.length];
        double value = 0;
        for (int block = 0; block < 3; block++) {
            double[] part = new double[theta.length];
            value += loss.gradient(theta, new int[] {9, block}, 1, 1, part) / 3;
            for (int p = 0; p < sum.length; p++) {
                sum[p] += part[p] / 3;
            }
        }
        double[] gradient = new double[theta.length];
        assertThat(value / loss.gradient(theta, gradient)).isCloseTo(1, within(1e-14));
        assertThat(distance(sum, gradient)).isLessThan(1e-14);
    }

    @Test
    void threadsChangeNoBit() {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            TiledLoss one = loss(PartRunner.CALLER);
            TiledLoss many = loss(PartRunner.of(pool, 4));
            int n = theta.length;
            double[] g = new double[n];
            double[] h = new double[n];
            assertThat(many.value(theta)).isEqualTo(one.value(theta));
            assertThat(many.gradient(theta, h)).isEqualTo(one.gradient(theta, g));
            assertThat(h).isEqualTo(g);
            double[][] a = new double[n][n];
            double[][] b = new double[n][n];
            many.normal(theta, h, b);
            one.normal(theta, g, a);
            assertThat(h).isEqualTo(g);
            assertThat(b).isDeepEqualTo(a);
            one.normalProduct(theta, theta, g);
            many.normalProduct(theta, theta, h);
            assertThat(h).isEqualTo(g);
            one.normalDiagonal(theta, g);
            many.normalDiagonal(theta, h);
            assertThat(h).isEqualTo(g);
            one.bending(theta, theta, g);
            many.bending(theta, theta, h);
            assertThat(h).isEqualTo(g);
        } finally {
            pool.shutdownNow();
        }
    }

    /** In one of three VMs: now and then, by timing, C2 leaves an operation uncompiled and boxes its vectors. */
    @Test
    void nothingIsAllocatedOnceWarm() throws IOException, InterruptedException {
        String bytes = "";
        for (int vm = 1; vm <= 3 && !bytes.endsWith(": 0 bytes"); vm++) {
            bytes = OwnVm.run(EngineAllocation.class, getClass().getName());
        }
        assertThat(bytes).endsWith(": 0 bytes");
    }

    /** The bytes of the most frugal hundred gradients. */
    long allocatedOnceWarm() {
        TiledLoss loss = loss(PartRunner.CALLER);
        double[] gradient = new double[theta.length];
        return AllocatedBytes.least(() -> loss.gradient(theta, gradient));
    }
}
