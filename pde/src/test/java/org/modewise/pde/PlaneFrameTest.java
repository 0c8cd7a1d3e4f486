package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

class PlaneFrameTest {
    /** Contractions, an expansion, one that leaves nothing but the mean along x, and a change of scale by an axis. */
    private static final List<GaussianTransition> TRANSITIONS = List.of(
            GaussianTransition.isotropic(0.999, 0.01, -0.02, 1e-3),
            GaussianTransition.isotropic(0.8, 0.3, 0.1, 0.01),
            GaussianTransition.isotropic(1, 0.25, 0, 0),
            GaussianTransition.isotropic(1.3, -0.2, 0.4, 0.02),
            new GaussianTransition(0.5, 0, 0, 1.12, 0.2, 0.7, 40, 0, 1e-4));

    static List<Grid2D> grids() {
        return List.of(
                new Grid2D(16, 16, -2, -1, 4, 3),
                new Grid2D(20, 17, -2, -1, 4, 3),
                new Grid2D(12, 10, 0, 0.5, 5, 4),
                new Grid2D(9, 8, -3, -2, 5, 4),
                new Grid2D(2, 33, -1, -2, 2, 4));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void isTheSumOverAllWavenumbersOnEveryKernel(Grid2D grid) {
        // Up to Nyquist there is as much as anywhere.
        Field2D noise = Measure.noise(grid, 5);
        CharacteristicFunction initial = new CharacteristicFunction(noise.toArray(), grid.nx(), grid.ny());
        assertThat(initial.limitX()).isEqualTo(grid.nx());
        for (String kernel : RealFft2D.kernels()) {
            if (kernel.equals("simd") && (grid.nx() < 16 || grid.ny() < 15)) {
                continue;
            }
            PlaneFrame frame = new PlaneFrame(initial, RealFft2D.of(grid, kernel));
            double[] values = new double[grid.size()];
            for (GaussianTransition transition : TRANSITIONS) {
                frame.values(transition, values);
                double[] expected = sum(transition, noise);
                for (int k = 0; k < values.length; k++) {
                    // The window's 1e-14 at the ends of an axis, where these samples do not vanish.
                    assertAbsolute(Math.abs(values[k] - expected[k]), 2e-13);
                }
            }
        }
    }

    /** Kx·p·Kyᵀ, K(i,j) = Σ e^{-½vκ²} cos κ(x_i - b - s·x_j)/n over all κ with s|κ| up to Nyquist, which count by half. */
    private static double[] sum(GaussianTransition transition, Field2D p) {
        Grid2D grid = p.grid();
        double[][] alongX =
                kernel(grid.nx(), grid.x0(), grid.lx(), transition.xx(), transition.x0(), transition.varianceX());
        double[][] alongY =
                kernel(grid.ny(), grid.y0(), grid.ly(), transition.yy(), transition.y0(), transition.varianceY());
        double[] sum = new double[grid.size()];
        for (int j = 0; j < grid.ny(); j++) {
            for (int q = 0; q < grid.ny(); q++) {
                for (int i = 0; i < grid.nx(); i++) {
                    double row = 0;
                    for (int k = 0; k < grid.nx(); k++) {
                        row += alongX[i][k] * p.get(k, q);
                    }
                    sum[j * grid.nx() + i] += alongY[j][q] * row;
                }
            }
        }
        return sum;
    }

    private static double[][] kernel(int n, double start, double length, double scale, double shift, double variance) {
        double[][] kernel = new double[n][n];
        for (int m = 0; 2 * m <= n && 2 * m * scale <= n; m++) {
            double k = 2 * Math.PI * m / length;
            double weight = m == 0 || 2 * m == n ? 1 : 2;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double x = start + i * length / n;
                    double from = start + j * length / n;
                    kernel[i][j] +=
                            weight / n * Math.exp(-0.5 * variance * k * k) * Math.cos(k * (x - shift - scale * from));
                }
            }
        }
        return kernel;
    }

    @Test
    void whatRoundingHidesIsLeftOutAndNothingElse() {
        Grid2D grid = Grid2D.centered(96, 12);
        Field2D smooth = GaussianMixture.gaussian(0.2, -0.3, 0.5).density(grid);
        CharacteristicFunction known = new CharacteristicFunction(smooth.toArray(), 96, 96);
        // e^{-½(0.5κ)²} is 1e-16 at κ = 17.2, entry 66 of a spacing of π/12.
        assertThat(known.limitX()).isBetween(60, 76);
        assertThat(known.limitY()).isBetween(60, 76);
        GaussianTransition transition = GaussianTransition.isotropic(0.97, 0.1, 0, 2e-3);
        double[] values = new double[grid.size()];
        new PlaneFrame(known, RealFft2D.of(grid)).values(transition, values);
        double[] expected = sum(transition, smooth);
        for (int k = 0; k < values.length; k++) {
            assertAbsolute(Math.abs(values[k] - expected[k]), 32 * EPS * smooth.max());
        }
        // One sample that is off by 1e-12 of the largest.
        double[] rough = smooth.toArray();
        rough[1234] += 1e-12 * smooth.max();
        assertThat(new CharacteristicFunction(rough, 96, 96).limitX()).isEqualTo(96);
        assertThat(new CharacteristicFunction(new double[96 * 96], 96, 96).limitX())
                .isLessThan(8);
    }
}
