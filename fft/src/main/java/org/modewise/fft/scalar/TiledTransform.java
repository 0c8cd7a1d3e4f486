package org.modewise.fft.scalar;

import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SeparableMultiplier;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.Workers;

/**
 * The real transform of a plane of at least {@value #MIN} samples each way, columns first, then rows. As in
 * {@link ColumnsFirstTransform}, column c is the real part and column c + nx/2 the imaginary part of one complex column,
 * and slot 0 of the rows of ny/2 slots between the two steps carries two real numbers, modes 0 and ny/2. But each block
 * of columns or slots is copied into a {@link Tile}, where vector code transforms many lanes at once, and out of it.
 */
final class TiledTransform implements RealTransform2D {
    /** The shortest side: transposing takes {@link Tile#GROUP} slots, and narrower tiles would gain nothing. */
    static final int MIN = 2 * Tile.GROUP;
    /** Lanes a tile: enough to pay for the start and end of vector loops, and for copies of some length. */
    private static final int LANES = 128;

    private final int nx;
    private final int ny;
    /** Distance between the real and imaginary parts of a row: ny/2 + 1, rounded up to whole groups. */
    private final int half;

    private final int row;
    private final int columnLanes;
    private final int slotLanes;
    private final RowsFft alongX;
    private final RowsFft alongY;
    /** The rows of a tile that slot k = 0…ny/2-1 of the first and of the second column of a lane lie in, forward… */
    private final int[] ownModes;

    private final int[] otherModes;
    /** … and inverse. */
    private final int[] ownRows;

    private final int[] otherRows;
    private final double scale;
    private final FirstSlot first;
    private final SpectrumLayout layout;
    private final ScratchPool<Scratch> pool;

    TiledTransform(int nx, int ny) {
        this.nx = nx;
        this.ny = ny;
        this.half = ny / 2 + Tile.GROUP;
        this.row = 2 * half;
        int length = Arguments.allocatable((long) nx * row, "the spectrum of " + nx + "x" + ny + " samples");
        this.columnLanes = Math.min(LANES, nx / 2);
        this.slotLanes = Math.min(LANES, ny / 2);
        this.alongX = new RowsFft(nx);
        this.alongY = new RowsFft(ny);
        this.ownModes = new int[ny / 2];
        this.otherModes = new int[ny / 2];
        this.ownRows = new int[ny / 2];
        this.otherRows = new int[ny / 2];
        for (int k = 0; k < ny / 2; k++) {
            int other = k == 0 ? ny / 2 : ny - k;
            ownRows[k] = k;
            otherRows[k] = other;
            ownModes[k] = alongY.position(k);
            otherModes[k] = alongY.position(other);
        }
        this.scale = 1.0 / ((double) nx * ny);
        this.first = new FirstSlot(nx, ny, row, half);
        this.layout = new SpectrumLayout(nx, ny, SpectrumLayout.Axis.Y, row, 1, half, length);
        this.pool = new ScratchPool<>(() -> new Scratch(this));
    }

    /** What one call works in. */
    private static final class Scratch {
        final Tile columns;
        final Tile slots;
        final int spectrumLength;
        private double[] spectrum;

        Scratch(TiledTransform plan) {
            this.columns = new Tile(plan.ny, plan.columnLanes);
            this.slots = plan.nx == plan.ny ? columns : new Tile(plan.nx, plan.slotLanes);
            this.spectrumLength = plan.layout.length();
        }

        double[] spectrum() {
            if (spectrum == null) {
                spectrum = new double[spectrumLength];
            }
            return spectrum;
        }
    }

    @Override
    public SpectrumLayout layout() {
        return layout;
    }

