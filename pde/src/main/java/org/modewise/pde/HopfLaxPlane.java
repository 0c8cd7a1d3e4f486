package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.ScratchPool;
import org.modewise.pde.logdomain.ParabolaEnvelope;

/**
 * Φ(x,t) = min_y G(y) with G(y) = Φ₀(y) + |x-y|²/2t, and u = u₀(y*), on a torus: what {@link HopfLaxLine} is on a line. The
 * envelope of parabolas along x in every row, then along y in every column, finds the best node exactly; Newton's method
 * moves it to the zero of ∇G, by the {@link TaylorPatches} of Φ₀. Beside a kink the minimisers of the four neighbours are
 * polished too, and of data with many nodes a sample every minimum that the heights of the nodes cannot tell from the
 * least, by {@link NodePyramid}. With ν &gt; 0 all of them count by Laplace's method, as e^{-G/2ν}/√(det G''). Immutable, safe to share
 * between threads.
 */
final class HopfLaxPlane {
    private static final int MOST_BRANCHES = 12;
    /** Nodes a sample from which data are rough: their branches may lie too close for the best nodes to tell them apart. */
    private static final int ROUGH = 16;
    /** Minima of node heights next to one target. */
    private static final int MOST_TIES = 64;
    /** Nodes between two places that are one minimum. */
    private static final double SAME = 1e-4;
    /** Beyond so many times all other slopes, |x-y|²/2t holds a minimiser at its target. */
    private static final double STIFF = 0x1p100;
    /** Columns that are gathered at once: the doubles of a cache line. */
    private static final int COLUMNS = 8;

    private final PotentialPlane data;
    /** A power of two that makes Φ₀ about 1, so that no product of its derivatives leaves the doubles. */
    private final double scale;
    /** Of Φ₀ times the scale. */
    private final TaylorPatches patches;

    /** Of data with nodes between the samples, else null. */
    private final NodePyramid pyramid;
    /** The largest 1/t, times the scale, that makes a difference. */
    private final double mostRate;
    /** How much higher than at a minimum G is at the node next to it, at most, over the largest eigenvalue of G''. */
    private final double bias;

    private final double reachX;
    private final double reachY;
    private final ScratchPool<Scratch> scratch;

    HopfLaxPlane(PotentialPlane data) {
        this.data = data;
        double size = Math.max(Math.abs(data.least()), Math.abs(data.most()));
        this.scale = size == 0 ? 1 : Math.scalb(1.0, -Math.max(Double.MIN_EXPONENT, Math.getExponent(size)));
        this.patches =
                new TaylorPatches(data.potentialPlane().times(FourierMultiplier.separable(kx -> scale, ky -> 1)));
        this.pyramid = patches.refineX() * patches.refineY() > 1 ? new NodePyramid(patches) : null;
        double hx = patches.hx();
        double hy = patches.hy();
        this.mostRate = STIFF * Math.max(patches.steepest(), Math.max(1 / hx / hx, 1 / hy / hy));
        this.bias = (hx * hx + hy * hy) / 8;
        this.reachX = data.potentialPlane().slopeBound(true);
        this.reachY = data.potentialPlane().slopeBound(false);
        this.scratch = new ScratchPool<>(() -> new Scratch(data.grid(), patches));
    }

    /** The best nodes of all targets, and the minima at one. */
    private static final class Scratch {
        final ParabolaEnvelope envelope = new ParabolaEnvelope();
        final double[] row;
        final double[][] columns;
        final int[][] columnsX;
        final int[] tileX;
        final int[] tileY;
        /** x - y* of the last rows. */
        final double[][] wayX;

        final double[][] wayY;
        /** After the rows: the heights and the best sources along x, row by row of sources. */
        final double[] heights;

        final int[] besideX;
        /** The best node of each target. */
        final int[] bestX;

        final int[] bestY;
        /** Whether a neighbour of a target is on another branch. */
        final boolean[] mixed;

        final HopfLaxMinimum[] minima = new HopfLaxMinimum[MOST_BRANCHES];
        final int[] ties = new int[MOST_TIES];

