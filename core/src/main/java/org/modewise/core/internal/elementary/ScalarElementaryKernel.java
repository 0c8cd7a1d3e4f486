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
    public void log(double[] x, int from, double[] y, int to, int length) {
        Log.apply(x, from, y, to, length);
    }

    @Override
    public void sinCos(double[] x, int from, double[] sin, double[] cos, int to, int length) {
        SinCos.apply(x, from, sin, cos, to, length);
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
    public void multiply(double[] in, double[] out, int from, int length, double a, double[] b, int at) {
        for (int i = 0; i < length; i++) {
            out[from + i] = in[from + i] * (a * b[at + i]);
        }
    }

    @Override
    public void multiply(
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
        for (int i = 0; i < length; i++) {
            turn(
                    in,
                    out,
                    from + i,
                    imOffset,
                    aRe * bRe[at + i] - aIm * bIm[at + i],
                    aRe * bIm[at + i] + aIm * bRe[at + i]);
        }
    }

    private static void turn(double[] in, double[] out, int at, int imOffset, double re, double im) {
        double inRe = in[at];
        double inIm = in[at + imOffset];
        out[at] = re * inRe - im * inIm;
        out[at + imOffset] = re * inIm + im * inRe;
    }
}
