package org.modewise.pde;

import java.util.Arrays;

/**
 * The nodes at which G = Φ₀ + |x-y|²/2t is nearly least, found without looking at all: of ever larger blocks of nodes the
 * least Φ₀ is known, and those that are too high for their distance are left out whole. Immutable, safe to share between
 * threads.
 */
final class NodePyramid {
    private final int nx;
    private final int ny;
    private final double hx;
    private final double hy;
    /** The least Φ₀ of blocks of 2ˡ by 2ˡ nodes. */
    private final double[][] least;

    NodePyramid(TaylorPatches patches) {
        this.nx = patches.nx();
        this.ny = patches.ny();
        this.hx = patches.hx();
        this.hy = patches.hy();
        int levels = 1 + Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(nx, ny) - 1);
        this.least = new double[levels][];
        least[0] = patches.heights();
        for (int level = 1; level < levels; level++) {
            least[level] = halved(least[level - 1], across(nx, level - 1), across(ny, level - 1));
        }
    }

    private static int across(int n, int level) {
        return (n - 1 >> level) + 1;
    }

    private static double[] halved(double[] values, int nx, int ny) {
        int width = across(nx, 1);
        double[] half = new double[width * across(ny, 1)];
        Arrays.fill(half, Double.POSITIVE_INFINITY);
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                int at = (j >> 1) * width + (i >> 1);
                half[at] = Math.min(half[at], values[j * nx + i]);
            }
        }
        return half;
    }

    /**
     * The nodes where G is at most a limit and no higher than at the eight nodes around.
     *
     * @param xi the target along x, in nodes, in any period
     * @param eta along y
     * @param rate 1/t
     * @param found the nodes, row by row; what there is no room for is left out
     * @return how many there are
     */
    int minima(double xi, double eta, double rate, double limit, int[] found) {
        return minima(least.length - 1, 0, 0, xi, eta, rate, limit, found, 0);
    }

    private int minima(
            int level, int i, int j, double xi, double eta, double rate, double limit, int[] found, int known) {
        double dx = hx * distance(xi, i << level, Math.min(nx, i + 1 << level) - 1, nx);
        double dy = hy * distance(eta, j << level, Math.min(ny, j + 1 << level) - 1, ny);
        double height = least[level][j * across(nx, level) + i] + 0.5 * rate * (dx * dx + dy * dy);
        if (!(height <= limit) || known == found.length) {
            return known;
        }
        int count = known;
        if (level > 0) {
            int right = Math.min(2 * i + 2, across(nx, level - 1));
            int top = Math.min(2 * j + 2, across(ny, level - 1));
            for (int q = 2 * j; q < top; q++) {
                for (int p = 2 * i; p < right; p++) {
                    count = minima(level - 1, p, q, xi, eta, rate, limit, found, count);
                }
            }
        } else if (isLeast(i, j, xi, eta, rate, height)) {
            found[count++] = j * nx + i;
        }
        return count;
    }

    private boolean isLeast(int i, int j, double xi, double eta, double rate, double height) {
        for (int dj = -1; dj <= 1; dj++) {
            int q = j + dj < 0 ? ny - 1 : j + dj == ny ? 0 : j + dj;
            double dy = hy * distance(eta, q, q, ny);
            for (int di = -1; di <= 1; di++) {
                int p = i + di < 0 ? nx - 1 : i + di == nx ? 0 : i + di;
                double dx = hx * distance(xi, p, p, nx);
                if (least[0][q * nx + p] + 0.5 * rate * (dx * dx + dy * dy) < height) {
                    return false;
                }
            }
        }
        return true;
    }

    /** From a place to the nearest of a range of nodes, in the nearest period. */
    private static double distance(double place, int first, int last, int period) {
        double half = 0.5 * (last - first);
        double away = place - (first + half);
        away = Math.abs(away - period * Math.rint(away / period));
        return Math.max(0, away - half);
    }
}
