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

    /** By mode, what is still to be multiplied by: of modes that one wave makes alone, as most do, a factor; else 1. */
    private final Factors factorsX;

    private final Factors factorsY;

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
        this.factorsX = new Factors(new double[grid.nx()], new double[grid.nx()]);
        this.factorsY = new Factors(new double[across], new double[across]);
        this.missing = initial.total() - atZero(initial);
        this.spectrum = new double[fft.spectrumLength()];
    }

    private record Factors(double[] re, double[] im) {
        void reset() {
            Arrays.fill(re, 1);
            Arrays.fill(im, 0);
        }

        void set(int mode, double real, double imaginary) {
            re[mode] = real;
            im[mode] = imaginary;
        }
    }

    /** Up to which wave modes are made by one alone, if so many count. */
    private static int alone(int n, int count) {
        return Math.min((n + 1) / 2, n - count + 1);
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
        int aloneY = alone(wavesY.n(), countY);
        for (int mode = Math.max(0, Math.min(aloneY, countY)); mode < across; mode++) {
            Arrays.fill(rows[mode], 2 * from, 2 * to, 0);
        }
        factorsY.reset();
        for (int start = 0; start < countY; start += y.count()) {
            y.prepareShares(transition.yy(), transition.y0(), transition.varianceY(), start);
            for (int m = 0; m < y.count(); m++) {
                int wave = start + m;
                boolean isAlone = wave < aloneY;
                int first = initial.originY() + y.first(m);
                double[] line = isAlone ? rows[wave] : row;
                FrequencySums.combine(initial.rows(), first, 1, y.weights(), m, line, 2 * from, 2 * to);
                if (isAlone) {
                    factorsY.set(wave, y.re(m), y.im(m));
                } else {
                    foldRow(wave, y.re(m), y.im(m), from, to);
                }
            }
        }
        FrequencySums.transpose(rows, columns, across, from, to);
        int aloneX = alone(wavesX.n(), countX);
        int put = Math.max(0, Math.min(aloneX, countX));
        for (int mode = put; mode < Math.min(wavesX.n(), wavesX.n() - put + 1); mode++) {
            Arrays.fill(sums[mode], 0);
        }
        factorsX.reset();
        for (int start = 0; start < countX; start += x.count()) {
            x.prepareShares(transition.xx(), transition.x0(), transition.varianceX(), start);
            for (int m = 0; m < x.count(); m++) {
                if (start + m < aloneX) {
                    putColumns(start + m, m);
                } else {
                    foldColumns(start + m, m);
                }
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

    /** Makes columns of wavenumbers ±κ along x their modes. */
    private void putColumns(int wave, int m) {
        int nx = wavesX.n();
        int first = x.first(m);
        FrequencySums.combine(columns, initial.originX() + first, 1, x.weights(), m, sums[wave], 0, 2 * across);
        factorsX.set(wave, x.re(m), x.im(m));
        if (wave > 0) {
            FrequencySums.combine(
                    columns, initial.originX() - first, -1, x.weights(), m, sums[nx - wave], 0, 2 * across);
            factorsX.set(nx - wave, x.re(m), -x.im(m));
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
                int alongX = my < 0 ? (layout.nx() - mx) % layout.nx() : mx;
                int alongY = Math.abs(my);
                double re = factorsX.re[alongX] * factorsY.re[alongY] - factorsX.im[alongX] * factorsY.im[alongY];
                double im = factorsX.re[alongX] * factorsY.im[alongY] + factorsX.im[alongX] * factorsY.re[alongY];
                double sumRe = sums[alongX][alongY];
                double sumIm = sums[alongX][across + alongY];
                int at = layout.index(column, line);
                spectrum[at] = sumRe * re - sumIm * im;
                double imaginary = sumRe * im + sumIm * re;
                spectrum[at + layout.imOffset()] = my < 0 ? -imaginary : imaginary;
            }
        }
    }
}
