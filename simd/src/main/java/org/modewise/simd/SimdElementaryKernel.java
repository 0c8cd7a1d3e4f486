package org.modewise.simd;

import java.util.Optional;
import org.modewise.core.internal.elementary.ElementaryKernel;
import org.modewise.core.internal.elementary.Exp;

/** Elementary functions of as many numbers at a time as a vector of this machine holds. */
public final class SimdElementaryKernel implements ElementaryKernel {
    /** For the service loader. */
    public SimdElementaryKernel() {}

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public Optional<String> unavailable() {
        return VectorSupport.missing();
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
            double[] w,
            int at,
            int rowStep,
            int columnStep,
            int offsets,
            double[][] x,
            int fromX,
            int in,
            double[][] z,
            int fromZ,
            int out,
            int length) {
        VectorCombinations.apply(w, at, rowStep, columnStep, offsets, x, fromX, in, z, fromZ, out, length);
    }
}
