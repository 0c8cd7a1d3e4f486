package org.modewise.siren.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.Permutation;

/**
 * Points with data, cut into tiles of {@link Tile#POINTS} as the rows that a tile reads. The last tile is filled up with
 * its last point. Immutable.
 */
public final class PointTiles {
    /** What the objects of a tile take, in doubles, beside those of its rows. */
    private static final int TILE = 6;

    private final int points;
    private final double[][][] inputs;
    private final double[][][] data;

    private PointTiles(int points, double[][][] inputs, double[][][] data) {
        this.points = points;
        this.inputs = inputs;
        this.data = data;
    }

    /**
     * Cuts points in their order.
     *
     * @param coordinates one array an axis, as the network reads them
     * @param data what residuals know of each point, one array a quantity; may be none
     * @return the tiles
     * @throws IllegalArgumentException if the heap cannot hold them, naming the bytes needed
     */
    public static PointTiles of(double[][] coordinates, double[][] data) {
        return of(coordinates, data, order(coordinates, data));
    }

    /**
     * Cuts points in random order, so that each tile is a sample of all.
     *
     * @param coordinates one array an axis, as the network reads them
     * @param data what residuals know of each point, one array a quantity; may be none
     * @param seed of the order
     * @return the tiles
     * @throws IllegalArgumentException if the heap cannot hold them, naming the bytes needed
     */
    public static PointTiles shuffled(double[][] coordinates, double[][] data, long seed) {
        int[] order = order(coordinates, data);
        Permutation.shuffle(order, new SplittableRandom(seed));
        return of(coordinates, data, order);
    }

    /**
     * Checks that the heap can hold points as they come, their order, and their tiles, before any is allocated.
     *
     * @param points how many there are
     * @param columns how many arrays of coordinates and of data
     * @throws IllegalArgumentException if the heap cannot hold them, naming the bytes needed
     */
    public static void requireHeap(int points, int columns) {
        long order = points / 2;
        Arguments.requireHeap(
                (long) columns * points + order + size(points, columns), "tiles of " + points + " points");
    }

    /**
     * How much memory tiles take.
     *
     * @param points how many points there are
     * @param columns how many arrays of coordinates and of data
     * @return the size of tiles of them, in doubles
     */
    public static long size(int points, int columns) {
        return (points + Tile.POINTS - 1L) / Tile.POINTS * (TILE + columns * (Tile.POINTS + (long) Tile.ROW));
    }

    private static int[] order(double[][] coordinates, double[][] data) {
        requireHeap(coordinates[0].length, coordinates.length + data.length);
        int[] order = new int[coordinates[0].length];
        Arrays.setAll(order, k -> k);
        return order;
    }

    private static PointTiles of(double[][] coordinates, double[][] data, int[] order) {
        int tiles = (order.length + Tile.POINTS - 1) / Tile.POINTS;
        double[][][] inputs = new double[tiles][][];
        double[][][] quantities = new double[tiles][][];
        for (int k = 0; k < tiles; k++) {
            inputs[k] = cut(coordinates, order, k * Tile.POINTS);
            quantities[k] = cut(data, order, k * Tile.POINTS);
        }
        return new PointTiles(order.length, inputs, quantities);
    }

    private static double[][] cut(double[][] columns, int[] order, int from) {
        double[][] rows = new double[columns.length][Tile.POINTS];
        for (int c = 0; c < columns.length; c++) {
            for (int t = 0; t < Tile.POINTS; t++) {
                rows[c][t] = columns[c][order[Math.min(from + t, order.length - 1)]];
            }
        }
        return rows;
    }

    /**
     * The number of points.
     *
     * @return how many, without the filling
     */
    public int points() {
        return points;
    }

    /** How many doubles these are. */
    long size() {
        return size(points, inputs[0].length + data[0].length);
    }

    /** The number of tiles. */
    int tiles() {
        return inputs.length;
    }

    /** The number of points in a tile, without the filling. */
    int count(int tile) {
        return Math.min(Tile.POINTS, points - tile * Tile.POINTS);
    }

    /** Writes the coordinates of a tile's points where the network reads them. */
    void load(int index, Tile tile) {
        double[][] rows = inputs[index];
        for (int axis = 0; axis < rows.length; axis++) {
            System.arraycopy(rows[axis], 0, tile.input(axis), 0, Tile.POINTS);
        }
    }

    /** The data of a tile's points. */
    double[][] data(int tile) {
        return data[tile];
    }
}
