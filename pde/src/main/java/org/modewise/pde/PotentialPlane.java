package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.pde.logdomain.StripBound;

/**
 * Φ₀ and u₀ = ∇Φ₀ on a torus, and what the choice of a method needs to know of them. Immutable, safe to share between
 * threads.
 */
final class PotentialPlane {
    private final double viscosity;
    private final double[] drift;
    private final double[] driftRest;
    private final TrigonometricPlane potentialPlane;
    private final TrigonometricPlane[] velocityPlanes;
    private final double[] potential;
    private final double[][] velocity;
    private final StripBound boundX;
    private final StripBound boundY;
    private final ValueBounds range;
    private final double curvature;
    private final double speed;
    private final double noise;

    private PotentialPlane(
            double viscosity,
            double[] drift,
            double[] driftRest,
            double rounding,
            double slopeRounding,
            TrigonometricPlane potentialPlane,
            TrigonometricPlane[] velocityPlanes,
            double[] potential,
            double[][] velocity) {
        this.viscosity = viscosity;
        this.drift = drift;
        this.driftRest = driftRest;
        this.potentialPlane = potentialPlane;
        this.velocityPlanes = velocityPlanes;
        this.potential = potential;
        this.velocity = velocity;
        this.boundX = viscosity == 0 ? null : PlaneBound.of(potentialPlane, velocityPlanes, true);
        this.boundY = viscosity == 0 ? null : PlaneBound.of(potentialPlane, velocityPlanes, false);
        ValueBounds samples = ValueBounds.of(potential);
        // Φ₀ may go further between the samples, which matters to φ₀ alone.
        for (int shift = 1; shift < 4 && viscosity != 0; shift++) {
            samples = samples.and(ValueBounds.of(between(shift)));
        }
        this.range = samples;
        this.curvature = viscosity == 0
                ? 0
                : Math.max(
                        Math.max(slope(velocityPlanes[0], 1, 0), slope(velocityPlanes[1], 0, 1)),
                        slope(velocityPlanes[0], 0, 1));
        this.speed =
                ValueBounds.of(velocity[0]).and(ValueBounds.of(velocity[1])).modulus();
        this.noise = PotentialLine.noise(slopeRounding, rounding, viscosity, speed);
    }

    private static double slope(TrigonometricPlane plane, int orderX, int orderY) {
        return ValueBounds.of(plane.times(FourierMultiplier.derivative(orderX, orderY))
                        .sample())
                .modulus();
    }

    /** Φ₀ half a cell aside along x, along y, and along both. */
    private double[] between(int shift) {
        double x = (shift & 1) * 0.5 * grid().dx();
        double y = (shift >> 1) * 0.5 * grid().dy();
        return potentialPlane.times(new Transport(x, y).multiplier(1)).sample();
    }

    /** Of a gradient without its means, and the samples it was made from, with means, which have been rounded beside these. */
    static PotentialPlane ofVelocity(
            double viscosity,
            double[] drift,
            TrigonometricPlane potential,
            TrigonometricPlane[] gradient,
            double[][] samples) {
        double[][] velocity = new double[2][];
        double[] driftRest = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            double mean = drift[axis];
            velocity[axis] =
                    Arrays.stream(samples[axis]).map(value -> value - mean).toArray();
            driftRest[axis] = PotentialLine.driftRest(samples[axis], 0, samples[axis].length, mean);
        }
        double rounding = 0.5 * Math.ulp(Math.max(Math.abs(drift[0]), Math.abs(drift[1])));
        int[] x = gradient[0].degrees(rounding);
        int[] y = gradient[1].degrees(rounding);
        int degreeX = Math.max(x[0], y[0]);
        int degreeY = Math.max(x[1], y[1]);
        TrigonometricPlane[] planes = {gradient[0].truncated(degreeX, degreeY), gradient[1].truncated(degreeX, degreeY)
        };
        TrigonometricPlane plane = potential.truncated(degreeX, degreeY);
        double ofIntegral = Math.max(
                PotentialLine.ofIntegral(
                        rounding, plane.grid().lx(), plane.grid().nx()),
                PotentialLine.ofIntegral(
                        rounding, plane.grid().ly(), plane.grid().ny()));
        return new PotentialPlane(
                viscosity, drift, driftRest, ofIntegral, rounding, plane, planes, plane.sample(), velocity);
    }

    /** Of a potential, whose samples have been rounded by so much. */
    static PotentialPlane ofPotential(double viscosity, RealFft2D fft, double[] samples, double rounding) {
        TrigonometricPlane all = TrigonometricPlane.through(fft, samples);
        int[] degrees = all.degrees(rounding);
        TrigonometricPlane plane = all.truncated(degrees[0], degrees[1]);
        TrigonometricPlane[] gradient = {
            plane.times(FourierMultiplier.derivative(1, 0)), plane.times(FourierMultiplier.derivative(0, 1))
        };
        double[][] velocity = {gradient[0].sample(), gradient[1].sample()};
        double steepest = Math.max(plane.grid().kx(degrees[0]), plane.grid().ky(degrees[1]));
        return new PotentialPlane(
                viscosity,
                new double[2],
                new double[2],
                rounding,
                rounding * steepest,
                plane,
                gradient,
                samples.clone(),
                velocity);
    }

    Grid2D grid() {
        return potentialPlane.grid();
    }

    double viscosity() {
        return viscosity;
    }

    /** The mean of a component of the velocity, which is no part of u₀ here. */
    double drift(int axis) {
        return drift[axis];
    }

    /** What the mean has beyond the digits of {@link #drift}: in a long time it moves the solution. */
    double driftRest(int axis) {
        return driftRest[axis];
    }

    TrigonometricPlane potentialPlane() {
        return potentialPlane;
    }

    TrigonometricPlane velocityPlane(int axis) {
        return velocityPlanes[axis];
    }

    /** Φ₀ at the samples; not to be changed. */
    double[] potential() {
        return potential;
    }

    /** A component of u₀ at the samples; not to be changed. */
    double[] velocity(int axis) {
        return velocity[axis];
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

    /** The largest modulus of a component of u₀ at the samples. */
    double speed() {
        return speed;
    }

    /** What rounding of the samples beside a constant may change of u, as a share of max|u₀|. */
    double noise() {
        return noise;
    }

    /** osc(Φ₀)/2ν, the number of powers of e that φ₀ spans. */
    double span() {
        return range.width() / (2 * viscosity);
    }

    /** The largest entry of ∇u₀, as far as the samples show it; 0 without viscosity, where nobody asks. */
    double curvature() {
        return curvature;
    }

    /** How far apart the nodes of the quadrature may be along x at a time. */
    double stepX(double t) {
        return boundX.step(1 / (2 * viscosity), 2 * viscosity * t);
    }

    /** The same along y. */
    double stepY(double t) {
        return boundY.step(1 / (2 * viscosity), 2 * viscosity * t);
    }

    /** How far apart along x nodes may be that resolve φ₀ and u₀φ₀: an integral aliases only twice as high modes. */
    double resolvingStepX() {
        return 0.5 * stepX(Double.POSITIVE_INFINITY);
    }

    /** The same along y. */
    double resolvingStepY() {
        return 0.5 * stepY(Double.POSITIVE_INFINITY);
    }
}
