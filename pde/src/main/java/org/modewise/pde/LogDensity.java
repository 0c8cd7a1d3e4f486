package org.modewise.pde;

import java.util.function.Supplier;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.FieldAccess;

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
            return coupled.logarithm(transition);
        }
        double q = q(transition);
        return q <= RESOLVED
                ? sum.logarithm(transition)
                : FieldAccess.wrap(grid, best(transition, q, density).log());
    }

    /** ∇ln p likewise. */
    VectorField2D score(GaussianTransition transition, Supplier<Field2D> density) {
        check();
        if (isCoupled(transition)) {
            return coupled.score(transition);
        }
        double q = q(transition);
        if (q <= RESOLVED) {
            return sum.score(transition);
        }
        FaintDensity.Results results = best(transition, q, density);
        return new VectorField2D(FieldAccess.wrap(grid, results.x()), FieldAccess.wrap(grid, results.y()));
    }

    private FaintDensity.Results best(GaussianTransition transition, double q, Supplier<Field2D> density) {
        FaintDensity.Results results = faint.after(transition);
        if (q < Double.POSITIVE_INFINITY) {
            double error = 2 * Math.exp(-2 * Math.PI * Math.PI / q);
            improve(results, sum.logarithm(transition), sum.score(transition), k -> error);
        }
        Field2D p = density.get();
        double[] samples = FieldAccess.values(p);
        double noise = NOISE * p.maxNorm();
        VectorField2D gradient = Derivatives.gradient(p);
        VectorField2D score = new VectorField2D(
                LineGrids.isAlongY(grid) ? gradient.x() : ratio(gradient.x(), p),
                LineGrids.isAlongX(grid) ? gradient.y() : ratio(gradient.y(), p));
        improve(results, p.map(Math::log), score, k -> samples[k] > 0 ? noise / samples[k] : Double.POSITIVE_INFINITY);
        return results;
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
