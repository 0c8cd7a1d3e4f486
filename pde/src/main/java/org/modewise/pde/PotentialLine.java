package org.modewise.pde;

import org.modewise.fft.RealFft2D;
import org.modewise.pde.logdomain.StripBound;

/**
 * Φ₀ and u₀ = Φ₀' on a periodic line, and what the choice of a method needs to know of them. Immutable, safe to share
 * between threads.
 */
final class PotentialLine {
    private final double viscosity;
    private final double drift;
    /** What the mean has beyond the digits of {@link #drift}. */
    private final double driftRest;

    private final TrigonometricLine potentialLine;
    private final TrigonometricLine velocityLine;
    private final double[] potential;
    private final double[] velocity;
    private final StripBound bound;
    private final ValueBounds range;
    private final double speed;
    private final double curvature;
    private final double noise;

    private PotentialLine(
            double viscosity,
            double drift,
            double driftRest,
            double rounding,
            double slopeRounding,
            TrigonometricLine potentialLine,
            TrigonometricLine velocityLine,
            double[] potential,
            double[] velocity) {
        this.viscosity = viscosity;
        this.drift = drift;
        this.driftRest = driftRest;
        this.potentialLine = potentialLine;
        this.velocityLine = velocityLine;
        this.potential = potential;
        this.velocity = velocity;
        this.bound = viscosity == 0 ? null : LineBound.of(potentialLine, velocityLine, potential.length);
        this.range = ValueBounds.of(potentialLine.sample(2 * potential.length));
        this.speed = ValueBounds.of(velocity).modulus();
        this.curvature = viscosity == 0
                ? 0
                : ValueBounds.of(velocityLine.derivative().sample(2 * potential.length))
                        .modulus();
        this.noise = noise(slopeRounding, rounding, viscosity, speed);
    }

    /** What roundings of u₀ and of Φ₀ may change of u, as a share of max|u₀|: in a shock, e^{-Φ₀/2ν} weighs both sides. */
    static double noise(double slopeRounding, double rounding, double viscosity, double speed) {
        double ofSlope = speed == 0 ? 0 : 2 * slopeRounding / speed;
        return viscosity == 0 ? ofSlope : ofSlope + rounding / viscosity;
    }

    /** Of a velocity, from an index on; its mean is left out. */
    static PotentialLine ofVelocity(double viscosity, RealFft2D plan, double[] samples, int from) {
        int n = plan.grid().nx();
        TrigonometricLine all = TrigonometricLine.through(plan, samples, from);
        double drift = all.mean();
        double[] velocity = new double[n];
        for (int i = 0; i < n; i++) {
            velocity[i] = samples[from + i] - drift;
        }
        double rounding = 0.5 * Math.ulp(drift);
        TrigonometricLine line = TrigonometricLine.through(plan, velocity, 0).withoutRounding(rounding, n);
        TrigonometricLine potential = line.integral();
        return new PotentialLine(
                viscosity,
                drift,
                driftRest(samples, from, n, drift),
                ofIntegral(rounding, plan.grid().lx(), n),
                rounding,
                potential,
                line.centred(),
                potential.sample(n),
                velocity);
    }

    /** What the mean of samples has beyond a drift, by sums that lose nothing (D. Knuth's two-sum): samples may cancel. */
    static double driftRest(double[] samples, int from, int n, double drift) {
        double total = 0;
        double lost = 0;
        for (int k = from; k < from + n; k++) {
            double difference = samples[k] - drift;
            double sum = total + difference;
            lost += lost(samples[k], -drift, difference) + lost(total, difference, sum);
            total = sum;
        }
        return (total + lost) / n;
    }

    private static double lost(double a, double b, double sum) {
        double kept = sum - a;
        return (a - (sum - kept)) + (b - kept);
    }

    /** What a rounding of each of n samples makes of their integral, mostly in its longest wave. */
    static double ofIntegral(double rounding, double length, int n) {
        return rounding * length / (2 * Math.PI * Math.sqrt(n));
    }

    /** Of a potential, whose samples have been rounded by so much. */
    static PotentialLine ofPotential(double viscosity, RealFft2D plan, double[] samples, double rounding) {
        int n = plan.grid().nx();
        TrigonometricLine line = TrigonometricLine.through(plan, samples, 0).withoutRounding(rounding, n);
        TrigonometricLine slope = line.derivative();
        return new PotentialLine(
                viscosity,
                0,
                0,
                rounding,
                rounding * 2 * Math.PI * line.degree() / line.length(),
                line,
                slope,
                samples.clone(),
                slope.sample(n));
    }

    double viscosity() {
        return viscosity;
    }

    /** The mean of the velocity, which is no part of u₀ here. */
    double drift() {
        return drift;
    }

    /** What the mean has beyond the digits of {@link #drift}: in a long time it moves the solution. */
    double driftRest() {
        return driftRest;
    }

    double length() {
        return potentialLine.length();
    }

    int samples() {
        return potential.length;
    }

    TrigonometricLine potentialLine() {
        return potentialLine;
    }

    TrigonometricLine velocityLine() {
        return velocityLine;
    }

    /** Φ₀ at the samples; not to be changed. */
    double[] potential() {
        return potential;
    }

    /** u₀ at the samples; not to be changed. */
    double[] velocity() {
        return velocity;
    }

    double least() {
        return range.low();
    }

    double most() {
        return range.high();
    }

    /** The middle of Φ₀. */
    double middle() {
        return range.middle();
    }

    /** max|u₀| at the samples. */
    double speed() {
        return speed;
    }

    /** max|u₀'|, as far as twice as many nodes as samples show it; 0 without viscosity, where nobody asks. */
    double curvature() {
        return curvature;
    }

    /** What rounding of the samples beside a constant may change of u, as a share of max|u₀|. */
    double noise() {
        return noise;
    }

    /** osc(Φ₀)/2ν, the number of powers of e that φ₀ spans. */
    double span() {
        return range.width() / (2 * viscosity);
    }

    /** How far apart the nodes of the quadrature may be at a time. */
    double step(double t) {
        return bound.step(1 / (2 * viscosity), 2 * viscosity * t);
    }

    /** How far apart nodes may be that resolve φ₀ and u₀φ₀: an integral aliases only twice as high modes. */
    double resolvingStep() {
        return 0.5 * step(Double.POSITIVE_INFINITY);
    }
}
