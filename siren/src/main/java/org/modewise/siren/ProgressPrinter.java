package org.modewise.siren;

import java.io.PrintStream;
import java.util.Objects;
import java.util.function.Consumer;
import org.modewise.core.internal.Arguments;

/**
 * Writes a line about every so many steps, and about the last that there may be: {@code step 120/300, loss 1.234e-06, best
 * 1.234e-06, 3.2 s}.
 *
 * @param out where to
 * @param every how many steps lie between two lines, at least 1
 */
public record ProgressPrinter(PrintStream out, int every) implements Consumer<Progress> {
    /**
     * Takes the stream and the interval.
     *
     * @param out where to
     * @param every at least 1
     * @throws IllegalArgumentException if {@code every} is below 1
     */
    public ProgressPrinter {
        Objects.requireNonNull(out, "out");
        Arguments.atLeastOne(every, "every");
    }

    @Override
    public void accept(Progress progress) {
        if (progress.step() % every == 0 || progress.step() == progress.steps()) {
            out.println(progress.line());
        }
    }
}
