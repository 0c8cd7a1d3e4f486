package org.modewise.fft.jtransforms;

import org.jtransforms.fft.DoubleFFT_1D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SeparableMultiplier;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.Workers;

/**
 * The real transform of a plane, rows first, then columns, on one-dimensional plans: JTransforms' own two-dimensional
 * plan writes to its fields while it transforms, so it cannot be shared between threads.
 *
 * <p>The half-spectrum lies as NumPy's: row by row, real and imaginary parts in turn.
 */
final class RowsFirstTransform implements RealTransform2D {
    private final int nx;
    private final int ny;
    private final int row;
    private final RealLine alongX;
    private final DoubleFFT_1D alongY;
    private final SpectrumLayout layout;
    private final ScratchPool<Scratch> pool;

    /** Plans for ny lines of nx samples; upright means that the one line of a 1×n grid runs along y. */
    RowsFirstTransform(int nx, int ny, boolean upright) {
        this.nx = nx;
        this.ny = ny;
        this.row = 2 * (nx / 2 + 1);
        int length = Arguments.allocatable((long) ny * row, "the spectrum of " + nx + "x" + ny + " samples");
        this.alongX = new RealLine(nx);
        this.alongY = new DoubleFFT_1D(ny);
        this.layout = upright
                ? new SpectrumLayout(ny, nx, SpectrumLayout.Axis.Y, row, 2, 1, length)
                : new SpectrumLayout(nx, ny, SpectrumLayout.Axis.X, 2, row, 1, length);
        this.pool = new ScratchPool<>(() -> new Scratch(length, alongX.scratchLength(), ny));
    }

    /** What one call works in: a half-spectrum, and a column with its neighbour. */
    private record Scratch(double[] spectrum, double[] line, double[] column) {
        Scratch(int length, int lineLength, int ny) {
            this(new double[length], new double[lineLength], new double[2 * ny]);
        }
    }

    @Override
    public SpectrumLayout layout() {
        return layout;
    }

    @Override
    public void forward(double[] values, double[] spectrum, Workers workers) {
        Scratch scratch = pool.take();
        // Rows of the spectrum are wider than rows of samples: in place, from the last row up, nothing is overwritten.
        for (int j = ny - 1; j >= 0; j--) {
            alongX.forward(values, j * nx, spectrum, j * row, scratch.line);
        }
        if (ny > 1) {
            for (int k = 0; k < row; k += 2) {
                gather(spectrum, k, scratch.column);
                alongY.complexForward(scratch.column);
                if (k == 0 || k == nx) {
                    pair(scratch.column);
                }
                scatter(scratch.column, spectrum, k);
            }
        }
        pool.give(scratch);
    }

    @Override
    public void inverse(double[] spectrum, SeparableMultiplier multiplier, double[] values, Workers workers) {
        if (multiplier != null) {
            double[] product = new double[layout.length()];
            multiplier.multiply(spectrum, layout, product);
            inverse(product, values);
            return;
        }
        Scratch scratch = pool.take();
        double[] rows = spectrum;
        if (ny > 1) {
            rows = scratch.spectrum;
            for (int k = 0; k < row; k += 2) {
                gather(spectrum, k, scratch.column);
                alongY.complexInverse(scratch.column, true);
                scatter(scratch.column, rows, k);
            }
        }
        for (int j = 0; j < ny; j++) {
            alongX.inverse(rows, j * row, values, j * nx, scratch.line);
        }
        pool.give(scratch);
    }

    /** The modes 0 and nx/2 along x make real columns, whose coefficients are conjugate in pairs: to the last bit. */
    private void pair(double[] column) {
        column[1] = 0;
        for (int k = 1; k <= ny / 2; k++) {
            int partner = 2 * (ny - k);
            column[partner] = column[2 * k];
            column[partner + 1] = 2 * k == ny ? 0 : -column[2 * k + 1];
        }
    }

    private void gather(double[] spectrum, int k, double[] column) {
        for (int j = 0; j < ny; j++) {
            column[2 * j] = spectrum[j * row + k];
            column[2 * j + 1] = spectrum[j * row + k + 1];
        }
    }

    private void scatter(double[] column, double[] spectrum, int k) {
        for (int j = 0; j < ny; j++) {
            spectrum[j * row + k] = column[2 * j];
            spectrum[j * row + k + 1] = column[2 * j + 1];
        }
    }
}
