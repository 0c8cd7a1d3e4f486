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
 * <p>A step may follow the bend of a valley: θ ← θ + δ + a with (JᵀJ + λD)a = -½Jᵀr″, r″ the second derivative of the
 * residuals along δ, and is taken only if 2‖a‖ ≤ ¾‖δ‖ in the norm of D. It costs a few more evaluations. For an equation
 * with a shock it has halved the steps; where solutions are smooth, and almost undamped steps get far, it gets less far.
 * Source: Transtrum and Sethna, arXiv:1201.5885.
 *
 * @param damping λ of the first step, positive and finite; 1 is good if the start is random, since less lets the first steps
 *     throw parameters far away, from where a network of many waves does not come back
 * @param directLimit how many parameters at most are solved for directly, at least 0
 * @param rule how λ goes on
 * @param geodesic whether steps follow the bend
 */
public record LevenbergMarquardt(double damping, int directLimit, DampingRule rule, boolean geodesic)
        implements Optimizer {
    private static final int MOST_ATTEMPTS = 40;
    private static final double FIRST_GROWTH = 2;
    /** How long 2a may be beside δ: beyond, the series of which these are the first terms means nothing. */
    private static final double MOST_BEND = 0.75;

    /**
     * Takes settings.
     *
     * @param damping positive and finite
     * @param directLimit at least 0
     * @param rule how λ goes on
     * @param geodesic whether steps follow the bend
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
     * With the rule {@link DampingRule#GAIN}, and straight steps.
     *
     * @param damping positive and finite
     * @param directLimit at least 0
     * @throws IllegalArgumentException if a number is out of range
     */
    public LevenbergMarquardt(double damping, int directLimit) {
        this(damping, directLimit, DampingRule.GAIN, false);
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
        return new LevenbergMarquardt(damping, directLimit, other, geodesic);
    }

    /**
     * The same with another λ at the start: a small one to go on from a good fit.
     *
     * @param other positive and finite
     * @return a new optimiser
     * @throws IllegalArgumentException if λ is not positive and finite
     */
    public LevenbergMarquardt damping(double other) {
        return new LevenbergMarquardt(other, directLimit, rule, geodesic);
    }

    /**
     * The same with steps that follow the bend of a valley, or straight ones: bent ones for equations with shocks or fronts.
     *
     * @param other whether they follow it
     * @return a new optimiser
     */
    public LevenbergMarquardt geodesic(boolean other) {
        return new LevenbergMarquardt(damping, directLimit, rule, other);
    }

    @Override
    public Minimization start(LeastSquares function, double[] theta) {
        return new Run(function, theta, damping, FIRST_GROWTH, function.value(theta));
    }

    @Override
    public Minimization resume(LeastSquares function, double[] theta, double[] state) {
        States.expectLength(state, 3);
        States.expectFinite(state);
        return new Run(
                function,
                theta,
                Arguments.positive(state[0], "state[0]"),
                Arguments.positive(state[1], "state[1]"),
                state[2]);
    }

    @Override
    public String settings() {
        return "LevenbergMarquardt[" + damping + ", " + directLimit + ", " + rule + (geodesic ? ", bent]" : "]");
    }

    private final class Run implements Minimization {
        private final LeastSquares function;
        private final double[] theta;
        private final double[] moved;
        private final double[] gradient;
        private final double[] delta;
        private final double[] bending;
        private final double[] bend;
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
            this.bending = new double[geodesic ? n : 0];
            this.bend = new double[bending.length];
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
                    double trial = !geodesic || bent() ? function.value(moved) : Double.POSITIVE_INFINITY;
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

        /** Moves on along the bend, if it is not too long. */
        private boolean bent() {
            function.bending(theta, delta, bending);
            // Solved for are -½ of what is given.
            if (!equations.solve(lambda, bending, bend)) {
                return false;
            }
            Vectors.combine(moved, 1, bend, moved);
            return 4 * equations.norm(bend) <= MOST_BEND * MOST_BEND * equations.norm(delta);
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
        return "LevenbergMarquardt[damping " + (float) damping + ", direct up to " + directLimit + ", " + rule
                + (geodesic ? " bent]" : "]");
    }
}
