package org.modewise.pde;

import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.modewise.core.Grid2D;

/**
 * dX/ds = v(X,s), X(t) = x, followed to s = 0 for a block of neighbouring nodes x at once, and with it Λ = -∫₀ᵗ
 * ∇·v(X,s) ds, the logarithm of how much a density has grown on its path. By Dormand's and Prince's method of order 8
 * (E. Hairer, S. Nørsett, G. Wanner, Solving Ordinary Differential Equations I, section II.5); as one system, because
 * neighbours want the same steps, which then cost a third to two thirds.
 *
 * <p>What is integrated is the displacement in periods, so that the tolerance is one of the period, or of the
 * displacement if that is longer. Reused from block to block; not safe to share between threads.
 */
final class PathTracer {
    /** Shorter steps are no progress. */
    private static final double SHORTEST = 1e-15;

    private static final int MOST_EVALUATIONS = 1_000_000;
    /** In periods: beyond, places in a cell have few digits. */
    private static final double FARTHEST = 1e9;

    private final Grid2D grid;
    private final VelocitySampler sampler;
    private final double tolerance;
    /** As longest step, of t. */
    private final double longest;

    private final boolean density;
    private final boolean plane;
    private final double[] nodeX = new double[GridWeights.BLOCK];
    private final double[] nodeY = new double[GridWeights.BLOCK];
    private final double[] x = new double[GridWeights.BLOCK];
    private final double[] y = new double[GridWeights.BLOCK];
    private final double[] endX = new double[GridWeights.BLOCK];
    private final double[] endY = new double[GridWeights.BLOCK];
    private final double[] vx = new double[GridWeights.BLOCK];
    private final double[] vy = new double[GridWeights.BLOCK];
    private final double[] divergence = new double[GridWeights.BLOCK];
    private final double[] growth = new double[GridWeights.BLOCK];

    PathTracer(Grid2D grid, Velocity velocity, double tolerance, double longest, boolean density) {
        this.grid = grid;
        this.sampler = velocity.sampler(grid);
        this.tolerance = tolerance;
        this.longest = longest;
        this.density = density;
        this.plane = velocity.isOnPlane();
    }

    /** Where the nodes were: their places along x, in the block's order. */
    double[] x() {
        return x;
    }

    /** Their places along y. */
    double[] y() {
        return y;
    }

    /** Λ, if the paths are a density's. */
    double[] growth() {
        return growth;
    }

    /** Follows the paths of some nodes, from t ≠ 0 back to 0. */
    void trace(double t, int[] nodes, int count) {
        for (int p = 0; p < count; p++) {
            nodeX[p] = grid.x(nodes[p] % grid.nx());
            nodeY[p] = grid.y(nodes[p] / grid.nx());
        }
        if (density) {
            sampler.checkDivergence(t, count, nodeX, nodeY);
        }
        double[] state = new double[(density ? 3 : 2) * count];
        integrate(t, count, state);
        place(count, state);
        for (int p = 0; p < count; p++) {
            double distance = Math.max(Math.abs(state[p]), Math.abs(state[count + p]));
            if (!(distance <= FARTHEST)) {
                throw new IllegalArgumentException("paths must not be longer than " + FARTHEST + " periods, got "
                        + distance + " from (" + nodeX[p] + ", " + nodeY[p] + "), t = " + t);
            }
        }
        if (density) {
            checkEnds(count);
            System.arraycopy(state, 2 * count, growth, 0, count);
        }
    }

    /** Checks the divergence where paths began; what is outside a plane's rectangle carries nothing. */
    private void checkEnds(int count) {
        int inside = 0;
        for (int p = 0; p < count; p++) {
            if (!plane || Characteristics.isInside(grid, x[p], y[p])) {
                endX[inside] = x[p];
                endY[inside] = y[p];
                inside++;
            }
        }
        sampler.checkDivergence(0, inside, endX, endY);
    }

    private void integrate(double t, int count, double[] state) {
        double span = Math.abs(t);
        if (span < Double.MIN_NORMAL) {
            // Nothing gets anywhere, and no step is short enough.
            return;
        }
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(SHORTEST * span, longest * span, tolerance, tolerance);
        integrator.setMaxEvaluations(MOST_EVALUATIONS);
        try {
            integrator.integrate(new Motion(count, state.length), t, state, 0, state);
        } catch (NumberIsTooSmallException | MaxCountExceededException e) {
            throw new IllegalArgumentException(
                    "the velocity must be smooth enough for paths to the tolerance " + tolerance
                            + ", which failed from (" + nodeX[0] + ", " + nodeY[0] + "), t = " + t + " on",
                    e);
        }
    }

    private void place(int count, double[] state) {
        for (int p = 0; p < count; p++) {
            x[p] = nodeX[p] + grid.lx() * state[p];
            y[p] = nodeY[p] + grid.ly() * state[count + p];
        }
    }

    private final class Motion implements FirstOrderDifferentialEquations {
        private final int count;
        private final int dimension;

        private Motion(int count, int dimension) {
            this.count = count;
            this.dimension = dimension;
        }

        @Override
        public int getDimension() {
            return dimension;
        }

        @Override
        public void computeDerivatives(double s, double[] state, double[] derivative) {
            place(count, state);
            sampler.velocity(s, count, x, y, vx, vy);
            for (int p = 0; p < count; p++) {
                derivative[p] = vx[p] / grid.lx();
                derivative[count + p] = vy[p] / grid.ly();
            }
            if (density) {
                sampler.divergence(s, count, x, y, divergence);
                System.arraycopy(divergence, 0, derivative, 2 * count, count);
            }
        }
    }
}
