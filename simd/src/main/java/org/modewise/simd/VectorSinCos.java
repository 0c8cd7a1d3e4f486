package org.modewise.simd;

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

    private VectorSinCos() {}

    static void apply(double[] x, int from, double[] sin, double[] cos, int to, int length) {
        int bound = Lanes.bound(length);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + i);
            if (!v.abs().compare(LE, SinCos.LIMIT).allTrue()) {
                ScalarElementaryKernel.INSTANCE.sinCos(x, from + i, sin, cos, to + i, SPECIES.length());
                continue;
            }
            DoubleVector rounded = v.mul(SinCos.TWO_OVER_PI).add(SinCos.ROUNDING);
            DoubleVector k = rounded.sub(SinCos.ROUNDING);
            DoubleVector near = v.sub(k.mul(SinCos.PI1));
            DoubleVector second = k.mul(SinCos.PI2);
            DoubleVector most = near.sub(second);
            DoubleVector rest = k.mul(SinCos.PI3).sub(near.sub(most).sub(second));
            DoubleVector r = most.sub(rest);
            DoubleVector excess = rest.sub(most.sub(r));

            DoubleVector z = r.mul(r);
            DoubleVector w = z.mul(z);
            DoubleVector h = z.mul(0.5);
            DoubleVector c = DoubleVector.broadcast(SPECIES, 1).sub(h);
            DoubleVector sineTail = z.mul(SinCos.S7)
                    .add(SinCos.S5)
                    .add(w.mul(z.mul(SinCos.S11).add(SinCos.S9).add(w.mul(SinCos.S13))));
            DoubleVector sine =
                    r.sub(excess.mul(c).sub(z.mul(r).mul(z.mul(sineTail).add(SinCos.S3))));
            DoubleVector cosineTail = z.mul(SinCos.C6)
                    .add(SinCos.C4)
                    .add(w.mul(z.mul(SinCos.C10)
                            .add(SinCos.C8)
                            .add(w.mul(z.mul(SinCos.C14).add(SinCos.C12)))));
            DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
            DoubleVector cosine = c.add(one.sub(c).sub(h).add(w.mul(cosineTail).add(r.mul(excess))));

            LongVector quadrant = rounded.reinterpretAsLongs();
            LongVector sineBits = sine.reinterpretAsLongs();
            LongVector cosineBits = cosine.reinterpretAsLongs();
            LongVector swapped =
                    sineBits.lanewise(XOR, cosineBits).and(quadrant.and(1).neg());
            sineBits.lanewise(XOR, swapped)
                    .lanewise(XOR, quadrant.and(2).lanewise(LSHL, SinCos.TO_SIGN))
                    .reinterpretAsDoubles()
                    .intoArray(sin, to + i);
            cosineBits
                    .lanewise(XOR, swapped)
                    .lanewise(XOR, quadrant.add(1).and(2).lanewise(LSHL, SinCos.TO_SIGN))
                    .reinterpretAsDoubles()
                    .intoArray(cos, to + i);
        }
        ScalarElementaryKernel.INSTANCE.sinCos(x, from + bound, sin, cos, to + bound, length - bound);
    }
}
