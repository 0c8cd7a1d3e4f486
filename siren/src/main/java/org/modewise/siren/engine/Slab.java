package org.modewise.siren.engine;

import java.util.function.IntConsumer;
import org.modewise.core.internal.ScratchPool;
import org.modewise.core.internal.elementary.Combinations;

/**
 * 2Jᵀr and JᵀJ, a few tiles at a time: J as a whole would not fit. Every number is summed in one order, whoever runs the
 * parts. Scratch memory: for one call at a time.
 */
final class Slab {
    /** Tiles whose derivatives by each parameter are kept at a time. */
    private static final int TILES = 4;

    private final int parameters;
    private final Weights weights;
    private final ScratchPool<TileWork> scratch;
    private final PartRunner runner;
    private final double[][] rows;
    private final double[] r = new double[TILES * Tile.POINTS];
    private final IntConsumer tilePart = this::tilePart;

    /** What the parts of the call at hand work on. */
    private int[] termOf;

    private int[] tileOf;
    private int first;

    /** Works with weights that are loaded before each call. */
    Slab(int parameters, Weights weights, ScratchPool<TileWork> scratch, PartRunner runner) {
        this.parameters = parameters;
        this.weights = weights;
        this.scratch = scratch;
        this.runner = runner;
        this.rows = new double[TILES * Tile.POINTS][parameters];
    }

    /** Adds what all tiles say; of JᵀJ the upper triangle. Tile k is number {@code ofTile[k]} of term {@code ofTerm[k]}. */
    void add(int[] ofTerm, int[] ofTile, double[] gradient, double[][] normal) {
        termOf = ofTerm;
        tileOf = ofTile;
        GramMatrix gram = new GramMatrix(normal, parameters);
        for (first = 0; first < tileOf.length; first += TILES) {
            int tiles = Math.min(TILES, tileOf.length - first);
            runner.run(tiles, tilePart);
            gram.add(rows, tiles * Tile.POINTS, runner);
            for (int t = 0; t < tiles * Tile.POINTS; t += 4) {
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
        TileWork work = scratch.take();
        int start = part * Tile.POINTS;
        work.jacobian(termOf[first + part], tileOf[first + part], rows, start);
        System.arraycopy(work.residuals(), 0, r, start, Tile.POINTS);
        for (int t = start; t < start + Tile.POINTS; t++) {
            weights.toParameters(rows[t]);
        }
        scratch.give(work);
    }
}
