package org.modewise.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.modewise.core.Field2D;
import org.modewise.siren.Fit;
import org.modewise.siren.Pinn;

/**
 * What the trainings of an example have in common.
 *
 * @param share of the steps that a training takes at its best, from 0 to 1
 * @param seed of the starts
 * @param executor lends its threads
 * @param threads how many work at most
 */
record Learning(double share, long seed, Executor executor, int threads) {
    Fit train(Pinn pinn, int steps) {
        return pinn.steps(steps(steps)).parallel(executor, threads).run();
    }

    int steps(int whole) {
        return (int) Math.ceil(share * whole);
    }

    /**
     * Something, and how long it took.
     *
     * @param value what came of it
     * @param seconds how long
     */
    record Timed<T>(T value, double seconds) {
        static <T> Timed<T> of(Supplier<T> work) {
            long began = System.nanoTime();
            T value = work.get();
            return new Timed<>(value, (System.nanoTime() - began) / 1e9);
        }
    }

    /** Something at equal steps from t = 0 to an end. */
    static List<Field2D> frames(DoubleFunction<Field2D> at, double end, int count) {
        List<Field2D> frames = new ArrayList<>();
        for (int k = 0; k <= count; k++) {
            frames.add(at.apply(end * k / count));
        }
        return frames;
    }
}
