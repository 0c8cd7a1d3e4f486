package org.modewise.pde;

import java.util.ArrayList;
import java.util.List;

/**
 * The nodes of the trapezoidal rule on a line of n samples: {@code refine} times as many, or every {@code stride}th. One of
 * the two is 1.
 */
record Resolution(int refine, int stride) {
    /** All that make at most so many nodes, the coarsest first: n has strides by its divisors, and 1, 2, 3, 4, 6, 8, 12… */
    static List<Resolution> of(int n, long mostNodes) {
        List<Resolution> all = new ArrayList<>();
        for (int stride = n; stride > 1; stride--) {
            if (n % stride == 0) {
                all.add(new Resolution(1, stride));
            }
        }
        for (int refine = 1; refine == 1 || refine * (long) n <= mostNodes; ) {
            all.add(new Resolution(refine, 1));
            refine = refine == 1 ? 2 : Integer.bitCount(refine) == 1 ? refine / 2 * 3 : refine / 3 * 4;
        }
        return all;
    }

    /** The index of the coarsest of some whose nodes are no further apart than h, or -1. */
    static int index(List<Resolution> all, int n, double length, double h) {
        for (int k = 0; k < all.size(); k++) {
            if (length / all.get(k).nodes(n) <= h) {
                return k;
            }
        }
        return -1;
    }

    /** How many nodes there are on a line of n samples. */
    int nodes(int n) {
        return n / stride * refine;
    }
}
