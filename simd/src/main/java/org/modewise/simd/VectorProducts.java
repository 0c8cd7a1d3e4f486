package org.modewise.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.core.internal.elementary.ScalarElementaryKernel;

/** Products of two ranges, wherever each starts. */
final class VectorProducts {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;

    private VectorProducts() {}

    static void apply(double[] x, int from, double[] z, int at, double[] y, int to, int length) {
        int bound = Lanes.bound(length);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, from + i)
                    .mul(DoubleVector.fromArray(SPECIES, z, at + i))
                    .intoArray(y, to + i);
        }
        ScalarElementaryKernel.INSTANCE.multiply(x, from + bound, z, at + bound, y, to + bound, length - bound);
    }
}
