package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * The frame of a plane whose axes are scaled and blurred each on its own: sums of rows along y, then, transposed, along x. All
 * inner loops run over whole rows.
 */
final class PlaneFrame implements DensityFrame {
    private static final int TAPS = FrequencyWindow.TAPS;

    private final CharacteristicFunction initial;
    private final RealFft2D fft;
    private final AxisFrequencies x;
    private final AxisFrequencies y;
    /** By scaled wavenumber along y, over those of the table along x. */
    private final double[][] rowsRe;

    private final double[][] rowsIm;
    /** The same, by wavenumber of the table along x. */
    private final double[][] columnsRe;

    private final double[][] columnsIm;
    private final double[] lineRe;
    private final double[] lineIm;
    private final double[] spectrum;

    PlaneFrame(CharacteristicFunction initial, RealFft2D fft) {
        Grid2D grid = fft.grid();
        this.initial = initial;
        this.fft = fft;
        this.x = new AxisFrequencies(grid.nx(), grid.x0(), grid.lx());
        this.y = new AxisFrequencies(grid.ny(), grid.y0(), grid.ly());
        int along = initial.re()[0].length;
        int across = 2 * (grid.ny() / 2) + 1;
        this.rowsRe = new double[across][along];
        this.rowsIm = new double[across][along];
        this.columnsRe = new double[along][across];
        this.columnsIm = new double[along][across];
        this.lineRe = new double[across];
        this.lineIm = new double[across];
        this.spectrum = new double[fft.spectrumLength()];
    }

    @Override
    public void values(GaussianTransition transition, double[] values) {
        x.prepare(transition.xx(), transition.x0(), transition.varianceX());
        y.prepare(transition.yy(), transition.y0(), transition.varianceY());
        int along = initial.originX() + x.reach();
        int last = y.count() - 1;
        int across = 2 * last + 1;
        for (int m = 0; m <= last; m++) {
            int first = initial.originY() + y.first(m);
            int mirrored = initial.originY() - y.first(m);
            combine(initial.re(), first, 1, y.weights(), m, rowsRe[last + m], along);
            combine(initial.im(), first, 1, y.weights(), m, rowsIm[last + m], along);
            combine(initial.re(), mirrored, -1, y.weights(), m, rowsRe[last - m], along);
            combine(initial.im(), mirrored, -1, y.weights(), m, rowsIm[last - m], along);
        }
        transpose(rowsRe, across, along, columnsRe);
        transpose(rowsIm, across, along, columnsIm);
        Arrays.fill(spectrum, 0);
        for (int m = 0; m < x.count(); m++) {
            int first = initial.originX() + x.first(m);
            combine(columnsRe, first, 1, x.weights(), m, lineRe, across);
            combine(columnsIm, first, 1, x.weights(), m, lineIm, across);
            multiply(m, last);
            put(m, last);
        }
        spectrum[fft.layout().index(0, 0)] = initial.total();
        spectrum[fft.layout().index(0, 0) + fft.layout().imOffset()] = 0;
        fft.inverse(spectrum, values);
    }

    /** out = Σ wₖ·rows[first + k·step], four rows a loop: longer bodies C2 does not turn into vectors. */
    private static void combine(
            double[][] rows, int first, int step, double[][] weights, int m, double[] out, int length) {
        Arrays.fill(out, 0, length, 0);
        for (int tap = 0; tap < TAPS; tap += 4) {
            int row = first + tap * step;
            add(
                    rows[row],
                    weights[tap][m],
                    rows[row + step],
                    weights[tap + 1][m],
                    rows[row + 2 * step],
                    weights[tap + 2][m],
                    rows[row + 3 * step],
                    weights[tap + 3][m],
                    out,
                    length);
        }
    }

    private static void add(
            double[] a,
            double p,
            double[] b,
            double q,
            double[] c,
            double r,
            double[] d,
            double s,
            double[] out,
            int length) {
        for (int i = 0; i < length; i++) {
            out[i] += (p * a[i] + q * b[i]) + (r * c[i] + s * d[i]);
        }
    }

    private static void transpose(double[][] rows, int count, int length, double[][] columns) {
        int side = 8;
        for (int top = 0; top < count; top += side) {
            int bottom = Math.min(top + side, count);
            for (int i = 0; i < length; i++) {
                double[] column = columns[i];
                for (int j = top; j < bottom; j++) {
                    column[j] = rows[j][i];
                }
            }
        }
    }

    /** The multiplier, and at Nyquist wavenumbers the mean over both signs. */
    private void multiply(int m, int last) {
        for (int l = -last; l <= last; l++) {
            double yRe = y.re(Math.abs(l));
            double yIm = l < 0 ? -y.im(-l) : y.im(l);
            double factorRe = x.re(m) * yRe - x.im(m) * yIm;
            double factorIm = x.re(m) * yIm + x.im(m) * yRe;
            double re = lineRe[last + l];
            double im = lineIm[last + l];
            lineRe[last + l] = re * factorRe - im * factorIm;
            lineIm[last + l] = re * factorIm + im * factorRe;
        }
        if (y.endsAtNyquist()) {
            lineRe[0] = lineRe[2 * last] = 0.5 * (lineRe[0] + lineRe[2 * last]);
            lineIm[0] = lineIm[2 * last] = 0.5 * (lineIm[0] + lineIm[2 * last]);
        }
        if (m > 0 && m == x.count() - 1 && x.endsAtNyquist()) {
            for (int l = 0; l <= last; l++) {
                double re = 0.5 * (lineRe[last + l] + lineRe[last - l]);
                double im = 0.5 * (lineIm[last + l] - lineIm[last - l]);
                lineRe[last + l] = lineRe[last - l] = re;
                lineIm[last + l] = im;
                lineIm[last - l] = -im;
            }
        }
    }

    /** Wavenumbers (m, l) and (-m, l), wherever the plan keeps them. */
    private void put(int m, int last) {
        SpectrumLayout layout = fft.layout();
        int nx = layout.nx();
        int ny = layout.ny();
        int to = layout.imOffset();
        for (int l = -last; l <= last; l++) {
            int row = l < 0 ? l + ny : l;
            if (row < layout.rows()) {
                int at = layout.index(m, row);
                spectrum[at] = lineRe[last + l];
                spectrum[at + to] = lineIm[last + l];
                int column = nx - m;
                if (column > m && column < layout.columns()) {
                    int mirrored = layout.index(column, row);
                    spectrum[mirrored] = lineRe[last - l];
                    spectrum[mirrored + to] = -lineIm[last - l];
                }
            }
        }
    }
}
