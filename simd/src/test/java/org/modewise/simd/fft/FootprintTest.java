package org.modewise.simd.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no array can hold is left to another kernel, and found out before anything is allocated. */
class FootprintTest {
    private final SimdKernel kernel = new SimdKernel();

    /** Primes above 2²⁶, whose convolution is too long for vectors of any width; and a spectrum that is. */
    @ParameterizedTest
    @CsvSource({"16, 67108879", "67108879, 15", "16, 134217727", "143165576, 15"})
    void planesBeyondJavasArraysAreLeftToOthers(int nx, int ny) {
        String reason = "needs longer arrays than Java has for " + nx + "x" + ny;
        assertThat(kernel.unsupported(nx, ny)).contains(reason);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernel.plan(nx, ny))
                .withMessage("kernel simd " + reason);
    }

    @Test
    void aConvolutionIsTooLongOnlyForWideVectors() {
        assertThat(kernel.unsupported(16, 17_000_003).isPresent()).isEqualTo(LaneFft.ROW == 16);
    }

    @ParameterizedTest
    @CsvSource({"16, 15", "8192, 6000", "16, 1048576", "1048576, 15", "16, 1000003", "30000, 30000"})
    void largePlanesAreTaken(int nx, int ny) {
        assertThat(kernel.unsupported(nx, ny)).isEmpty();
    }
}
