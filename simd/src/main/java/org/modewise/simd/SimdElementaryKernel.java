package org.modewise.simd;

import java.util.Optional;
import org.modewise.core.internal.elementary.ElementaryKernel;
import org.modewise.core.internal.elementary.Exp;
import org.modewise.core.internal.elementary.MultiplyAdd;
import org.modewise.core.internal.elementary.WeightMatrix;

/**
 * Elementary functions of as many numbers at a time as a vector of this machine holds. Products and sums are fused, and
 * emulating that takes microseconds; so the kernel is for CPUs that have the instruction.
 */
public final class SimdElementaryKernel implements ElementaryKernel {
    /** For the service loader. */
    public SimdElementaryKernel() {}

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public Optional<String> unavailable() {
        return VectorSupport.missing()
                .or(() -> MultiplyAdd.FUSED
                        ? Optional.empty()
                        : Optional.of("this VM has no fused multiply-add; use the scalar kernel on this CPU"));
    }

    @Override
    public void exp(double[] x, int from, double shift, double[] y, int to, int length) {
        VectorExp.apply(x, from, shift, y, to, length);
    }

    @Override
    public void exp(double[] x, double t, double least, double[] y, int length) {
        VectorDecay.apply(x, t, Math.max(least, Exp.LOWEST), y, length);
    }

    @Override
    public void log(double[] x, int from, double[] y, int to, int length) {
        VectorLog.apply(x, from, y, to, length);
    }

    @Override
    public void sinCos(double[] x, int from, double[] sin, double[] cos, int to, int length) {
        VectorSinCos.apply(x, from, sin, cos, to, length);
    }

    @Override
    public void multiply(double[] x, int from, double[] z, int at, double[] y, int to, int length) {
        VectorProducts.apply(x, from, z, at, y, to, length);
    }

    @Override
    public double max(double[] x, int from, int length) {
        return VectorSums.max(x, from, length);
    }

    @Override
    public void accumulate(double[] terms, int length, double[] sums) {
        VectorSums.accumulate(terms, length, sums);
    }

    @Override
    public void products(
            double[][] left,
            int fromLeft,
            int lefts,
            double[][] right,
            int fromRight,
            int rights,
            int length,
            double[] sums,
            int at) {
        VectorScalarProducts.accumulate(left, fromLeft, lefts, right, fromRight, rights, length, sums, at);
    }

    @Override
    public void combine(
            WeightMatrix matrix,
            boolean offsets,
            double[][] x,
            int fromX,
            double[][] factors,
            double[][] z,
            int fromZ,
            int length) {
        VectorCombinations.apply(matrix, offsets, x, fromX, factors, z, fromZ, length);
    }
}
