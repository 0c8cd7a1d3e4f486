package org.modewise.explorer.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Logarithms for eyes. */
class FastLog10Test {
    @Test
    void theLineIsWithinItsBend() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 100_000; k++) {
            double x = Math.pow(10, random.nextDouble(-300, 300));
            // A line between points h apart errs by h²/8 times the bend, which is log₁₀e at most; h is 2^-11.
            assertThat(FastLog10.of(x)).isCloseTo(Math.log10(x), within(0x1p-25 * 0.4343 + 1e-13));
        }
        assertThat(FastLog10.of(1)).isZero();
        assertThat(FastLog10.of(Double.MIN_VALUE)).isLessThan(-307);
        assertThat(FastLog10.of(Double.MAX_VALUE)).isCloseTo(Math.log10(Double.MAX_VALUE), within(1e-12));
    }
}
