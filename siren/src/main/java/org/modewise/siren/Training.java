package org.modewise.siren;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.modewise.core.internal.Arguments;

/**
 * How long a training goes on, who hears of it, who helps, and where it is kept. Immutable.
 *
 * <p>On any number of threads the results have the same bits. The calling thread does all the work but for what the
 * executor's begin.
 *
 * @param steps the most steps, at least 0
 * @param tolerance the loss at which it ends, at least 0
 * @param patience after how many steps that have not brought the loss down by a thousandth it ends; 0 for never
 * @param listener hears of every step, on the calling thread
 * @param executor lends its threads; it stays the caller's
 * @param parallelism how many threads work at most, the caller's among them; 1 asks for none of the executor's
 * @param checkpoint a file that the training can be resumed from, or none; written before the first step and after the last
 *     one too
 * @param every after how many steps that file is written anew, at least 1
 */
public record Training(
        int steps,
        double tolerance,
        int patience,
        Consumer<Progress> listener,
        Executor executor,
        int parallelism,
        Optional<Path> checkpoint,
        int every) {
    /**
     * Takes the settings.
     *
     * @param steps at least 0
     * @param tolerance at least 0 and finite
     * @param patience at least 0
     * @param listener hears of every step
     * @param executor lends its threads
     * @param parallelism at least 1
     * @param checkpoint a file, or none
     * @param every at least 1
     * @throws IllegalArgumentException if a number is out of range
     */
    public Training {
        notNegative(steps, "steps");
        Arguments.nonNegative(tolerance, "tolerance");
        notNegative(patience, "patience");
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(executor, "executor");
        Arguments.atLeastOne(parallelism, "parallelism");
        Objects.requireNonNull(checkpoint, "checkpoint");
        Arguments.atLeastOne(every, "every");
    }

    private static void notNegative(int value, String name) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be >= 0, got " + value);
        }
    }

    /**
     * So many steps in silence on the calling thread, and nothing else that ends it.
     *
     * @param steps at least 0
     * @return the settings
     * @throws IllegalArgumentException if {@code steps} is negative
     */
    public static Training of(int steps) {
        return new Training(steps, 0, 0, progress -> {}, Runnable::run, 1, Optional.empty(), 1);
    }

    /**
     * The same with another number of steps.
     *
     * @param most the most steps, at least 0
     * @return new settings
     * @throws IllegalArgumentException if {@code most} is negative
     */
    public Training steps(int most) {
        return new Training(most, tolerance, patience, listener, executor, parallelism, checkpoint, every);
    }

    /**
     * The same that ends at a loss.
     *
     * @param loss at least 0 and finite
     * @return new settings
     * @throws IllegalArgumentException if {@code loss} is out of range
     */
    public Training tolerance(double loss) {
        return new Training(steps, loss, patience, listener, executor, parallelism, checkpoint, every);
    }

    /**
     * The same that ends after steps without progress.
     *
     * @param stalled how many, at least 0; 0 for never
     * @return new settings
     * @throws IllegalArgumentException if {@code stalled} is negative
     */
    public Training patience(int stalled) {
        return new Training(steps, tolerance, stalled, listener, executor, parallelism, checkpoint, every);
    }

    /**
     * The same with another listener.
     *
     * @param hearer hears of every step, on the calling thread
     * @return new settings
     */
    public Training onStep(Consumer<Progress> hearer) {
        return new Training(steps, tolerance, patience, hearer, executor, parallelism, checkpoint, every);
    }

    /**
     * The same on more threads.
     *
     * @param lender lends its threads
     * @param threads how many work at most, at least 1
     * @return new settings
     * @throws IllegalArgumentException if {@code threads} is below 1
     */
    public Training parallel(Executor lender, int threads) {
        return new Training(steps, tolerance, patience, listener, lender, threads, checkpoint, every);
    }

    /**
     * The same, kept in a file.
     *
     * @param file written anew at once, never half; before the first step, and after the last one too
     * @param interval after how many steps, at least 1
     * @return new settings
     * @throws IllegalArgumentException if {@code interval} is below 1
     */
    public Training checkpoint(Path file, int interval) {
        return new Training(
                steps,
                tolerance,
                patience,
                listener,
                executor,
                parallelism,
                Optional.of(Objects.requireNonNull(file, "file")),
                interval);
    }
}
