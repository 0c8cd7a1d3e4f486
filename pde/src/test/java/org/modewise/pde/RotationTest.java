package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;
import static org.modewise.pde.Measure.assertRelative;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.contract.AllocatedBytes;

class RotationTest {
    /** Nodes about 1 are off by an ulp, and the blobs rise by some 25 a unit: 5e-15; twelve shears add as much. */
    private static final double ROUNDED_NODES = 1.2e-14;

    /** Two slanted Gaussians about a centre, turned by an angle: known in closed form. */
    private record Blobs(double centerX, double centerY, double scale) {
        Field2D turned(Grid2D grid, double angle) {
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            return Field2D.of(grid, (x, y) -> {
                double dx = (x - centerX) / scale;
                double dy = (y - centerY) / scale;
                return at(c * dx + s * dy, c * dy - s * dx);
            });
        }

        private static double at(double x, double y) {
            double along = (x - 0.14 + y) / 0.085;
            double across = (x - 0.14 - y) / 0.075;
            return Math.exp(-along * along - across * across)
                    - 0.5 * Math.exp(-(Waves.sq(x + 0.1) + Waves.sq(y - 0.1)) / Waves.sq(0.055));
        }
    }

    static List<Grid2D> grids() {
        return List.of(
                Grid2D.centered(96, 1),
                Grid2D.centered(97, 1),
                new Grid2D(101, 128, 2, -1, 1, 1.25),
                new Grid2D(140, 96, -1, 0.5, 1.5, 1));
    }

    private static Blobs centred(Grid2D grid) {
        return new Blobs(grid.x0() + grid.lx() / 2, grid.y0() + grid.ly() / 2, 0.87);
    }

