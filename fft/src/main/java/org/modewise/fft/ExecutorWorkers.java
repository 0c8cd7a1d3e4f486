package org.modewise.fft;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.modewise.fft.spi.Workers;

/**
 * The calling thread, and what threads an executor lends it. The executor is asked for help, never relied on: what it
 * does not begin, the caller does. Safe to share between threads, and to use from within a part.
 */
final class ExecutorWorkers implements Workers {
    /**
     * How many helpers may wait in the executor's queue, for each thread of the parallelism. An executor that is busy
     * with other things would otherwise be given more and more tasks that find nothing left to do.
     */
    private static final int QUEUE = 32;

    private final Executor executor;
    private final int parallelism;
    private final AtomicInteger queued = new AtomicInteger();

    ExecutorWorkers(Executor executor, int parallelism) {
        this.executor = executor;
        this.parallelism = parallelism;
    }

    @Override
    public int parallelism() {
        return parallelism;
    }

    @Override
    public void run(int parts, IntConsumer part) {
        SharedParts shared = new SharedParts(parts, part);
        try {
            askForHelp(shared, Math.min(parallelism, parts) - 1);
        } catch (RejectedExecutionException e) {
            // Nobody is free: the caller does it all.
        } catch (Throwable e) {
            shared.fail(e);
        }
        shared.work();
        shared.join();
    }

    private void askForHelp(SharedParts shared, int helpers) {
        for (int helper = 0;
                helper < helpers && shared.isOpen() && queued.get() < (long) QUEUE * parallelism;
                helper++) {
            queued.incrementAndGet();
            boolean accepted = false;
            try {
                executor.execute(() -> {
                    queued.decrementAndGet();
                    shared.work();
                });
                accepted = true;
            } finally {
                if (!accepted) {
                    queued.decrementAndGet();
                }
            }
        }
    }
}
