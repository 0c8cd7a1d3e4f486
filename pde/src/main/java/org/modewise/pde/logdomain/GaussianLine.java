package org.modewise.pde.logdomain;

import java.util.Arrays;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * ln ∫ e^{L(y) - (x - ay - b)²/2v} dy on a line, and means under the weights e^{L(y) - (x - ay - b)²/2v}, by the trapezoidal
 * rule: ln Σ_k e^{L_k - κ(ξ_i - η_k)²} + c with targets ξ_i = first + i·spacing and sources η_k = start + k·step, both
 * ascending.
 *
 * <p>L may span any range: each target's exponents are taken relative to their maximum, which the
 * {@link ParabolaEnvelope} finds in O(1) a target. Weights below e^{-cutoff} of the largest are left out, where cutoff =
 * 37 + ln(sources · periods in reach), so that all of them together are below 2⁻⁵³ of the sum: they change ln ∫ by less than
 * 1.2e-16, and E[p] by less than 1.2e-16·2 max|p|. What is left is a window from the first to the last weight that
 * counts; both ends move right with the target, so that finding them costs O(sources + targets), and a line costs
 * O(sources + targets·window).
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
    /** ln 2⁵³, rounded up. */
    private static final double DOUBLE = 37;
    /** So many sources are left out at once between two windows far apart. */
    private static final int BLOCK = 64;

    private final int sources;
    private final int targets;
    private final boolean periodic;

    private final KernelTable table;
    private final ParabolaEnvelope envelope = new ParabolaEnvelope();
    private final int[] best;
    private final int[] lowest;
    /** The place of the lowest source in its image, and which image that is. */
    private final int[] lowestPlace;

    private final int[] lowestImage;
    private final int[] highest;
    private final double[] peak;

    private final double[] ramp;
    private final double[] values;
    private final double[] weights;
    private final double[] terms;
    /** max L of each block. */
    private final double[] highs;

    private final double[][] carried;
    /** Of the target at work: Σw, Σwζ, Σwζ², then Σwp and Σwζp of each carried function. */
    private final double[] sums;

    private double first;
    private double spacing;
    private double start;
    private double step;
    private double precision;
    private double logFactor;
    private boolean tabulated;

    /** Of the line at work: max L, and how far below the largest weight of a target the smallest is that counts. */
    private double most;

    private double cutoff;

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
        this.periodic = periodic;
        this.table = new KernelTable(targets);
        this.best = new int[targets];
        this.lowest = new int[targets];
        this.lowestPlace = new int[targets];
        this.lowestImage = new int[targets];
        this.highest = new int[targets];
        this.peak = new double[targets];
        this.ramp = new double[sources];
        Arrays.setAll(ramp, k -> k);
        this.values = new double[sources];
        this.weights = new double[sources];
        this.terms = new double[sources];
        this.highs = new double[(sources + BLOCK - 1) / BLOCK];
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
        this.first = first;
        this.spacing = spacing;
        this.start = start;
        this.step = step;
        this.precision = precision;
        this.logFactor = logFactor;
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
        if (!findPeaks()) {
            for (int i = 0; i < targets; i++) {
                store(out, to + i * stride, Double.NEGATIVE_INFINITY, count);
            }
            return;
        }
        findWindows();
        boolean products = tabulated && !out.wantsMoments() && span() <= KernelTable.MOST;
        if (products) {
            weigh(count);
        }
        for (int i = 0; i < targets; i++) {
            sum(i, count, products, out.wantsMoments());
            store(out, to + i * stride, products ? most : peak[i], count);
        }
    }

    /** How far below max L exponents may lie that count. */
    private double span() {
        double least = peak[0];
        for (double value : peak) {
            least = Math.min(least, value);
        }
        return most - least + cutoff;
    }

    /** e^{L - max L}, and its products with the functions that are carried along. */
    private void weigh(int count) {
        FUNCTIONS.exp(values, 0, most, weights, 0, sources);
        for (int f = 0; f < count; f++) {
            for (int j = 0; j < sources; j++) {
                carried[f][j] *= weights[j];
            }
        }
    }

    private double target(int i) {
        return first + i * spacing;
    }

    /** Of source k, which is at a place in its image. */
    private double exponent(int k, int place, double xi) {
        double zeta = xi - start - k * step;
        return values[place] - precision * (zeta * zeta);
    }

    /** The largest exponent of each target. On a periodic line its source lies within half a period. */
    private boolean findPeaks() {
        int from = 0;
        int to = sources - 1;
        if (periodic) {
            from = (int) Math.floor((target(0) - start) / step - 0.5 * sources) - 1;
            to = (int) Math.ceil((target(targets - 1) - start) / step + 0.5 * sources) + 1;
        }
        envelope.build(values, sources, from, to, start, step, precision);
        for (int i = 0; i < targets && !envelope.isEmpty(); i++) {
            best[i] = envelope.highest(target(i));
            peak[i] = envelope.height(target(i), precision);
        }
        return !envelope.isEmpty();
    }

    /**
     * The sources that count. What is left of the best source and negligible beside it is so for every target further to
     * the right, where it loses more by the kernel than the best one does: so the lower ends ascend, and the upper ones
     * descend from the right.
     */
    private void findWindows() {
        most = Double.NEGATIVE_INFINITY;
        for (int block = 0; block < highs.length; block++) {
            double high = Double.NEGATIVE_INFINITY;
            for (int j = block * BLOCK; j < Math.min(sources, (block + 1) * BLOCK); j++) {
                high = Math.max(high, values[j]);
            }
            highs[block] = high;
            most = Math.max(most, high);
        }
        double periods = 1;
        if (periodic) {
            double span = most - Math.min(peak[0], peak[targets - 1]) + 2 * DOUBLE;
            periods = 2 * Math.ceil(1 + Math.sqrt(span / precision) / (sources * step));
        }
        cutoff = DOUBLE + Math.log(sources * periods);
        findLowest();
        findHighest();
    }

    private void findLowest() {
        int k = Math.max(least(), (int) Math.floor(best[0] - reach(0)));
        int image = Math.floorDiv(k, sources);
        int place = k - image * sources;
        for (int i = 0; i < targets; i++) {
            double xi = target(i);
            while (k < best[i] && !(exponent(k, place, xi) >= peak[i] - cutoff)) {
                k++;
                place++;
                if (place == sources) {
                    place = 0;
                    image++;
                }
            }
            lowest[i] = k;
            lowestPlace[i] = place;
            lowestImage[i] = image;
        }
    }

    private void findHighest() {
        int k = Math.min(greatest(), (int) Math.ceil(best[targets - 1] + reach(targets - 1)));
        int place = Math.floorMod(k, sources);
        for (int i = targets - 1; i >= 0; i--) {
            double xi = target(i);
            while (k > best[i] && !(exponent(k, place, xi) >= peak[i] - cutoff)) {
                k--;
                place = place == 0 ? sources - 1 : place - 1;
            }
            highest[i] = k;
        }
    }

    private int least() {
        return periodic ? Integer.MIN_VALUE / 2 : 0;
    }

    private int greatest() {
        return periodic ? Integer.MAX_VALUE / 2 : sources - 1;
    }

    /** How many sources away from the best one of a target another may count: L - κζ² ≥ peak - cutoff bounds ζ. */
    private double reach(int i) {
        double zeta = Math.abs(target(i) - start - best[i] * step);
        return (Math.sqrt((most - peak[i] + cutoff) / precision) + zeta) / step + 1;
    }

    /** The sums over a target's window, image by image, and in each over the runs of blocks that may count. */
    private void sum(int i, int count, boolean products, boolean moments) {
        Arrays.fill(sums, 0);
        int image = lowestImage[i];
        int j = lowestPlace[i];
        int left = highest[i] - lowest[i] + 1;
        while (left > 0) {
            int end = Math.min(sources, j + left);
            left -= end - j;
            double zeta = target(i) - start - (double) image * sources * step;
            while (j < end) {
                int from = j;
                while (j < end && mayCount(j / BLOCK, zeta, peak[i])) {
                    j = Math.min(end, (j / BLOCK + 1) * BLOCK);
                }
                if (j > from && products) {
                    sumProducts(from, j, i, image, count);
                } else if (j > from) {
                    sumExponentials(from, j, zeta, peak[i], count, moments);
                } else {
                    j = Math.min(end, (j / BLOCK + 1) * BLOCK);
                }
            }
            image++;
            j = 0;
        }
    }

    private boolean mayCount(int block, double zeta, double peak) {
        double last = zeta - step * (block * BLOCK);
        double first = last - step * (BLOCK - 1);
        double distance = first > 0 ? first : last < 0 ? last : 0;
        return highs[block] - precision * (distance * distance) >= peak - cutoff;
    }

    private void sumProducts(int from, int to, int i, int image, int count) {
        double[] kernel = table.row(i);
        int at = table.shift(i) + image * sources + from;
        sums[0] += Sums.ofProducts(weights, from, kernel, at, to - from);
        for (int f = 0; f < count; f++) {
            sums[3 + f] += Sums.ofProducts(carried[f], from, kernel, at, to - from);
        }
    }

    private void sumExponentials(int from, int to, double zeta, double peak, int count, boolean moments) {
        exponents(values, ramp, weights, from, to, zeta, step, precision);
        FUNCTIONS.exp(weights, from, peak, weights, from, to - from);
        sums[0] += Sums.of(weights, from, to - from);
        for (int f = 0; f < count; f++) {
            sums[3 + f] += Sums.ofProducts(weights, from, carried[f], from, to - from);
        }
        if (moments) {
            offsets(weights, ramp, terms, from, to, zeta, step);
            sums[1] += Sums.of(terms, from, to - from);
            for (int f = 0; f < count; f++) {
                sums[3 + count + f] += Sums.ofProducts(terms, from, carried[f], from, to - from);
            }
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
