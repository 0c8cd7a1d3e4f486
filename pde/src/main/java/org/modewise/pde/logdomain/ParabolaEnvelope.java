package org.modewise.pde.logdomain;

/**
 * max_k L_k - κ(ξ - η_k)² at ascending ξ, with η_k = start + k·step: the upper envelope of parabolas of one width, in
 * O(sources + targets). Two of them meet once, and right of there the right one is higher; so a stack of those that are
 * highest somewhere is built from left to right. The values L may be continued periodically: k then runs over any
 * integers, and L_k = L_(k mod sources).
 *
 * <p>Reused from line to line; not safe to share between threads. Source: P. Felzenszwalb, D. Huttenlocher, Distance
 * Transforms of Sampled Functions, Theory of Computing 8 (2012).
 */
public final class ParabolaEnvelope {
    private int[] source = new int[0];
    private double[] place;
    private double[] height;
    /** From where on a parabola is the highest. */
    private double[] from;

    private int size;
    private int current;

    /** Makes an empty envelope. */
    public ParabolaEnvelope() {}

    /**
     * Builds the envelope of a range of sources.
     *
     * @param values L at the sources 0…{@code sources}-1; -∞ for none
     * @param sources how many there are, or are in one period
     * @param first the first k, negative too if L is periodic
     * @param last the last k, at least {@code first}
     * @param start η₀
     * @param step from η_k to η_(k+1), positive
     * @param precision κ, positive
     */
    public void build(double[] values, int sources, int first, int last, double start, double step, double precision) {
        if (source.length <= last - first) {
            source = new int[last - first + 1];
            place = new double[source.length];
            height = new double[source.length];
            from = new double[source.length];
        }
        size = 0;
        current = 0;
        int j = Math.floorMod(first, sources);
        for (int k = first; k <= last; k++) {
            double value = values[j];
            j = j + 1 == sources ? 0 : j + 1;
            if (value > Double.NEGATIVE_INFINITY) {
                push(k, start + k * step, value, precision);
            }
        }
    }

    private void push(int k, double eta, double value, double precision) {
        double crossing = Double.NEGATIVE_INFINITY;
        while (size > 0) {
            double other = place[size - 1];
            crossing = 0.5 * (eta + other) + (height[size - 1] - value) / (2 * precision * (eta - other));
            if (crossing > from[size - 1]) {
                break;
            }
            size--;
        }
        source[size] = k;
        place[size] = eta;
        height[size] = value;
        from[size] = size == 0 ? Double.NEGATIVE_INFINITY : crossing;
        size++;
    }

    /**
     * Whether no source has a finite value.
     *
     * @return whether there is no envelope
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * The highest parabola at a place; at a tie the left one.
     *
     * @param xi the place, not left of the one that was asked for before
     * @return the k of its source
     */
    public int highest(double xi) {
        while (current + 1 < size && from[current + 1] < xi) {
            current++;
        }
        return source[current];
    }

    /**
     * The highest parabolas at many places, as {@link #highest(double)} gives them.
     *
     * @param first the first place, not left of the one that was asked for before
     * @param step from each to the next, positive
     * @param count how many there are
     * @param best where the k of their sources go
     */
    public void highest(double first, double step, int count, int[] best) {
        int now = current;
        int last = size - 1;
        double end = now < last ? from[now + 1] : Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double xi = first + i * step;
            while (end < xi) {
                now++;
                end = now < last ? from[now + 1] : Double.POSITIVE_INFINITY;
            }
            best[i] = source[now];
        }
        current = now;
    }

    /**
     * The envelope at the place that {@link #highest} was last asked for.
     *
     * @param xi that place
     * @param precision κ
     * @return the height
     */
    public double height(double xi, double precision) {
        double distance = xi - place[current];
        return height[current] - precision * (distance * distance);
    }
}
