package org.modewise.siren.optimizer;

import org.modewise.core.internal.Arguments;

/**
 * θ ← θ - αH∇f, H from all steps so far and what they did to the gradient, rescaled as it goes, and α by a line search.
 *
 * <p>A step costs one gradient or a few, and n² operations for n parameters: where there are more points than parameters,
 * a tenth of one of {@link LevenbergMarquardt} or less. For equations of waves and fronts some thousand of them get
 * further than as much time of that; where residuals become as small as rounding, as with Poisson's, they do not. The first
 * n or so find out about f. It takes memory for n²/2 numbers, for as many again while a checkpoint is written or read, and
 * so many are in its file. Values never grow. Sources: Al-Baali, Comput. Optim. Appl. 9 (1998); for equations Urbán,
 * Stefanou and Pons, J. Comput. Phys. 523 (2025).
 */
public record SelfScaledBroyden() implements Optimizer {
    /**
     * The optimiser, which has no settings.
     *
     * @return the optimiser
     */
    public static SelfScaledBroyden standard() {
        return new SelfScaledBroyden();
    }

    @Override
    public Minimization start(LeastSquares function, double[] theta) {
        Run run = new Run(function, theta);
        run.begin();
        return run;
    }

    @Override
    public Minimization resume(LeastSquares function, double[] theta, double[] state) {
        Run run = new Run(function, theta);
        run.restore(state);
        return run;
    }

    private static final class Run implements Minimization {
        /** How far the first step goes at most, in natural units. */
        private static final double FIRST_STEP = 0.1;

        private final LeastSquares function;
        private final double[] theta;
        private final double[] units;
        private final double[] gradient;
        private final double[] direction;
        private final double[] step;
        private final double[] change;
        private final double[] product;
        private final InverseHessian inverse;
        private final StrongWolfe search;
        private boolean known;
        private double value;
        private boolean finished;

        Run(LeastSquares function, double[] theta) {
            int n = function.parameters();
            // The inverse, and the state that goes to a checkpoint or comes from one.
            Arguments.allocatable((long) n * (n + 1), "inverses for " + n + " parameters, which L-BFGS does not have,");
            this.function = function;
            this.theta = theta;
            this.units = new double[n];
            function.units(units);
            this.gradient = new double[n];
            this.direction = new double[n];
            this.step = new double[n];
            this.change = new double[n];
            this.product = new double[n];
            this.inverse = new InverseHessian(n);
            this.search = new StrongWolfe(function);
        }

        void begin() {
            value = function.gradient(theta, gradient);
            inverse.reset(units);
        }

        void restore(double[] state) {
            int n = gradient.length;
            known = States.count(state.length == 0 ? -1 : state[0]) > 0;
            States.expectLength(state, 2 + n + InverseHessian.size(n));
            States.expectFinite(state);
            value = state[1];
            System.arraycopy(state, 2, gradient, 0, n);
            inverse.load(state, 2 + n);
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
            if (!search() && known) {
                known = false;
                inverse.reset(units);
                search();
            }
            finished = !search.succeeded();
            if (!finished) {
                learn();
            }
            return value;
        }

        private boolean search() {
            inverse.times(gradient, direction);
            double norm = 0;
            for (int p = 0; p < direction.length; p++) {
                direction[p] = -direction[p];
                norm += direction[p] * direction[p] / (units[p] * units[p]);
            }
            double first = known ? 1 : Math.min(1, FIRST_STEP / Math.sqrt(norm));
            return search.run(theta, value, gradient, direction, first);
        }

        private void learn() {
            Vectors.combine(search.theta(), -1, theta, step);
            Vectors.combine(search.gradient(), -1, gradient, change);
            double length = Vectors.dot(step, direction) / Vectors.dot(direction, direction);
            // H⁻¹ of the direction is minus the gradient.
            double curvature = -length * Vectors.dot(step, gradient);
            // Wolfe's second condition makes both positive, but for rounding.
            if (Vectors.dot(step, change) > 0 && curvature > 0) {
                inverse.times(change, product);
                inverse.update(step, change, product, curvature, !known);
                known = true;
            }
            System.arraycopy(search.theta(), 0, theta, 0, theta.length);
            System.arraycopy(search.gradient(), 0, gradient, 0, gradient.length);
            value = search.value();
        }

        @Override
        public boolean finished() {
            return finished;
        }

        @Override
        public double[] state() {
            int n = gradient.length;
            double[] state = new double[2 + n + InverseHessian.size(n)];
            state[0] = known ? 1 : 0;
            state[1] = value;
            System.arraycopy(gradient, 0, state, 2, n);
            inverse.save(state, 2 + n);
            return state;
        }
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the name
     */
    @Override
    public String toString() {
        return "SelfScaledBroyden[]";
    }
}
