package org.modewise.pde;

import java.util.List;
import org.modewise.core.internal.ScratchPool;

/**
 * The {@link KernelFrame}s of lines of n samples, one pool for each {@link Resolution}, shared by all lines of a solution.
 * Safe to share between threads.
 */
final class KernelFrames {
    /** Beyond so many nodes a line takes too long, and too much memory. */
    static final int MOST_NODES = 1 << 20;

    private final int n;
    private final double length;
    private final List<Resolution> resolutions;
    private final List<ScratchPool<KernelFrame>> pools;

    KernelFrames(int n, double length) {
        this.n = n;
        this.length = length;
        this.resolutions = Resolution.of(n, MOST_NODES);
        this.pools = resolutions.stream()
                .map(resolution -> new ScratchPool<>(() -> new KernelFrame(n, length, resolution, 1)))
                .toList();
    }

    private int index(double h) {
        return Resolution.index(resolutions, n, length, h);
    }

    /** Whether a line can have nodes no further apart than h. */
    boolean reaches(double h) {
        return index(h) >= 0;
    }

    /** As {@link KernelFrame#at}, on the coarsest nodes that will do. */
    void at(PotentialLine data, double t, double shift, double[] potential, double[] velocity, int to) {
        ScratchPool<KernelFrame> pool = pools.get(index(data.step(t)));
        KernelFrame frame = pool.take();
        frame.at(data, t, shift, potential, velocity, to);
        pool.give(frame);
    }

    /** A frame of its own, of so many targets a sample. */
    KernelFrame frame(double h, int every) {
        return new KernelFrame(n, length, resolutions.get(index(h)), every);
    }

    /** How many times as many nodes as samples are no further apart than h, at least 1; 0 if there are none. */
    int refinement(double h) {
        int index = index(h);
        return index < 0 ? 0 : resolutions.get(index).refine();
    }
}
