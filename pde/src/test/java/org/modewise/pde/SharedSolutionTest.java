package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Grid2D;

/** One solution, many threads: the bits do not depend on who else is at work. */
class SharedSolutionTest {
    private static final int THREADS = 24;
    private static final int TIMES = 40;

    @ParameterizedTest
    @ValueSource(ints = {32, 45})
    void bitsDoNotDependOnOtherThreads(int n) throws Exception {
        Grid2D grid = Grid2D.unit(n, n + n % 2);
        LinearEquation equation = new Heat(0.01)
                .plus(new Transport(0.3, -0.7))
                .plus(
                        n == 32
                                ? new Heat(0)
                                : (LinearEquation) () -> Symbol.of((kx, ky) -> -0.001 * (kx + ky) * (kx + ky)));
        SpectralSolution solution = equation.solve(Measure.noise(grid, 1));
        double[][] alone = new double[THREADS * TIMES][];
        for (int k = 0; k < alone.length; k++) {
            alone[k] = solution.at(time(k)).toArray();
        }
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(THREADS);
            List<Future<Integer>> wrong = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                wrong.add(pool.submit(() -> {
                    start.countDown();
                    start.await();
                    int differing = 0;
                    double[] values = new double[grid.size()];
                    for (int k = first; k < alone.length; k += THREADS) {
                        solution.at(time(k), values);
                        differing += Arrays.equals(values, alone[k]) ? 0 : 1;
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

    private static double time(int k) {
        return 0.001 * k;
    }
}
