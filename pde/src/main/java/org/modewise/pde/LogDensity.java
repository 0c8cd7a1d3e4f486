package org.modewise.pde;

import java.util.function.IntToDoubleFunction;
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
 * its spectral gradient, which knows no tails. What none of them knows is refused. Immutable, safe to share between threads.
 */
final class LogDensity {
    /** q up to which a sum over the nodes is right to rounding. */
    private static final double RESOLVED = 2 * Math.PI * Math.PI / 37;

    /** What a narrow component behind a wider one bends more than both do. */
    private static final double HIDDEN = 1.3;

    /** What a density is off by, beside its largest value. */
    private static final double NOISE = 8 * Math.ulp(1.0);

    /** So many times its noise the density is of use. */
    private static final double FAINT = 10;

    /** What a sum over the nodes may be off by where axes are coupled; the score by more, over the distance of nodes. */
    private static final double MOST_ERROR = 1e-12;

    /** What ln p and the score may be off by, as a part of themselves or of 1. */
    private static final double TARGET = 1e-10;

    /** What estimates say that tails beyond the grid may change of it. */
    private static final double MOST_TAIL_ERROR = 0.1 * TARGET;

    /** What they say that nodes leave open between them: of mixtures they were up to seven times too small. */
    private static final double MOST_BETWEEN = 0.1 * TARGET;

    /** ln 1e-100: below, values may be worse. */
    private static final double LEAST = -230.3;

    private final Grid2D grid;
    private final String name;
    private final double[] values;
    private final boolean rounded;
    private final Bend bendX;
    private final Bend bendY;
    /** Once it has been asked for; whoever finds NaN computes the same. */
    private volatile double tail = Double.NaN;

    /**
     * Of ln p₀, -∞ where p₀ = 0 and ∞ where it has no logarithm, under the name that p₀ has for its owner.
     *
     * @param rounded whether p₀ itself was given, and so may be rounded beside its largest value
     */
    LogDensity(Grid2D grid, double[] logarithm, boolean rounded, String name) {
        this.grid = grid;
        this.name = name;
        this.values = logarithm;
        this.rounded = rounded;
        this.bendX = Bend.of(logarithm, 1, grid.nx());
        this.bendY = Bend.of(logarithm, grid.nx(), grid.size());
    }

    /** ln p after a transition; p itself is only asked for where it may help. */
    Field2D logarithm(GaussianTransition transition, Supplier<Field2D> density) {
        return FieldAccess.wrap(grid, after(transition, false, density).log());
    }

    /** ∇ln p likewise. */
    VectorField2D score(GaussianTransition transition, Supplier<Field2D> density) {
        LogResults results = after(transition, true, density);
        return new VectorField2D(FieldAccess.wrap(grid, results.x()), FieldAccess.wrap(grid, results.y()));
    }

    private LogResults after(GaussianTransition transition, boolean score, Supplier<Field2D> density) {
        checkLogarithm();
        boolean coupled = transition.isCoupled();
        if (coupled) {
            checkNoise(transition);
        }
        LogTails tails = new LogTails(grid, values, rounded, transition);
        LogResults results = coupled
                ? new CoupledSum(grid, tails).after(transition, score)
                : separable(tails, transition, score, density);
        check(results, score, tails.ceiling() - Math.log(Math.abs(transition.determinant())));
        return results;
    }

