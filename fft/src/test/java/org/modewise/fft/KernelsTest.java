package org.modewise.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.fft.spi.FftKernel;

/** Providers that do not load. */
class KernelsTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"no.such.Kernel", "not a name", "java.lang.String", "broken.Kernel"})
    void oneBadProviderDoesNotTakeTheOthersWithIt(String line) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(FftKernel.class.getName()), line + "\n");
        // A class file cut off after its magic number is a LinkageError.
        Files.write(
                Files.createDirectories(directory.resolve("broken")).resolve("Kernel.class"),
                new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE});
        URL[] urls = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, Kernels.class.getClassLoader())) {
            assertThat(Kernels.find(loader)).extracting(FftKernel::name).contains("scalar");
        }
    }
}
