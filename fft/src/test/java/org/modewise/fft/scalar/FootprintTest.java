package org.modewise.fft.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.fft.contract.AllocatedBytes;

class FootprintTest {
    private static final int PRIME = 100_003;

    /** Powers of two, small factors, a prime, a few lanes and a prime, and the square of one that is convolved. */
    @ParameterizedTest
    @ValueSource(ints = {1 << 16, 1 << 17, 98280, PRIME, 16 * 6247, 101 * 997, 3 * 33331})
    void isWhatALineTakes(int n) {
        double[] re = new double[n];
        double[] im = new double[n];
        Plans.line(n).transform(re, im);
        long bytes = AllocatedBytes.of(() -> Plans.line(n).transform(re, im));
        assertThat((double) Double.BYTES * Footprint.line(n) / bytes).isBetween(0.75, 1.0);
        double[] values = new double[n];
        long real = AllocatedBytes.of(() -> {
            RealLine line = Plans.realLine(n);
            ComplexLine scratch = new ComplexLine(line.scratchLength());
            line.forward(values, 0, 1, scratch.re(), scratch.im());
        });
        assertThat((double) Double.BYTES * Footprint.realLine(n) / real).isBetween(0.75, 1.0);
    }

    @Test
    void aLineThatIsNoArrayOnceItIsTransposedIsRefused() {
        RowsFft first = Plans.rows(60_000);
        RowsFft second = Plans.rows(35_790);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FourStep(first, second))
                .withMessageStartingWith("scratch for 60000x35790 samples");
    }

    /** Samples and spectrum alone take nine tenths of the heap. */
    @Test
    void linesThatFitTheHeapOnlyWithoutTheirScratchAreRefusedWithTheBytesThatTheyNeed() {
        long heap = Runtime.getRuntime().maxMemory();
        int n = (int) Math.min(heap / 20 * 9 / Double.BYTES, Integer.MAX_VALUE - 20) / 16 * 16;
        for (int[] shape : new int[][] {{1, n}, {n, 1}, {n - 1, 1}, {8, n / 8 - 16}, {n / 8 - 16, 8}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ScalarKernel().plan(shape[0], shape[1]))
                    .withMessageMatching(".* samples need \\d+ bytes, the heap holds at most " + heap);
        }
    }
}
