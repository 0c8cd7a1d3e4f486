package org.modewise.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.fft.contract.ChildVm;
import org.modewise.simd.user.Choice;

/** Whether a VM should run vector code, asked of VMs with the options that matter, and of descriptions of others. */
class VectorSupportTest {
    private static final String ADD_MODULE = "--add-modules=jdk.incubator.vector";
    private static final String NOTHING = "nothing missing";

    private static String onTheClassPath(String... options) throws IOException, InterruptedException {
        return ChildVm.onTheClassPath(List.of(options), Report.class);
    }

    @Test
    void theClassPathNeedsTheModuleAndSaysSo() throws IOException, InterruptedException {
        assertThat(onTheClassPath(ADD_MODULE)).contains(NOTHING);
        assertThat(onTheClassPath()).contains("start java with --add-modules jdk.incubator.vector");
    }

    @Test
    void optionsThatNobodyTellsAreTakenForTheUsualOnes() throws IOException, InterruptedException {
        String limit = "--limit-modules=java.base,java.desktop,jdk.incubator.vector";
        assertThat(onTheClassPath(limit, ADD_MODULE)).contains(NOTHING);
        assertThat(ChildVm.onTheClassPath(List.of(limit, ADD_MODULE), Choice.class))
                .contains("chosen simd");
    }

    @Test
    void theModulePathNeedsNoOption() throws IOException, InterruptedException {
        String output = ChildVm.run(List.of(
                "--module-path",
                Modules.path(),
                "--patch-module",
                "org.modewise.simd=" + ChildVm.home(Report.class),
                "--module",
                "org.modewise.simd/" + Report.class.getName()));
        assertThat(output).contains(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "-Xint,without -Xint",
        "-XX:TieredStopAtLevel=0,TieredStopAtLevel=0",
        "-XX:TieredStopAtLevel=1,C1 alone",
        "-XX:TieredStopAtLevel=2,TieredStopAtLevel=2",
        "-XX:TieredStopAtLevel=3,TieredStopAtLevel=3",
        "-XX:CompilationMode=quick-only,quick-only",
        "-XX:-UseCompiler,UseCompiler",
        "-XX:MaxVectorSize=8,MaxVectorSize",
    })
    void aVmThatWouldRunItSlowlyIsRefused(String option, String reason) throws IOException, InterruptedException {
        assertThat(onTheClassPath(ADD_MODULE, option)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:-TieredCompilation", "-XX:CompilationMode=high-only", "-XX:MaxVectorSize=16"})
    void aVmWithC2IsNot(String option) throws IOException, InterruptedException {
        assertThat(onTheClassPath(ADD_MODULE, option)).contains(NOTHING);
    }

    @Test
    void anotherVectorApiIsRefused(@TempDir Path directory) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(directory.resolve("jdk/incubator/vector"));
        // Cut off after the magic number of a class file.
        Files.write(
                folder.resolve("DoubleVector.class"), new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE});
        String patch = "--patch-module=jdk.incubator.vector=" + directory;
        assertThat(onTheClassPath(ADD_MODULE, patch)).contains("use a JDK from 17 to 25", "ClassFormatError");
    }

    @ParameterizedTest
    @CsvSource({
        "Eclipse OpenJ9 VM,JRE 17 Linux amd64-64-Bit Compressed References",
        "OpenJDK 64-Bit Zero VM,interpreted mode",
        "OpenJDK Client VM,mixed mode",
        "'',''"
    })
    void otherVmsAreRefused(String name, String info) {
        assertThat(VectorSupport.unsuitableVm(name, info)).isPresent();
    }

    @Test
    void aCompilerInC2sPlaceIsRefused() {
        assertThat(VectorSupport.unsuitableOptions(Map.of("UseJVMCICompiler", "true")::get))
                .hasValueSatisfying(reason -> assertThat(reason).contains("-XX:-UseJVMCICompiler"));
        assertThat(VectorSupport.unsuitableOptions(Map.of("UseJVMCICompiler", "false")::get))
                .isEmpty();
        assertThat(VectorSupport.unsuitableOptions(option -> null)).isEmpty();
    }
}
