package org.modewise.fft.spi;

import java.util.Optional;

/**
 * A way to compute real 2-D transforms, found by {@link java.util.ServiceLoader}. It plans for one shape and owns its
 * whole data path, the layout of the half-spectrum included.
 *
 * <p>The class must load on every VM: what may be missing is touched only after {@link #unavailable()} has said that it
 * is there. Implementations are stateless and safe to share between threads.
 */
public interface FftKernel {
    /**
     * The name to ask for it by, as in {@code -Dmodewise.kernel=scalar}.
     *
     * @return a short lower-case name
     */
    String name();

    /**
     * Where the kernel stands among the others: of those that can, the highest is chosen. Modewise's own are 300
     * (vectors), 200 (scalar) and 100 (JTransforms).
     *
     * @return the preference
     */
    int preference();

    /**
     * Why the kernel cannot run on this VM.
     *
     * @return the reason and its remedy in words, or empty if it can run
     */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /**
     * Why the kernel does not transform this shape.
     *
     * @param nx samples along x, at least 1
     * @param ny samples along y, at least 1
     * @return the reason in words, or empty if it does
     */
    Optional<String> unsupported(int nx, int ny);

    /**
     * Prepares the transform of one shape: twiddles and the order of passes.
     *
     * @param nx samples along x, at least 1
     * @param ny samples along y, at least 1
     * @return the plan
     * @throws IllegalArgumentException if {@link #unsupported} gives a reason
     */
    RealTransform2D plan(int nx, int ny);
}
