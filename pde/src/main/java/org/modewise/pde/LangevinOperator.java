package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;

/**
 * What moves densities on a grid, of two kinds: eigenvectors for ψ = p/√p∞, and {@link FokkerPlanckStep}s for p. A plane has
 * one of each for itself, or one for each of its axes if V is a sum over them. Immutable, safe to share between threads.
 */
final class LangevinOperator {
    private final Grid2D grid;
    private final double diffusivity;
    private final Axis x;
    /** Null on a line, and where x is the whole plane. */
    private final Axis y;
    /** √p∞, of norm 1. */
    private final double[] ground;

    /** The nodes that one matrix moves. */
    private record Axis(Grid2D grid, LocalPotential[] potential, WittenLaplacian laplacian) {
        static Axis of(Grid2D grid, LocalPotential.Potential v, double diffusivity) {
            LocalPotential[] potential = LocalPotential.of(grid, v);
            return new Axis(grid, potential, new WittenLaplacian(grid, potential, diffusivity));
        }
    }

    /** The steps of both axes; y is null as the operator's. */
    record Steps(FokkerPlanckStep x, FokkerPlanckStep y) {
        Steps doubled() {
            return new Steps(x.doubled(), y == null ? null : y.doubled());
        }
    }

    private LangevinOperator(Grid2D grid, Axis x, Axis y, double diffusivity) {
        this.grid = grid;
        this.diffusivity = diffusivity;
        this.x = x;
        this.y = y;
        int nx = grid.nx();
        this.ground = new double[grid.size()];
        double[] alongX = x.laplacian.ground();
        Arrays.setAll(
                ground,
                k -> y == null ? alongX[k] : alongX[k % nx] * y.laplacian.ground()[k / nx]);
    }

    /** One matrix for all nodes. */
    static LangevinOperator whole(Grid2D grid, LocalPotential.Potential potential, double diffusivity) {
        return new LangevinOperator(grid, Axis.of(grid, potential, diffusivity), null, diffusivity);
    }

    /** One matrix for each axis, for a potential's parts along x and along y. */
    static LangevinOperator axes(
            Grid2D grid, LocalPotential.Potential x, LocalPotential.Potential y, double diffusivity) {
        Axis alongX = Axis.of(Grid2D.line(grid.nx(), grid.x0(), grid.lx()), x, diffusivity);
        Axis alongY = Axis.of(Grid2D.line(grid.ny(), grid.y0(), grid.ly()), y, diffusivity);
        return new LangevinOperator(grid, alongX, alongY, diffusivity);
    }

    Grid2D grid() {
        return grid;
    }

    /** √p∞, of norm 1, not to be changed. */
    double[] ground() {
        return ground;
    }

    /** ψ ← e^{-tH}ψ. */
    void decay(double t, double[] psi) {
        if (y == null) {
            x.laplacian.propagate(t, psi, 1, 0, 1);
        } else {
            x.laplacian.propagate(t, psi, 1, grid.nx(), grid.ny());
            y.laplacian.propagate(t, psi, grid.nx(), 1, grid.nx());
        }
    }

    /** The longest time that {@link #steps} takes. */
    double shortest() {
        double bound = FokkerPlanckStep.bound(x.grid, x.potential, diffusivity);
        if (y != null) {
            bound = Math.max(bound, FokkerPlanckStep.bound(y.grid, y.potential, diffusivity));
        }
        return FokkerPlanckStep.LARGEST / Math.max(bound, Double.MIN_NORMAL);
    }

    /** In which diffusion alone crosses the larger side of the box. */
    double crossing() {
        double size = grid.ny() == 1 ? grid.lx() : Math.max(grid.lx(), grid.ly());
        return size * size / (2 * diffusivity);
    }

    Steps steps(double tau) {
        return new Steps(
                FokkerPlanckStep.of(x.grid, x.potential, diffusivity, tau),
                y == null ? null : FokkerPlanckStep.of(y.grid, y.potential, diffusivity, tau));
    }

    /** p ← e^{τL}p. */
    void step(Steps steps, double[] p) {
        if (y == null) {
            steps.x.apply(p, 1, 0, 1);
        } else {
            steps.x.apply(p, 1, grid.nx(), grid.ny());
            steps.y.apply(p, grid.nx(), 1, grid.nx());
        }
    }

    double residual() {
        return y == null ? x.laplacian.residual() : x.laplacian.residual() + y.laplacian.residual();
    }

    double relaxationRate() {
        double rate = second(x.laplacian.eigenvalues());
        return y == null ? rate : Math.min(rate, second(y.laplacian.eigenvalues()));
    }

    /** By how much of itself the relaxation rate may be wrong: as the root of a square, or as H's eigenvalue. */
    double rateError() {
        double defect = x.laplacian.groundDefect() + (y == null ? 0 : y.laplacian.groundDefect());
        double rate = Math.max(relaxationRate(), Double.MIN_NORMAL);
        return Math.min(2 * Math.sqrt(defect / rate), residual() / rate);
    }

    private static double second(double[] eigenvalues) {
        double[] sorted = eigenvalues.clone();
        Arrays.sort(sorted);
        return sorted.length == 1 ? Double.POSITIVE_INFINITY : sorted[1];
    }
}
