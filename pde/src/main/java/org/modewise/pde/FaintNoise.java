package org.modewise.pde;

/**
 * ln ∫ e^{L(y) - (x-ay-b)²/2v} dy/√(2πv) along a line: by the trapezoidal rule with nodes of its own around every target, half
 * a deviation apart of what is integrated, 1/√(a²/v - L″), of the {@link LocalPolynomials} through L; and the means of L′ and of
 * a function that is carried along, under the same weights. With v = 0 it is L((x-b)/a) - ln a. Not safe to share between threads.
 *
 * <p>L between its nodes is as good as it is smooth from node to node, and errors say how good that is: where a steep tail
 * gives way to a steeper one within a node, digits are lost.
 */
final class FaintNoise {
    /** Distance of nodes in deviations: the rule is off by 2e^{-2π²/¼}. */
    private static final double STEP = 0.5;

    /** What L bends at most, a node²: narrower laws no samples know. */
    private static final double MOST_BENT = 4;

    /** What is so far below the largest weight adds nothing. */
    private static final double CUTOFF = 42;

    /** Nodes at most on either side: noise moves nothing by more than hundreds of its deviations. */
    private static final int MOST = 2000;

    /** So many deviations away nothing has a density that a double could hold, nor a logarithm of one. */
    private static final int FAR = 1 << 24;

    private final int sources;
    private final LocalPolynomials log;
    private final LocalPolynomials carried;

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
    }

    /** Sets a, and √v/a in nodes. */
    void kernel(double scale, double deviation) {
        this.scale = scale;
        this.deviation = deviation;
    }

    /** Takes a line alone, and what its tails are off by. */
    void prepare(double[] values, double[] tails, int start, int stride) {
        log.prepare(values, start, stride);
        this.noiseStep = STEP / Math.sqrt(1 + Math.min(MOST_BENT, log.bend()) * deviation * deviation);
        this.step = noiseStep * deviation;
        this.carries = false;
        this.tails = tails;
        this.start = start;
        this.stride = stride;
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
        if (deviation == 0 || !(Math.abs(place - log.inside(place)) < FAR * step)) {
            int node = log.node(place);
            logarithm = node < 0 ? Double.NEGATIVE_INFINITY : log.value(node, place) - Math.log(scale);
            slope = node < 0 ? Double.NaN : log.slope(node, place);
            mean = node < 0 || !carries ? Double.NaN : carried.value(node, place);
            error = node < 0 ? Double.POSITIVE_INFINITY : log.uncertainty(node, place) + carried(errors, node);
            slopeError = node < 0 ? Double.POSITIVE_INFINITY : log.slopeUncertainty(node);
            meanError = node < 0 || !carries ? 0 : carried.uncertainty(node, place) + at(slopeErrors, node);
            tail = node < 0 ? 1 : tail(place);
            return;
        }
        int best = uphill(place);
        double peak = exponent(place, best);
        double total = 0;
        double slopes = 0;
        double means = 0;
        double sum = 0;
        double slopeSum = 0;
        double meanSum = 0;
        double tailSum = 0;
        double bent = 0;
        for (int direction = -1; direction <= 1 && peak > Double.NEGATIVE_INFINITY; direction += 2) {
            for (int k = direction < 0 ? best : best + 1; Math.abs(k - best) <= MOST; k += direction) {
                double exponent = exponent(place, k) - peak;
                if (!(exponent > -CUTOFF)) {
                    break;
                }
                double at = place + k * step;
                int node = log.node(at);
                double weight = Math.exp(exponent);
                total += weight;
                bent = Math.max(bent, -log.curvature(node));
                slopes += weight * log.slope(node, at);
                means += carries ? weight * carried.value(node, at) : 0;
                sum += weight * (log.uncertainty(node, at) + carried(errors, node));
                slopeSum += weight * log.slopeUncertainty(node);
                meanSum += carries ? weight * (carried.uncertainty(node, at) + at(slopeErrors, node)) : 0;
                tailSum += weight * tail(at);
            }
        }
        logarithm = total == 0
                ? Double.NEGATIVE_INFINITY
                : peak + Math.log(total * noiseStep / (Math.sqrt(2 * Math.PI) * scale));
        slope = slopes / total;
        mean = means / total;
        double rule = 2 * Math.exp(-2 * Math.PI * Math.PI / (noiseStep * noiseStep + bent * step * step));
        error = total == 0 ? Double.POSITIVE_INFINITY : sum / total + rule;
        slopeError = total == 0 ? Double.POSITIVE_INFINITY : slopeSum / total + rule;
        meanError = total == 0 ? 0 : meanSum / total;
        tail = total == 0 ? 1 : tailSum / total;
    }

    private double exponent(double place, int k) {
        double at = place + k * step;
        int node = log.node(at);
        return node < 0 ? Double.NEGATIVE_INFINITY : log.value(node, at) - 0.5 * (k * noiseStep) * (k * noiseStep);
    }

    /** The node with the largest weight near that of no noise, from where the line begins if that lies outside. */
    private int uphill(double place) {
        int best = (int) Math.rint((log.inside(place) - place) / step);
        double height = exponent(place, best);
        for (int direction = -1; direction <= 1; direction += 2) {
            double next = exponent(place, best + direction);
            while (next > height && Math.abs(best) < FAR) {
                best += direction;
                height = next;
                next = exponent(place, best + direction);
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
