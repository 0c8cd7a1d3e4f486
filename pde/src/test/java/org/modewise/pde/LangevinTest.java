package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class LangevinTest {
    private static final DoubleUnaryOperator WELLS = x -> Waves.sq(x * x - 1);
    private static final Grid2D LINE = Grid2D.line(128, -2.5, 5);

    @Test
    void aParabolaIsOrnsteinUhlenbeck() {
        Grid2D grid = Grid2D.line(128, -8, 16);
        GaussianMixture law = GaussianMixture.gaussian(1.5, 0.5);
        LangevinSolution solution =
                Langevin.of(x -> 0.5 * 1.3 * Waves.sq(x - 0.25), 0.7).solve(law.density(grid));
        DensitySolution exact = new OrnsteinUhlenbeck(1.3, 0.25, 0, 0.7).solve(law, grid);
        for (double t : new double[] {1e-6, 0.1, 1, 20}) {
            assertAbsolute(Measure.distance(solution.at(t), exact.at(t)), 2e-13);
            assertAbsolute(Math.abs(solution.massError(t)), 1e-15);
        }
        assertAbsolute(Math.abs(solution.relaxationRate() - 1.3), 2e-12);
        assertAbsolute(solution.residual(), 1e-12);
    }

    @Test
    void planesOfTwoParabolasToo() {
        Grid2D grid = Grid2D.centered(72, 12);
        GaussianMixture law = GaussianMixture.gaussian(1, -0.5, 0.4, 0.1, 0.5);
        LangevinSolution solution = Langevin.separable(x -> 0.5 * x * x, y -> 0.8 * Waves.sq(y - 0.3), 0.6)
                .solve(law.density(grid));
        LinearSde exact = new LinearSde(-1, 0, 0, -1.6, 0, 0.48, 0.6, 0, 0.6);
        for (double t : new double[] {1e-6, 1e-3, 0.2, 1, 20}) {
            assertAbsolute(Measure.distance(solution.at(t), exact.evolve(law, t).density(grid)), 1e-10);
            assertAbsolute(Math.abs(solution.massError(t) - solution.massError(0)), 1e-14);
        }
    }

    @Test
    void aSlantedPotentialIsALinearSdeFromTheFirstFrameOn() {
        // V = ½x·Kx, with a K that is not diagonal.
        Grid2D grid = Grid2D.centered(28, 4.9);
        GaussianMixture law = GaussianMixture.gaussian(0.05, -0.05, 0.132, 0.01, 0.13);
        LangevinSolution solution =
                Langevin.of((x, y) -> 1.2 * (x * x + y * y) + 0.2 * x * y, 0.3).solve(law.density(grid));
        LinearSde exact = new LinearSde(-2.4, -0.2, -0.2, -2.4, 0, 0, 0.3, 0, 0.3);
        assertThat(solution.handover()).isPositive();
        for (double t : new double[] {1e-6, 1e-3, 0.03, 0.5, 2}) {
            // The grid of 28 nodes a side resolves this to some 4e-9.
            assertAbsolute(Measure.distance(solution.at(t), exact.evolve(law, t).density(grid)), 1e-8);
            assertThat(solution.at(t).min()).isGreaterThan(-1e-8);
            assertAbsolute(Math.abs(solution.massError(t) - solution.massError(0)), 1e-13);
        }
    }

    @Test
    void twoWellsEndInTheirStationaryLaw() {
        LangevinSolution solution = Langevin.of(WELLS, 0.25)
                .solve(GaussianMixture.gaussian(-1, 0.15).density(LINE));
        // Z by Gauss–Legendre.
        double z = new GaussIntegratorFactory()
                .legendre(200, -3, 3)
                .integrate(x -> Math.exp(-WELLS.applyAsDouble(x) / 0.25));
        Field2D expected = Field2D.of(LINE, (x, y) -> Math.exp(-WELLS.applyAsDouble(x) / 0.25) / z);
        assertAbsolute(Measure.distance(solution.stationary(), expected), 6e-15);
        assertAbsolute(Measure.distance(solution.at(5000), expected), 8e-15);
        // Not as built in: the grid's operator finds it too.
        assertAbsolute(solution.residual(), 6e-12);
        assertThat(solution.at(0.5).min()).isGreaterThan(-1e-13);
    }

    /** The good values that Langevin's own page names. */
    @Test
    void theExampleKeepsSignAndMassAtAnyTime() {
        LangevinSolution solution = Langevin.of(WELLS, 0.25)
                .solve(GaussianMixture.gaussian(-1, 0.15).density(Grid2D.line(96, -2.4, 4.8)));
        for (double t = 1e-6; t < 2e6; t *= 10) {
            assertThat(solution.at(t).min()).isGreaterThan(-1e-9);
            // Polynomials next to t = 0 have weights of some hundreds.
            assertAbsolute(Math.abs(solution.massError(t)), 1e-13);
            assertThat(solution.errorEstimate(t)).isLessThan(1e-10);
        }
    }

    @Test
    void solvesItsEquation() {
        LangevinSolution solution = Langevin.of(WELLS, 0.25)
                .solve(GaussianMixture.gaussian(-0.8, 0.15).density(LINE));
        double h = 1e-4;
        for (double t : new double[] {0.1, 0.7}) {
            Field2D change = solution.at(t + h).minus(solution.at(t - h)).times(0.5 / h);
            Field2D p = solution.at(t);
            Field2D force = Field2D.of(LINE, (x, y) -> 4 * x * (x * x - 1));
            Field2D right = Derivatives.gradient(p.times(force))
                    .x()
                    .plus(Derivatives.laplacian(p).times(0.25));
            // The differences are off by h²p_ttt/6.
            assertAbsolute(Measure.distance(change, right), 1e-5);
        }
    }

    @Test
    void strangsSplittingTendsToItWithTheSecondOrder() {
        // e^{-Wτ/2}e^{DτΔ}e^{-Wτ/2} in ψ = pe^{V/2D}: two exact pieces, with the derivatives of V by hand.
        double d = 0.25;
        Field2D start = GaussianMixture.gaussian(-0.9, 0.15).density(LINE);
        Field2D expected = Langevin.of(WELLS, d).solve(start).at(0.4);
        Field2D root = Field2D.of(LINE, (x, y) -> Math.exp(WELLS.applyAsDouble(x) / (2 * d)));
        Field2D w = Field2D.of(LINE, (x, y) -> Waves.sq(4 * x * (x * x - 1)) / (4 * d) - 0.5 * (12 * x * x - 4));
        double[] errors = new double[2];
        for (int refinement = 0; refinement < 2; refinement++) {
            int steps = 200 << refinement;
            double tau = 0.4 / steps;
            Field2D half = w.map(value -> Math.exp(-0.5 * tau * value));
            Field2D psi = start.times(root);
            for (int k = 0; k < steps; k++) {
                psi = new Heat(d).solve(psi.times(half)).at(tau).times(half);
            }
            Field2D p = psi.times(root.map(value -> 1 / value));
            errors[refinement] = Measure.distance(p, expected);
        }
        assertThat(errors[0] / errors[1]).isBetween(3.9, 4.1);
        assertAbsolute(errors[1], 1e-4);
    }

    @Test
    void aStartHighUpAWallCostsNothing() {
        // The tail of a wider start reaches up the walls, where e^{V/2D} is 1e30 and more.
        GaussianMixture law = GaussianMixture.gaussian(-1, 0.2);
        LangevinSolution solution = Langevin.of(WELLS, 0.25).solve(law.density(Grid2D.line(160, -3, 6)));
        LangevinSolution fine = Langevin.of(WELLS, 0.25).solve(law.density(Grid2D.line(240, -3, 6)));
        assertThat(solution.handover()).isPositive();
        assertAbsolute(solution.startError(), 1e-11);
        for (double t : new double[] {1e-4, 0.05, 0.5}) {
            for (int i = 0; i < 80; i++) {
                assertAbsolute(
                        Math.abs(solution.at(t).get(2 * i, 0) - fine.at(t).get(3 * i, 0)), 1e-10);
            }
            assertAbsolute(Math.abs(solution.massError(t)), 1e-13);
        }
    }

    /** Before the handover, at it and after it, in a well narrower than the start: p₀e^{V/2D} grows up the walls. */
    @Test
    void aStartWiderThanItsWellIsOrnsteinUhlenbeckFromTheFirstFrameOn() {
        Grid2D grid = Grid2D.line(128, -1.2, 2.4);
        GaussianMixture law = GaussianMixture.gaussian(-0.12, 0.096);
        LangevinSolution solution = Langevin.of(x -> 50 * x * x, 0.5).solve(law.density(grid));
        assertThat(solution.handover()).isBetween(1e-3, 0.1);
        for (double t : new double[] {1e-9, 1e-6, 1e-4, 1e-3, 0.5, 1, 2, 100}) {
            double time = t < 0.1 || t > 10 ? t : t * solution.handover();
            double decay = Math.exp(-100 * time);
            double variance = 0.096 * 0.096 * decay * decay + 0.005 * (1 - decay * decay);
            Field2D expected =
                    GaussianMixture.gaussian(-0.12 * decay, Math.sqrt(variance)).density(grid);
            assertAbsolute(Measure.distance(solution.at(time), expected), 1e-12);
            assertThat(solution.at(time).min()).isGreaterThan(-1e-13);
            assertAbsolute(Math.abs(solution.massError(time)), 1e-13);
        }
    }

    /** The walls are e^{113} high in p₀e^{V/2D}, the barrier e^{11}. */
    @Test
    void coldTiltedWellsFromTheFirstFrameOn() {
        DoubleUnaryOperator v = x -> WELLS.applyAsDouble(x) + 0.3 * x;
        GaussianMixture law = GaussianMixture.gaussian(-0.21, 0.168);
        Grid2D grid = Grid2D.line(201, -2.1, 4.2);
        LangevinSolution solution = Langevin.of(v, 0.05).solve(law.density(grid));
        for (double t : new double[] {1e-6, 1e-3, 0.03, 1}) {
            double[] expected = ScharfetterGummel.extrapolated(v, 0.05, grid, t, fine -> law.density(fine));
            Field2D density = solution.at(t);
            // The volumes' own error: their fourth order leaves 4e-9.
            assertAbsolute(Measure.distance(density, Field2D.of(grid, expected)), 1e-8);
            assertThat(density.min()).isGreaterThan(-1e-10);
            assertAbsolute(Math.abs(solution.massError(t)), 5e-14);
            assertThat(solution.errorEstimate(t)).isLessThan(1e-10);
        }
    }

    /** p = p₀ + tLp₀ + ½t²L²p₀ + …, with the derivatives of p₀ and V by hand. */
    @Test
    void beginsAsItsGeneratorSays() {
        double d = 0.1;
        Grid2D grid = Grid2D.line(128, -2.2, 4.4);
        Field2D start = GaussianMixture.gaussian(-0.3, 0.2).density(grid);
        LangevinSolution solution = Langevin.of(WELLS, d).solve(start);
        double t = 1e-7;
        Field2D change = solution.at(t).minus(start).times(1 / t);
        Field2D expected = Field2D.of(grid, (x, y) -> {
            double z = (x + 0.3) / 0.04;
            double p = Math.exp(-0.5 * (x + 0.3) * z) / (0.2 * Math.sqrt(2 * Math.PI));
            return p * (12 * x * x - 4 - z * 4 * x * (x * x - 1) + d * (z * z - 1 / 0.04));
        });
        // ½t·L²p₀ is 5e-5, and rounding over t 1e-8.
        assertAbsolute(Measure.distance(change, expected), 2e-4);
    }

    @Test
    void aStartInEquilibriumNeedsNoHandover() {
        LangevinSolution solution = Langevin.of(WELLS, 0.25)
                .solve(Langevin.of(WELLS, 0.25)
                        .solve(GaussianMixture.gaussian(0, 0.3).density(LINE))
                        .stationary());
        assertThat(solution.handover()).isZero();
        assertAbsolute(Measure.distance(solution.at(3), solution.stationary()), 1e-14);
    }

    /** λ₁ is 1e-13 of the largest eigenvalue: rounding of H would leave three digits. */
    @Test
    void faintRatesKeepTheirDigits() {
        LangevinSolution solution = Langevin.of(WELLS, 0.05)
                .solve(GaussianMixture.gaussian(-1, 0.15).density(Grid2D.line(160, -2.2, 4.4)));
        double expected = oddRate(0.05);
        assertAbsolute(Math.abs(solution.relaxationRate() / expected - 1), 1e-11);
    }

    /** -D(p∞f′)′ = λp∞f, f(0) = 0, by inverse iteration with integrals of positive numbers alone, and two extrapolations. */
    private static double oddRate(double d) {
        double[] rates = new double[3];
        for (int k = 0; k < 3; k++) {
            rates[k] = oddRate(d, 2.2, 4000 << k);
        }
        double first = (4 * rates[1] - rates[0]) / 3;
        double second = (4 * rates[2] - rates[1]) / 3;
        return (16 * second - first) / 15;
    }

    private static double oddRate(double d, double end, int n) {
        double h = end / n;
        double[] f = new double[n + 1];
        Arrays.fill(f, 1);
        f[0] = 0;
        double rate = 0;
        for (int iteration = 0; iteration < 8; iteration++) {
            double[] above = new double[n + 2];
            for (int i = n; i >= 1; i--) {
                double weight = i == n ? 0.5 * h : h;
                above[i] = above[i + 1] + weight * Math.exp(-WELLS.applyAsDouble(i * h) / d) * f[i];
            }
            double[] g = new double[n + 1];
            double product = 0;
            double square = 0;
            for (int i = 1; i <= n; i++) {
                g[i] = g[i - 1] + h / d * Math.exp(WELLS.applyAsDouble((i - 0.5) * h) / d) * above[i];
                double weight = Math.exp(-WELLS.applyAsDouble(i * h) / d) * (i == n ? 0.5 : 1);
                product += weight * f[i] * g[i];
                square += weight * g[i] * g[i];
            }
            rate = product / square;
            for (int i = 0; i <= n; i++) {
                f[i] = g[i] / g[n];
            }
        }
        return rate;
    }

    @Test
    void startsWithCliffsAreRefusedUntilTheyHaveGone() {
        Grid2D grid = Grid2D.line(64, 0, 2 * Math.PI);
        LangevinSolution solution =
                Langevin.of(x -> Math.cos(x), 0.5).solve(Field2D.of(grid, (x, y) -> x > 1 && x < 2 ? 1 : 0));
        assertThat(solution.errorEstimate(1e-4)).isGreaterThan(1e-3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1e-4))
                .withMessageMatching(
                        "the grid must resolve the density at t = 1.0E-4, got an error of .* of its peak; a"
                                + " later t, or a finer or a wider grid helps");
        assertThat(solution.at(0.3).min()).isPositive();
        assertThat(solution.errorEstimate(0.3)).isLessThan(1e-8);
        assertThat(solution.errorEstimate(0)).isZero();
    }

    @Test
    void refusesGridsThatDoNotResolveThePotential() {
        refusesGrid(WELLS, 0.05, Grid2D.line(32, -2.4, 4.8));
        refusesGrid(x -> 0.5 * x * x, 1, Grid2D.line(64, -2, 4));
        refusesGrid(x -> 0.5 * x, 1, Grid2D.line(64, 0, 4));
        refusesGrid(Math::abs, 0.2, Grid2D.line(128, -4, 8));
    }

    private static void refusesGrid(DoubleUnaryOperator v, double d, Grid2D grid) {
        Field2D density = GaussianMixture.gaussian(grid.x0() + 0.5 * grid.lx(), 0.1 * grid.lx())
                .density(grid);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Langevin.of(v, d).solve(density))
                .withMessageMatching(
                        "V must be periodic, or high at the edges, and exp\\(-V/2D\\) no narrower than the grid"
                                + " resolves, got waves at Nyquist of .* of its peak; a finer or a wider grid helps");
    }

    @Test
    void barriersAreCrossedAtKramersRate() {
        // λ₁ → 2·√(V″(1)|V″(0)|)/2π·e^{-ΔV/D}, to a relative O(D).
        double d = 0.1;
        LangevinSolution solution =
                Langevin.of(WELLS, d).solve(GaussianMixture.gaussian(-1, 0.15).density(Grid2D.line(160, -2.2, 4.4)));
        double kramers = Math.sqrt(8 * 4) / Math.PI * Math.exp(-1 / d);
        assertThat(solution.relaxationRate() / kramers).isBetween(0.8, 1.0);
    }

    @Test
    void periodicPotentialsNeedNoWalls() {
        Grid2D grid = Grid2D.line(64, 0, 2 * Math.PI);
        LangevinSolution solution =
                Langevin.of(x -> Math.cos(x), 0.5).solve(Field2D.of(grid, (x, y) -> (1 + Math.sin(x)) / (2 * Math.PI)));
        assertAbsolute(solution.residual(), 4e-12);
        assertAbsolute(Math.abs(solution.massError(0.3)), 4e-15);
        assertAbsolute(Measure.distance(solution.at(100), solution.stationary()), 3e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 0, -1})
    void refusesDiffusivitiesAndTimesThatAreNone(double wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Langevin.of(WELLS, wrong))
                .withMessage("diffusivity must be > 0 and finite, got " + wrong);
        if (wrong != 0) {
            Field2D density = GaussianMixture.gaussian(0, 0.3).density(LINE);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Langevin.of(WELLS, 1).solve(density).at(wrong))
                    .withMessage("t must be >= 0 and finite, got " + wrong);
        }
    }

    @Test
    void refusesWhatItCannotSolve() {
        Field2D line = GaussianMixture.gaussian(0, 0.5).density(Grid2D.line(32, -3, 6));
        Field2D plane = GaussianMixture.gaussian(0, 0, 0.5).density(Grid2D.centered(40, 6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Langevin.of(WELLS, 1).solve(plane))
                .withMessageStartingWith("the potential must depend on x and y on Grid2D[40x40");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Langevin.separable(WELLS, WELLS, 1).solve(line))
                .withMessageStartingWith("the potential must depend on x alone on Grid2D[32x1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Langevin.of((x, y) -> x * y, 1).solve(plane))
                .withMessage("a plane with a potential that is no sum over the axes must have at most 1024 nodes, got"
                        + " 1600");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Langevin.of(x -> Math.log(x), 1).solve(line))
                .withMessage("potential at node 0 must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Langevin.of(x -> 1e4 * x * x, 1).solve(line))
                .withMessageStartingWith("V must be periodic, or high at the edges, and exp(-V/2D) no narrower than ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Langevin.of(WELLS, 0.02)
                        .solve(GaussianMixture.gaussian(-1, 0.15).density(Grid2D.line(160, -2.2, 4.4))))
                .withMessageMatching(
                        "the grid must resolve p0 and exp\\(-V/2D\\), got two computations that differ by .* of"
                                + " the peak; a finer grid, one that ends where V is lower, or a p0 that vanishes at its edges helps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Langevin.of(WELLS, 1).solve(line.map(p -> Double.NaN)))
                .withMessage("p0[0,0] is NaN");
        assertThatNullPointerException()
                .isThrownBy(() -> Langevin.of((DoubleUnaryOperator) null, 1))
                .withMessage("potential");
        assertThatNullPointerException()
                .isThrownBy(() -> Langevin.of(WELLS, 1).solve(null))
                .withMessage("p0");
    }

    @Test
    void saysWhatItIs() {
        assertThat(Langevin.of(WELLS, 0.25)).hasToString("Langevin[V of x, diffusivity 0.25]");
        assertOneLine(Langevin.separable(WELLS, WELLS, 1 / 3.0));
        assertOneLine(Langevin.of((x, y) -> x, 1));
        Field2D density = GaussianMixture.gaussian(0, 0.3).density(LINE);
        assertOneLine(Langevin.of(WELLS, 0.25).solve(density));
        assertThat(Langevin.of(WELLS, 0.25).solve(density).at(0)).isEqualTo(density);
    }

    /** Nothing is divided by the mass: differences of densities are solutions too. */
    @Test
    void densitiesWithoutMass() {
        Langevin langevin = Langevin.of(WELLS, 0.25);
        assertThat(langevin.solve(Field2D.of(LINE, (x, y) -> 0)).at(0.5).maxNorm())
                .isEqualTo(0);
        Field2D one = GaussianMixture.gaussian(-0.8, 0.2).density(LINE);
        Field2D other = GaussianMixture.gaussian(0.4, 0.3).density(LINE);
        Field2D expected =
                langevin.solve(one).at(0.5).minus(langevin.solve(other).at(0.5));
        // Both are as good as startError() says, some 1e-13 beside densities of 2.
        assertAbsolute(Measure.distance(langevin.solve(one.minus(other)).at(0.5), expected), 1e-12);
    }
}
