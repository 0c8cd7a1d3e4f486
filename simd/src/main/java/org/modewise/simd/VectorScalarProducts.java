package org.modewise.simd;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.core.internal.elementary.ElementaryKernel;

/**
 * Sums of products of rows, four rows by four at a time: sixteen sums stay in registers, and eight loads feed them. Rows
 * that this leaves over go by eight. Partial sums beyond the lanes of a vector take another pass.
 */
final class VectorScalarProducts {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();
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
        int step = rights * SUMS;
        int wholeLefts = lefts - lefts % 4;
        int wholeRights = rights - rights % 4;
        for (int j = 0; j < wholeLefts; j += 4) {
            for (int i = 0; i < wholeRights; i += 4) {
                fourByFour(left, fromLeft + j, right, fromRight + i, bound, sums, at + j * step + i * SUMS, step);
            }
        }
        for (int i = wholeRights; i < rights; i++) {
            byOne(left, fromLeft, wholeLefts, right, fromRight + i, bound, sums, at + i * SUMS, step);
        }
        for (int j = wholeLefts; j < lefts; j++) {
            byOne(right, fromRight, rights, left, fromLeft + j, bound, sums, at + j * step, SUMS);
        }
        if (bound < length) {
            tails(left, fromLeft, lefts, right, fromRight, rights, bound, length, sums, at);
        }
    }

    /** Rows by one other row; so far apart lie their sums. */
    private static void byOne(
            double[][] x, int fromX, int rows, double[][] y, int one, int bound, double[] sums, int at, int step) {
        int j = 0;
        for (; j + 8 <= rows; j += 8) {
            eightByOne(x, fromX + j, y, one, bound, sums, at + j * step, step);
        }
        for (; j < rows; j++) {
            oneByOne(x[fromX + j], y[one], bound, sums, at + j * step);
        }
    }

    private static void oneByOne(double[] x, double[] y, int bound, double[] sums, int at) {
        for (int lane = 0; lane < SUMS; lane += LANES) {
            DoubleVector sum = fromArray(SPECIES, sums, at + lane);
            for (int t = lane; t < bound; t += SUMS) {
                sum = fromArray(SPECIES, x, t).fma(fromArray(SPECIES, y, t), sum);
            }
            sum.intoArray(sums, at + lane);
        }
    }

    private static void eightByOne(
            double[][] left,
            int fromLeft,
            double[][] right,
            int fromRight,
            int bound,
            double[] sums,
            int at,
            int step) {
        double[] x0 = left[fromLeft + 0];
        double[] x1 = left[fromLeft + 1];
        double[] x2 = left[fromLeft + 2];
        double[] x3 = left[fromLeft + 3];
        double[] x4 = left[fromLeft + 4];
        double[] x5 = left[fromLeft + 5];
        double[] x6 = left[fromLeft + 6];
        double[] x7 = left[fromLeft + 7];
        double[] y = right[fromRight];
        for (int lane = 0; lane < SUMS; lane += LANES) {
            int row0 = at + lane;
            int row1 = row0 + step;
            int row2 = row1 + step;
            int row3 = row2 + step;
            int row4 = row3 + step;
            int row5 = row4 + step;
            int row6 = row5 + step;
            int row7 = row6 + step;
            DoubleVector s0 = fromArray(SPECIES, sums, row0);
            DoubleVector s1 = fromArray(SPECIES, sums, row1);
            DoubleVector s2 = fromArray(SPECIES, sums, row2);
            DoubleVector s3 = fromArray(SPECIES, sums, row3);
            DoubleVector s4 = fromArray(SPECIES, sums, row4);
            DoubleVector s5 = fromArray(SPECIES, sums, row5);
            DoubleVector s6 = fromArray(SPECIES, sums, row6);
            DoubleVector s7 = fromArray(SPECIES, sums, row7);
            for (int t = lane; t < bound; t += SUMS) {
                DoubleVector b = fromArray(SPECIES, y, t);
                s0 = fromArray(SPECIES, x0, t).fma(b, s0);
                s1 = fromArray(SPECIES, x1, t).fma(b, s1);
                s2 = fromArray(SPECIES, x2, t).fma(b, s2);
                s3 = fromArray(SPECIES, x3, t).fma(b, s3);
                s4 = fromArray(SPECIES, x4, t).fma(b, s4);
                s5 = fromArray(SPECIES, x5, t).fma(b, s5);
                s6 = fromArray(SPECIES, x6, t).fma(b, s6);
                s7 = fromArray(SPECIES, x7, t).fma(b, s7);
            }
            s0.intoArray(sums, row0);
            s1.intoArray(sums, row1);
            s2.intoArray(sums, row2);
            s3.intoArray(sums, row3);
            s4.intoArray(sums, row4);
            s5.intoArray(sums, row5);
            s6.intoArray(sums, row6);
            s7.intoArray(sums, row7);
        }
    }

    private static void fourByFour(
            double[][] left,
            int fromLeft,
            double[][] right,
            int fromRight,
            int bound,
            double[] sums,
            int at,
            int step) {
        double[] x0 = left[fromLeft + 0];
        double[] x1 = left[fromLeft + 1];
        double[] x2 = left[fromLeft + 2];
        double[] x3 = left[fromLeft + 3];
        double[] y0 = right[fromRight + 0];
        double[] y1 = right[fromRight + 1];
        double[] y2 = right[fromRight + 2];
        double[] y3 = right[fromRight + 3];
        for (int lane = 0; lane < SUMS; lane += LANES) {
            int row0 = at + lane;
            int row1 = row0 + step;
            int row2 = row1 + step;
            int row3 = row2 + step;
            DoubleVector s00 = fromArray(SPECIES, sums, row0);
            DoubleVector s01 = fromArray(SPECIES, sums, row0 + 1 * SUMS);
            DoubleVector s02 = fromArray(SPECIES, sums, row0 + 2 * SUMS);
            DoubleVector s03 = fromArray(SPECIES, sums, row0 + 3 * SUMS);
            DoubleVector s10 = fromArray(SPECIES, sums, row1);
            DoubleVector s11 = fromArray(SPECIES, sums, row1 + 1 * SUMS);
            DoubleVector s12 = fromArray(SPECIES, sums, row1 + 2 * SUMS);
            DoubleVector s13 = fromArray(SPECIES, sums, row1 + 3 * SUMS);
            DoubleVector s20 = fromArray(SPECIES, sums, row2);
            DoubleVector s21 = fromArray(SPECIES, sums, row2 + 1 * SUMS);
            DoubleVector s22 = fromArray(SPECIES, sums, row2 + 2 * SUMS);
            DoubleVector s23 = fromArray(SPECIES, sums, row2 + 3 * SUMS);
            DoubleVector s30 = fromArray(SPECIES, sums, row3);
            DoubleVector s31 = fromArray(SPECIES, sums, row3 + 1 * SUMS);
            DoubleVector s32 = fromArray(SPECIES, sums, row3 + 2 * SUMS);
            DoubleVector s33 = fromArray(SPECIES, sums, row3 + 3 * SUMS);
            for (int t = lane; t < bound; t += SUMS) {
                DoubleVector a0 = fromArray(SPECIES, x0, t);
                DoubleVector a1 = fromArray(SPECIES, x1, t);
                DoubleVector a2 = fromArray(SPECIES, x2, t);
                DoubleVector a3 = fromArray(SPECIES, x3, t);
                DoubleVector b0 = fromArray(SPECIES, y0, t);
                s00 = a0.fma(b0, s00);
                s10 = a1.fma(b0, s10);
                s20 = a2.fma(b0, s20);
                s30 = a3.fma(b0, s30);
                DoubleVector b1 = fromArray(SPECIES, y1, t);
                s01 = a0.fma(b1, s01);
                s11 = a1.fma(b1, s11);
                s21 = a2.fma(b1, s21);
                s31 = a3.fma(b1, s31);
                DoubleVector b2 = fromArray(SPECIES, y2, t);
                s02 = a0.fma(b2, s02);
                s12 = a1.fma(b2, s12);
                s22 = a2.fma(b2, s22);
                s32 = a3.fma(b2, s32);
                DoubleVector b3 = fromArray(SPECIES, y3, t);
                s03 = a0.fma(b3, s03);
                s13 = a1.fma(b3, s13);
                s23 = a2.fma(b3, s23);
                s33 = a3.fma(b3, s33);
            }
            s00.intoArray(sums, row0);
            s01.intoArray(sums, row0 + 1 * SUMS);
            s02.intoArray(sums, row0 + 2 * SUMS);
            s03.intoArray(sums, row0 + 3 * SUMS);
            s10.intoArray(sums, row1);
            s11.intoArray(sums, row1 + 1 * SUMS);
            s12.intoArray(sums, row1 + 2 * SUMS);
            s13.intoArray(sums, row1 + 3 * SUMS);
            s20.intoArray(sums, row2);
            s21.intoArray(sums, row2 + 1 * SUMS);
            s22.intoArray(sums, row2 + 2 * SUMS);
            s23.intoArray(sums, row2 + 3 * SUMS);
            s30.intoArray(sums, row3);
            s31.intoArray(sums, row3 + 1 * SUMS);
            s32.intoArray(sums, row3 + 2 * SUMS);
            s33.intoArray(sums, row3 + 3 * SUMS);
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
                    int s = at + (j * rights + i) * SUMS + t - bound;
                    sums[s] = Math.fma(left[fromLeft + j][t], right[fromRight + i][t], sums[s]);
                }
            }
        }
    }
}
