package org.modewise.pde;

/**
 * Which waves of a density count along an axis at a time: those that its samples told at the start, once scaled, as far as noise
 * has left them. A contraction brings them above Nyquist, where nodes see each as another one below, its alias (S. Poisson's
 * summation). Of waves about Nyquist at the start, which samples cannot tell from those above it, the share falls from all
 * to none within one wavenumber and is a half there, so that nothing jumps as they pass. An immutable value.
 *
 * @param n the nodes
 * @param length the period
 * @param limit how far from 0 the characteristic function is anything, in halves of a wavenumber; n at Nyquist
 */
record KnownWaves(int n, double length, int limit) {
    /** ½vκ² from which on nothing is left in any sample: e^{-46} is 1e-20. */
    private static final double NOTHING = 46;

    /** A density of more waves a node is narrower than a fifth of the spacing, and hardly any node shows it. */
    private static final int MOST = 8;

    /** The highest wavenumber that counts after x ↦ scale·x and a variance, in those of the axis; infinite if none is. */
    double highest(double scale, double variance) {
        double step = 2 * Math.PI / length;
        double most = 0.5 * (fades(scale) ? n + 1 : limit) / Math.abs(scale);
        return variance > 0 ? Math.min(most, Math.sqrt(2 * NOTHING / variance) / step) : most;
    }

    /** Where the last of the waves was at the start, in halves of a wavenumber. */
    int end() {
        return limit < n ? limit : n + 1;
    }

    private boolean fades(double scale) {
        return limit == n && Math.abs(scale) < 1;
    }

    /** Whether nodes see a wave as another one, be it that at Nyquist as its own mirror image. */
    boolean fold(double scale, double variance) {
        return n > 1 && Math.abs(scale) < 1 && 2 * Math.floor(highest(scale, variance)) >= n;
    }

    /**
     * How many wavenumbers count, from 0 on.
     *
     * @throws IllegalArgumentException if they are too many
     */
    int count(double scale, double variance) {
        return 1 + checked(highest(scale, variance), n);
    }

    /** The last wavenumber, of n nodes. */
    static int checked(double highest, int n) {
        if (!(highest <= (double) MOST * n)) {
            throw new IllegalArgumentException("a density must have at most " + MOST + " waves a node, got "
                    + (float) (highest / n) + "; for one so narrow a finer grid or a GaussianMixture would do");
        }
        return (int) Math.floor(highest);
    }

    /** By how much a wave of either sign counts. */
    double share(double scale, int m) {
        if (Math.abs(scale) < 1) {
            return share(2 * scale * m);
        }
        return 2 * m == n ? 0.5 : 1;
    }

    /** By how much one counts that was at a place in halves of a wavenumber at the start, or 0 beyond the limit. */
    double share(double place) {
        double distance = Math.abs(place);
        if (limit < n) {
            return distance <= limit ? 1 : 0;
        }
        return Math.max(0, Math.min(1, 0.5 * (n + 1 - distance)));
    }
}
