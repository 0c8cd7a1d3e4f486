package org.modewise.core.internal.elementary;

import java.util.Arrays;
import org.modewise.core.internal.ScratchPool;

/**
 * ln Σ e^xᵢ = m + ln Σ e^(xᵢ - m) with m = max xᵢ: nothing overflows, and no term that counts underflows.
 *
 * <p>Term i goes to partial sum i mod 8, and the eight are folded in halves: one order for every number of lanes, and an
 * error that grows with an eighth of the terms.
 */
final class LogSumExp {
    private static final int BLOCK = 32 * ElementaryKernel.PARTIAL_SUMS;
    private static final ScratchPool<Scratch> SCRATCH = new ScratchPool<>(Scratch::new);

    private LogSumExp() {}

    private static final class Scratch {
        final double[] terms = new double[BLOCK];
        final double[] sums = new double[ElementaryKernel.PARTIAL_SUMS];
    }

    static double of(ElementaryKernel kernel, double[] x, int from, int length) {
        double max = kernel.max(x, from, length);
        if (!(Math.abs(max) < Double.POSITIVE_INFINITY)) {
            return max;
        }
        Scratch scratch = SCRATCH.take();
        double[] sums = scratch.sums;
        Arrays.fill(sums, 0);
        for (int done = 0; done < length; done += BLOCK) {
            int block = Math.min(BLOCK, length - done);
            kernel.exp(x, from + done, max, scratch.terms, 0, block);
            kernel.accumulate(scratch.terms, block, sums);
        }
        for (int half = sums.length / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[i] += sums[i + half];
            }
        }
        double sum = sums[0];
        SCRATCH.give(scratch);
        return max + Log.of(sum);
    }
}
