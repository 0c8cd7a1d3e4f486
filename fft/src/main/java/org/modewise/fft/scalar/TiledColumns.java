package org.modewise.fft.scalar;

import java.util.Arrays;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * Z = A + iB: real columns, two by two as the real and imaginary part of one complex column, to and from their spectra
 * along y. Column c goes with column c + ⌈nx/2⌉, so nothing is packed; of an odd nx the last has no partner. By
 * symmetry A_k = (Z_k + conj Z_{-k})/2 and B_k = (Z_k - conj Z_{-k})/2i. Spectra are written transposed, eight slots of
 * a row at a time.
 */
final class TiledColumns implements Columns {
    private final int nx;
    private final int ny;
    private final int pairs;
    private final int slots;
    private final int half;
    private final int row;
    private final double scale;
    private final RowsFft fft;
    /** A row of the tile for slots that only fill a group; nothing is read from it. */
    private final int dump;
    /** The rows of a tile that each slot of the first and of the second column of a lane lies in, forward… */
    private final int[] ownModes;

    private final int[] otherModes;
    /** … and inverse. */
    private final int[] ownRows;

    private final int[] otherRows;
    private final int width;
    private final Tiles tiles;

    /** The rows of a tile, for ny samples a column: two more for modes that are not there, and for {@link #dump}. */
    static int tileRows(int ny) {
        return ny + 2 + Plans.spareRows(ny);
    }

    TiledColumns(SpectrumLayout layout, Tiles tiles) {
        this.nx = layout.nx();
        this.ny = layout.ny();
        this.pairs = (nx + 1) / 2;
        this.slots = (ny + 1) / 2;
        this.half = layout.imOffset();
        this.row = layout.strideX();
        this.scale = 1.0 / ((double) nx * ny);
        this.fft = Plans.rows(ny);
        this.dump = ny + 1;
        int padded = Tile.padded(slots);
        this.ownModes = new int[padded];
        this.otherModes = new int[padded];
        this.ownRows = new int[padded];
        this.otherRows = new int[padded];
        for (int k = 0; k < padded; k++) {
            // Of an odd ny, row ny stands for the mode ny/2 that is not there.
            int other = k > 0 ? ny - k : ny % 2 == 0 ? ny / 2 : ny;
            ownRows[k] = k < slots ? k : dump;
            otherRows[k] = k < slots ? other : dump;
            ownModes[k] = fft.position(k < slots ? k : 0);
            otherModes[k] = k >= slots ? ownModes[0] : other == ny ? ny : fft.position(other);
        }
        this.width = tiles.width();
        this.tiles = tiles;
    }

    @Override
    public int lanes() {
        return pairs;
    }

    @Override
    public void forward(double[] values, double[] rows, int from, int to) {
        Tile tile = tiles.take();
        for (int c = from; c < to; c += width) {
            int lanes = Math.min(width, to - c);
            int partners = Math.min(lanes, nx - pairs - c);
            for (int y = 0; y < ny; y++) {
                System.arraycopy(values, y * nx + c, tile.re[y], 0, lanes);
                System.arraycopy(values, y * nx + c + pairs, tile.im[y], 0, partners);
                Arrays.fill(tile.im[y], partners, lanes, 0);
            }
            fft.transform(tile.re, tile.im, 0, ny + 2, lanes);
            separate(tile, lanes);
            for (int k = 0; k < slots; k += Tile.GROUP) {
                int a = c * row + k;
                int b = (c + pairs) * row + k;
                Tile.scatter(tile.re, ownModes, k, lanes, rows, a, row);
                Tile.scatter(tile.im, ownModes, k, lanes, rows, a + half, row);
                Tile.scatter(tile.re, otherModes, k, partners, rows, b, row);
                Tile.scatter(tile.im, otherModes, k, partners, rows, b + half, row);
            }
        }
        tiles.give(tile);
    }

    @Override
    public void inverse(double[] rows, double[] values, int from, int to) {
        Tile tile = tiles.take();
        for (int c = from; c < to; c += width) {
            int lanes = Math.min(width, to - c);
            int partners = Math.min(lanes, nx - pairs - c);
            for (int k = 0; k < slots; k += Tile.GROUP) {
                int a = c * row + k;
                int b = (c + pairs) * row + k;
                Tile.gather(rows, a, row, scale, lanes, tile.re, ownRows, k);
                Tile.gather(rows, a + half, row, scale, lanes, tile.im, ownRows, k);
                Tile.gather(rows, b, row, scale, partners, tile.re, otherRows, k);
                Tile.gather(rows, b + half, row, scale, partners, tile.im, otherRows, k);
            }
            for (int k = 0; partners < lanes && k < slots; k++) {
                tile.re[otherRows[k]][partners] = 0;
                tile.im[otherRows[k]][partners] = 0;
            }
            join(tile, lanes);
            fft.transform(tile.im, tile.re, 0, ny + 2, lanes);
            for (int y = 0; y < ny; y++) {
                int at = fft.position(y);
                System.arraycopy(tile.re[at], 0, values, y * nx + c, lanes);
                System.arraycopy(tile.im[at], 0, values, y * nx + c + pairs, partners);
            }
        }
        tiles.give(tile);
    }

    private void separate(Tile tile, int lanes) {
        for (int k = 1; k < slots; k++) {
            int z = ownModes[k];
            int w = otherModes[k];
            Lanes.separate(tile.re[z], tile.im[z], tile.re[w], tile.im[w], lanes);
        }
        if (ny % 2 == 1) {
            Arrays.fill(tile.re[ny], 0, lanes, 0);
            Arrays.fill(tile.im[ny], 0, lanes, 0);
        }
        tile.exchange(ownModes[0], otherModes[0]);
    }

    private void join(Tile tile, int lanes) {
        tile.exchange(ownRows[0], otherRows[0]);
        for (int k = 1; k < slots; k++) {
            int z = ownRows[k];
            int w = otherRows[k];
            Lanes.join(tile.re[z], tile.im[z], tile.re[w], tile.im[w], lanes);
        }
    }
}
