package org.modewise.siren.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Gauss and Newton's matrix of a loss, its products, and what bends its residuals, against complex steps. */
class NormalEquationsTest extends SampleLoss {
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
}
