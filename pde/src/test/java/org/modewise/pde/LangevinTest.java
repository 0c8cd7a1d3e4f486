package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

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
        for (double t : new double[] {0.2, 1, 20}) {
            assertAbsolute(Measure.distance(solution.at(t), exact.evolve(law, t).density(grid)), 1e-10);
            assertAbsolute(Math.abs(solution.massError(t) - solution.massError(0)), 3e-15);
        }
    }

    @Test
    void aSlantedPotentialIsALinearSde() {
        // V = ½x·Kx, with a K that is not diagonal.
        Grid2D grid = Grid2D.centered(28, 8.4);
        GaussianMixture law = GaussianMixture.gaussian(0.4, -0.3, 0.35, 0.05, 0.3);
        LangevinSolution solution = Langevin.of((x, y) -> 0.6 * x * x + 0.4 * x * y + 0.5 * y * y, 0.4)
                .solve(law.density(grid));
        LinearSde exact = new LinearSde(-1.2, -0.4, -0.4, -1, 0, 0, 0.4, 0, 0.4);
        for (double t : new double[] {0.3, 2}) {
            // The grid of 28 nodes a side resolves this to some 1e-8.
            assertAbsolute(Measure.distance(solution.at(t), exact.evolve(law, t).density(grid)), 8e-8);
            assertAbsolute(Math.abs(solution.massError(t) - solution.massError(0)), 8e-15);
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
    void aStartHighUpAWallCostsWhatItSays() {
        // The tail of a wider start reaches up the walls, where e^{V/2D} is 1e30 and more.
        Grid2D grid = Grid2D.line(160, -3, 6);
        GaussianMixture law = GaussianMixture.gaussian(-1, 0.2);
        LangevinSolution solution = Langevin.of(WELLS, 0.25).solve(law.density(grid));
        LangevinSolution narrow = Langevin.of(WELLS, 0.25)
                .solve(law.density(Grid2D.line(320, -3, 6)).map(p -> p < 1e-7 ? 0 : p));
        assertThat(solution.startError()).isBetween(1e-12, 1e-8);
        for (double t : new double[] {0.05, 0.5}) {
            Field2D coarse = solution.at(t);
            Field2D fine = narrow.at(t);
            for (int i = 0; i < 160; i++) {
                assertAbsolute(Math.abs(coarse.get(i, 0) - fine.get(2 * i, 0)), 1e-7);
            }
            assertAbsolute(Math.abs(solution.massError(t)), 1e-15);
        }
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
            Field2D density = GaussianMixture.gaussian(0, 0.5).density(Grid2D.line(32, -3, 6));
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
                .withMessageStartingWith("p0 must not start where exp(-V/2D) is so small that ");
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
        Field2D density = GaussianMixture.gaussian(0, 0.3).density(Grid2D.line(32, -2, 4));
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
