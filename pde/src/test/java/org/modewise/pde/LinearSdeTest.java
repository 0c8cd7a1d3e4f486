package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class LinearSdeTest {
    /** Real, complex, equal and vanishing eigenvalues, defective matrices, stiff ones, noise along one axis alone. */
    static List<LinearSde> equations() {
        return List.of(
                new LinearSde(-1, 0, 0, -2, 0.3, -0.4, 0.5, 0, 0.2),
                new LinearSde(-1, -2, 2, -1, 1, 0, 0.5, 0.1, 0.5),
                new LinearSde(-1, 1, 0, -1, 0, 1, 0.5, 0, 0.5),
                new LinearSde(0, 1, 0, 0, 0, -1, 0, 0, 0.5),
                new LinearSde(0, 1, -4, -0.5, 0, 2, 0, 0, 0.7),
                new LinearSde(-1, 1e-9, 1e-9, -1, 1, 1, 0.3, 0.2, 0.4),
                new LinearSde(0.3, 0.2, -0.1, -0.4, 1, 1, 0.3, -0.2, 0.4),
                new LinearSde(0, 0, 0, 0, 0.5, -0.5, 0.3, 0.1, 0.4));
    }

    /** exp of the matrix with the columns (Φ, ∫e^{As}2De^{Aᵀs}, b) after C. Van Loan (IEEE Trans. Autom. Control 23, 1978). */
    private static double[] vanLoan(LinearSde sde, double t) {
        RealMatrix block = new Array2DRowRealMatrix(new double[][] {
            {-sde.axx(), -sde.axy(), 2 * sde.dxx(), 2 * sde.dxy(), 0},
            {-sde.ayx(), -sde.ayy(), 2 * sde.dxy(), 2 * sde.dyy(), 0},
            {0, 0, sde.axx(), sde.ayx(), 0},
            {0, 0, sde.axy(), sde.ayy(), 0},
            {0, 0, 0, 0, 0}
        });
        RealMatrix drift = new Array2DRowRealMatrix(
                new double[][] {{sde.axx(), sde.axy(), sde.ax()}, {sde.ayx(), sde.ayy(), sde.ay()}, {0, 0, 0}});
        RealMatrix large = exponential(block.scalarMultiply(t));
        RealMatrix small = exponential(drift.scalarMultiply(t));
        RealMatrix phi = small.getSubMatrix(0, 1, 0, 1);
        RealMatrix covariance = phi.multiply(large.getSubMatrix(0, 1, 2, 3));
        return new double[] {
            phi.getEntry(0, 0),
            phi.getEntry(0, 1),
            phi.getEntry(1, 0),
            phi.getEntry(1, 1),
            small.getEntry(0, 2),
            small.getEntry(1, 2),
            covariance.getEntry(0, 0),
            covariance.getEntry(0, 1),
            covariance.getEntry(1, 1)
        };
    }

    /** The power series of a small part, squared. */
    private static RealMatrix exponential(RealMatrix a) {
        int squarings = Math.max(0, Math.getExponent(a.getNorm()) + 3);
        RealMatrix part = a.scalarMultiply(Math.scalb(1.0, -squarings));
        RealMatrix sum = MatrixUtils.createRealIdentityMatrix(a.getRowDimension());
        for (int k = 24; k > 0; k--) {
            sum = MatrixUtils.createRealIdentityMatrix(a.getRowDimension())
                    .add(part.multiply(sum).scalarMultiply(1.0 / k));
        }
        for (int k = 0; k < squarings; k++) {
            sum = sum.multiply(sum);
        }
        return sum;
    }

    private static double[] parts(GaussianTransition t) {
        return new double[] {
            t.xx(), t.xy(), t.yx(), t.yy(), t.x0(), t.y0(), t.varianceX(), t.covariance(), t.varianceY()
        };
    }

    @ParameterizedTest
    @MethodSource("equations")
    void transitionsAreVanLoansExponentials(LinearSde sde) {
        for (double t : new double[] {1e-9, 0.01, 0.3, 1, 2.7, 8}) {
            double[] actual = parts(sde.transition(t));
            double[] expected = vanLoan(sde, t);
            // Van Loan's own product cancels e^{2‖A‖t}, so the large times allow more.
            double tolerance = 3e-15 * Math.exp(Math.min(12, 2.5 * t));
            for (int k = 0; k < expected.length; k++) {
                assertAbsolute(Math.abs(actual[k] - expected[k]), tolerance * Math.max(1, Math.abs(expected[k])));
            }
        }
        assertThat(sde.transition(0).isIdentity()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("equations")
    void timesAddUp(LinearSde sde) {
        for (double s : new double[] {1e-3, 0.4, 3}) {
            double[] inTwo = parts(sde.transition(s).then(sde.transition(1.1)));
            double[] atOnce = parts(sde.transition(s + 1.1));
            for (int k = 0; k < inTwo.length; k++) {
                assertAbsolute(Math.abs(inTwo[k] - atOnce[k]), 6e-15 * Math.max(1, Math.abs(atOnce[k])));
            }
        }
    }

    @Test
    void withOneRateItIsOrnsteinUhlenbeck() {
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(1.3, 0.25, -0.5, 0.7);
        for (double t : new double[] {0, 1e-8, 0.2, 5, 1e3}) {
            double[] expected = parts(process.transition(t));
            double[] actual = parts(process.coefficients(7).transition(t));
            for (int k = 0; k < expected.length; k++) {
                assertAbsolute(Math.abs(actual[k] - expected[k]), 1e-15);
            }
        }
    }

    @Test
    void stiffOnesEndInTheirStationaryLaw() {
        // Lyapunov's equation of a triangular A, solved by hand: 2D = -(AΣ + ΣAᵀ).
        LinearSde sde = new LinearSde(-1000, 0, 3, -1, 500, 0, 2, 0, 0.5);
        GaussianTransition end = sde.transition(60);
        double xx = 2.0 / 1000;
        double xy = 3 * xx / 1001;
        double yy = 0.5 + 3 * xy;
        assertAbsolute(Math.abs(end.varianceX() / xx - 1), 1e-15);
        assertAbsolute(Math.abs(end.covariance() / xy - 1), 1e-15);
        assertAbsolute(Math.abs(end.varianceY() / yy - 1), 1e-15);
        assertAbsolute(Math.abs(end.x0() - 0.5), 1e-15);
        assertAbsolute(Math.abs(end.y0() - 1.5), 1e-15);
    }

    @Test
    void samplesFollowTheClosedForm() {
        Grid2D grid = Grid2D.centered(128, 16);
        for (LinearSde sde : equations().subList(0, 6)) {
            DensitySolution solution = sde.solve(Densities.plane().density(grid));
            DensitySolution exact = sde.solve(Densities.plane(), grid);
            for (double t : new double[] {0, 0.1, 0.6}) {
                assertAbsolute(Measure.distance(solution.at(t), exact.at(t)), 1e-13 + 10 * exact.leakedMass(t));
                assertAbsolute(Math.abs(solution.massError(t)), 2e-15);
            }
        }
    }

    @Test
    void oddAndUnequalGridsToo() {
        LinearSde spiral = equations().get(1);
        for (Grid2D grid : List.of(new Grid2D(121, 130, -7, -8, 15, 16), new Grid2D(130, 127, -8, -8, 16, 16))) {
            Field2D density = spiral.solve(Densities.plane().density(grid)).at(0.4);
            assertAbsolute(
                    Measure.distance(
                            density, spiral.evolve(Densities.plane(), 0.4).density(grid)),
                    6e-15);
        }
    }

    @Test
    void whatGrowsLeavesTheGridAndIsReported() {
        LinearSde unstable = new LinearSde(1, 0, 0, 0.5, 0, 0, 0.1, 0, 0.1);
        Grid2D grid = Grid2D.centered(192, 24);
        DensitySolution solution = unstable.solve(Densities.plane().density(grid));
        DensitySolution exact = unstable.solve(Densities.plane(), grid);
        assertAbsolute(Measure.distance(solution.at(0.3), exact.at(0.3)), 4e-15);
        assertAbsolute(Math.abs(solution.leakedMass(2) - exact.leakedMass(2)), 2e-15);
        assertThat(solution.leakedMass(3)).isGreaterThan(0.5);
    }

    @Test
    void aLineMayBeReflected() {
        LinearDiffusion reflection = new LinearDiffusion() {
            @Override
            public GaussianTransition transition(double t) {
                return new GaussianTransition(-1, 0, 0, 1, 0.5, 0, 0.1, 0, 0);
            }

            @Override
            public LinearSde coefficients(double t) {
                throw new UnsupportedOperationException();
            }
        };
        Grid2D grid = Grid2D.line(64, -8, 16);
        Field2D density =
                reflection.solve(GaussianMixture.gaussian(1, 0.8).density(grid)).at(1);
        Field2D exact = GaussianMixture.gaussian(-0.5, Math.sqrt(0.74)).density(grid);
        assertAbsolute(Measure.distance(density, exact), 1e-14);
    }

    @Test
    void aLineNeedsADriftOfItsOwn() {
        Grid2D line = Grid2D.line(64, -8, 16);
        Field2D density = Densities.reference().density(line);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equations().get(1).solve(density).at(1))
                .withMessageStartingWith(
                        "a line along x needs a drift along x that does not depend on y, got the share");
        Field2D alone =
                new LinearSde(-1, 0, 5, -2, 0.25, 3, 1, 0.5, 2).solve(density).at(0.5);
        Field2D expected = new OrnsteinUhlenbeck(1, 0.25, 0, 1).solve(density).at(0.5);
        assertAbsolute(Measure.distance(alone, expected), 5e-16);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNone(double none) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearSde(none, 0, 0, 0, 0, 0, 1, 0, 1))
                .withMessage("axx must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearSde(0, 0, 0, 0, 0, none, 1, 0, 1))
                .withMessage("ay must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearSde(0, 0, 0, 0, 0, 0, none, 0, 1))
                .withMessage("dxx must be >= 0 and finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equations().get(0).transition(none))
                .withMessage("t must be >= 0 and finite, got " + none);
    }

    @Test
    void refusesNoiseThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearSde(0, 0, 0, 0, 0, 0, 1, 2, 1))
                .withMessageStartingWith("dxx*dyy - dxy^2 must be >= 0, got -3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearSde(0, 0, 0, 0, 0, 0, 1, 0, 1).transition(-0.5))
                .withMessage("t must be >= 0 and finite, got -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearSde(1, 0, 0, 0, 0, 0, 1, 0, 1).transition(1e3))
                .withMessage("varianceX must be >= 0 and finite, got Infinity");
    }

    @Test
    void saysWhatItIs() {
        equations().forEach(Measure::assertOneLine);
        assertOneLine(new LinearSde(-Math.PI, -1 / 3.0, Math.E, -1 / 7.0, 0, 0, 1 / 9.0, 0.01, 1 / 3.0));
        assertThat(equations().get(0)).hasToString("LinearSde[A=(-1.0, 0.0; 0.0, -2.0), D=(0.5, 0.0; 0.2)]");
    }

    /** Two axes that know nothing of each other keep their own rates, however far apart these are. */
    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e6, 1e10, 1e16})
    void stiffDriftKeepsTheSlowRate(double fast) {
        GaussianTransition one = new LinearSde(-1.1, 0, 0, -fast, 0, 0, 1, 0, 1).transition(1);
        GaussianTransition other = new LinearSde(-fast, 0, 0, -1.1, 0, 0, 1, 0, 1).transition(1);
        assertAbsolute(Math.abs(one.xx() / Math.exp(-1.1) - 1), 4e-16);
        assertAbsolute(Math.abs(other.yy() / Math.exp(-1.1) - 1), 4e-16);
        double variance = -Math.expm1(-2.2) / 1.1;
        assertAbsolute(Math.abs(one.varianceX() / variance - 1), 4e-15);
        assertAbsolute(Math.abs(other.varianceY() / variance - 1), 4e-15);
    }

    /** A unit of time that is a power of two changes no bit, where products of two rates would overflow or vanish. */
    @ParameterizedTest
    @ValueSource(ints = {-980, -530, 530, 1000})
    void unitsOfTimeDoNotMatter(int exponent) {
        for (LinearSde sde : equations()) {
            double[] expected = parts(sde.transition(0.7));
            double[] actual = parts(sde.times(Math.scalb(1.0, exponent)).transition(Math.scalb(0.7, -exponent)));
            assertThat(actual).isEqualTo(expected);
        }
    }
}
