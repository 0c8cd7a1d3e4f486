package org.modewise.pde;

import org.modewise.core.Grid2D;
import org.modewise.core.internal.ScratchPool;
import org.modewise.pde.logdomain.ParabolaEnvelope;

/**
 * Φ(x,t) = min_y G(y) with G(y) = Φ₀(y) + |x-y|²/2t, and u = u₀(y*), on a torus: what {@link HopfLaxLine} is on a line. The
 * envelope of parabolas along x in every row, then along y in every column, finds the best node exactly; Newton's method
 * moves it to the zero of ∇G, by the {@link TaylorPatches} of Φ₀. Beside a kink the minimisers of the four neighbours are
 * polished too. With ν &gt; 0 all of them count by Laplace's method, as e^{-G/2ν}/√(det G''). Immutable, safe to share
 * between threads.
 */
final class HopfLaxPlane {
    private static final int MOST_BRANCHES = 5;

    private final PotentialPlane data;
    private final TaylorPatches patches;
    private final double reachX;
    private final double reachY;
    private final ScratchPool<Scratch> scratch;

    HopfLaxPlane(PotentialPlane data) {
        this.data = data;
        this.patches = new TaylorPatches(data.potentialPlane());
        this.reachX = data.velocityPlane(0).bound();
        this.reachY = data.velocityPlane(1).bound();
        this.scratch = new ScratchPool<>(() -> new Scratch(data.grid(), patches));
    }

    /** The best nodes of all targets, and the minima at one. */
    private static final class Scratch {
        final ParabolaEnvelope envelope = new ParabolaEnvelope();
        final double[] row;
        final double[] column;
        /** After the rows: the heights and the best source along x, of column i and row of sources j at i·ny + j. */
        final double[] heights;

        final int[] besideX;
        /** The best node of each target. */
        final int[] bestX;

        final int[] bestY;
        final TaylorPatches.Minimum[] minima = new TaylorPatches.Minimum[MOST_BRANCHES];

        Scratch(Grid2D grid, TaylorPatches patches) {
            this.row = new double[patches.nx()];
            this.column = new double[patches.ny()];
            this.heights = new double[grid.nx() * patches.ny()];
            this.besideX = new int[heights.length];
            this.bestX = new int[grid.size()];
            this.bestY = new int[grid.size()];
            for (int k = 0; k < minima.length; k++) {
                minima[k] = new TaylorPatches.Minimum();
            }
        }
    }

    /** What is left out: by the Taylor series, and with ν &gt; 0 by Laplace's method, as a share of max|u₀|. */
    double error(double t) {
        double viscous = data.viscosity() * patches.squareWavenumber() * Math.min(t, 1 / patches.steepest());
        return Math.min(1, 64 * Math.ulp(1.0) + patches.error() + viscous);
    }

    /** When characteristics first cross: 1/max(-λ) over the eigenvalues λ of Φ₀'' at the nodes; infinite if there are none. */
    double shockTime() {
        return 1 / patches.steepestDescent();
    }

