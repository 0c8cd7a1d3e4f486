package org.modewise.pde;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ExecutorWorkers;
import org.modewise.fft.spi.Workers;

/** The calling thread, and what threads an executor lends it, for the parts of a frame. */
record FrameWorkers(ExecutorWorkers workers) implements Workers {
    /** Those of a caller's executor, or the caller alone. */
    static Workers of(Executor executor, int parallelism) {
        Objects.requireNonNull(executor, "executor");
        Arguments.atLeastOne(parallelism, "parallelism");
        return parallelism == 1 ? CALLER : new FrameWorkers(new ExecutorWorkers(executor, parallelism));
    }

    @Override
    public int parallelism() {
        return workers.parallelism();
    }

    @Override
    public void run(int parts, IntConsumer part) {
        workers.run(parts, part);
    }
}
