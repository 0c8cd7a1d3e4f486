package org.modewise.pde;

import java.util.Arrays;

/**
 * ln p and ∇ln p at the nodes of a grid, row by row, with what they may be off by.
 *
 * @param log ln p
 * @param x the score along x, NaN where p is 0; 0 across a line
 * @param y the score along y
 * @param errors what ln p may be off by
 * @param slopeErrors what the score may be off by
 * @param tails what ln p or the score, whichever is wanted, may be off by because of what lies beyond the grid, as a part of
 *     itself
 */
record LogResults(double[] log, double[] x, double[] y, double[] errors, double[] slopeErrors, double[] tails) {
    /** How many deviations the noise spreads that brings tails in from outside. */
    private static final double SPREAD = 3;

    /** Off by so much a value is not known at all. */
    static final double UNKNOWN = 1e-3;

    static LogResults of(int size) {
        return new LogResults(
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size]);
    }

    /** This, off by no more than errors of ln p and of scores. */
    LogResults within(double error, double slopeError) {
        Arrays.fill(errors, error);
        Arrays.fill(slopeErrors, slopeError);
        return this;
    }

    /**
     * Takes tails for what the score may be off by instead of ln p, after noise of at least some deviation: it is the
     * covariance of what ln p₀ is off by and of the noise, over the variance of that. What ln p is not known for stays so.
     */
    void ofScore(double deviation) {
        for (int k = 0; k < tails.length; k++) {
            double score = Math.max(1, Math.hypot(x[k], y[k]));
            double tail = tails[k] * SPREAD * Math.max(1, Math.abs(log[k])) / (deviation * score);
            tails[k] = Math.max(tails[k], Math.min(UNKNOWN, tail));
        }
    }

    /** Takes what is better there of another one's ln p and scores; tails belong to either. */
    void improve(LogResults other, boolean wantsScore) {
        for (int k = 0; k < errors.length; k++) {
            boolean log = other.errors[k] < errors[k];
            boolean score = other.slopeErrors[k] < slopeErrors[k];
            if (log) {
                this.errors[k] = other.errors[k];
                this.log[k] = other.log[k];
            }
            if (score) {
                slopeErrors[k] = other.slopeErrors[k];
                x[k] = other.x[k];
                y[k] = other.y[k];
            }
            if (wantsScore ? score : log) {
                tails[k] = other.tails[k];
            }
        }
    }
}