    private static RotationSolution solve(Grid2D grid, double rate) {
        Blobs blobs = centred(grid);
        return new Rotation(rate, blobs.centerX(), blobs.centerY()).solve(blobs.turned(grid, 0));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void turnsByAnyAngle(Grid2D grid) {
        RotationSolution solution = solve(grid, 1);
        Random random = new Random(1);
        for (int k = 0; k < 30; k++) {
            double angle = 8 * random.nextDouble() - 4;
            assertRelative(solution.at(angle), centred(grid).turned(grid, angle), ROUNDED_NODES);
        }
        for (double angle : new double[] {0, Math.PI / 4, Math.PI / 2, -Math.PI, Math.PI, 2 * Math.PI, 1e-9}) {
            assertRelative(solution.at(angle), centred(grid).turned(grid, angle), ROUNDED_NODES);
        }
    }

    @Test
    void turnsCounterClockwiseForPositiveRates() {
        Grid2D grid = Grid2D.centered(96, 2);
        Field2D right = InitialFields.gaussian(grid, 0.3, 0, 0.07);
        assertRelative(
                new Rotation(2 * Math.PI, 0, 0).solve(right).at(0.25),
                InitialFields.gaussian(grid, 0, 0.3, 0.07),
                8e-15);
        assertRelative(
                new Rotation(-Math.PI, 0, 0).solve(right).at(0.5), InitialFields.gaussian(grid, 0, -0.3, 0.07), 8e-15);
    }

    @Test
    void turnsAboutACentreThatIsNoNode() {
        Grid2D grid = Grid2D.centered(128, 1.6);
        Blobs blobs = new Blobs(0.0731, -0.1117, 0.95);
        RotationSolution solution = new Rotation(0.5, 0.0731, -0.1117).solve(blobs.turned(grid, 0));
        assertRelative(solution.at(3), blobs.turned(grid, 1.5), 8e-15);
    }

    @Test
    void goesThereAndBackAndKeepsTheMassAndTheEnergy() {
        Grid2D grid = Grid2D.centered(96, 1);
        Field2D u0 = centred(grid).turned(grid, 0);
        RotationSolution there = solve(grid, 1);
        for (double t : new double[] {0.2, 1, 2.9}) {
            Field2D turned = there.at(t);
            assertRelative(new Rotation(1, 0, 0).solve(turned).at(-t), u0, 8e-15);
            assertRelative(new Rotation(1, 0, 0).solve(turned).at(0.3), there.at(t + 0.3), 8e-15);
            assertAbsolute(Math.abs(turned.mean() - u0.mean()), 4 * EPS * u0.mean());
            assertAbsolute(Math.abs(turned.norm() / u0.norm() - 1), 8 * EPS);
        }
    }

    @Test
    void zeroStaysZeroAndNothingTurnsAtRest() {
        Grid2D grid = Grid2D.centered(16, 1);
        assertThat(new Rotation(1, 0, 0)
                        .solve(Field2D.of(grid, (x, y) -> 0))
                        .at(1)
                        .maxNorm())
                .isZero();
        Grid2D fine = Grid2D.centered(96, 1);
        Field2D u0 = centred(fine).turned(fine, 0);
        assertThat(new Rotation(0, 0, 0).solve(u0).at(5)).isEqualTo(u0);
        for (double size : new double[] {1e-200, 1e200}) {
            assertRelative(
                    new Rotation(1, 0, 0).solve(u0.times(size)).at(1),
                    solve(fine, 1).at(1).times(size),
                    8 * EPS);
        }
    }

    @Test
    void refusesWhatATorusCannotTurn() {
        Grid2D grid = Grid2D.centered(64, 1);
        Rotation rotation = new Rotation(1, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rotation.solve(Field2D.of(grid, (x, y) -> 1)))
                .withMessageStartingWith("u0 must fall to 1.0E-8 within 0.4619")
                .withMessageContaining("u0[0,0] = 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation(1, 0.3, 0).solve(InitialFields.gaussian(grid, 0, 0, 0.05)))
                .withMessageStartingWith("u0 must fall to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation(1, 5, 0).solve(InitialFields.gaussian(grid, 0, 0, 0.05)))
                .withMessageStartingWith("u0 must fall to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rotation.solve(InitialFields.gaussian(grid, 0, 0, 0.015)))
                .withMessageStartingWith("u0 must have no waves finer than wavenumber 185.7");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNone(double none) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation(none, 0, 0))
                .withMessage("rate must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation(1, none, 0))
                .withMessage("centerX must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation(1, 0, none))
                .withMessage("centerY must be finite, got " + none);
        Grid2D grid = Grid2D.centered(64, 1);
        Field2D u0 = InitialFields.gaussian(grid, 0.05);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation(1, 0, 0).solve(u0).at(none))
                .withMessage("t must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation(1e300, 0, 0).solve(u0).at(1e300))
                .withMessage("t must keep the angle finite, got 1.0E300");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation(1, 0, 0).solve(u0.map(u -> u == u0.get(0, 0) ? none : u)))
                .withMessage("u0[0,0] is " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation(1, 0, 0).solve(u0.times(1e305)))
                .withMessageStartingWith("u0 must keep its sums over the grid finite, got max |u0| = ");
        assertThatNullPointerException()
                .isThrownBy(() -> new Rotation(1, 0, 0).solve(null))
                .withMessage("u0");
    }

    @ParameterizedTest
    @MethodSource("grids")
    void callersArraysGetTheSameBits(Grid2D grid) {
        RotationSolution solution = solve(grid, 1);
        double[] values = new double[grid.size() + 3];
        Arrays.fill(values, 7);
        for (double t : new double[] {1.3, 0, -3, 0.2}) {
            solution.at(t, values);
            assertThat(Arrays.copyOf(values, grid.size()))
                    .isEqualTo(solution.at(t).toArray());
            assertThat(Arrays.copyOfRange(values, grid.size(), values.length)).containsOnly(7);
        }
        double[] tight = new double[grid.size() - 1];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1, tight))
                .withMessage("values.length must be >= " + grid.size() + ", got " + (grid.size() - 1));
        assertThat(tight).containsOnly(0);
        double[] untouched = new double[grid.size()];
        assertThatIllegalArgumentException().isThrownBy(() -> solution.at(Double.NaN, untouched));
        assertThat(untouched).containsOnly(0);
        assertThatNullPointerException().isThrownBy(() -> solution.at(1, null)).withMessage("values");
    }

    @Test
    void turnsIntoAnArrayAllocateNothing() {
        RotationSolution solution = solve(Grid2D.centered(96, 1), 1);
        // JTransforms allocates inside its own transforms.
        assumeThat(solution.kernel()).isNotEqualTo("jtransforms");
        double[] values = new double[solution.grid().size()];
        assertThat(AllocatedBytes.least(() -> solution.at(2, values))).isZero();
    }

    @Test
    void saysWhatItIs() {
        assertThat(RealFft2D.kernels())
                .contains(solve(Grid2D.centered(96, 1), 1).kernel());
        assertOneLine(new Rotation(-Math.PI, Math.E, 1 / 3.0));
        assertOneLine(solve(Grid2D.centered(96, 1), 1));
        assertThat(solve(Grid2D.centered(96, 1), 1)).hasToString("RotationSolution[96x96, rate 1.0]");
    }
}
