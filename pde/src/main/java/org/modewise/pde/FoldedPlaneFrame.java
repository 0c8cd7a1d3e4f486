package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * A {@link PlaneFrame} with waves above Nyquist of its grid: what nodes see of them, Σ p̂(κ + 2πr/h) over all r along both axes,
 * so that their samples are those of the density and not of what waves below Nyquist leave of it.
 */
final class FoldedPlaneFrame implements DensityFrame {
    private final CharacteristicFunction initial;
    private final RealFft2D fft;
    private final KnownWaves wavesX;
    private final KnownWaves wavesY;
    private final AxisFrequencies x;
    private final AxisFrequencies y;
    /** How many modes along y there are from 0 on. */
    private final int across;
    /** One wavenumber along y, over the entries along x. */
    private final double[] row;
    /** By mode along y, over the entries along x. */
    private final double[][] rows;
    /** By entry along x: the real parts of all modes along y, then the imaginary parts. */
    private final double[][] columns;

    private final double[] plus;
    private final double[] minus;
    /** By mode along x, negative ones from the end, as columns are. */
    private final double[][] sums;

    /** What the mean lacks by the window's error. */
    private final double missing;

    private final double[] spectrum;

    FoldedPlaneFrame(CharacteristicFunction initial, RealFft2D fft) {
        Grid2D grid = fft.grid();
        this.initial = initial;
        this.fft = fft;
        this.wavesX = initial.wavesX(grid);
        this.wavesY = initial.wavesY(grid);
        this.x = new AxisFrequencies(wavesX, grid.x0());
        this.y = new AxisFrequencies(wavesY, grid.y0());
        this.across = grid.ny() / 2 + 1;
        int entries = 2 * initial.originX() + 1;
        this.row = new double[2 * entries];
        this.rows = new double[across][2 * entries];
        this.columns = new double[entries][2 * across];
        this.plus = new double[2 * across];
        this.minus = new double[2 * across];
        this.sums = new double[grid.nx()][2 * across];
        this.missing = initial.total() - atZero(initial);
        this.spectrum = new double[fft.spectrumLength()];
    }

    /** φ(0) as its window has it. */
    private static double atZero(CharacteristicFunction initial) {
        double[][] weights = new double[FrequencyWindow.TAPS][1];
        FrequencyWindow.weights(new double[] {FrequencyWindow.between(0)}, new double[1], 1, weights);
        double sum = 0;
        for (int i = 0; i < FrequencyWindow.TAPS; i++) {
            double[] row = initial.rows()[initial.originY() + FrequencyWindow.first(0) + i];
            for (int k = 0; k < FrequencyWindow.TAPS; k++) {
                sum += weights[i][0] * weights[k][0] * row[2 * (initial.originX() + FrequencyWindow.first(0) + k)];
            }
        }
        return sum;
    }

    @Override
    public void values(GaussianTransition transition, double[] values) {
        int countX = wavesX.count(transition.xx(), transition.varianceX());
        int countY = wavesY.count(transition.yy(), transition.varianceY());
        int reach = FrequencyWindow.first(2 * transition.xx() * (countX - 1)) + FrequencyWindow.TAPS - 1;
        int from = initial.originX() - Math.max(FrequencyWindow.TAPS / 2, reach);
        int to = 2 * initial.originX() + 1 - from;
        for (double[] line : rows) {
            Arrays.fill(line, 2 * from, 2 * to, 0);
        }
        for (int start = 0; start < countY; start += y.count()) {
            y.prepareShares(transition.yy(), transition.y0(), transition.varianceY(), start);
            for (int m = 0; m < y.count(); m++) {
                int first = initial.originY() + y.first(m);
                FrequencySums.combine(initial.rows(), first, 1, y.weights(), m, row, 2 * from, 2 * to);
                foldRow(start + m, y.re(m), y.im(m), from, to);
            }
        }
        FrequencySums.transpose(rows, columns, across, from, to);
        for (double[] line : sums) {
            Arrays.fill(line, 0);
        }
        for (int start = 0; start < countX; start += x.count()) {
            x.prepareShares(transition.xx(), transition.x0(), transition.varianceX(), start);
            for (int m = 0; m < x.count(); m++) {
                foldColumns(start + m, m);
            }
        }
        sums[0][0] += missing;
        write();
        fft.inverse(spectrum, values);
    }

    /** Adds the row times a factor to its mode, and what it is at the opposite wavenumber to that one's. */
    private void foldRow(int wave, double re, double im, int from, int to) {
        int ny = wavesY.n();
        int mode = wave % ny;
        if (mode < across) {
            double[] sum = rows[mode];
            for (int k = 2 * from; k < 2 * to; k += 2) {
                sum[k] += row[k] * re - row[k + 1] * im;
                sum[k + 1] += row[k] * im + row[k + 1] * re;
            }
        }
        int opposite = (ny - mode) % ny;
        if (wave > 0 && opposite < across) {
            double[] sum = rows[opposite];
            // p̂(κx,-κy) is the conjugate of p̂(-κx,κy).
            int mirror = 4 * initial.originX();
            for (int k = 2 * from; k < 2 * to; k += 2) {
                sum[k] += row[mirror - k] * re - row[mirror - k + 1] * im;
                sum[k + 1] -= row[mirror - k] * im + row[mirror - k + 1] * re;
            }
        }
    }

    /** Adds columns of wavenumbers ±κ along x to their modes. */
    private void foldColumns(int wave, int m) {
        int nx = wavesX.n();
        int first = x.first(m);
        FrequencySums.combine(columns, initial.originX() + first, 1, x.weights(), m, plus, 0, 2 * across);
        add(sums[wave % nx], plus, x.re(m), x.im(m));
        if (wave > 0) {
            FrequencySums.combine(columns, initial.originX() - first, -1, x.weights(), m, minus, 0, 2 * across);
            add(sums[(nx - wave % nx) % nx], minus, x.re(m), -x.im(m));
        }
    }

    private void add(double[] sum, double[] line, double re, double im) {
        for (int l = 0; l < across; l++) {
            sum[l] += line[l] * re - line[across + l] * im;
        }
        for (int l = 0; l < across; l++) {
            sum[across + l] += line[l] * im + line[across + l] * re;
        }
    }

    private void write() {
        SpectrumLayout layout = fft.layout();
        Arrays.fill(spectrum, 0);
        for (int column = 0; column < layout.columns(); column++) {
            int mx = Math.floorMod(layout.modeX(column), layout.nx());
            for (int line = 0; line < layout.rows(); line++) {
                int my = layout.modeY(line);
                double[] sum = sums[my < 0 ? (layout.nx() - mx) % layout.nx() : mx];
                int at = layout.index(column, line);
                spectrum[at] = sum[Math.abs(my)];
                spectrum[at + layout.imOffset()] = my < 0 ? -sum[across - my] : sum[across + my];
            }
        }
    }
}
