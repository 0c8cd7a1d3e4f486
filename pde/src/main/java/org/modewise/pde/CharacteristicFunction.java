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
 * entries. An axis of one node is none. Immutable, safe to share between threads.
 *
 * <p>Row l + originY holds the wavenumber πl/ly, |l| ≤ ny + T/2; in it, entry k + originX the wavenumber πk/lx, from -T/2 to
 * nx + T/2, since the other half is the conjugate. Each row is an array of its own: such loops C2 turns into vectors.
 */
final class CharacteristicFunction {
    private static final int MARGIN = FrequencyWindow.TAPS / 2;

    private final int originX;
    private final int originY;
    private final double total;
    private final double[][] re;
    private final double[][] im;

    /** Of the samples of a plane, row by row, or of a line with nx = 1. */
    CharacteristicFunction(double[] samples, int nx, int ny) {
        this.originX = nx == 1 ? 0 : MARGIN;
        this.originY = ny == 1 ? 0 : Math.addExact(ny, MARGIN);
        this.total = CompensatedSum.of(samples);
        int rows = Arguments.arrayLength(2L * originY + 1, "wavenumbers along y");
        int columns = nx == 1 ? 1 : Arguments.arrayLength(nx + 2L * MARGIN + 1, "wavenumbers along x");
        Arguments.allocatable(2L * rows * columns, "wavenumbers of " + nx + "x" + ny + " samples");
        this.re = new double[rows][columns];
        this.im = new double[rows][columns];
        Spectrum2D spectrum = corrected(samples, nx, ny);
        for (int row = 0; row < rows; row++) {
            int my = signed(row - originY, spectrum.grid().ny());
            for (int column = 0; column < columns; column++) {
                int mx = signed(column - originX, spectrum.grid().nx());
                re[row][column] = spectrum.re(mx, my);
                im[row][column] = spectrum.im(mx, my);
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

    /** φ(0), rounded once. */
    double total() {
        return total;
    }

    /** The real parts, one array a row; not to be changed. */
    double[][] re() {
        return re;
    }

    /** The imaginary parts, one array a row; not to be changed. */
    double[][] im() {
        return im;
    }
}
