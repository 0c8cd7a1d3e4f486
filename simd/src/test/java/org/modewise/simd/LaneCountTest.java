package org.modewise.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.fft.contract.ChildVm;

/**
 * No lane meets another on the way and no product is fused with a sum, so the width of a machine's vectors, and the
 * instructions that it has for them, change no bit of a result.
 */
class LaneCountTest {
    private static final List<String> HERE = TransformBits.digests();

    private static String bits(String option) throws IOException, InterruptedException {
        // Lenient, for there is no UseAVX where there is no AVX.
        List<String> options =
                List.of("--add-modules=jdk.incubator.vector", "-XX:+IgnoreUnrecognizedVMOptions", option);
        return ChildVm.onTheClassPath(options, TransformBits.class);
    }

    @Test
    void twoLanesGiveTheBitsOfThisVm() throws IOException, InterruptedException {
        assertThat(bits("-XX:MaxVectorSize=16")).contains("2 lanes").contains(HERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:MaxVectorSize=32", "-XX:UseAVX=0", "-XX:UseAVX=1", "-XX:UseAVX=2"})
    void otherInstructionsGiveTheBitsOfThisVm(String option) throws IOException, InterruptedException {
        assertThat(bits(option)).contains(HERE);
    }
}
