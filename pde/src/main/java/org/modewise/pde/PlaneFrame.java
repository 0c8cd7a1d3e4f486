package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.elementary.Combinations;
import org.modewise.fft.RealFft2D;

/**
 * The frame of a plane whose axes are scaled and blurred each on its own: sums of rows along y, then, transposed, along x. All
 * inner loops run over whole rows.
 */
final class PlaneFrame implements DensityFrame {
    private static final int TAPS = FrequencyWindow.TAPS;
    /** Rows that are transposed at a time: the doubles of a cache line. */
    private static final int TILE = 8;

    private final CharacteristicFunction initial;
    private final AxisFrequencies x;
    private final AxisFrequencies y;
    private final FrameSpectrum spectrum;
    /** By scaled wavenumber along y, over the entries along x. */
    private final double[][] rows;
    /** By entry along x: the real parts of all wavenumbers along y, then the imaginary parts. */
    private final double[][] columns;

    private final double[] plus;
    private final double[] minus;

    PlaneFrame(CharacteristicFunction initial, RealFft2D fft) {
        Grid2D grid = fft.grid();
        this.initial = initial;
        this.x = new AxisFrequencies(grid.nx(), grid.x0(), grid.lx(), initial.limitX());
        this.y = new AxisFrequencies(grid.ny(), grid.y0(), grid.ly(), initial.limitY());
        this.spectrum = new FrameSpectrum(fft, x, y);
        int across = grid.ny() / 2 + 1;
        int entries = 2 * initial.originX() + 1;
        this.rows = new double[across][2 * entries];
        this.columns = new double[entries][2 * across];
        this.plus = new double[2 * across];
        this.minus = new double[2 * across];
    }

    @Override
    public void values(GaussianTransition transition, double[] values) {
        x.prepare(transition.xx(), transition.x0(), transition.varianceX());
        y.prepare(transition.yy(), transition.y0(), transition.varianceY());
        int from = initial.originX() - x.reach();
        int to = initial.originX() + x.reach() + 1;
        for (int m = 0; m < y.count(); m++) {
            int first = initial.originY() + y.first(m);
            combine(initial.rows(), first, 1, y.weights(), m, rows[m], 2 * from, 2 * to);
        }
        transpose(y.count(), from, to);
        spectrum.clear();
        int length = 2 * y.count();
        for (int m = 0; m < x.count(); m++) {
            combine(columns, initial.originX() + x.first(m), 1, x.weights(), m, plus, 0, length);
            if (m > 0) {
                combine(columns, initial.originX() - x.first(m), -1, x.weights(), m, minus, 0, length);
            }
            spectrum.put(m, plus, m > 0 ? minus : plus);
        }
        spectrum.inverse(initial.total(), values);
    }

    /** out = Σ wₖ·rows[first + k·step], four rows a loop: longer bodies C2 does not turn into vectors. */
    private static void combine(
            double[][] rows, int first, int step, double[][] weights, int m, double[] out, int from, int to) {
        Arrays.fill(out, from, to, 0);
        for (int tap = 0; tap < TAPS; tap += 4) {
            int row = first + tap * step;
            Combinations.addFour(
                    out,
                    weights[tap][m],
                    rows[row],
                    weights[tap + 1][m],
                    rows[row + step],
                    weights[tap + 2][m],
                    rows[row + 2 * step],
                    weights[tap + 3][m],
                    rows[row + 3 * step],
                    from,
                    to);
        }
    }

    /** From rows of entries to columns, entry by entry. */
    private void transpose(int count, int from, int to) {
        int top = 0;
        for (; top + TILE <= count; top += TILE) {
            transposeTile(top, count, from, to);
        }
        for (; top < count; top++) {
            double[] row = rows[top];
            for (int k = from; k < to; k++) {
                columns[k][top] = row[2 * k];
                columns[k][count + top] = row[2 * k + 1];
            }
        }
    }

    private void transposeTile(int top, int count, int from, int to) {
        double[] r0 = rows[top];
        double[] r1 = rows[top + 1];
        double[] r2 = rows[top + 2];
        double[] r3 = rows[top + 3];
        double[] r4 = rows[top + 4];
        double[] r5 = rows[top + 5];
        double[] r6 = rows[top + 6];
        double[] r7 = rows[top + 7];
        for (int k = from; k < to; k++) {
            double[] column = columns[k];
            int re = 2 * k;
            column[top] = r0[re];
            column[top + 1] = r1[re];
            column[top + 2] = r2[re];
            column[top + 3] = r3[re];
            column[top + 4] = r4[re];
            column[top + 5] = r5[re];
            column[top + 6] = r6[re];
            column[top + 7] = r7[re];
            int im = re + 1;
            int at = count + top;
            column[at] = r0[im];
            column[at + 1] = r1[im];
            column[at + 2] = r2[im];
            column[at + 3] = r3[im];
            column[at + 4] = r4[im];
            column[at + 5] = r5[im];
            column[at + 6] = r6[im];
            column[at + 7] = r7[im];
        }
    }
}
