package org.modewise.pde.logdomain;

import java.util.Arrays;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * ln ∫ e^{L(y) - (x - ay - b)²/2v} dy on a line, and means under the weights e^{L(y) - (x - ay - b)²/2v}, by the trapezoidal
 * rule: ln Σ_k e^{L_k - κ(ξ_i - η_k)²} + c with targets ξ_i = first + i·spacing and sources η_k = start + k·step, both
 * ascending.
 *
 * <p>L may span any range: each target's exponents are taken relative to their maximum, and only weights that count beside
 * the largest are summed, those in the target's {@link Windows}. The others change ln ∫ by less than 1.2e-16, and E[p] by
 * less than 1.2e-16·2 max|p|. A line costs O(sources + targets·window).
 *
 * <p>On a periodic line L, p and the means have the period sources·step, and as many images of the sources count as the
 * windows reach. On an open line nothing lies outside the sources.
 *
 * <p>Two ways lead to the weights. Exponentials one by one, for any L and any targets; or, where targets and sources lie on
 * one lattice and L spans no more than the doubles hold, products e^{L}·e^{-κ(ξ-η)²} of numbers that are computed once.
 *
 * <p>If ξ and η are integers, as on a lattice that x and y share, their differences are exact: an exponent then has the
 * error of L_k and a relative one of 2ε of the rest. Sums are of positive weights; a mean has the error of its weights times
 * the spread of p, and n·ε/4 of a window of n.
 *
 * <p>Reused from line to line without allocating; not safe to share between threads.
 */
public final class GaussianLine {
    private static final ElementaryFunctions FUNCTIONS = ElementaryFunctions.preferred();

    private final int sources;
    private final int targets;

    private final KernelTable table;
    private final Windows windows;

    private final double[] ramp;
    private final double[] values;
    private final double[] weights;
    private final double[] terms;
    private final double[][] carried;
    /** Of the target at work: Σw, Σwζ, Σwζ², then Σwp and Σwζp of each carried function. */
    private final double[] sums;

    private double start;
    private double step;
    private double precision;
    private double logFactor;
    private boolean tabulated;

    /**
     * Room for lines of one size.
     *
     * @param sources how many sources there are, or are in one period
     * @param periodic whether the line is periodic
     * @param targets how many targets there are
     * @param carried how many functions may be carried along
     */
    public GaussianLine(int sources, boolean periodic, int targets, int carried) {
        this.sources = sources;
        this.targets = targets;
        this.table = new KernelTable(targets);
        this.ramp = new double[sources];
        Arrays.setAll(ramp, k -> k);
        this.values = new double[sources];
        this.windows = new Windows(values, periodic, targets);
        this.weights = new double[sources];
        this.terms = new double[sources];
        this.carried = new double[carried][sources];
        this.sums = new double[3 + 2 * carried];
    }

    /**
     * Sets targets, sources and kernel for the lines that follow, in units in which they are as exact as can be.
     *
     * @param first ξ₀
     * @param spacing from one target to the next, positive
     * @param start η₀
     * @param step from one source to the next, positive
     * @param precision κ, positive
     * @param logFactor c, ln of the weight of a source: of the distance of neighbours in y
     */
    public void lattice(double first, double spacing, double start, double step, double precision, double logFactor) {
        this.start = start;
        this.step = step;
        this.precision = precision;
        this.logFactor = logFactor;
        windows.lattice(first, spacing, start, step, precision);
        this.tabulated = table.fill(first, spacing, start, step, precision);
    }

    /**
     * Sets targets, sources and kernel for the lines that follow. Offsets ζ are x - ay - b then.
     *
     * @param x0 the first target
     * @param dx from one target to the next, positive
     * @param y0 the first source
     * @param dy from one source to the next, positive
     * @param a the factor of y, positive
     * @param b the shift
     * @param v the variance, positive
     */
    public void kernel(double x0, double dx, double y0, double dy, double a, double b, double v) {
        lattice(x0 - b, dx, a * y0, a * dy, 0.5 / v, Math.log(dy));
    }

