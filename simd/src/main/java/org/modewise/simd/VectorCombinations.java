package org.modewise.simd;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.core.internal.elementary.ScalarElementaryKernel;
import org.modewise.core.internal.elementary.WeightMatrix;

/**
 * Sums of rows with weights, eight sums of two vectors at a time: all sixteen stay in registers, and each vector that is
 * loaded goes into eight. What does not fill a block overlaps the one before, which changes nothing.
 */
final class VectorCombinations {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int POINTS = 2 * LANES;
    private static final int PANEL = WeightMatrix.PANEL;

    private VectorCombinations() {}

    static void apply(
            WeightMatrix matrix,
            boolean offsets,
            double[][] x,
            int fromX,
            double[][] factors,
            double[][] z,
            int fromZ,
            int length) {
        if (matrix.outputs() < PANEL || length < POINTS) {
            ScalarElementaryKernel.INSTANCE.combine(matrix, offsets, x, fromX, factors, z, fromZ, length);
            return;
        }
        for (int panel = 0; panel < matrix.panels(); panel++) {
            int j = matrix.first(panel);
            panel(
                    matrix.numbers(),
                    matrix.start(panel),
                    offsets,
                    x,
                    fromX,
                    matrix.inputs(),
                    factors,
                    j,
                    z,
                    fromZ + j,
                    length);
        }
    }

    private static void panel(
            double[] w,
            int at,
            boolean offsets,
            double[][] x,
            int from,
            int in,
            double[][] factors,
            int factor,
            double[][] z,
            int sum,
            int length) {
        for (int t = 0; t < length; t += POINTS) {
            int t0 = Math.min(t, length - POINTS);
            int t1 = t0 + LANES;
            DoubleVector z00 = broadcast(SPECIES, offsets ? w[at] : 0);
            DoubleVector z10 = broadcast(SPECIES, offsets ? w[at + 1] : 0);
            DoubleVector z20 = broadcast(SPECIES, offsets ? w[at + 2] : 0);
            DoubleVector z30 = broadcast(SPECIES, offsets ? w[at + 3] : 0);
            DoubleVector z40 = broadcast(SPECIES, offsets ? w[at + 4] : 0);
            DoubleVector z50 = broadcast(SPECIES, offsets ? w[at + 5] : 0);
            DoubleVector z60 = broadcast(SPECIES, offsets ? w[at + 6] : 0);
            DoubleVector z70 = broadcast(SPECIES, offsets ? w[at + 7] : 0);
            DoubleVector z01 = z00;
            DoubleVector z11 = z10;
            DoubleVector z21 = z20;
            DoubleVector z31 = z30;
            DoubleVector z41 = z40;
            DoubleVector z51 = z50;
            DoubleVector z61 = z60;
            DoubleVector z71 = z70;
            int first = at + PANEL;
            for (int i = 0; i < in; i++) {
                int next = first + PANEL * i;
                double[] row = x[from + i];
                DoubleVector x0 = fromArray(SPECIES, row, t0);
                DoubleVector x1 = fromArray(SPECIES, row, t1);
                DoubleVector w0 = broadcast(SPECIES, w[next + 0]);
                z00 = x0.fma(w0, z00);
                z01 = x1.fma(w0, z01);
                DoubleVector w1 = broadcast(SPECIES, w[next + 1]);
                z10 = x0.fma(w1, z10);
                z11 = x1.fma(w1, z11);
                DoubleVector w2 = broadcast(SPECIES, w[next + 2]);
                z20 = x0.fma(w2, z20);
                z21 = x1.fma(w2, z21);
                DoubleVector w3 = broadcast(SPECIES, w[next + 3]);
                z30 = x0.fma(w3, z30);
                z31 = x1.fma(w3, z31);
                DoubleVector w4 = broadcast(SPECIES, w[next + 4]);
                z40 = x0.fma(w4, z40);
                z41 = x1.fma(w4, z41);
                DoubleVector w5 = broadcast(SPECIES, w[next + 5]);
                z50 = x0.fma(w5, z50);
                z51 = x1.fma(w5, z51);
                DoubleVector w6 = broadcast(SPECIES, w[next + 6]);
                z60 = x0.fma(w6, z60);
                z61 = x1.fma(w6, z61);
                DoubleVector w7 = broadcast(SPECIES, w[next + 7]);
                z70 = x0.fma(w7, z70);
                z71 = x1.fma(w7, z71);
            }
            if (factors != null) {
                double[] f0 = factors[factor + 0];
                z00 = z00.mul(fromArray(SPECIES, f0, t0));
                z01 = z01.mul(fromArray(SPECIES, f0, t1));
                double[] f1 = factors[factor + 1];
                z10 = z10.mul(fromArray(SPECIES, f1, t0));
                z11 = z11.mul(fromArray(SPECIES, f1, t1));
                double[] f2 = factors[factor + 2];
                z20 = z20.mul(fromArray(SPECIES, f2, t0));
                z21 = z21.mul(fromArray(SPECIES, f2, t1));
                double[] f3 = factors[factor + 3];
                z30 = z30.mul(fromArray(SPECIES, f3, t0));
                z31 = z31.mul(fromArray(SPECIES, f3, t1));
                double[] f4 = factors[factor + 4];
                z40 = z40.mul(fromArray(SPECIES, f4, t0));
                z41 = z41.mul(fromArray(SPECIES, f4, t1));
                double[] f5 = factors[factor + 5];
                z50 = z50.mul(fromArray(SPECIES, f5, t0));
                z51 = z51.mul(fromArray(SPECIES, f5, t1));
                double[] f6 = factors[factor + 6];
                z60 = z60.mul(fromArray(SPECIES, f6, t0));
                z61 = z61.mul(fromArray(SPECIES, f6, t1));
                double[] f7 = factors[factor + 7];
                z70 = z70.mul(fromArray(SPECIES, f7, t0));
                z71 = z71.mul(fromArray(SPECIES, f7, t1));
            }
            double[] sum0 = z[sum + 0];
            z00.intoArray(sum0, t0);
            z01.intoArray(sum0, t1);
            double[] sum1 = z[sum + 1];
            z10.intoArray(sum1, t0);
            z11.intoArray(sum1, t1);
            double[] sum2 = z[sum + 2];
            z20.intoArray(sum2, t0);
            z21.intoArray(sum2, t1);
            double[] sum3 = z[sum + 3];
            z30.intoArray(sum3, t0);
            z31.intoArray(sum3, t1);
            double[] sum4 = z[sum + 4];
            z40.intoArray(sum4, t0);
            z41.intoArray(sum4, t1);
            double[] sum5 = z[sum + 5];
            z50.intoArray(sum5, t0);
            z51.intoArray(sum5, t1);
            double[] sum6 = z[sum + 6];
            z60.intoArray(sum6, t0);
            z61.intoArray(sum6, t1);
            double[] sum7 = z[sum + 7];
            z70.intoArray(sum7, t0);
            z71.intoArray(sum7, t1);
        }
    }
}