    private LogResults separable(
            LogTails tails, GaussianTransition transition, boolean score, Supplier<Field2D> density) {
        MehlerSum sum = new MehlerSum(grid, tails);
        double q = q(transition);
        if (q <= RESOLVED) {
            return sum.after(transition, score);
        }
        LogResults results = LogResults.of(grid.size()).within(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        if (hasNoise(transition)) {
            results = sumOf(sum, tails, transition, score);
            if (isBetweenKnown(results, score)) {
                return results;
            }
        }
        LogResults between = new FaintDensity(grid, tails).after(transition, score);
        between.improve(results, score);
        between.improve(ofDensity(density.get(), new WrapAround(grid, tails, transition)), score);
        return between;
    }

    private boolean isBetweenKnown(LogResults results, boolean score) {
        for (int k = 0; k < grid.size(); k++) {
            if (!(error(results, k, score) <= MOST_BETWEEN)) {
                return false;
            }
        }
        return true;
    }

    /** Of ln p or of the score, as a part of itself or of 1. */
    private static double error(LogResults results, int k, boolean score) {
        double size = score ? Math.hypot(results.x()[k], results.y()[k]) : Math.abs(results.log()[k]);
        return (score ? results.slopeErrors() : results.errors())[k] / Math.max(1, size);
    }

    private boolean hasNoise(GaussianTransition transition) {
        return (LineGrids.isAlongY(grid) || transition.varianceX() > 0)
                && (LineGrids.isAlongX(grid) || transition.varianceY() > 0);
    }

    /** A sum over the nodes, off as far as it comes from each of them by what they bend there. */
    private LogResults sumOf(MehlerSum sum, LogTails tails, GaussianTransition transition, boolean score) {
        double[] values = tails.values();
        int columns = grid.nx() + 2 * tails.marginX();
        double[] errors = new double[values.length];
        double[] slopeErrors = new double[values.length];
        if (!LineGrids.isAlongY(grid)) {
            double step = transition.xx() * grid.dx();
            addErrors(step, transition.varianceX(), k -> bendX.near(values, k, 1, columns), errors, slopeErrors);
        }
        if (!LineGrids.isAlongX(grid)) {
            double step = transition.yy() * grid.dy();
            addErrors(
                    step,
                    transition.varianceY(),
                    k -> bendY.near(values, k, columns, values.length),
                    errors,
                    slopeErrors);
        }
        return sum.after(transition, score, errors, slopeErrors);
    }

    /** Their wavenumber is 2π/h of where most of p comes from, which moves by a/v over 1/σ² = q/h². */
    private static void addErrors(
            double step, double variance, IntToDoubleFunction bend, double[] errors, double[] slopeErrors) {
        for (int k = 0; k < errors.length; k++) {
            double q = HIDDEN * (step * step / variance + bend.applyAsDouble(k));
            double error = Math.min(1, error(q));
            errors[k] += error;
            slopeErrors[k] += error == 0 ? 0 : error * 2 * Math.PI / q * step / variance;
        }
    }

    /** Where axes are coupled, nothing but a sum over the nodes knows the tails: before it can see the noise, they are refused. */
    private void checkNoise(GaussianTransition transition) {
        if (error(Math.max(bendX.most(), bendY.most())) > MOST_ERROR) {
            throw new IllegalArgumentException(name + " must be smooth from node to node for logarithms where axes are"
                    + " coupled; a finer grid or a GaussianMixture would do");
        }
        if (!(error(coupledQ(transition)) <= MOST_ERROR)) {
            throw new IllegalArgumentException("noise must reach from node to node for logarithms where axes are"
                    + " coupled and " + name + " has tails, got " + transition
                    + "; a later t or a GaussianMixture would do");
        }
    }

    /** Of a sum over nodes. */
    private static double error(double q) {
        return 2 * Math.exp(-2 * Math.PI * Math.PI / q);
    }

    /**
     * Refuses what is not known: what comes from where the tails are not, or from between nodes that do not tell. Where p is as
     * good as 0, so it is then; no tail that is not known exceeds a ceiling.
     */
    private void check(LogResults results, boolean score, double ceiling) {
        for (int k = 0; k < grid.size(); k++) {
            double log = results.log()[k];
            double tail = results.tails()[k];
            double error = error(results, k, score);
            if (error <= MOST_BETWEEN && tail <= MOST_TAIL_ERROR) {
                continue;
            }
            if (log + Math.min(tail * Math.abs(log), Math.max(0, ceiling - log)) > LEAST) {
                boolean beyond = tail > MOST_TAIL_ERROR;
                throw new IllegalArgumentException(name + " must "
                        + (beyond
                                ? "fall to nothing, or as a normal law does, at the edges of its grid"
                                : "be smooth from node to node")
                        + " for logarithms, got ln p[" + k % grid.nx() + "," + k / grid.nx() + "] = " + (float) log
                        + (beyond ? " from beyond them; " : " from between them; a finer or ")
                        + "a larger grid or a GaussianMixture would do");
            }
            if (!(tail < LogResults.UNKNOWN) || log == Double.NEGATIVE_INFINITY) {
                results.log()[k] = Double.NEGATIVE_INFINITY;
                results.x()[k] = LineGrids.isAlongY(grid) ? 0 : Double.NaN;
                results.y()[k] = LineGrids.isAlongX(grid) ? 0 : Double.NaN;
            }
        }
    }

    /** From the samples of p and its spectral gradient. */
    private LogResults ofDensity(Field2D p, WrapAround wrapAround) {
        double[] samples = FieldAccess.values(p);
        double everywhere = Math.max(Math.max(NOISE * p.maxNorm(), -p.min()), tail());
        VectorField2D gradient = Derivatives.gradient(p);
        double[] gradientX = FieldAccess.values(gradient.x());
        double[] gradientY = FieldAccess.values(gradient.y());
        double waves = Math.hypot(
                LineGrids.isAlongY(grid) ? 0 : Math.PI / grid.dx(), LineGrids.isAlongX(grid) ? 0 : Math.PI / grid.dy());
        LogResults results = LogResults.of(samples.length).within(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (int k = 0; k < samples.length; k++) {
            double noise = everywhere + wrapAround.at(k);
            if (samples[k] > FAINT * noise) {
                results.log()[k] = Math.log(samples[k]);
                results.x()[k] = LineGrids.isAlongY(grid) ? 0 : gradientX[k] / samples[k];
                results.y()[k] = LineGrids.isAlongX(grid) ? 0 : gradientY[k] / samples[k];
                results.errors()[k] = noise / samples[k];
                results.slopeErrors()[k] = waves * noise / samples[k];
            }
        }
        return results;
    }

    private double tail() {
        double known = tail;
        if (Double.isNaN(known)) {
            known = spectralTail();
            tail = known;
        }
        return known;
    }

    /** What the samples of p₀ leave out of its spectrum: its highest modes, times how many there are. */
    private double spectralTail() {
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

    private void checkLogarithm() {
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
        double q = 0.5 * (xx + yy) + Math.hypot(0.5 * (xx - yy), xy) + Math.max(bendX.most(), bendY.most());
        return q < 2 * Math.PI * Math.PI ? q : Double.POSITIVE_INFINITY;
    }

    /** The larger one of both axes; infinite if there is no noise, or none to speak of. */
    private double q(GaussianTransition transition) {
        double x = LineGrids.isAlongY(grid) ? 0 : q(transition.xx() * grid.dx(), transition.varianceX(), bendX.most());
        double y = LineGrids.isAlongX(grid) ? 0 : q(transition.yy() * grid.dy(), transition.varianceY(), bendY.most());
        return Math.max(x, y);
    }

    private static double q(double step, double variance, double bend) {
        double q = step * step / variance + bend;
        return variance > 0 && q < 2 * Math.PI * Math.PI ? q : Double.POSITIVE_INFINITY;
    }
}
