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

    static void transpose(
            double[] from,
            int aAt,
            int aRow,
            int aStep,
            double fa,
            int bAt,
            int bRow,
            int bStep,
            double fb,
            double[] to,
            int at,
            int line,
            int step,
            int count) {
        for (int i = 0; i < count; i++) {
            int a = aAt + i * aStep;
            int b = bAt + i * bStep;
            DoubleVector a0 = DoubleVector.fromArray(SPECIES, from, a).mul(fa);
            DoubleVector s0 = DoubleVector.fromArray(SPECIES, from, b).mul(fb).add(a0);
            DoubleVector a1 = DoubleVector.fromArray(SPECIES, from, a + aRow).mul(fa);
            DoubleVector s1 =
                    DoubleVector.fromArray(SPECIES, from, b + bRow).mul(fb).add(a1);
            DoubleVector a2 =
                    DoubleVector.fromArray(SPECIES, from, a + 2 * aRow).mul(fa);
            DoubleVector s2 =
                    DoubleVector.fromArray(SPECIES, from, b + 2 * bRow).mul(fb).add(a2);
            DoubleVector a3 =
                    DoubleVector.fromArray(SPECIES, from, a + 3 * aRow).mul(fa);
            DoubleVector s3 =
                    DoubleVector.fromArray(SPECIES, from, b + 3 * bRow).mul(fb).add(a3);
            DoubleVector a4 =
                    DoubleVector.fromArray(SPECIES, from, a + 4 * aRow).mul(fa);
            DoubleVector s4 =
                    DoubleVector.fromArray(SPECIES, from, b + 4 * bRow).mul(fb).add(a4);
            DoubleVector a5 =
                    DoubleVector.fromArray(SPECIES, from, a + 5 * aRow).mul(fa);
            DoubleVector s5 =
                    DoubleVector.fromArray(SPECIES, from, b + 5 * bRow).mul(fb).add(a5);
            DoubleVector a6 =
                    DoubleVector.fromArray(SPECIES, from, a + 6 * aRow).mul(fa);
            DoubleVector s6 =
                    DoubleVector.fromArray(SPECIES, from, b + 6 * bRow).mul(fb).add(a6);
            DoubleVector a7 =
                    DoubleVector.fromArray(SPECIES, from, a + 7 * aRow).mul(fa);
            DoubleVector s7 =
                    DoubleVector.fromArray(SPECIES, from, b + 7 * bRow).mul(fb).add(a7);
            DoubleVector p0 = s0.blend(s1.rearrange(BY_1), ODD_1);
            DoubleVector p1 = s0.rearrange(BY_1).blend(s1, ODD_1);
            DoubleVector p2 = s2.blend(s3.rearrange(BY_1), ODD_1);
            DoubleVector p3 = s2.rearrange(BY_1).blend(s3, ODD_1);
            DoubleVector p4 = s4.blend(s5.rearrange(BY_1), ODD_1);
            DoubleVector p5 = s4.rearrange(BY_1).blend(s5, ODD_1);
            DoubleVector p6 = s6.blend(s7.rearrange(BY_1), ODD_1);
            DoubleVector p7 = s6.rearrange(BY_1).blend(s7, ODD_1);
            DoubleVector q0 = p0.blend(p2.rearrange(BY_2), ODD_2);
            DoubleVector q2 = p0.rearrange(BY_2).blend(p2, ODD_2);
            DoubleVector q1 = p1.blend(p3.rearrange(BY_2), ODD_2);
            DoubleVector q3 = p1.rearrange(BY_2).blend(p3, ODD_2);
            DoubleVector q4 = p4.blend(p6.rearrange(BY_2), ODD_2);
            DoubleVector q6 = p4.rearrange(BY_2).blend(p6, ODD_2);
            DoubleVector q5 = p5.blend(p7.rearrange(BY_2), ODD_2);
            DoubleVector q7 = p5.rearrange(BY_2).blend(p7, ODD_2);
            DoubleVector r0 = q0.blend(q4.rearrange(BY_4), ODD_4);
            DoubleVector r4 = q0.rearrange(BY_4).blend(q4, ODD_4);
            DoubleVector r1 = q1.blend(q5.rearrange(BY_4), ODD_4);
            DoubleVector r5 = q1.rearrange(BY_4).blend(q5, ODD_4);
            DoubleVector r2 = q2.blend(q6.rearrange(BY_4), ODD_4);
            DoubleVector r6 = q2.rearrange(BY_4).blend(q6, ODD_4);
            DoubleVector r3 = q3.blend(q7.rearrange(BY_4), ODD_4);
            DoubleVector r7 = q3.rearrange(BY_4).blend(q7, ODD_4);
            int c = at + i * step;
            r0.intoArray(to, c);
            r1.intoArray(to, c + line);
            r2.intoArray(to, c + 2 * line);
            r3.intoArray(to, c + 3 * line);
            r4.intoArray(to, c + 4 * line);
            r5.intoArray(to, c + 5 * line);
            r6.intoArray(to, c + 6 * line);
            r7.intoArray(to, c + 7 * line);
        }
    }
}
