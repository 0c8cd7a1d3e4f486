package org.modewise.pde.logdomain;

/**
 * How far apart the nodes of the trapezoidal rule may be for ∫ e^{L(y) - (x-y)²/2v} p(y) dy with periodic, band-limited L
 * and p, for all x at once.
 *
 * <p>The integrand f is entire. Shifting the contours of its Fourier integral by ±iη shows that the rule's relative error is
 * at most 2e^{B(η) - 2πη/h} for every η &gt; 0, where e^{B(η)} bounds |f(y+iη)|/f(y): B = D(η) + η²/2v + ln P(η) with
 * D(η) = max_y (L(y) - Re L(y+iη)) and P(η) = max |p(y+iη)| / max |p|. So any h ≤ 2πη / (B(η) + {@value #DIGITS}) will do,
 * and the largest over a few η is taken. For small η, D ≈ η²/2·max(-L''), which gives the familiar h ≤ 0.73/√(max(-L'') +
 * 1/v). Immutable.
 */
public final class StripBound {
    /** ln of twice the inverse of the error allowed, 2⁻⁵³. */
    public static final double DIGITS = 37.5;

    private final double[] eta;
    private final double[] growth;
    private final double[] logGrowth;

    /**
     * Takes D and P at some η.
     *
     * @param eta where they are known, ascending
     * @param growth D(η) of a potential, to be multiplied by a factor
     * @param logGrowth ln P(η); 0 if nothing is carried
     */
    public StripBound(double[] eta, double[] growth, double[] logGrowth) {
        this.eta = eta.clone();
        this.growth = growth.clone();
        this.logGrowth = logGrowth.clone();
    }

    /**
     * The largest distance of nodes that keeps the relative error below 2⁻⁵³.
     *
     * @param factor what the potential is multiplied by in L
     * @param v the variance of the kernel; infinite for none
     * @return h
     */
    public double step(double factor, double v) {
        double most = 0;
        for (int k = 0; k < eta.length; k++) {
            most = Math.max(most, step(eta[k], growth[k], logGrowth[k], factor, v));
        }
        // Left of the first η, D is below a parabola; there the best η is where both terms of h are equal.
        double curvature = 2 * factor * growth[0] / (eta[0] * eta[0]) + 1 / v;
        double best = Math.sqrt(2 * DIGITS / curvature);
        if (best < eta[0]) {
            most = Math.max(most, 2 * Math.PI * best / (2 * DIGITS + logGrowth[0]));
        }
        return most;
    }

    private static double step(double eta, double growth, double logGrowth, double factor, double v) {
        return 2 * Math.PI * eta / (factor * growth + eta * eta / (2 * v) + logGrowth + DIGITS);
    }

    /**
     * The relative error of the rule on an open line where it is not known off the real axis, from the curvature there.
     *
     * @param h the distance of nodes
     * @param curvature max(a²/v - L''), the largest curvature of the exponent
     * @return 2e^{-2π²/(h²·curvature)}, which a Gaussian has exactly
     */
    public static double error(double h, double curvature) {
        return 2 * Math.exp(-2 * Math.PI * Math.PI / (h * h * curvature));
    }
}
