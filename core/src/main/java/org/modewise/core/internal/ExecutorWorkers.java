package org.modewise.core.internal;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntConsumer;

/**
 * The calling thread, and what threads an executor lends it. The executor is asked for help, never relied on: what it
 * does not begin, the caller does. Safe to share between threads, and to use from within a part.
 */
public final class ExecutorWorkers {
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

    /**
     * Makes workers of an executor.
     *
     * @param executor lends its threads
     * @param parallelism how many threads work at a time at most, the caller's among them, at least 1
     */
    public ExecutorWorkers(Executor executor, int parallelism) {
        this.executor = executor;
        this.parallelism = parallelism;
        this.mostWaiting = (int) Math.min(MOST, (long) QUEUE * parallelism);
    }

    /**
     * How many parts run at a time at most.
     *
     * @return the number of threads
     */
    public int parallelism() {
        return parallelism;
    }

    /**
     * Runs the parts 0…parts-1, each once, in any order, and returns when all have ended. What they wrote is visible to
     * the caller then; what one of them throws is thrown here, and the parts that nobody has begun are left out.
     *
     * @param parts how many parts there are
     * @param part runs the part of a number; safe to call from several threads at once
     */
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
