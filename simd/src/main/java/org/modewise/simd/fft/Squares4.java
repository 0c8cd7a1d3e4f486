package org.modewise.simd.fft;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.simd.Lanes;

/**
 * {@link Squares} for vectors of four lanes, transposed in registers: step by step, neighbouring vectors 1, 2 … lanes
 * apart exchange every other lane. To be touched only on machines with such vectors.
 */
final class Squares4 {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;
    private static final VectorShuffle<Double> BY_1 = VectorShuffle.fromOp(SPECIES, lane -> lane ^ 1);
    private static final VectorShuffle<Double> BY_2 = VectorShuffle.fromOp(SPECIES, lane -> lane ^ 2);
    private static final VectorMask<Double> ODD_1 = VectorMask.fromLong(SPECIES, 0xA);
    private static final VectorMask<Double> ODD_2 = VectorMask.fromLong(SPECIES, 0xC);

    private Squares4() {}

    static void separate(
            double[] rows,
            int zAt,
            int wAt,
            int row,
            double[] lines,
            int sumAt,
            int differenceAt,
            int line,
            int step,
            int count) {
        for (int i = 0; i < count; i++) {
            int z = zAt + i * 4 * row;
            int w = wAt - i * 4 * row;
            int s = sumAt + i * step;
            int d = differenceAt + i * step;
            DoubleVector z0 = DoubleVector.fromArray(SPECIES, rows, z);
            DoubleVector z1 = DoubleVector.fromArray(SPECIES, rows, z + row);
            DoubleVector z2 = DoubleVector.fromArray(SPECIES, rows, z + 2 * row);
            DoubleVector z3 = DoubleVector.fromArray(SPECIES, rows, z + 3 * row);
            DoubleVector w0 = DoubleVector.fromArray(SPECIES, rows, w);
            DoubleVector w1 = DoubleVector.fromArray(SPECIES, rows, w - row);
            DoubleVector w2 = DoubleVector.fromArray(SPECIES, rows, w - 2 * row);
            DoubleVector w3 = DoubleVector.fromArray(SPECIES, rows, w - 3 * row);
            DoubleVector s0 = z0.add(w0).mul(0.5);
            DoubleVector s1 = z1.add(w1).mul(0.5);
            DoubleVector s2 = z2.add(w2).mul(0.5);
            DoubleVector s3 = z3.add(w3).mul(0.5);
            DoubleVector sp0 = s0.blend(s1.rearrange(BY_1), ODD_1);
            DoubleVector sp1 = s0.rearrange(BY_1).blend(s1, ODD_1);
            DoubleVector sp2 = s2.blend(s3.rearrange(BY_1), ODD_1);
            DoubleVector sp3 = s2.rearrange(BY_1).blend(s3, ODD_1);
            DoubleVector sq0 = sp0.blend(sp2.rearrange(BY_2), ODD_2);
            DoubleVector sq2 = sp0.rearrange(BY_2).blend(sp2, ODD_2);
            DoubleVector sq1 = sp1.blend(sp3.rearrange(BY_2), ODD_2);
            DoubleVector sq3 = sp1.rearrange(BY_2).blend(sp3, ODD_2);
            sq0.intoArray(lines, s);
            sq1.intoArray(lines, s + line);
            sq2.intoArray(lines, s + 2 * line);
            sq3.intoArray(lines, s + 3 * line);
            DoubleVector d0 = w0.sub(z0).mul(0.5);
            DoubleVector d1 = w1.sub(z1).mul(0.5);
            DoubleVector d2 = w2.sub(z2).mul(0.5);
            DoubleVector d3 = w3.sub(z3).mul(0.5);
            DoubleVector dp0 = d0.blend(d1.rearrange(BY_1), ODD_1);
            DoubleVector dp1 = d0.rearrange(BY_1).blend(d1, ODD_1);
            DoubleVector dp2 = d2.blend(d3.rearrange(BY_1), ODD_1);
            DoubleVector dp3 = d2.rearrange(BY_1).blend(d3, ODD_1);
            DoubleVector dq0 = dp0.blend(dp2.rearrange(BY_2), ODD_2);
            DoubleVector dq2 = dp0.rearrange(BY_2).blend(dp2, ODD_2);
            DoubleVector dq1 = dp1.blend(dp3.rearrange(BY_2), ODD_2);
            DoubleVector dq3 = dp1.rearrange(BY_2).blend(dp3, ODD_2);
            dq0.intoArray(lines, d);
            dq1.intoArray(lines, d + line);
            dq2.intoArray(lines, d + 2 * line);
            dq3.intoArray(lines, d + 3 * line);
        }
    }

