package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.assertAbsolute;

import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** -Δu = 1: values from the series along the other axis, summed in 40 digits. */
class TorsionTest {
    private static Field2D load(Grid2D grid, double value) {
        return Field2D.of(grid, (x, y) -> value);
    }

    private static void assertMeets(Field2D u, double[][] nodes) {
        for (double[] node : nodes) {
            double error = Math.abs(u.get((int) node[0], (int) node[1]) - node[2]);
            assertAbsolute(error, 1e-15 * u.maxNorm());
        }
    }

    @Test
    void unitSquare() {
        Box box = Box.dirichlet();
        Field2D u = Poisson.solve(load(box.grid(64), 1), box);
        assertMeets(u, new double[][] {
            {0, 0, 0.00017884231497891111801},
            {0, 31, 0.002607164323860933421},
            {31, 31, 0.07364083842091311836},
            {5, 17, 0.021659486631937654287},
            {63, 1, 0.00045374916511144116219}
        });
        // An odd number of cells has one in the middle.
        Field2D odd = Poisson.solve(load(box.grid(33), 1), box);
        assertThat(odd.get(16, 16)).isCloseTo(0.073671353281513815564, within(1e-16));
        Field2D scaled = Poisson.solve(load(box.grid(33), -3), box);
        assertAbsolute(Measure.distance(scaled, odd.times(-3)), 1e-16);
    }

    @Test
    void rectangle() {
        Box box = Box.dirichlet(-3, 0.25, 2.5, 0.75);
        assertMeets(Poisson.solve(load(box.grid(64, 15), 1), box), new double[][] {
            {0, 0, 0.0010668908240131737618},
            {31, 7, 0.069537607704767760267},
            {63, 14, 0.0010668908240131737618},
            {3, 9, 0.028083081140129758579},
            {40, 0, 0.0088902595800516287576}
        });
    }

    @Test
    void neumannWallsAreTheMiddleOfALongerBox() {
        Box right = Box.dirichlet(0, 0, 1, 2).alongX(Wall.DIRICHLET, Wall.NEUMANN);
        double[][] nodes = {
            {0, 0, 0.0019690583445385506862},
            {30, 10, 0.29399526657738160245},
            {15, 3, 0.14456654525599206515},
            {30, 0, 0.032527684005638725535}
        };
        assertMeets(Poisson.solve(load(right.grid(31, 20), 1), right), nodes);
        Box left = Box.dirichlet(0, 0, 1, 2).alongX(Wall.NEUMANN, Wall.DIRICHLET);
        for (double[] node : nodes) {
            node[0] = 30 - node[0];
        }
        assertMeets(Poisson.solve(load(left.grid(31, 20), 1), left), nodes);
        Box corner =
                Box.neumann(0, 0, 1, 3).alongX(Wall.DIRICHLET, Wall.NEUMANN).alongY(Wall.DIRICHLET, Wall.NEUMANN);
        assertMeets(Poisson.solve(load(corner.grid(16, 9), 1), corner), new double[][] {
            {0, 0, 0.009593751639835373572},
            {15, 8, 0.489933345306847029},
            {7, 2, 0.26489394745993413489}
        });
        // Insulated along one axis: a parabola along the other.
        Box slab = Box.neumann(0, 0, 1, 2).alongY(Wall.DIRICHLET, Wall.DIRICHLET);
        Field2D parabola = Field2D.of(slab.grid(7, 12), (x, y) -> 0.5 * y * (2 - y));
        assertAbsolute(Measure.distance(Poisson.solve(load(slab.grid(7, 12), 1), slab), parabola), 2e-16);
        Box half = Box.neumann(0, 0, 2, 1).alongX(Wall.NEUMANN, Wall.DIRICHLET);
        Field2D other = Field2D.of(half.grid(11, 5), (x, y) -> 0.5 * (4 - x * x));
        assertAbsolute(Measure.distance(Poisson.solve(load(half.grid(11, 5), 1), half), other), 1e-15);
    }

    @Test
    void aLoadIsSplitOffWhatIsLevelAlongTheWalls() {
        Box box = Box.dirichlet();
        Grid2D grid = box.grid(48);
        Field2D hump = Field2D.of(grid, (x, y) -> Math.hypot(x - 0.5, y - 0.5) < 0.3 ? 1 : 0);
        Field2D apart = Poisson.solve(hump, box).plus(Poisson.solve(load(grid, 2), box));
        assertAbsolute(Measure.distance(Poisson.solve(hump.plus(2), box), apart), 1e-15);
    }

    @Test
    void noiseOnALoadCostsNoMoreThanItself() {
        for (Box box : new Box[] {Box.dirichlet(), Box.dirichlet(0, 0, 1, 2).alongX(Wall.DIRICHLET, Wall.NEUMANN)}) {
            Grid2D grid = box.grid(24, 31);
            Field2D smooth = Poisson.solve(load(grid, 2), box);
            for (double size : new double[] {1e-15, 1e-12, 9e-9}) {
                Field2D noisy = load(grid, 2).plus(Measure.noise(grid, 1).times(size));
                assertAbsolute(Measure.distance(Poisson.solve(noisy, box), smooth), 0.02 * size + 1e-15);
            }
        }
    }

    @Test
    void scalesWithTheBox() {
        Field2D unit = Poisson.solve(load(Box.dirichlet().grid(16), 1), Box.dirichlet());
        for (double length : new double[] {1e-150, 1e-110, 1e110, 1e150}) {
            Box box = Box.dirichlet(0, 0, length, length);
            double[] values = Poisson.solve(load(box.grid(16), 1), box).toArray();
            Field2D u = Field2D.of(unit.grid(), values).times(1 / length).times(1 / length);
            // Measured, of three kernels: 1e-15.
            assertAbsolute(Measure.distance(u, unit), 4e-15 * unit.maxNorm());
        }
    }
}
