package org.modewise.fft.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumMultiplier;

/** One plan serves any number of threads, and the same samples give the same bits, whoever asks and however often. */
public interface SharingContract extends KernelContract {
    int THREADS = 24;

    @Test
    default void twentyFourThreadsOnASmallPlane() throws Exception {
        share(16, 16, 10_000);
    }

    @Test
    default void twentyFourThreadsOnAPlane() throws Exception {
        share(64, 64, 300);
    }

    @Test
    default void twentyFourThreadsOnALine() throws Exception {
        share(1, 256, 2000);
        share(256, 1, 2000);
    }

    /** Small factors, a prime one, and one so large that the transform becomes a convolution. */
    @Test
    default void twentyFourThreadsOnOddPlanes() throws Exception {
        share(15, 21, 1000);
        share(13, 34, 500);
        share(227, 3, 100);
        share(3, 227, 100);
        share(143, 202, 20);
    }

    @Test
    default void nanInOneThreadReachesNoOther() throws Exception {
        RealFft2D plan = plan(KernelContract.grid(32, 16));
        share(plan, thread -> thread % 2 == 0 ? new Work(plan, thread) : new Work(plan, nan(plan)), 2000);
    }

    private static double[] nan(RealFft2D plan) {
        double[] samples = new double[plan.grid().size()];
        Arrays.fill(samples, Double.NaN);
        return samples;
    }

    private void share(int nx, int ny, int calls) throws InterruptedException, ExecutionException {
        if (claims(nx, ny)) {
            RealFft2D plan = plan(KernelContract.grid(nx, ny));
            share(plan, thread -> new Work(plan, thread), calls);
        }
    }

    private static void share(RealFft2D plan, IntFunction<Work> workOfThread, int calls)
            throws InterruptedException, ExecutionException {
        List<Work> work = IntStream.range(0, THREADS).mapToObj(workOfThread).toList();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(THREADS);
            List<Future<Integer>> wrong = new ArrayList<>();
            for (Work each : work) {
                wrong.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return each.wrongCalls(calls);
                }));
            }
            for (Future<Integer> count : wrong) {
                assertThat(count.get()).as("wrong results of %s", plan).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
        for (Work each : work) {
            assertThat(each.wrongCalls(2))
                    .as("wrong results of %s afterwards", plan)
                    .isZero();
        }
    }

    /** A thread's own arrays, and what a plan of its own made of them. */
    final class Work {
        private final RealFft2D plan;
        private final double[] samples;
        private final double[] spectrum;
        private final double[] half;
        private final double[] back;
        private final double[] expectedHalf;
        private final double[] expectedBack;

        Work(RealFft2D plan, int seed) {
            this(plan, Samples.random(plan.grid().size(), seed));
        }

        Work(RealFft2D plan, double[] samples) {
            RealFft2D own = RealFft2D.of(plan.grid(), plan.kernel());
            this.plan = plan;
            this.samples = samples;
            this.spectrum = new double[plan.spectrumLength()];
            this.half = new double[plan.spectrumLength()];
            this.back = new double[samples.length];
            this.expectedHalf = new double[half.length];
            this.expectedBack = new double[samples.length];
            own.forward(samples, spectrum);
            own.forward(samples, expectedHalf);
            own.inverse(spectrum, expectedBack);
        }

        int wrongCalls(int calls) {
            int wrong = 0;
            for (int call = 0; call < calls; call++) {
                plan.forward(samples, half);
                plan.inverse(spectrum, back);
                wrong += Arrays.equals(half, expectedHalf) && Arrays.equals(back, expectedBack) ? 0 : 1;
            }
            return wrong;
        }
    }

    @Test
    default void twoPlansGiveTheSameBits() {
        for (Grid2D grid : claimed()) {
            double[] samples = Samples.random(grid.size(), 7);
            CarefulPlan first = new CarefulPlan(plan(grid));
            CarefulPlan second = new CarefulPlan(plan(grid));
            double[] half = first.forward(samples);
            assertThat(Arrays.equals(first.coefficients(half), second.coefficients(second.forward(samples))))
                    .as("forward on %s", grid)
                    .isTrue();
            assertThat(Arrays.equals(first.inverse(half), second.inverse(half)))
                    .as("inverse on %s", grid)
                    .isTrue();
        }
    }

    /** Scratch keeps what was in it; no result may depend on that. */
    @Test
    default void nanInOneCallReachesNoOther() {
        for (Grid2D grid : claimed()) {
            RealFft2D plan = plan(grid);
            double[] samples = Samples.random(grid.size(), 8);
            List<double[]> expected = results(plan, samples, () -> {});
            List<double[]> got = results(plan, samples, () -> results(plan, nan(plan), () -> {}));
            for (int k = 0; k < expected.size(); k++) {
                assertThat(Arrays.equals(got.get(k), expected.get(k)))
                        .as("result %d of %s", k, plan)
                        .isTrue();
            }
        }
    }

    /** Of every kind of transform, each after something else was done. */
    private static List<double[]> results(RealFft2D plan, double[] samples, Runnable before) {
        List<double[]> results = new ArrayList<>();
        double[] spectrum = new double[plan.spectrumLength()];
        before.run();
        plan.forward(samples, spectrum);
        results.add(CarefulPlan.coefficients(plan.layout(), spectrum));
        double[] values = new double[samples.length];
        before.run();
        plan.inverse(spectrum, values);
        results.add(values);
        for (SpectrumMultiplier multiplier : Multipliers.random(plan.layout(), 9)) {
            double[] product = new double[samples.length];
            before.run();
            plan.inverse(spectrum, multiplier, product);
            results.add(product);
        }
        return results;
    }
}
