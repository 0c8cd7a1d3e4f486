package org.modewise.siren.optimizer;

import java.util.Objects;
import org.modewise.core.internal.Arguments;

/**
 * (JᵀJ + λD)δ = -Jᵀr, θ ← θ + δ: Gauss and Newton's step, shortened where their model of the function is no good.
 *
 * <p>D is the same for all parameters in their natural units, and λ grows after a step that failed and shrinks after
 * a good one, by a rule that can be chosen. A step costs some hundred gradients for some hundred parameters and is worth
 * thousands: this is what small
 * networks should be fitted with. Up to a limit of parameters the equations are solved by Cholesky's decomposition; beyond,
 * where JᵀJ would take too much memory and time, by conjugate gradients, which need no more than its products with vectors.
 * Values never grow. Source: Marquardt, J. SIAM 11 (1963).
 *
 * @param damping λ of the first step, positive and finite; 1 is good if the start is random, since less lets the first steps
 *     throw parameters far away, from where a network of many waves does not come back
 * @param directLimit how many parameters at most are solved for directly, at least 0
 * @param rule how λ goes on
 */
public record LevenbergMarquardt(double damping, int directLimit, DampingRule rule) implements Optimizer {
    private static final int MOST_ATTEMPTS = 40;
    private static final double FIRST_GROWTH = 2;

    /**
     * Takes settings.
     *
     * @param damping positive and finite
     * @param directLimit at least 0
     * @param rule how λ goes on
     * @throws IllegalArgumentException if a number is out of range
     */
    public LevenbergMarquardt {
        Arguments.positive(damping, "damping");
        if (directLimit < 0) {
            throw new IllegalArgumentException("directLimit must be >= 0, got " + directLimit);
        }
        Objects.requireNonNull(rule, "rule");
    }

    /**
     * With the rule {@link DampingRule#GAIN}.
     *
     * @param damping positive and finite
     * @param directLimit at least 0
     * @throws IllegalArgumentException if a number is out of range
     */
    public LevenbergMarquardt(double damping, int directLimit) {
        this(damping, directLimit, DampingRule.GAIN);
    }

    /**
     * λ = 1 at first, and Cholesky's decomposition for up to 4000 parameters: for fits.
     *
     * @return the optimiser
     */
    public static LevenbergMarquardt standard() {
        return new LevenbergMarquardt(1, 4000);
    }

    /**
     * The same with another rule: {@link DampingRule#DELAYED} for equations.
     *
     * @param other how λ goes on
     * @return a new optimiser
     */
    public LevenbergMarquardt rule(DampingRule other) {
        return new LevenbergMarquardt(damping, directLimit, other);
    }

    /**
     * The same with another λ at the start: a small one to go on from a good fit.
     *
     * @param other positive and finite
     * @return a new optimiser
     * @throws IllegalArgumentException if λ is not positive and finite
     */
    public LevenbergMarquardt damping(double other) {
        return new LevenbergMarquardt(other, directLimit, rule);
    }

    @Override
    public Minimization start(LeastSquares function, double[] theta) {
        return new Run(function, theta, damping, FIRST_GROWTH, function.value(theta));
    }

    @Override
    public Minimization resume(LeastSquares function, double[] theta, double[] state) {
        States.expectLength(state, 3);
        return new Run(
                function,
                theta,
                Arguments.positive(state[0], "state[0]"),
                Arguments.positive(state[1], "state[1]"),
                state[2]);
    }

    @Override
    public String settings() {
        return "LevenbergMarquardt[" + damping + ", " + directLimit + ", " + rule + "]";
    }

    private final class Run implements Minimization {
        private final LeastSquares function;
        private final double[] theta;
        private final double[] moved;
        private final double[] gradient;
        private final double[] delta;
        private final DampedEquations equations;
        private double lambda;
        private double growth;
        private double value;
        private boolean finished;

        Run(LeastSquares function, double[] theta, double lambda, double growth, double value) {
            int n = function.parameters();
            this.function = function;
            this.theta = theta;
            this.moved = new double[n];
            this.gradient = new double[n];
            this.delta = new double[n];
            this.equations = n <= directLimit ? new CholeskyEquations(function) : new ConjugateGradients(function);
            this.lambda = lambda;
            this.growth = growth;
            this.value = value;
        }

        @Override
        public double value() {
            return value;
        }

        @Override
        public double step() {
            equations.load(function, theta, gradient);
            finished = true;
            for (int attempt = 0; attempt < MOST_ATTEMPTS && Double.isFinite(value) && finished; attempt++) {
                if (equations.solve(lambda, gradient, delta)) {
                    Vectors.combine(theta, 1, delta, moved);
                    double trial = function.value(moved);
                    double predicted = equations.norm(delta) * lambda - Vectors.dot(gradient, delta) / 2;
                    // What is less than rounding is no progress, even if rounding makes it look so.
                    if (trial < value && predicted > Math.ulp(value)) {
                        accept(trial, predicted);
                    }
                }
                if (finished) {
                    lambda *= growth;
                    growth = rule.growth(growth);
                }
            }
            return value;
        }

        private void accept(double trial, double predicted) {
            double quality = 2 * (value - trial) / predicted - 1;
            lambda = rule.accepted(lambda, quality);
            growth = FIRST_GROWTH;
            System.arraycopy(moved, 0, theta, 0, theta.length);
            value = trial;
            finished = false;
        }

        @Override
        public boolean finished() {
            return finished;
        }

        @Override
        public double[] state() {
            return new double[] {lambda, growth, value};
        }
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the settings
     */
    @Override
    public String toString() {
        return "LevenbergMarquardt[damping " + (float) damping + ", direct up to " + directLimit + ", " + rule + "]";
    }
}
