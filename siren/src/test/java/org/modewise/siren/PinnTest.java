package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.pde.Heat;
import org.modewise.siren.optimizer.Adam;
import org.modewise.siren.optimizer.Lbfgs;
import org.modewise.siren.optimizer.LevenbergMarquardt;
import org.modewise.siren.optimizer.Optimizer;

/** Equations as losses: what they are of exact solutions, and what becomes of small trainings. */
class PinnTest {
    private static final Domain LINE = Domain.of("x", -1, 1).and("t", 0, 2);
    private static final Domain UNIT = Domain.of("x", 0, 1).and("y", 0, 1).and("t", 0, 1);
    private static final Domain SPACE = Domain.of("x", 0, 1).and("y", -1, 1).and("t", 0, 0.5);

    @TempDir
    private Path folder;

    /** u = 0.25 + 2·sin(3(0.5ξ₁ - 0.25ξ₂ + 0.1)): a wave that is a solution of many equations. */
    private static Siren wave(Domain domain, double... direction) {
        Architecture one = Architecture.of(
                        domain.lower().stream().mapToDouble(x -> x).toArray(),
                        domain.upper().stream().mapToDouble(x -> x).toArray(),
                        1)
                .axes(domain.axes().toArray(String[]::new))
                .omega0(3);
        double[] parameters = new double[direction.length + 3];
        System.arraycopy(direction, 0, parameters, 0, direction.length);
        parameters[direction.length] = 0.1;
        parameters[direction.length + 1] = 2;
        parameters[direction.length + 2] = 0.25;
        return Siren.of(one, parameters);
    }

    private static double rms(Function<Unknown, Expression> residual, Siren siren, Domain domain) {
        return Math.sqrt(Pinn.residual(residual, Points.sobol(domain, 300)).loss(siren));
    }

    @Test
    void exactSolutionsLeaveRounding() {
        // On a box of sides 2 and 2: ξ = x, and ξ = t - 1.
        Siren line = wave(LINE, 0.5, -0.25);
        assertThat(rms(u -> u.t().plus(u.x().times(0.5)), line, LINE)).isLessThan(1e-14);
        assertThat(rms(u -> u.tt().minus(u.xx().times(0.25)), line, LINE)).isLessThan(1e-14);
        // -Δu = k²(u - 0.25) with k = 3·0.5.
        assertThat(rms(
                        u -> u.laplacian()
                                .plus(u.value().minus(Expression.constant(0.25)).times(2.25)),
                        line,
                        LINE))
                .isLessThan(1e-14);
        // ½(u²)_x = u·u_x, so u_t + u·u_x is u_x(u - 0.5) here.
        assertThat(rms(
                        u -> u.t().plus(u.value().times(u.x()))
                                .minus(u.x().times(u.value().plus(-0.5))),
                        line,
                        LINE))
                .isLessThan(1e-14);
        // dξ/dx = 2, dξ/dy = 1, dξ/dt = 4.
        Siren space = wave(SPACE, 0.25, 0.3, 0.1);
        double k2 = 9 * (0.25 + 0.09);
        assertThat(rms(u -> u.laplacian().plus(u.value().plus(-0.25).times(k2)), space, SPACE))
                .isLessThan(1e-13);
        assertThat(rms(u -> u.tt().times(0.34).minus(u.laplacian().times(0.16)), space, SPACE))
                .isLessThan(1e-13);
    }

    @Test
    void anEquationAloneLiesOnTheUnitBox() {
        Pinn heat = Pinn.residual(u -> u.t().minus(u.laplacian().times(0.015)));
        assertThat(heat.architecture())
                .isEqualTo(Pinn.residual(Unknown::value, Points.sobol(UNIT, 1)).architecture());
        Pinn moved = heat.points(Points.sobol(SPACE, 300));
        Siren space = wave(SPACE, 0.25, 0.3, 0.1);
        assertThat(moved.loss(space))
                .isEqualTo(Pinn.residual(u -> u.t().minus(u.laplacian().times(0.015)), Points.sobol(SPACE, 300))
                        .loss(space));
        Pinn begun = heat.condition(Unknown::value, Points.sobol(UNIT, 10).at("t", 0), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> begun.points(Points.sobol(SPACE, 10)))
                .withMessageStartingWith("points must be of ");
        assertThat(begun.points(Points.sobol(UNIT, 10))).hasToString("Pinn[3-24-24-1, 2 residuals, 20 points]");
    }

