package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class BoxTransformTest {
    /** Powers of two, even, odd, prime, narrow, one row, one column, one node. */
    private static final int[][] SIZES = {
        {32, 32}, {64, 16}, {16, 15}, {15, 16}, {30, 21}, {31, 37}, {17, 2}, {12, 1}, {1, 24}, {13, 1}, {2, 2}, {3, 3},
        {1, 1}
    };

    static List<Box> boxes() {
        return BoxModes.boxes(-1, 0.5, 2, 3);
    }

    /** Σ u·X·Y over the nodes, from the definition, for the mode that a coefficient belongs to. */
    private static double direct(Box box, Field2D u, int p, int q) {
        double sum = 0;
        Grid2D grid = u.grid();
        for (int j = 0; j < grid.ny(); j++) {
            double along = 0;
            for (int i = 0; i < grid.nx(); i++) {
                along += u.get(i, j) * BoxModes.wave(p, i, grid.nx(), box.left(), box.right());
            }
            sum += along * BoxModes.wave(q, j, grid.ny(), box.bottom(), box.top());
        }
        // Quarter waves are counted as sines from the Dirichlet wall, be it the upper one.
        return sum * fromAbove(p, box.left(), box.right()) * fromAbove(q, box.bottom(), box.top());
    }

    private static int fromAbove(int p, Wall lower, Wall upper) {
        return lower == Wall.NEUMANN && upper == Wall.DIRICHLET && p % 2 == 1 ? -1 : 1;
    }

    /** Which wave of an axis a slot has, by its wavenumber. */
    private static int wave(double k, double length, Wall lower, Wall upper) {
        double halves = k * length / Math.PI;
        return (int) Math.rint(lower != upper ? halves - 0.5 : lower == Wall.DIRICHLET ? halves - 1 : halves);
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void coefficientsAreTheSumsOfTheirDefinition(Box box) {
        for (int[] size : SIZES) {
            Field2D u = Measure.noise(box.grid(size[0], size[1]), 1);
            BoxTransform transform = new BoxTransform(box, u.grid());
            double[] coefficients = new double[transform.count()];
            transform.forward(u.toArray(), coefficients);
            int waves = 0;
            double worst = 0;
            for (int k = 0; k < coefficients.length; k++) {
                if (transform.x().isEmpty(transform.slotX(k)) || transform.y().isEmpty(transform.slotY(k))) {
                    assertThat(coefficients[k]).isZero();
                    continue;
                }
                waves++;
                int p = wave(transform.kx(k), box.lx(), box.left(), box.right());
                int q = wave(transform.ky(k), box.ly(), box.bottom(), box.top());
                assertThat(p).isBetween(0, size[0] - 1);
                assertThat(q).isBetween(0, size[1] - 1);
                double folds = (double) transform.count() / u.grid().size();
                worst = Math.max(worst, Math.abs(coefficients[k] - folds * direct(box, u, p, q)) / folds);
            }
            assertThat(waves).isEqualTo(u.grid().size());
            assertAbsolute(worst, 8 * EPS * Math.sqrt(u.grid().size()));
        }
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void thereAndBackIsTheIdentity(Box box) {
        for (int[] size : SIZES) {
            Field2D u = Measure.noise(box.grid(size[0], size[1]), 2);
            // Measured, of three kernels: 7 EPS.
            assertAbsolute(Measure.distance(FourierMultiplier.of((kx, ky) -> 1).apply(u, box), u), 16 * EPS);
        }
    }

    @Test
    void aSampleFarAwayIsNotTouched() {
        Box box = Box.dirichlet();
        BoxTransform transform = new BoxTransform(box, box.grid(8, 5));
        double[] values = Measure.noise(box.grid(8, 5), 3).toArray();
        double[] roomy = Arrays.copyOf(values, 50);
        double[] coefficients = new double[transform.count()];
        transform.forward(roomy, coefficients);
        double[] back = new double[50];
        Arrays.fill(back, 7);
        transform.inverse(coefficients, BoxWaves.ones(transform.x()), BoxWaves.ones(transform.y()), back);
        assertThat(Arrays.copyOfRange(back, 40, 50)).containsOnly(7);
    }
}
