package org.modewise.siren.engine;

import java.util.List;
import java.util.function.IntConsumer;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * The tiles of all terms, one after the other, handed out in parts whose number depends on that of the tiles alone. Each
 * part sums for itself, and the parts' sums are added in pairs, in one order: the bits are those of one thread on any number
 * of them. For one call at a time.
 */
final class TileParts {
    /** More than threads there will be, and few enough that adding their gradients costs nothing. */
    private static final int MOST_PARTS = 32;
    /**
     * How many numbers a training holds for each parameter that are not here: the network that it starts from, with its
     * weights, 4; where it is, was and was best, 3; what its optimiser works in, about 5.
     */
    private static final int TRAINING = 12;
    /** The smallest regions that Java's usual collector gives to large arrays, in doubles: 1 MB. */
    private static final int REGION = 1 << 17;

    private final List<Term> terms;
    private final Weights weights;
    private final double[] coefficientUnits;
    private final double[] coefficients;
    private final PartRunner runner;
    /** How many of the parameters are the network's; the coefficients follow. */
    private final int networkParameters;

    private final int[] termOf;
    private final int[] tileOf;
    private final int[] all;
    private final ScratchPool<TileWork> scratch;
    private final long size;
    private final double[][] sums;
    private final double[] values;

    /** What the parts of the call at hand work on. */
    private int[] selected;

    private int from;
    private int count;
    private Task task;
    private final IntConsumer part = this::run;

    /** What a part does. */
    @FunctionalInterface
    interface Task {
        /**
         * Works on some of the selected tiles.
         *
         * @param work in which
         * @param start the first of them
         * @param end the one after the last
         * @param sum what the part adds up, of the length of the parameters; not cleared
         * @return another number that is added up
         */
        double run(TileWork work, int start, int end, double[] sum);
    }

    TileParts(
            List<Term> terms,
            Layers layers,
            Weights weights,
            double[] coefficientUnits,
            ElementaryFunctions functions,
            PartRunner runner) {
        this.terms = List.copyOf(terms);
        this.weights = weights;
        this.coefficientUnits = coefficientUnits.clone();
        this.coefficients = new double[coefficientUnits.length];
        this.runner = runner;
        this.networkParameters = layers.parameters();
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
        this.size = size(layers, parts);
        Arguments.requireHeap(size, parts + " gradients by " + networkParameters + " parameters");
        this.sums = new double[parts][parameters()];
        this.values = new double[sums.length];
        this.scratch = new ScratchPool<>(
                () -> new TileWork(this.terms, layers, weights, coefficients, this.coefficientUnits, functions));
    }

    /** The network, the points, so many gradients and the scratch of one thread, in doubles. */
    private long size(Layers layers, int gradients) {
        long sum = Weights.size(layers) + TileWork.size(terms, layers) + (long) gradients * parameters();
        for (Term term : terms) {
            sum += term.points().size();
        }
        return sum;
    }

    /** Checks that the heap can hold more beside these and the training that they belong to, with one thread at work. */
    void requireHeap(long doubles, String what) {
        long all = size + (long) TRAINING * parameters() + doubles;
        if (parameters() > REGION / 2) {
            // Almost all of it are arrays of this length, and an array so large takes whole regions.
            all = all / parameters() * ((parameters() / REGION + 1L) * REGION);
        }
        // A quarter more, since no heap can be filled to the brim.
        Arguments.requireHeap(all + all / 4, what + " beside the training");
    }

    /** Checks that the heap can hold rows of J, too. */
    void requireRows(int rows) {
        requireHeap((long) rows * parameters(), rows + " derivatives by " + parameters() + " parameters");
    }

    /** How many tiles there are. */
    int tiles() {
        return all.length;
    }

    int points() {
        return terms.stream().mapToInt(term -> term.points().points()).sum();
    }

    int parameters() {
        return networkParameters + coefficients.length;
    }

    /** Takes parameters, and all tiles. */
    void select(double[] theta) {
        select(theta, all, 0, all.length);
    }

    /** Takes parameters, and so many of some tiles. */
    void select(double[] theta, int[] tiles, int start, int length) {
        weights.load(theta);
        for (int c = 0; c < coefficients.length; c++) {
            coefficients[c] = theta[networkParameters + c] * coefficientUnits[c];
        }
        selected = tiles;
        from = start;
        count = length;
    }

    /** Runs a task on what is selected, in parts. */
    void run(Task each) {
        task = each;
        runner.run(parts(), part);
    }

    private int parts() {
        return Math.min(MOST_PARTS, count);
    }

    private void run(int number) {
        TileWork work = scratch.take();
        values[number] = task.run(work, start(number), start(number + 1), sums[number]);
        scratch.give(work);
    }

    private int start(int number) {
        return from + (int) ((long) count * number / parts());
    }

    /** The sum of what the parts have returned; once. */
    double value() {
        return Pairwise.sum(values, parts());
    }

    /** The sum of what the parts have added up, as derivatives by the parameters; once. */
    void collect(double[] total) {
        Pairwise.add(sums, parts());
        System.arraycopy(sums[0], 0, total, 0, total.length);
        weights.toParameters(total);
    }

    /** From the points of a selected tile to its scaled residuals. */
    void evaluate(TileWork work, int k) {
        work.evaluate(termOf[selected[k]], tileOf[selected[k]]);
    }

    /** {@link TileWork#jacobian} of a selected tile. */
    void jacobian(TileWork work, int k, double[][] rows, int first) {
        work.jacobian(termOf[selected[k]], tileOf[selected[k]], rows, first);
    }

    /** √(w/N) of a selected tile's term. */
    double scale(int k) {
        return terms.get(termOf[selected[k]]).scale();
    }

    /** How many points a selected tile has. */
    int points(int k) {
        return terms.get(termOf[selected[k]]).points().count(tileOf[selected[k]]);
    }

    ScratchPool<TileWork> scratch() {
        return scratch;
    }

    PartRunner runner() {
        return runner;
    }

    Weights weights() {
        return weights;
    }
}