        Scratch(Grid2D grid, TaylorPatches patches) {
            this.row = new double[patches.nx()];
            this.columns = new double[COLUMNS][patches.ny()];
            this.columnsX = new int[COLUMNS][patches.ny()];
            this.tileX = new int[COLUMNS * grid.ny()];
            this.tileY = new int[COLUMNS * grid.ny()];
            this.wayX = new double[4][grid.nx()];
            this.wayY = new double[4][grid.nx()];
            this.mixed = new boolean[grid.size()];
            this.heights = new double[grid.nx() * patches.ny()];
            this.besideX = new int[heights.length];
            this.bestX = new int[grid.size()];
            this.bestY = new int[grid.size()];
            for (int k = 0; k < minima.length; k++) {
                minima[k] = new HopfLaxMinimum(patches);
            }
        }
    }

    /** What is left out: by Newton's method, by the Taylor series, and with ν &gt; 0 by Laplace's method, as a share of max|u₀|. */
    double error(double t) {
        double viscous = data.viscosity() * patches.squareWavenumber() * Math.min(t, scale / patches.steepest());
        // In the middle of a shock that is not sharp, rounding decides between both sides.
        double shock = data.viscosity() > 0 ? Math.ulp(1.0) * data.span() : 0;
        return Math.min(1, HopfLaxMinimum.CLOSE + patches.error() + viscous + shock);
    }

    /** When characteristics first cross: 1/max(-λ) over the eigenvalues λ of Φ₀'' at the nodes; infinite if there are none. */
    double shockTime() {
        return patches.steepestDescent() > 0 ? scale / patches.steepestDescent() : Double.POSITIVE_INFINITY;
    }

    /** Φ and u at a positive time, moved by a distance; null for what is not asked for. */
    void at(double t, double shiftX, double shiftY, double[] potential, double[] velocityX, double[] velocityY) {
        Scratch s = scratch.take();
        double x0 = -shiftX / patches.hx();
        double y0 = -shiftY / patches.hy();
        double rate = Math.min(mostRate, scale / t);
        findAlongX(s, t, x0, rate);
        findAlongY(s, t, y0, rate);
        sweep(s, x0, y0, rate, potential, velocityX, velocityY);
        mendKinks(s, x0, y0, rate, potential, velocityX, velocityY);
        scratch.give(s);
    }

    /** The minimum next to each target's best node, from where those of the rows before lead. */
    private void sweep(
            Scratch s, double x0, double y0, double rate, double[] potential, double[] velocityX, double[] velocityY) {
        int nx = data.grid().nx();
        int ny = data.grid().ny();
        int farX = 2 * patches.refineX();
        int farY = 2 * patches.refineY();
        HopfLaxMinimum minimum = s.minima[0];
        Arrays.fill(s.mixed, isRough());
        for (int j = 0; j < ny; j++) {
            double eta = y0 + j * (double) patches.refineY();
            double[] nowX = s.wayX[j & 3];
            double[] nowY = s.wayY[j & 3];
            double[] oneX = s.wayX[j + 3 & 3];
            double[] oneY = s.wayY[j + 3 & 3];
            double[] twoX = s.wayX[j + 2 & 3];
            double[] twoY = s.wayY[j + 2 & 3];
            double[] threeX = s.wayX[j + 1 & 3];
            double[] threeY = s.wayY[j + 1 & 3];
            int below = j == 0 ? (ny - 1) * nx : -nx;
            int belowY = j == 0 ? -patches.ny() : 0;
            int left = j * nx + nx - 1;
            int leftX = s.bestX[left] - patches.nx();
            for (int i = 0; i < nx; i++) {
                int own = j * nx + i;
                double xi = x0 + i * (double) patches.refineX();
                int bestX = s.bestX[own];
                int bestY = s.bestY[own];
                // Neighbours on one branch are further apart only where Φ₀ is concave: there it is work for nothing.
                if (Math.abs(bestX - leftX) > farX || Math.abs(bestY - s.bestY[left]) > farY) {
                    s.mixed[own] = true;
                    s.mixed[left] = true;
                }
                if (Math.abs(bestX - s.bestX[own + below]) > farX
                        || Math.abs(bestY - s.bestY[own + below] - belowY) > farY) {
                    s.mixed[own] = true;
                    s.mixed[own + below] = true;
                }
                left = own;
                leftX = bestX;
                double startX = xi - (4 * (oneX[i] + threeX[i]) - 6 * twoX[i] - nowX[i]);
                double startY = eta - (4 * (oneY[i] + threeY[i]) - 6 * twoY[i] - nowY[i]);
                if (!(j >= 4 && Math.abs(startX - bestX) <= 1 && Math.abs(startY - bestY) <= 1)) {
                    startX = bestX;
                    startY = bestY;
                }
                minimum.find(startX, startY, xi, eta, rate);
                nowX[i] = xi - minimum.x;
                nowY[i] = eta - minimum.y;
                put(potential, own, minimum.value);
                put(velocityX, own, minimum.velocityX);
                put(velocityY, own, minimum.velocityY);
            }
        }
    }

