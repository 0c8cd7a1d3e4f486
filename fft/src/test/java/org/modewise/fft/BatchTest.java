package org.modewise.fft;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.ExecutorWorkers;
import org.modewise.fft.contract.AllocatedBytes;
import org.modewise.fft.contract.Samples;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.Workers;

/** What a batch and a number of threads must not be, in words that help, before anything is written. */
class BatchTest {
    private static final Grid2D GRID = Grid2D.unit(8, 4);
    private static final RealFft2D PLAN = RealFft2D.of(GRID);

    private static double[][] arrays(int count) {
        double[][] arrays = new double[count][];
        for (int k = 0; k < count; k++) {
            arrays[k] = Samples.random(PLAN.spectrumLength(), k);
        }
        return arrays;
    }

    private static void refuses(String message, double[][] in, double[][] out) {
        double[][] before = Arrays.stream(out).map(double[]::clone).toArray(double[][]::new);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.forward(in, out))
                .withMessage(message.replace("IN", "values").replace("OUT", "spectra"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.inverse(in, out))
                .withMessage(message.replace("IN", "spectra").replace("OUT", "values"));
        assertThat(out).isDeepEqualTo(before);
    }

    @Test
    void batchesMustBeOfOneLength() {
        refuses("IN and OUT must be of one length, got 2 and 3", arrays(2), arrays(3));
    }

