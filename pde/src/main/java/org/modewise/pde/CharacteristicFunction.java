package org.modewise.pde;

import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.CompensatedSum;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;

/**
 * φ(κ) = Σ p(x)e^{-iκ·(x-c)} over the samples of a density, c the middle node: tabulated at half the spacing of the grid's
 * own wavenumbers after division by {@link FrequencyWindow#transform}, it follows at any κ below Nyquist from its nearest
 * entries. An axis of one node is none. What the transform's rounding hides is not kept. Immutable, safe to share between
 * threads.
 *
 * <p>Row l + originY holds the wavenumber πl/ly, from l = -T/2 on, since the other half is the conjugate; in it, the real part of
 * entry k is at 2(k + originX) and the imaginary part next to it, of the wavenumber πk/lx of either sign. Each row is an
 * array of its own: loops over such C2 turns into vectors.
 */
final class CharacteristicFunction {
    private static final int MARGIN = FrequencyWindow.TAPS / 2;

    private final double total;
    private final int limitX;
    private final int limitY;
    private final int originX;
    private final int originY;
    private final double[][] rows;

    /** Of the samples of a plane, row by row, or of a line with ny = 1. */
    CharacteristicFunction(double[] samples, int nx, int ny) {
        this.total = CompensatedSum.of(samples);
        Spectrum2D spectrum = corrected(samples, nx, ny);
        SpectrumExtent extent = SpectrumExtent.of(spectrum);
        // The window reaches a little further than where it is large.
        this.limitX = Math.min(nx, extent.x() + MARGIN / 2);
        this.limitY = Math.min(ny, extent.y() + MARGIN / 2);
        this.originX = nx == 1 ? 0 : Math.addExact(limitX, MARGIN);
        this.originY = ny == 1 ? 0 : MARGIN;
        int columns = Arguments.arrayLength(4L * originX + 2, "wavenumbers along x");
        int lines = ny == 1 ? 1 : Arguments.arrayLength(limitY + 2L * MARGIN + 1, "wavenumbers along y");
        Arguments.allocatable((long) lines * columns, "wavenumbers of " + nx + "x" + ny + " samples");
        this.rows = new double[lines][columns];
        for (int row = 0; row < lines; row++) {
            int my = signed(row - originY, spectrum.grid().ny());
            for (int k = -originX; k <= originX; k++) {
                int mx = signed(k, spectrum.grid().nx());
                rows[row][2 * (k + originX)] = spectrum.re(mx, my);
                rows[row][2 * (k + originX) + 1] = spectrum.im(mx, my);
            }
        }
    }

    /** The mode that a wavenumber is on a periodic axis. */
    private static int signed(int k, int period) {
        int mode = Math.floorMod(k, period);
        return 2 * mode > period ? mode - period : mode;
    }

    private static Spectrum2D corrected(double[] samples, int nx, int ny) {
        int columns = doubled(nx);
        int rows = doubled(ny);
        double[] values = new double[Arguments.allocatable((long) columns * rows, columns + "x" + rows + " samples")];
        double[] alongX = correction(nx);
        double[] alongY = correction(ny);
        for (int j = 0; j < ny; j++) {
            int row = Math.floorMod(j - ny / 2, rows);
            for (int i = 0; i < nx; i++) {
                int column = Math.floorMod(i - nx / 2, columns);
                values[row * columns + column] = samples[j * nx + i] * alongX[i] * alongY[j];
            }
        }
        Grid2D twice = Grid2D.unit(columns, rows);
        return RealFft2D.of(twice).forward(FieldAccess.wrap(twice, values));
    }

    private static int doubled(int n) {
        return n == 1 ? 1 : Math.multiplyExact(2, n);
    }

    /** 1/ŵ at the nodes of an axis. */
    private static double[] correction(int n) {
        double[] correction = new double[n];
        for (int i = 0; i < n; i++) {
            correction[i] = n == 1 ? 1 : 1 / FrequencyWindow.transform((i - n / 2) / (2.0 * n));
        }
        return correction;
    }

    int originX() {
        return originX;
    }

    int originY() {
        return originY;
    }

    /** How far from 0 along x there is anything, in entries. */
    int limitX() {
        return limitX;
    }

    int limitY() {
        return limitY;
    }

    /** What is known of the waves along x, or along a line. */
    KnownWaves wavesX(Grid2D grid) {
        boolean along = LineGrids.isAlongY(grid);
        return new KnownWaves(along ? grid.ny() : grid.nx(), along ? grid.ly() : grid.lx(), limitX);
    }

    /** What is known of those of a plane along y. */
    KnownWaves wavesY(Grid2D grid) {
        return new KnownWaves(grid.ny(), grid.ly(), limitY);
    }

    /** φ(0), rounded once. */
    double total() {
        return total;
    }

    /** The entries, one array a row; not to be changed. */
    double[][] rows() {
        return rows;
    }
}