    @Override
    public void forward(double[] values, double[] spectrum, Workers workers) {
        Scratch scratch = pool.take();
        double[] rows = values == spectrum ? scratch.spectrum() : spectrum;
        Tile tile = scratch.columns;
        for (int c = 0; c < nx / 2; c += columnLanes) {
            for (int y = 0; y < ny; y++) {
                System.arraycopy(values, y * nx + c, tile.re[y], 0, columnLanes);
                System.arraycopy(values, y * nx + c + nx / 2, tile.im[y], 0, columnLanes);
            }
            alongY.transform(tile.re, tile.im, columnLanes);
            separateColumns(tile, rows, c);
        }
        tile = scratch.slots;
        for (int slot = 0; slot < ny / 2; slot += slotLanes) {
            for (int x = 0; x < nx; x++) {
                System.arraycopy(rows, x * row + slot, tile.re[x], 0, slotLanes);
                System.arraycopy(rows, x * row + half + slot, tile.im[x], 0, slotLanes);
            }
            alongX.transform(tile.re, tile.im, slotLanes);
            for (int x = 0; x < nx; x++) {
                int from = alongX.position(x);
                System.arraycopy(tile.re[from], 0, spectrum, x * row + slot, slotLanes);
                System.arraycopy(tile.im[from], 0, spectrum, x * row + half + slot, slotLanes);
            }
        }
        first.separate(spectrum);
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
        double[] rows = scratch.spectrum();
        Tile tile = scratch.slots;
        for (int slot = 0; slot < ny / 2; slot += slotLanes) {
            for (int x = 0; x < nx; x++) {
                System.arraycopy(spectrum, x * row + slot, tile.re[x], 0, slotLanes);
                System.arraycopy(spectrum, x * row + half + slot, tile.im[x], 0, slotLanes);
                if (slot == 0) {
                    tile.re[x][0] = first.joinedRe(spectrum, x);
                    tile.im[x][0] = first.joinedIm(spectrum, x);
                }
            }
            alongX.transform(tile.im, tile.re, slotLanes);
            for (int x = 0; x < nx; x++) {
                int from = alongX.position(x);
                System.arraycopy(tile.re[from], 0, rows, x * row + slot, slotLanes);
                System.arraycopy(tile.im[from], 0, rows, x * row + half + slot, slotLanes);
            }
        }
        tile = scratch.columns;
        for (int c = 0; c < nx / 2; c += columnLanes) {
            joinColumns(rows, c, tile);
            alongY.transform(tile.im, tile.re, columnLanes);
            for (int y = 0; y < ny; y++) {
                int from = alongY.position(y);
                System.arraycopy(tile.re[from], 0, values, y * nx + c, columnLanes);
                System.arraycopy(tile.im[from], 0, values, y * nx + c + nx / 2, columnLanes);
            }
        }
        pool.give(scratch);
    }

    /** Columns c and c + nx/2 of each lane told apart, and written transposed. Slot 0 takes modes 0 and ny/2, real. */
    private void separateColumns(Tile tile, double[] rows, int c) {
        for (int k = 1; k < ny / 2; k++) {
            int z = alongY.position(k);
            int w = alongY.position(ny - k);
            Tile.separate(tile.re[z], tile.im[z], tile.re[w], tile.im[w], columnLanes);
        }
        tile.exchange(alongY.position(0), alongY.position(ny / 2));
        int a = c * row;
        int b = (c + nx / 2) * row;
        for (int k = 0; k < ny / 2; k += Tile.GROUP) {
            scatter(tile.re, ownModes, k, rows, a + k);
            scatter(tile.im, ownModes, k, rows, a + half + k);
            scatter(tile.re, otherModes, k, rows, b + k);
            scatter(tile.im, otherModes, k, rows, b + half + k);
        }
    }

    private void scatter(double[][] part, int[] order, int k, double[] rows, int at) {
        Tile.scatter(
                part[order[k]],
                part[order[k + 1]],
                part[order[k + 2]],
                part[order[k + 3]],
                part[order[k + 4]],
                part[order[k + 5]],
                part[order[k + 6]],
                part[order[k + 7]],
                columnLanes,
                rows,
                at,
                row);
    }

    /** The reverse of {@link #separateColumns}, with the scale 1/(nx·ny), exact for powers of two. */
    private void joinColumns(double[] rows, int c, Tile tile) {
        int a = c * row;
        int b = (c + nx / 2) * row;
        for (int k = 0; k < ny / 2; k += Tile.GROUP) {
            gather(rows, a + k, tile.re, ownRows, k);
            gather(rows, a + half + k, tile.im, ownRows, k);
            gather(rows, b + k, tile.re, otherRows, k);
            gather(rows, b + half + k, tile.im, otherRows, k);
        }
        tile.exchange(0, ny / 2);
        for (int k = 1; k < ny / 2; k++) {
            Tile.join(tile.re[k], tile.im[k], tile.re[ny - k], tile.im[ny - k], columnLanes);
        }
    }

    private void gather(double[] rows, int at, double[][] part, int[] order, int k) {
        Tile.gather(
                rows,
                at,
                row,
                scale,
                columnLanes,
                part[order[k]],
                part[order[k + 1]],
                part[order[k + 2]],
                part[order[k + 3]],
                part[order[k + 4]],
                part[order[k + 5]],
                part[order[k + 6]],
                part[order[k + 7]]);
    }
}
