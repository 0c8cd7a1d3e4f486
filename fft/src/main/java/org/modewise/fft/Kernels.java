package org.modewise.fft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.modewise.core.internal.Providers;
import org.modewise.fft.spi.FftKernel;

/** The kernels on this VM, found once, and the choice among them. */
final class Kernels {
    private static final String PROPERTY = "modewise.kernel";
    private static final System.Logger LOG = System.getLogger("org.modewise.fft");

    /** Best first; from this class's own loader, not the thread's: JShell and containers set that to something else. */
    private static final List<FftKernel> FOUND = find(Kernels.class.getClassLoader());

    private Kernels() {}

    /** All kernels that load. */
    static List<FftKernel> find(ClassLoader loader) {
        List<FftKernel> found = new ArrayList<>(Providers.of(ServiceLoader.load(FftKernel.class, loader), LOG));
        found.sort(Comparator.comparing(FftKernel::preference).reversed().thenComparing(FftKernel::name));
        return List.copyOf(found);
    }

    static List<String> available() {
        return FOUND.stream()
                .filter(kernel -> kernel.unavailable().isEmpty())
                .map(FftKernel::name)
                .toList();
    }

    /** The kernel that the system property forces, or the best that takes the shape. */
    static FftKernel choose(int nx, int ny) {
        String forced = System.getProperty(PROPERTY, "");
        if (!forced.isEmpty()) {
            return named(forced, nx, ny, "-D" + PROPERTY + "=" + forced);
        }
        for (FftKernel kernel : FOUND) {
            if (kernel.unavailable().isEmpty() && kernel.unsupported(nx, ny).isEmpty()) {
                LOG.log(System.Logger.Level.DEBUG, "kernel {0} for {1}x{2}", kernel.name(), nx, ny);
                return kernel;
            }
        }
        throw new IllegalArgumentException("no FFT kernel takes " + nx + "x" + ny + ": "
                + FOUND.stream()
                        .map(kernel ->
                                kernel.name() + " " + refusal(kernel, nx, ny).orElseThrow())
                        .collect(Collectors.joining("; ")));
    }

    /** The kernel of that name. */
    static FftKernel named(String name, int nx, int ny) {
        return named(name, nx, ny, "kernel " + name);
    }

    private static FftKernel named(String name, int nx, int ny, String request) {
        FftKernel kernel = FOUND.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        request + ": no such kernel on this class or module path, found " + available()));
        refusal(kernel, nx, ny).ifPresent(reason -> {
            throw new IllegalArgumentException(request + ": " + reason);
        });
        return kernel;
    }

    private static Optional<String> refusal(FftKernel kernel, int nx, int ny) {
        return kernel.unavailable().or(() -> kernel.unsupported(nx, ny));
    }
}
