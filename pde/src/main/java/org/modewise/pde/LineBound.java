package org.modewise.pde;

import org.modewise.pde.logdomain.StripBound;

/** The {@link StripBound} of a potential and its slope, from their continuations to complex x. */
final class LineBound {
    /** No exponential leaves the doubles. */
    private static final double MOST = 600;
    /** What a slope may lose, which has the rounding of its potential times the wavenumber. */
    private static final double SLOPE = 2e-13;

    private LineBound() {}

    /**
     * The bound of e^{-factor·Φ}·u. Modes that are lost in the rounding of the samples are none: off the real axis they
     * would be amplified. D is taken on twice as many nodes as there are samples.
     */
    static StripBound of(TrigonometricLine potential, TrigonometricLine slope, int n) {
        double rounding = 2 * Math.ulp(1.0) * Math.sqrt(n);
        TrigonometricLine phi = potential.trimmed(rounding * potential.bound(0));
        TrigonometricLine u = slope.trimmed(Math.max(rounding, SLOPE) * slope.bound(0));
        double[] values = phi.sample(2 * n);
        double size = u.bound(0);
        double dx = potential.length() / n;
        double top = 2 * Math.PI * Math.max(phi.degree(), u.degree()) / potential.length();
        int count = 1;
        while (eta(dx, count) < 2 * potential.length() && eta(dx, count) * top < MOST) {
            count++;
        }
        double[] etas = new double[count];
        double[] growth = new double[count];
        double[] logGrowth = new double[count];
        for (int k = 0; k < count; k++) {
            etas[k] = eta(dx, k);
            double[] shifted = phi.shifted(etas[k]).sample(2 * n);
            for (int j = 0; j < values.length; j++) {
                growth[k] = Math.max(growth[k], shifted[j] - values[j]);
            }
            logGrowth[k] = size == 0 ? 0 : Math.log(u.bound(etas[k]) / size);
        }
        return new StripBound(etas, growth, logGrowth);
    }

    private static double eta(double dx, int k) {
        return dx * Math.pow(2, 0.5 * k - 2);
    }
}