    @Test
    void coordinatesSinesAndExponentialsAreThoseOfThePoints() {
        Siren line = wave(LINE, 0.5, -0.25);
        // sin(3(0.5x - 0.25(t - 1) + 0.1)) from the coordinates alone.
        assertThat(rms(
                        u -> u.coordinate("x")
                                .times(1.5)
                                .plus(u.coordinate("t").times(-0.75))
                                .plus(1.05)
                                .sin()
                                .times(2)
                                .plus(0.25)
                                .minus(u.value()),
                        line,
                        LINE))
                .isLessThan(1e-14);
        // (e^u)_x = u_x·e^u, whatever u is: e^{u}·e^{-u} = 1.
        assertThat(rms(u -> u.value().exp().times(u.value().times(-1).exp()).plus(-1), line, LINE))
                .isLessThan(1e-15);
    }

    @Test
    void whatIsNoSolutionShows() {
        Siren line = wave(LINE, 0.5, -0.25);
        assertThat(rms(u -> u.t().plus(u.x()), line, LINE)).isGreaterThan(0.1);
    }

    /** u_t = 0.1 u_xx between walls at 0, from sin πx: e^{-0.1π²t}·sin πx. */
    @Test
    void heatBetweenWallsIsLearned() {
        Domain domain = Domain.of("x", 0, 1).and("t", 0, 1);
        Points inside = Points.sobol(domain, 400);
        Points edge = Points.sobol(domain, 40);
        Fit fit = Pinn.residual(u -> u.t().minus(u.xx().times(0.1)), inside)
                .condition(u -> u.value().minus(u.coordinate("x").times(Math.PI).sin()), edge.at("t", 0), 10)
                .condition(Unknown::value, edge.at("x", 0), 10)
                .condition(Unknown::value, edge.at("x", 1), 10)
                .hidden(10, 10)
                .omega0(2)
                .seed(1)
                .steps(60)
                .run();
        Grid2D plane = new Grid2D(21, 21, 0, 0, 1.05, 1.05);
        Field2D exact = Field2D.of(plane, (x, t) -> Math.exp(-0.1 * Math.PI * Math.PI * t) * Math.sin(Math.PI * x));
        assertThat(fit.relativeError(exact)).isLessThan(3e-4);
    }

    /** One wave on a ring: e^{-αk²t}·sin kx with k = 2π, and a small network. */
    private static Pinn ring() {
        Domain ring = Domain.of("x", 0, 1).and("t", 0, 1);
        return Pinn.residual(PinnEquations.heat(0.02), Points.sobol(ring, 200))
                .initial(u -> u.coordinate("x").times(2 * Math.PI).sin(), Points.sobol(ring, 40), 100)
                .periodic("x")
                .hidden(16, 16)
                .omega0(1)
                .seed(1)
                .steps(40);
    }

    @Test
    void aPeriodicNetworkIsPeriodicWhateverItLearns() {
        Fit fit = ring().run();
        for (double t : new double[] {0, 0.3, 1}) {
            Jet left = fit.model().jet(0, t);
            Jet right = fit.model().jet(1, t);
            assertThat(left.value()).isCloseTo(right.value(), within(1e-14));
            assertThat(left.first(0)).isCloseTo(right.first(0), within(1e-13));
            assertThat(left.second(0)).isCloseTo(right.second(0), within(1e-12));
        }
        // What the exact solver says at the nodes of a grid.
        Grid2D line = Grid2D.line(32, 0, 1);
        var exact = new Heat(0.02).solve(Field2D.of(line, (x, y) -> Math.sin(2 * Math.PI * x)));
        for (double t : new double[] {0, 0.5, 1}) {
            double[] expected = exact.at(t).toArray();
            double most = 0;
            for (int i = 0; i < expected.length; i++) {
                most = Math.max(most, Math.abs(fit.model().value(line.x(i), t) - expected[i]));
            }
            assertThat(most).isLessThan(3e-7);
        }
    }

