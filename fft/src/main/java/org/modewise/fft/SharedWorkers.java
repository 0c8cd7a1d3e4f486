package org.modewise.fft;

import java.util.function.IntConsumer;
import org.modewise.core.internal.ExecutorWorkers;
import org.modewise.fft.spi.Workers;

/** The calling thread, and what threads an executor lends it, for a kernel to run its parts on. */
record SharedWorkers(ExecutorWorkers workers) implements Workers {
    @Override
    public int parallelism() {
        return workers.parallelism();
    }

    @Override
    public void run(int parts, IntConsumer part) {
        workers.run(parts, part);
    }
}
