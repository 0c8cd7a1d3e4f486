package org.modewise.siren.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.siren.optimizer.LeastSquares;

/**
 * Σ over the terms of w·mean r², tile by tile. A tile is a block.
 *
 * <p>Tiles are handed out in parts whose number depends on that of the tiles alone, each part sums for itself, and the
 * parts' sums are added in pairs, in one order: the bits are those of one thread on any number of them.
 */
public final class TiledLoss implements LeastSquares {
    /** More than threads there will be, and few enough that adding their gradients costs nothing. */
    private static final int MOST_PARTS = 32;
    /** The share of a step over which differences are taken: Transtrum and Sethna's. */
    private static final double SHARE = 0.1;

    private final List<Term> terms;
    private final Layers layers;
    private final Weights weights;
    private final PartRunner runner;
    /** How many of the parameters are the network's; the coefficients follow. */
    private final int networkParameters;

    private final double[] coefficientUnits;
    private final double[] coefficients;
    private final int parameters;
    private final int[] termOf;
    private final int[] tileOf;
    private final int[] all;
    private final ScratchPool<TileWork> scratch;
    private final double[][] sums;
    private final double[] values;
    private final double[] vector;

    /** What the parts of the call at hand work on. */
    private int[] selected;

    private int from;
    private int count;
    private double estimate;