    @Test
    void shortMembersAreNamed() {
        double[][] values = arrays(3);
        double[][] spectra = arrays(3);
        spectra[2] = new double[5];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.forward(values, spectra))
                .withMessage("spectra[2].length must be >= %d, got 5", PLAN.spectrumLength());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.inverse(spectra, values))
                .withMessage("spectra[2].length must be >= %d, got 5", PLAN.spectrumLength());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.inverse(values, spectra))
                .withMessage("values[2].length must be >= 32, got 5");
    }

    @Test
    void whatOneWritesNoOtherReadsOrWrites() {
        double[][] twice = arrays(4);
        twice[3] = twice[1];
        refuses("OUT[1] and OUT[3] must be two arrays, got one", arrays(4), twice);
        double[][] out = arrays(4);
        double[][] in = arrays(4);
        in[3] = out[0];
        refuses("IN[3] and OUT[0] must be two arrays, got one", in, out);
        double[][] shifted = {out[1], out[2], out[3], out[0]};
        refuses("IN[0] and OUT[1] must be two arrays, got one", shifted, out);
        // Reading one array twice is fine, and so is each in place.
        double[][] same = {in[0], in[0], in[0], in[0]};
        PLAN.forward(same, out);
        assertThat(PLAN.spectrum(out[3]).re(1, 1))
                .isEqualTo(PLAN.spectrum(out[0]).re(1, 1));
        PLAN.forward(out, out);
        same[2] = out[2];
        refuses("IN[0] and OUT[2] must be two arrays, got one", new double[][] {out[2], in[0], out[2], in[0]}, out);
        PLAN.forward(same, out);
    }

    @Test
    void aRefusalLeavesNothingBehind() {
        double[][] in = arrays(2);
        double[][] out = arrays(2);
        refuses("OUT[0] and OUT[1] must be two arrays, got one", in, new double[][] {out[0], out[0]});
        PLAN.forward(in, out);
        PLAN.forward(out, in);
    }

    @Test
    void aRefusalKeepsTheTableForTheNextBatch() {
        BatchCheck check = new BatchCheck();
        double[][] in = new double[10_000][0];
        double[][] out = new double[10_000][0];
        double[][] twice = out.clone();
        twice[1] = twice[0];
        check.check(in, 0, "in", out, 0, "out");
        assertThatIllegalArgumentException().isThrownBy(() -> check.check(in, 0, "in", twice, 0, "out"));
        // A new table would take two references a member and more.
        assertThat(AllocatedBytes.of(() -> check.check(in, 0, "in", out, 0, "out")))
                .isLessThan(8 * in.length);
    }

    /** Keeps how many threads it is offered, and waits for others of its kind. */
    private record Meeting(boolean isWorthSharing, CyclicBarrier barrier, List<Integer> offers)
            implements RealTransform2D {
        @Override
        public SpectrumLayout layout() {
            return PLAN.layout();
        }

        @Override
        public void forward(double[] values, double[] spectrum, Workers workers) {
            meet(workers);
        }

        @Override
        public void inverse(double[] spectrum, SpectrumMultiplier multiplier, double[] values, Workers workers) {
            meet(workers);
        }

        private void meet(Workers workers) {
            offers.add(workers.parallelism());
            try {
                barrier.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    @Timeout(value = 60, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void smallMembersGoOneToAThreadToTheLast() {
        // Nobody gets past the barrier alone.
        assertThat(offers(false, 7, 7, 8)).hasSize(14).containsOnly(1);
        assertThat(offers(false, 2, 8, 3)).hasSize(16).containsOnly(1);
    }

    @Test
    @Timeout(value = 60, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void largeMembersThatAreLeftOverAreShared() {
        assertThat(offers(true, 1, 7, 3)).containsExactly(1, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 1, 3);
        assertThat(offers(true, 1, 2, 8)).containsExactly(8, 8, 8, 8);
    }

    /** How many threads each transform of a batch is offered, forward and back, if so many of them run at a time. */
    private static List<Integer> offers(boolean worthSharing, int atATime, int count, int parallelism) {
        List<Integer> offers = Collections.synchronizedList(new ArrayList<>());
        ExecutorService pool = Executors.newFixedThreadPool(parallelism - 1);
        try {
            Workers workers = new SharedWorkers(new ExecutorWorkers(pool, parallelism));
            BatchTransform batch =
                    new BatchTransform(GRID, new Meeting(worthSharing, new CyclicBarrier(atATime), offers));
            batch.forward(arrays(count), arrays(count), workers);
            batch.inverse(arrays(count), arrays(count), workers);
        } finally {
            pool.shutdownNow();
        }
        return offers;
    }

    @Test
    void missingMembersAreNamed() {
        double[][] good = arrays(2);
        double[][] bad = {good[0], null};
        assertThatNullPointerException()
                .isThrownBy(() -> PLAN.forward(bad, arrays(2)))
                .withMessage("values[1]");
        assertThatNullPointerException()
                .isThrownBy(() -> PLAN.forward(arrays(2), bad))
                .withMessage("spectra[1]");
        assertThatNullPointerException()
                .isThrownBy(() -> PLAN.inverse(bad, arrays(2)))
                .withMessage("spectra[1]");
        assertThatNullPointerException()
                .isThrownBy(() -> PLAN.forward((double[][]) null, good))
                .withMessage("values");
        assertThatNullPointerException()
                .isThrownBy(() -> PLAN.inverse(good, null))
                .withMessage("values");
        assertThatNullPointerException()
                .isThrownBy(() -> PLAN.forward((List<Field2D>) null))
                .withMessage("fields");
        assertThatNullPointerException()
                .isThrownBy(() -> PLAN.inverse((List<Spectrum2D>) null))
                .withMessage("spectra");
        Field2D u = Field2D.of(GRID, (x, y) -> x);
        assertThatNullPointerException()
                .isThrownBy(() -> PLAN.forward(Arrays.asList(u, u, null)))
                .withMessage("fields[2]");
        assertThatNullPointerException()
                .isThrownBy(() -> PLAN.inverse(Arrays.asList(PLAN.forward(u), null)))
                .withMessage("spectra[1]");
    }

    @Test
    void membersOnOtherGridsAreNamed() {
        Field2D u = Field2D.of(GRID, (x, y) -> x);
        Field2D v = Field2D.of(Grid2D.unit(4, 8), (x, y) -> x);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.forward(List.of(u, v)))
                .withMessageStartingWith("fields[1]: expected ");
        Spectrum2D spectrum = RealFft2D.of(v.grid()).forward(v);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.inverse(List.of(PLAN.forward(u), PLAN.forward(u), spectrum)))
                .withMessageStartingWith("spectra[2]: expected ");
    }

    @Test
    void anyNumberOfThreadsFromOneOn() {
        Executor none = task -> {
            throw new AssertionError("not asked for");
        };
        for (int wrong : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PLAN.parallel(none, wrong))
                    .withMessage("parallelism must be >= 1, got " + wrong);
        }
        assertThatNullPointerException()
                .isThrownBy(() -> PLAN.parallel(null, 2))
                .withMessage("executor");
        assertThat(PLAN.parallelism()).isEqualTo(1);
        Field2D u = Field2D.of(GRID, (x, y) -> x);
        assertThat(PLAN.parallel(none, 1).inverse(PLAN.parallel(none, 1).forward(List.of(u, u))))
                .isEqualTo(PLAN.inverse(PLAN.forward(List.of(u, u))));
    }

    @Test
    @Timeout(value = 60, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void asManyThreadsAsThereAre() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (Grid2D grid : List.of(Grid2D.unit(256), Grid2D.unit(300, 250), GRID)) {
                RealFft2D alone = RealFft2D.of(grid);
                RealFft2D many = alone.parallel(pool, Integer.MAX_VALUE);
                Field2D u = Field2D.of(grid, Samples.random(grid.size(), 1));
                Field2D v = Field2D.of(grid, Samples.random(grid.size(), 2));
                assertThat(many.inverse(many.forward(u))).isEqualTo(alone.inverse(alone.forward(u)));
                assertThat(many.inverse(many.forward(List.of(u, v))))
                        .isEqualTo(alone.inverse(alone.forward(List.of(u, v))));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void plansTellTheirThreads() {
        RealFft2D many = RealFft2D.of(Grid2D.unit(1024)).parallel(Runnable::run, Integer.MAX_VALUE);
        assertThat(many.parallelism()).isEqualTo(Integer.MAX_VALUE);
        assertThat(many.grid()).isEqualTo(Grid2D.unit(1024));
        assertThat(many.toString()).hasSizeLessThanOrEqualTo(80).contains(" x2147483647,");
        assertThat(PLAN).hasToString("RealFft2D[8x4, " + PLAN.kernel() + ", inverse scaled by 1/(nx*ny)]");
    }
}
