package org.modewise.fft.spi;

import java.util.function.IntConsumer;

/**
 * Who runs the independent parts of one transform. A transform cuts itself into the same parts whoever runs them, and no
 * part reads what another writes, so the result has the same bits with any workers. Two parts may write the same number
 * to the same place.
 */
public interface Workers {
    /** The calling thread alone, part by part. */
    Workers CALLER = new Workers() {
        @Override
        public int parallelism() {
            return 1;
        }

        @Override
        public void run(int parts, IntConsumer part) {
            for (int i = 0; i < parts; i++) {
                part.accept(i);
            }
        }
    };

    /**
     * How many parts run at a time at most. At 1, a transform need not call {@link #run}.
     *
     * @return the number of threads, at least 1
     */
    int parallelism();

    /**
     * Runs the parts 0…parts-1, each once, in any order, and returns when all have ended. What they wrote is visible to
     * the caller then.
     *
     * @param parts how many parts there are
     * @param part runs the part of a number; safe to call from several threads at once
     */
    void run(int parts, IntConsumer part);
}
