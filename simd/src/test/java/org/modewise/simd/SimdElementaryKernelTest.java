package org.modewise.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.fft.contract.ChildVm;
import org.modewise.simd.user.Preferred;

/** Vector code against plain Java in VMs with vectors of every length; how it is found, and that it allocates nothing. */
class SimdElementaryKernelTest {
    private static final String ADD_MODULE = "--add-modules=jdk.incubator.vector";
    /** For options that only some CPUs have. */
    private static final String LENIENT = "-XX:+IgnoreUnrecognizedVMOptions";

    /** What {@link BitComparison} ends with. */
    private static final String SAME = " lanes, 0 of ";

    private static String compare(int rounds, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(ADD_MODULE, LENIENT));
        all.addAll(List.of(options));
        return ChildVm.onTheClassPath(all, BitComparison.class, Integer.toString(rounds));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32, 64})
    void sameBitsWithVectorsOf(int bytes) throws IOException, InterruptedException {
        assertThat(compare(10, "-XX:MaxVectorSize=" + bytes)).contains(SAME);
    }

    /** Two lanes as on other CPUs, whose masks are compiled. */
    @ParameterizedTest
    @ValueSource(strings = {"-XX:MaxVectorSize=16", "-XX:MaxVectorSize=8"})
    void sameBitsWithMasksOfFewLanes(String option) throws IOException, InterruptedException {
        assertThat(compare(3, option, "-Dos.arch=aarch64")).contains(SAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:UseAVX=1", "-XX:UseAVX=2", "-XX:UseAVX=3"})
    void sameBitsWith(String option) throws IOException, InterruptedException {
        assertThat(compare(10, option)).contains(SAME);
    }

    /** Emulated, one of them takes as long as a thousand. */
    @Test
    void withoutFusedMultiplyAddsItIsNotChosen() throws IOException, InterruptedException {
        String option = "-XX:-UseFMA";
        assertThat(ChildVm.onTheClassPath(List.of(ADD_MODULE, option), Preferred.class))
                .contains("elementary functions: scalar");
        assertThatThrownBy(() ->
                        ChildVm.onTheClassPath(List.of(ADD_MODULE, option, "-Dmodewise.kernel=simd"), Preferred.class))
                .hasMessageContainingAll("-Dmodewise.kernel=simd: ", "no fused multiply-add");
    }

    private static List<String> bytesAllocated(String option) throws IOException, InterruptedException {
        return ChildVm.onTheClassPath(List.of(ADD_MODULE, option), Allocation.class)
                .lines()
                .filter(line -> line.endsWith(" bytes"))
                .toList();
    }

    /** In one of three VMs: once in hundreds of them, by timing, C2 leaves an operation uncompiled and boxes its vectors. */
    @ParameterizedTest
    @ValueSource(strings = {"-XX:MaxVectorSize=16", "-XX:MaxVectorSize=32", "-XX:MaxVectorSize=64"})
    void nothingIsAllocated(String option) throws IOException, InterruptedException {
        List<String> bytes = bytesAllocated(option);
        for (int vm = 2; vm <= 3 && !bytes.stream().allMatch(line -> line.endsWith(": 0 bytes")); vm++) {
            bytes = bytesAllocated(option);
        }
        assertThat(bytes).hasSize(6).allMatch(line -> line.endsWith(": 0 bytes"));
    }

    @Test
    void itIsFoundOnTheClassPathAndForcedByItsName() throws IOException, InterruptedException {
        assertThat(ChildVm.onTheClassPath(List.of(ADD_MODULE), Preferred.class)).contains("elementary functions: simd");
        assertThat(ChildVm.onTheClassPath(List.of(ADD_MODULE, "-Dmodewise.kernel=simd"), Preferred.class))
                .contains("elementary functions: simd");
        assertThat(ChildVm.onTheClassPath(List.of(ADD_MODULE, "-Dmodewise.kernel=scalar"), Preferred.class))
                .contains("elementary functions: scalar");
        assertThat(ChildVm.onTheClassPath(List.of(), Preferred.class)).contains("elementary functions: scalar");
        assertThatThrownBy(() -> ChildVm.onTheClassPath(List.of("-Dmodewise.kernel=simd"), Preferred.class))
                .hasMessageContainingAll("-Dmodewise.kernel=simd: ", "start java with --add-modules");
    }

    /** Core alone is asked for; it is the service that brings this module, and this module that brings the vectors. */
    @Test
    void theModulePathBindsItWithNoOption() throws IOException, InterruptedException {
        String output = ChildVm.run(List.of(
                "--module-path",
                Modules.path(),
                "--add-modules=org.modewise.core",
                "--add-exports=org.modewise.core/org.modewise.core.internal.elementary=ALL-UNNAMED",
                "-cp",
                ChildVm.home(Preferred.class).toString(),
                Preferred.class.getName()));
        assertThat(output).contains("elementary functions: simd");
    }
}
