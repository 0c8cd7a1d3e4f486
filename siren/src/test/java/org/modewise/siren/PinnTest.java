package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** Small trainings of equations, and what becomes of them. */
class PinnTest {
    private static final Domain LINE = Domain.of("x", -1, 1).and("t", 0, 2);

    /** u_t = 0.1 u_xx between walls at 0, from sin πx: e^{-0.1π²t}·sin πx. */
    private static double errorOfHeatBetweenWalls(UnaryOperator<Pinn> network) {
        Domain domain = Domain.of("x", 0, 1).and("t", 0, 1);
        Points inside = Points.sobol(domain, 400);
        Points edge = Points.sobol(domain, 40);
        Pinn pinn = Pinn.residual(u -> u.t().minus(u.xx().times(0.1)), inside)
                .condition(u -> u.value().minus(u.coordinate("x").times(Math.PI).sin()), edge.at("t", 0), 10)
                .condition(Unknown::value, edge.at("x", 0), 10)
                .condition(Unknown::value, edge.at("x", 1), 10)
                .hidden(10, 10)
                .seed(1)
                .steps(60);
        Grid2D plane = new Grid2D(21, 21, 0, 0, 1.05, 1.05);
        Field2D exact = Field2D.of(plane, (x, t) -> Math.exp(-0.1 * Math.PI * Math.PI * t) * Math.sin(Math.PI * x));
        return network.apply(pinn).run().relativeError(exact);
    }

    @Test
    void heatBetweenWallsIsLearned() {
        assertThat(errorOfHeatBetweenWalls(pinn -> pinn.omega0(2))).isLessThan(3e-4);
        assertThat(errorOfHeatBetweenWalls(pinn -> pinn.omega0(2).features(0.5)))
                .isLessThan(3e-4);
    }

    /** -Δu = 2π²·sin πx·sin πy between walls at 0: u = sin πx·sin πy. */
    @Test
    void poissonsEquationIsLearned() {
        Domain square = Domain.of("x", 0, 1).and("y", 0, 1);
        Points walls = Points.sobol(square, 50);
        Function<Unknown, Expression> charge = u -> u.coordinate("x")
                .times(Math.PI)
                .sin()
                .times(u.coordinate("y").times(Math.PI).sin())
                .times(2 * Math.PI * Math.PI);
        Fit fit = Pinn.residual(PinnEquations.poisson(charge), Points.sobol(square, 300))
                .dirichlet("x", u -> Expression.constant(0), walls, 100)
                .dirichlet("y", u -> Expression.constant(0), walls, 100)
                .hidden(12, 12)
                .omega0(2)
                .seed(1)
                .steps(50)
                .run();
        Field2D exact = Field2D.of(
                new Grid2D(21, 21, 0, 0, 1.05, 1.05), (x, y) -> Math.sin(Math.PI * x) * Math.sin(Math.PI * y));
        assertThat(fit.relativeError(exact)).isLessThan(1e-6);
    }

