package org.modewise.siren;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * How long a training goes on, who hears of it, who helps, and where it is kept: what all settings of trainings have in
 * common.
 *
 * @param <S> the settings
 */
public sealed interface TrainingSettings<S> permits Fitting, Pinn {
    /**
     * What these settings say of it.
     *
     * @return how long, and who helps
     */
    Training training();

    /**
     * The same with all of this in place of what was said before.
     *
     * @param other how long, and who helps
     * @return new settings
     */
    S training(Training other);

    /**
     * The same with another number of steps.
     *
     * @param most the most steps, at least 0
     * @return new settings
     * @throws IllegalArgumentException if {@code most} is negative
     */
    default S steps(int most) {
        return training(training().steps(most));
    }

    /**
     * The same that ends once the loss has come down so far.
     *
     * @param loss at least 0 and finite
     * @return new settings
     * @throws IllegalArgumentException if {@code loss} is out of range
     */
    default S tolerance(double loss) {
        return training(training().tolerance(loss));
    }

    /**
     * The same that ends after so many steps that have not brought the loss down by a thousandth.
     *
     * @param stalled how many, at least 0; 0 for never
     * @return new settings
     * @throws IllegalArgumentException if {@code stalled} is negative
     */
    default S patience(int stalled) {
        return training(training().patience(stalled));
    }

    /**
     * The same with a listener in place of the one before. {@link ProgressPrinter} is one.
     *
     * @param hearer hears of every step, on the calling thread
     * @return new settings
     */
    default S onStep(Consumer<Progress> hearer) {
        return training(training().onStep(hearer));
    }

    /**
     * The same on more threads, with the same bits.
     *
     * @param executor lends its threads; it stays the caller's
     * @param threads how many work at most, the caller's among them, at least 1
     * @return new settings
     * @throws IllegalArgumentException if {@code threads} is below 1
     */
    default S parallel(Executor executor, int threads) {
        return training(training().parallel(executor, threads));
    }

    /**
     * The same, kept in a file that a training can be resumed from.
     *
     * @param file written anew at once, never half; before the first step, and after the last one too
     * @param every after how many steps, at least 1
     * @return new settings
     * @throws IllegalArgumentException if {@code every} is below 1
     */
    default S checkpoint(Path file, int every) {
        return training(training().checkpoint(file, every));
    }
}
