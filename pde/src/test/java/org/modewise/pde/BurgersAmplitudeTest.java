package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

/** Amplitudes at which almost nothing is left of u₀ but the places of its minima. */
class BurgersAmplitudeTest {
    private static final double VISCOSITY = 0.01;

    /**
     * u₀ = -A sin πx. Each minimum of Φ₀ is a parabola but for parts of order 1/A, so that e^{-Φ/2ν} is a sum of normal
     * laws about them; by (x-y)/t alone u is known to more than 1/A, as E[u₀] its digits go with A².
     */
    @ParameterizedTest
    @CsvSource({"1e5, 5e-12", "1e6, 3e-11", "1e7, 6e-11", "1e8, 8e-11"})
    void rarefactionsKeepTheirDigits(double amplitude, double tolerance) {
        int n = 64;
        Grid2D grid = Grid2D.line(n, -1, 2);
        double[] samples = new double[n];
        for (int i = 1; i < n / 2; i++) {
            // Odd to the last bit.
            samples[n / 2 + i] = -amplitude * Math.sin(2 * Math.PI * i / n);
            samples[n / 2 - i] = -samples[n / 2 + i];
        }
        BurgersSolution solution = new Burgers(VISCOSITY).solve(Field2D.of(grid, samples));
        assertThat(solution.method(1)).isEqualTo(SolutionMethod.LOG_DOMAIN);
        Field2D u = solution.at(1);
        double spread = 1 + 1 / (Math.PI * amplitude);
        for (int i = 1; i < n; i++) {
            double weights = 0;
            double sum = 0;
            for (int image = -3; image <= 3; image++) {
                double offset = grid.x(i) - (1 + 2 * image);
                double weight = Math.exp((1 - offset * offset) / (4 * VISCOSITY * spread));
                weights += weight;
                sum += weight * offset / spread;
            }
            assertAbsolute(Math.abs(u.get(i, 0) - sum / weights), tolerance);
        }
        assertThat(solution.errorEstimate(1) * amplitude).isGreaterThan(tolerance);
    }

    /** Φ₀ = f(x) + g(y): each component of u is that of its own line. */
    @Test
    void planesKeepTheirsToo() {
        Grid2D grid = new Grid2D(24, 20, -1, 0, 2, 3);
        DoubleUnaryOperator alongX = x -> -50 * Math.sin(Math.PI * x) + 30 * Math.cos(2 * Math.PI * x);
        DoubleUnaryOperator alongY = y -> 40 * Math.sin(2 * Math.PI * y / 3);
        VectorField2D initial = new VectorField2D(
                Field2D.of(grid, (x, y) -> alongX.applyAsDouble(x)),
                Field2D.of(grid, (x, y) -> alongY.applyAsDouble(y)));
        PotentialBurgersSolution plane = new PotentialBurgers(VISCOSITY).solve(initial);
        BurgersSolution rows = new Burgers(VISCOSITY).solve(initial.x());
        Grid2D line = Grid2D.line(20, 0, 3);
        BurgersSolution column = new Burgers(VISCOSITY).solve(Field2D.of(line, (y, x) -> alongY.applyAsDouble(y)));
        for (double t : new double[] {0.2, 1, 4}) {
            assertThat(plane.method(t)).isEqualTo(SolutionMethod.LOG_DOMAIN);
            VectorField2D u = plane.at(t);
            assertAbsolute(Measure.distance(u.x(), rows.at(t)), 1.5e-12);
            Field2D expected = column.at(t);
            for (int j = 0; j < 20; j++) {
                assertAbsolute(Math.abs(u.y().get(7, j) - expected.get(j, 0)), 1.5e-12);
            }
        }
    }
}
