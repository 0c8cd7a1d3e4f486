package org.modewise.siren.engine;

import java.util.Arrays;
import org.modewise.core.internal.Arguments;

/** Jᵀr'', r'' the second derivative of the residuals along a direction, by differences. For one call at a time. */
final class Bending {
    /** The share of a step over which differences are taken: Transtrum and Sethna's. */
    private static final double SHARE = 0.1;

    private final TileParts tiles;
    private final double[] moved;
    /** r ahead and behind, added, tile after tile. */
    private final double[] second;

    private final TileParts.Task ahead = this::ahead;
    private final TileParts.Task behind = this::behind;
    private final TileParts.Task product = this::product;

    Bending(TileParts tiles) {
        this.tiles = tiles;
        long residuals = (long) tiles.tiles() * Tile.POINTS;
        tiles.requireHeap(residuals, residuals + " residuals");
        this.moved = new double[tiles.parameters()];
        this.second = new double[Arguments.arrayLength(residuals, "residuals")];
    }

    void product(double[] theta, double[] direction, double[] to) {
        along(theta, SHARE, direction, ahead);
        along(theta, -SHARE, direction, behind);
        tiles.select(theta);
        tiles.run(product);
        tiles.collect(to);
    }

    private void along(double[] theta, double factor, double[] direction, TileParts.Task task) {
        for (int p = 0; p < moved.length; p++) {
            moved[p] = theta[p] + factor * direction[p];
        }
        tiles.select(moved);
        tiles.run(task);
    }

    private double ahead(TileWork work, int start, int end, double[] sum) {
        for (int k = start; k < end; k++) {
            tiles.evaluate(work, k);
            System.arraycopy(work.residuals(), 0, second, k * Tile.POINTS, Tile.POINTS);
        }
        return 0;
    }

    private double behind(TileWork work, int start, int end, double[] sum) {
        for (int k = start; k < end; k++) {
            tiles.evaluate(work, k);
            for (int t = 0; t < Tile.POINTS; t++) {
                second[k * Tile.POINTS + t] += work.residuals()[t];
            }
        }
        return 0;
    }

    private double product(TileWork work, int start, int end, double[] sum) {
        work.clearGradient();
        Arrays.fill(sum, 0);
        for (int k = start; k < end; k++) {
            tiles.evaluate(work, k);
            double[] r = work.residuals();
            for (int t = 0; t < Tile.POINTS; t++) {
                r[t] = (second[k * Tile.POINTS + t] - 2 * r[t]) / (SHARE * SHARE);
            }
            work.addGradient(sum, tiles.scale(k));
        }
        work.foldGradient(sum);
        return 0;
    }
}
