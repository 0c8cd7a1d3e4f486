package org.modewise.fft.jtransforms;

import org.jtransforms.fft.DoubleFFT_1D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.Workers;

/**
 * The real transform of a plane, rows first, then columns, on one-dimensional plans: JTransforms' own two-dimensional
 * plan writes to its fields while it transforms, so it cannot be shared between threads.
 *
 * <p>The half-spectrum lies as NumPy's: row by row, real and imaginary parts in turn. Workers share the rows, then the
 * columns, {@value #BLOCK} at a time.
 */
final class RowsFirstTransform implements RealTransform2D {
    /** Lines a part: neighbouring columns lie in the same cache lines. */
    private static final int BLOCK = 16;

    private final int nx;
    private final int ny;
    private final int row;
    private final boolean upright;
    private final RealLine alongX;
    private final DoubleFFT_1D alongY;
    private final SpectrumLayout layout;
    private final ScratchPool<double[]> spectra;
    private final ScratchPool<Lines> lines;

    /** Plans for ny lines of nx samples; upright means that the one line of a 1×n grid runs along y. */
    RowsFirstTransform(int nx, int ny, boolean upright) {
        this.nx = nx;
        this.ny = ny;
        this.row = 2 * (nx / 2 + 1);
        this.upright = upright;
        int length = Arguments.allocatable((long) ny * row, "the spectrum of " + nx + "x" + ny + " samples");
        int line = Arguments.arrayLength(RealLine.scratchLength(nx), "scratch for " + nx + " samples");
        // The spectrum twice: an inverse has as much between its steps.
        Arguments.requireHeap(nx, ny, (long) nx * ny + 2L * length + line + 2L * ny);
        this.alongX = new RealLine(nx);
        this.alongY = new DoubleFFT_1D(ny);
        this.layout = upright
                ? new SpectrumLayout(ny, nx, SpectrumLayout.Axis.Y, row, 2, 1, length)
                : new SpectrumLayout(nx, ny, SpectrumLayout.Axis.X, 2, row, 1, length);
        this.spectra = new ScratchPool<>(() -> new double[length]);
        this.lines = new ScratchPool<>(() -> new Lines(line, ny));
    }

    /** What one thread works in: a row, and a column with its neighbour. */
    private record Lines(double[] line, double[] column) {
        Lines(int lineLength, int ny) {
            this(new double[lineLength], new double[2 * ny]);
        }
    }

    @Override
    public SpectrumLayout layout() {
        return layout;
    }

    /** A line never is: its one row cannot be cut, and columns of one sample are no work. */
    @Override
    public boolean isWorthSharing() {
        return ny > 1 && RealTransform2D.super.isWorthSharing();
    }

    private boolean isShared(Workers workers) {
        return isWorthSharing() && workers.parallelism() > 1;
    }

    @Override
    public void forward(double[] values, double[] spectrum, Workers workers) {
        if (!isShared(workers)) {
            rowsForward(values, spectrum, 0, ny);
            columnsForward(spectrum, 0, row / 2);
        } else if (values == spectrum) {
            // Rows of the spectrum are wider: one thread may find its samples overwritten by another's.
            double[] samples = spectra.take();
            System.arraycopy(values, 0, samples, 0, nx * ny);
            forward(samples, spectrum, workers);
            spectra.give(samples);
        } else {
            workers.run(parts(ny), p -> rowsForward(values, spectrum, p * BLOCK, end(p, ny)));
            workers.run(parts(row / 2), p -> columnsForward(spectrum, p * BLOCK, end(p, row / 2)));
        }
    }

    private static int parts(int lines) {
        return (lines + BLOCK - 1) / BLOCK;
    }

    private static int end(int part, int lines) {
        return Math.min(lines, (part + 1) * BLOCK);
    }

    private void rowsForward(double[] values, double[] spectrum, int from, int to) {
        Lines scratch = lines.take();
        // Rows of the spectrum are wider than rows of samples: in place, from the last row up, nothing is overwritten.
        for (int j = to - 1; j >= from; j--) {
            alongX.forward(values, j * nx, spectrum, j * row, scratch.line);
        }
        lines.give(scratch);
    }

    private void columnsForward(double[] spectrum, int from, int to) {
        if (ny == 1) {
            return;
        }
        Lines scratch = lines.take();
        for (int k = from; k < to; k++) {
            gather(spectrum, k, scratch.column);
            alongY.complexForward(scratch.column);
            if (k == 0 || 2 * k == nx) {
                pair(scratch.column);
            }
            scatter(scratch.column, spectrum, k);
        }
        lines.give(scratch);
    }

    @Override
    public void inverse(double[] spectrum, SpectrumMultiplier multiplier, double[] values, Workers workers) {
        if (ny == 1 && multiplier == null) {
            rowsInverse(spectrum, values, 0, 1);
            return;
        }
        double[] rows = spectra.take();
        if (!isShared(workers)) {
            columnsInverse(spectrum, multiplier, rows, 0, row / 2);
            rowsInverse(rows, values, 0, ny);
        } else {
            workers.run(parts(row / 2), p -> columnsInverse(spectrum, multiplier, rows, p * BLOCK, end(p, row / 2)));
            workers.run(parts(ny), p -> rowsInverse(rows, values, p * BLOCK, end(p, ny)));
        }
        spectra.give(rows);
    }

    private void columnsInverse(double[] spectrum, SpectrumMultiplier multiplier, double[] rows, int from, int to) {
        Lines scratch = lines.take();
        for (int k = from; k < to; k++) {
            if (multiplier == null) {
                gather(spectrum, k, scratch.column);
            } else {
                gather(spectrum, k, multiplier, scratch.column);
            }
            if (ny > 1) {
                alongY.complexInverse(scratch.column, true);
            }
            scatter(scratch.column, rows, k);
        }
        lines.give(scratch);
    }

    private void rowsInverse(double[] rows, double[] values, int from, int to) {
        Lines scratch = lines.take();
        for (int j = from; j < to; j++) {
            alongX.inverse(rows, j * row, values, j * nx, scratch.line);
        }
        lines.give(scratch);
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
            column[2 * j] = spectrum[j * row + 2 * k];
            column[2 * j + 1] = spectrum[j * row + 2 * k + 1];
        }
    }

    private void gather(double[] spectrum, int k, SpectrumMultiplier multiplier, double[] column) {
        for (int j = 0; j < ny; j++) {
            int p = upright ? j : k;
            int q = upright ? k : j;
            column[2 * j] = multiplier.productRe(spectrum, p, q);
            column[2 * j + 1] = multiplier.productIm(spectrum, p, q);
        }
    }

    private void scatter(double[] column, double[] spectrum, int k) {
        for (int j = 0; j < ny; j++) {
            spectrum[j * row + 2 * k] = column[2 * j];
            spectrum[j * row + 2 * k + 1] = column[2 * j + 1];
        }
    }
}
