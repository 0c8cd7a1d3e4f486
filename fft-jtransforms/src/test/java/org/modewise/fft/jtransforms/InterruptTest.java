package org.modewise.fft.jtransforms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.contract.Samples;
import org.visnow.jlargearrays.ConcurrencyUtils;

/** JTransforms' workers lose an interrupted caller: on lines of these lengths it would ask for them. */
class InterruptTest {
    @ParameterizedTest
    @ValueSource(ints = {1031, 8192, 10_007, 65_537})
    void aPendingInterruptChangesNothing(int n) {
        // What JTransforms starts with on a machine of several processors, whatever this one has.
        ConcurrencyUtils.setNumberOfThreads(4);
        RealFft2D plan = RealFft2D.of(Grid2D.line(n, 0, 1), "jtransforms");
        double[] values = Samples.random(n, 1);
        double[] spectrum = new double[plan.spectrumLength()];
        double[] back = new double[n];
        plan.forward(values, spectrum);
        plan.inverse(spectrum, back);
        for (int repeat = 0; repeat < 10; repeat++) {
            double[] interrupted = new double[plan.spectrumLength()];
            double[] interruptedBack = new double[n];
            Thread.currentThread().interrupt();
            plan.forward(values, interrupted);
            boolean afterForward = Thread.interrupted();
            Thread.currentThread().interrupt();
            plan.inverse(spectrum, interruptedBack);
            boolean afterInverse = Thread.interrupted();
            assertThat(afterForward).isTrue();
            assertThat(afterInverse).isTrue();
            assertThat(interrupted).isEqualTo(spectrum);
            assertThat(interruptedBack).isEqualTo(back);
        }
    }
}
