package org.modewise.pde;

import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.ScratchPool;
import org.modewise.pde.logdomain.GaussianPlane;
import org.modewise.pde.logdomain.StripBound;

/**
 * p(·,t) = e^{A(t) + B(t)} for t from 0 to 1, and the velocity that carries it, of {@link EntropicTransport}. At both ends it is
 * the given density, to the bit. Sums over the nodes stand for integrals, so the kernel must reach from node to node:
 * next to the ends, where it does not, nothing is returned. Immutable, safe to share between threads.
 */
public final class SchroedingerBridge implements Solution<Field2D> {
    private static final double[][] NOTHING_CARRIED = {};

    /** What sums over the nodes may be off by. */
    private static final double MOST_ERROR = 1e-9;

    /** Of the largest value of a density: what its tails below may be off by is no matter. */
    private static final double NEGLIGIBLE = 1e-16;

    private final EntropicTransport transport;
    private final Field2D start;
    private final Field2D end;
    /** ln of what diffuses forward from t = 0, and backward from t = 1. */
    private final double[] forward;

    private final double[] backward;
    private final int sweeps;
    private final double marginalError;
    private final ScratchPool<GaussianPlane> planes;

    SchroedingerBridge(EntropicTransport transport, Field2D start, Field2D end, DoubleConsumer onSweep) {
        Grid2D grid = start.grid();
        this.transport = transport;
        this.start = start;
        this.end = end;
        this.planes =
                new ScratchPool<>(() -> new GaussianPlane(grid.nx(), grid.ny(), true, grid.nx(), grid.ny(), 0, 1));
        this.forward = new double[grid.size()];
        this.backward = new double[grid.size()];
        double[] logStart = FieldAccess.values(start.map(Math::log));
        double[] logEnd = FieldAccess.values(end.map(Math::log));
        double[] smooth = new double[grid.size()];
        requireWindow(grid);
        requireResolved(1, 0);
        double error = Double.POSITIVE_INFINITY;
        int sweep = 0;
        while (!(error <= transport.tolerance())) {
            if (sweep == transport.mostSweeps()) {
                throw new ArithmeticException(
                        "marginal error must be <= " + transport.tolerance() + " after " + sweep + " sweeps, got "
                                + (float) error + "; more sweeps, a larger diffusivity or a larger tolerance help");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted after " + sweep + " sweeps");
            }
            subtract(logStart, smooth, forward);
            diffuse(forward, 1, smooth, null);
            if (sweep > 0) {
                error = distance(smooth);
                onSweep.accept(error);
            }
            subtract(logEnd, smooth, backward);
            diffuse(backward, 1, smooth, null);
            sweep++;
        }
        subtract(logStart, smooth, forward);
        this.sweeps = sweep;
        this.marginalError = error;
        requireResolved(1, Math.max(bend(forward, start), bend(backward, end)));
    }

    private static void subtract(double[] log, double[] smooth, double[] difference) {
        for (int k = 0; k < difference.length; k++) {
            difference[k] = log[k] - smooth[k];
        }
    }

    /** ∫|e^{b + A(1)} - p₁|/∫p₁. */
    private double distance(double[] smooth) {
        double[] wanted = FieldAccess.values(end);
        double off = 0;
        double mass = 0;
        for (int k = 0; k < wanted.length; k++) {
            off += Math.abs(Math.exp(backward[k] + smooth[k]) - wanted[k]);
            mass += wanted[k];
        }
        return off / mass;
    }

    /** ln P_t e^L at the nodes, and the mean distances from there to where the mass comes from. */
    private void diffuse(double[] log, double t, double[] out, GaussianPlane.Moments moments) {
        int nx = start.grid().nx();
        GaussianPlane plane = planes.take();
        double px = precision(nx, start.grid().dx(), t);
        double py = precision(start.grid().ny(), start.grid().dy(), t);
        plane.alongX().lattice(0, 1, 0, 1, px, 0.5 * Math.log(px / Math.PI));
        plane.alongY().lattice(0, 1, 0, 1, py, 0.5 * Math.log(py / Math.PI));
        plane.apply((j, row, functions) -> System.arraycopy(log, j * nx, row, 0, nx), out, NOTHING_CARRIED, moments);
        planes.give(plane);
    }

    /** h²/2v; across a line nothing depends on v, and sums over the images of one node are right for any that is not small. */
    private double precision(int n, double h, double t) {
        return n == 1 ? 0.125 : 0.25 * h * (h / (transport.diffusivity() * t));
    }

