package org.modewise.siren.optimizer;

import org.modewise.core.internal.Arguments;

/** A learning rate that depends on the step. Those made here are values: equal if their numbers are. */
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
        return new Constant(rate);
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
        return new Cosine(rate, steps);
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
        return new Halving(rate, steps);
    }

    /**
     * {@link #constant}.
     *
     * @param value the rate, positive and finite
     */
    record Constant(double value) implements Schedule {
        /**
         * Takes the rate.
         *
         * @param value positive and finite
         * @throws IllegalArgumentException if it is not
         */
        public Constant {
            Arguments.positive(value, "rate");
        }

        @Override
        public double rate(int step) {
            return value;
        }
    }

    /**
     * {@link #cosine}.
     *
     * @param first the rate of the first step, positive and finite
     * @param steps how many steps the way down takes, at least 1
     */
    record Cosine(double first, int steps) implements Schedule {
        /**
         * Takes the settings.
         *
         * @param first positive and finite
         * @param steps at least 1
         * @throws IllegalArgumentException if one is out of range
         */
        public Cosine {
            Arguments.positive(first, "rate");
            Arguments.atLeastOne(steps, "steps");
        }

        @Override
        public double rate(int step) {
            double last = first / 1000;
            return last + (first - last) * (1 + StrictMath.cos(Math.PI * Math.min(step, steps) / steps)) / 2;
        }
    }

    /**
     * {@link #halving}.
     *
     * @param first the rate of the first step, positive and finite
     * @param steps how many steps one halving takes, at least 1
     */
    record Halving(double first, int steps) implements Schedule {
        /**
         * Takes the settings.
         *
         * @param first positive and finite
         * @param steps at least 1
         * @throws IllegalArgumentException if one is out of range
         */
        public Halving {
            Arguments.positive(first, "rate");
            Arguments.atLeastOne(steps, "steps");
        }

        @Override
        public double rate(int step) {
            return first * StrictMath.pow(2, -(double) step / steps);
        }
    }
}
