package org.modewise.core.internal;

/** Σ aₖ with an error of 2ε|Σ aₖ| however long the sum: Neumaier, ZAMM 54 (1974), algorithm IV. Not for sharing. */
public final class CompensatedSum {
    private double sum;
    private double compensation;

    /** Starts an empty sum. */
    public CompensatedSum() {}

    /**
     * Sums an array.
     *
     * @param terms the terms
     * @return their sum
     */
    public static double of(double[] terms) {
        CompensatedSum total = new CompensatedSum();
        for (double term : terms) {
            total.add(term);
        }
        return total.value();
    }

    /**
     * Adds a term.
     *
     * @param term the term
     */
    public void add(double term) {
        double next = sum + term;
        compensation += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    /**
     * The sum so far.
     *
     * @return the sum; once it has overflowed, infinite or NaN
     */
    public double value() {
        // An infinite sum makes the compensation NaN; the sum alone is then the answer.
        return Double.isFinite(sum) ? sum + compensation : sum;
    }
}
