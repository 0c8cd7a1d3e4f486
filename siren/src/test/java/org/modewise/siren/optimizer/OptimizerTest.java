package org.modewise.siren.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The optimisers on functions whose minima are known. */
class OptimizerTest {
    private static final List<Optimizer> ALL = List.of(
            Adam.of(0.01),
            Adam.of(Schedule.halving(0.02, 100)).batches(3, 5),
            Lbfgs.standard(),
            new Lbfgs(2),
            SelfScaledBroyden.standard(),
            LevenbergMarquardt.standard(),
            new LevenbergMarquardt(1e-2, 0),
            LevenbergMarquardt.standard().rule(DampingRule.DELAYED),
            LevenbergMarquardt.standard().rule(DampingRule.DELAYED).geodesic(true));

    private static double[][] randomRows(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] a = new double[rows][];
        Arrays.setAll(a, k -> random.doubles(columns, -1, 1).toArray());
        return a;
    }

    @Test
    void rosenbrocksValleyIsFollowedToItsEnd() {
        for (Optimizer optimizer : ALL.subList(2, ALL.size())) {
            double[] theta = {-1.2, 1};
            Minimization run = optimizer.start(Functions.rosenbrock(), theta);
            assertThat(run.value()).isCloseTo(24.2, within(1e-13));
            double last = run.value();
            for (int k = 0; k < 200 && !run.finished(); k++) {
                double value = run.step();
                assertThat(value).isLessThanOrEqualTo(last).isEqualTo(run.value());
                last = value;
            }
            assertThat(theta).as(optimizer.toString()).containsExactly(new double[] {1, 1}, within(1e-7));
        }
    }

    @Test
    void adamComesNear() {
        double[] theta = {-1.2, 1};
        Minimization run = Adam.of(Schedule.cosine(0.05, 3000)).start(Functions.rosenbrock(), theta);
        for (int k = 0; k < 3000; k++) {
            run.step();
        }
        assertThat(theta).containsExactly(new double[] {1, 1}, within(1e-2));
        assertThat(run.finished()).isFalse();
    }

    /** The paper's algorithm 1, written out for one parameter and f = (θ - 3)². */
    @Test
    void adamIsThatOfThePaper() {
        LeastSquares function = Functions.linear(new double[][] {{1}}, new double[] {3});
        double[] theta = {0};
        Minimization run = Adam.of(0.1).start(function, theta);
        double expected = 0;
        double m = 0;
        double v = 0;
        for (int t = 1; t <= 20; t++) {
            double g = 2 * (expected - 3);
            m = 0.9 * m + 0.1 * g;
            v = 0.999 * v + 0.001 * g * g;
            expected -= 0.1 * (m / (1 - Math.pow(0.9, t))) / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
            assertThat(run.step()).isCloseTo((expected - 3) * (expected - 3), within(1e-13));
        }
    }

    @Test
    void batchesSeeEveryBlockOnce() {
        // Blocks whose gradients do not depend on θ's other components: each sees to its own one.
        int n = 7;
        double[][] rows = new double[n][n];
        for (int k = 0; k < n; k++) {
            rows[k][k] = 1;
        }
        double[] b = new double[n];
        Arrays.fill(b, 1);
        double[] theta = new double[n];
        Minimization run = new Adam(Schedule.constant(0.1), 0, 0, 1e-8, 2, 3).start(Functions.linear(rows, b), theta);
        run.step();
        run.step();
        run.step();
        // Three batches of two of seven: six components have moved, one is left for another epoch.
        assertThat(Arrays.stream(theta).filter(p -> p != 0)).hasSize(6);
    }

    @Test
    void linearEquationsTakeOneStepOfGaussAndNewton() {
        double[][] a = randomRows(30, 9);
        double[] truth = new SplittableRandom(2).doubles(9, -1, 1).toArray();
        double[] b = new double[30];
        Arrays.setAll(b, k -> Vectors.dot(a[k], truth));
        double[] theta = new double[9];
        Minimization run = new LevenbergMarquardt(1e-14, 100).start(Functions.linear(a, b), theta);
        run.step();
        assertThat(theta).containsExactly(truth, within(1e-12));
    }

    /** A valley along (s, s²) that is 1000 times as steep across: a straight step leaves it, one that bends does not. */
    @Test
    void bentStepsFollowAValley() {
        LeastSquares valley = Functions.of(2, 2, x -> new double[] {1000 * (x[1] - x[0] * x[0]), 1 - x[0]}, x ->
                new double[][] {{-2000 * x[0], 1000}, {-1, 0}});
        LevenbergMarquardt straight = LevenbergMarquardt.standard().rule(DampingRule.DELAYED);
        assertThat(stepsTo(1e-20, straight, valley)).isGreaterThan(3 * stepsTo(1e-20, straight.geodesic(true), valley));
    }

    private static int stepsTo(double least, Optimizer optimizer, LeastSquares function) {
        double[] theta = {-1.2, 1.44};
        Minimization run = optimizer.start(function, theta);
        int steps = 0;
        while (run.value() > least && steps < 10000) {
            run.step();
            steps++;
        }
        assertThat(theta).containsExactly(new double[] {1, 1}, within(1e-9));
        return steps;
    }

    @Test
    void bothWaysSolveTheSameDampedEquations() {
        double[][] a = randomRows(40, 12);
        LeastSquares function = Functions.linear(a, new double[40]);
        double[] theta = new SplittableRandom(3).doubles(12, -1, 1).toArray();
        for (DampedEquations equations : List.of(new CholeskyEquations(function), new ConjugateGradients(function))) {
            double[] gradient = new double[12];
            double[] delta = new double[12];
            double lambda = 0.1;
            equations.load(function, theta, gradient);
            assertThat(equations.solve(lambda, gradient, delta)).isTrue();
            double[] rest = new double[12];
            function.normalProduct(theta, delta, rest);
            double[] unit = new double[12];
            for (int p = 0; p < 12; p++) {
                unit[p] = 1;
                rest[p] += lambda * equations.norm(unit) * delta[p] + gradient[p] / 2;
                unit[p] = 0;
            }
            // Conjugate gradients stop at 3 %.
            double share = equations instanceof CholeskyEquations ? 1e-13 : 0.03;
            assertThat(Math.sqrt(Vectors.dot(rest, rest) / Vectors.dot(gradient, gradient)) * 2)
                    .isLessThan(share);
        }
    }

    @Test
    void stepsFulfilWolfesConditions() {
        LeastSquares function = Functions.rosenbrock();
        StrongWolfe search = new StrongWolfe(function);
        SplittableRandom random = new SplittableRandom(4);
        for (int k = 0; k < 200; k++) {
            double[] theta = random.doubles(2, -2, 2).toArray();
            double[] gradient = new double[2];
            double value = function.gradient(theta, gradient);
            double[] direction = {-gradient[0], -gradient[1]};
            double slope = Vectors.dot(gradient, direction);
            double first = Math.pow(10, random.nextDouble(-8, 3));
            assertThat(search.run(theta, value, gradient, direction, first)).isTrue();
            double alpha = (search.theta()[0] - theta[0]) / direction[0];
            assertThat(search.value()).isLessThanOrEqualTo(value + 1e-4 * alpha * slope + 1e-12 * value);
            assertThat(Math.abs(Vectors.dot(search.gradient(), direction))).isLessThanOrEqualTo(0.9 * -slope);
            assertThat(function.value(search.theta())).isEqualTo(search.value());
        }
    }

    @Test
    void uphillIsRefused() {
        LeastSquares function = Functions.rosenbrock();
        double[] theta = {0, 0};
        double[] gradient = new double[2];
        double value = function.gradient(theta, gradient);
        assertThat(new StrongWolfe(function).run(theta, value, gradient, gradient, 1))
                .isFalse();
    }

    @Test
    void minimaAreTheEnd() {
        for (Optimizer optimizer : ALL.subList(2, ALL.size())) {
            double[] theta = {1, 1};
            Minimization run = optimizer.start(Functions.rosenbrock(), theta);
            assertThat(run.step()).isZero();
            assertThat(run.finished()).as(optimizer.toString()).isTrue();
            assertThat(theta).containsExactly(1, 1);
        }
    }

    @Test
    void resumedRunsHaveTheSameBits() {
        double[][] a = randomRows(20, 5);
        double[] b = new SplittableRandom(6).doubles(20, -1, 1).toArray();
        for (LeastSquares function : List.of(Functions.rosenbrock(), Functions.linear(a, b))) {
            for (Optimizer optimizer : ALL) {
                double[] theta = new double[function.parameters()];
                Minimization run = optimizer.start(function, theta);
                for (int k = 0; k < 4; k++) {
                    run.step();
                }
                double[] left = theta.clone();
                Minimization resumed = optimizer.resume(function, left, run.state());
                assertThat(resumed.value()).isEqualTo(run.value());
                for (int k = 0; k < 5; k++) {
                    assertThat(resumed.step()).isEqualTo(run.step());
                    assertThat(left).as(optimizer.toString()).isEqualTo(theta);
                }
                assertThat(resumed.state()).isEqualTo(run.state());
            }
        }
    }

    @Test
    void statesOfOthersAreRefused() {
        for (Optimizer optimizer : ALL) {
            for (double[] state : List.of(new double[0], new double[] {-1, 0, 0}, new double[1000])) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> optimizer.resume(Functions.rosenbrock(), new double[2], state))
                        .withMessageStartingWith("state");
            }
        }
    }

    @Test
    void numbersThatAreNoneEndNothingSilently() {
        LeastSquares broken = Functions.of(1, 1, x -> new double[] {Double.NaN}, x -> new double[][] {{Double.NaN}});
        for (Optimizer optimizer : ALL) {
            Minimization run = optimizer.start(broken, new double[1]);
            assertThat(run.step()).isNaN();
        }
    }

    @Test
    void schedules() {
        assertThat(Schedule.constant(0.1).rate(1000)).isEqualTo(0.1);
        assertThat(Schedule.halving(0.1, 10).rate(20)).isEqualTo(0.025);
        Schedule cosine = Schedule.cosine(1, 100);
        assertThat(cosine.rate(0)).isEqualTo(1);
        assertThat(cosine.rate(50)).isCloseTo(0.5005, within(1e-15));
        assertThat(cosine.rate(100)).isCloseTo(0.001, within(1e-15));
        assertThat(cosine.rate(1000)).isEqualTo(cosine.rate(100));
    }

    @Test
    void badSettingsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adam.of(-1))
                .withMessage("rate must be > 0 and finite, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adam(Schedule.constant(1), 1, 0, 1, 0, 0))
                .withMessage("beta1 must be in [0, 1), got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adam.of(1).batches(-1, 0))
                .withMessage("blocks must be >= 0, got -1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Lbfgs(0)).withMessage("memory must be >= 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LevenbergMarquardt(0, 1))
                .withMessage("damping must be > 0 and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LevenbergMarquardt(1, -1))
                .withMessage("directLimit must be >= 0, got -1");
        int many = 40000;
        LeastSquares large = Functions.of(many, 1, x -> new double[] {1}, x -> new double[][] {new double[many]});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LevenbergMarquardt(1, many).start(large, new double[many]))
                .withMessageStartingWith("equations of 40000 parameters, which a directLimit below that avoids, need ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.cosine(1, 0))
                .withMessage("steps must be >= 1, got 0");
        assertThatNullPointerException().isThrownBy(() -> Adam.of(null)).withMessage("rate");
    }

    @Test
    void oneLineEach() {
        assertThat(ALL.toString())
                .isEqualTo("[Adam[rate 0.01, all blocks a step], Adam[rate 0.02, 3 blocks a step], Lbfgs[memory 30],"
                        + " Lbfgs[memory 2], SelfScaledBroyden[], LevenbergMarquardt[damping 1.0, direct up to 4000, GAIN],"
                        + " LevenbergMarquardt[damping 0.01, direct up to 0, GAIN],"
                        + " LevenbergMarquardt[damping 1.0, direct up to 4000, DELAYED],"
                        + " LevenbergMarquardt[damping 1.0, direct up to 4000, DELAYED bent]]");
    }
}
