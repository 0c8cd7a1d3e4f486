package org.modewise.siren.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/** Derivatives by unknown coefficients and weights together, against complex steps; and weights that do not move. */
class CoefficientTest {
    private static final Layers LAYERS = new Layers(2, 5, 4, 1);
    private static final double[] FACTORS = {3, 2, 1};
    private static final double[][] AXES = {{1.5, 0}, {0, 0.75}};
    private static final int POINTS = 139;
    private static final int NETWORK = LAYERS.parameters();
    private static final int[] FROZEN = {0, 2, 4};

    private final double[] theta =
            new SplittableRandom(1).doubles(NETWORK + 2, -0.7, 0.7).toArray();
    private final double[][] points = {
        new SplittableRandom(2).doubles(POINTS, -1, 1).toArray(),
        new SplittableRandom(3).doubles(POINTS, -1, 1).toArray()
    };

    /** r = u_y - c₀·u_xx + c₀·c₁·sin u. */
    private TiledLoss loss(int... frozen) {
        Program.Builder b = new Program.Builder();
        int minus = b.constant(-1);
        int c0 = b.coefficient(0);
        int diffusion = b.product(minus, b.product(c0, b.channel(2)));
        int source = b.product(b.product(c0, b.coefficient(1)), b.sine(b.channel(0)));
        Program program = b.build(
                new JetChannels(AXES, new int[] {2, 1}),
                b.sum(b.channel(3), b.sum(diffusion, source)),
                ElementaryFunctions.preferred());
        return new TiledLoss(
                LAYERS,
                new Weights(LAYERS, FACTORS, frozen),
                new double[] {0.5, 0.25},
                List.of(new Term(PointTiles.of(points, new double[0][]), program, 2)),
                ElementaryFunctions.preferred(),
                PartRunner.CALLER);
    }

    private Complex[] residuals(Complex[] all) {
        Complex[] r = new Complex[POINTS];
        // Parameters count units.
        Complex c0 = all[NETWORK].times(0.5);
        Complex c1 = all[NETWORK + 1].times(0.25);
        for (int k = 0; k < POINTS; k++) {
            double[] xi = {points[0][k], points[1][k]};
            HyperDual x = HyperDual.network(LAYERS, FACTORS, all, xi, AXES[0]);
            HyperDual y = HyperDual.network(LAYERS, FACTORS, all, xi, AXES[1]);
            r[k] = y.b().minus(c0.times(x.d()))
                    .plus(c0.times(c1).times(x.a().sin()))
                    .times(Math.sqrt(2.0 / POINTS));
        }
        return r;
    }

    /** J, column by column, by complex steps. */
    private double[][] columns() {
        double[][] columns = new double[theta.length][];
        for (int p = 0; p < theta.length; p++) {
            Complex[] moved = HyperDual.complex(theta);
            moved[p] = new Complex(theta[p], Complex.STEP);
            columns[p] = Arrays.stream(residuals(moved))
                    .mapToDouble(r -> r.im() / Complex.STEP)
                    .toArray();
        }
        return columns;
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += u[k] * v[k];
        }
        return sum;
    }

    @Test
    void derivativesAreThoseOfComplexSteps() {
        double[][] columns = columns();
        double[] r = Arrays.stream(residuals(HyperDual.complex(theta)))
                .mapToDouble(Complex::re)
                .toArray();
        double[] gradient = new double[theta.length];
        double[] other = new double[theta.length];
        double[] diagonal = new double[theta.length];
        double[] product = new double[theta.length];
        double[][] normal = new double[theta.length][theta.length];
        TiledLoss loss = loss();
        assertThat(loss.value(theta) / dot(r, r)).isCloseTo(1, within(1e-14));
        loss.gradient(theta, gradient);
        loss.normal(theta, other, normal);
        loss.normalDiagonal(theta, diagonal);
        double[] v = new SplittableRandom(7).doubles(theta.length, -1, 1).toArray();
        loss.normalProduct(theta, v, product);
        double largest =
                Arrays.stream(columns).mapToDouble(c -> dot(c, c)).max().orElseThrow();
        for (int p = 0; p < theta.length; p++) {
            double expected = 2 * dot(columns[p], r);
            double size = 2 * Math.sqrt(dot(columns[p], columns[p]) * dot(r, r));
            assertThat(gradient[p]).isCloseTo(expected, within(1e-13 * size));
            assertThat(other[p]).isCloseTo(expected, within(1e-13 * size));
            assertThat(diagonal[p]).isCloseTo(normal[p][p], within(1e-13 * largest));
            double along = 0;
            for (int q = 0; q < theta.length; q++) {
                double entry = dot(columns[p], columns[q]);
                along += entry * v[q];
                if (q >= p) {
                    assertThat(normal[p][q]).isCloseTo(entry, within(1e-13 * largest));
                }
            }
            assertThat(product[p]).isCloseTo(along, within(1e-12 * largest));
        }
    }

    @Test
    void coefficientsHaveTheirUnits() {
        double[] units = new double[theta.length];
        loss().units(units);
        assertThat(units[NETWORK]).isEqualTo(1);
        assertThat(units[NETWORK + 1]).isEqualTo(1);
        assertThat(units[NETWORK - 1]).isEqualTo(0.25);
    }

    @Test
    void nothingPullsAtFrozenWeights() {
        double[] free = new double[theta.length];
        double[] held = new double[theta.length];
        double[][] normal = new double[theta.length][theta.length];
        assertThat(loss(FROZEN).gradient(theta, held)).isEqualTo(loss().gradient(theta, free));
        loss(FROZEN).normal(theta, new double[theta.length], normal);
        for (int p : FROZEN) {
            assertThat(free[p]).isNotZero();
            free[p] = 0;
            assertThat(normal[p]).containsOnly(0);
        }
        assertThat(held).isEqualTo(free);
    }

    @Test
    void residualsComeInTheOrderOfThePoints() {
        double[] r = new double[POINTS];
        loss().residuals(theta, r);
        double[] expected = Arrays.stream(residuals(HyperDual.complex(theta)))
                .mapToDouble(Complex::re)
                .toArray();
        assertThat(r).containsExactly(expected, within(1e-13));
    }
}
