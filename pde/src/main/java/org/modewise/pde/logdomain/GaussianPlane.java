package org.modewise.pde.logdomain;

/**
 * ln ∬ e^{L(y) - Σ(x - ay - b)²/2v} dy in the plane with a, b and v of each axis's own, and means under those weights:
 * a {@link GaussianLine} along x in every row of sources, then one along y in every column of targets. The logarithm of a
 * sum of sums is taken exactly so, and a mean over both axes is the mean along y of the means along x.
 *
 * <p>Reused from plane to plane without allocating; not safe to share between threads.
 */
public final class GaussianPlane {
    /** Gives the rows of sources, one after the other, so that they need never be there all at once. */
    public interface Rows {
        /**
         * Writes one row.
         *
         * @param j its number
         * @param log L at its sources; -∞ for none
         * @param functions the functions that are carried along, finite
         */
        void row(int j, double[] log, double[][] functions);
    }

    /**
     * Where the means of the offsets ζ = x - ay - b go, row by row. Those of squares are not written to a plane of order 1.
     *
     * @param x E[ζx]
     * @param y E[ζy]
     * @param xx E[ζx²]
     * @param xy E[ζxζy]
     * @param yy E[ζy²]
     */
    public record Moments(double[] x, double[] y, double[] xx, double[] xy, double[] yy) {
        /**
         * Of the offsets alone.
         *
         * @param x E[ζx]
         * @param y E[ζy]
         * @return a place for them
         */
        public static Moments ofOffsets(double[] x, double[] y) {
            return new Moments(x, y, null, null, null);
        }
    }

    private final int sourcesY;
    private final int targetsX;
    private final int carried;
    private final int order;
    private final GaussianLine alongX;
    private final GaussianLine alongY;

    private final double[] log;
    private final double[][] functions;
    /** What the rows leave, column by column: ln of the integral along x, and the means. */
    private final double[] columnLog;

    private final double[][] columnMeans;
    private final Expectations rowResults;
    /** What the columns leave, row by row. */
    private final Expectations withLog;

    private final Expectations withoutLog;

    /**
     * Room for planes of one size.
     *
     * @param sourcesX sources of a row, or of its period
     * @param sourcesY rows of sources
     * @param periodic whether the plane is periodic both ways
     * @param targetsX targets of a row
     * @param targetsY rows of targets
     * @param carried how many functions are carried along
     * @param order the highest power of offsets whose means will be asked for, from 0 to 2
     */
    public GaussianPlane(
            int sourcesX, int sourcesY, boolean periodic, int targetsX, int targetsY, int carried, int order) {
        this.sourcesY = sourcesY;
        this.targetsX = targetsX;
        this.carried = carried;
        this.order = order;
        int columnsCarried = carried + order;
        this.alongX = new GaussianLine(sourcesX, periodic, targetsX, carried);
        this.alongY = new GaussianLine(sourcesY, periodic, targetsY, columnsCarried);
        this.log = new double[sourcesX];
        this.functions = new double[carried][sourcesX];
        this.columnLog = new double[targetsX * sourcesY];
        this.columnMeans = new double[columnsCarried][targetsX * sourcesY];
        this.rowResults = new Expectations(
                columnLog,
                columnMeans,
                order > 0 ? columnMeans[carried] : null,
                order > 1 ? columnMeans[carried + 1] : null,
                null);
        int size = targetsX * targetsY;
        double[][] means = new double[columnsCarried][size];
        double[] offset = order > 0 ? new double[size] : null;
        double[] square = order > 1 ? new double[size] : null;
        double[][] products = order > 1 ? new double[columnsCarried][size] : null;
        this.withLog = new Expectations(new double[size], means, offset, square, products);
        this.withoutLog = new Expectations(null, means, offset, square, products);
    }

    /**
     * The line along x, to set its kernel.
     *
     * @return the line of the rows
     */
    public GaussianLine alongX() {
        return alongX;
    }

    /**
     * The line along y, to set its kernel.
     *
     * @return the line of the columns
     */
    public GaussianLine alongY() {
        return alongY;
    }

    /**
     * One plane.
     *
     * @param rows gives the sources
     * @param logs ln of the integral at the targets, row by row; null if not asked for
     * @param means E[p] of each carried function, row by row
     * @param offsets where the moments go; null if not asked for
     */
    public void apply(Rows rows, double[] logs, double[][] means, Moments offsets) {
        for (int j = 0; j < sourcesY; j++) {
            rows.row(j, log, functions);
            row(j, log, functions, 0);
        }
        columns(logs, means, offsets);
    }

    /**
     * The first half of a plane: one row of it, in any order of rows.
     *
     * @param j its number
     * @param log L at its sources, from an index on; -∞ for none
     * @param functions the functions that are carried along, from the same index on, finite
     * @param from that index
     */
    public void row(int j, double[] log, double[][] functions, int from) {
        alongX.apply(log, functions, from, rowResults, j, sourcesY);
        if (columnLog[j] == Double.NEGATIVE_INFINITY) {
            forget(j);
        }
    }

    /** Means of a row without sources are none, and weigh nothing. */
    private void forget(int j) {
        for (double[] means : columnMeans) {
            for (int i = 0; i < targetsX; i++) {
                means[i * sourcesY + j] = 0;
            }
        }
    }

    /**
     * The second half, once every row has been.
     *
     * @param logs ln of the integral at the targets, row by row; null if not asked for
     * @param means E[p] of each carried function, row by row
     * @param offsets where the moments go; null if not asked for
     */
    public void columns(double[] logs, double[][] means, Moments offsets) {
        Expectations results = logs == null ? withoutLog : withLog;
        for (int i = 0; i < targetsX; i++) {
            alongY.apply(columnLog, columnMeans, i * sourcesY, results, i, targetsX);
        }
        if (logs != null) {
            copy(results.log(), logs);
        }
        for (int f = 0; f < carried; f++) {
            copy(results.means()[f], means[f]);
        }
        if (offsets != null) {
            offsets(offsets.x(), offsets.y());
        }
        if (offsets != null && order > 1) {
            copy(results.means()[carried + 1], offsets.xx());
            copy(results.products()[carried], offsets.xy());
            copy(results.square(), offsets.yy());
        }
    }

    /**
     * Once the columns have been, of a plane of order 1 at least.
     *
     * @param x where E[ζx] goes, row by row
     * @param y where E[ζy] goes
     */
    public void offsets(double[] x, double[] y) {
        copy(withLog.means()[carried], x);
        copy(withLog.offset(), y);
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
    }
}
