package org.modewise.fft.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;
import org.modewise.fft.spi.SpectrumMultiplier;

/** More threads, and batches, change no bit. */
public interface WorkersContract extends KernelContract {
    /** Planes and lines that are large enough to be shared, beside the small ones that may not be. */
    private List<Grid2D> large() {
        return IntStream.range(0, 6)
                .mapToObj(k -> new int[][] {{256, 256}, {512, 128}, {64, 1024}, {1, 8192}, {8192, 1}, {243, 250}}[k])
                .filter(shape -> claims(shape[0], shape[1]))
                .map(shape -> KernelContract.grid(shape[0], shape[1]))
                .toList();
    }

    @Test
    default void anyNumberOfThreadsGivesTheSameBits() {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            Executor full = task -> {
                throw new RejectedExecutionException();
            };
            for (Executor executor : List.of(pool, Runnable::run, full)) {
                for (int parallelism : new int[] {2, 3, 7}) {
                    claimed().forEach(grid -> compare(plan(grid), executor, parallelism));
                    large().forEach(grid -> compare(plan(grid), executor, parallelism));
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Planes that are worth sharing, of every kind. */
    @Test
    default void fourThreadsOnLargePlanesGiveTheSameBits() {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int[] shape : new int[][] {{512, 512}, {1024, 768}, {509, 1001}, {700, 512}}) {
                if (claims(shape[0], shape[1])) {
                    compare(plan(KernelContract.grid(shape[0], shape[1])), pool, 4);
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void compare(RealFft2D serial, Executor executor, int parallelism) {
        CarefulPlan alone = new CarefulPlan(serial);
        CarefulPlan together = new CarefulPlan(serial.parallel(executor, parallelism));
        double[] samples = Samples.random(serial.grid().size(), 1);
        double[] spectrum = alone.forward(samples);
        check(serial, alone.coefficients(spectrum), together.coefficients(together.forward(samples)));
        check(serial, alone.inverse(spectrum), together.inverse(spectrum));
        for (SpectrumMultiplier multiplier : Multipliers.random(serial.layout(), 2)) {
            double[] expected = new double[samples.length];
            double[] actual = new double[samples.length];
            serial.inverse(spectrum, multiplier, expected);
            together.plan().inverse(spectrum, multiplier, actual);
            check(serial, expected, actual);
        }
    }

    private static void check(RealFft2D plan, double[] expected, double[] actual) {
        assertThat(Arrays.equals(expected, actual)).as("bits of %s", plan).isTrue();
    }

    @Test
    default void batchesGiveTheSameBits() {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            for (Grid2D grid : claimed()) {
                RealFft2D plan = plan(grid);
                for (RealFft2D each : List.of(plan, plan.parallel(pool, 3))) {
                    for (int count : new int[] {0, 1, 2, 3, 7}) {
                        compareBatch(plan, each, count);
                    }
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void compareBatch(RealFft2D plan, RealFft2D other, int count) {
        Grid2D grid = plan.grid();
        List<Field2D> fields = IntStream.range(0, count)
                .mapToObj(k -> Field2D.of(grid, Samples.random(grid.size(), k)))
                .toList();
        List<Spectrum2D> spectra = fields.stream().map(plan::forward).toList();
        assertThat(other.inverse(spectra))
                .isEqualTo(spectra.stream().map(plan::inverse).toList());
        assertThat(other.inverse(other.forward(fields))).isEqualTo(other.inverse(spectra));

        double[][] values = fields.stream().map(Field2D::toArray).toArray(double[][]::new);
        double[][] half = new double[count][plan.spectrumLength()];
        double[][] expected = new double[count][plan.spectrumLength()];
        for (int k = 0; k < count; k++) {
            plan.forward(values[k], expected[k]);
        }
        other.forward(values, half);
        assertThat(Arrays.deepEquals(half, expected)).as("batch of %s", plan).isTrue();
        for (int k = 0; k < count; k++) {
            plan.inverse(half[k], expected[k]);
            expected[k] = Arrays.copyOf(expected[k], grid.size());
        }
        other.inverse(half, values);
        assertThat(Arrays.deepEquals(values, expected)).as("batch of %s", plan).isTrue();
        // Each in place.
        other.inverse(half, half);
        for (int k = 0; k < count; k++) {
            check(plan, expected[k], Arrays.copyOf(half[k], grid.size()));
        }
    }

    @Test
    default void twentyFourCallersShareAPlanAndAPool() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        ExecutorService callers = Executors.newFixedThreadPool(24);
        try {
            for (Grid2D grid : large().subList(0, 1)) {
                RealFft2D plan = plan(grid).parallel(pool, 4);
                List<Future<Integer>> wrong = new ArrayList<>();
                for (int caller = 0; caller < 24; caller++) {
                    SharingContract.Work work = new SharingContract.Work(plan, caller);
                    wrong.add(callers.submit(() -> work.wrongCalls(30)));
                }
                for (Future<Integer> count : wrong) {
                    assertThat(count.get()).as("wrong results of %s", plan).isZero();
                }
            }
        } finally {
            callers.shutdownNow();
            pool.shutdownNow();
        }
    }
}
