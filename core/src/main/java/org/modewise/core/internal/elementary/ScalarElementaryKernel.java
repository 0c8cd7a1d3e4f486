package org.modewise.core.internal.elementary;

/** One number after the other, in plain Java: what vector code must equal, and what it leaves its tails to. */
public final class ScalarElementaryKernel implements ElementaryKernel {
    /** The one there needs to be. */
    public static final ScalarElementaryKernel INSTANCE = new ScalarElementaryKernel();

    private ScalarElementaryKernel() {}

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void exp(double[] x, int from, double shift, double[] y, int to, int length) {
        Exp.apply(x, from, shift, y, to, length);
    }

    @Override
    public void exp(double[] x, double t, double least, double[] y, int length) {
        Exp.multiples(x, t, least, y, length);
    }

    @Override
    public void log(double[] x, int from, double[] y, int to, int length) {
        Log.apply(x, from, y, to, length);
    }

    @Override
    public void sinCos(double[] x, int from, double[] sin, double[] cos, int to, int length) {
        SinCos.apply(x, from, sin, cos, to, length);
    }

    @Override
    public void multiply(double[] x, int from, double[] z, int at, double[] y, int to, int length) {
        for (int i = 0; i < length; i++) {
            y[to + i] = x[from + i] * z[at + i];
        }
    }

    @Override
    public double max(double[] x, int from, int length) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + length; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }

    @Override
    public void accumulate(double[] terms, int length, double[] sums) {
        for (int i = 0; i < length; i++) {
            sums[i % PARTIAL_SUMS] += terms[i];
        }
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
        Products.accumulate(left, fromLeft, lefts, right, fromRight, rights, length, sums, at);
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
        Combinations.apply(matrix, offsets, x, fromX, factors, z, fromZ, length);
    }
}
