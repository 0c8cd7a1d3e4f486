package org.modewise.simd;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.core.internal.elementary.ScalarElementaryKernel;
import org.modewise.core.internal.elementary.SinCos;

/** {@link SinCos} up to its limit, operation by operation; vectors that hold a larger angle go its own way. */
final class VectorSinCos {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();
    /** Angles that are looked at together. */
    private static final int BLOCK = 128;

    private VectorSinCos() {}

    static void apply(double[] x, int from, double[] sin, double[] cos, int to, int length) {
        int bound = Lanes.bound(length);
        for (int i = 0; i < bound; i += BLOCK) {
            int end = Math.min(i + BLOCK, bound);
            if (squaresAreSmall(x, from + i, end - i)) {
                reduced(x, from + i, sin, cos, to + i, end - i);
                continue;
            }
            for (int k = i; k < end; k += LANES) {
                if (fromArray(SPECIES, x, from + k)
                        .abs()
                        .compare(LE, SinCos.LIMIT)
                        .allTrue()) {
                    reduced(x, from + k, sin, cos, to + k, LANES);
                } else {
                    ScalarElementaryKernel.INSTANCE.sinCos(x, from + k, sin, cos, to + k, LANES);
                }
            }
        }
        ScalarElementaryKernel.INSTANCE.sinCos(x, from + bound, sin, cos, to + bound, length - bound);
    }

    /** Whether no angle can be beyond the limit, nor NaN, because even their squares' sums are not. */
    private static boolean squaresAreSmall(double[] x, int from, int length) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int i = from; i < from + length; i += LANES) {
            DoubleVector v = fromArray(SPECIES, x, i);
            sum = v.fma(v, sum);
        }
        return sum.compare(LE, SinCos.LIMIT * SinCos.LIMIT).allTrue();
    }

    private static void reduced(double[] x, int from, double[] sin, double[] cos, int to, int length) {
        for (int i = 0; i < length; i += LANES) {
            DoubleVector v = fromArray(SPECIES, x, from + i);
            DoubleVector rounded = v.fma(broadcast(SPECIES, SinCos.TWO_OVER_PI), broadcast(SPECIES, SinCos.ROUNDING));
            DoubleVector k = rounded.sub(SinCos.ROUNDING);
            DoubleVector near = k.fma(broadcast(SPECIES, -SinCos.PI1), v);
            DoubleVector r = k.fma(broadcast(SPECIES, -SinCos.PI2), near);
            DoubleVector z = r.mul(r);
            DoubleVector sineTail = z.fma(broadcast(SPECIES, SinCos.S13), broadcast(SPECIES, SinCos.S11));
            sineTail = z.fma(sineTail, broadcast(SPECIES, SinCos.S9));
            sineTail = z.fma(sineTail, broadcast(SPECIES, SinCos.S7));
            sineTail = z.fma(sineTail, broadcast(SPECIES, SinCos.S5));
            sineTail = z.fma(sineTail, broadcast(SPECIES, SinCos.S3));
            DoubleVector sine = r.sub(z.mul(r).fma(sineTail, k.mul(SinCos.PI3)));
            DoubleVector cosineTail = z.fma(broadcast(SPECIES, SinCos.C14), broadcast(SPECIES, SinCos.C12));
            cosineTail = z.fma(cosineTail, broadcast(SPECIES, SinCos.C10));
            cosineTail = z.fma(cosineTail, broadcast(SPECIES, SinCos.C8));
            cosineTail = z.fma(cosineTail, broadcast(SPECIES, SinCos.C6));
            cosineTail = z.fma(cosineTail, broadcast(SPECIES, SinCos.C4));
            cosineTail = z.fma(cosineTail, broadcast(SPECIES, -0.5));
            DoubleVector cosine = z.fma(cosineTail, broadcast(SPECIES, 1));

            LongVector quadrant = rounded.reinterpretAsLongs();
            LongVector sineBits = sine.reinterpretAsLongs();
            LongVector cosineBits = cosine.reinterpretAsLongs();
            LongVector odd = quadrant.and(1).neg();
            LongVector swapped = sineBits.lanewise(XOR, cosineBits).and(odd);
            LongVector half = quadrant.lanewise(LSHL, SinCos.TO_SIGN);
            sineBits.lanewise(XOR, swapped)
                    .lanewise(XOR, half.and(Long.MIN_VALUE))
                    .reinterpretAsDoubles()
                    .intoArray(sin, to + i);
            // The cosine changes its sign one quadrant before the sine.
            cosineBits
                    .lanewise(XOR, swapped)
                    .lanewise(XOR, half.lanewise(XOR, odd).and(Long.MIN_VALUE))
                    .reinterpretAsDoubles()
                    .intoArray(cos, to + i);
        }
    }
}
