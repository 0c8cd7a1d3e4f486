package org.modewise.siren;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a training is, as its listener hears after every step.
 *
 * @param step how many steps are done, from 1
 * @param steps how many there will be at most
 * @param loss the loss after this step
 * @param best the smallest loss so far
 * @param elapsed time since this run began
 */
public record Progress(int step, int steps, double loss, double best, Duration elapsed) {
    /** As {@link ProgressPrinter} prints it. */
    String line() {
        return String.format(
                Locale.ROOT,
                "step %d/%d, loss %.3e, best %.3e, %.1f s",
                step,
                steps,
                loss,
                best,
                elapsed.toMillis() / 1e3);
    }

    /**
     * One line of at most 80 ASCII characters, such as
     * {@code Progress[step 120/300, loss 1.234e-06, best 1.234e-06, 3.2 s]}.
     *
     * @return the step, the losses and the time
     */
    @Override
    public String toString() {
        return "Progress[" + line() + "]";
    }
}