    static void join(
            double[] lines,
            int aAt,
            int bAt,
            int line,
            int lineStep,
            double scale,
            double[] rows,
            int zAt,
            int wAt,
            int row,
            int rowStep,
            int count) {
        for (int i = 0; i < count; i++) {
            int a = aAt + i * lineStep;
            int b = bAt + i * lineStep;
            int z = zAt + i * rowStep;
            int w = wAt + i * rowStep;
            DoubleVector a0 = DoubleVector.fromArray(SPECIES, lines, a).mul(scale);
            DoubleVector a1 = DoubleVector.fromArray(SPECIES, lines, a + line).mul(scale);
            DoubleVector a2 =
                    DoubleVector.fromArray(SPECIES, lines, a + 2 * line).mul(scale);
            DoubleVector a3 =
                    DoubleVector.fromArray(SPECIES, lines, a + 3 * line).mul(scale);
            DoubleVector ap0 = a0.blend(a1.rearrange(BY_1), ODD_1);
            DoubleVector ap1 = a0.rearrange(BY_1).blend(a1, ODD_1);
            DoubleVector ap2 = a2.blend(a3.rearrange(BY_1), ODD_1);
            DoubleVector ap3 = a2.rearrange(BY_1).blend(a3, ODD_1);
            DoubleVector aq0 = ap0.blend(ap2.rearrange(BY_2), ODD_2);
            DoubleVector aq2 = ap0.rearrange(BY_2).blend(ap2, ODD_2);
            DoubleVector aq1 = ap1.blend(ap3.rearrange(BY_2), ODD_2);
            DoubleVector aq3 = ap1.rearrange(BY_2).blend(ap3, ODD_2);
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, lines, b).mul(scale);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, lines, b + line).mul(scale);
            DoubleVector b2 =
                    DoubleVector.fromArray(SPECIES, lines, b + 2 * line).mul(scale);
            DoubleVector b3 =
                    DoubleVector.fromArray(SPECIES, lines, b + 3 * line).mul(scale);
            DoubleVector bp0 = b0.blend(b1.rearrange(BY_1), ODD_1);
            DoubleVector bp1 = b0.rearrange(BY_1).blend(b1, ODD_1);
            DoubleVector bp2 = b2.blend(b3.rearrange(BY_1), ODD_1);
            DoubleVector bp3 = b2.rearrange(BY_1).blend(b3, ODD_1);
            DoubleVector bq0 = bp0.blend(bp2.rearrange(BY_2), ODD_2);
            DoubleVector bq2 = bp0.rearrange(BY_2).blend(bp2, ODD_2);
            DoubleVector bq1 = bp1.blend(bp3.rearrange(BY_2), ODD_2);
            DoubleVector bq3 = bp1.rearrange(BY_2).blend(bp3, ODD_2);
            aq0.sub(bq0).intoArray(rows, z);
            aq1.sub(bq1).intoArray(rows, z + row);
            aq2.sub(bq2).intoArray(rows, z + 2 * row);
            aq3.sub(bq3).intoArray(rows, z + 3 * row);
            aq0.add(bq0).intoArray(rows, w);
            aq1.add(bq1).intoArray(rows, w - row);
            aq2.add(bq2).intoArray(rows, w - 2 * row);
            aq3.add(bq3).intoArray(rows, w - 3 * row);
        }
    }
}
