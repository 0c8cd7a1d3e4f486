package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** One solution, many threads, every method: the bits do not depend on who else is at work. */
class SharedLogDomainTest {
    private static final int THREADS = 24;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.004, 0.0004})
    void bitsDoNotDependOnOtherThreads(double viscosity) throws Exception {
        Grid2D grid = Grid2D.unit(24);
        Field2D phi0 = Field2D.of(
                grid, (x, y) -> 0.1 * Math.cos(2 * Math.PI * x) + 0.05 * Math.sin(2 * Math.PI * (x - 2 * y)));
        double[] times = {1e-5, 0.01, 0.2, 0.7, 3, 40};
        double[][] alone = new double[times.length][];
        for (int k = 0; k < times.length; k++) {
            alone[k] = new HamiltonJacobi(viscosity).solve(phi0).at(times[k]).toArray();
        }
        HamiltonJacobiSolution shared = new HamiltonJacobi(viscosity).solve(phi0);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> wrong = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                wrong.add(pool.submit(() -> {
                    int differing = 0;
                    double[] values = new double[grid.size()];
                    for (int k = 0; k < 2 * times.length; k++) {
                        int time = (first + k) % times.length;
                        shared.at(times[time], values);
                        differing += Arrays.equals(values, alone[time]) ? 0 : 1;
                    }
                    return differing;
                }));
            }
            for (Future<Integer> count : wrong) {
                assertThat(count.get()).isZero();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