    /**
     * One line.
     *
     * @param log L at the sources, from an index on; -∞ for none
     * @param functions the functions that are carried along, at the sources, from the same index on, finite; null for none
     * @param from that index
     * @param out where the results go
     * @param to where the first of them goes
     * @param stride from one target's result to the next
     */
    public void apply(double[] log, double[][] functions, int from, Expectations out, int to, int stride) {
        int count = functions == null ? 0 : functions.length;
        System.arraycopy(log, from, values, 0, sources);
        for (int f = 0; f < count; f++) {
            System.arraycopy(functions[f], from, carried[f], 0, sources);
        }
        if (!windows.findPeaks()) {
            for (int i = 0; i < targets; i++) {
                store(out, to + i * stride, Double.NEGATIVE_INFINITY, count);
            }
            return;
        }
        windows.find();
        boolean products = tabulated && !out.wantsMoments() && windows.span() <= KernelTable.MOST;
        if (products) {
            weigh(count);
        }
        for (int i = 0; i < targets; i++) {
            sum(i, count, products, out);
            store(out, to + i * stride, products ? windows.most() : windows.peak(i), count);
        }
    }

    /** e^{L - max L}, and its products with the functions that are carried along. */
    private void weigh(int count) {
        FUNCTIONS.exp(values, 0, windows.most(), weights, 0, sources);
        for (int f = 0; f < count; f++) {
            for (int j = 0; j < sources; j++) {
                carried[f][j] *= weights[j];
            }
        }
    }

    /** The sums over a target's window, image by image, and in each over the runs of blocks that may count. */
    private void sum(int i, int count, boolean products, Expectations out) {
        Arrays.fill(sums, 0);
        int image = windows.firstImage(i);
        int j = windows.firstPlace(i);
        int left = windows.size(i);
        double peak = windows.peak(i);
        while (left > 0) {
            int end = Math.min(sources, j + left);
            left -= end - j;
            double zeta = windows.target(i) - start - (double) image * sources * step;
            while (j < end) {
                int from = j;
                j = windows.endOfRun(from, end, zeta, peak);
                if (j == from) {
                    j = Windows.nextBlock(from, end);
                } else if (products) {
                    sumProducts(from, j, i, image, count);
                } else {
                    sumExponentials(from, j, zeta, peak, count, out);
                }
            }
            image++;
            j = 0;
        }
    }

    private void sumProducts(int from, int to, int i, int image, int count) {
        double[] kernel = table.row(i);
        int at = table.shift(i) + image * sources + from;
        sums[0] += Sums.ofProducts(weights, from, kernel, at, to - from);
        for (int f = 0; f < count; f++) {
            sums[3 + f] += Sums.ofProducts(carried[f], from, kernel, at, to - from);
        }
    }

    private void sumExponentials(int from, int to, double zeta, double peak, int count, Expectations out) {
        exponents(values, ramp, weights, from, to, zeta, step, precision);
        FUNCTIONS.exp(weights, from, peak, weights, from, to - from);
        sums[0] += Sums.of(weights, from, to - from);
        for (int f = 0; f < count; f++) {
            sums[3 + f] += Sums.ofProducts(weights, from, carried[f], from, to - from);
        }
        if (out.wantsMoments()) {
            offsets(weights, ramp, terms, from, to, zeta, step);
            sums[1] += Sums.of(terms, from, to - from);
        }
        if (out.products() != null) {
            for (int f = 0; f < count; f++) {
                sums[3 + count + f] += Sums.ofProducts(terms, from, carried[f], from, to - from);
            }
        }
        if (out.square() != null) {
            offsets(terms, ramp, terms, from, to, zeta, step);
            sums[2] += Sums.of(terms, from, to - from);
        }
    }

    private static void exponents(
            double[] values,
            double[] ramp,
            double[] weights,
            int from,
            int to,
            double zeta,
            double step,
            double precision) {
        for (int j = from; j < to; j++) {
            double offset = zeta - step * ramp[j];
            weights[j] = values[j] - precision * (offset * offset);
        }
    }

    /** wζ. */
    private static void offsets(
            double[] weights, double[] ramp, double[] terms, int from, int to, double zeta, double step) {
        for (int j = from; j < to; j++) {
            terms[j] = weights[j] * (zeta - step * ramp[j]);
        }
    }

    private void store(Expectations out, int at, double peak, int count) {
        double total = peak == Double.NEGATIVE_INFINITY ? Double.NaN : sums[0];
        if (out.log() != null) {
            out.log()[at] = peak == Double.NEGATIVE_INFINITY ? peak : peak + (Math.log(total) + logFactor);
        }
        if (out.offset() != null) {
            out.offset()[at] = sums[1] / total;
        }
        if (out.square() != null) {
            out.square()[at] = sums[2] / total;
        }
        for (int f = 0; f < count; f++) {
            out.means()[f][at] = sums[3 + f] / total;
            if (out.products() != null) {
                out.products()[f][at] = sums[3 + count + f] / total;
            }
        }
    }
}
