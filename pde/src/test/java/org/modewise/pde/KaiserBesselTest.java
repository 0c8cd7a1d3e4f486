package org.modewise.pde;

import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import org.junit.jupiter.api.Test;

/** The weights and their transform, which are computed apart, against each other. */
class KaiserBesselTest {
    private static final int W = KaiserBessel.WIDTH;
    private static final int STEPS = 64;

    /** ψ on a fine grid across its width, from the weights of all places in a cell. */
    private static double[] bump() {
        double[] bump = new double[W * STEPS];
        double[] u = new double[STEPS];
        for (int p = 0; p < STEPS; p++) {
            u[p] = (p + 0.5) / STEPS - 0.5;
        }
        double[][] weights = new double[W][STEPS];
        KaiserBessel.weights(u, STEPS, new double[STEPS], weights);
        for (int c = 0; c < W; c++) {
            for (int p = 0; p < STEPS; p++) {
                bump[(W - 1 - c) * STEPS + p] = weights[c][p];
            }
        }
        return bump;
    }

    @Test
    void isSmoothAcrossCellsEvenAndOneInTheMiddle() {
        double[] bump = bump();
        for (int k = 0; k < bump.length; k++) {
            assertAbsolute(Math.abs(bump[k] - bump[bump.length - 1 - k]), 2 * EPS);
        }
        // Tenth differences of a smooth function on so fine a grid are rounding.
        double[] differences = bump.clone();
        for (int order = 0; order < 10; order++) {
            for (int k = 0; k + 1 < differences.length - order; k++) {
                differences[k] = differences[k + 1] - differences[k];
            }
        }
        for (int k = 0; k < differences.length - 10; k++) {
            assertAbsolute(Math.abs(differences[k]), 1024 * 2 * EPS);
        }
        double[] middle = {-0.5};
        double[][] weights = new double[W][1];
        KaiserBessel.weights(middle, 1, new double[1], weights);
        assertAbsolute(Math.abs(weights[W / 2 - 1][0] - 1), 16 * EPS);
    }

    @Test
    void hasItsTransform() {
        double[] bump = bump();
        for (int k = 0; k <= 32; k++) {
            double xi = k / 128.0;
            double sum = 0;
            for (int i = 0; i < bump.length; i++) {
                double s = (i + 0.5) / STEPS - W / 2.0;
                sum += bump[i] * Math.cos(2 * Math.PI * xi * s) / STEPS;
            }
            // The sum leaves out what ψ jumps by at its ends, 1/I₀(β).
            assertAbsolute(Math.abs(sum - KaiserBessel.transform(xi)), 2e-14);
        }
    }
}
