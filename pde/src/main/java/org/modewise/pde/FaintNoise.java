package org.modewise.pde;

/**
 * ln ∫ e^{L(y) - (x-ay-b)²/2v} dy/√(2πv) along a line: by the trapezoidal rule with nodes of its own around every
 * target, half a deviation apart of what is integrated, 1/√(a²/v - L″), of the {@link LocalPolynomials} through L; and
 * the means of L′ and of a function that is carried along, under the same weights. With v = 0 it is L((x-b)/a) - ln a.
 * Not safe to share between threads.
 *
 * <p>L between its nodes is as good as it is smooth from node to node, and errors say how good that is: where a steep
 * tail gives way to a steeper one within a node, digits are lost.
 */
final class FaintNoise {
    /** Distance of nodes in deviations: the rule is off by 2e^{-2π²/¼}. */
    private static final double STEP = 0.5;

    /** What L bends at most, a node²: narrower laws no samples know. */
    private static final double MOST_BENT = 4;

    /** So many deviations away nothing has a density that a double could hold, nor a logarithm of one. */
    private static final int FAR = 1 << 24;

    /** A mean of errors and of the noise, which is about one deviation of it. */
    private static final double SPREAD = 3;

    private final int sources;
    private final LocalPolynomials log;
    private final LocalPolynomials carried;
    private final LineCliffs cliffs;
    private final FaintSums sums = new FaintSums();
    /** About how high the line is next to each node, and at its highest. */
    private final double[] highs;

    private double highest;
    private boolean carries;
    private double[] tails;
    private double[] errors;
    private double[] slopeErrors;
    private int start;
    private int stride;
    private double scale;
    private double deviation;
    /** Distance of nodes, and in deviations of the noise alone. */
    private double step;

    private double noiseStep;
    /**
     * Of one target: where the rule's nodes are counted from, inside the line, and how far that is, in the noise's
     * deviations.
     */
    private double base;

    private double offset;
    /** So many of them away nothing counts. */
    private double reach;
    /** The largest -L″ of what counts. */
    private double bent;
    /** Results. */
    private double logarithm;

    private double slope;
    private double mean;
    private double error;
    private double slopeError;
    private double meanError;
    private double tail;

    FaintNoise(int sources) {
        this.sources = sources;
        this.log = new LocalPolynomials(sources);
        this.carried = new LocalPolynomials(sources);
        this.cliffs = new LineCliffs(sources);
        this.highs = new double[sources];
    }

    /** Sets a, and √v/a in nodes. */
    void kernel(double scale, double deviation) {
        this.scale = scale;
        this.deviation = deviation;
    }

    /** Takes a line alone, and what its tails are off by. */
    void prepare(double[] values, double[] tails, int start, int stride) {
        log.prepare(values, start, stride);
        cliffs.prepare(values, start, stride);
        prepareHighs(values, start, stride);
        // No more than half a node even where L is flat: it may end there.
        double inverse = Math.sqrt(Math.max(1, Math.min(MOST_BENT, log.bend())));
        this.noiseStep = STEP / Math.hypot(1, inverse * deviation);
        this.step = noiseStep * deviation;
        this.carries = false;
        this.tails = tails;
        this.start = start;
        this.stride = stride;
    }

    private void prepareHighs(double[] values, int start, int stride) {
        highest = Double.NEGATIVE_INFINITY;
        for (int node = 0; node < sources; node++) {
            double value = values[start + node * stride];
            double left = node > 0 ? values[start + (node - 1) * stride] : value;
            double right = node < sources - 1 ? values[start + (node + 1) * stride] : value;
            boolean finite = value > Double.NEGATIVE_INFINITY;
            highs[node] = finite ? Math.max(value, Math.max(left, right)) : value;
            highest = Math.max(highest, value);
        }
    }

    /** Takes a line, a function that is carried along it, and the errors that both have already. */
    void prepare(LogResults line, double[] function, int start, int stride) {
        prepare(line.log(), line.tails(), start, stride);
        carried.prepare(function, start, stride);
        this.carries = true;
        this.errors = line.errors();
        this.slopeErrors = line.slopeErrors();
    }

    private double carried(double[] values, int node) {
        return carries ? at(values, node) : 0;
    }

    /** Between two nodes, so that a value at a node is that of the node alone. */
    private double tail(double place) {
        int node = (int) Math.max(0, Math.min(sources - 1, Math.floor(place)));
        double left = at(tails, node);
        double right = at(tails, Math.min(sources - 1, node + 1));
        return left + (place - node) * (right - left);
    }

    private double at(double[] values, int node) {
        return values[start + node * stride];
    }

