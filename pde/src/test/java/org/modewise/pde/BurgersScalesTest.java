package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.BurgersData.sine;
import static org.modewise.pde.Measure.assertAbsolute;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** Amplitudes, means and shocks of any size. */
class BurgersScalesTest {
    /** u(x,t; ν, a·u₀) = a·u(x, at; ν/a, u₀): huge amplitudes are long times and small viscosities. */
    @ParameterizedTest
    @CsvSource({"1e8, 1e-6", "1e-8, 0.01", "1e30, 0.01", "1e-150, 1"})
    void anyAmplitude(double a, double nu) {
        Field2D u0 = sine(Grid2D.line(64, -1, 2), 0.1);
        BurgersSolution scaled = new Burgers(nu * a).solve(u0.times(a));
        BurgersSolution solution = new Burgers(nu).solve(u0);
        for (double t : new double[] {0.01, 0.2, 0.9, 5}) {
            double distance = Measure.distance(scaled.at(t / a).times(1 / a), solution.at(t));
            assertAbsolute(distance, 1e-15 + solution.errorEstimate(t));
        }
        Field2D loud = new Burgers(nu).solve(u0.times(1e8)).at(0.1);
        assertThat(loud.maxNorm()).isFinite();
        assertThat(loud.mean()).isCloseTo(0.1 * 1e8, within(1e-3));
    }

    /** u, ν and 1/t times one power of two are the same solution, wherever numbers end. */
    @ParameterizedTest
    @ValueSource(ints = {-900, -400, -127, -110, 27, 300})
    void amplitudesOfAnySize(int exponent) {
        double factor = Math.scalb(1.0, exponent);
        Field2D u0 = sine(Grid2D.line(64, -1, 2), 0);
        for (double t : new double[] {1e-4, 0.5}) {
            Field2D expected = new Burgers(0.05).solve(u0).at(t).times(factor);
            Field2D scaled = new Burgers(0.05 * factor).solve(u0.times(factor)).at(t / factor);
            // Other rounding of what φ and t are made of.
            assertAbsolute(Measure.distance(scaled, expected) / factor, 2e-15);
        }
    }

    @Test
    void largeAmplitudesAreFiniteAndRight() {
        Field2D u0 = sine(Grid2D.line(256, -1, 2), 0);
        Field2D expected = new Burgers(0.01 / Math.PI).solve(u0).at(0.5);
        Field2D large = new Burgers(1e6 / Math.PI).solve(u0.times(1e8)).at(0.5e-8);
        // Two solutions whose transforms err by 1.2·√8·ε at most, 8e-16 each, and the shock leans on it: 5e-16 to
        // 3.2e-15 as met.
        assertAbsolute(Measure.distance(large, expected.times(1e8)), 1e8 * 1e-14);
        BurgersSolution thin = new Burgers(0.01 / Math.PI).solve(u0.times(1e8));
        Field2D limit = new Burgers(0).solve(u0.times(1e8)).at(0.5e-8);
        for (int i = 0; i < 256; i++) {
            double x = u0.grid().x(i);
            if (Math.abs(x) > 0.02) {
                // What viscosity does away from the shock: νt·max|u''| is 0.016.
                assertAbsolute(Math.abs(thin.at(0.5e-8).get(i, 0) - limit.get(i, 0)), 0.1);
            }
        }
    }

    /** Symmetry puts the shock at a node and u there at 0, and rounding of the potential, beside a small 2ν, elsewhere. */
    @ParameterizedTest
    @ValueSource(ints = {64, 100, 113, 190})
    void theMiddleOfAThinShockIsWithinTheEstimate(int node) {
        Grid2D grid = Grid2D.line(256, -1, 2);
        Field2D u0 = Field2D.of(grid, (x, y) -> -1e12 * Math.sin(Math.PI * (x - grid.x(node))));
        BurgersSolution solution = new Burgers(0.01 / Math.PI).solve(u0);
        double t = 0.5e-12;
        assertThat(solution.method(t)).isEqualTo(SolutionMethod.HOPF_LAX);
        assertAbsolute(Math.abs(solution.at(t).get(node, 0)) / 1e12, solution.errorEstimate(t));
        assertThat(solution.errorEstimate(t)).isLessThan(0.1);
    }

    /** c·t is a number of periods, so that u - c is what it is without c, but for the rounding of u itself. */
    @ParameterizedTest
    @ValueSource(doubles = {0.003, 0.1})
    void theMeansRoundingIsInTheEstimate(double viscosity) {
        double c = 1 << 20;
        Field2D w0 = Field2D.of(Grid2D.line(64, -1, 2), (x, y) -> (float) -Math.sin(Math.PI * x));
        Field2D u0 = w0.plus(c);
        BurgersSolution solution = new Burgers(viscosity).solve(u0);
        for (double t : new double[] {0.125, 0.5, 2}) {
            Field2D expected = new Burgers(viscosity).solve(u0.minus(c)).at(t);
            double error = Measure.distance(solution.at(t).minus(c), expected);
            assertThat(error).isBetween(1e-2 * solution.errorEstimate(t), solution.errorEstimate(t));
        }
    }
}
