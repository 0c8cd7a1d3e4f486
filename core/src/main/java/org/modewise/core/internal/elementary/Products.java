package org.modewise.core.internal.elementary;

/** Sums of products of rows: eight partial sums a pair of rows, whatever the lanes. */
final class Products {
    private Products() {}

    static void accumulate(
            double[][] left,
            int fromLeft,
            int lefts,
            double[][] right,
            int fromRight,
            int rights,
            int length,
            double[] sums,
            int at) {
        int pair = at;
        for (int j = 0; j < lefts; j++) {
            for (int i = 0; i < rights; i++) {
                accumulate(left[fromLeft + j], right[fromRight + i], length, sums, pair);
                pair += ElementaryKernel.PARTIAL_SUMS;
            }
        }
    }

    private static void accumulate(double[] x, double[] y, int length, double[] sums, int at) {
        double s0 = sums[at];
        double s1 = sums[at + 1];
        double s2 = sums[at + 2];
        double s3 = sums[at + 3];
        double s4 = sums[at + 4];
        double s5 = sums[at + 5];
        double s6 = sums[at + 6];
        double s7 = sums[at + 7];
        int bound = length - length % ElementaryKernel.PARTIAL_SUMS;
        for (int t = 0; t < bound; t += ElementaryKernel.PARTIAL_SUMS) {
            s0 = MultiplyAdd.of(x[t], y[t], s0);
            s1 = MultiplyAdd.of(x[t + 1], y[t + 1], s1);
            s2 = MultiplyAdd.of(x[t + 2], y[t + 2], s2);
            s3 = MultiplyAdd.of(x[t + 3], y[t + 3], s3);
            s4 = MultiplyAdd.of(x[t + 4], y[t + 4], s4);
            s5 = MultiplyAdd.of(x[t + 5], y[t + 5], s5);
            s6 = MultiplyAdd.of(x[t + 6], y[t + 6], s6);
            s7 = MultiplyAdd.of(x[t + 7], y[t + 7], s7);
        }
        sums[at] = s0;
        sums[at + 1] = s1;
        sums[at + 2] = s2;
        sums[at + 3] = s3;
        sums[at + 4] = s4;
        sums[at + 5] = s5;
        sums[at + 6] = s6;
        sums[at + 7] = s7;
        for (int t = bound; t < length; t++) {
            sums[at + t - bound] = MultiplyAdd.of(x[t], y[t], sums[at + t - bound]);
        }
    }
}
