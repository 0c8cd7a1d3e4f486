package org.modewise.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.core.internal.elementary.ScalarElementaryKernel;

/** A row of a spectrum times a row of multipliers. */
final class VectorProduct {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;

    private VectorProduct() {}

    static void real(double[] in, double[] out, int from, int length, double a, double[] b, int at) {
        int bound = SPECIES.loopBound(length);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector factor = DoubleVector.fromArray(SPECIES, b, at + i).mul(a);
            DoubleVector.fromArray(SPECIES, in, from + i).mul(factor).intoArray(out, from + i);
        }
        ScalarElementaryKernel.INSTANCE.multiply(in, out, from + bound, length - bound, a, b, at + bound);
    }

    static void complex(
            double[] in,
            double[] out,
            int from,
            int imOffset,
            int length,
            double aRe,
            double aIm,
            double[] bRe,
            double[] bIm,
            int at) {
        int bound = SPECIES.loopBound(length);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector r = DoubleVector.fromArray(SPECIES, bRe, at + i);
            DoubleVector s = DoubleVector.fromArray(SPECIES, bIm, at + i);
            DoubleVector re = r.mul(aRe).sub(s.mul(aIm));
            DoubleVector im = s.mul(aRe).add(r.mul(aIm));
            DoubleVector inRe = DoubleVector.fromArray(SPECIES, in, from + i);
            DoubleVector inIm = DoubleVector.fromArray(SPECIES, in, from + i + imOffset);
            re.mul(inRe).sub(im.mul(inIm)).intoArray(out, from + i);
            re.mul(inIm).add(im.mul(inRe)).intoArray(out, from + i + imOffset);
        }
        ScalarElementaryKernel.INSTANCE.multiply(
                in, out, from + bound, imOffset, length - bound, aRe, aIm, bRe, bIm, at + bound);
    }
}
