package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.assertRelative;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class FreeSpaceTest {
    private static final double EULER = 0.57721566490153286061;

    /** A charge of 1 spread as a Gaussian. */
    private static Field2D charge(Grid2D grid, double x0, double y0, double sigma) {
        return Field2D.of(grid, (x, y) -> {
            double square = (x - x0) * (x - x0) + (y - y0) * (y - y0);
            return Math.exp(-0.5 * square / (sigma * sigma)) / (2 * Math.PI * sigma * sigma);
        });
    }

    /** Its potential, -(ln r² + E₁(r²/2σ²))/4π. */
    private static Field2D potential(Grid2D grid, double x0, double y0, double sigma) {
        return Field2D.of(grid, (x, y) -> {
            double square = (x - x0) * (x - x0) + (y - y0) * (y - y0);
            return -logPlusE1(square, 2 * sigma * sigma) / (4 * Math.PI);
        });
    }

    /** ln s + E₁(s/c): a power series for small s/c, a continued fraction for others. */
    private static double logPlusE1(double s, double c) {
        double z = s / c;
        if (z < 1.5) {
            double sum = Math.log(c) - EULER;
            double term = 1;
            for (int k = 1; k < 40; k++) {
                term *= -z / k;
                sum -= term / k;
            }
            return sum;
        }
        double fraction = 0;
        for (int k = 200; k > 0; k--) {
            fraction = k / (1 + k / (z + fraction));
        }
        return Math.log(s) + Math.exp(-z) / (z + fraction);
    }

    @Test
    void gaussianChargesOnEveryGrid() {
        List<Grid2D> grids = List.of(
                Grid2D.centered(64, 2),
                Grid2D.centered(65, 2),
                new Grid2D(61, 96, -1, -1.5, 2, 3),
                new Grid2D(128, 48, -3, -0.75, 4, 1.5),
                new Grid2D(48, 97, -0.6, -1, 1.2, 2));
        for (Grid2D grid : grids) {
            double x = grid.x0() + 0.47 * grid.lx();
            double y = grid.y0() + 0.52 * grid.ly();
            double sigma = Math.min(grid.lx(), grid.ly()) / 20;
            assertRelative(Poisson.freeSpace(charge(grid, x, y, sigma)), potential(grid, x, y, sigma), 4e-15);
        }
    }

    @Test
    void chargesAdd() {
        Grid2D grid = Grid2D.centered(96, 2);
        Field2D f = charge(grid, -0.3, 0.2, 0.07)
                .times(2)
                .minus(charge(grid, 0.25, 0.1, 0.09).times(3))
                .plus(charge(grid, 0, -0.3, 0.06));
        Field2D u = potential(grid, -0.3, 0.2, 0.07)
                .times(2)
                .minus(potential(grid, 0.25, 0.1, 0.09).times(3))
                .plus(potential(grid, 0, -0.3, 0.06));
        assertRelative(Poisson.freeSpace(f), u, 4e-15);
    }

    @Test
    void anyUnitOfLengthWillDo() {
        for (double unit : new double[] {1e-100, 1e-6, 1, 1e6, 1e100}) {
            Grid2D grid = Grid2D.centered(64, 2 * unit);
            Field2D f = charge(Grid2D.centered(64, 2), 0.1, 0, 0.1);
            Field2D u = Poisson.freeSpace(
                    Field2D.of(grid, f.times(1 / unit).times(1 / unit).toArray()));
            Field2D expected = potential(Grid2D.centered(64, 2), 0.1, 0, 0.1).plus(-Math.log(unit) / (2 * Math.PI));
            assertRelative(Field2D.of(expected.grid(), u.toArray()), expected, 4e-15);
        }
    }

    @Test
    void zeroStaysZero() {
        assertThat(Poisson.freeSpace(Field2D.of(Grid2D.unit(8), (x, y) -> 0)).maxNorm())
                .isZero();
        assertThat(Poisson.freeSpace(Field2D.of(Grid2D.unit(1), 0.0)).maxNorm()).isZero();
    }

    @Test
    void refusesWhatReachesTheEdges() {
        Grid2D grid = Grid2D.centered(32, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Poisson.freeSpace(charge(grid, 0, 0, 0.4)))
                .withMessageStartingWith("f must fall to ")
                .withMessageContaining("f[0,0] = ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Poisson.freeSpace(Field2D.of(Grid2D.line(16, 0, 1), (x, y) -> 1)))
                .withMessageContaining("f[0,0] = 1.0");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatNullPointerException()
                .isThrownBy(() -> Poisson.freeSpace(null))
                .withMessage("f");
        Field2D bad = Field2D.of(Grid2D.unit(4), (x, y) -> x == 0.25 && y == 0.75 ? Double.NaN : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Poisson.freeSpace(bad))
                .withMessage("f[1,3] is NaN");
        Field2D far = Field2D.of(
                new Grid2D(4, 4, 0, 0, 1e200, 1e200),
                (x, y) -> x > 2e199 && x < 7e199 && y > 2e199 && y < 7e199 ? 1 : 0);
        assertThatIllegalArgumentException().isThrownBy(() -> Poisson.freeSpace(far));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Poisson.freeSpace(Field2D.of(new Grid2D(4, 4, 0, 0, 1, 1e-12), (x, y) -> 0)))
                .withMessageContaining("bytes");
        // An axis that just fits into an array, but its next size that is fast to transform is 2^31.
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Poisson.freeSpace(Field2D.of(new Grid2D(4, 4, 0, 0, 1, 4 / 2147483600.0), (x, y) -> 0)))
                .withMessageStartingWith("nodes along one axis need 1.7179869184E10 bytes");
    }
}
