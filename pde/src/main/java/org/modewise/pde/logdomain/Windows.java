package org.modewise.pde.logdomain;

/**
 * The sources that count for each target of a line: those whose weights e^{L_k - κ(ξ_i - η_k)²} are not negligible
 * beside the largest, which the {@link ParabolaEnvelope} finds in O(1) a target. Weights below e^{-cutoff} of it are
 * left out, where cutoff = 37 + ln(sources · periods in reach), so that all of them together are below 2⁻⁵³ of the sum.
 * What is left is a window from the first to the last weight that counts; both ends move right with the target, so that
 * finding them costs O(sources + targets).
 *
 * <p>Reused from line to line without allocating.
 */
final class Windows {
    /** ln 2⁵³, rounded up. */
    private static final double DOUBLE = 37;
    /** So many sources are left out at once between two windows far apart. */
    private static final int BLOCK = 64;

    /** L, the line's own array. */
    private final double[] values;

    private final int sources;
    private final int targets;
    private final boolean periodic;

    private final ParabolaEnvelope envelope = new ParabolaEnvelope();
    private final int[] best;
    private final double[] peak;
    private final int[] lowest;
    /** The place of the lowest source in its image, and which image that is. */
    private final int[] lowestPlace;

    private final int[] lowestImage;
    private final int[] highest;
    /** max L of each block. */
    private final double[] highs;

    private double first;
    private double spacing;
    private double start;
    private double step;
    private double precision;

    /** Of the line at work: max L, and how far below the largest weight of a target the smallest is that counts. */
    private double most;

    private double cutoff;

    /** Room for the windows into some values, which change from line to line. */
    Windows(double[] values, boolean periodic, int targets) {
        this.values = values;
        this.sources = values.length;
        this.targets = targets;
        this.periodic = periodic;
        this.best = new int[targets];
        this.peak = new double[targets];
        this.lowest = new int[targets];
        this.lowestPlace = new int[targets];
        this.lowestImage = new int[targets];
        this.highest = new int[targets];
        this.highs = new double[(sources + BLOCK - 1) / BLOCK];
    }

    /** Sets targets, sources and kernel, as {@link GaussianLine#lattice} does. */
    void lattice(double first, double spacing, double start, double step, double precision) {
        this.first = first;
        this.spacing = spacing;
        this.start = start;
        this.step = step;
        this.precision = precision;
    }

    /** ξᵢ. */
    double target(int i) {
        return first + i * spacing;
    }

    /** max L, of the line at work. */
    double most() {
        return most;
    }

    /** The largest exponent of a target. */
    double peak(int i) {
        return peak[i];
    }

    /** The image in which a target's window begins. */
    int firstImage(int i) {
        return lowestImage[i];
    }

    /** The place in its image at which a target's window begins. */
    int firstPlace(int i) {
        return lowestPlace[i];
    }

    /** The number of sources in a target's window. */
    int size(int i) {
        return highest[i] - lowest[i] + 1;
    }

    /**
     * The largest exponent of each target. On a periodic line its source lies within half a period.
     *
     * @return false if no source has any weight
     */
    boolean findPeaks() {
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
     * The windows, once the peaks are known. What is left of the best source and negligible beside it is so for every
     * target further to the right, where it loses more by the kernel than the best one does: so the lower ends ascend,
     * and the upper ones descend from the right.
     */
    void find() {
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

    /** How far below max L exponents may lie that count. */
    double span() {
        double least = peak[0];
        for (double value : peak) {
            least = Math.min(least, value);
        }
        return most - least + cutoff;
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

    /** Of source k, which is at a place in its image. */
    private double exponent(int k, int place, double xi) {
        double zeta = xi - start - k * step;
        return values[place] - precision * (zeta * zeta);
    }

    /**
     * Where the run of blocks that may count ends, which begins at a place of an image at the offset ζ: at the place
     * itself, if its block does not count.
     */
    int endOfRun(int from, int end, double zeta, double peak) {
        int j = from;
        while (j < end && mayCount(j / BLOCK, zeta, peak)) {
            j = nextBlock(j, end);
        }
        return j;
    }

    /** Where the block of a place ends, or an image's part of the window. */
    static int nextBlock(int from, int end) {
        return Math.min(end, (from / BLOCK + 1) * BLOCK);
    }

    private boolean mayCount(int block, double zeta, double peak) {
        double last = zeta - step * (block * BLOCK);
        double first = last - step * (BLOCK - 1);
        double distance = first > 0 ? first : last < 0 ? last : 0;
        return highs[block] - precision * (distance * distance) >= peak - cutoff;
    }
}
