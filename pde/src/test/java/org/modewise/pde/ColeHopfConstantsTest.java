package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.fft.RealFft2D;

/**
 * A constant of Φ₀ or a mean of u₀, however large, costs what it rounds off the samples: Φ₀ + c becomes Φ + c, and c + u₀
 * becomes c + u(x - ct), against the solutions without them.
 */
class ColeHopfConstantsTest {
    private static final double T = 0.5;

    @ParameterizedTest
    @CsvSource({
        "256, 1, 0, HOPF_LAX, 3e-14",
        "256, 1, 1e-6, HOPF_LAX, 3e-14",
        "256, 1, 0.001, LOG_DOMAIN, 8e-13",
        "256, 1, 0.1, MULTIPLIER, 1e-13",
        "256, 1, 0.1, LOG_DOMAIN, 1e-13",
        "64, 64, 0, HOPF_LAX, 3e-14",
        "64, 64, 1e-6, HOPF_LAX, 3e-14",
        "64, 64, 0.001, LOG_DOMAIN, 2e-13",
        "64, 64, 0.1, MULTIPLIER, 2e-14",
        "64, 64, 0.1, LOG_DOMAIN, 4e-14"
    })
    void ofAPotential(int nx, int ny, double viscosity, SolutionMethod method, double tolerance) {
        Field2D phi0 = Field2D.of(new Grid2D(nx, ny, 0, 0, 1, 1), WavyPotential::at);
        HamiltonJacobi equation = new HamiltonJacobi(viscosity);
        HamiltonJacobiSolution plain = equation.solve(phi0, method);
        double steepest = plain.gradient(T).magnitude().max();
        double oscillation = phi0.max() - phi0.min();
        for (double constant : new double[] {100, -1e6}) {
            HamiltonJacobiSolution raised = equation.solve(phi0.plus(constant), method);
            double ulp = Math.ulp(constant);
            double error = Measure.distance(raised.at(T).minus(constant), plain.at(T));
            assertAbsolute(error, 0.8 * ulp);
            double ofGradient =
                    Measure.distance(raised.gradient(T).x(), plain.gradient(T).x()) / steepest;
            assertAbsolute(ofGradient, tolerance * ulp / Math.ulp(100.0));
            double estimate = raised.errorEstimate(T);
            assertThat(estimate).isGreaterThan(Math.max(error / oscillation, ofGradient));
            // Noise of the data may decide in the middle of a shock, which need not be at a node.
            double mostOfShock = viscosity == 0 ? 0 : ulp / (2 * viscosity);
            assertThat(estimate).isLessThan(plain.errorEstimate(T) + 20 * ulp + mostOfShock);
        }
    }

    /** Its noise is no wave: nothing gets finer, and a Taylor series does not become shorter. */
    @Test
    void noiseOfAConstantIsNoWave() {
        Field2D phi0 = Field2D.of(Grid2D.unit(64), WavyPotential::at);
        RealFft2D fft = RealFft2D.of(phi0.grid());
        for (double constant : new double[] {100, 1e10}) {
            double[] samples = phi0.plus(constant).minus(constant).toArray();
            assertThat(TrigonometricPlane.through(fft, samples).degrees(Math.ulp(constant)))
                    .containsExactly(1, 2);
            assertThat(PotentialPlane.ofPotential(0, fft, samples, Math.ulp(constant))
                            .potentialPlane()
                            .reachesNyquist())
                    .isFalse();
        }
        double t = 1e-5;
        HamiltonJacobi equation = new HamiltonJacobi(0.1);
        assertAbsolute(
                Measure.distance(
                        equation.solve(phi0.plus(1e6), SolutionMethod.TAYLOR).at(t),
                        equation.solve(phi0, SolutionMethod.TAYLOR).at(t).plus(1e6)),
                Math.ulp(1e6));
    }