    /** What is frozen must be periodic when it freezes, and stay frozen. */
    @Test
    void onlyPeriodicNetworksGoOnAsPeriodicOnes() throws IOException {
        Pinn periodic = ring().hidden(6, 6).steps(5);
        Pinn free = periodic.periodic();
        Fit fit = free.run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> periodic.from(fit))
                .withMessageStartingWith("siren must be periodic along x to stay so, got one of ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> free.from(fit).periodic("x").from(fit))
                .withMessageStartingWith("siren must be periodic along x");
        // A look at it changes nothing.
        assertThat(periodic.loss(fit.model())).isEqualTo(free.loss(fit.model()));
        Fit round = periodic.run();
        Siren onward = periodic.from(round).run().model();
        assertThat(onward.value(0, 0.3)).isCloseTo(onward.value(1, 0.3), within(1e-14));
        Path file = folder.resolve("ring");
        free.checkpoint(file, 5).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> periodic.resume(file))
                .withMessageEndingWith("DELAYED]")
                .withMessageContaining(", periodic along [x], got one of ");
        periodic.checkpoint(file, 5).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> free.resume(file))
                .withMessageEndingWith(", periodic along [x]");
    }

    @Test
    void aPeriodicNetworkIsNeverConstantByChance() {
        Pinn few = ring().hidden(2).omega0(1).steps(0);
        for (int seed = 0; seed < 60; seed++) {
            double[] parameters = few.seed(seed).run().model().parameters();
            assertThat(Math.abs(parameters[0]) + Math.abs(parameters[2])).isGreaterThan(3);
        }
    }

    /** A coefficient moves by shares of itself, whoever moves it. */
    @Test
    void coefficientsHaveUnitsForEveryOptimizer() {
        for (Optimizer optimizer : List.of(Adam.of(1e-2), Lbfgs.standard(), LevenbergMarquardt.standard())) {
            Pinn pinn = Pinn.residual(
                            u -> u.value().minus(u.coordinate("x").times(Expression.coefficient("slope", 1e-5))),
                            Points.sobol(LINE, 50))
                    .hidden(4)
                    .optimizer(optimizer)
                    .steps(1);
            assertThat(pinn.run().coefficient("slope") / 1e-5)
                    .as(optimizer.toString())
                    .isCloseTo(1, within(0.05));
        }
    }

    @Test
    void aNetworkThatIsNotPeriodicIsNoStartForOneThatIs() {
        Pinn free = ring().periodic().steps(1).checkpoint(folder.resolve("free"), 1);
        Fit fit = free.run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ring().from(fit))
                .withMessageStartingWith("siren must be periodic along x to stay so");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resume(ring(), folder.resolve("free")))
                .withMessageContaining("periodic");
        assertThat(ring().from(ring().steps(1).run()).steps(0).run().status()).isEqualTo(FitStatus.COMPLETED);
    }

    /** α is found from noisy samples of one wave that decays. */
    @Test
    void aDiffusivityIsFoundFromNoisyData() {
        Domain ring = Domain.of("x", 0, 1).and("t", 0, 1);
        double alpha = 0.02;
        Points where = Points.latinHypercube(ring, 300, 5);
        double[] seen = new double[where.size()];
        Random noise = new Random(6);
        for (int k = 0; k < seen.length; k++) {
            double t = where.along(1)[k];
            seen[k] = Math.exp(-alpha * 4 * Math.PI * Math.PI * t) * Math.sin(2 * Math.PI * where.along(0)[k])
                    + 0.01 * Math.sqrt(0.5) * noise.nextGaussian();
        }
        Pinn pinn = Pinn.residual(PinnEquations.heat(Expression.coefficient("alpha", 0.1)), Points.sobol(ring, 200))
                .data(where, seen, 10)
                .periodic("x")
                .hidden(8, 8)
                .omega0(2)
                .seed(1)
                .steps(40);
        Fit fit = pinn.run();
        assertThat(fit.coefficient("alpha") / alpha).isCloseTo(1, within(0.01));
        // The same in two parts, to the bit: coefficients go on, too.
        Path file = folder.resolve("inverse");
        Fit part = pinn.steps(15).checkpoint(file, 15).run();
        assertThat(part.coefficients()).isNotEqualTo(fit.coefficients());
        Fit resumed = resume(pinn, file);
        assertThat(resumed).isEqualTo(fit);
        assertThat(pinn.from(fit).steps(0).run().coefficients()).isEqualTo(fit.coefficients());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ring().hidden(8, 8).omega0(2).resume(file))
                .withMessageContaining(", got one of LevenbergMarquardt[")
                .withMessageEndingWith(" for [alpha] from [0.1], periodic along [x]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.data(where, seen, 20).resume(file))
                .withMessageContaining("expected a checkpoint of this target, whose loss is");
    }

    private static Fit resume(Pinn pinn, Path file) {
        try {
            return pinn.resume(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anInterruptEndsATraining() {
        List<Integer> heard = new ArrayList<>();
        Fit fit = ring().onStep(progress -> {
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
    void wallsAndObservationsAreConditions() {
        Siren line = wave(LINE, 0.5, -0.25);
        Points edge = Points.sobol(LINE, 20);
        Function<Unknown, Expression> itself = u -> u.coordinate("x")
                .times(1.5)
                .plus(u.coordinate("t").times(-0.75))
                .plus(1.05)
                .sin()
                .times(2)
                .plus(0.25);
        Function<Unknown, Expression> slope = u -> u.coordinate("x")
                .times(1.5)
                .plus(u.coordinate("t").times(-0.75))
                .plus(1.05 + Math.PI / 2)
                .sin()
                .times(3);
        double[] seen = new double[20];
        for (int k = 0; k < 20; k++) {
            seen[k] = line.value(edge.along(0)[k], edge.along(1)[k]);
        }
        Pinn exact = Pinn.residual(u -> u.t().plus(u.x().times(0.5)), edge)
                .initial(itself, edge, 1)
                .dirichlet("x", itself, edge, 1)
                .neumann("x", slope, edge, 1)
                .data(edge, seen, 1);
        assertThat(Math.sqrt(exact.loss(line))).isLessThan(1e-14);
        assertThat(exact.dirichlet("x", u -> itself.apply(u).plus(1), edge, 3).loss(line))
                .isCloseTo(6, within(1e-13));
        assertThat(exact.neumann("x", u -> slope.apply(u).plus(1), edge, 3).loss(line))
                .isCloseTo(6, within(1e-13));
        seen[3] += 2;
        assertThat(exact.data(edge, seen, 5).loss(line)).isCloseTo(1, within(1e-13));
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
    void sobolsPointsAreEven() {
        Points points = Points.sobol(LINE, 64);
        int left = 0;
        for (double x : points.along(0)) {
            assertThat(x).isBetween(-1.0, 1.0);
            left += x < 0 ? 1 : 0;
        }
        assertThat(left).isBetween(31, 33);
        // Its second point is the centre, its third this.
        assertThat(Points.sobol(LINE, 1).along(0)).containsExactly(0.5);
        assertThat(Points.sobol(LINE, 1).along(1)).containsExactly(0.5);
        assertThat(points.at("t", 0).along(1)).containsOnly(0);
        assertThat(points.at("t", 0).along(0)).isEqualTo(points.along(0));
    }

    @Test
    void badArgumentsAreNamed() {
        Points points = Points.sobol(LINE, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::y, points))
                .withMessage("axis must be one of [x, t], got y");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Pinn.residual(Unknown::x, points).condition(Unknown::value, Points.sobol(SPACE, 3), 1))
                .withMessageStartingWith("points must be of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::x, points).condition(Unknown::value, points, 0))
                .withMessage("weight must be > 0 and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::laplacian, Points.sobol(Domain.of("t", 0, 1), 3)))
                .withMessage("a Laplacian or gradient needs an axis x, y or z, got [t]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::x, points).loss(wave(SPACE, 1, 2, 3)))
                .withMessageContaining("siren must lie on the box");
        Domain turned = Domain.of("t", -1, 1).and("x", 0, 2);
        Fit ofTurned =
                Pinn.residual(Unknown::x, Points.sobol(turned, 3)).steps(0).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::x, points).loss(ofTurned.model()))
                .withMessageContaining("siren must lie on the box")
                .withMessageEndingWith("of [t, x]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::x, points).from(ofTurned))
                .withMessageContaining("siren must lie on the box");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::x, Points.sobol(turned, 3))
                        .from(ofTurned)
                        .points(points))
                .withMessageContaining("siren must lie on the box");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Domain.of("w", 0, 1))
                .withMessage("axes must be x, y, z or t, each once, got [w]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LINE.and("x", 0, 1))
                .withMessage("axes must be x, y, z or t, each once, got [x, t, x]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Domain.of("x", 1, 1))
                .withMessage("upper end of x must be above 1.0 by a finite length, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.sobol(LINE, 0))
                .withMessage("count must be >= 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.of(LINE, new double[] {1}))
                .withMessage("coordinates[0] must be 2 numbers, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.of(LINE, new double[] {1, Double.NaN}))
                .withMessage("coordinates[0][1] must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.of(LINE, new double[] {1, 0}, new double[] {-2, 1}))
                .withMessage("coordinates[1][0] must be in [-1.0, 1.0] of x, got -2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> points.at("t", 50))
                .withMessage("value must be in [0.0, 2.0] of t, got 50.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Domain.of("x", -1e308, 1e308))
                .withMessageContaining("by a finite length");
        assertThat(Domain.of("x", -0.0, 1)).isEqualTo(Domain.of("x", 0.0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(u -> u.value().times(Double.NaN), points))
                .withMessage("number must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(u -> u.coordinate("x"), points))
                .withMessage("residual must depend on the unknown function or a coefficient");
        Pinn pinn = Pinn.residual(Unknown::x, points);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.data(points, new double[] {1, 2}, 1))
                .withMessage("observed must be 3 numbers, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.data(points, new double[] {1, 2, Double.NaN}, 1))
                .withMessage("observed[2] must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.condition(Unknown::observed, points, 1))
                .withMessage("a residual of observed values needs values at its points, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.periodic("y"))
                .withMessage("axis must be one of [x, t], got y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.neumann("z", Unknown::value, points, 1))
                .withMessage("axis must be one of [x, t], got z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.coefficient("alpha", Double.NaN))
                .withMessage("start must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.coefficient(" ", 1))
                .withMessage("name must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(
                        u -> u.x().times(Expression.coefficient("c", 1)).plus(Expression.coefficient("c", 2)), points))
                .withMessage("coefficient c must have one start, got 1.0 and 2.0");
        Fit fit = pinn.steps(0).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.coefficient("alpha"))
                .withMessage("name must be one of [], got alpha");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.redrawn(fit, Points.sobol(LINE, 2)))
                .withMessage("count must be <= 2, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.redrawn(fit, Points.sobol(SPACE, 20)))
                .withMessageStartingWith("points must be of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.refined(fit, Points.sobol(LINE, 2), 3))
                .withMessage("count must be <= 2, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.refined(fit, Points.sobol(LINE, 2), 0))
                .withMessage("count must be >= 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.refined(fit, Points.sobol(SPACE, 20), 1))
                .withMessageStartingWith("points must be of");
        assertThatNullPointerException()
                .isThrownBy(() -> Pinn.residual(null, points))
                .withMessage("residual");
    }

    /** A formula that is used twice is no longer for it, and a long one not deep. */
    @Test
    void expressionsShareTheirParts() {
        Points points = Points.sobol(LINE, 3);
        Pinn squares = Pinn.residual(
                u -> {
                    Expression power = u.value();
                    for (int k = 0; k < 200; k++) {
                        power = power.square();
                    }
                    return power;
                },
                points);
        // (±1)^(2^200)
        Siren one = wave(LINE, 0, 0);
        double[] parameters = one.parameters();
        parameters[3] = 0;
        parameters[4] = -1;
        assertThat(squares.loss(Siren.of(one.architecture(), parameters))).isCloseTo(1, within(1e-15));
        Pinn sum = Pinn.residual(
                u -> {
                    Expression terms = u.value();
                    for (int k = 0; k < 20000; k++) {
                        terms = terms.plus(1);
                    }
                    return terms;
                },
                points);
        assertThat(sum).hasToString("Pinn[2-24-24-1, 1 residuals, 3 points]");
    }

    @Test
    void cosinesAndDifferences() {
        Siren line = wave(LINE, 0.5, -0.25);
        assertThat(rms(
                        u -> u.value()
                                .minus(0.25)
                                .times(0.5)
                                .square()
                                .plus(u.coordinate("x")
                                        .times(1.5)
                                        .plus(u.coordinate("t").times(-0.75))
                                        .plus(1.05)
                                        .cos()
                                        .square())
                                .minus(1),
                        line,
                        LINE))
                .isLessThan(2e-15);
    }

    @Test
    void saysWhatItIs() {
        Pinn pinn = Pinn.residual(Unknown::x, Points.sobol(LINE, 9));
        assertThat(pinn).hasToString("Pinn[2-24-24-1, 1 residuals, 9 points]");
        assertThat(Points.sobol(LINE, 9)).hasToString("Points[9 of (x,t)]");
    }
}
