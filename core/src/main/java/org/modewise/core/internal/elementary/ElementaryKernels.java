package org.modewise.core.internal.elementary;

import java.util.List;
import java.util.ServiceLoader;
import org.modewise.core.internal.Providers;

/** The kernels on this VM, found once, and the choice among them. */
final class ElementaryKernels {
    private static final String PROPERTY = "modewise.kernel";
    private static final String SIMD = "simd";
    private static final System.Logger LOG = System.getLogger("org.modewise.core");

    /** From this class's own loader, not the thread's: JShell and containers set that to something else. */
    private static final List<ElementaryKernel> FOUND =
            Providers.of(ServiceLoader.load(ElementaryKernel.class, ElementaryKernels.class.getClassLoader()), LOG);

    private ElementaryKernels() {}

    static ElementaryKernel choose() {
        return choose(System.getProperty(PROPERTY, ""), FOUND);
    }

    /**
     * The first that can run; the scalar one if there is none, or if an FFT kernel is forced that is not vector code.
     *
     * @throws IllegalArgumentException if vector code is forced and cannot run
     */
    static ElementaryKernel choose(String forced, List<ElementaryKernel> found) {
        if (forced.equals(SIMD)) {
            return simd("-D" + PROPERTY + "=" + SIMD, found);
        }
        ElementaryKernel chosen = found.stream()
                .filter(kernel -> forced.isEmpty() && kernel.unavailable().isEmpty())
                .findFirst()
                .orElse(ScalarElementaryKernel.INSTANCE);
        LOG.log(System.Logger.Level.DEBUG, "elementary functions: {0}", chosen.name());
        return chosen;
    }

    private static ElementaryKernel simd(String request, List<ElementaryKernel> found) {
        ElementaryKernel simd = found.stream()
                .filter(kernel -> kernel.name().equals(SIMD))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        request + ": org.modewise:modewise-simd is not on this class or module path"));
        simd.unavailable().ifPresent(reason -> {
            throw new IllegalArgumentException(request + ": " + reason);
        });
        return simd;
    }
}
