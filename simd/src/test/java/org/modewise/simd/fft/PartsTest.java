package org.modewise.simd.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modewise.fft.contract.Samples;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.Workers;

/** Large planes are cut into parts that workers can share, each step of either way. */
class PartsTest {
    /** Says that it is many, and counts what it is given at each step. */
    private static final class Counting implements Workers {
        private final List<Integer> parts = new ArrayList<>();

        @Override
        public int parallelism() {
            return 4;
        }

        @Override
        public void run(int parts, IntConsumer part) {
            this.parts.add(parts);
            Workers.CALLER.run(parts, part);
        }
    }

    @ParameterizedTest
    @CsvSource({"512, 512", "1024, 768", "509, 1001", "700, 512", "256, 256", "64, 4000", "4000, 64"})
    void everyStepOfALargePlaneHasPartsForFour(int nx, int ny) {
        RealTransform2D transform = new SimdKernel().plan(nx, ny);
        double[] spectrum = new double[transform.layout().length()];
        double[] values = Samples.random(nx * ny, 1);
        Counting workers = new Counting();
        transform.forward(values, spectrum, workers);
        transform.inverse(spectrum, null, values, workers);
        assertThat(workers.parts).hasSize(4).allMatch(parts -> parts >= 4);
    }
}
