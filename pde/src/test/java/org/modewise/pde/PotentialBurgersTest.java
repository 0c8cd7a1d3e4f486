package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.contract.AllocatedBytes;

/** Against double-double quadrature of what does not mix axes, a closed form of what does, and the line's solution. */
class PotentialBurgersTest {
    private static final double K = 2 * Math.PI;

    /** u = ∇Φ of a wave along (1,2): Burgers' equation along it, on a period that the plane holds five times. */
    @ParameterizedTest
    @CsvSource({"0.02, 0.3, -0.2", "0.002, 0, 0", "0.0005, 0.3, 0.1"})
    void obliqueWaveIsTheLinesSolution(double viscosity, double cx, double cy) {
        int n = 64;
        Grid2D grid = Grid2D.unit(n);
        // s = x + 2y, u = (1,2)·f(s,t) with f_t + 5 f f_s = 5ν f_ss, and 5f solves Burgers' equation with 5ν.
        VectorField2D u0 = new VectorField2D(
                Field2D.of(grid, (x, y) -> cx + 0.2 * Math.sin(K * (x + 2 * y))),
                Field2D.of(grid, (x, y) -> cy + 0.4 * Math.sin(K * (x + 2 * y))));
        PotentialBurgersSolution solution = new PotentialBurgers(viscosity).solve(u0);
        double c = cx + 2 * cy;
        BurgersSolution line =
                new Burgers(5 * viscosity).solve(Field2D.of(Grid2D.line(n, 0, 1), (x, y) -> c + Math.sin(K * x)));
        for (double t : new double[] {1e-5, 0.01, 0.1, 0.5, 2}) {
            VectorField2D u = solution.at(t);
            Field2D f = line.at(t);
            double size = f.minus(c).maxNorm();
            double worst = 0;
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) {
                    double w = (f.get((i + 2 * j) % n, 0) - c) / 5;
                    worst = Math.max(worst, Math.abs(u.x().get(i, j) - cx - w));
                    worst = Math.max(worst, Math.abs(u.y().get(i, j) - cy - 2 * w));
                }
            }
            // 2.4e-13 on JTransforms, whose transforms err most.
            assertAbsolute(worst / size, 4e-13);
        }
    }

    /** φ = 1 + a·e^{-νk²t}cos kx + b·e^{-νk²t}cos ky + c·e^{-2νk²t}cos kx cos ky. */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.05, 2})
    void closedFormThatMixesAxes(double viscosity) {
        Grid2D grid = Grid2D.unit(96);
        PotentialBurgersSolution solution = new PotentialBurgers(viscosity).solve(closedForm(grid, viscosity, 0));
        for (double t : new double[] {1e-7, 0.01, 0.3, 3}) {
            VectorField2D expected = closedForm(grid, viscosity, t);
            VectorField2D u = solution.at(t);
            double size = Math.max(expected.x().maxNorm(), expected.y().maxNorm());
            double rounding = 1e-16 * viscosity * K;
            assertAbsolute(Measure.distance(u.x(), expected.x()), 2e-14 * size + rounding);
            assertAbsolute(Measure.distance(u.y(), expected.y()), 2e-14 * size + rounding);
        }
    }

    private static VectorField2D closedForm(Grid2D grid, double viscosity, double t) {
        double decay = Math.exp(-viscosity * K * K * t);
        double a = 0.3 * decay;
        double b = 0.2 * decay;
        double c = 0.15 * decay * decay;
        Field2D x = Field2D.of(
                grid,
                (p, q) -> 2
                        * viscosity
                        * K
                        * (a + c * Math.cos(K * q))
                        * Math.sin(K * p)
                        / (1 + a * Math.cos(K * p) + b * Math.cos(K * q) + c * Math.cos(K * p) * Math.cos(K * q)));
        Field2D y = Field2D.of(
                grid,
                (p, q) -> 2
                        * viscosity
                        * K
                        * (b + c * Math.cos(K * p))
                        * Math.sin(K * q)
                        / (1 + a * Math.cos(K * p) + b * Math.cos(K * q) + c * Math.cos(K * p) * Math.cos(K * q)));
        return new VectorField2D(x, y);
    }

    @Test
    void inviscidSolutionIsConstantAlongCharacteristics() {
        Grid2D grid = Grid2D.unit(64);
        Field2D phi0 = Field2D.of(grid, (x, y) -> 0.02 * Math.cos(K * x) + 0.015 * Math.sin(K * (x + y)));
        VectorField2D u0 = Derivatives.gradient(phi0);
        PotentialBurgersSolution solution = new PotentialBurgers(0).solve(u0);
        double t = 0.4 * solution.shockTime();
        VectorField2D u = solution.at(t);
        for (int j = 0; j < 64; j += 7) {
            for (int i = 0; i < 64; i += 5) {
                double ux = u.x().get(i, j);
                double uy = u.y().get(i, j);
                double x = grid.x(i) - ux * t;
                double y = grid.y(j) - uy * t;
                double atFootX = -0.02 * K * Math.sin(K * x) + 0.015 * K * Math.cos(K * (x + y));
                double atFootY = 0.015 * K * Math.cos(K * (x + y));
                assertThat(ux).isCloseTo(atFootX, within(6e-12));
                assertThat(uy).isCloseTo(atFootY, within(6e-12));
            }
        }
    }

    @Test
    void vorticityIsRefusedAndProjected() {
        Grid2D grid = Grid2D.unit(32);
        Field2D stream = Field2D.of(grid, (x, y) -> 0.1 * Math.sin(K * x) * Math.sin(K * y));
        Field2D phi = Field2D.of(grid, (x, y) -> 0.1 * Math.cos(K * (x - y)));
        VectorField2D gradient = Derivatives.gradient(phi);
        VectorField2D curl = Derivatives.gradient(stream);
        VectorField2D mixed = gradient.plus(
                new VectorField2D(curl.y().times(-1).plus(0.25), curl.x().plus(-0.5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PotentialBurgers(0.01).solve(mixed))
                .withMessageContaining("vorticity")
                .withMessageContaining("HelmholtzProjection");
        HelmholtzProjection parts = HelmholtzProjection.of(mixed);
        assertAbsolute(Measure.distance(parts.potential(), phi), 5e-16);
        assertAbsolute(Measure.distance(parts.irrotational().x(), gradient.x().plus(0.25)), 8e-15);
        assertAbsolute(Measure.distance(parts.irrotational().y(), gradient.y().plus(-0.5)), 4e-15);
        assertAbsolute(Derivatives.divergence(parts.solenoidal()).maxNorm(), 4e-13);
        assertThat(new PotentialBurgers(0.01)
                        .solve(parts.irrotational())
                        .at(0.1)
                        .grid())
                .isEqualTo(grid);
    }

    @Test
    void constantVelocitiesStay() {
        Grid2D grid = Grid2D.unit(8);
        VectorField2D u0 = new VectorField2D(Field2D.of(grid, (x, y) -> 0.7), Field2D.of(grid, (x, y) -> 0));
        PotentialBurgersSolution solution = new PotentialBurgers(0).solve(u0);
        for (double t : new double[] {1e-9, 0.001, 0.1, 3}) {
            assertThat(solution.at(t).x()).isEqualTo(u0.x());
            assertThat(solution.at(t).y().maxNorm()).isZero();
        }
    }

    @Test
    void staysAGradientAndKeepsItsMean() {
        Grid2D grid = Grid2D.unit(64);
        Field2D phi0 =
                Field2D.of(grid, (x, y) -> 0.05 * Math.cos(K * x) * Math.sin(K * y) + 0.02 * Math.sin(2 * K * x));
        VectorField2D u0 = Derivatives.gradient(phi0)
                .plus(new VectorField2D(Field2D.of(grid, (x, y) -> 0.3), Field2D.of(grid, (x, y) -> -0.1)));
        PotentialBurgersSolution solution = new PotentialBurgers(0.01).solve(u0);
        for (double t : new double[] {0.1, 1, 10}) {
            VectorField2D u = solution.at(t);
            // Once the samples resolve the sheets.
            assertAbsolute(Derivatives.curl(u).maxNorm(), t < 0.5 ? 1e-8 : 1e-11);
            assertThat(u.x().mean()).isCloseTo(0.3, within(5e-16));
            assertThat(u.y().mean()).isCloseTo(-0.1, within(5e-16));
        }
        assertThat(solution.at(0)).isEqualTo(u0);
    }

    @Test
    void allocatesNothing() {
        Grid2D grid = Grid2D.unit(48);
        assumeThat(RealFft2D.of(grid).kernel()).isNotEqualTo("jtransforms");
        PotentialBurgersSolution solution = new PotentialBurgers(0.0005).solve(closedForm(grid, 0.01, 0));
        double[] x = new double[grid.size()];
        double[] y = new double[grid.size()];
        assertThat(AllocatedBytes.least(() -> solution.at(0.3, x, y))).isZero();
    }

    @Test
    void callersArraysGetTheSameBits() {
        VectorField2D u0 = closedForm(Grid2D.unit(48), 0.01, 0);
        PotentialBurgersSolution solution = new PotentialBurgers(0.0005).solve(u0);
        double[] x = new double[2304];
        double[] y = new double[2304];
        for (double t : new double[] {0, 1e-5, 0.3, 200}) {
            solution.at(t, x, y);
            assertThat(x).isEqualTo(solution.at(t).x().toArray());
            assertThat(y).isEqualTo(solution.at(t).y().toArray());
        }
        Arrays.fill(x, 7);
        assertThatIllegalArgumentException().isThrownBy(() -> solution.at(0.1, x, x));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(0.1, x, new double[2303]))
                .withMessageContaining("2303");
        assertThatIllegalArgumentException().isThrownBy(() -> solution.at(-0.1, x, y));
        assertThat(x).containsOnly(7);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PotentialBurgers(Double.NaN))
                .withMessage("viscosity must be >= 0 and finite, got NaN");
        assertThatNullPointerException()
                .isThrownBy(() -> new PotentialBurgers(0.1).solve(null))
                .withMessage("u0");
        Grid2D grid = Grid2D.unit(8);
        Field2D bad = Field2D.of(grid, (x, y) -> x == 0.5 && y == 0.25 ? Double.NaN : 0);
        Field2D zero = Field2D.of(grid, (x, y) -> 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PotentialBurgers(0.1).solve(new VectorField2D(zero, bad)))
                .withMessage("u0.y[4,2] is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HelmholtzProjection.of(new VectorField2D(bad, zero)))
                .withMessage("v.x[4,2] is NaN");
        assertOneLine(new PotentialBurgers(0.01 / Math.PI));
        assertOneLine(new PotentialBurgers(0.01 / Math.PI).solve(new VectorField2D(zero, zero)));
    }

    /** A large mean hides no vorticity. */
    @Test
    void vorticityBesideALargeMean() {
        Grid2D grid = Grid2D.unit(16);
        Field2D shear = Field2D.of(grid, (x, y) -> 1e9 + 0.009 * Math.sin(K * y));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PotentialBurgers(0.01).solve(new VectorField2D(shear, shear.times(0))))
                .withMessageContaining("vorticity");
        Field2D flow = Field2D.of(grid, (x, y) -> 1e9 + 0.009 * Math.sin(K * x));
        PotentialBurgersSolution solution = new PotentialBurgers(0.01).solve(new VectorField2D(flow, flow.times(0)));
        assertThat(solution.errorEstimate(0.1)).isGreaterThan(1e-6);
    }
}
