package org.modewise.pde;

/**
 * The minima of G on all branches next to a target beside a kink: from its own best node, from those of its neighbours that lie
 * on other branches, and with many nodes a sample from every minimum that the heights of the nodes cannot tell from the
 * least. Reused from target to target; not safe to share between threads.
 */
final class HopfLaxBranches {
    private static final int MOST_BRANCHES = 12;
    /** Minima of node heights next to one target. */
    private static final int MOST_TIES = 64;
    /** Nodes between two places that are one minimum. */
    private static final double SAME = 1e-4;

    private final TaylorPatches patches;
    private final NodePyramid pyramid;
    /** How much higher than at a minimum G is at the node next to it, at most, over the largest eigenvalue of G''. */
    private final double bias;
    /** 2ν. */
    private final double twiceViscosity;

    private final HopfLaxMinimum[] minima = new HopfLaxMinimum[MOST_BRANCHES];
    private final int[] ties = new int[MOST_TIES];
    private int count;

    /** The least G. */
    double value;
    /** u: that of the least minimum, or with ν &gt; 0 the mean over all. */
    double velocityX;

    double velocityY;

    /** @param pyramid of data with nodes between the samples, else null */
    HopfLaxBranches(TaylorPatches patches, NodePyramid pyramid, double twiceViscosity) {
        this.patches = patches;
        this.pyramid = pyramid;
        this.bias = (patches.hx() * patches.hx() + patches.hy() * patches.hy()) / 8;
        this.twiceViscosity = twiceViscosity;
        for (int k = 0; k < minima.length; k++) {
            minima[k] = new HopfLaxMinimum(patches);
        }
    }

    /** Finds them next to sample (i, j), at a place in nodes. */
    void find(HopfLaxNodes nodes, int i, int j, double xi, double eta, double rate) {
        minima[0].find(nodes.x(i, j), nodes.y(i, j), xi, eta, rate);
        count = 1;
        for (int side = 0; side < 4; side++) {
            int di = side == 0 ? -1 : side == 1 ? 1 : 0;
            int dj = side == 2 ? -1 : side == 3 ? 1 : 0;
            int x = nodes.x(i + di * patches.apart(), j + dj * patches.apart());
            int y = nodes.y(i + di * patches.apart(), j + dj * patches.apart());
            if (nodes.isOtherBranch(minima[0], i, j, di, dj) && isNew(x, y)) {
                minima[count].find(x, y, xi, eta, rate);
                keep();
            }
        }
        if (pyramid != null) {
            addTies(xi, eta, rate);
        }
        choose();
    }

    private boolean isNew(int x, int y) {
        for (int k = 1; k < count; k++) {
            if (Math.abs(x - minima[k].x) <= 2 * patches.refineX()
                    && Math.abs(y - minima[k].y) <= 2 * patches.refineY()) {
                return false;
            }
        }
        return true;
    }

    /** Adds the minima whose own nodes may be higher than a node beside a minimum that is less deep. */
    private void addTies(double xi, double eta, double rate) {
        double limit = minima[0].value + bias * (patches.steepest() + rate);
        int found = pyramid.minima(xi, eta, rate, limit, ties);
        for (int k = 0; k < found; k++) {
            double x = ties[k] % patches.nx();
            double y = ties[k] / patches.nx();
            x += patches.nx() * Math.rint((xi - x) / patches.nx());
            y += patches.ny() * Math.rint((eta - y) / patches.ny());
            minima[count].find(x, y, xi, eta, rate);
            keep();
        }
    }

    /** Keeps the next minimum beside those before it if it is none of them; if there is no room, in place of a higher one. */
    private void keep() {
        HopfLaxMinimum found = minima[count];
        int highest = 0;
        for (int k = 0; k < count; k++) {
            if (Math.abs(found.x - minima[k].x) <= SAME && Math.abs(found.y - minima[k].y) <= SAME) {
                return;
            }
            highest = minima[k].value > minima[highest].value ? k : highest;
        }
        if (count < minima.length - 1) {
            count++;
        } else if (found.value < minima[highest].value) {
            minima[count] = minima[highest];
            minima[highest] = found;
        }
    }

    private void choose() {
        HopfLaxMinimum best = minima[0];
        for (int k = 1; k < count; k++) {
            if (minima[k].value < best.value - Math.ulp(best.value)) {
                best = minima[k];
            }
        }
        value = best.value;
        velocityX = best.velocityX;
        velocityY = best.velocityY;
        if (twiceViscosity > 0 && count > 1 && best.isConvex) {
            double total = 0;
            double u = 0;
            double v = 0;
            for (int k = 0; k < count; k++) {
                if (!minima[k].isConvex) {
                    continue;
                }
                // Of two of one height either may be the best.
                double exponent = Math.min(0, (best.value - minima[k].value) / twiceViscosity);
                double weight = Math.exp(exponent) * Math.sqrt(best.determinant / minima[k].determinant);
                total += weight;
                u += weight * minima[k].velocityX;
                v += weight * minima[k].velocityY;
            }
            velocityX = u / total;
            velocityY = v / total;
        }
    }
}
