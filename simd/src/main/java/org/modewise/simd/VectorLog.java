package org.modewise.simd;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.OR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.core.internal.elementary.Exp;
import org.modewise.core.internal.elementary.Log;
import org.modewise.core.internal.elementary.ScalarElementaryKernel;

/** {@link Log#of} for positive normal numbers, operation by operation; vectors that hold another go its own way. */
final class VectorLog {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;

    private VectorLog() {}

    static void apply(double[] x, int from, double[] y, int to, int length) {
        int bound = Lanes.bound(length);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + i);
            if (!v.compare(GE, Double.MIN_NORMAL)
                    .and(v.compare(LE, Double.MAX_VALUE))
                    .allTrue()) {
                ScalarElementaryKernel.INSTANCE.log(x, from + i, y, to + i, SPECIES.length());
                continue;
            }
            LongVector bits = v.reinterpretAsLongs().add(Log.TO_EXPONENT);
            DoubleVector f = bits.lanewise(AND, Log.MANTISSA)
                    .add(Log.SQRT_HALF)
                    .reinterpretAsDoubles()
                    .sub(1);
            DoubleVector k = bits.lanewise(LSHR, Log.EXPONENT)
                    .lanewise(OR, Log.INTEGER)
                    .reinterpretAsDoubles()
                    .sub(Log.INTEGER_BIAS);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector w = z.mul(z);
            DoubleVector odd =
                    z.mul(w.mul(w.mul(w.mul(Log.C14).add(Log.C10)).add(Log.C6)).add(Log.C2));
            DoubleVector even = w.mul(w.mul(w.mul(Log.C12).add(Log.C8)).add(Log.C4));
            DoubleVector h = f.mul(0.5).mul(f);
            DoubleVector large = k.mul(Exp.LN2_HIGH);
            DoubleVector sum = large.add(f);
            DoubleVector lost = large.sub(sum).add(f);
            DoubleVector small = s.mul(h.add(odd.add(even))).add(k.mul(Exp.LN2_LOW));
            sum.add(lost.sub(h.sub(small))).intoArray(y, to + i);
        }
        ScalarElementaryKernel.INSTANCE.log(x, from + bound, y, to + bound, length - bound);
    }
}
