package org.modewise.siren.engine;

import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import org.modewise.core.internal.ExecutorWorkers;

/** Runs numbered parts on the calling thread, and on those that an executor lends it, if there is one. */
public final class PartRunner {
    /** The calling thread alone, which allocates nothing. */
    public static final PartRunner CALLER = new PartRunner(null);

    private final ExecutorWorkers workers;

    private PartRunner(ExecutorWorkers workers) {
        this.workers = workers;
    }

    /**
     * Runs parts on more threads.
     *
     * @param executor lends its threads
     * @param parallelism how many work at a time at most, the caller among them; 1 asks for none of the executor's
     * @return the runner
     */
    public static PartRunner of(Executor executor, int parallelism) {
        return parallelism == 1 ? CALLER : new PartRunner(new ExecutorWorkers(executor, parallelism));
    }

    /**
     * Runs the parts 0…parts-1, each once, in any order, and returns when all have ended.
     *
     * @param parts how many
     * @param part runs the part of a number
     */
    public void run(int parts, IntConsumer part) {
        if (workers == null) {
            for (int k = 0; k < parts; k++) {
                part.accept(k);
            }
        } else {
            workers.run(parts, part);
        }
    }
}
