package org.modewise.fft.scalar;

import org.modewise.fft.internal.FirstSlot;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;

/** Slots, many lanes at once: each block of them is copied into a {@link Tile}, transformed there, and copied out. */
final class TiledSlots implements Slots {
    private final int nx;
    private final int slots;
    private final int half;
    private final int row;
    private final RowsFft fft;
    private final FirstSlot first;
    private final NyquistLane nyquist;
    private final int width;
    private final Tiles tiles;

    /** The rows of a tile, for nx numbers a slot: one more for the factors along y. */
    static int tileRows(int nx) {
        return nx + 1 + Plans.spareRows(nx);
    }

    TiledSlots(SpectrumLayout layout, Tiles tiles) {
        this.nx = layout.nx();
        this.slots = (layout.ny() + 1) / 2;
        this.half = layout.imOffset();
        this.row = layout.strideX();
        this.fft = Plans.rows(nx);
        this.first = new FirstSlot(layout);
        this.nyquist = new NyquistLane(layout);
        this.width = tiles.width();
        this.tiles = tiles;
    }

    @Override
    public int lanes() {
        return slots;
    }

    @Override
    public void forward(double[] rows, double[] spectrum, int from, int to) {
        Tile tile = tiles.take();
        for (int slot = from; slot < to; slot += width) {
            int lanes = Math.min(width, to - slot);
            load(rows, slot, tile, lanes);
            fft.transform(tile.re, tile.im, 0, nx + 1, lanes);
            store(tile, lanes, spectrum, slot);
            if (slot == 0) {
                first.separate(spectrum);
            }
        }
        tiles.give(tile);
    }

    @Override
    public void inverse(double[] spectrum, SpectrumMultiplier multiplier, double[] rows, int from, int to) {
        Tile tile = tiles.take();
        for (int slot = from; slot < to; slot += width) {
            int lanes = Math.min(width, to - slot);
            if (multiplier == null) {
                load(spectrum, slot, tile, lanes);
            } else {
                load(spectrum, multiplier, slot, tile, lanes);
            }
            if (slot == 0) {
                nyquist.join(spectrum, multiplier, tile);
            }
            fft.transform(tile.im, tile.re, 0, nx + 1, lanes);
            store(tile, lanes, rows, slot);
        }
        tiles.give(tile);
    }

    private void load(double[] from, int slot, Tile tile, int lanes) {
        for (int x = 0; x < nx; x++) {
            System.arraycopy(from, x * row + slot, tile.re[x], 0, lanes);
            System.arraycopy(from, x * row + half + slot, tile.im[x], 0, lanes);
        }
    }

    private void store(Tile tile, int lanes, double[] to, int slot) {
        for (int x = 0; x < nx; x++) {
            int at = fft.position(x);
            System.arraycopy(tile.re[at], 0, to, x * row + slot, lanes);
            System.arraycopy(tile.im[at], 0, to, x * row + half + slot, lanes);
        }
    }

    /** Loads slots times their factors, row by row, so that each is at hand; the factors pass through the spare row. */
    private void load(double[] spectrum, SpectrumMultiplier multiplier, int slot, Tile tile, int lanes) {
        SpectrumMultiplier term = multiplier.termFactors();
        double[] factorRe = tile.re[nx];
        double[] factorIm = tile.im[nx];
        for (int x = 0; x < nx; x++) {
            int re = x * row + slot;
            int line = multiplier.lines()[x] + slot;
            System.arraycopy(spectrum, re, tile.re[x], 0, lanes);
            System.arraycopy(spectrum, re + half, tile.im[x], 0, lanes);
            System.arraycopy(multiplier.yRe(), line, factorRe, 0, lanes);
            if (multiplier.isReal()) {
                Lanes.multiply(tile.re[x], tile.im[x], multiplier.xRe()[x], factorRe, lanes);
            } else {
                System.arraycopy(multiplier.yIm(), line, factorIm, 0, lanes);
                Lanes.turn(factorRe, factorIm, multiplier.xRe()[x], multiplier.xIm()[x], lanes);
                Lanes.turn(tile.re[x], tile.im[x], factorRe, factorIm, lanes);
            }
            if (term != null) {
                System.arraycopy(term.yRe(), term.lines()[x] + slot, factorRe, 0, lanes);
                add(multiplier.termSpectrum(), re, term.xRe()[x], factorRe, tile.re[x], factorIm, lanes);
                add(multiplier.termSpectrum(), re + half, term.xRe()[x], factorRe, tile.im[x], factorIm, lanes);
            }
        }
    }

    private static void add(double[] from, int at, double a, double[] b, double[] sum, double[] free, int lanes) {
        System.arraycopy(from, at, free, 0, lanes);
        Lanes.addProduct(free, a, b, sum, lanes);
    }
}
