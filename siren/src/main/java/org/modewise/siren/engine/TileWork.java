package org.modewise.siren.engine;

import java.util.Arrays;
import java.util.List;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * One tile of points after the other, of any term: from its points to its residuals, and back to their derivatives by the
 * parameters. Scratch memory: for one thread at a time.
 */
final class TileWork {
    private final List<Term> terms;
    private final Weights weights;
    private final double[] coefficients;
    private final double[] coefficientUnits;
    /** How many of the parameters are the network's; the coefficients follow. */
    private final int networkParameters;

    /** One for each term: the channels differ. */
    private final Tile[] tiles;

    private final double[] r = new double[Tile.POINTS];
    private final double[][] coefficientSlopes;
    private final double[] partialSums;
    private double[][] rows;

    /** What was evaluated last. */
    private Term term;

    private int index;
    private Tile tile;

    /** Reads weights and coefficients as they are at each evaluation; a coefficient is its parameter times its unit. */
    TileWork(
            List<Term> terms,
            Layers layers,
            Weights weights,
            double[] coefficients,
            double[] coefficientUnits,
            ElementaryFunctions functions) {
        this.terms = terms;
        this.weights = weights;
        this.coefficients = coefficients;
        this.coefficientUnits = coefficientUnits;
        this.networkParameters = layers.parameters();
        this.tiles = new Tile[terms.size()];
        for (int k = 0; k < tiles.length; k++) {
            tiles[k] = new Tile(layers, terms.get(k).residual().channels(), functions, Tile.POINTS);
        }
        this.coefficientSlopes = new double[coefficients.length][Tile.POINTS];
        long sums = (long) Tile.PARTIAL_SUMS * networkParameters;
        this.partialSums = new double[Arguments.arrayLength(sums, "sums of " + networkParameters + " slopes")];
    }

    /** How many doubles one of these is, but for the rows of J. */
    static long size(List<Term> terms, Layers layers) {
        long size = (long) Tile.PARTIAL_SUMS * layers.parameters();
        for (Term term : terms) {
            size += Tile.size(layers, term.residual().channels(), Tile.POINTS);
        }
        return size;
    }

    /** From the points of a tile to its scaled residuals, which are 0 beyond the last point. */
    void evaluate(int ofTerm, int ofTile) {
        term = terms.get(ofTerm);
        index = ofTile;
        tile = tiles[ofTerm];
        term.points().load(index, tile);
        tile.forward(weights);
        term.residual()
                .evaluate(
                        term.points().data(index),
                        coefficients,
                        tile.output(),
                        r,
                        tile.outputAdjoint(),
                        coefficientSlopes);
        double scale = term.scale();
        for (int t = 0; t < r.length; t++) {
            r[t] *= scale;
        }
        Arrays.fill(r, term.points().count(index), Tile.POINTS, 0);
    }

    /** The residuals. What is written into them is what {@link #addGradient} takes for them. */
    double[] residuals() {
        return r;
    }

    double sumOfSquares() {
        return dot(r, r);
    }

    /** Forgets what {@link #addGradient} has added up. */
    void clearGradient() {
        Arrays.fill(partialSums, 0);
    }

    /** Adds factor·Jᵀr, J that of the unscaled residuals: the coefficients' part to a sum, the network's to be folded. */
    void addGradient(double[] sum, double factor) {
        for (double[] slope : tile.outputAdjoint()) {
            multiply(slope, factor, r);
        }
        for (int c = 0; c < coefficients.length; c++) {
            sum[networkParameters + c] += factor * coefficientUnits[c] * dot(coefficientSlopes[c], r);
        }
        tile.backward(weights);
        tile.addGradient(partialSums);
    }

    /** Adds the network's part of what {@link #addGradient} has added up. */
    void foldGradient(double[] sum) {
        ElementaryFunctions.fold(partialSums, 0, sum, 0, networkParameters);
    }

    /** Rows of J for one tile: made when first asked for. */
    double[][] rows() {
        if (rows == null) {
            rows = new double[Tile.POINTS][networkParameters + coefficients.length];
        }
        return rows;
    }

    /**
     * The derivatives of the scaled residuals of a tile by each scaled weight and each coefficient's parameter, one row a
     * point. Beyond the last point they are 0.
     */
    void jacobian(int ofTerm, int ofTile, double[][] to, int first) {
        evaluate(ofTerm, ofTile);
        double scale = term.scale();
        int count = term.points().count(index);
        for (double[] slope : tile.outputAdjoint()) {
            for (int t = 0; t < slope.length; t++) {
                slope[t] *= scale;
            }
            Arrays.fill(slope, count, Tile.POINTS, 0);
        }
        tile.backward(weights);
        tile.jacobian(to, first, Tile.POINTS);
        for (int c = 0; c < coefficients.length; c++) {
            double each = scale * coefficientUnits[c];
            for (int t = 0; t < Tile.POINTS; t++) {
                to[first + t][networkParameters + c] = t < count ? each * coefficientSlopes[c][t] : 0;
            }
        }
    }

    /** Four sums at a time, so that none waits for the one before. */
    private static double dot(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int t = 0; t < Tile.POINTS; t += 4) {
            s0 += x[t] * y[t];
            s1 += x[t + 1] * y[t + 1];
            s2 += x[t + 2] * y[t + 2];
            s3 += x[t + 3] * y[t + 3];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static void multiply(double[] row, double factor, double[] by) {
        for (int t = 0; t < row.length; t++) {
            row[t] *= factor * by[t];
        }
    }
}