    /** Φ and u at a positive time, moved by a distance; null for what is not asked for. */
    void at(double t, double shiftX, double shiftY, double[] potential, double[] velocityX, double[] velocityY) {
        Scratch s = scratch.take();
        double x0 = -shiftX / patches.hx();
        double y0 = -shiftY / patches.hy();
        findAlongX(s, t, x0);
        findAlongY(s, t, y0);
        Grid2D grid = data.grid();
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                double xi = x0 + i * (double) patches.refineX();
                double eta = y0 + j * (double) patches.refineY();
                int count = minima(s, i, j, xi, eta, t);
                write(s, count, j * grid.nx() + i, potential, velocityX, velocityY);
            }
        }
        scratch.give(s);
    }

    private void findAlongX(Scratch s, double t, double first) {
        int nx = patches.nx();
        int targets = data.grid().nx();
        double precision = 0.5 * patches.hx() * (patches.hx() / t);
        double reach = Math.min(0.5 * nx, t * reachX / patches.hx() + 1);
        int from = (int) Math.floor(first - reach) - 1;
        int to = (int) Math.ceil(first + (targets - 1) * (double) patches.refineX() + reach) + 1;
        for (int j = 0; j < patches.ny(); j++) {
            for (int i = 0; i < nx; i++) {
                s.row[i] = -patches.height(i, j);
            }
            s.envelope.build(s.row, nx, from, to, 0, 1, precision);
            for (int i = 0; i < targets; i++) {
                double xi = first + i * (double) patches.refineX();
                s.besideX[i * patches.ny() + j] = s.envelope.highest(xi);
                s.heights[i * patches.ny() + j] = s.envelope.height(xi, precision);
            }
        }
    }

    private void findAlongY(Scratch s, double t, double first) {
        int ny = patches.ny();
        Grid2D grid = data.grid();
        double precision = 0.5 * patches.hy() * (patches.hy() / t);
        double reach = Math.min(0.5 * ny, t * reachY / patches.hy() + 1);
        int from = (int) Math.floor(first - reach) - 1;
        int to = (int) Math.ceil(first + (grid.ny() - 1) * (double) patches.refineY() + reach) + 1;
        for (int i = 0; i < grid.nx(); i++) {
            System.arraycopy(s.heights, i * ny, s.column, 0, ny);
            s.envelope.build(s.column, ny, from, to, 0, 1, precision);
            for (int j = 0; j < grid.ny(); j++) {
                int k = s.envelope.highest(first + j * (double) patches.refineY());
                s.bestY[j * grid.nx() + i] = k;
                s.bestX[j * grid.nx() + i] = s.besideX[i * ny + Math.floorMod(k, ny)];
            }
        }
    }

    /** The minimum of a target's own best node, and those of its neighbours that lie on other branches. */
    private int minima(Scratch s, int i, int j, double xi, double eta, double t) {
        int nx = data.grid().nx();
        int ny = data.grid().ny();
        int own = j * nx + i;
        patches.polish(s.bestX[own], s.bestY[own], xi, eta, t, s.minima[0]);
        int count = 1;
        for (int side = 0; side < 4; side++) {
            int di = side == 0 ? -1 : side == 1 ? 1 : 0;
            int dj = side == 2 ? -1 : side == 3 ? 1 : 0;
            int p = Math.floorMod(i + di, nx);
            int q = Math.floorMod(j + dj, ny);
            int x = s.bestX[q * nx + p] + Math.floorDiv(i + di, nx) * patches.nx();
            int y = s.bestY[q * nx + p] + Math.floorDiv(j + dj, ny) * patches.ny();
            // A neighbour on the same branch is no further away than it is itself.
            boolean far = Math.abs(x - s.bestX[own]) > 2 * patches.refineX()
                    || Math.abs(y - s.bestY[own]) > 2 * patches.refineY();
            if (far && isNew(s, count, x, y)) {
                patches.polish(x, y, xi, eta, t, s.minima[count++]);
            }
        }
        return count;
    }

    private boolean isNew(Scratch s, int count, int x, int y) {
        for (int k = 1; k < count; k++) {
            if (Math.abs(x - s.minima[k].x) <= 2 * patches.refineX()
                    && Math.abs(y - s.minima[k].y) <= 2 * patches.refineY()) {
                return false;
            }
        }
        return true;
    }

    private void write(Scratch s, int count, int at, double[] potential, double[] velocityX, double[] velocityY) {
        TaylorPatches.Minimum best = s.minima[0];
        for (int k = 1; k < count; k++) {
            if (s.minima[k].value < best.value - Math.ulp(best.value)) {
                best = s.minima[k];
            }
        }
        double u = best.velocityX;
        double v = best.velocityY;
        if (data.viscosity() > 0 && count > 1) {
            double total = 0;
            u = 0;
            v = 0;
            for (int k = 0; k < count; k++) {
                double exponent = (best.value - s.minima[k].value) / (2 * data.viscosity());
                double weight = Math.exp(exponent) * Math.sqrt(best.determinant / s.minima[k].determinant);
                total += weight;
                u += weight * s.minima[k].velocityX;
                v += weight * s.minima[k].velocityY;
            }
            u /= total;
            v /= total;
        }
        if (potential != null) {
            potential[at] = best.value;
        }
        if (velocityX != null) {
            velocityX[at] = u;
        }
        if (velocityY != null) {
            velocityY[at] = v;
        }
    }
}
