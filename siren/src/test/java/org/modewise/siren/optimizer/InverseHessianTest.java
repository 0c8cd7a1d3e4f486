package org.modewise.siren.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Self-scaled Broyden matrices, by what they are to know of a step. */
class InverseHessianTest {
    private static final int N = 7;

    private final SplittableRandom random = new SplittableRandom(1);

    private double[] randomVector() {
        return random.doubles(N, -1, 1).toArray();
    }

    private static double[] times(InverseHessian inverse, double[] v) {
        double[] product = new double[N];
        inverse.times(v, product);
        return product;
    }

    /** The whole matrix, column by column. */
    private static RealMatrix matrix(InverseHessian inverse) {
        RealMatrix whole = new Array2DRowRealMatrix(N, N);
        for (int p = 0; p < N; p++) {
            double[] unit = new double[N];
            unit[p] = 1;
            whole.setColumn(p, times(inverse, unit));
        }
        return whole;
    }

    private static RealMatrix outer(double[] u, double[] v) {
        return new ArrayRealVector(u).outerProduct(new ArrayRealVector(v));
    }

    private InverseHessian ofUnits() {
        InverseHessian inverse = new InverseHessian(N);
        inverse.reset(random.doubles(N, 0.1, 2).toArray());
        return inverse;
    }

    /** (I - syᵀ/yᵀs)·H·(I - ysᵀ/yᵀs)·yᵀs/yᵀHy + ssᵀ/yᵀs: the formula of Broyden, Fletcher, Goldfarb and Shanno, scaled. */
    @Test
    void theFirstStepSetsTheScale() {
        InverseHessian inverse = ofUnits();
        RealMatrix before = matrix(inverse);
        double[] s = randomVector();
        double[] y = Arrays.stream(s).map(x -> 3 * x + 0.1).toArray();
        double ys = Vectors.dot(y, s);
        RealMatrix left =
                MatrixUtils.createRealIdentityMatrix(N).subtract(outer(s, y).scalarMultiply(1 / ys));
        RealMatrix expected = left.multiply(before)
                .multiply(left.transpose())
                .scalarMultiply(ys / Vectors.dot(y, before.operate(y)))
                .add(outer(s, s).scalarMultiply(1 / ys));
        inverse.update(s, y, times(inverse, y), Double.NaN, true);
        assertThat(matrix(inverse).subtract(expected).getFrobeniusNorm())
                .isLessThan(1e-14 * expected.getFrobeniusNorm());
    }

    /** Whatever has been learned before: Hy = s, and H stays positive. */
    @Test
    void theLastStepIsKnown() {
        double[] truth = {0.01, 0.1, 1, 3, 10, 30, 100};
        InverseHessian inverse = ofUnits();
        for (int k = 0; k < 60; k++) {
            double[] s = randomVector();
            double[] y = new double[N];
            Arrays.setAll(y, p -> truth[p] * s[p]);
            double[] before = new LUDecomposition(matrix(inverse))
                    .getSolver()
                    .solve(new ArrayRealVector(s))
                    .toArray();
            inverse.update(s, y, times(inverse, y), Vectors.dot(s, before), k == 0);
            assertThat(times(inverse, y)).containsExactly(s, within(1e-13));
            assertThat(Arrays.stream(new EigenDecomposition(matrix(inverse)).getRealEigenvalues()))
                    .allMatch(value -> value > 0);
        }
    }

    @Test
    void whatIsSavedComesBack() {
        InverseHessian inverse = ofUnits();
        double[] s = randomVector();
        inverse.update(s, s, times(inverse, s), Double.NaN, true);
        double[] saved = new double[3 + InverseHessian.size(N)];
        inverse.save(saved, 3);
        InverseHessian other = new InverseHessian(N);
        other.load(saved, 3);
        double[] v = randomVector();
        assertThat(times(other, v)).isEqualTo(times(inverse, v));
    }

    @Test
    void tooManyParametersAreNamed() {
        int many = 40000;
        LeastSquares large = Functions.of(many, 1, x -> new double[] {1}, x -> new double[][] {new double[many]});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SelfScaledBroyden.standard().start(large, new double[many]))
                .withMessageStartingWith("inverses for 40000 parameters, which L-BFGS does not have, need");
    }
}
