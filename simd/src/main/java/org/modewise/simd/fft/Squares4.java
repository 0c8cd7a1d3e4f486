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
            DoubleVector p0 = s0.blend(s1.rearrange(BY_1), ODD_1);
            DoubleVector p1 = s0.rearrange(BY_1).blend(s1, ODD_1);
            DoubleVector p2 = s2.blend(s3.rearrange(BY_1), ODD_1);
            DoubleVector p3 = s2.rearrange(BY_1).blend(s3, ODD_1);
            DoubleVector q0 = p0.blend(p2.rearrange(BY_2), ODD_2);
            DoubleVector q2 = p0.rearrange(BY_2).blend(p2, ODD_2);
            DoubleVector q1 = p1.blend(p3.rearrange(BY_2), ODD_2);
            DoubleVector q3 = p1.rearrange(BY_2).blend(p3, ODD_2);
            int c = at + i * step;
            q0.intoArray(to, c);
            q1.intoArray(to, c + line);
            q2.intoArray(to, c + 2 * line);
            q3.intoArray(to, c + 3 * line);
        }
    }
}
