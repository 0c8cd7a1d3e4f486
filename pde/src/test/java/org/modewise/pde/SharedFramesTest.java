package org.modewise.pde;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

/** The solutions whose frames an executor may share: the same bits whoever works, and an executor that need not. */
@Timeout(value = 60, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharedFramesTest {
    /** Several parts each way, the last ones shorter. */
    private static final Grid2D GRID = new Grid2D(90, 150, -1, 0, 2, 3);

    private static final Field2D PHI0 = Field2D.of(
            GRID,
            (x, y) -> 0.3 * Math.cos(Math.PI * x)
                    + 0.4 * Math.sin(2 * Math.PI / 3 * (y - 1.5 * x))
                    + 0.1 * Math.cos(3 * Math.PI * x));
    private static final double[] TIMES = {1e-3, 0.2, 1.5};
    private static final Executor NOBODY = task -> {
        throw new AssertionError("not asked for");
    };
    private static final ExecutorService POOL = Executors.newFixedThreadPool(3);

    private final HamiltonJacobiSolution heights = new HamiltonJacobi(0).solve(PHI0);
    private final PotentialBurgersSolution velocity = new PotentialBurgers(0)
            .solve(new VectorField2D(
                    Derivatives.gradient(PHI0).x().plus(0.7),
                    Derivatives.gradient(PHI0).y().plus(-0.2)));
    private final BurgersSolution lines = new Burgers(0).solve(PHI0);

    @AfterAll
    static void end() {
        POOL.shutdownNow();
    }

    private static List<Executor> executors() {
        ExecutorService ended = Executors.newSingleThreadExecutor();
        ended.shutdown();
        return List.of(POOL, Runnable::run, ended, task -> {}, task -> {
            throw new RejectedExecutionException("full");
        });
    }

    @Test
    void theBitsAreThoseOfOneThread() {
        for (double t : TIMES) {
            for (Executor executor : executors()) {
                for (int threads : new int[] {2, Integer.MAX_VALUE}) {
                    assertThat(heights.parallel(executor, threads).at(t)).isEqualTo(heights.at(t));
                    assertThat(lines.parallel(executor, threads).at(t)).isEqualTo(lines.at(t));
                }
                assertThat(heights.parallel(executor, 3).gradient(t)).isEqualTo(heights.gradient(t));
                assertThat(velocity.parallel(executor, 3).at(t)).isEqualTo(velocity.at(t));
            }
        }
    }

    /** Where branches are found by their heights, not by their neighbours. */
    @Test
    void theBitsOfRoughDataToo() {
        Field2D rough = Measure.noise(new Grid2D(6, 140, 0, 0, 1, 20), 3);
        HamiltonJacobiSolution alone = new HamiltonJacobi(0).solve(rough);
        assertThat(alone.parallel(POOL, 3).at(0.05)).isEqualTo(alone.at(0.05));
    }

    @Test
    void callsAtOnceShareOneExecutor() throws Exception {
        HamiltonJacobiSolution shared = heights.parallel(POOL, 3);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Field2D>> frames = new ArrayList<>();
            for (int k = 0; k < 24; k++) {
                double t = TIMES[k % TIMES.length];
                frames.add(callers.submit(() -> shared.at(t)));
            }
            for (int k = 0; k < frames.size(); k++) {
                assertThat(frames.get(k).get()).isEqualTo(heights.at(TIMES[k % TIMES.length]));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void theExecutorIsAskedForOneHelperLessThanThreads() {
        AtomicInteger asked = new AtomicInteger();
        Executor counting = task -> asked.incrementAndGet();
        lines.parallel(counting, 3).at(1);
        assertThat(asked).hasValue(2);
        heights.parallel(counting, 2).at(1);
        assertThat(asked).hasValueGreaterThan(2);
    }

    @Test
    void anInterruptIsKeptForTheCaller() {
        Field2D expected = heights.at(1);
        Thread.currentThread().interrupt();
        Field2D actual = heights.parallel(POOL, 3).at(1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void nothingRunsAfterAFrame() throws Exception {
        // Tasks that come late find nothing to do, though the array is another's by now.
        List<Runnable> late = new ArrayList<>();
        double[] values = new double[GRID.size()];
        heights.parallel(late::add, 4).at(1, values);
        double[] kept = values.clone();
        double[] other = new double[GRID.size()];
        heights.at(0.2, other);
        for (Runnable task : late) {
            POOL.submit(task).get();
        }
        assertThat(late).isNotEmpty();
        assertThat(values).isEqualTo(kept);
        assertThat(heights.at(0.2)).isEqualTo(Field2D.of(GRID, other));
    }

    @Test
    void otherMethodsAndLinesAloneAskNobody() {
        Field2D line = Field2D.of(Grid2D.line(64, -1, 2), (x, y) -> Math.sin(Math.PI * x));
        assertThat(new HamiltonJacobi(0).solve(line).parallel(NOBODY, 2).at(0.5))
                .isEqualTo(new HamiltonJacobi(0).solve(line).at(0.5));
        assertThat(new Burgers(0).solve(line).parallel(NOBODY, 2).at(0.5))
                .isEqualTo(new Burgers(0).solve(line).at(0.5));
        HamiltonJacobiSolution viscous = new HamiltonJacobi(0.05).solve(PHI0);
        assertThat(viscous.method(0.2)).isNotEqualTo(SolutionMethod.HOPF_LAX);
        assertThat(viscous.parallel(NOBODY, 2).at(0.2)).isEqualTo(viscous.at(0.2));
    }

    @Test
    void anyNumberOfThreadsFromOneOn() {
        for (int wrong : new int[] {0, -1, Integer.MIN_VALUE}) {
            String message = "parallelism must be >= 1, got " + wrong;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> heights.parallel(NOBODY, wrong))
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> velocity.parallel(NOBODY, wrong))
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> lines.parallel(NOBODY, wrong))
                    .withMessage(message);
        }
        assertThatNullPointerException()
                .isThrownBy(() -> heights.parallel(null, 2))
                .withMessage("executor");
        assertThat(heights.parallelism()).isEqualTo(1);
        assertThat(heights.parallel(NOBODY, 1).at(1)).isEqualTo(heights.at(1));
        assertThat(heights.parallel(POOL, 5).parallelism()).isEqualTo(5);
        assertThat(velocity.parallel(POOL, 4).parallelism()).isEqualTo(4);
        assertThat(lines.parallel(POOL, 3).parallel(POOL, 2).parallelism()).isEqualTo(2);
    }
}
