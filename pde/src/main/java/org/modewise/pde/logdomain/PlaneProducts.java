package org.modewise.pde.logdomain;

/**
 * What {@link GaussianPlane} finds, for an L that spans so little that e^L and its sums are ordinary numbers: ∬ e^L·K and
 * ∬ e^L·p·K as sums of products along y, then along x, all columns and then all rows at once. No exponential is left in
 * the inner loops, and they run over neighbours in memory. Its weights have the rounding of L and of the kernel's
 * exponents, up to that span. Reused from plane to plane without allocating; not safe to share between threads.
 */
public final class PlaneProducts {
    /** The largest span of L: what is e^-43 below the faintest target's sum is still a normal number. */
    public static final double MOST_SPAN = 150;

    /** ln 2⁵³ and of a number of sources. */
    private static final double CUTOFF = 50;

    private final WrappedKernel alongX;
    private final WrappedKernel alongY;
    private final double[][][] sources;
    private final double[][] acrossX;
    private final double[][] acrossY;
    private final double[][] sums;

    /**
     * Room for planes of one size.
     *
     * @param sourcesX sources of a row's period
     * @param sourcesY rows of sources
     * @param targetsX targets of a row
     * @param targetsY rows of targets
     * @param carried how many functions are carried along
     */
    public PlaneProducts(int sourcesX, int sourcesY, int targetsX, int targetsY, int carried) {
        this.alongX = new WrappedKernel(sourcesX, targetsX);
        this.alongY = new WrappedKernel(sourcesY, targetsY);
        this.sources = new double[1 + carried][sourcesY][sourcesX];
        this.acrossX = new double[targetsY][sourcesX];
        this.acrossY = new double[sourcesX][targetsY];
        this.sums = new double[targetsX][targetsY];
    }

    /**
     * Where the sources go.
     *
     * @param field 0 for e^L, f + 1 for e^L times the carried function f
     * @param row the row of sources
     * @return the row itself, to be filled
     */
    public double[] source(int field, int row) {
        return sources[field][row];
    }

    /**
     * Sets targets, sources and kernel along x: ξ_i = first + i·spacing, η_k = k·step.
     *
     * @param first ξ₀
     * @param spacing from one target to the next
     * @param step from one source to the next
     * @param precision κ
     * @param span of L
     */
    public void latticeX(double first, int spacing, int step, double precision, double span) {
        alongX.fill(first, spacing, step, precision, span + CUTOFF);
    }

    /**
     * The same along y.
     *
     * @param first ξ₀
     * @param spacing from one target to the next
     * @param step from one source to the next
     * @param precision κ
     * @param span of L
     */
    public void latticeY(double first, int spacing, int step, double precision, double span) {
        alongY.fill(first, spacing, step, precision, span + CUTOFF);
    }

    /**
     * The sums of one field at all targets.
     *
     * @param field 0 for e^L, f + 1 for e^L times the carried function f
     * @param out where they go, row by row
     */
    public void apply(int field, double[] out) {
        alongY.apply(sources[field], acrossX);
        transpose(acrossX, acrossY);
        alongX.apply(acrossY, sums);
        int nx = sums.length;
        for (int i = 0; i < nx; i++) {
            double[] column = sums[i];
            for (int j = 0; j < column.length; j++) {
                out[j * nx + i] = column[j];
            }
        }
    }

    private static void transpose(double[][] rows, double[][] columns) {
        for (int j = 0; j < rows.length; j++) {
            double[] row = rows[j];
            for (int i = 0; i < row.length; i++) {
                columns[i][j] = row[i];
            }
        }
    }
}
