package org.modewise.pde;

import java.util.Arrays;
import java.util.function.Supplier;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.RealFft2D;

/**
 * ln p_t and ∇ln p_t from the logarithm of samples, by whatever sees the noise: where it reaches from node to node, sums over
 * the nodes ({@link MehlerSum}), with the error 2e^{-2π²/q}, q = h²(a²/v - L″); where it is fainter, at every node what has the
 * least error of those, of integrals of the logarithm between the nodes ({@link FaintDensity}), and of the density itself with
 * its spectral gradient, which knows no tails. Immutable, safe to share between threads.
 */
final class LogDensity {
    /** q up to which a sum over the nodes is right to rounding. */
    private static final double RESOLVED = 2 * Math.PI * Math.PI / 37;

    /** What the density may take of q: what bends more, its samples do not know, and they count as points. */
    private static final double MOST_BENT = 0.2;

    /** What a density is off by, beside its largest value. */
    private static final double NOISE = 8 * Math.ulp(1.0);

    /** So many times its noise the density is of use. */
    private static final double FAINT = 10;

    /** What ln p may be off by where axes are coupled. */
    private static final double MOST_ERROR = 1e-8;

    private final Grid2D grid;
    private final String name;
    private final double[] values;
    private final double bendX;
    private final double bendY;
    private final MehlerSum sum;
    private final FaintDensity faint;
    private final CoupledSum coupled;

    /** Of ln p₀, -∞ where p₀ = 0 and ∞ where it has no logarithm, under the name that p₀ has for its owner. */
    LogDensity(Grid2D grid, double[] logarithm, String name) {
        this.grid = grid;
        this.name = name;
        this.values = logarithm;
        this.bendX = bend(1, grid.nx());
        this.bendY = bend(grid.nx(), grid.size());
        double[] extended = LogTails.extended(logarithm, grid.nx(), grid.ny());
        this.sum = new MehlerSum(grid, extended);
        this.faint = new FaintDensity(grid, extended);
        this.coupled = new CoupledSum(grid, extended);
    }

    /** The largest -h²L″ along an axis, no more than what counts. */
    private double bend(int stride, int length) {
        double most = 0;
        for (int k = stride; k < values.length - stride; k++) {
            boolean inside = k % length >= stride && k % length < length - stride;
            double bend = 2 * values[k] - values[k - stride] - values[k + stride];
            if (inside && bend < Double.POSITIVE_INFINITY) {
                most = Math.max(most, bend);
            }
        }
        return Math.min(most, MOST_BENT);
    }

    /** ln p after a transition; p itself is only asked for where it may help. */
    Field2D logarithm(GaussianTransition transition, Supplier<Field2D> density) {
        check();
        if (isCoupled(transition)) {
            double q = coupledQ(transition);
            return q <= RESOLVED
                    ? coupled.logarithm(transition)
                    : FieldAccess.wrap(grid, bestCoupled(transition, q, density).log());
        }
        double q = q(transition);
        return q <= RESOLVED
                ? sum.logarithm(transition)
                : FieldAccess.wrap(grid, best(transition, q, density).log());
    }

    /** ∇ln p likewise. */
    VectorField2D score(GaussianTransition transition, Supplier<Field2D> density) {
        check();
        boolean isCoupled = isCoupled(transition);
        double q = isCoupled ? coupledQ(transition) : q(transition);
        if (q <= RESOLVED) {
            return isCoupled ? coupled.score(transition) : sum.score(transition);
        }
        FaintDensity.Results results = isCoupled ? bestCoupled(transition, q, density) : best(transition, q, density);
        return new VectorField2D(FieldAccess.wrap(grid, results.x()), FieldAccess.wrap(grid, results.y()));
    }

    private FaintDensity.Results best(GaussianTransition transition, double q, Supplier<Field2D> density) {
        FaintDensity.Results results = faint.after(transition);
        if (q < Double.POSITIVE_INFINITY) {
            double error = 2 * Math.exp(-2 * Math.PI * Math.PI / q);
            improve(results, sum.logarithm(transition), sum.score(transition), k -> error);
        }
        improveByDensity(results, density.get());
        return results;
    }

    /** Where axes are coupled, nothing but a sum over the nodes knows the tails: before it can see the noise, they are refused. */
    private FaintDensity.Results bestCoupled(GaussianTransition transition, double q, Supplier<Field2D> density) {
        FaintDensity.Results results = FaintDensity.Results.of(grid.size());
        Arrays.fill(results.errors(), Double.POSITIVE_INFINITY);
        Arrays.fill(results.slopeErrors(), Double.POSITIVE_INFINITY);
        double error = 2 * Math.exp(-2 * Math.PI * Math.PI / q);
        if (error <= MOST_ERROR) {
            improve(results, coupled.logarithm(transition), coupled.score(transition), k -> error);
        }
        improveByDensity(results, density.get());
        for (int k = 0; k < grid.size(); k++) {
            if (!(results.errors()[k] <= MOST_ERROR)) {
                throw new IllegalArgumentException("noise must reach from node to node for logarithms where axes are"
                        + " coupled and " + name + " has tails, got " + transition
                        + "; a later t or a GaussianMixture would do");
            }
        }
        return results;
    }

