package org.modewise.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.core.internal.elementary.ElementaryKernel;

/** Reductions in an order that does not depend on the number of lanes. */
final class VectorSums {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;

    private VectorSums() {}

    static double max(double[] x, int from, int length) {
        int bound = Lanes.bound(length);
        DoubleVector lanes = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            lanes = lanes.max(DoubleVector.fromArray(SPECIES, x, from + i));
        }
        double max = lanes.reduceLanes(VectorOperators.MAX);
        for (int i = from + bound; i < from + length; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }

    static void accumulate(double[] terms, int length, double[] sums) {
        int bound = length - length % ElementaryKernel.PARTIAL_SUMS;
        for (int lane = 0; lane < ElementaryKernel.PARTIAL_SUMS; lane += SPECIES.length()) {
            DoubleVector sum = DoubleVector.fromArray(SPECIES, sums, lane);
            for (int i = lane; i < bound; i += ElementaryKernel.PARTIAL_SUMS) {
                sum = sum.add(DoubleVector.fromArray(SPECIES, terms, i));
            }
            sum.intoArray(sums, lane);
        }
        for (int i = bound; i < length; i++) {
            sums[i - bound] += terms[i];
        }
    }
}
