package org.modewise.siren.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.core.internal.elementary.Combinations;
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
    /** Tiles whose derivatives by each weight are kept at a time. */
    private static final int SLAB = 4;
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
    private final ScratchPool<Scratch> scratch;
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
    private final IntConsumer slabPart = this::slabPart;
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
        this.sums = new double[Math.min(MOST_PARTS, tiles)][parameters];
        this.values = new double[sums.length];
        this.vector = new double[parameters];
        this.scratch = new ScratchPool<>(() -> new Scratch(functions));
    }

    /** What one thread works in. */
    private final class Scratch {
        final Tile[] tiles = new Tile[terms.size()];
        final double[] r = new double[Tile.POINTS];
        final double[][] coefficientSlopes = new double[coefficients.length][Tile.POINTS];
        final double[] partialSums = new double[Tile.PARTIAL_SUMS * networkParameters];
        double[][] jacobian;

        Scratch(ElementaryFunctions functions) {
            for (int k = 0; k < tiles.length; k++) {
                tiles[k] = new Tile(layers, terms.get(k).residual().channels(), functions, Tile.POINTS);
            }
        }

        double[][] jacobian() {
            if (jacobian == null) {
                jacobian = new double[Tile.POINTS][parameters];
            }
            return jacobian;
        }
    }

    /** What {@link #normal} keeps. */
    private final class Slab {
        final double[][] rows = new double[SLAB * Tile.POINTS][parameters];
        final double[] r = new double[SLAB * Tile.POINTS];
        int first;
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
        Scratch work = scratch.take();
        int next = 0;
        for (int block : all) {
            evaluate(block, work);
            int count = terms.get(termOf[block]).points().count(tileOf[block]);
            System.arraycopy(work.r, 0, r, next, count);
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
    public double normal(double[] theta, double[] gradient, double[][] normal) {
        select(theta, all, 0, all.length);
        if (slab == null) {
            slab = new Slab();
        }
        Arrays.fill(gradient, 0);
        for (double[] row : normal) {
            Arrays.fill(row, 0);
        }
        GramMatrix gram = new GramMatrix(normal, parameters);
        double value = 0;
        for (slab.first = 0; slab.first < all.length; slab.first += SLAB) {
            int tiles = Math.min(SLAB, all.length - slab.first);
            runner.run(tiles, slabPart);
            gram.add(slab.rows, tiles * Tile.POINTS, runner);
            for (int t = 0; t < tiles * Tile.POINTS; t += 4) {
                Combinations.addFour(
                        gradient,
                        2 * slab.r[t],
                        slab.rows[t],
                        2 * slab.r[t + 1],
                        slab.rows[t + 1],
                        2 * slab.r[t + 2],
                        slab.rows[t + 2],
                        2 * slab.r[t + 3],
                        slab.rows[t + 3],
                        0,
                        parameters);
                value += slab.r[t] * slab.r[t] + slab.r[t + 1] * slab.r[t + 1];
                value += slab.r[t + 2] * slab.r[t + 2] + slab.r[t + 3] * slab.r[t + 3];
            }
        }
        return value;
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

    /** From the points of a tile to its residuals, which are 0 beyond the last point; slopes lie with the tile. */
    private Tile evaluate(int block, Scratch work) {
        Term term = terms.get(termOf[block]);
        Tile tile = work.tiles[termOf[block]];
        int index = tileOf[block];
        term.points().load(index, tile);
        tile.forward(weights);
        term.residual()
                .evaluate(
                        term.points().data(index),
                        coefficients,
                        tile.output(),
                        work.r,
                        tile.outputAdjoint(),
                        work.coefficientSlopes);
        double scale = term.scale();
        for (int t = 0; t < work.r.length; t++) {
            work.r[t] *= scale;
        }
        Arrays.fill(work.r, term.points().count(index), Tile.POINTS, 0);
        return tile;
    }

    private void valuePart(int part) {
        Scratch work = scratch.take();
        double value = 0;
        for (int k = start(part); k < start(part + 1); k++) {
            evaluate(selected[k], work);
            value += dot(work.r, work.r);
        }
        values[part] = estimate * value;
        scratch.give(work);
    }

    private void aheadPart(int part) {
        Scratch work = scratch.take();
        for (int k = start(part); k < start(part + 1); k++) {
            evaluate(k, work);
            System.arraycopy(work.r, 0, second, k * Tile.POINTS, Tile.POINTS);
        }
        scratch.give(work);
    }

    private void behindPart(int part) {
        Scratch work = scratch.take();
        for (int k = start(part); k < start(part + 1); k++) {
            evaluate(k, work);
            for (int t = 0; t < Tile.POINTS; t++) {
                second[k * Tile.POINTS + t] += work.r[t];
            }
        }
        scratch.give(work);
    }

    private void bendingPart(int part) {
        Scratch work = scratch.take();
        Arrays.fill(work.partialSums, 0);
        double[] sum = sums[part];
        Arrays.fill(sum, 0);
        for (int k = start(part); k < start(part + 1); k++) {
            Tile tile = evaluate(k, work);
            for (int t = 0; t < Tile.POINTS; t++) {
                work.r[t] = (second[k * Tile.POINTS + t] - 2 * work.r[t]) / (SHARE * SHARE);
            }
            addGradient(tile, work, sum, terms.get(termOf[k]).scale());
        }
        ElementaryFunctions.fold(work.partialSums, 0, sum, 0, networkParameters);
        scratch.give(work);
    }

    /** What a tile adds to factor·Jᵀr, its own J and the r that lie in the scratch. */
    private void addGradient(Tile tile, Scratch work, double[] sum, double factor) {
        for (double[] slope : tile.outputAdjoint()) {
            multiply(slope, factor, work.r);
        }
        for (int c = 0; c < coefficients.length; c++) {
            sum[networkParameters + c] += factor * coefficientUnits[c] * dot(work.coefficientSlopes[c], work.r);
        }
        tile.backward(weights);
        tile.addGradient(work.partialSums);
    }

    private void gradientPart(int part) {
        Scratch work = scratch.take();
        Arrays.fill(work.partialSums, 0);
        double[] sum = sums[part];
        Arrays.fill(sum, 0);
        double value = 0;
        for (int k = start(part); k < start(part + 1); k++) {
            Tile tile = evaluate(selected[k], work);
            value += dot(work.r, work.r);
            double scale = terms.get(termOf[selected[k]]).scale();
            addGradient(tile, work, sum, 2 * estimate * scale);
        }
        ElementaryFunctions.fold(work.partialSums, 0, sum, 0, networkParameters);
        values[part] = estimate * value;
        scratch.give(work);
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += x[t] * y[t];
        }
        return sum;
    }

    private static void multiply(double[] row, double factor, double[] by) {
        for (int t = 0; t < row.length; t++) {
            row[t] *= factor * by[t];
        }
    }

    /** The derivatives of the scaled residuals of a tile by each scaled weight and each coefficient's parameter. Beyond the last point they are 0. */
    private void jacobian(int block, Scratch work, double[][] rows, int first) {
        Tile tile = evaluate(block, work);
        Term term = terms.get(termOf[block]);
        double scale = term.scale();
        for (double[] slope : tile.outputAdjoint()) {
            for (int t = 0; t < slope.length; t++) {
                slope[t] *= scale;
            }
            Arrays.fill(slope, term.points().count(tileOf[block]), Tile.POINTS, 0);
        }
        tile.backward(weights);
        tile.jacobian(rows, first, Tile.POINTS);
        int count = term.points().count(tileOf[block]);
        for (int c = 0; c < coefficients.length; c++) {
            double each = scale * coefficientUnits[c];
            for (int t = 0; t < Tile.POINTS; t++) {
                rows[first + t][networkParameters + c] = t < count ? each * work.coefficientSlopes[c][t] : 0;
            }
        }
    }

    private void slabPart(int part) {
        Scratch work = scratch.take();
        int first = part * Tile.POINTS;
        jacobian(all[slab.first + part], work, slab.rows, first);
        System.arraycopy(work.r, 0, slab.r, first, Tile.POINTS);
        for (int t = first; t < first + Tile.POINTS; t++) {
            weights.toParameters(slab.rows[t]);
        }
        scratch.give(work);
    }

    /** What each row of J adds to a part's sum. */
    private void overRows(int part, BiConsumer<double[], double[]> add) {
        Scratch work = scratch.take();
        double[] sum = sums[part];
        Arrays.fill(sum, 0);
        for (int k = start(part); k < start(part + 1); k++) {
            double[][] rows = work.jacobian();
            jacobian(selected[k], work, rows, 0);
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
