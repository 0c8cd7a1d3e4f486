package org.modewise.core.internal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the executor does or fails to do, every part runs once, and the caller comes back. */
@Timeout(value = 60, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExecutorWorkersTest {
    private final ExecutorService pool = Executors.newFixedThreadPool(3);

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    @Test
    void everyPartRunsOnceOnAnyExecutor() {
        List<Executor> executors = List.of(
                pool,
                Runnable::run,
                task -> {},
                task -> {
                    throw new RejectedExecutionException("full");
                },
                task -> {
                    pool.execute(task);
                    pool.execute(task);
                });
        for (Executor executor : executors) {
            for (int parallelism : new int[] {2, 3, 24, Integer.MAX_VALUE}) {
                ExecutorWorkers workers = new ExecutorWorkers(executor, parallelism);
                assertThat(workers.parallelism()).isEqualTo(parallelism);
                for (int parts : new int[] {0, 1, 2, 5, 1000}) {
                    assertEachOnce(workers, parts);
                }
            }
        }
    }

    private static void assertEachOnce(ExecutorWorkers workers, int parts) {
        AtomicIntegerArray runs = new AtomicIntegerArray(parts);
        workers.run(parts, runs::incrementAndGet);
        for (int k = 0; k < parts; k++) {
            assertThat(runs.get(k)).isEqualTo(1);
        }
    }

    @Test
    void partsRunAtATime() throws Exception {
        // Nobody gets past the barrier alone.
        CyclicBarrier barrier = new CyclicBarrier(3);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        new ExecutorWorkers(pool, 3).run(3, k -> {
            threads.add(Thread.currentThread());
            await(barrier);
        });
        assertThat(threads).hasSize(3).contains(Thread.currentThread());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noMoreThreadsThanAskedFor() {
        AtomicInteger tasks = new AtomicInteger();
        Executor counting = task -> tasks.incrementAndGet();
        new ExecutorWorkers(counting, 5).run(100, k -> {});
        assertThat(tasks.get()).isEqualTo(4);
        tasks.set(0);
        new ExecutorWorkers(counting, 5).run(3, k -> {});
        assertThat(tasks.get()).isEqualTo(2);
    }

    @Test
    void anExecutorThatBeginsNothingIsNotFloodedWithTasks() {
        List<Runnable> tasks = new ArrayList<>();
        ExecutorWorkers workers = new ExecutorWorkers(tasks::add, 4);
        for (int call = 0; call < 10_000; call++) {
            assertEachOnce(workers, 4);
        }
        assertThat(tasks).hasSize(4 * 32);
        tasks.forEach(Runnable::run);
        assertEachOnce(workers, 4);
        assertThat(tasks).hasSize(4 * 32 + 3);
    }

    @Test
    void norIsItIfTheParallelismIsWithoutBounds() {
        List<Runnable> tasks = new ArrayList<>();
        ExecutorWorkers workers = new ExecutorWorkers(tasks::add, Integer.MAX_VALUE);
        assertEachOnce(workers, 3);
        assertThat(tasks).hasSize(2);
        for (int call = 0; call < 3; call++) {
            assertEachOnce(workers, 100_000);
        }
        assertThat(tasks).hasSize(4096);
    }

    @Test
    void anExecutorThatDropsTasksIsAskedAgain() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1, 1, 1, SECONDS, new ArrayBlockingQueue<>(1), new ThreadPoolExecutor.DiscardPolicy());
        CountDownLatch release = new CountDownLatch(1);
        try {
            executor.execute(() -> awaitUninterruptibly(release));
            executor.execute(() -> {});
            ExecutorWorkers workers = new ExecutorWorkers(executor, 4);
            for (int call = 0; call < 1000; call++) {
                assertEachOnce(workers, 4);
            }
            release.countDown();
            Set<Thread> threads = ConcurrentHashMap.newKeySet();
            while (threads.size() < 2) {
                System.gc();
                workers.run(2, k -> {
                    threads.add(Thread.currentThread());
                    pause(1);
                });
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void tasksThatAShutdownReturnsCountNoLonger() {
        List<Runnable> tasks = new ArrayList<>();
        ExecutorWorkers workers = new ExecutorWorkers(tasks::add, 4);
        for (int call = 0; call < 1000; call++) {
            assertEachOnce(workers, 4);
        }
        tasks.clear();
        while (tasks.isEmpty()) {
            System.gc();
            assertEachOnce(workers, 4);
        }
    }

    @Test
    void tasksThatComeLateDoNothingAndHoldNothing() throws InterruptedException {
        List<Runnable> queue = new ArrayList<>();
        AtomicInteger runs = new AtomicInteger();
        WeakReference<double[]> array = runOn(queue::add, runs);
        assertThat(runs.get()).isEqualTo(8);
        for (int attempt = 0; attempt < 100 && array.get() != null; attempt++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(array.get()).isNull();
        assertThat(queue).hasSize(2);
        queue.forEach(Runnable::run);
        queue.forEach(Runnable::run);
        assertThat(runs.get()).isEqualTo(8);
    }

    private static WeakReference<double[]> runOn(Executor executor, AtomicInteger runs) {
        double[] array = new double[8];
        new ExecutorWorkers(executor, 3).run(8, k -> {
            array[k] = k;
            runs.incrementAndGet();
        });
        return new WeakReference<>(array);
    }

    @Test
    void whatAPartThrowsReachesTheCallerOnceAllHaveEnded() {
        CyclicBarrier barrier = new CyclicBarrier(3);
        AtomicInteger working = new AtomicInteger();
        assertThatThrownBy(() -> new ExecutorWorkers(pool, 3).run(1000, k -> {
                    working.incrementAndGet();
                    await(barrier);
                    working.decrementAndGet();
                    if (k % 2 == 0) {
                        throw new AssertionError("part");
                    }
                    throw new IllegalStateException("part");
                }))
                .hasMessage("part")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
        assertThat(working.get()).isZero();
        assertThatThrownBy(() -> new ExecutorWorkers(Runnable::run, 2).run(4, k -> {
                    throw new IllegalStateException("part " + k);
                }))
                .hasMessage("part 0")
                .hasNoSuppressedExceptions();
        // The threads have survived.
        assertEachOnce(new ExecutorWorkers(pool, 4), 100);
    }

    @Test
    void oneExceptionOfManyPartsIsNotItsOwnSuppressed() {
        RuntimeException always = new IllegalStateException("the same");
        CyclicBarrier barrier = new CyclicBarrier(2);
        assertThatThrownBy(() -> new ExecutorWorkers(pool, 2).run(2, k -> {
                    await(barrier);
                    throw always;
                }))
                .isSameAs(always)
                .hasNoSuppressedExceptions();
    }

    @Test
    void whatTheExecutorThrowsReachesTheCaller() {
        AtomicInteger runs = new AtomicInteger();
        Error noThread = new OutOfMemoryError("unable to create native thread");
        ExecutorWorkers workers = new ExecutorWorkers(
                task -> {
                    throw noThread;
                },
                3);
        assertThatThrownBy(() -> workers.run(5, k -> runs.incrementAndGet())).isSameAs(noThread);
        assertThat(runs.get()).isZero();
    }

    @Test
    void anInterruptIsKeptAndTheResultComplete() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        AtomicInteger runs = new AtomicInteger();
        Thread interrupter = new Thread(() -> {
            awaitUninterruptibly(begun);
            // The caller has no part of its own left and waits by now, most likely.
            pause(50);
            caller.interrupt();
            pause(50);
            release.countDown();
        });
        interrupter.start();
        IntConsumer part = k -> {
            if (Thread.currentThread() == caller) {
                awaitUninterruptibly(begun);
            } else {
                begun.countDown();
                awaitUninterruptibly(release);
            }
            runs.incrementAndGet();
        };
        new ExecutorWorkers(pool, 2).run(2, part);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(runs.get()).isEqualTo(2);
        assertThat(release.getCount()).isZero();
        interrupter.join();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void callsMayBeNestedAsDeepAsOneLikes() {
        for (Executor executor : List.of(pool, (Executor) Runnable::run)) {
            ExecutorWorkers workers = new ExecutorWorkers(executor, 4);
            AtomicInteger runs = new AtomicInteger();
            workers.run(6, i -> workers.run(5, j -> workers.run(4, k -> runs.incrementAndGet())));
            assertThat(runs.get()).isEqualTo(6 * 5 * 4);
        }
    }

    @Test
    void callersOnTheExecutorsOwnThreadsDoNotStarveEachOther() throws Exception {
        ExecutorWorkers workers = new ExecutorWorkers(pool, 4);
        List<Future<?>> callers = new ArrayList<>();
        for (int caller = 0; caller < 50; caller++) {
            callers.add(pool.submit(() -> {
                for (int call = 0; call < 100; call++) {
                    assertEachOnce(workers, 7);
                }
            }));
        }
        for (Future<?> caller : callers) {
            caller.get();
        }
    }

    @Test
    void whatPartsWroteIsVisibleToTheCaller() {
        ExecutorWorkers workers = new ExecutorWorkers(pool, 4);
        int[] plain = new int[64];
        for (int call = 1; call < 20_000; call++) {
            int value = call;
            workers.run(plain.length, k -> plain[k] = value);
            for (int written : plain) {
                assertThat(written == value).isTrue();
            }
        }
    }
}
