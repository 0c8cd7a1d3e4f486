package org.modewise.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modewise.fft.contract.ChildVm;
import org.modewise.simd.user.Choice;

/** The vector kernel is chosen where it runs well, passed over in silence elsewhere, and never replaced if forced. */
class KernelChoiceTest {
    private static final String ADD_MODULE = "--add-modules=jdk.incubator.vector";
    private static final String FORCED = "-Dmodewise.kernel=simd";

    private static String onTheClassPath(String... options) throws IOException, InterruptedException {
        return ChildVm.onTheClassPath(List.of(options), Choice.class);
    }

    /** The transform's module alone is asked for; it is the service that brings this one. */
    @Test
    void theModulePathHasItWithoutAnOption() throws IOException, InterruptedException {
        String output = ChildVm.run(List.of(
                "--module-path",
                Modules.path(),
                "--add-modules=org.modewise.fft",
                "-cp",
                ChildVm.home(Choice.class).toString(),
                Choice.class.getName()));
        assertThat(output).contains("chosen simd");
    }

    @Test
    void theClassPathHasItWithTheModule() throws IOException, InterruptedException {
        assertThat(onTheClassPath(ADD_MODULE)).contains("kernels [simd, scalar]", "chosen simd");
    }

    @Test
    void theClassPathAloneFallsBackInSilence() throws IOException, InterruptedException {
        assertThat(onTheClassPath()).isEqualToIgnoringNewLines("kernels [scalar]chosen scalar");
    }

    @Test
    void anInterpretingVmFallsBackToo() throws IOException, InterruptedException {
        assertThat(onTheClassPath(ADD_MODULE, "-Xint")).contains("kernels [scalar]", "chosen scalar");
    }

    @Test
    void forcedWithoutTheModuleItIsRefusedWithTheRemedy() throws IOException, InterruptedException {
        assertThat(onTheClassPath(FORCED))
                .contains("refused: " + FORCED + ":", "start java with --add-modules jdk.incubator.vector");
    }

    @Test
    void forcedOnAnInterpretingVmItIsRefusedWithTheRemedy() throws IOException, InterruptedException {
        assertThat(onTheClassPath(ADD_MODULE, "-Xint", FORCED))
                .contains("refused: " + FORCED + ":", "start java without -Xint");
    }
}
