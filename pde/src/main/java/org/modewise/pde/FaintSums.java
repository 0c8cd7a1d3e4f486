package org.modewise.pde;

/**
 * Sums of weights e^{exponent}, beside the largest one yet, and of what they weigh. Reused from target to target; not safe to
 * share between threads.
 */
final class FaintSums {
    /** What is so far below the largest weight adds nothing. */
    static final double CUTOFF = 42;

    private double peak;
    private double total;
    private double slopes;
    private double offsets;
    private double carried;
    private double errors;
    private double slopeErrors;
    private double carriedErrors;
    private double tails;

    /** Begins again, with an exponent that is one of the largest. */
    void reset(double peak) {
        this.peak = peak;
        total = 0;
        slopes = 0;
        offsets = 0;
        carried = 0;
        errors = 0;
        slopeErrors = 0;
        carriedErrors = 0;
        tails = 0;
    }

    /** The weight that an exponent has, 0 if it adds nothing. */
    double weight(double exponent) {
        if (exponent > peak) {
            rescale(Math.exp(peak - exponent));
            peak = exponent;
        }
        return exponent > peak - CUTOFF ? Math.exp(exponent - peak) : 0;
    }

    private void rescale(double factor) {
        total *= factor;
        slopes *= factor;
        offsets *= factor;
        carried *= factor;
        errors *= factor;
        slopeErrors *= factor;
        carriedErrors *= factor;
        tails *= factor;
    }

    void add(double weight, double slope, double offset, double error, double slopeError, double tail) {
        total += weight;
        slopes += weight * slope;
        offsets += weight * offset;
        errors += weight * error;
        slopeErrors += weight * slopeError;
        tails += weight * tail;
    }

    void addCarried(double weight, double value, double error) {
        carried += weight * value;
        carriedErrors += weight * error;
    }

    /** The largest exponent. */
    double peak() {
        return peak;
    }

    double total() {
        return total;
    }

    double slope() {
        return slopes / total;
    }

    double offset() {
        return offsets / total;
    }

    double carried() {
        return carried / total;
    }

    double error() {
        return errors / total;
    }

    double slopeError() {
        return slopeErrors / total;
    }

    double carriedError() {
        return carriedErrors / total;
    }

    double tail() {
        return tails / total;
    }
}