    private Slab slab;
    private double[] second;
    private final IntConsumer valuePart = this::valuePart;
    private final IntConsumer gradientPart = this::gradientPart;
    private final BiConsumer<double[], double[]> multiplyRow = this::multiplyRow;
    private final BiConsumer<double[], double[]> squareRow = this::squareRow;
    private final IntConsumer productPart = part -> overRows(part, multiplyRow);
    private final IntConsumer diagonalPart = part -> overRows(part, squareRow);
    private final IntConsumer aheadPart = this::aheadPart;
    private final IntConsumer behindPart = this::behindPart;
    private final IntConsumer bendingPart = this::bendingPart;

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
        this.terms = List.copyOf(terms);
        this.layers = layers;
        this.weights = weights;
        this.coefficientUnits = coefficientUnits.clone();
        this.coefficients = new double[coefficientUnits.length];
        this.runner = runner;
        this.networkParameters = layers.parameters();
        this.parameters = networkParameters + coefficients.length;
        int tiles = terms.stream().mapToInt(term -> term.points().tiles()).sum();
        this.termOf = new int[tiles];
        this.tileOf = new int[tiles];
        this.all = new int[tiles];
        int next = 0;
        for (int k = 0; k < terms.size(); k++) {
            for (int tile = 0; tile < terms.get(k).points().tiles(); tile++) {
                all[next] = next;
                termOf[next] = k;
                tileOf[next++] = tile;
            }
        }
        int parts = Math.min(MOST_PARTS, tiles);
        TileWork.requireHeap(terms, layers, parts);
        this.sums = new double[parts][parameters];
        this.values = new double[sums.length];
        this.vector = new double[parameters];
        this.scratch = new ScratchPool<>(
                () -> new TileWork(this.terms, layers, weights, coefficients, this.coefficientUnits, functions));
    }

    @Override
    public int parameters() {
        return parameters;
    }

    @Override
    public int residuals() {
        return terms.stream().mapToInt(term -> term.points().points()).sum();
    }

    @Override
    public int blocks() {
        return all.length;
    }

    /**
     * For the hidden layers 1/ω₀, which is 1 for the angles; for the last one 1/(2√n), with which n sines make up a number
     * of about one half. 1 for the coefficients, which are in units of their own.
     */
    @Override
    public void units(double[] units) {
        Arrays.fill(units, 1);
        weights.applyFactors(units);
        for (int p = 0; p < networkParameters; p++) {
            units[p] = 1 / units[p];
        }
        int last = layers.count() - 1;
        Arrays.fill(units, layers.weights(last), networkParameters, 0.5 / Math.sqrt(layers.inputs(last)));
    }

    @Override
    public double value(double[] theta) {
        select(theta, all, 0, all.length);
        int parts = parts();
        runner.run(parts, valuePart);
        return Pairwise.sum(values, parts);
    }

    /**
     * The residuals themselves, each times √(w/N).
     *
     * @param theta the parameters
     * @param r where they go, term after term, in the order in which the points lie in tiles
     */
    public void residuals(double[] theta, double[] r) {
        select(theta, all, 0, all.length);
        TileWork work = scratch.take();
        int next = 0;
        for (int block : all) {
            work.evaluate(termOf[block], tileOf[block]);
            int count = terms.get(termOf[block]).points().count(tileOf[block]);
            System.arraycopy(work.residuals(), 0, r, next, count);
            next += count;
        }
        scratch.give(work);
    }

    @Override
    public double gradient(double[] theta, double[] gradient) {
        return gradient(theta, all, 0, all.length, gradient);
    }

    @Override
    public double gradient(double[] theta, int[] blocks, int start, int length, double[] gradient) {
        select(theta, blocks, start, length);
        int parts = parts();
        runner.run(parts, gradientPart);
        collect(parts, gradient);
        return Pairwise.sum(values, parts);
    }

    @Override
    public void normalProduct(double[] theta, double[] v, double[] product) {
        select(theta, all, 0, all.length);
        System.arraycopy(v, 0, vector, 0, parameters);
        weights.toParameters(vector);
        int parts = parts();
        runner.run(parts, productPart);
        collect(parts, product);
    }

    @Override
    public void normalDiagonal(double[] theta, double[] diagonal) {
        select(theta, all, 0, all.length);
        int parts = parts();
        runner.run(parts, diagonalPart);
        collect(parts, diagonal);
        // The factors of both sides of JᵀJ.
        weights.toParameters(diagonal);
    }

    @Override
    public void bending(double[] theta, double[] direction, double[] product) {
        if (second == null) {
            second = new double[Arguments.arrayLength((long) all.length * Tile.POINTS, "residuals")];
        }
        along(theta, SHARE, direction, aheadPart);
        along(theta, -SHARE, direction, behindPart);
        select(theta, all, 0, all.length);
        int parts = parts();
        runner.run(parts, bendingPart);
        collect(parts, product);
    }

    private void along(double[] theta, double factor, double[] direction, IntConsumer part) {
        for (int p = 0; p < parameters; p++) {
            vector[p] = theta[p] + factor * direction[p];
        }
        select(vector, all, 0, all.length);
        runner.run(parts(), part);
    }

    @Override
    public void normal(double[] theta, double[] gradient, double[][] normal) {
        select(theta, all, 0, all.length);
        if (slab == null) {
            slab = new Slab(parameters, weights, scratch, runner);
        }
        Arrays.fill(gradient, 0);
        for (double[] row : normal) {
            Arrays.fill(row, 0);
        }
        slab.add(termOf, tileOf, gradient, normal);
    }

    private void select(double[] theta, int[] blocks, int start, int length) {
        weights.load(theta);
        for (int c = 0; c < coefficients.length; c++) {
            coefficients[c] = theta[networkParameters + c] * coefficientUnits[c];
        }
        selected = blocks;
        from = start;
        count = length;
        estimate = (double) all.length / length;
    }

    private int parts() {
        return Math.min(MOST_PARTS, count);
    }

    private int start(int part) {
        return from + (int) ((long) count * part / parts());
    }

    private void collect(int parts, double[] total) {
        Pairwise.add(sums, parts);
        System.arraycopy(sums[0], 0, total, 0, parameters);
        weights.toParameters(total);
    }

    private void valuePart(int part) {
        TileWork work = scratch.take();
        double value = 0;
        for (int k = start(part); k < start(part + 1); k++) {
            work.evaluate(termOf[selected[k]], tileOf[selected[k]]);
            value += work.sumOfSquares();
        }
        values[part] = estimate * value;
        scratch.give(work);
    }

    private void aheadPart(int part) {
        TileWork work = scratch.take();
        for (int k = start(part); k < start(part + 1); k++) {
            work.evaluate(termOf[k], tileOf[k]);
            System.arraycopy(work.residuals(), 0, second, k * Tile.POINTS, Tile.POINTS);
        }
        scratch.give(work);
    }

    private void behindPart(int part) {
        TileWork work = scratch.take();
        for (int k = start(part); k < start(part + 1); k++) {
            work.evaluate(termOf[k], tileOf[k]);
            for (int t = 0; t < Tile.POINTS; t++) {
                second[k * Tile.POINTS + t] += work.residuals()[t];
            }
        }
        scratch.give(work);
    }

    private void bendingPart(int part) {
        TileWork work = scratch.take();
        work.clearGradient();
        double[] sum = sums[part];
        Arrays.fill(sum, 0);
        for (int k = start(part); k < start(part + 1); k++) {
            work.evaluate(termOf[k], tileOf[k]);
            double[] r = work.residuals();
            for (int t = 0; t < Tile.POINTS; t++) {
                r[t] = (second[k * Tile.POINTS + t] - 2 * r[t]) / (SHARE * SHARE);
            }
            work.addGradient(sum, terms.get(termOf[k]).scale());
        }
        work.foldGradient(sum);
        scratch.give(work);
    }

    private void gradientPart(int part) {
        TileWork work = scratch.take();
        work.clearGradient();
        double[] sum = sums[part];
        Arrays.fill(sum, 0);
        double value = 0;
        for (int k = start(part); k < start(part + 1); k++) {
            work.evaluate(termOf[selected[k]], tileOf[selected[k]]);
            value += work.sumOfSquares();
            double scale = terms.get(termOf[selected[k]]).scale();
            work.addGradient(sum, 2 * estimate * scale);
        }
        work.foldGradient(sum);
        values[part] = estimate * value;
        scratch.give(work);
    }

    /** What each row of J adds to a part's sum. */
    private void overRows(int part, BiConsumer<double[], double[]> add) {
        TileWork work = scratch.take();
        double[] sum = sums[part];
        Arrays.fill(sum, 0);
        for (int k = start(part); k < start(part + 1); k++) {
            double[][] rows = work.rows();
            work.jacobian(termOf[selected[k]], tileOf[selected[k]], rows, 0);
            for (double[] row : rows) {
                add.accept(row, sum);
            }
        }
        scratch.give(work);
    }

    private void multiplyRow(double[] row, double[] sum) {
        double along = 0;
        for (int p = 0; p < parameters; p++) {
            along += row[p] * vector[p];
        }
        for (int p = 0; p < parameters; p++) {
            sum[p] += along * row[p];
        }
    }

    private void squareRow(double[] row, double[] sum) {
        for (int p = 0; p < parameters; p++) {
            sum[p] += row[p] * row[p];
        }
    }
}
