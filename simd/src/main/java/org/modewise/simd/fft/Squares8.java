package org.modewise.simd.fft;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.simd.Lanes;

/**
 * {@link Squares} for vectors of eight lanes, transposed in registers: step by step, neighbouring vectors 1, 2 … lanes
 * apart exchange every other lane. To be touched only on machines with such vectors.
 */
final class Squares8 {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;
    private static final VectorShuffle<Double> BY_1 = VectorShuffle.fromOp(SPECIES, lane -> lane ^ 1);
    private static final VectorShuffle<Double> BY_2 = VectorShuffle.fromOp(SPECIES, lane -> lane ^ 2);
    private static final VectorShuffle<Double> BY_4 = VectorShuffle.fromOp(SPECIES, lane -> lane ^ 4);
    private static final VectorMask<Double> ODD_1 = VectorMask.fromLong(SPECIES, 0xAA);
    private static final VectorMask<Double> ODD_2 = VectorMask.fromLong(SPECIES, 0xCC);
    private static final VectorMask<Double> ODD_4 = VectorMask.fromLong(SPECIES, 0xF0);

    private Squares8() {}

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
            int z = zAt + i * 8 * row;
            int w = wAt - i * 8 * row;
            int s = sumAt + i * step;
            int d = differenceAt + i * step;
            DoubleVector z0 = DoubleVector.fromArray(SPECIES, rows, z);
            DoubleVector z1 = DoubleVector.fromArray(SPECIES, rows, z + row);
            DoubleVector z2 = DoubleVector.fromArray(SPECIES, rows, z + 2 * row);
            DoubleVector z3 = DoubleVector.fromArray(SPECIES, rows, z + 3 * row);
            DoubleVector z4 = DoubleVector.fromArray(SPECIES, rows, z + 4 * row);
            DoubleVector z5 = DoubleVector.fromArray(SPECIES, rows, z + 5 * row);
            DoubleVector z6 = DoubleVector.fromArray(SPECIES, rows, z + 6 * row);
            DoubleVector z7 = DoubleVector.fromArray(SPECIES, rows, z + 7 * row);
            DoubleVector w0 = DoubleVector.fromArray(SPECIES, rows, w);
            DoubleVector w1 = DoubleVector.fromArray(SPECIES, rows, w - row);
            DoubleVector w2 = DoubleVector.fromArray(SPECIES, rows, w - 2 * row);
            DoubleVector w3 = DoubleVector.fromArray(SPECIES, rows, w - 3 * row);
            DoubleVector w4 = DoubleVector.fromArray(SPECIES, rows, w - 4 * row);
            DoubleVector w5 = DoubleVector.fromArray(SPECIES, rows, w - 5 * row);
            DoubleVector w6 = DoubleVector.fromArray(SPECIES, rows, w - 6 * row);
            DoubleVector w7 = DoubleVector.fromArray(SPECIES, rows, w - 7 * row);
            DoubleVector s0 = z0.add(w0).mul(0.5);
            DoubleVector s1 = z1.add(w1).mul(0.5);
            DoubleVector s2 = z2.add(w2).mul(0.5);
            DoubleVector s3 = z3.add(w3).mul(0.5);
            DoubleVector s4 = z4.add(w4).mul(0.5);
            DoubleVector s5 = z5.add(w5).mul(0.5);
            DoubleVector s6 = z6.add(w6).mul(0.5);
            DoubleVector s7 = z7.add(w7).mul(0.5);
            DoubleVector sp0 = s0.blend(s1.rearrange(BY_1), ODD_1);
            DoubleVector sp1 = s0.rearrange(BY_1).blend(s1, ODD_1);
            DoubleVector sp2 = s2.blend(s3.rearrange(BY_1), ODD_1);
            DoubleVector sp3 = s2.rearrange(BY_1).blend(s3, ODD_1);
            DoubleVector sp4 = s4.blend(s5.rearrange(BY_1), ODD_1);
            DoubleVector sp5 = s4.rearrange(BY_1).blend(s5, ODD_1);
            DoubleVector sp6 = s6.blend(s7.rearrange(BY_1), ODD_1);
            DoubleVector sp7 = s6.rearrange(BY_1).blend(s7, ODD_1);
            DoubleVector sq0 = sp0.blend(sp2.rearrange(BY_2), ODD_2);
            DoubleVector sq2 = sp0.rearrange(BY_2).blend(sp2, ODD_2);
            DoubleVector sq1 = sp1.blend(sp3.rearrange(BY_2), ODD_2);
            DoubleVector sq3 = sp1.rearrange(BY_2).blend(sp3, ODD_2);
            DoubleVector sq4 = sp4.blend(sp6.rearrange(BY_2), ODD_2);
            DoubleVector sq6 = sp4.rearrange(BY_2).blend(sp6, ODD_2);
            DoubleVector sq5 = sp5.blend(sp7.rearrange(BY_2), ODD_2);
            DoubleVector sq7 = sp5.rearrange(BY_2).blend(sp7, ODD_2);
            DoubleVector sr0 = sq0.blend(sq4.rearrange(BY_4), ODD_4);
            DoubleVector sr4 = sq0.rearrange(BY_4).blend(sq4, ODD_4);
            DoubleVector sr1 = sq1.blend(sq5.rearrange(BY_4), ODD_4);
            DoubleVector sr5 = sq1.rearrange(BY_4).blend(sq5, ODD_4);
            DoubleVector sr2 = sq2.blend(sq6.rearrange(BY_4), ODD_4);
            DoubleVector sr6 = sq2.rearrange(BY_4).blend(sq6, ODD_4);
            DoubleVector sr3 = sq3.blend(sq7.rearrange(BY_4), ODD_4);
            DoubleVector sr7 = sq3.rearrange(BY_4).blend(sq7, ODD_4);
            sr0.intoArray(lines, s);
            sr1.intoArray(lines, s + line);
            sr2.intoArray(lines, s + 2 * line);
            sr3.intoArray(lines, s + 3 * line);
            sr4.intoArray(lines, s + 4 * line);
            sr5.intoArray(lines, s + 5 * line);
            sr6.intoArray(lines, s + 6 * line);
            sr7.intoArray(lines, s + 7 * line);
            DoubleVector d0 = w0.sub(z0).mul(0.5);
            DoubleVector d1 = w1.sub(z1).mul(0.5);
            DoubleVector d2 = w2.sub(z2).mul(0.5);
            DoubleVector d3 = w3.sub(z3).mul(0.5);
            DoubleVector d4 = w4.sub(z4).mul(0.5);
            DoubleVector d5 = w5.sub(z5).mul(0.5);
            DoubleVector d6 = w6.sub(z6).mul(0.5);
            DoubleVector d7 = w7.sub(z7).mul(0.5);
            DoubleVector dp0 = d0.blend(d1.rearrange(BY_1), ODD_1);
            DoubleVector dp1 = d0.rearrange(BY_1).blend(d1, ODD_1);
            DoubleVector dp2 = d2.blend(d3.rearrange(BY_1), ODD_1);
            DoubleVector dp3 = d2.rearrange(BY_1).blend(d3, ODD_1);
            DoubleVector dp4 = d4.blend(d5.rearrange(BY_1), ODD_1);
            DoubleVector dp5 = d4.rearrange(BY_1).blend(d5, ODD_1);
            DoubleVector dp6 = d6.blend(d7.rearrange(BY_1), ODD_1);
            DoubleVector dp7 = d6.rearrange(BY_1).blend(d7, ODD_1);
            DoubleVector dq0 = dp0.blend(dp2.rearrange(BY_2), ODD_2);
            DoubleVector dq2 = dp0.rearrange(BY_2).blend(dp2, ODD_2);
            DoubleVector dq1 = dp1.blend(dp3.rearrange(BY_2), ODD_2);
            DoubleVector dq3 = dp1.rearrange(BY_2).blend(dp3, ODD_2);
            DoubleVector dq4 = dp4.blend(dp6.rearrange(BY_2), ODD_2);
            DoubleVector dq6 = dp4.rearrange(BY_2).blend(dp6, ODD_2);
            DoubleVector dq5 = dp5.blend(dp7.rearrange(BY_2), ODD_2);
            DoubleVector dq7 = dp5.rearrange(BY_2).blend(dp7, ODD_2);
            DoubleVector dr0 = dq0.blend(dq4.rearrange(BY_4), ODD_4);
            DoubleVector dr4 = dq0.rearrange(BY_4).blend(dq4, ODD_4);
            DoubleVector dr1 = dq1.blend(dq5.rearrange(BY_4), ODD_4);
            DoubleVector dr5 = dq1.rearrange(BY_4).blend(dq5, ODD_4);
            DoubleVector dr2 = dq2.blend(dq6.rearrange(BY_4), ODD_4);
            DoubleVector dr6 = dq2.rearrange(BY_4).blend(dq6, ODD_4);
            DoubleVector dr3 = dq3.blend(dq7.rearrange(BY_4), ODD_4);
            DoubleVector dr7 = dq3.rearrange(BY_4).blend(dq7, ODD_4);
            dr0.intoArray(lines, d);
            dr1.intoArray(lines, d + line);
            dr2.intoArray(lines, d + 2 * line);
            dr3.intoArray(lines, d + 3 * line);
            dr4.intoArray(lines, d + 4 * line);
            dr5.intoArray(lines, d + 5 * line);
            dr6.intoArray(lines, d + 6 * line);
            dr7.intoArray(lines, d + 7 * line);
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
            DoubleVector a4 =
                    DoubleVector.fromArray(SPECIES, lines, a + 4 * line).mul(scale);
            DoubleVector a5 =
                    DoubleVector.fromArray(SPECIES, lines, a + 5 * line).mul(scale);
            DoubleVector a6 =
                    DoubleVector.fromArray(SPECIES, lines, a + 6 * line).mul(scale);
            DoubleVector a7 =
                    DoubleVector.fromArray(SPECIES, lines, a + 7 * line).mul(scale);
            DoubleVector ap0 = a0.blend(a1.rearrange(BY_1), ODD_1);
            DoubleVector ap1 = a0.rearrange(BY_1).blend(a1, ODD_1);
            DoubleVector ap2 = a2.blend(a3.rearrange(BY_1), ODD_1);
            DoubleVector ap3 = a2.rearrange(BY_1).blend(a3, ODD_1);
            DoubleVector ap4 = a4.blend(a5.rearrange(BY_1), ODD_1);
            DoubleVector ap5 = a4.rearrange(BY_1).blend(a5, ODD_1);
            DoubleVector ap6 = a6.blend(a7.rearrange(BY_1), ODD_1);
            DoubleVector ap7 = a6.rearrange(BY_1).blend(a7, ODD_1);
            DoubleVector aq0 = ap0.blend(ap2.rearrange(BY_2), ODD_2);
            DoubleVector aq2 = ap0.rearrange(BY_2).blend(ap2, ODD_2);
            DoubleVector aq1 = ap1.blend(ap3.rearrange(BY_2), ODD_2);
            DoubleVector aq3 = ap1.rearrange(BY_2).blend(ap3, ODD_2);
            DoubleVector aq4 = ap4.blend(ap6.rearrange(BY_2), ODD_2);
            DoubleVector aq6 = ap4.rearrange(BY_2).blend(ap6, ODD_2);
            DoubleVector aq5 = ap5.blend(ap7.rearrange(BY_2), ODD_2);
            DoubleVector aq7 = ap5.rearrange(BY_2).blend(ap7, ODD_2);
            DoubleVector ar0 = aq0.blend(aq4.rearrange(BY_4), ODD_4);
            DoubleVector ar4 = aq0.rearrange(BY_4).blend(aq4, ODD_4);
            DoubleVector ar1 = aq1.blend(aq5.rearrange(BY_4), ODD_4);
            DoubleVector ar5 = aq1.rearrange(BY_4).blend(aq5, ODD_4);
            DoubleVector ar2 = aq2.blend(aq6.rearrange(BY_4), ODD_4);
            DoubleVector ar6 = aq2.rearrange(BY_4).blend(aq6, ODD_4);
            DoubleVector ar3 = aq3.blend(aq7.rearrange(BY_4), ODD_4);
            DoubleVector ar7 = aq3.rearrange(BY_4).blend(aq7, ODD_4);
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, lines, b).mul(scale);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, lines, b + line).mul(scale);
            DoubleVector b2 =
                    DoubleVector.fromArray(SPECIES, lines, b + 2 * line).mul(scale);
            DoubleVector b3 =
                    DoubleVector.fromArray(SPECIES, lines, b + 3 * line).mul(scale);
            DoubleVector b4 =
                    DoubleVector.fromArray(SPECIES, lines, b + 4 * line).mul(scale);
            DoubleVector b5 =
                    DoubleVector.fromArray(SPECIES, lines, b + 5 * line).mul(scale);
            DoubleVector b6 =
                    DoubleVector.fromArray(SPECIES, lines, b + 6 * line).mul(scale);
            DoubleVector b7 =
                    DoubleVector.fromArray(SPECIES, lines, b + 7 * line).mul(scale);
            DoubleVector bp0 = b0.blend(b1.rearrange(BY_1), ODD_1);
            DoubleVector bp1 = b0.rearrange(BY_1).blend(b1, ODD_1);
            DoubleVector bp2 = b2.blend(b3.rearrange(BY_1), ODD_1);
            DoubleVector bp3 = b2.rearrange(BY_1).blend(b3, ODD_1);
            DoubleVector bp4 = b4.blend(b5.rearrange(BY_1), ODD_1);
            DoubleVector bp5 = b4.rearrange(BY_1).blend(b5, ODD_1);
            DoubleVector bp6 = b6.blend(b7.rearrange(BY_1), ODD_1);
            DoubleVector bp7 = b6.rearrange(BY_1).blend(b7, ODD_1);
            DoubleVector bq0 = bp0.blend(bp2.rearrange(BY_2), ODD_2);
            DoubleVector bq2 = bp0.rearrange(BY_2).blend(bp2, ODD_2);
            DoubleVector bq1 = bp1.blend(bp3.rearrange(BY_2), ODD_2);
            DoubleVector bq3 = bp1.rearrange(BY_2).blend(bp3, ODD_2);
            DoubleVector bq4 = bp4.blend(bp6.rearrange(BY_2), ODD_2);
            DoubleVector bq6 = bp4.rearrange(BY_2).blend(bp6, ODD_2);
            DoubleVector bq5 = bp5.blend(bp7.rearrange(BY_2), ODD_2);
            DoubleVector bq7 = bp5.rearrange(BY_2).blend(bp7, ODD_2);
            DoubleVector br0 = bq0.blend(bq4.rearrange(BY_4), ODD_4);
            DoubleVector br4 = bq0.rearrange(BY_4).blend(bq4, ODD_4);
            DoubleVector br1 = bq1.blend(bq5.rearrange(BY_4), ODD_4);
            DoubleVector br5 = bq1.rearrange(BY_4).blend(bq5, ODD_4);
            DoubleVector br2 = bq2.blend(bq6.rearrange(BY_4), ODD_4);
            DoubleVector br6 = bq2.rearrange(BY_4).blend(bq6, ODD_4);
            DoubleVector br3 = bq3.blend(bq7.rearrange(BY_4), ODD_4);
            DoubleVector br7 = bq3.rearrange(BY_4).blend(bq7, ODD_4);
            ar0.sub(br0).intoArray(rows, z);
            ar1.sub(br1).intoArray(rows, z + row);
            ar2.sub(br2).intoArray(rows, z + 2 * row);
            ar3.sub(br3).intoArray(rows, z + 3 * row);
            ar4.sub(br4).intoArray(rows, z + 4 * row);
            ar5.sub(br5).intoArray(rows, z + 5 * row);
            ar6.sub(br6).intoArray(rows, z + 6 * row);
            ar7.sub(br7).intoArray(rows, z + 7 * row);
            ar0.add(br0).intoArray(rows, w);
            ar1.add(br1).intoArray(rows, w - row);
            ar2.add(br2).intoArray(rows, w - 2 * row);
            ar3.add(br3).intoArray(rows, w - 3 * row);
            ar4.add(br4).intoArray(rows, w - 4 * row);
            ar5.add(br5).intoArray(rows, w - 5 * row);
            ar6.add(br6).intoArray(rows, w - 6 * row);
            ar7.add(br7).intoArray(rows, w - 7 * row);
        }
    }
}