    /** Where a neighbour's best node lies on another branch, the minima of all branches next to a target. */
    private void mendKinks(
            Scratch s, double x0, double y0, double rate, double[] potential, double[] velocityX, double[] velocityY) {
        int nx = data.grid().nx();
        for (int own = 0; own < s.mixed.length; own++) {
            if (s.mixed[own]) {
                int j = own / nx;
                int i = own % nx;
                double xi = x0 + i * (double) patches.refineX();
                double eta = y0 + j * (double) patches.refineY();
                int count = minima(s, i, j, xi, eta, rate);
                write(s, count, own, potential, velocityX, velocityY);
            }
        }
    }

    private boolean isRough() {
        return patches.refineX() * patches.refineY() >= ROUGH;
    }

    private void findAlongX(Scratch s, double t, double first, double rate) {
        int nx = patches.nx();
        int targets = data.grid().nx();
        double precision = 0.5 * patches.hx() * (patches.hx() * rate);
        double reach = Math.min(0.5 * nx, t * reachX / patches.hx() + 1);
        int from = (int) Math.floor(first - reach) - 1;
        int to = (int) Math.ceil(first + (targets - 1) * (double) patches.refineX() + reach) + 1;
        for (int j = 0; j < patches.ny(); j++) {
            for (int i = 0; i < nx; i++) {
                s.row[i] = -patches.heights()[j * nx + i];
            }
            s.envelope.build(s.row, nx, from, to, 0, 1, precision);
            for (int i = 0; i < targets; i++) {
                double xi = first + i * (double) patches.refineX();
                s.besideX[j * targets + i] = s.envelope.highest(xi);
                s.heights[j * targets + i] = s.envelope.height(xi, precision);
            }
        }
    }

    private void findAlongY(Scratch s, double t, double first, double rate) {
        int ny = patches.ny();
        Grid2D grid = data.grid();
        double precision = 0.5 * patches.hy() * (patches.hy() * rate);
        double reach = Math.min(0.5 * ny, t * reachY / patches.hy() + 1);
        int from = (int) Math.floor(first - reach) - 1;
        int to = (int) Math.ceil(first + (grid.ny() - 1) * (double) patches.refineY() + reach) + 1;
        int nx = grid.nx();
        for (int i = 0; i < nx; i += COLUMNS) {
            int width = Math.min(COLUMNS, nx - i);
            gather(s, i, width, nx);
            for (int c = 0; c < width; c++) {
                s.envelope.build(s.columns[c], ny, from, to, 0, 1, precision);
                for (int j = 0; j < grid.ny(); j++) {
                    int k = s.envelope.highest(first + j * (double) patches.refineY());
                    s.tileY[j * COLUMNS + c] = k;
                    s.tileX[j * COLUMNS + c] = s.columnsX[c][k < 0 || k >= ny ? Math.floorMod(k, ny) : k];
                }
            }
            for (int j = 0; j < grid.ny(); j++) {
                System.arraycopy(s.tileX, j * COLUMNS, s.bestX, j * nx + i, width);
                System.arraycopy(s.tileY, j * COLUMNS, s.bestY, j * nx + i, width);
            }
        }
    }

