package org.modewise.fft;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
    /** How many may wait there whatever the parallelism, which may be any number that means all there are. */
    private static final int MOST = 4096;

    private final Executor executor;
    private final int parallelism;
    private final int mostWaiting;
    /** The helpers that wait there. One that the executor has dropped without a word is missed by the collector alone. */
    private final Set<Helper> waiting = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    ExecutorWorkers(Executor executor, int parallelism) {
        this.executor = executor;
        this.parallelism = parallelism;
        this.mostWaiting = (int) Math.min(MOST, (long) QUEUE * parallelism);
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
        for (int k = 0; k < helpers && shared.isOpen() && waiting.size() < mostWaiting; k++) {
            Helper helper = new Helper(shared);
            waiting.add(helper);
            try {
                executor.execute(helper);
            } catch (Throwable e) {
                waiting.remove(helper);
                throw e;
            }
        }
    }

    private final class Helper implements Runnable {
        private final SharedParts shared;

        Helper(SharedParts shared) {
            this.shared = shared;
        }

        @Override
        public void run() {
            waiting.remove(this);
            shared.work();
        }
    }
}