    /** What is more than rounding stays, be it one wave or one sample. */
    @Test
    void whatIsMoreThanRoundingStays() {
        int n = 64;
        double rounding = 1e-14;
        double[] wave = new double[n * n];
        Arrays.setAll(
                wave,
                k -> Math.cos(2 * Math.PI * (k % n) / n)
                        + 2 * rounding * Math.cos(2 * Math.PI * (30 * (k % n) + 20 * (k / n)) / n));
        RealFft2D fft = RealFft2D.of(Grid2D.unit(n));
        assertThat(TrigonometricPlane.through(fft, wave).degrees(rounding)).containsExactly(30, 20);
        double[] spike = new double[n * n];
        spike[17] = 20 * rounding;
        assertThat(TrigonometricPlane.through(fft, spike).degrees(rounding)).containsExactly(32, 32);
        RealFft2D line = TrigonometricLine.plan(n, 1);
        assertThat(TrigonometricLine.through(line, wave, 0)
                        .withoutRounding(rounding, n)
                        .degree())
                .isEqualTo(30);
        assertThat(TrigonometricLine.through(line, wave, 0)
                        .withoutRounding(3 * rounding, n)
                        .degree())
                .isEqualTo(1);
        assertThat(TrigonometricLine.through(line, spike, 0)
                        .withoutRounding(3 * rounding, n)
                        .degree())
                .isEqualTo(32);
    }

    @ParameterizedTest
    @CsvSource({
        "0, HOPF_LAX, 0.6",
        "0.001, LOG_DOMAIN, 2",
        "0.01, LOG_DOMAIN, 0.8",
        "0.1, LOG_DOMAIN, 0.7",
        "0.1, MULTIPLIER, 0.6"
    })
    void ofAVelocity(double viscosity, SolutionMethod method, double ulps) {
        Field2D u0 = Field2D.of(
                Grid2D.line(256, 0, 1), (x, y) -> -Math.sin(2 * Math.PI * x) + 0.5 * Math.cos(4 * Math.PI * x + 1));
        Burgers equation = new Burgers(viscosity);
        Field2D plain = equation.solve(u0, method).at(T);
        for (double mean : new double[] {1e4, -1e8}) {
            // Whole periods go by.
            BurgersSolution moving = equation.solve(u0.plus(mean), method);
            double error = Measure.distance(moving.at(T).minus(mean), plain);
            assertAbsolute(error, ulps * Math.ulp(mean));
            assertThat(moving.errorEstimate(T) * u0.maxNorm()).isBetween(error, 1e-14 + 150 * error);
        }
    }

    /** A mean whose last digits are lost would move a shock by what they are worth in time. */
    @ParameterizedTest
    @ValueSource(doubles = {4, 1024})
    void ofAVelocityForALongTime(double t) {
        // Between two doubles, of which its samples are either; whole periods go by.
        double half = 0.5 * Math.ulp(1e4);
        double[] samples = new double[256];
        Arrays.setAll(samples, k -> 1e4 + (k % 2 == 0 ? 0 : Math.ulp(1e4)));
        PotentialLine data = PotentialLine.ofVelocity(0.01, TrigonometricLine.plan(256, 1), samples, 0);
        assertThat(data.drift() - 1e4 + data.driftRest()).isCloseTo(half, within(1e-3 * half));
        assertThat(ColeHopfLine.shift(data.drift(), data.driftRest(), t, 1))
                .isCloseTo(half * t, within(1e-3 * half * t));
    }

    @ParameterizedTest
    @CsvSource({"0, HOPF_LAX, 0.8", "0.001, LOG_DOMAIN, 7", "0.1, MULTIPLIER, 0.6", "0.1, LOG_DOMAIN, 0.6"})
    void ofAVelocityInThePlane(double viscosity, SolutionMethod method, double ulps) {
        Grid2D grid = Grid2D.unit(32);
        VectorField2D u0 = new VectorField2D(
                Field2D.of(grid, (x, y) -> -Math.sin(2 * Math.PI * x) + 0.7 * Math.sin(2 * Math.PI * (x + y))),
                Field2D.of(grid, (x, y) -> 0.7 * Math.sin(2 * Math.PI * (x + y))));
        PotentialBurgers equation = new PotentialBurgers(viscosity);
        Field2D plain = equation.solve(u0, method).at(T).x();
        double mean = 1e4;
        PotentialBurgersSolution moving =
                equation.solve(new VectorField2D(u0.x().plus(mean), u0.y().minus(0.5 * mean)), method);
        double error = Measure.distance(moving.at(T).x().minus(mean), plain);
        assertAbsolute(error, ulps * Math.ulp(mean));
        assertThat(moving.errorEstimate(T) * u0.x().maxNorm()).isBetween(error, 1e-10 + 100 * error);
    }
}
