package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class LowNodesTest {
    /** Blocks and groups leave out nothing that is low: one by one, the nodes are the same. */
    @Property(tries = 200)
    void noLowNodeIsLeftOut(
            @ForAll @IntRange(min = 1, max = 1200) int nodes,
            @ForAll @IntRange(min = -2000, max = 2000) int first,
            @ForAll @IntRange(min = -1, max = 2500) int beyond,
            @ForAll @DoubleRange(min = -2000, max = 2000) double xi,
            @ForAll @DoubleRange(min = -8, max = 1) double logPrecision,
            @ForAll @DoubleRange(min = -1.5, max = 3) double most,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[] values = new double[nodes];
        for (int j = 0; j < nodes; j++) {
            // Smooth, so that whole blocks are high, with single nodes that are not.
            values[j] = Math.cos(2 * Math.PI * j / nodes) + (random.nextInt(40) == 0 ? 0.5 : 0);
        }
        LowNodes low = new LowNodes(values);
        double precision = Math.pow(10, logPrecision);
        int last = first + beyond;
        int next = low.next(first, last, xi, precision, most);
        for (int k = first; k <= last; k++) {
            double height = low.height(k, xi, precision);
            assertThat(k == next).isEqualTo(height <= most);
            if (k == next) {
                next = low.next(k + 1, last, xi, precision, most);
            }
        }
        assertThat(next).isGreaterThan(last);
    }
}
