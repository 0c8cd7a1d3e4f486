package org.modewise.pde.logdomain;

/**
 * Where a {@link GaussianLine} writes what it finds at its targets. Arrays that are null are not asked for and cost nothing.
 * An entry for the functions that are carried along is an array a function.
 *
 * @param log ln of the integral
 * @param means E[p(y)] of each carried function p; null if none is carried
 * @param offset E[ζ] of the offset ζ = ξ - η from source to target
 * @param square E[ζ²]
 * @param products E[ζ·p(y)] of each carried function p
 */
public record Expectations(double[] log, double[][] means, double[] offset, double[] square, double[][] products) {
    /**
     * The integral and the means alone.
     *
     * @param log ln of the integral
     * @param means E[p(y)] of each carried function; null if none is carried
     * @return a place for them
     */
    public static Expectations of(double[] log, double[]... means) {
        return new Expectations(log, means.length == 0 ? null : means, null, null, null);
    }

    boolean wantsMoments() {
        return offset != null || square != null || products != null;
    }
}
