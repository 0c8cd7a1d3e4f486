package org.modewise.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.core.internal.elementary.ElementaryKernel;

/**
 * Sums of products of rows, two rows by four at a time: eight sums stay in registers, and six loads feed them. Partial sums
 * beyond the lanes of a vector take another pass.
 */
final class VectorScalarProducts {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;
    private static final int SUMS = ElementaryKernel.PARTIAL_SUMS;

    private VectorScalarProducts() {}

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
        int bound = length - length % SUMS;
        for (int j = 0; j < lefts; j += 2) {
            boolean two = j + 1 < lefts;
            double[] x0 = left[fromLeft + j];
            double[] x1 = two ? left[fromLeft + j + 1] : x0;
            int row = at + j * rights * SUMS;
            int next = row + rights * SUMS;
            int i = 0;
            for (; two && i + 4 <= rights; i += 4) {
                twoByFour(x0, x1, right, fromRight + i, bound, sums, row + i * SUMS, next + i * SUMS);
            }
            for (; i < rights; i++) {
                double[] y = right[fromRight + i];
                one(x0, y, bound, sums, row + i * SUMS);
                if (two) {
                    one(x1, y, bound, sums, next + i * SUMS);
                }
            }
        }
        if (bound < length) {
            tails(left, fromLeft, lefts, right, fromRight, rights, bound, length, sums, at);
        }
    }

    private static void one(double[] x, double[] y, int bound, double[] sums, int at) {
        for (int lane = 0; lane < SUMS; lane += SPECIES.length()) {
            DoubleVector sum = DoubleVector.fromArray(SPECIES, sums, at + lane);
            for (int t = lane; t < bound; t += SUMS) {
                sum = sum.add(DoubleVector.fromArray(SPECIES, x, t).mul(DoubleVector.fromArray(SPECIES, y, t)));
            }
            sum.intoArray(sums, at + lane);
        }
    }

    private static void twoByFour(
            double[] x0, double[] x1, double[][] right, int from, int bound, double[] sums, int row, int next) {
        double[] y0 = right[from];
        double[] y1 = right[from + 1];
        double[] y2 = right[from + 2];
        double[] y3 = right[from + 3];
        for (int lane = 0; lane < SUMS; lane += SPECIES.length()) {
            DoubleVector s00 = DoubleVector.fromArray(SPECIES, sums, row + lane);
            DoubleVector s01 = DoubleVector.fromArray(SPECIES, sums, row + lane + SUMS);
            DoubleVector s02 = DoubleVector.fromArray(SPECIES, sums, row + lane + 2 * SUMS);
            DoubleVector s03 = DoubleVector.fromArray(SPECIES, sums, row + lane + 3 * SUMS);
            DoubleVector s10 = DoubleVector.fromArray(SPECIES, sums, next + lane);
            DoubleVector s11 = DoubleVector.fromArray(SPECIES, sums, next + lane + SUMS);
            DoubleVector s12 = DoubleVector.fromArray(SPECIES, sums, next + lane + 2 * SUMS);
            DoubleVector s13 = DoubleVector.fromArray(SPECIES, sums, next + lane + 3 * SUMS);
            for (int t = lane; t < bound; t += SUMS) {
                DoubleVector a = DoubleVector.fromArray(SPECIES, x0, t);
                DoubleVector b = DoubleVector.fromArray(SPECIES, x1, t);
                DoubleVector c0 = DoubleVector.fromArray(SPECIES, y0, t);
                DoubleVector c1 = DoubleVector.fromArray(SPECIES, y1, t);
                DoubleVector c2 = DoubleVector.fromArray(SPECIES, y2, t);
                DoubleVector c3 = DoubleVector.fromArray(SPECIES, y3, t);
                s00 = s00.add(a.mul(c0));
                s01 = s01.add(a.mul(c1));
                s02 = s02.add(a.mul(c2));
                s03 = s03.add(a.mul(c3));
                s10 = s10.add(b.mul(c0));
                s11 = s11.add(b.mul(c1));
                s12 = s12.add(b.mul(c2));
                s13 = s13.add(b.mul(c3));
            }
            s00.intoArray(sums, row + lane);
            s01.intoArray(sums, row + lane + SUMS);
            s02.intoArray(sums, row + lane + 2 * SUMS);
            s03.intoArray(sums, row + lane + 3 * SUMS);
            s10.intoArray(sums, next + lane);
            s11.intoArray(sums, next + lane + SUMS);
            s12.intoArray(sums, next + lane + 2 * SUMS);
            s13.intoArray(sums, next + lane + 3 * SUMS);
        }
    }

    /** What is left of each row goes to the first partial sums. */
    private static void tails(
            double[][] left,
            int fromLeft,
            int lefts,
            double[][] right,
            int fromRight,
            int rights,
            int bound,
            int length,
            double[] sums,
            int at) {
        for (int j = 0; j < lefts; j++) {
            for (int i = 0; i < rights; i++) {
                for (int t = bound; t < length; t++) {
                    sums[at + (j * rights + i) * SUMS + t - bound] += left[fromLeft + j][t] * right[fromRight + i][t];
                }
            }
        }
    }
}
