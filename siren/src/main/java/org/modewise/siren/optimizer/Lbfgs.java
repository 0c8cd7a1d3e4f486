package org.modewise.siren.optimizer;

import org.modewise.core.internal.Arguments;

/**
 * θ ← θ - αH∇f, H from the last steps and what they did to the gradient: Newton's direction without second derivatives, and
 * α by a line search.
 *
 * <p>A step costs one gradient or a few. It suits more parameters than {@link LevenbergMarquardt} can take, and functions
 * whose residuals stay large. Values never grow. Source: Liu and Nocedal, Math. Program. 45 (1989).
 *
 * @param memory how many steps it remembers, at least 1; 10 to 50 are good
 */
public record Lbfgs(int memory) implements Optimizer {
    /**
     * Takes the setting.
     *
     * @param memory at least 1
     * @throws IllegalArgumentException if {@code memory} is below 1
     */
    public Lbfgs {
        Arguments.atLeastOne(memory, "memory");
    }

    /**
     * With a memory of 30 steps.
     *
     * @return the optimiser
     */
    public static Lbfgs standard() {
        return new Lbfgs(30);
    }

    @Override
    public Minimization start(LeastSquares function, double[] theta) {
        return new Run(function, theta);
    }

    @Override
    public Minimization resume(LeastSquares function, double[] theta, double[] state) {
        return new Run(function, theta, state);
    }

    private final class Run implements Minimization {
        private final double[] theta;
        private final double[] gradient;
        private final double[] direction;
        private final double[] coefficients;
        /** What the last steps were, and what they did to the gradient; the newest last. */
        private final double[][] steps;

        private final double[][] changes;
        private final StrongWolfe search;
        private int remembered;
        private double value;
        private boolean finished;

        private Run(LeastSquares function, double[] theta, double[] gradient) {
            int n = function.parameters();
            function.requireHeap(memory * (2L * n + 1), memory + " remembered steps of " + n + " parameters");
            this.theta = theta;
            this.coefficients = new double[memory];
            this.gradient = new double[n];
            this.direction = new double[n];
            this.steps = new double[memory][n];
            this.changes = new double[memory][n];
            this.search = new StrongWolfe(function);
            if (gradient == null) {
                value = function.gradient(theta, this.gradient);
            } else {
                restore(gradient, n);
            }
        }

        Run(LeastSquares function, double[] theta) {
            this(function, theta, null);
        }

        private void restore(double[] state, int n) {
            remembered = States.count(state.length == 0 ? -1 : state[0]);
            if (remembered > memory) {
                throw new IllegalArgumentException("state must hold <= " + memory + " steps, got " + remembered);
            }
            States.expectLength(state, 2 + n * (1 + 2 * remembered));
            States.expectFinite(state);
            value = state[1];
            System.arraycopy(state, 2, gradient, 0, n);
            for (int k = 0; k < remembered; k++) {
                System.arraycopy(state, 2 + n * (1 + 2 * k), steps[k], 0, n);
                System.arraycopy(state, 2 + n * (2 + 2 * k), changes[k], 0, n);
            }
        }

        @Override
        public double value() {
            return value;
        }

        @Override
        public double step() {
            if (!Double.isFinite(value)) {
                return value;
            }
            chooseDirection();
            if (!search.run(theta, value, gradient, direction, firstLength()) && remembered > 0) {
                remembered = 0;
                chooseDirection();
                search.run(theta, value, gradient, direction, firstLength());
            }
            finished = !search.succeeded();
            if (!finished) {
                remember();
                value = search.value();
            }
            return value;
        }

        private double firstLength() {
            return remembered > 0 ? 1 : 1 / Math.sqrt(Vectors.dot(gradient, gradient));
        }

        /** -H∇f by two loops over the memory. */
        private void chooseDirection() {
            for (int p = 0; p < direction.length; p++) {
                direction[p] = -gradient[p];
            }
            for (int k = remembered - 1; k >= 0; k--) {
                coefficients[k] = Vectors.dot(steps[k], direction) / Vectors.dot(steps[k], changes[k]);
                Vectors.combine(direction, -coefficients[k], changes[k], direction);
            }
            if (remembered > 0) {
                double[] y = changes[remembered - 1];
                double scale = Vectors.dot(steps[remembered - 1], y) / Vectors.dot(y, y);
                for (int p = 0; p < direction.length; p++) {
                    direction[p] *= scale;
                }
            }
            for (int k = 0; k < remembered; k++) {
                double other = Vectors.dot(changes[k], direction) / Vectors.dot(steps[k], changes[k]);
                Vectors.combine(direction, coefficients[k] - other, steps[k], direction);
            }
        }

        private void remember() {
            if (remembered == memory) {
                double[] oldStep = steps[0];
                double[] oldChange = changes[0];
                System.arraycopy(steps, 1, steps, 0, memory - 1);
                System.arraycopy(changes, 1, changes, 0, memory - 1);
                steps[memory - 1] = oldStep;
                changes[memory - 1] = oldChange;
                remembered--;
            }
            Vectors.combine(search.theta(), -1, theta, steps[remembered]);
            Vectors.combine(search.gradient(), -1, gradient, changes[remembered]);
            System.arraycopy(search.theta(), 0, theta, 0, theta.length);
            System.arraycopy(search.gradient(), 0, gradient, 0, gradient.length);
            // Wolfe's second condition makes the product positive, but for rounding.
            if (Vectors.dot(steps[remembered], changes[remembered]) > 0) {
                remembered++;
            }
        }

        @Override
        public boolean finished() {
            return finished;
        }

        @Override
        public double[] state() {
            int n = gradient.length;
            double[] state = new double[2 + n * (1 + 2 * remembered)];
            state[0] = remembered;
            state[1] = value;
            System.arraycopy(gradient, 0, state, 2, n);
            for (int k = 0; k < remembered; k++) {
                System.arraycopy(steps[k], 0, state, 2 + n * (1 + 2 * k), n);
                System.arraycopy(changes[k], 0, state, 2 + n * (2 + 2 * k), n);
            }
            return state;
        }
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the setting
     */
    @Override
    public String toString() {
        return "Lbfgs[memory " + memory + "]";
    }
}
