package org.modewise.simd;

import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.core.internal.elementary.Exp;
import org.modewise.core.internal.elementary.ScalarElementaryKernel;

/** {@link Exp#of}, operation by operation, for what is ordinary or 0; vectors that hold another number go its own way. */
final class VectorExp {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;

    private VectorExp() {}

    static void apply(double[] x, int from, double shift, double[] y, int to, int length) {
        int bound = Lanes.bound(length);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + i).sub(shift);
            VectorMask<Double> none = v.compare(LT, Exp.LOWEST);
            v = v.blend(0, none);
            if (!v.abs().compare(LE, Exp.ORDINARY).allTrue()) {
                ScalarElementaryKernel.INSTANCE.exp(x, from + i, shift, y, to + i, SPECIES.length());
                continue;
            }
            DoubleVector rounded = v.mul(Exp.INVERSE_LN2).add(Exp.ROUNDING);
            DoubleVector k = rounded.sub(Exp.ROUNDING);
            DoubleVector high = v.sub(k.mul(Exp.LN2_HIGH));
            DoubleVector low = k.mul(Exp.LN2_LOW);
            DoubleVector r = high.sub(low);
            DoubleVector lost = high.sub(r).sub(low);
            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector q2 = r.mul(Exp.C3).add(0.5).add(r2.mul(r.mul(Exp.C5).add(Exp.C4)));
            DoubleVector q6 = r.mul(Exp.C7).add(Exp.C6).add(r2.mul(r.mul(Exp.C9).add(Exp.C8)));
            DoubleVector q = q2.add(r4.mul(q6.add(r4.mul(r.mul(Exp.C11).add(Exp.C10)))));
            DoubleVector sum = r.add(1);
            DoubleVector e = sum.add(r.sub(sum.sub(1)).add(lost.add(r2.mul(q))));
            e.mul(rounded.reinterpretAsLongs().lanewise(LSHL, Exp.EXPONENT).reinterpretAsDoubles())
                    .blend(0, none)
                    .intoArray(y, to + i);
        }
        ScalarElementaryKernel.INSTANCE.exp(x, from + bound, shift, y, to + bound, length - bound);
    }
}
