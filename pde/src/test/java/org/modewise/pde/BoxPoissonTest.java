package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class BoxPoissonTest {
    @ParameterizedTest
    @FieldSource("org.modewise.pde.BoxModes#BOXES")
    void solvesTheWavesOfEveryBox(Box box) {
        for (int[] size : BoxModes.SIZES) {
            BoxModes u = BoxModes.random(box, size[0], size[1], 1, 1).times((kx, ky) -> kx == 0 && ky == 0 ? 0 : 1);
            BoxModes f = u.times((kx, ky) -> kx * kx + ky * ky);
            // Rounding of f on the longest wave is the least damped.
            double longest = square(Math.PI / 2.5) / 4;
            assertAbsolute(
                    Measure.distance(Poisson.solve(f.sample(size[0], size[1]), box), u.sample(size[0], size[1])),
                    1e-15 * (u.bound() + f.bound() / longest / Math.sqrt(size[0] * size[1])));
        }
    }

    private static double square(double x) {
        return x * x;
    }

    @Test
    void manufacturedBetweenDirichletWalls() {
        // A sine of a sine: no polynomial of waves, but with all its reflections smooth.
        Box box = Box.dirichlet(-1, 0, 2, 1);
        Field2D u = Field2D.of(box.grid(64), (x, y) -> Math.sin(Math.PI * y) * Math.sinh(Math.sin(Math.PI * x)));
        Field2D f = Field2D.of(box.grid(64), (x, y) -> {
            double s = Math.sin(Math.PI * x);
            double c = Math.cos(Math.PI * x);
            // (sinh s)'' = π²(c² sinh s - s cosh s).
            return Math.PI * Math.PI * Math.sin(Math.PI * y) * (Math.sinh(s) - c * c * Math.sinh(s) + s * Math.cosh(s));
        });
        assertRelative(Poisson.solve(f, box), u, 4e-15);
    }

    @Test
    void manufacturedBetweenNeumannWalls() {
        Box box = Box.neumann(0, 0, 2, 1);
        double k = Math.PI / 2;
        Field2D u = Field2D.of(box.grid(48), (x, y) -> Math.exp(Math.cos(k * x)) * Math.cos(Math.PI * y));
        Field2D f = Field2D.of(box.grid(48), (x, y) -> {
            double c = Math.cos(k * x);
            double s = Math.sin(k * x);
            return Math.exp(c) * Math.cos(Math.PI * y) * (Math.PI * Math.PI - k * k * (s * s - c));
        });
        assertRelative(Poisson.solve(f, box), u, 4e-15);
    }

    @Test
    void aLoadThatJumpsAtTheWallsIsSecondOrder() {
        // What the page says of it: u = x(1-x)y(1-y).
        Box box = Box.dirichlet();
        double previous = 0;
        for (int n : new int[] {32, 64, 128}) {
            Field2D u = Field2D.of(box.grid(n), (x, y) -> x * (1 - x) * y * (1 - y));
            Field2D f = Field2D.of(box.grid(n), (x, y) -> 2 * (x * (1 - x) + y * (1 - y)));
            double error = Measure.distance(Poisson.solve(f, box), u);
            assertThat(error).isBetween(0.01 / (n * n), 0.1 / (n * n));
            assertThat(previous == 0 || Math.abs(previous / error - 4) < 0.15).isTrue();
            previous = error;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -2.5, 1e-9, 1e-12})
    void refusesAMeanBetweenNeumannWalls(double mean) {
        Box box = Box.neumann();
        Field2D f = BoxModes.of(box, new BoxModes.Mode(2, 3, 1)).sample(16, 16).plus(mean);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Poisson.solve(f, box))
                .withMessageStartingWith("mean(f) must be 0")
                .withMessageContaining("got " + f.mean());
        assertAbsolute(Math.abs(Poisson.solve(Poisson.projectMean(f), box).mean()), 1e-16);
        Box held = box.alongX(Wall.NEUMANN, Wall.DIRICHLET);
        assertThat(Poisson.solve(f, held).mean()).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-150, 1e-100, 1e100, 1e150})
    void scalesWithTheBox(double length) {
        Box unit = Box.dirichlet();
        Box box = Box.dirichlet(0, 0, length, length);
        Field2D f = BoxModes.of(unit, new BoxModes.Mode(1, 2, 1)).sample(16, 16);
        Field2D expected = Poisson.solve(f, unit);
        Field2D u = Poisson.solve(Field2D.of(box.grid(16), f.toArray()), box);
        assertRelative(
                Field2D.of(expected.grid(), u.toArray()).times(1 / length).times(1 / length), expected, 1e-15);
    }

    @Test
    void refusesWhatIsNoNumber() {
        Box box = Box.dirichlet();
        Grid2D grid = box.grid(4);
        Field2D bad = Field2D.of(grid, (x, y) -> x == 0.375 && y == 0.875 ? Double.NaN : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Poisson.solve(bad, box))
                .withMessage("f[1,3] is NaN");
        for (double length : new double[] {1e-170, 1e160}) {
            Box far = Box.dirichlet(0, 0, length, length);
            Field2D f = Field2D.of(far.grid(4), (x, y) -> x < length / 2 ? 1 : 0);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Poisson.solve(f, far))
                    .withMessageContaining("finite");
        }
        assertThat(Poisson.solve(Field2D.of(grid, (x, y) -> 0), box).maxNorm()).isZero();
    }
}
