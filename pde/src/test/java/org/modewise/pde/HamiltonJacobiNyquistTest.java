package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.fft.RealFft2D;

/** Waves at Nyquist, whose slopes vanish at every node. */
class HamiltonJacobiNyquistTest {
    /** A wave at Nyquist is flat at the nodes only: minimisers lie on the far side of the seam too. */
    @ParameterizedTest
    @CsvSource({"4, 0.05, 0.1", "8, 0.05, 0.1", "8, 0.3, 0.01", "16, -0.05, 0.1", "16, 0.3, 0.3"})
    void wavesAtNyquistSeeOverTheSeam(int n, double slow, double t) {
        DoubleUnaryOperator phi0 = x -> Math.cos(Math.PI * n * x) + slow * Math.sin(2 * Math.PI * x);
        Grid2D grid = Grid2D.unit(n);
        double[] line = new HamiltonJacobi(0)
                .solve(Field2D.of(Grid2D.line(n, 0, 1), (x, y) -> phi0.applyAsDouble(x)))
                .at(t)
                .toArray();
        Field2D alongX = new HamiltonJacobi(0)
                .solve(Field2D.of(grid, (x, y) -> phi0.applyAsDouble(x)))
                .at(t);
        Field2D alongY = new HamiltonJacobi(0)
                .solve(Field2D.of(grid, (x, y) -> phi0.applyAsDouble(y)))
                .at(t);
        for (int k = 0; k < grid.size(); k++) {
            assertAbsolute(Math.abs(alongX.get(k % n, k / n) - line[k % n]), 4e-15);
            assertAbsolute(Math.abs(alongY.get(k % n, k / n) - line[k / n]), 4e-15);
        }
    }

    /** Minimisers may come from the other side of the seam, though the slope vanishes at every node. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1})
    void wavesAtNyquistAcrossTheSeam(double t) {
        DoubleBinaryOperator f = (x, y) -> Math.cos(8 * Math.PI * x) + 0.3 * Math.sin(2 * Math.PI * x);
        Field2D plane =
                new HamiltonJacobi(0).solve(Field2D.of(Grid2D.unit(8), f)).at(t);
        Field2D line =
                new HamiltonJacobi(0).solve(Field2D.of(Grid2D.line(8, 0, 1), f)).at(t);
        for (int k = 0; k < 64; k++) {
            assertThat(plane.get(k % 8, k / 8)).isCloseTo(line.get(k % 8, 0), within(4e-15));
        }
    }

    /** The interpolant through four times as many nodes is the same function, and so is its gradient. */
    @ParameterizedTest
    @CsvSource({"8, 8, 0.002", "16, 16, 0.05", "8, 6, 0.002", "7, 9, 0.002"})
    void gradientsOfWavesAtNyquist(int nx, int ny, double viscosity) {
        Grid2D grid = Grid2D.unit(nx, ny);
        Random random = new Random(7);
        Field2D phi0 = Field2D.of(grid, (x, y) -> 0.2 * random.nextDouble());
        Grid2D fine = Grid2D.unit(4 * nx, 4 * ny);
        double[] values = TrigonometricPlane.through(RealFft2D.of(grid), phi0.toArray())
                .on(RealFft2D.of(fine))
                .sample();
        double t = 0.1;
        VectorField2D coarse = new HamiltonJacobi(viscosity).solve(phi0).gradient(t);
        VectorField2D exact =
                new HamiltonJacobi(viscosity).solve(Field2D.of(fine, values)).gradient(t);
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                assertAbsolute(Math.abs(coarse.x().get(i, j) - exact.x().get(4 * i, 4 * j)), 2e-14);
                assertAbsolute(Math.abs(coarse.y().get(i, j) - exact.y().get(4 * i, 4 * j)), 2e-14);
            }
        }
    }

    /** Slopes that vanish at every node are slopes all the same. */
    @Test
    void wavesAtNyquistAlone() {
        Grid2D grid = Grid2D.unit(16);
        Field2D phi0 = Field2D.of(grid, (x, y) -> 0.1 * Math.cos(16 * Math.PI * x) * Math.cos(16 * Math.PI * y));
        Field2D fine =
                Field2D.of(Grid2D.unit(64), (x, y) -> 0.1 * Math.cos(16 * Math.PI * x) * Math.cos(16 * Math.PI * y));
        double t = 1e-6;
        HamiltonJacobiSolution coarse = new HamiltonJacobi(1e-6).solve(phi0);
        assertThat(coarse.method(t)).isEqualTo(SolutionMethod.TAYLOR);
        Field2D phi = coarse.at(t);
        Field2D exact = new HamiltonJacobi(1e-6).solve(fine).at(t);
        for (int k = 0; k < 256; k++) {
            assertAbsolute(Math.abs(phi.get(k % 16, k / 16) - exact.get(4 * (k % 16), 4 * (k / 16))), 1e-16);
        }
    }

    /** Twice as many nodes each way find what lies between the samples. */
    @Test
    void theSpanReachesBetweenTheNodes() {
        Grid2D grid = Grid2D.unit(16);
        double[] samples = Measure.noise(grid, 5).toArray();
        PotentialPlane data = PotentialPlane.ofPotential(0.01, RealFft2D.of(grid), samples, 0);
        double[] fine = data.potentialPlane().on(RealFft2D.of(Grid2D.unit(32))).sample();
        assertThat(data.most()).isCloseTo(Arrays.stream(fine).max().orElseThrow(), within(1e-15));
        assertThat(data.least()).isCloseTo(Arrays.stream(fine).min().orElseThrow(), within(1e-15));
        assertThat(data.most()).isGreaterThan(Arrays.stream(samples).max().orElseThrow());
    }

    /** The gradient of a wave at Nyquist takes a finer grid, where Φ₀ may span more, or less of a method is left. */
    @Test
    void aForcedMethodRefusesTheGradientAndTheSolutionAlike() {
        Field2D phi = Field2D.of(
                Grid2D.unit(16),
                (x, y) -> Math.cos(6 * Math.PI * (x - 1 / 32.0))
                        + 0.3 * Math.cos(10 * Math.PI * (y - 0.02))
                        + 0.2 * Math.cos(32 * Math.PI * x / 2));
        int refused = 0;
        for (double viscosity : new double[] {0.3, 0.1, 0.03, 0.01}) {
            HamiltonJacobiSolution solution = new HamiltonJacobi(viscosity).solve(phi, SolutionMethod.TAYLOR);
            double[] latest = new double[1];
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.at(1))
                    .satisfies(refusal -> latest[0] = Double.parseDouble(
                            refusal.getMessage().replaceAll("t must be <= (\\S+) for TAYLOR.*", "$1")));
            // Where Φ alone can still be reached.
            boolean refusesGradient = refuses(() -> solution.gradient(latest[0]));
            assertThat(refuses(() -> solution.at(latest[0]))).isEqualTo(refusesGradient);
            refused += refusesGradient ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    private static boolean refuses(Runnable call) {
        try {
            call.run();
            return false;
        } catch (IllegalArgumentException refusal) {
            return true;
        }
    }
}