    private static void gather(Scratch s, int first, int count, int nx) {
        for (int j = 0; j < s.columns[0].length; j++) {
            for (int c = 0; c < count; c++) {
                s.columns[c][j] = s.heights[j * nx + first + c];
                s.columnsX[c][j] = s.besideX[j * nx + first + c];
            }
        }
    }

    /** The minimum of a target's own best node, and those of its neighbours that lie on other branches. */
    private int minima(Scratch s, int i, int j, double xi, double eta, double rate) {
        int nx = data.grid().nx();
        int ny = data.grid().ny();
        int own = j * nx + i;
        s.minima[0].find(s.bestX[own], s.bestY[own], xi, eta, rate);
        int count = 1;
        for (int side = 0; side < 4; side++) {
            int di = side == 0 ? -1 : side == 1 ? 1 : 0;
            int dj = side == 2 ? -1 : side == 3 ? 1 : 0;
            int p = Math.floorMod(i + di, nx);
            int q = Math.floorMod(j + dj, ny);
            int x = s.bestX[q * nx + p] + Math.floorDiv(i + di, nx) * patches.nx();
            int y = s.bestY[q * nx + p] + Math.floorDiv(j + dj, ny) * patches.ny();
            boolean far = Math.abs(x - s.bestX[own]) > 2 * patches.refineX()
                    || Math.abs(y - s.bestY[own]) > 2 * patches.refineY();
            if (far && !s.minima[0].isNext(rate, di, dj, x, y) && isNew(s, count, x, y)) {
                s.minima[count].find(x, y, xi, eta, rate);
                count = keep(s, count);
            }
        }
        return pyramid == null ? count : ties(s, count, xi, eta, rate);
    }

    /** Adds the minima whose own nodes may be higher than a node beside a minimum that is less deep. */
    private int ties(Scratch s, int known, double xi, double eta, double rate) {
        double limit = s.minima[0].value + bias * (patches.steepest() + rate);
        int nodes = pyramid.minima(xi, eta, rate, limit, s.ties);
        int count = known;
        for (int k = 0; k < nodes; k++) {
            double x = s.ties[k] % patches.nx();
            double y = s.ties[k] / patches.nx();
            x += patches.nx() * Math.rint((xi - x) / patches.nx());
            y += patches.ny() * Math.rint((eta - y) / patches.ny());
            s.minima[count].find(x, y, xi, eta, rate);
            count = keep(s, count);
        }
        return count;
    }

    /** Keeps a minimum beside those before it if it is none of them; if there is no room, in place of a higher one. */
    private static int keep(Scratch s, int count) {
        HopfLaxMinimum found = s.minima[count];
        int highest = 0;
        for (int k = 0; k < count; k++) {
            if (Math.abs(found.x - s.minima[k].x) <= SAME && Math.abs(found.y - s.minima[k].y) <= SAME) {
                return count;
            }
            highest = s.minima[k].value > s.minima[highest].value ? k : highest;
        }
        if (count < s.minima.length - 1) {
            return count + 1;
        }
        if (found.value < s.minima[highest].value) {
            s.minima[count] = s.minima[highest];
            s.minima[highest] = found;
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
        HopfLaxMinimum best = s.minima[0];
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
                double exponent = (best.value - s.minima[k].value) / (2 * data.viscosity() * scale);
                double weight = Math.exp(exponent) * Math.sqrt(best.determinant / s.minima[k].determinant);
                total += weight;
                u += weight * s.minima[k].velocityX;
                v += weight * s.minima[k].velocityY;
            }
            u /= total;
            v /= total;
        }
        put(potential, at, best.value);
        put(velocityX, at, u);
        put(velocityY, at, v);
    }

    /** A number in the data's own unit, where it is asked for. */
    private void put(double[] out, int at, double scaled) {
        if (out != null) {
            out[at] = scaled / scale;
        }
    }
}
