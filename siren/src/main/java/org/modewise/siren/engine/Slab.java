package org.modewise.siren.engine;

import java.util.function.IntConsumer;
import org.modewise.core.internal.elementary.Combinations;

/**
 * 2Jᵀr and JᵀJ, a few tiles at a time: J as a whole would not fit. Every number is summed in one order, whoever runs the
 * parts. Scratch memory: for one call at a time.
 */
final class Slab {
    /** Tiles whose derivatives by each parameter are kept at a time. */
    private static final int TILES = 4;

    private final TileParts tiles;
    private final double[][] rows;
    private final double[] r = new double[TILES * Tile.POINTS];
    private final IntConsumer tilePart = this::tilePart;

    /** The first tile of the slab at hand. */
    private int first;

    Slab(TileParts tiles) {
        this.tiles = tiles;
        tiles.requireRows(TILES * Tile.POINTS);
        this.rows = new double[TILES * Tile.POINTS][tiles.parameters()];
    }

    /** Adds what all tiles say at the parameters that are selected; of JᵀJ the upper triangle. */
    void add(double[] gradient, double[][] normal) {
        PartRunner runner = tiles.runner();
        int parameters = tiles.parameters();
        GramMatrix gram = new GramMatrix(normal, parameters);
        for (first = 0; first < tiles.tiles(); first += TILES) {
            int count = Math.min(TILES, tiles.tiles() - first);
            runner.run(count, tilePart);
            gram.add(rows, count * Tile.POINTS, runner);
            for (int t = 0; t < count * Tile.POINTS; t += 4) {
                Combinations.addFour(
                        gradient,
                        2 * r[t],
                        rows[t],
                        2 * r[t + 1],
                        rows[t + 1],
                        2 * r[t + 2],
                        rows[t + 2],
                        2 * r[t + 3],
                        rows[t + 3],
                        0,
                        parameters);
            }
        }
    }

    private void tilePart(int part) {
        TileWork work = tiles.scratch().take();
        int start = part * Tile.POINTS;
        tiles.jacobian(work, first + part, rows, start);
        System.arraycopy(work.residuals(), 0, r, start, Tile.POINTS);
        for (int t = start; t < start + Tile.POINTS; t++) {
            tiles.weights().toParameters(rows[t]);
        }
        tiles.scratch().give(work);
    }
}
