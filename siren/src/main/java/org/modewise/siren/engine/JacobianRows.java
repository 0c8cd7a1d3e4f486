package org.modewise.siren.engine;

import java.util.Arrays;
import java.util.function.BiConsumer;

/** JᵀJv and the diagonal of JᵀJ, from J row by row: no matrix is kept. For one call at a time. */
final class JacobianRows {
    private final TileParts tiles;
    private final double[] vector;
    private final BiConsumer<double[], double[]> multiplyRow = this::multiplyRow;
    private final BiConsumer<double[], double[]> squareRow = this::squareRow;
    private final TileParts.Task product = (work, start, end, sum) -> overRows(work, start, end, sum, multiplyRow);
    private final TileParts.Task diagonal = (work, start, end, sum) -> overRows(work, start, end, sum, squareRow);

    /** Whether the heap has been found to hold the rows of a tile. */
    private boolean fits;

    JacobianRows(TileParts tiles) {
        this.tiles = tiles;
        this.vector = new double[tiles.parameters()];
    }

    /** JᵀJv at the parameters that are selected. */
    void product(double[] v, double[] to) {
        System.arraycopy(v, 0, vector, 0, vector.length);
        tiles.weights().toParameters(vector);
        run(product);
        tiles.collect(to);
    }

    /** The diagonal of JᵀJ at the parameters that are selected. */
    void diagonal(double[] to) {
        run(diagonal);
        tiles.collect(to);
        // The factors of both sides of JᵀJ.
        tiles.weights().toParameters(to);
    }

    private void run(TileParts.Task task) {
        if (!fits) {
            tiles.requireRows(Tile.POINTS);
            fits = true;
        }
        tiles.run(task);
    }

    /** What each row of J adds to a part's sum. */
    private double overRows(TileWork work, int start, int end, double[] sum, BiConsumer<double[], double[]> add) {
        Arrays.fill(sum, 0);
        for (int k = start; k < end; k++) {
            double[][] rows = work.rows();
            tiles.jacobian(work, k, rows, 0);
            for (double[] row : rows) {
                add.accept(row, sum);
            }
        }
        return 0;
    }

    private void multiplyRow(double[] row, double[] sum) {
        double along = 0;
        for (int p = 0; p < vector.length; p++) {
            along += row[p] * vector[p];
        }
        for (int p = 0; p < vector.length; p++) {
            sum[p] += along * row[p];
        }
    }

    private void squareRow(double[] row, double[] sum) {
        for (int p = 0; p < vector.length; p++) {
            sum[p] += row[p] * row[p];
        }
    }
}