    @Test
    void anInterruptEndsATraining() {
        List<Integer> heard = new ArrayList<>();
        Fit fit = PinnPeriodicTest.ring()
                .onStep(progress -> {
                    heard.add(progress.step());
                    if (progress.step() == 3) {
                        Thread.currentThread().interrupt();
                    }
                })
                .run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fit.status()).isEqualTo(FitStatus.CANCELLED);
        assertThat(heard).containsExactly(1, 2, 3);
    }

    @Test
    void pointsGoWhereTheEquationDoesNotHold() {
        // A wave of the left half only is no solution there.
        Domain ring = Domain.of("x", 0, 1).and("t", 0, 1);
        Pinn pinn = Pinn.residual(
                        u -> u.x().times(u.coordinate("x").times(-50).plus(25).exp()), Points.sobol(ring, 100))
                .hidden(5)
                .steps(0);
        Fit fit = pinn.run();
        Points candidates = Points.grid(ring, 40, 50);
        double[] r = pinn.residuals(fit, candidates);
        for (int k = 0; k < r.length; k += 7) {
            double x = candidates.along(0)[k];
            double t = candidates.along(1)[k];
            double expected = fit.model().jet(x, t).first(0) * Math.exp(25 - 50 * x);
            assertThat(r[k]).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
        }
        Pinn redrawn = pinn.redrawn(fit, candidates);
        assertThat(redrawn).hasToString("Pinn[2-5-1, 1 residuals, 100 points]");
        // The mean of r² grows with the points where it is large.
        assertThat(redrawn.loss(fit.model())).isGreaterThan(2 * pinn.loss(fit.model()));
        assertThat(redrawn.run().model()).isEqualTo(fit.model());
        Pinn refined = pinn.refined(fit, candidates, 50);
        assertThat(refined).hasToString("Pinn[2-5-1, 1 residuals, 150 points]");
        assertThat(refined.loss(fit.model())).isGreaterThan(2 * pinn.loss(fit.model()));
        assertThat(refined.run().model()).isEqualTo(fit.model());
        // None of the old points is gone: 150·mean r² is the old 100·mean r² and what the new ones add.
        double added = 150 * refined.loss(fit.model()) - 100 * pinn.loss(fit.model());
        double[] shares = Arrays.stream(r).map(Math::abs).toArray();
        double mean = Arrays.stream(shares).average().orElseThrow();
        double[] weights = Arrays.stream(shares).map(v -> v / mean + 1).toArray();
        Points fifty = candidates.drawn(50, weights, Double.doubleToLongBits(fit.loss()));
        double alone = 50 * pinn.points(fifty).loss(fit.model());
        assertThat(added).isCloseTo(alone, within(1e-12 * 150 * refined.loss(fit.model())));
    }

    @Test
    void saysWhatItIs() {
        Pinn pinn = Pinn.residual(Unknown::x, Points.sobol(LINE, 9));
        assertThat(pinn).hasToString("Pinn[2-24-24-1, 1 residuals, 9 points]");
        assertThat(Points.sobol(LINE, 9)).hasToString("Points[9 of (x,t)]");
        assertThat(Domain.of("x", -Math.PI, 1).and("t", 0, 1e7))
                .hasToString("Domain[x in [-3.141592653589793, 1], t in [0, 1.0E7]]");
        double third = 1 / 3.0;
        Domain cube = Domain.of("x", -third, third).and("y", -third, third).and("z", -third, third);
        assertThat(cube).hasToString("Domain[x in [-0.3333, 0.3333], y in [-0.3333, 0.3333], z in [-0.3333, 0.3333]]");
        assertThat(cube.and("t", -third, third).toString()).endsWith("0.3333], z in [-0.3333, ..]");
        assertThat(new Progress(3, 200, 0.25, 1e-7, Duration.ofMillis(1540)))
                .hasToString("Progress[step 3/200, loss 2.500e-01, best 1.000e-07, 1.5 s]");
    }

    @Test
    void formulasSayWhatTheyAre() {
        Unknown u = Unknown.INSTANCE;
        assertThat(PinnEquations.heat(Expression.coefficient("alpha", 1)).apply(u))
                .hasToString("Expression[u_t + laplacian(u)*alpha*-1]");
        assertThat(u.coordinate("x")
                        .plus(1.5)
                        .sin()
                        .times(u.value().plus(u.observed()))
                        .exp())
                .hasToString("Expression[exp(sin(x + 1.500)*(u + observed))]");
        assertThat(u.gradientSquared().plus(Expression.coefficient("ν", 1))).hasToString("Expression[|grad u|^2 + ?]");
        Expression deep = u.xx();
        for (int k = 0; k < 100_000; k++) {
            deep = k % 2 == 0 ? deep.square() : deep.plus(deep);
        }
        assertThat(deep.toString()).hasSize(80).startsWith("Expression[").endsWith("..]");
    }
}
