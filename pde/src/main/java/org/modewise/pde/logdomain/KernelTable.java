package org.modewise.pde.logdomain;

/**
 * e^{-κ(ξ_i - η_k)²} of targets and sources on one lattice, where it depends on few differences: with integer spacings,
 * ξ_i - η_k = ξ₀ - η₀ + c + m·step for i·spacing = a·step + c and m = a - k. A row for each c, by ascending k. Reused; not
 * safe to share between threads.
 */
final class KernelTable {
    /** Nothing beyond e^-MOST is kept: further, the rounding of exponents as large as that would show. */
    static final double MOST = 300;

    private static final int MOST_ENTRIES = 1 << 20;

    private final int[] rowOf;
    private final int[] shiftOf;
    private double[][] rows = new double[0][];

    KernelTable(int targets) {
        this.rowOf = new int[targets];
        this.shiftOf = new int[targets];
    }

    /** Fills the table; whether there is one. */
    boolean fill(double first, double spacing, double start, double step, double precision) {
        double half = Math.sqrt(MOST / precision) / step + 2;
        boolean integers = spacing == Math.rint(spacing) && step == Math.rint(step) && step * spacing < 1 << 16;
        if (!integers || !(half * 2 * step < MOST_ENTRIES)) {
            return false;
        }
        int count = (int) step;
        int reach = (int) half;
        int centre = (int) Math.floor((first - start) / step);
        int length = 2 * reach + 1;
        if (rows.length != count || rows[0].length < length) {
            rows = new double[count][length];
        }
        for (int c = 0; c < count; c++) {
            for (int p = 0; p < length; p++) {
                double offset = first - start + c - (p - reach + centre) * step;
                rows[c][p] = Math.exp(-precision * (offset * offset));
            }
        }
        for (int i = 0; i < rowOf.length; i++) {
            long distance = i * (long) spacing;
            rowOf[i] = (int) (distance % count);
            shiftOf[i] = (int) (reach - centre - distance / count);
        }
        return true;
    }

    /** The row of a target. */
    double[] row(int i) {
        return rows[rowOf[i]];
    }

    /** What to add to k for the index in the row of a target. */
    int shift(int i) {
        return shiftOf[i];
    }
}
