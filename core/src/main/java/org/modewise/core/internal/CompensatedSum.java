package org.modewise.core;

/** Σ aₖ with an error of 2ε|Σ aₖ| however long the sum: Neumaier, ZAMM 54 (1974), algorithm IV. */
final class CompensatedSum {
    private CompensatedSum() {}

    static double of(double[] terms) {
        double sum = 0;
        double compensation = 0;
        for (double term : terms) {
            double next = sum + term;
            compensation += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }
        // An infinite sum makes the compensation NaN; the sum alone is then the answer.
        return Double.isFinite(sum) ? sum + compensation : sum;
    }
}
