package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;

/**
 * Where points lie among the samples of an {@link OversampledField}, and what those around them weigh: found once, for
 * as many fields on one grid as there are. Reused from block to block; not safe to share between threads.
 */
final class GridWeights {
    /** Points of a block: their weights fit into the first cache. */
    static final int BLOCK = 64;

    private final Grid2D grid;
    private final OversampledField.Axis axisX;
    private final OversampledField.Axis axisY;
    private final int[] firstX = new int[BLOCK];
    private final int[] firstY = new int[BLOCK];
    /** The weight of sample c of point p is at [c][p]. */
    private final double[][] weightsX = new double[KaiserBessel.WIDTH][BLOCK];

    private final double[][] weightsY = new double[KaiserBessel.WIDTH][BLOCK];
    private final double[] offsets = new double[BLOCK];
    private final double[] squares = new double[BLOCK];
    private final double[] row = new double[KaiserBessel.WIDTH];

    /** Weights for fields on the grid of this one. */
    GridWeights(OversampledField field) {
        this.grid = field.grid();
        this.axisX = field.x();
        this.axisY = field.y();
    }

    /** Finds the weights of a block of points of finite coordinates, anywhere in the plane. */
    void place(double[] x, double[] y, int from, int count) {
        place(axisX, x, from, count, grid.x0(), grid.lx(), firstX, weightsX);
        place(axisY, y, from, count, grid.y0(), grid.ly(), firstY, weightsY);
    }

    private void place(
            OversampledField.Axis axis,
            double[] points,
            int from,
            int count,
            double start,
            double period,
            int[] first,
            double[][] weights) {
        if (axis.width() == 1) {
            Arrays.fill(first, 0, count, 0);
            Arrays.fill(weights[0], 0, count, 1);
            return;
        }
        int cells = axis.cells();
        for (int p = 0; p < count; p++) {
            // What rounding has taken from a place counts as much in a cell as in the period: it is found and added
            // there.
            double distance = points[from + p] - start;
            double turns = distance / period;
            double rest = rest(points[from + p], start, distance, turns, period);
            double whole = Math.floor(turns);
            double fraction = turns - whole;
            // Left of the start, turns may have finer digits than the fraction: fraction - 1 is exact, and shows them.
            double shifted = turns - (fraction + whole);
            double place = fraction * cells;
            int cell = (int) place;
            double lost = productError(fraction, cells, place) + (rest / period + shifted) * cells;
            offsets[p] = place - cell - 0.5 + lost;
            // Half of the samples lie left of the middle of the cell; a place just below 0 may be rounded to the far
            // end.
            first[p] = Math.floorMod(cell + 1 - axis.width() / 2, axis.cells());
        }
        KaiserBessel.weights(offsets, count, squares, weights);
    }

    /** x - start - turns·period, which rounding has left of turns = (x - start)/period. */
    private static double rest(double x, double start, double distance, double turns, double period) {
        double other = x - distance;
        double error = x - (distance + other) + (other - start);
        double product = turns * period;
        return distance - product - productError(turns, period, product) + error;
    }

    /** a·b less the rounded product (T. Dekker, Numer. Math. 18, 1971); not by fma, which is slow where there is none. */
    private static double productError(double a, double b, double product) {
        double aHigh = high(a);
        double aLow = a - aHigh;
        double bHigh = high(b);
        double bLow = b - bHigh;
        return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
    }

    /** The first 26 bits. */
    private static double high(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & -1L << 27);
    }

    /** The values of a field at the points. */
    void values(OversampledField field, int count, double[] values, int to) {
        double[] samples = field.samples();
        int stride = axisX.extended();
        for (int p = 0; p < count; p++) {
            for (int c = 0; c < axisX.width(); c++) {
                row[c] = weightsX[c][p];
            }
            double sum = 0;
            for (int r = 0; r < axisY.width(); r++) {
                int from = (firstY[p] + r) * stride + firstX[p];
                double along = axisX.width() == 1 ? samples[from] : sum(row, samples, from);
                sum += weightsY[r][p] * along;
            }
            values[to + p] = sum;
        }
    }

    /** A sum along a row, in four parts that do not wait for each other. */
    private static double sum(double[] row, double[] samples, int from) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int k = 0; k < KaiserBessel.WIDTH; k += 4) {
            a += row[k] * samples[from + k];
            b += row[k + 1] * samples[from + k + 1];
            c += row[k + 2] * samples[from + k + 2];
            d += row[k + 3] * samples[from + k + 3];
        }
        return (a + b) + (c + d);
    }
}