    private void improveByDensity(FaintDensity.Results results, Field2D p) {
        double[] samples = FieldAccess.values(p);
        double noise = Math.max(Math.max(NOISE * p.maxNorm(), -p.min()), tail());
        VectorField2D gradient = Derivatives.gradient(p);
        VectorField2D score = new VectorField2D(
                LineGrids.isAlongY(grid) ? gradient.x() : ratio(gradient.x(), p),
                LineGrids.isAlongX(grid) ? gradient.y() : ratio(gradient.y(), p));
        improve(
                results,
                p.map(Math::log),
                score,
                k -> samples[k] > FAINT * noise ? noise / samples[k] : Double.POSITIVE_INFINITY);
    }

    /** What the samples of p₀ leave out of its spectrum: its highest modes, times how many there are. */
    private double tail() {
        double[] samples = new double[values.length];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = Math.exp(values[k]);
        }
        TrigonometricPlane plane = TrigonometricPlane.through(RealFft2D.of(grid), samples);
        return Math.max(tail(plane.moduli(true), grid.nx()), tail(plane.moduli(false), grid.ny()));
    }

    private static double tail(double[] moduli, int n) {
        double most = 0;
        for (int m = moduli.length - 1; m > 0 && m >= moduli.length - 3; m--) {
            most = Math.max(most, moduli[m]);
        }
        return n * most;
    }

    private static Field2D ratio(Field2D u, Field2D p) {
        return u.times(p.map(value -> 1 / value));
    }

    private interface ErrorAt {
        double node(int k);
    }

    private static void improve(FaintDensity.Results results, Field2D log, VectorField2D score, ErrorAt error) {
        for (int k = 0; k < results.errors().length; k++) {
            double least = error.node(k);
            if (least < results.errors()[k]) {
                results.errors()[k] = least;
                results.log()[k] = FieldAccess.values(log)[k];
            }
            if (least < results.slopeErrors()[k]) {
                results.slopeErrors()[k] = least;
                results.x()[k] = FieldAccess.values(score.x())[k];
                results.y()[k] = FieldAccess.values(score.y())[k];
            }
        }
    }

    private static boolean isCoupled(GaussianTransition transition) {
        return !transition.isSeparable() || !(transition.xx() >= 0) || !(transition.yy() >= 0);
    }

    private void check() {
        for (int k = 0; k < values.length; k++) {
            if (!(values[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        name + "[" + k % grid.nx() + "," + k / grid.nx() + "] is negative and has no logarithm");
            }
        }
    }

    /** The largest eigenvalue of h·Φᵀ Σ⁻¹ Φ·h where axes are coupled, and what ln p₀ bends; 0 if the sum refuses the noise. */
    private double coupledQ(GaussianTransition transition) {
        double determinant =
                transition.varianceX() * transition.varianceY() - transition.covariance() * transition.covariance();
        if (!(determinant > 1e-14 * transition.varianceX() * transition.varianceY())) {
            return 0;
        }
        double dx = grid.dx();
        double dy = grid.dy();
        double inverseX = transition.varianceY() / determinant;
        double inverseY = transition.varianceX() / determinant;
        double inverseXY = -transition.covariance() / determinant;
        // Φ's columns, in steps from node to node.
        double a = transition.xx() * dx;
        double b = transition.yx() * dx;
        double c = transition.xy() * dy;
        double d = transition.yy() * dy;
        double xx = inverseX * a * a + 2 * inverseXY * a * b + inverseY * b * b;
        double yy = inverseX * c * c + 2 * inverseXY * c * d + inverseY * d * d;
        double xy = inverseX * a * c + inverseXY * (a * d + b * c) + inverseY * b * d;
        double q = 0.5 * (xx + yy) + Math.hypot(0.5 * (xx - yy), xy) + Math.max(bendX, bendY);
        return q < 2 * Math.PI * Math.PI ? q : Double.POSITIVE_INFINITY;
    }

    /** The larger one of both axes; infinite if there is no noise, or none to speak of. */
    private double q(GaussianTransition transition) {
        double x = LineGrids.isAlongY(grid) ? 0 : q(transition.xx() * grid.dx(), transition.varianceX(), bendX);
        double y = LineGrids.isAlongX(grid) ? 0 : q(transition.yy() * grid.dy(), transition.varianceY(), bendY);
        return Math.max(x, y);
    }

    private static double q(double step, double variance, double bend) {
        double q = step * step / variance + bend;
        return variance > 0 && q < 2 * Math.PI * Math.PI ? q : Double.POSITIVE_INFINITY;
    }
}
