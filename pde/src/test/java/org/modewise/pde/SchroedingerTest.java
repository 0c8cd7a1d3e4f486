package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.ComplexField2D;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class SchroedingerTest {
    private static final Grid2D GRID = new Grid2D(30, 21, 1, -7, 2, 1.5);

    private static ComplexField2D noise(Grid2D grid, long seed) {
        return new ComplexField2D(Measure.noise(grid, seed), Measure.noise(grid, ~seed));
    }

    private static double distance(ComplexField2D psi, ComplexField2D phi) {
        return psi.minus(phi).magnitude().max();
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void turnsPlaneWavesOnEveryGrid(Grid2D grid) {
        Schroedinger equation = new Schroedinger(0.02);
        int mx = (grid.nx() - 1) / 2;
        int my = -(grid.ny() - 1) / 3;
        ComplexField2D one = ComplexField2D.wave(grid, mx, my);
        ComplexField2D other = ComplexField2D.wave(grid, -mx / 2, my);
        SchroedingerSolution solution = equation.solve(one.plus(other.times(0.5)));
        for (double t : new double[] {0, 0.01, 1.3, -4}) {
            double first = 0.01 * (Waves.sq(grid.kx(mx)) + Waves.sq(grid.ky(my))) * t;
            double second = 0.01 * (Waves.sq(grid.kx(-mx / 2)) + Waves.sq(grid.ky(my))) * t;
            ComplexField2D expected =
                    turned(one, first).plus(turned(other, second).times(0.5));
            assertAbsolute(
                    distance(solution.at(t), expected), 2e-15 + EPS * Math.max(Math.abs(first), Math.abs(second)));
        }
    }

    /** e^{-iθ}ψ. */
    private static ComplexField2D turned(ComplexField2D psi, double theta) {
        double c = Math.cos(theta);
        double s = Math.sin(theta);
        return new ComplexField2D(
                psi.re().times(c).plus(psi.im().times(s)),
                psi.im().times(c).minus(psi.re().times(s)));
    }

    @Test
    void aPacketMovesAndSpreads() {
        Grid2D grid = new Grid2D(120, 75, -1, 0, 4, 2);
        double h = 0.02;
        SchroedingerSolution solution = new Schroedinger(h).solve(packet(grid, h, 0));
        for (double t : new double[] {0, 0.5, 3, -2}) {
            assertAbsolute(distance(solution.at(t), packet(grid, h, t)), 4e-15);
        }
    }

    /** e^{-x²/4σ²} on the wave (7,-3), with its exact future, image by image. */
    private static ComplexField2D packet(Grid2D grid, double h, double t) {
        double kx = grid.kx(7);
        double ky = grid.ky(-3);
        double[] re = new double[grid.size()];
        double[] im = new double[grid.size()];
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                double[] x = packet(grid.x(i) - 0.5, grid.lx(), kx, 0.12, h, t);
                double[] y = packet(grid.y(j) - 0.8, grid.ly(), ky, 0.12, h, t);
                re[j * grid.nx() + i] = x[0] * y[0] - x[1] * y[1];
                im[j * grid.nx() + i] = x[0] * y[1] + x[1] * y[0];
            }
        }
        return new ComplexField2D(Field2D.of(grid, re), Field2D.of(grid, im));
    }

    /** Σ (1+iτ)^{-1/2} exp(-(x-hkt)²/(4σ²(1+iτ)) + ikx - ihk²t/2), τ = ht/2σ², over images. */
    private static double[] packet(double x, double period, double k, double sigma, double h, double t) {
        double tau = h * t / (2 * sigma * sigma);
        double[] sum = new double[2];
        for (int image = -8; image <= 8; image++) {
            double a = Math.IEEEremainder(x - h * k * t, period) + image * period;
            double q = a * a / (4 * sigma * sigma * (1 + tau * tau));
            double modulus = Math.exp(-q) / Math.pow(1 + tau * tau, 0.25);
            double angle = q * tau - 0.5 * Math.atan(tau) + k * (a + h * k * t) - 0.5 * h * k * k * t;
            sum[0] += modulus * Math.cos(angle);
            sum[1] += modulus * Math.sin(angle);
        }
        return sum;
    }

    @Test
    void everythingReturnsAfterTheRevival() {
        // Talbot: all phases are whole turns at t = 1/(πh) on the unit square.
        Grid2D grid = Grid2D.unit(24, 17);
        ComplexField2D psi = noise(grid, 1);
        double largest = 2 * Math.PI * (144 + 64);
        assertAbsolute(distance(new Schroedinger(0.3).solve(psi).at(1 / (Math.PI * 0.3)), psi), 1e-15 + EPS * largest);
    }

    @Test
    void nyquistWavesTurnAsOthersDo() {
        Grid2D grid = new Grid2D(16, 10, 0, 0, 2, 1);
        for (int[] mode : new int[][] {{8, 0}, {0, 5}, {8, 5}, {8, 2}, {3, 5}}) {
            Field2D wave = InitialFields.mode(grid, mode[0], mode[1]);
            ComplexField2D psi = new ComplexField2D(wave, wave.times(-0.5));
            for (double t : new double[] {0.01, 0.2, -3.3}) {
                double theta = 0.05 * (Waves.sq(grid.kx(mode[0])) + Waves.sq(grid.ky(mode[1]))) * t;
                assertAbsolute(
                        distance(new Schroedinger(0.1).solve(psi).at(t), turned(psi, theta)),
                        1e-15 + EPS * Math.abs(theta));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void keepsProbabilityAndEnergyOfAnyData(Grid2D grid) {
        ComplexField2D psi = noise(grid, 2);
        SchroedingerSolution solution = new Schroedinger(0.3).solve(psi);
        double probability = psi.norm() * psi.norm();
        double energy = -0.5
                * 0.3
                * (psi.re().times(Derivatives.laplacian(psi.re())).integral()
                        + psi.im().times(Derivatives.laplacian(psi.im())).integral());
        for (double t : new double[] {0, 0.7, -30, 1e5}) {
            assertAbsolute(Math.abs(solution.probability(t) / probability - 1), 2e-15);
            assertAbsolute(Math.abs(solution.energy(t) - energy), 2e-15 * energy);
            double norm = solution.at(t).norm();
            assertAbsolute(Math.abs(norm * norm / probability - 1), 2e-15);
        }
    }

    @Test
    void thePastIsTheConjugatesFutureConjugated() {
        ComplexField2D psi = noise(GRID, 3);
        Schroedinger equation = new Schroedinger(0.2);
        ComplexField2D past = equation.solve(psi).at(-0.9);
        ComplexField2D conjugated = equation.solve(psi.conjugate()).at(0.9).conjugate();
        assertAbsolute(distance(past, conjugated), 1e-15);
        assertAbsolute(distance(equation.solve(past).at(0.9), psi), 4e-15);
    }

    @Test
    void callersArraysGetTheSameBits() {
        SchroedingerSolution solution = new Schroedinger(0.1).solve(noise(GRID, 4));
        double[] re = new double[GRID.size() + 3];
        double[] im = new double[GRID.size()];
        for (double t : new double[] {0, 0.2, -4}) {
            solution.at(t, re, im);
            assertThat(Arrays.copyOf(re, GRID.size()))
                    .isEqualTo(solution.at(t).re().toArray());
            assertThat(im).isEqualTo(solution.at(t).im().toArray());
        }
        double[] untouched = new double[GRID.size()];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1, untouched, new double[3]))
                .withMessage("im.length must be >= 630, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(1, untouched, untouched))
                .withMessage("re and im must be two arrays, got one");
        assertThatIllegalArgumentException().isThrownBy(() -> solution.at(1e308, untouched, new double[GRID.size()]));
        assertThat(untouched).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refusesNumbersThatAreNone(double none) {
        Field2D good = Measure.noise(Grid2D.unit(8), 1);
        Field2D bad = Field2D.of(Grid2D.unit(8), (x, y) -> x == 0.375 && y == 0.875 ? none : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schroedinger(1).solve(new ComplexField2D(good, bad)))
                .withMessage("psi0.im[3,7] is " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schroedinger(1).solve(new ComplexField2D(bad, good)))
                .withMessage("psi0.re[3,7] is " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schroedinger(1).solve(noise(GRID, 1)).at(none))
                .withMessage("t must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schroedinger(none))
                .withMessage("hbarOverMass must be >= 0 and finite, got " + none);
        assertThatNullPointerException()
                .isThrownBy(() -> new Schroedinger(1).solve(null))
                .withMessage("psi0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schroedinger(1e307).solve(noise(GRID, 1)))
                .withMessageContaining("1.0E307");
    }

    @Test
    void solutionsFitOnALine() {
        Measure.assertOneLine(new Schroedinger(1).solve(noise(GRID, 1)))
                .startsWith("SchroedingerSolution[30x21, kernel ");
    }
}