    /** Finds what belongs to the target that comes from a place, counted in nodes, without noise. */
    void find(double place) {
        double nearest = log.inside(place);
        base = Math.max(nearest - 0.5, Math.min(nearest + 0.5, place));
        offset = (base - place) / deviation;
        if (deviation == 0 || !(Math.abs(offset) < FAR)) {
            findWithoutNoise(place);
            return;
        }
        double peak = exponent(uphill());
        sums.reset(peak);
        bent = 0;
        reach = Math.sqrt(2 * Math.max(0, highest - peak + FaintSums.CUTOFF));
        int last = (int) Math.min(sources - 1, Math.floor(place + reach * deviation + 0.5));
        for (int node = (int) Math.max(0, Math.ceil(place - reach * deviation - 0.5)); node <= last; node++) {
            double distance = Math.max(0, Math.abs(node - place) - 0.5) / deviation;
            if (highs[node] - 0.5 * distance * distance > sums.peak() - FaintSums.CUTOFF) {
                addCell(node);
            }
        }
        if (sums.total() == 0) {
            setNothing();
            return;
        }
        finish(place);
    }

    private void finish(double place) {
        double weight = sums.total() * step;
        double rule = 2 * Math.exp(-2 * Math.PI * Math.PI / (noiseStep * noiseStep + bent * step * step));
        cliffs.find(place, deviation, sums.peak());
        logarithm = sums.peak() + Math.log(sums.total() * noiseStep / (Math.sqrt(2 * Math.PI) * scale));
        mean = sums.carried();
        error = sums.error() + rule + cliffs.share() / weight;
        slopeError = sums.slopeError() + rule + cliffs.density() / weight;
        meanError = sums.carriedError();
        tail = sums.tail();
        if (deviation < 1) {
            slope = sums.slope();
        } else {
            // The same by Tweedie's formula, since a mean of slopes would cancel more and more.
            slope = sums.offset() / deviation;
            slopeError = Math.min(slopeError, SPREAD * error / deviation);
        }
    }

    private void setNothing() {
        logarithm = Double.NEGATIVE_INFINITY;
        slope = Double.NaN;
        mean = Double.NaN;
        error = Double.POSITIVE_INFINITY;
        slopeError = Double.POSITIVE_INFINITY;
        meanError = 0;
        tail = 0;
    }

    private void findWithoutNoise(double place) {
        int node = log.node(place);
        double brink = cliffs.brink(place);
        if (node < 0 || brink > Double.NEGATIVE_INFINITY) {
            setNothing();
            logarithm = brink - Math.log(scale);
            return;
        }
        logarithm = log.value(node, place) - Math.log(scale);
        slope = log.slope(node, place);
        mean = carries ? carried.value(node, place) : Double.NaN;
        error = log.uncertainty(node, place) + carried(errors, node);
        slopeError = log.slopeUncertainty(node);
        meanError = carries ? carried.uncertainty(node, place) + at(slopeErrors, node) : 0;
        tail = tail(place);
    }

    /** Adds the nodes of the rule that lie nearer to one node than to others. */
    private void addCell(int node) {
        double slopeUncertainty = log.slopeUncertainty(node);
        double first = Math.max(Math.floor((node - 0.5 - base) / step) + 1, Math.ceil((-reach - offset) / noiseStep));
        double last = Math.min(Math.floor((node + 0.5 - base) / step), Math.floor((reach - offset) / noiseStep));
        for (double k = first; k <= last; k++) {
            double at = base + k * step;
            double distance = offset + k * noiseStep;
            double weight = sums.weight(log.value(node, at) - 0.5 * distance * distance);
            if (weight == 0) {
                continue;
            }
            bent = Math.max(bent, -log.curvature(node));
            double error = log.uncertainty(node, at) + carried(errors, node);
            sums.add(weight, log.slope(node, at), distance, error, slopeUncertainty, tail(at));
            if (carries) {
                sums.addCarried(weight, carried.value(node, at), carried.uncertainty(node, at) + at(slopeErrors, node));
            }
        }
    }

    private double exponent(double k) {
        // The base is as near as the line comes, and millions of steps on the way from there to the place may be no
        // step at all.
        if (k * offset < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double at = base + k * step;
        double distance = offset + k * noiseStep;
        int node = log.node(at);
        return node < 0 ? Double.NEGATIVE_INFINITY : log.value(node, at) - 0.5 * distance * distance;
    }

    /** The rule's node with the largest weight near that of no noise, or where the line begins if that lies outside. */
    private double uphill() {
        double best = 0;
        double height = exponent(best);
        for (int direction = -1; direction <= 1; direction += 2) {
            double next = exponent(best + direction);
            while (next > height) {
                best += direction;
                height = next;
                next = exponent(best + direction);
            }
        }
        return best;
    }

    /** ln of the integral. */
    double logarithm() {
        return logarithm;
    }

    /** E[L′], a node. */
    double slope() {
        return slope;
    }

    /** What the logarithm may be off by, because L is not known between its nodes. */
    double error() {
        return error;
    }

    /** The same of the slope, a node. */
    double slopeError() {
        return slopeError;
    }

    /** The same of the mean. */
    double meanError() {
        return meanError;
    }

    /** What both may be off by because tails are, as a part of themselves. */
    double tail() {
        return tail;
    }

    /** The mean of what is carried. */
    double mean() {
        return mean;
    }
}