    /** The largest -h²L″ along an axis where a density is not negligible. */
    private static double bend(double[] log, Field2D density) {
        int nx = density.grid().nx();
        int ny = density.grid().ny();
        double least = NEGLIGIBLE * density.max();
        double most = 0;
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                double twice = 2 * log[j * nx + i];
                double alongX = log[j * nx + (i + 1) % nx] + log[j * nx + (i + nx - 1) % nx];
                double alongY = log[(j + 1) % ny * nx + i] + log[(j + ny - 1) % ny * nx + i];
                if (density.get(i, j) > least) {
                    most = Math.max(most, twice - Math.min(alongX, alongY));
                }
            }
        }
        return most;
    }

    private double error(double t, double bend) {
        Grid2D grid = start.grid();
        double x = grid.nx() == 1 ? 0 : 2 * precision(grid.nx(), grid.dx(), t);
        double y = grid.ny() == 1 ? 0 : 2 * precision(grid.ny(), grid.dy(), t);
        return Math.min(1, StripBound.error(1, Math.max(x, y) + bend));
    }

    /** Beyond, a window of the kernel holds ever more periods. */
    private void requireWindow(Grid2D grid) {
        double length = grid.ny() == 1 ? grid.lx() : grid.nx() == 1 ? grid.ly() : Math.min(grid.lx(), grid.ly());
        KernelWindow.require(transport.diffusivity(), "diffusivity", 1, length);
    }

    private void requireResolved(double t, double bend) {
        double error = error(t, bend);
        if (!(error <= MOST_ERROR)) {
            throw new IllegalArgumentException("√(2·diffusivity) must reach from node to node, got an error of "
                    + (float) error + "; a larger diffusivity or a finer grid helps");
        }
    }

    /**
     * The density at a time.
     *
     * @param t the time, from 0 to 1; but for 0 and 1 so far from both that {@link #errorEstimate} is below 1e-9
     * @return p(·,t)
     * @throws IllegalArgumentException if {@code t} is outside that range
     */
    @Override
    public Field2D at(double t) {
        if (t == 0 || t == 1) {
            return t == 0 ? start : end;
        }
        check(t);
        double[] a = new double[forward.length];
        double[] b = new double[forward.length];
        diffuse(forward, t, a, null);
        diffuse(backward, 1 - t, b, null);
        for (int k = 0; k < a.length; k++) {
            a[k] = Math.exp(a[k] + b[k]);
        }
        return FieldAccess.wrap(start.grid(), a);
    }

    /**
     * The velocity of the density at a time: p_t = -∇·(v p).
     *
     * @param t the time, as for {@link #at}, but neither 0 nor 1
     * @return v(·,t) = D∇(B - A); on a line, 0 across it
     * @throws IllegalArgumentException if {@code t} is outside that range
     */
    public VectorField2D velocity(double t) {
        check(t);
        Grid2D grid = start.grid();
        GaussianPlane.Moments a = moments(forward, t);
        GaussianPlane.Moments b = moments(backward, 1 - t);
        double[] x = new double[grid.size()];
        double[] y = new double[grid.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = grid.nx() == 1 ? 0 : 0.5 * grid.dx() * (a.x()[k] / t - b.x()[k] / (1 - t));
            y[k] = grid.ny() == 1 ? 0 : 0.5 * grid.dy() * (a.y()[k] / t - b.y()[k] / (1 - t));
        }
        return new VectorField2D(FieldAccess.wrap(grid, x), FieldAccess.wrap(grid, y));
    }

    private GaussianPlane.Moments moments(double[] log, double t) {
        GaussianPlane.Moments moments = GaussianPlane.Moments.ofOffsets(new double[log.length], new double[log.length]);
        diffuse(log, t, null, moments);
        return moments;
    }

    private static void requireBetween(double t) {
        Arguments.nonNegative(t, "t");
        if (t > 1) {
            throw new IllegalArgumentException("t must be <= 1, got " + t);
        }
    }

    private void check(double t) {
        requireBetween(t);
        double error = sumError(t);
        if (!(error <= MOST_ERROR)) {
            throw new IllegalArgumentException(
                    "t must be so far from 0 and 1 that the kernel reaches from node to node, got " + t
                            + " with an error of " + (float) error);
        }
    }

    private double sumError(double t) {
        return Math.max(error(t, bend(forward, start)), error(1 - t, bend(backward, end)));
    }

    /**
     * What sums over the nodes are off by at a time, as a share of p where that is not negligible: 2e^{-2π²/q}, with q the
     * largest curvature of an exponent from node to node.
     *
     * @param t the time, from 0 to 1
     * @return the relative error, at most 1; 0 at both ends
     * @throws IllegalArgumentException if {@code t} is negative, above 1 or NaN
     */
    public double errorEstimate(double t) {
        requireBetween(t);
        return t == 0 || t == 1 ? 0 : sumError(t);
    }

    /**
     * How far the bridge's end is from the given one.
     *
     * @return ∫|p(·,1) - p₁|/∫p₁, at most the tolerance
     */
    public double marginalError() {
        return marginalError;
    }

    /**
     * How many iterations it took.
     *
     * @return the sweeps
     */
    public int sweeps() {
        return sweeps;
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid, and the sweeps
     */
    @Override
    public String toString() {
        return "SchroedingerBridge[" + start.grid().nx() + "x" + start.grid().ny() + ", " + sweeps + " sweeps]";
    }
}
