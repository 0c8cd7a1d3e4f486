package org.modewise.fft.jtransforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

/** The library's own jars without JTransforms'. */
class MissingLibraryTest {
    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static URLClassLoader withoutJTransforms() {
        URL[] jars = {home(Grid2D.class), home(RealFft2D.class), home(JTransformsKernel.class)};
        return new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
    }

    @Test
    void theKernelSaysWhatItMisses() throws IOException, ReflectiveOperationException {
        assertThat(new JTransformsKernel().unavailable()).isEmpty();
        try (URLClassLoader loader = withoutJTransforms()) {
            Class<?> type = loader.loadClass(JTransformsKernel.class.getName());
            Object kernel = type.getConstructor().newInstance();
            Optional<?> reason = (Optional<?>) type.getMethod("unavailable").invoke(kernel);
            assertThat(reason.orElseThrow().toString())
                    .contains("org.jtransforms.fft.DoubleFFT_1D", "com.github.wendykierp:JTransforms");
        }
    }

    @Test
    void theOthersRunAndAPlanWithItNamesTheRemedy() throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader = withoutJTransforms()) {
            Class<?> fft = loader.loadClass(RealFft2D.class.getName());
            Class<?> grids = loader.loadClass(Grid2D.class.getName());
            assertThat(fft.getMethod("kernels").invoke(null)).isEqualTo(List.of("scalar"));
            Object grid = grids.getMethod("unit", int.class).invoke(null, 15);
            Method plan = fft.getMethod("of", grids, String.class);
            assertThatThrownBy(() -> plan.invoke(null, grid, "jtransforms"))
                    .cause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("com.github.wendykierp:JTransforms");
        }
    }
}
