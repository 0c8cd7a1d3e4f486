package org.modewise.fft.scalar;

import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SeparableMultiplier;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.Workers;

/**
 * The real transform of a narrow plane, columns first, then rows, a few neighbouring lanes at a time.
 *
 * <p>Forward: column c is the real part and column c + nx/2 the imaginary part of one complex column, so nothing is
 * packed. Blocks of {@value #LANES} such columns are transformed along y, and the two real columns' spectra are told
 * apart by symmetry and written transposed, as rows of ny/2 slots. Slot 0 carries two real numbers, modes 0 and ny/2.
 * The same transform along x on blocks of slots, in place, ends it, but for slot 0, whose two columns are told apart
 * last. The inverse runs the same way back.
 */
final class ColumnsFirstTransform implements RealTransform2D {
    /** Lanes a block: the doubles of one cache line, so that a line is fetched once. */
    private static final int LANES = 8;

    private final int nx;
    private final int ny;
    /** Distance between the real and imaginary parts of a row: ny/2 + 1, rounded up to whole cache lines. */
    private final int half;

    private final int row;
    private final StockhamFft alongX;
    private final StockhamFft alongY;
    private final FirstSlot first;
    private final SpectrumLayout layout;
    private final ScratchPool<Scratch> pool;

    ColumnsFirstTransform(int nx, int ny) {
        this.nx = nx;
        this.ny = ny;
        this.half = (ny / 2 + LANES) / LANES * LANES;
        this.row = 2 * half;
        int length = Arguments.allocatable((long) nx * row, "the spectrum of " + nx + "x" + ny + " samples");
        this.alongX = new StockhamFft(nx);
        this.alongY = new StockhamFft(ny);
        this.first = new FirstSlot(nx, ny, row, half);
        this.layout = new SpectrumLayout(nx, ny, SpectrumLayout.Axis.Y, row, 1, half, length);
        this.pool = new ScratchPool<>(() -> new Scratch(this));
    }

    /** What one call works in. */
    private static final class Scratch {
        final double[] passes;
        final double[] tile;
        final int spectrumLength;
        private double[] spectrum;

        Scratch(ColumnsFirstTransform plan) {
            this.passes = new double[Math.max(plan.alongX.scratchLength(LANES), plan.alongY.scratchLength(LANES))];
            this.tile = new double[2 * LANES * plan.ny];
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
        double[] slots = values == spectrum ? scratch.spectrum() : spectrum;
        int lanes = Math.min(LANES, nx / 2);
        int tileIm = ny * lanes;
        for (int c = 0; c < nx / 2; c += lanes) {
            alongY.transform(values, c, c + nx / 2, nx, scratch.tile, 0, tileIm, lanes, lanes, scratch.passes);
            separateColumns(scratch.tile, lanes, slots, c);
        }
        lanes = Math.min(LANES, ny / 2);
        for (int slot = 0; slot < ny / 2; slot += lanes) {
            alongX.transform(slots, slot, slot + half, row, spectrum, slot, slot + half, row, lanes, scratch.passes);
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
        double[] slots = scratch.spectrum();
        int lanes = Math.min(LANES, ny / 2);
        joinFirstSlot(spectrum, slots, lanes);
        alongX.transform(slots, half, 0, row, slots, half, 0, row, lanes, scratch.passes);
        for (int slot = lanes; slot < ny / 2; slot += lanes) {
            alongX.transform(spectrum, slot + half, slot, row, slots, slot + half, slot, row, lanes, scratch.passes);
        }
        lanes = Math.min(LANES, nx / 2);
        int tileIm = ny * lanes;
        for (int c = 0; c < nx / 2; c += lanes) {
            joinColumns(slots, c, scratch.tile, lanes);
            alongY.transform(scratch.tile, tileIm, 0, lanes, values, c + nx / 2, c, nx, lanes, scratch.passes);
        }
        pool.give(scratch);
    }

    /**
     * Z = A + iB with real columns a, b: A_k = (Z_k + conj Z_{-k})/2, B_k = (Z_k - conj Z_{-k})/2i. Transposed tile by
     * tile, so that reads and writes both stay within a few cache lines.
     */
    private void separateColumns(double[] tile, int lanes, double[] slots, int c) {
        int im = ny * lanes;
        for (int start = 0; start < ny / 2; start += LANES) {
            int end = Math.min(start + LANES, ny / 2);
            for (int lane = 0; lane < lanes; lane++) {
                int a = (c + lane) * row;
                int b = (c + lane + nx / 2) * row;
                for (int k = Math.max(start, 1); k < end; k++) {
                    double zr = tile[k * lanes + lane];
                    double zi = tile[im + k * lanes + lane];
                    double wr = tile[(ny - k) * lanes + lane];
                    double wi = tile[im + (ny - k) * lanes + lane];
                    slots[a + k] = 0.5 * (zr + wr);
                    slots[a + half + k] = 0.5 * (zi - wi);
                    slots[b + k] = 0.5 * (zi + wi);
                    slots[b + half + k] = 0.5 * (wr - zr);
                }
            }
        }
        for (int lane = 0; lane < lanes; lane++) {
            int a = (c + lane) * row;
            int b = (c + lane + nx / 2) * row;
            int nyquist = ny / 2 * lanes + lane;
            slots[a] = tile[lane];
            slots[a + half] = tile[nyquist];
            slots[b] = tile[im + lane];
            slots[b + half] = tile[im + nyquist];
        }
    }

    /** The reverse of {@link #separateColumns}, with the scale 1/(nx·ny), exact for powers of two. */
    private void joinColumns(double[] slots, int c, double[] tile, int lanes) {
        int im = ny * lanes;
        double scale = 1.0 / ((double) nx * ny);
        for (int start = 0; start < ny / 2; start += LANES) {
            int end = Math.min(start + LANES, ny / 2);
            for (int lane = 0; lane < lanes; lane++) {
                int a = (c + lane) * row;
                int b = (c + lane + nx / 2) * row;
                for (int k = Math.max(start, 1); k < end; k++) {
                    double ar = scale * slots[a + k];
                    double ai = scale * slots[a + half + k];
                    double br = scale * slots[b + k];
                    double bi = scale * slots[b + half + k];
                    tile[k * lanes + lane] = ar - bi;
                    tile[im + k * lanes + lane] = ai + br;
                    tile[(ny - k) * lanes + lane] = ar + bi;
                    tile[im + (ny - k) * lanes + lane] = br - ai;
                }
            }
        }
        for (int lane = 0; lane < lanes; lane++) {
            int a = (c + lane) * row;
            int b = (c + lane + nx / 2) * row;
            int nyquist = ny / 2 * lanes + lane;
            tile[lane] = scale * slots[a];
            tile[nyquist] = scale * slots[a + half];
            tile[im + lane] = scale * slots[b];
            tile[im + nyquist] = scale * slots[b + half];
        }
    }

    /** Copies the first block of slots, joining modes 0 and ny/2 in slot 0. */
    private void joinFirstSlot(double[] spectrum, double[] slots, int lanes) {
        for (int k = 0; k < nx; k++) {
            int z = k * row;
            for (int slot = 1; slot < lanes; slot++) {
                slots[z + slot] = spectrum[z + slot];
                slots[z + half + slot] = spectrum[z + half + slot];
            }
            double re = first.joinedRe(spectrum, k);
            slots[z + half] = first.joinedIm(spectrum, k);
            slots[z] = re;
        }
    }
}
