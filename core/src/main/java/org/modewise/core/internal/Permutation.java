package org.modewise.core.internal;

import java.util.SplittableRandom;

/** Random orders: Fisher and Yates's shuffle (Durstenfeld, Comm. ACM 7, 1964). */
public final class Permutation {
    private Permutation() {}

    /**
     * Shuffles numbers in place.
     *
     * @param order the numbers
     * @param random where chance comes from
     */
    public static void shuffle(int[] order, SplittableRandom random) {
        for (int k = order.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int swapped = order[k];
            order[k] = order[other];
            order[other] = swapped;
        }
    }
}
