package org.modewise.siren.optimizer;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.Permutation;

/**
 * θ ← θ - rate·m̂/(√v̂ + ε), m and v running means of the gradient and of its squares: first-order training, as everybody
 * does it.
 *
 * <p>It starts well and ends slowly: on networks of some hundred parameters {@link LevenbergMarquardt} gets orders of
 * magnitude further in the same time. With fewer blocks at a time than there are, the function's blocks go by in random
 * order, all of them before any comes again but for a rest that does not fill a batch; values are then those of the batch.
 * Source: Kingma and Ba, Adam (ICLR 2015), algorithm 1.
 *
 * @param rate the learning rate; good values for sine networks are 1e-4 to 1e-2
 * @param beta1 how much of m stays from step to step, in [0, 1)
 * @param beta2 how much of v stays, in [0, 1)
 * @param epsilon ε, positive and finite
 * @param blocks how many blocks a step looks at, of 128 points each in {@code Siren.fit}; 0, or more than there are, for
 *     all
 * @param seed of the order of the blocks
 */
public record Adam(Schedule rate, double beta1, double beta2, double epsilon, int blocks, long seed)
        implements Optimizer {
    /**
     * Takes settings.
     *
     * @param rate the learning rate
     * @param beta1 in [0, 1)
     * @param beta2 in [0, 1)
     * @param epsilon positive and finite
     * @param blocks at least 0
     * @param seed any number
     * @throws IllegalArgumentException if a number is out of range
     */
    public Adam {
        Objects.requireNonNull(rate, "rate");
        belowOne(beta1, "beta1");
        belowOne(beta2, "beta2");
        Arguments.positive(epsilon, "epsilon");
        if (blocks < 0) {
            throw new IllegalArgumentException("blocks must be >= 0, got " + blocks);
        }
    }

    private static void belowOne(double value, String name) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), got " + value);
        }
    }

    /**
     * The paper's settings, on all blocks at a time.
     *
     * @param rate the learning rate, positive and finite
     * @return the optimiser
     * @throws IllegalArgumentException if {@code rate} is not positive and finite
     */
    public static Adam of(double rate) {
        return of(Schedule.constant(rate));
    }

    /**
     * The paper's settings, on all blocks at a time.
     *
     * @param rate the learning rate
     * @return the optimiser
     */
    public static Adam of(Schedule rate) {
        return new Adam(rate, 0.9, 0.999, 1e-8, 0, 0);
    }

    /**
     * The same on some blocks at a time.
     *
     * @param count how many blocks a step looks at, of 128 points each in {@code Siren.fit}, at least 0; 0, or more than
     *     there are, for all
     * @param order seed of their order
     * @return a new optimiser
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public Adam batches(int count, long order) {
        return new Adam(rate, beta1, beta2, epsilon, count, order);
    }

    @Override
    public Minimization start(LeastSquares function, double[] theta) {
        return new Run(function, theta);
    }

    @Override
    public Minimization resume(LeastSquares function, double[] theta, double[] state) {
        return new Run(function, theta, state);
    }

    @Override
    public String settings() {
        // The text of a lambda is another in every run.
        String schedule = rate instanceof Record ? rate.toString() : "a rate of its own";
        return "Adam[" + schedule + ", " + beta1 + ", " + beta2 + ", " + epsilon + ", " + blocks + ", " + seed + "]";
    }

    private final class Run implements Minimization {
        private final LeastSquares function;
        private final double[] theta;
        private final double[] m;
        private final double[] v;
        private final double[] gradient;
        private final int[] order;
        private final int batch;
        private int orderedFor = -1;
        private int step;
        private double value;

        Run(LeastSquares function, double[] theta) {
            this(function, theta, function.parameters());
            value = evaluate();
        }

        Run(LeastSquares function, double[] theta, double[] state) {
            this(function, theta, function.parameters());
            States.expectLength(state, 2 + 3 * m.length);
            States.expectFinite(state);
            step = States.count(state[0]);
            value = state[1];
            System.arraycopy(state, 2, m, 0, m.length);
            System.arraycopy(state, 2 + m.length, v, 0, m.length);
            System.arraycopy(state, 2 + 2 * m.length, gradient, 0, m.length);
        }

        private Run(LeastSquares function, double[] theta, int n) {
            this.function = function;
            this.theta = theta;
            this.m = new double[n];
            this.v = new double[n];
            this.gradient = new double[n];
            this.order = new int[function.blocks()];
            this.batch = blocks == 0 ? order.length : Math.min(blocks, order.length);
        }

        @Override
        public double value() {
            return value;
        }

        @Override
        public double step() {
            double h = rate.rate(step);
            if (!(h > 0 && h < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("rate of step " + step + " must be > 0 and finite, got " + h);
            }
            step++;
            double m1 = 1 / (1 - StrictMath.pow(beta1, step));
            double v1 = 1 / (1 - StrictMath.pow(beta2, step));
            for (int p = 0; p < theta.length; p++) {
                double g = gradient[p];
                m[p] = beta1 * m[p] + (1 - beta1) * g;
                v[p] = beta2 * v[p] + (1 - beta2) * (g * g);
                theta[p] -= h * (m[p] * m1) / (Math.sqrt(v[p] * v1) + epsilon);
            }
            value = evaluate();
            return value;
        }

        private double evaluate() {
            if (batch == order.length) {
                return function.gradient(theta, gradient);
            }
            int batches = order.length / batch;
            int epoch = step / batches;
            if (epoch != orderedFor) {
                // From the epoch's number alone, so that a run can be resumed anywhere.
                Arrays.setAll(order, k -> k);
                Permutation.shuffle(order, new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (epoch + 1)));
                orderedFor = epoch;
            }
            return function.gradient(theta, order, step % batches * batch, batch, gradient);
        }

        @Override
        public int stepsPerPass() {
            return order.length / batch;
        }

        @Override
        public boolean finished() {
            return false;
        }

        @Override
        public double[] state() {
            double[] state = new double[2 + 3 * m.length];
            state[0] = step;
            state[1] = value;
            System.arraycopy(m, 0, state, 2, m.length);
            System.arraycopy(v, 0, state, 2 + m.length, m.length);
            System.arraycopy(gradient, 0, state, 2 + 2 * m.length, m.length);
            return state;
        }
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the rate of the first step and the number of blocks
     */
    @Override
    public String toString() {
        return "Adam[rate " + (float) rate.rate(0) + ", " + (blocks == 0 ? "all" : blocks) + " blocks a step]";
    }
}
