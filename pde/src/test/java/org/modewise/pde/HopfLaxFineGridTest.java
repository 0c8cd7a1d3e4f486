package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

/** Hopf–Lax where a wave has so many samples that only every fourth is a node, against the minimum over all starts. */
class HopfLaxFineGridTest {
    private static final int N = 512;
    private static final double[][] WAVES = {{1, 0, 1, 0}, {0, 1, 0.7, 0.3}, {1, 1, 0.4, 0}};

    /** Φ₀, its slopes and its second derivatives. */
    private static double[] jet(double x, double y) {
        double[] jet = new double[6];
        for (double[] wave : WAVES) {
            double kx = Math.PI * wave[0];
            double ky = Math.PI * wave[1];
            double size = 0.5 / Math.PI * wave[2];
            double cos = size * Math.cos(kx * x + ky * y + wave[3]);
            double sin = size * Math.sin(kx * x + ky * y + wave[3]);
            double[] terms = {cos, -kx * sin, -ky * sin, -kx * kx * cos, -kx * ky * cos, -ky * ky * cos};
            for (int k = 0; k < 6; k++) {
                jet[k] += terms[k];
            }
        }
        return jet;
    }

    /** min G by Newton's method from every 32nd of a period, downhill where G is not convex. */
    private static double minimum(double x, double y, double t) {
        double least = Double.POSITIVE_INFINITY;
        for (int start = 0; start < 32 * 32; start++) {
            double p = x - 1 + start % 32 / 16.0;
            double q = y - 1 + start / 32 / 16.0;
            if (jet(p, q)[0] + ((x - p) * (x - p) + (y - q) * (y - q)) / (2 * t) > least + 0.02) {
                continue;
            }
            for (int step = 0; step < 40; step++) {
                double[] jet = jet(p, q);
                double restX = jet[1] - (x - p) / t;
                double restY = jet[2] - (y - q) / t;
                double determinant = (jet[3] + 1 / t) * (jet[5] + 1 / t) - jet[4] * jet[4];
                boolean isConvex = determinant > 0 && jet[3] + 1 / t > 0;
                double moveX = isConvex ? (jet[4] * restY - (jet[5] + 1 / t) * restX) / determinant : -0.1 * restX;
                double moveY = isConvex ? (jet[4] * restX - (jet[3] + 1 / t) * restY) / determinant : -0.1 * restY;
                p += Math.max(-0.05, Math.min(0.05, moveX));
                q += Math.max(-0.05, Math.min(0.05, moveY));
            }
            least = Math.min(least, jet(p, q)[0] + ((x - p) * (x - p) + (y - q) * (y - q)) / (2 * t));
        }
        return least;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.45, 0.6, 3})
    void theLeastMinimumIsTakenBesideKinksAndElsewhere(double t) {
        Grid2D grid = Grid2D.centered(N, 2);
        HamiltonJacobiSolution solution = new HamiltonJacobi(0).solve(Field2D.of(grid, (x, y) -> jet(x, y)[0]));
        Field2D phi = solution.at(t);
        VectorField2D u = solution.gradient(t);
        Random random = new Random(7);
        int beside = 0;
        double worst = 0;
        for (int trial = 0; trial < 400_000 && beside < 150; trial++) {
            int i = random.nextInt(N);
            int j = random.nextInt(N);
            int right = (i + 1 + random.nextInt(3)) % N;
            boolean isBesideKink = Math.abs(u.x().get(right, j) - u.x().get(i, j)) > 0.1;
            beside += isBesideKink ? 1 : 0;
            if (isBesideKink || trial < 100) {
                worst = Math.max(worst, Math.abs(phi.get(i, j) - minimum(grid.x(i), grid.y(j), t)));
            }
        }
        assertThat(beside).isEqualTo(150);
        // What polynomials of order 6 leave out at the corners of patches is 4.5e-14 at most, if all waves add up.
        assertThat(worst).isLessThan(3e-14);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.35, 0.45, 0.6, 3})
    void aFaintViscosityTakesTheMeanOfMinimaOnly(double t) {
        Grid2D grid = Grid2D.centered(256, 2);
        Field2D phi = Field2D.of(grid, (x, y) -> jet(x, y)[0]);
        VectorField2D u = new HamiltonJacobi(1e-9).solve(phi).gradient(t);
        VectorField2D start = Derivatives.gradient(phi);
        // No u is larger than all of u₀, and NaN is: it came of branches that end beside a target, and have no minimum
        // there.
        for (int k = 0; k < grid.size(); k++) {
            boolean isSmall = Math.abs(u.x().get(k % 256, k / 256)) <= start.x().maxNorm() * (1 + 1e-12)
                    && Math.abs(u.y().get(k % 256, k / 256)) <= start.y().maxNorm() * (1 + 1e-12);
            if (!isSmall) {
                fail("u[" + k % 256 + "," + k / 256 + "] is " + u.x().get(k % 256, k / 256) + ", "
                        + u.y().get(k % 256, k / 256));
            }
        }
    }
}
