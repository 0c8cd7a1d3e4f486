package org.modewise.siren.optimizer;

import org.modewise.core.internal.Arguments;

/** A learning rate that depends on the step. */
@FunctionalInterface
public interface Schedule {
    /**
     * The rate of a step.
     *
     * @param step 0 for the first
     * @return the rate, positive
     */
    double rate(int step);

    /**
     * Always the same.
     *
     * @param rate positive and finite
     * @return the schedule
     * @throws IllegalArgumentException if {@code rate} is not positive and finite
     */
    static Schedule constant(double rate) {
        Arguments.positive(rate, "rate");
        return step -> rate;
    }

    /**
     * Half a cosine from a rate down to a thousandth of it. Source: Loshchilov and Hutter, SGDR (ICLR 2017).
     *
     * @param rate the rate of the first step, positive and finite
     * @param steps how many steps the way down takes, at least 1; it stays down afterwards
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule cosine(double rate, int steps) {
        Arguments.positive(rate, "rate");
        Arguments.atLeastOne(steps, "steps");
        double last = rate / 1000;
        return step -> last + (rate - last) * (1 + StrictMath.cos(Math.PI * Math.min(step, steps) / steps)) / 2;
    }

    /**
     * Halved again and again.
     *
     * @param rate the rate of the first step, positive and finite
     * @param steps how many steps one halving takes, at least 1
     * @return the schedule rate·2^(-step/steps)
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule halving(double rate, int steps) {
        Arguments.positive(rate, "rate");
        Arguments.atLeastOne(steps, "steps");
        return step -> rate * StrictMath.pow(2, -(double) step / steps);
    }
}
