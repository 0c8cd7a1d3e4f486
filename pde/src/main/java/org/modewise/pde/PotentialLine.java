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
    private final TrigonometricLine potentialLine;
    private final TrigonometricLine velocityLine;
    private final double[] potential;
    private final double[] velocity;
    private final StripBound bound;
    private final ValueBounds range;
    private final double speed;
    private final double curvature;

    private PotentialLine(
            double viscosity,
            double drift,
            TrigonometricLine potentialLine,
            TrigonometricLine velocityLine,
            double[] potential,
            double[] velocity) {
        this.viscosity = viscosity;
        this.drift = drift;
        this.potentialLine = potentialLine;
        this.velocityLine = velocityLine;
        this.potential = potential;
        this.velocity = velocity;
        this.bound = viscosity == 0 ? null : LineBound.of(potentialLine, velocityLine, potential.length);
        this.range = ValueBounds.of(potentialLine.sample(2 * potential.length));
        this.speed = maxModulus(velocity);
        this.curvature = maxModulus(velocityLine.derivative().sample(2 * potential.length));
    }

    private static double maxModulus(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, Math.abs(value));
        }
        return max;
    }

    /** Of a velocity, from an index on; its mean is left out. */
    static PotentialLine ofVelocity(double viscosity, RealFft2D plan, double[] samples, int from) {
        int n = plan.grid().nx();
        TrigonometricLine line = TrigonometricLine.through(plan, samples, from);
        TrigonometricLine potential = line.integral();
        double[] velocity = new double[n];
        for (int i = 0; i < n; i++) {
            velocity[i] = samples[from + i] - line.mean();
        }
        return new PotentialLine(viscosity, line.mean(), potential, line.centred(), potential.sample(n), velocity);
    }

    /** Of a potential. */
    static PotentialLine ofPotential(double viscosity, RealFft2D plan, double[] samples) {
        TrigonometricLine line = TrigonometricLine.through(plan, samples, 0);
        TrigonometricLine slope = line.derivative();
        return new PotentialLine(
                viscosity,
                0,
                line,
                slope,
                samples.clone(),
                slope.sample(plan.grid().nx()));
    }

    double viscosity() {
        return viscosity;
    }

    /** The mean of the velocity, which is no part of u₀ here. */
    double drift() {
        return drift;
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

    /** max|u₀'|, as far as twice as many nodes as samples show it. */
    double curvature() {
        return curvature;
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
