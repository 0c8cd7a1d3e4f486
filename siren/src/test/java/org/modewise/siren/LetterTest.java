package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.pde.Heat;
import org.modewise.siren.optimizer.Adam;

/** The letter A after heat, learned by 697 parameters, beside the exact field on the training grid and off it. */
class LetterTest {
    private static final int N = 64;
    private static final Field2D EXACT =
            new Heat(0.015).solve(InitialFields.text(Grid2D.unit(N), "A")).at(0.05);

    /** The exact field on twice the grid: the trigonometric interpolant, whose waves at Nyquist are below rounding. */
    private static Field2D onFinerGrid() {
        double[][] weights = new double[2 * N][N];
        for (int k = 0; k < 2 * N; k++) {
            for (int i = 0; i < N; i++) {
                double x = Math.PI * (k - 2 * i) / (2 * N);
                weights[k][i] = k % 2 == 0 ? (k == 2 * i ? 1 : 0) : Math.sin(N * x) / (N * Math.tan(x));
            }
        }
        double[] values = new double[4 * N * N];
        for (int i = 0; i < 2 * N; i++) {
            for (int b = 0; b < N; b++) {
                double along = 0;
                for (int a = 0; a < N; a++) {
                    along += weights[i][a] * EXACT.get(a, b);
                }
                for (int j = 0; j < 2 * N; j++) {
                    values[j * 2 * N + i] += weights[j][b] * along;
                }
            }
        }
        return Field2D.of(Grid2D.unit(2 * N), values);
    }

    /** A short version of the fit; benchmarks/RESULTS.md has the long one. */
    @Test
    void secondOrderTrainingGetsWhereFirstOrderTrainingDoesNot() {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            Fitting fitting = Siren.fit(EXACT).parallel(pool, 2);
            assertThat(fitting.architecture().parameters()).isEqualTo(697);
            Fit fit = fitting.steps(30).run();
            Fit adam = fitting.optimizer(Adam.of(1e-3)).steps(200).run();
            assertThat(fit.relativeError(EXACT)).isLessThan(5e-3);
            assertThat(fit.relativeError(onFinerGrid())).isLessThan(6e-3);
            assertThat(adam.relativeError(EXACT)).isGreaterThan(1e-2);
        } finally {
            pool.shutdownNow();
        }
    }
}
