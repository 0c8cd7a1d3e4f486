package org.modewise.siren.engine;

import java.util.Arrays;
import java.util.List;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.siren.optimizer.LeastSquares;

/**
 * Σ over the terms of w·mean r², tile by tile, with the same bits on any number of threads. A tile is a block. For one call
 * at a time.
 */
public final class TiledLoss implements LeastSquares {
    private final Layers layers;
    private final Weights weights;
    private final TileParts tiles;
    private final JacobianRows rows;
    private final TileParts.Task valueTask = this::value;
    private final TileParts.Task gradientTask = this::gradient;
    /** How many tiles stand for all: 1 if none is left out. */
    private double estimate;

    private Slab slab;
    private Bending bending;

    /**
     * Takes terms.
     *
     * @param layers the network
     * @param factors ω of each layer
     * @param terms at least one
     * @param functions sine and cosine
     * @param runner who does the work
     */
    public TiledLoss(
            Layers layers, double[] factors, List<Term> terms, ElementaryFunctions functions, PartRunner runner) {
        this(layers, new Weights(layers, factors), new double[0], terms, functions, runner);
    }

    /**
     * Takes terms with coefficients, which are parameters behind those of the network.
     *
     * @param layers the network
     * @param weights of the network, for this loss alone
     * @param coefficientUnits what each coefficient is measured in, positive: it is its parameter times this
     * @param terms at least one
     * @param functions sine and cosine
     * @param runner who does the work
     * @throws IllegalArgumentException if the heap cannot hold a training's numbers, naming the bytes needed
     */
    public TiledLoss(
            Layers layers,
            Weights weights,
            double[] coefficientUnits,
            List<Term> terms,
            ElementaryFunctions functions,
            PartRunner runner) {
        this.layers = layers;
        this.weights = weights;
        this.tiles = new TileParts(terms, layers, weights, coefficientUnits, functions, runner);
        this.rows = new JacobianRows(tiles);
    }

    @Override
    public int parameters() {
        return tiles.parameters();
    }

    @Override
    public void requireHeap(long doubles, String what) {
        tiles.requireHeap(doubles, what);
    }

    @Override
    public int residuals() {
        return tiles.points();
    }

    @Override
    public int blocks() {
        return tiles.tiles();
    }

    /**
     * For the hidden layers 1/ω₀, which is 1 for the angles; for the last one 1/(2√n), with which n sines make up a number
     * of about one half. 1 for the coefficients, which are in units of their own.
     */
    @Override
    public void units(double[] units) {
        Arrays.fill(units, 1);
        weights.applyFactors(units);
        for (int p = 0; p < layers.parameters(); p++) {
            units[p] = 1 / units[p];
        }
        int last = layers.count() - 1;
        Arrays.fill(units, layers.weights(last), layers.parameters(), 0.5 / Math.sqrt(layers.inputs(last)));
    }

    @Override
    public double value(double[] theta) {
        tiles.select(theta);
        tiles.run(valueTask);
        return tiles.value();
    }

    private double value(TileWork work, int start, int end, double[] sum) {
        double value = 0;
        for (int k = start; k < end; k++) {
            tiles.evaluate(work, k);
            value += work.sumOfSquares();
        }
        return value;
    }

    /**
     * The residuals themselves, each times √(w/N).
     *
     * @param theta the parameters
     * @param r where they go, term after term, in the order in which the points lie in tiles
     */
    public void residuals(double[] theta, double[] r) {
        tiles.select(theta);
        TileWork work = tiles.scratch().take();
        int next = 0;
        for (int k = 0; k < tiles.tiles(); k++) {
            tiles.evaluate(work, k);
            int count = tiles.points(k);
            System.arraycopy(work.residuals(), 0, r, next, count);
            next += count;
        }
        tiles.scratch().give(work);
    }

    @Override
    public double gradient(double[] theta, double[] gradient) {
        tiles.select(theta);
        return gradient(1, gradient);
    }

    @Override
    public double gradient(double[] theta, int[] blocks, int start, int length, double[] gradient) {
        tiles.select(theta, blocks, start, length);
        return gradient((double) tiles.tiles() / length, gradient);
    }

    private double gradient(double tilesEach, double[] gradient) {
        estimate = tilesEach;
        tiles.run(gradientTask);
        tiles.collect(gradient);
        return tiles.value();
    }

    private double gradient(TileWork work, int start, int end, double[] sum) {
        work.clearGradient();
        Arrays.fill(sum, 0);
        double value = 0;
        for (int k = start; k < end; k++) {
            tiles.evaluate(work, k);
            value += work.sumOfSquares();
            work.addGradient(sum, 2 * estimate * tiles.scale(k));
        }
        work.foldGradient(sum);
        return estimate * value;
    }

    @Override
    public void normalProduct(double[] theta, double[] v, double[] product) {
        tiles.select(theta);
        rows.product(v, product);
    }

    @Override
    public void normalDiagonal(double[] theta, double[] diagonal) {
        tiles.select(theta);
        rows.diagonal(diagonal);
    }

    @Override
    public void bending(double[] theta, double[] direction, double[] product) {
        if (bending == null) {
            bending = new Bending(tiles);
        }
        bending.product(theta, direction, product);
    }

    @Override
    public void normal(double[] theta, double[] gradient, double[][] normal) {
        tiles.select(theta);
        if (slab == null) {
            slab = new Slab(tiles);
        }
        Arrays.fill(gradient, 0);
        for (double[] row : normal) {
            Arrays.fill(row, 0);
        }
        slab.add(gradient, normal);
    }
}
