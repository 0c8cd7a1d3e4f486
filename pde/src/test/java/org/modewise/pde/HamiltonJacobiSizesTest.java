package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.modewise.pde.Measure.assertAbsolute;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

/** Constants, what is nothing, and amplitudes of any size. */
class HamiltonJacobiSizesTest {
    /** Powers of two turn Φ₀ and t as they should, bit by bit, down to where numbers end. */
    @ParameterizedTest
    @ValueSource(ints = {-900, -520, 520, 1000})
    void amplitudesOfAnySize(int exponent) {
        Grid2D grid = new Grid2D(32, 32, 0.2, -0.3, 1, 1);
        Field2D phi0 = Field2D.of(grid, WavyPotential::at);
        double factor = Math.scalb(1.0, exponent);
        HamiltonJacobiSolution large = new HamiltonJacobi(0).solve(phi0.times(factor));
        HamiltonJacobiSolution plain = new HamiltonJacobi(0).solve(phi0);
        for (double t : new double[] {0.05, 0.4}) {
            assertThat(large.at(t / factor)).isEqualTo(plain.at(t).times(factor));
            assertThat(large.gradient(t / factor).x())
                    .isEqualTo(plain.gradient(t).x().times(factor));
        }
        assertThat(large.kinkTime() * factor).isEqualTo(plain.kinkTime());
    }

    /** Rounding of a transform is no slope. */
    @ParameterizedTest
    @ValueSource(ints = {5, 7, 10, 100})
    void constantsNeverBreak(int n) {
        assertThat(new HamiltonJacobi(0.01)
                        .solve(Field2D.of(Grid2D.unit(n), (x, y) -> 0.1))
                        .kinkTime())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** What is constant stays so to the bit, and what is too small to move does, at times of any size. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-9, 0.1, 0.4, 3, 1e300})
    void constantsAndTheSmallestPotentials(double t) {
        for (double value : new double[] {0, 0.7, -1e300}) {
            HamiltonJacobiSolution solution = new HamiltonJacobi(0).solve(Field2D.of(Grid2D.unit(8), (x, y) -> value));
            assertThat(solution.at(t).minus(value).maxNorm()).isZero();
            assertThat(solution.gradient(t).magnitude().max()).isZero();
        }
        for (double amplitude : new double[] {1e-300, 1e-305, Double.MIN_VALUE}) {
            Field2D phi0 = Field2D.of(
                    Grid2D.unit(16), (x, y) -> amplitude * Math.sin(2 * Math.PI * x) * Math.cos(2 * Math.PI * y));
            HamiltonJacobiSolution solution = new HamiltonJacobi(0).solve(phi0);
            assertThat(solution.gradient(t).magnitude().max()).isFinite();
            double error = Measure.distance(solution.at(t), phi0);
            assertThat(error).isLessThanOrEqualTo(t < 1 ? 1e-15 * amplitude + Double.MIN_VALUE : 2.1 * amplitude);
        }
    }

    /** A constant takes the digits of its own ulp from Φ, and none from its gradient. */
    @ParameterizedTest
    @CsvSource({"16, 0", "16, 0.001", "16, 0.3", "1, 0", "1, 0.001"})
    void constantsAreCarriedAlong(int ny, double viscosity) {
        Grid2D grid = new Grid2D(16, ny, 0, 0, 1, 1);
        // Of few bits, so that adding the constant is exact.
        Field2D phi0 = Field2D.of(
                grid,
                (x, y) -> Math.scalb(Math.rint(1e3 * Math.sin(2 * Math.PI * x) * Math.cos(2 * Math.PI * y)), -13));
        HamiltonJacobi equation = new HamiltonJacobi(viscosity);
        HamiltonJacobiSolution plain = equation.solve(phi0);
        for (double constant : new double[] {-1e3, 1e6, 1e9}) {
            HamiltonJacobiSolution raised = equation.solve(phi0.plus(constant));
            for (double t : new double[] {1e-9, 0.5}) {
                Field2D fallen = raised.at(t).minus(constant);
                assertAbsolute(Measure.distance(fallen, plain.at(t)), 0.5 * Math.ulp(constant) + 1e-16);
                assertAbsolute(
                        Measure.distance(
                                raised.gradient(t).x(), plain.gradient(t).x()),
                        1e-14);
                // Of Φ, of its steepest wave, and of the weights in the middle of a shock.
                double ofPhi = 1 / (phi0.max() - phi0.min());
                double ofSlope = 16 * Math.PI / plain.gradient(0).magnitude().max();
                double ofShock = viscosity > 0 ? 1 / (2 * viscosity) : 0;
                assertThat(raised.errorEstimate(t))
                        .isBetween(
                                0.5 * Math.ulp(constant) * ofPhi,
                                1e-10 + 2 * Math.ulp(constant) * (ofPhi + ofSlope + ofShock));
            }
            assertThat(raised.kinkTime()).isCloseTo(plain.kinkTime(), withinPercentage(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-9, 0.1, 3})
    void whatIsNothingStaysNothing(double t) {
        Grid2D grid = Grid2D.unit(8);
        Field2D zero = Field2D.of(grid, (x, y) -> 0);
        assertThat(new HamiltonJacobi(0).solve(zero).at(t).maxNorm()).isZero();
        assertThat(new HamiltonJacobi(0).solve(zero).gradient(t).x().maxNorm()).isZero();
        Field2D wind = new PotentialBurgers(0)
                .solve(new VectorField2D(zero.plus(0.7), zero))
                .at(t)
                .x();
        assertAbsolute(wind.minus(0.7).maxNorm(), 1e-16);
        Field2D faint = Field2D.of(grid, (x, y) -> 1e-300 * Math.sin(2 * Math.PI * x));
        assertAbsolute(Measure.distance(new HamiltonJacobi(0).solve(faint).at(t), faint), 1e-315);
    }
}
