package org.modewise.pde;

import org.modewise.core.Grid2D;

/**
 * How finely {@link TaylorPatches} lie, and of which order they are, for modes up to a degree along each axis. As few as
 * the least order allows, since few stay in the caches; nodes no further apart than they need to be to show every branch of
 * a minimum beside a sample. Immutable.
 *
 * @param nx places along x at which the derivatives are sampled
 * @param ny along y
 * @param every of those from patch to patch, along both axes
 * @param apart of those from node to node; above 1 these are samples of the data too
 * @param order of the polynomials
 * @param error what is left out of ∇Φ₀, as a share of its bound
 */
record PatchGrid(int nx, int ny, int every, int apart, int order, double error) {
    private static final int MOST_ORDER = 8;
    /** The least. Patches get wider as long as no higher one is needed. */
    private static final int LOW_ORDER = TaylorSums.UNROLLED;

    private static final long MOST_TERMS = 1L << 25;
    /** What may be left out of ∇Φ₀, as a share of its bound. */
    private static final double TOLERANCE = 2e-11;
    /** Samples from node to node at most: beside a kink as many on each side take every branch. */
    private static final int MOST_APART = 4;

    static PatchGrid of(Grid2D grid, int degreeX, int degreeY) {
        int acrossX = grid.nx();
        int acrossY = grid.ny();
        int p = order(degreeX, degreeY, acrossX, acrossY);
        while (p > MOST_ORDER && terms(2L * acrossX * acrossY) <= MOST_TERMS) {
            // The axis with fewer nodes a wave.
            if ((double) degreeX / acrossX >= (double) degreeY / acrossY) {
                acrossX *= 2;
            } else {
                acrossY *= 2;
            }
            p = order(degreeX, degreeY, acrossX, acrossY);
        }
        int nx = acrossX;
        int ny = acrossY;
        int every = 1;
        while (acrossX % 2 == 0 && acrossY % 2 == 0 && order(degreeX, degreeY, acrossX / 2, acrossY / 2) <= LOW_ORDER) {
            acrossX /= 2;
            acrossY /= 2;
            every *= 2;
        }
        boolean isRefined = nx > grid.nx() || ny > grid.ny();
        int order = Math.min(order(degreeX, degreeY, acrossX, acrossY), MOST_ORDER);
        return new PatchGrid(
                nx,
                ny,
                every,
                isRefined ? 1 : Math.min(every, MOST_APART),
                order,
                remainder(turn(degreeX, degreeY, acrossX, acrossY), order));
    }

    private static long terms(long patches) {
        return patches * TaylorSums.terms(MOST_ORDER);
    }

    /** The most that the phase of a mode turns from the middle of a patch to its corner. */
    private static double turn(int degreeX, int degreeY, int acrossX, int acrossY) {
        return Math.PI * ((double) degreeX / acrossX + (double) degreeY / acrossY);
    }

    private static double remainder(double turn, int order) {
        double term = 1;
        for (int q = 1; q <= order; q++) {
            term *= turn / q;
        }
        return term;
    }

    private static int order(int degreeX, int degreeY, int acrossX, int acrossY) {
        double turn = turn(degreeX, degreeY, acrossX, acrossY);
        int order = LOW_ORDER;
        while (order <= MOST_ORDER && remainder(turn, order) > TOLERANCE) {
            order++;
        }
        return order;
    }
}
