package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class InterpolantPeaksTest {
    private static double hill(double a, double b) {
        return Math.exp(Math.cos(2 * Math.PI * a) + Math.cos(2 * Math.PI * b) + 0.5 * Math.sin(2 * Math.PI * (a - b)));
    }

    /** Peaks of e^{cos a + cos b} are e² wherever the nodes lie. */
    @Test
    void areFoundToRoundingBetweenTheNodes() {
        Random random = new Random(3);
        for (Grid2D grid : new Grid2D[] {Grid2D.unit(36), new Grid2D(41, 48, -3, 0.25, 2.5, 0.75)}) {
            for (int k = 0; k < 5; k++) {
                double a = random.nextDouble();
                double b = random.nextDouble();
                Field2D u = Field2D.of(
                        grid,
                        (x, y) -> Math.exp(Math.cos(2 * Math.PI * ((x - grid.x0()) / grid.lx() - a))
                                + Math.cos(2 * Math.PI * ((y - grid.y0()) / grid.ly() - b))));
                ValueBounds bounds = InterpolantPeaks.bounds(u);
                assertThat(bounds.high()).isCloseTo(Math.exp(2), within(1e-12));
                assertThat(bounds.low()).isCloseTo(Math.exp(-2), within(1e-12));
                assertThat(u.max()).isLessThan(Math.exp(2) - 1e-6);
            }
        }
    }

    @Test
    void ofLinesAndOfConstantsToo() {
        Field2D line = Field2D.of(Grid2D.line(9, 0, 1), (x, y) -> Math.cos(2 * Math.PI * (x - 0.123)));
        Field2D column = Field2D.of(new Grid2D(1, 9, 0, 0, 1, 1), line.toArray());
        for (Field2D u : new Field2D[] {line, column}) {
            assertThat(InterpolantPeaks.bounds(u).high()).isCloseTo(1, within(1e-13));
            assertThat(InterpolantPeaks.bounds(u).low()).isCloseTo(-1, within(1e-13));
        }
        Field2D three = Field2D.of(Grid2D.unit(8), (x, y) -> 3);
        assertThat(InterpolantPeaks.bounds(three).high()).isCloseTo(3, within(1e-13));
    }

    /** No peak of many random points is higher. */
    @Test
    void ofSkewHills() {
        Grid2D grid = Grid2D.unit(40);
        double high = InterpolantPeaks.bounds(Field2D.of(grid, InterpolantPeaksTest::hill))
                .high();
        double highest = 0;
        for (int i = 0; i < 1000; i++) {
            for (int j = 0; j < 1000; j++) {
                highest = Math.max(highest, hill(i / 1000.0, j / 1000.0));
            }
        }
        assertThat(high).isBetween(highest, highest + 1e-4);
    }

    /** What cannot fail says nothing: values that no path finds are defects, whoever returns them. */
    @Test
    void wrongValuesLeaveTheRange() {
        Grid2D grid = Grid2D.unit(36);
        Field2D u = Field2D.of(grid, (x, y) -> hill(x - 0.013, y - 0.4));
        ValueBounds range = ValueBounds.of(u, u.times(10), () -> InterpolantPeaks.bounds(u), 1e-15);
        assertThat(range.above(u.times(10))).isGreaterThan(8 * u.max());
        assertThat(range.below(u.times(-1))).isGreaterThan(u.max());
        // Moved to where the peak is a node, by an exact path.
        Field2D moved = new Transport(-0.013, 0).solve(u).at(1);
        ValueBounds own = ValueBounds.of(u, moved, () -> InterpolantPeaks.bounds(u), 1e-15);
        assertThat(own.above(moved)).isLessThan(1e-13 * u.max());
        assertThat(own.below(moved)).isLessThan(1e-13 * u.max());
    }
}
