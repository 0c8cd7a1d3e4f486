package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.CertificateData.BOX;
import static org.modewise.pde.CertificateData.GRID;
import static org.modewise.pde.CertificateData.HEAT;
import static org.modewise.pde.CertificateData.RESOLVED;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertOneLine;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.ComplexField2D;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

/** What certificates say of errors, noise and aliases, where diffusion and waves carry them. */
class CertificateTest {
    static Stream<LinearEquation> equations() {
        return Stream.of(
                HEAT,
                new AnisotropicHeat(0.004, 0.001, 0.003),
                new HyperDiffusion(1e-6, 2),
                new FractionalHeat(0.05, 0.5),
                new Transport(1, 0.5),
                new Dispersion(1e-5, -3e-5),
                new FokkerPlanck(0.5, 0.25, 0.01),
                new AdvectionDiffusion(0.3, -0.8, 0.002, -0.001, 0.003),
                HEAT.plus(new Transport(-0.3, 1)));
    }

    /** After whole turns the field is where it was, but for the rounding of the angles. */
    @ParameterizedTest
    @ValueSource(doubles = {1e6, 1e9, 1e12})
    void longWaysLosePhases(double t) {
        Field2D u =
                Field2D.of(Grid2D.unit(64), (x, y) -> Math.exp(Math.sin(2 * Math.PI * x) + Math.cos(2 * Math.PI * y)));
        SpectralSolution solution = new Transport(1, 0).solve(u);
        double error = solution.at(t).minus(u).norm() / u.norm();
        assertThat(solution.certificate(t).error()).isBetween(error, 100 * error);
        WaveSolution waves = new Wave(1).solve(WaveState.atRest(InitialFields.mode(Grid2D.unit(64), 1, 0)));
        assertThat(waves.certificate(t).error()).isBetween(Math.ulp(1.0) * t, 10 * Math.ulp(1.0) * t);
        Field2D wave = InitialFields.mode(Grid2D.unit(64), 1, 0);
        SchroedingerSolution packet = new Schroedinger(1).solve(new ComplexField2D(wave, wave));
        assertThat(packet.certificate(t).error()).isBetween(Math.ulp(1.0) * t, 30 * Math.ulp(1.0) * t);
    }

    @ParameterizedTest
    @MethodSource("equations")
    void trustsWhatTheGridResolvesWhateverTheEquation(LinearEquation equation) {
        SpectralSolution solution = equation.solve(RESOLVED);
        Solution<Field2D> strict = solution.strict();
        for (double t : new double[] {0, 1e-3, 0.0371, 0.4, 3}) {
            Certificate certificate = solution.certificate(t);
            assertThat(certificate.time()).isEqualTo(t);
            assertThat(certificate.initialTail()).isLessThan(4e-15);
            assertThat(certificate.tail()).isLessThan(8e-15);
            // The rounding of the angles t·c·κ, |c·κ| being 16 in root mean square.
            assertThat(certificate.error()).isLessThan(8e-15 + 20 * Math.ulp(1.0) * t);
            assertThat(certificate.aliasing()).isLessThan(1e-15);
            assertThat(certificate.amplification()).isLessThanOrEqualTo(1);
            assertThat(certificate.residual()).isZero();
            assertThat(certificate.largestDefect()).isLessThan(2e-14);
            assertThat(strict.at(t)).isEqualTo(solution.at(t));
        }
    }

    @Test
    void refusesToMoveABoxAndSaysWhy() {
        Solution<Field2D> strict = new Transport(1, 0.5).solve(BOX).strict();
        for (double t : new double[] {0, 0.3123, 1}) {
            assertThatThrownBy(() -> strict.at(t))
                    .isInstanceOf(UntrustedSolutionException.class)
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageStartingWith("error must be <= 1.0E-8 at t = " + t + ", got 0.1")
                    .hasMessageEndingWith("a finer one may, or Tolerances.error lets it pass");
        }
    }

    @Test
    void diffusionSmoothsTheSolutionOfABoxButNotWhatIsUnknownOfIt() {
        SpectralSolution solution = HEAT.solve(BOX);
        // No later time knows where in their cells the edges were.
        for (double t : new double[] {0, 1e-3, 0.1, 10}) {
            assertThat(solution.certificate(t).error()).isGreaterThan(1e-3);
            assertThatThrownBy(() -> solution.strict().at(t)).isInstanceOf(UntrustedSolutionException.class);
        }
        // But who means the samples can have their interpolant's future once the grid shows it.
        Solution<Field2D> interpolant = solution.strict(Tolerances.standard().error(Double.POSITIVE_INFINITY));
        assertThat(interpolant.at(0.1)).isEqualTo(solution.at(0.1));
        assertThatThrownBy(() -> interpolant.at(1e-3)).hasMessageStartingWith("tail must be <= 1.0E-8 at t = 0.001");
        // And a few percent are known for sure.
        assertThat(solution.strict(Tolerances.of(0.05)).at(0.1)).isEqualTo(solution.at(0.1));
    }

    /** f̂(m) of a box of width w or a hat of that half width about 0. */
    private static double coefficient(boolean jump, double w, int m) {
        double k = 2 * Math.PI * m;
        if (m == 0) {
            return jump ? w : w * w;
        }
        return jump ? 2 * Math.sin(k * w / 2) / k : 2 * (1 - Math.cos(k * w)) / (k * k);
    }

    private static double series(boolean jump, double w, double x, Symbol symbol, double t) {
        double sum = coefficient(jump, w, 0);
        for (int m = 1; m < 2000; m++) {
            double k = 2 * Math.PI * m;
            double decay = Math.exp(t * symbol.re(k, 0));
            if (decay < 1e-12) {
                break;
            }
            sum += 2 * coefficient(jump, w, m) * decay * Math.cos(k * x + t * symbol.im(k, 0));
        }
        return sum;
    }

    /** The errors of single fields scatter, by where in a cell their edges lie. Measured: 1.3 to 6 times their mean. */
    @Test
    void carriesTheErrorOfTheDataToLaterTimes() {
        Random random = new Random(5);
        List<LinearEquation> equations = List.of(HEAT, new HyperDiffusion(1e-6, 2), new FokkerPlanck(0.7, 0, 0.015));
        for (LinearEquation equation : equations) {
            for (int n : new int[] {64, 101}) {
                for (double t : new double[] {0.01, 0.1, 1}) {
                    for (boolean jump : new boolean[] {true, false}) {
                        double squares = 0;
                        double estimates = 0;
                        for (int run = 0; run < 12; run++) {
                            double centre = random.nextDouble();
                            double w = 0.2 + 0.3 * random.nextDouble();
                            DoubleUnaryOperator f = d -> jump ? (d < w / 2 ? 1 : 0) : Math.max(0, w - d);
                            Grid2D line = Grid2D.line(n, 0, 1);
                            SpectralSolution solution = equation.solve(Field2D.of(
                                    line, (x, y) -> f.applyAsDouble(Math.abs(Math.IEEEremainder(x - centre, 1)))));
                            Field2D truth =
                                    Field2D.of(line, (x, y) -> series(jump, w, x - centre, equation.symbol(), t));
                            double error = solution.at(t).minus(truth).norm() / truth.norm();
                            squares += error * error;
                            double estimate = solution.certificate(t).error();
                            estimates += estimate * estimate;
                        }
                        assertThat(Math.sqrt(estimates / squares))
                                .as("%s, n = %d, t = %g, jump %s", equation, n, t, jump)
                                .isBetween(0.9, 12.0);
                    }
                }
            }
        }
    }

    @Test
    void growthCarriesErrorsToo() {
        LinearEquation growing = () -> Symbol.of((kx, ky) -> 0.5);
        Field2D u = InitialFields.gaussian(Grid2D.unit(64), 0.025);
        Certificate before = growing.solve(u).certificate(0);
        Certificate after = growing.solve(u).certificate(40);
        assertThat(after.amplification()).isCloseTo(Math.exp(20), within(1e-6));
        assertThat(after.noiseGain()).isCloseTo(Math.exp(20), within(1e-4));
        // All grows alike.
        assertThat(after.error()).isCloseTo(before.error(), within(1e-9 * before.error()));
        assertThat(after.massDefect()).isNaN();
        assertThatThrownBy(() -> growing.solve(u).strict(Tolerances.of(0.1)).at(40))
                .hasMessageStartingWith("amplification must be <= 1.0E7 at t = 40.0, got 4.85165");
        assertThat(growing.solve(u)
                        .strict(Tolerances.of(0.1).amplification(1e9))
                        .at(40))
                .isEqualTo(growing.solve(u).at(40));
    }

    @Test
    void noiseGainIsThatOfEveryMode() {
        Grid2D grid = new Grid2D(12, 9, 0, 0, 1, 2);
        double squares = 0;
        for (int my = -4; my <= 4; my++) {
            for (int mx = -5; mx <= 6; mx++) {
                double square = Waves.sq(grid.kx(mx)) + Waves.sq(grid.ky(my));
                squares += Math.exp(-2 * 0.015 * 0.1 * square);
            }
        }
        assertThat(HEAT.solve(Measure.noise(grid, 1)).certificate(0.1).noiseGain())
                .isCloseTo(Math.sqrt(squares / grid.size()), within(1e-14));
    }

    @Test
    void aliasingIsWhatTheNyquistWaveLoses() {
        Transport transport = new Transport(1, 0.5);
        Field2D zigzag = InitialFields.mode(Grid2D.unit(16), 8, 0);
        for (double t : new double[] {0, 0.013, 0.2}) {
            // cos(κx) cos(κct) is left, sin(κx) sin(κct) lost.
            assertThat(transport.solve(zigzag).certificate(t).aliasing())
                    .isCloseTo(Math.abs(Math.tan(16 * Math.PI * t)), within(1e-13));
            assertThat(HEAT.solve(zigzag).certificate(t).aliasing()).isZero();
        }
        // Along y the wave has a direction, and keeps it.
        Field2D mixed = InitialFields.mode(Grid2D.unit(16), 8, 3);
        assertThat(new Transport(0, 1).solve(mixed).certificate(0.1).aliasing()).isLessThan(1e-14);
        assertThat(new Transport(1, 1).solve(mixed).certificate(0.01).aliasing())
                .isCloseTo(Math.abs(Math.tan(16 * Math.PI * 0.01)), within(1e-13));
        Field2D odd = Measure.noise(Grid2D.unit(15, 21), 1);
        assertThat(transport.solve(odd).certificate(0.1).aliasing()).isZero();
        // A diagonal diffusion is another one on the mirror image.
        assertThat(new AnisotropicHeat(0.004, 0.001, 0.003)
                        .solve(mixed)
                        .certificate(0.1)
                        .aliasing())
                .isGreaterThan(0.01);
    }

    @Test
    void aChangedClockShowsItsOwnTime() {
        Solution<Field2D> solution = TimeChange.by(t -> t * t).of(HEAT).solve(RESOLVED);
        assertThat(solution.certificate(0.3).time()).isEqualTo(0.3);
        assertThat(solution.certificate(0.3).amplification()).isEqualTo(1);
        assertThat(solution.certificate(0.3).noiseGain())
                .isEqualTo(HEAT.solve(RESOLVED).certificate(0.3 * 0.3).noiseGain());
        assertThat(solution.strict().at(0.3)).isEqualTo(solution.at(0.3));
        assertOneLine(solution).startsWith("TimeChange of ");
        assertThatThrownBy(
                        () -> TimeChange.by(t -> t).of(HEAT).solve(BOX).strict().at(0.1))
                .isInstanceOf(UntrustedSolutionException.class);
    }

    @Test
    void theZeroFieldIsTrustedAndSoIsWhatHasDecayedToItsMean() {
        SpectralSolution zero = HEAT.solve(RESOLVED.times(0));
        Certificate certificate = zero.certificate(1);
        assertThat(certificate.error()).isZero();
        assertThat(certificate.tail()).isZero();
        assertThat(certificate.largestDefect()).isZero();
        assertThat(zero.strict().at(1).maxNorm()).isZero();
        assertThat(HEAT.solve(RESOLVED).strict().at(1e6).maxNorm()).isPositive();
    }

    @Test
    void whatHasDecayedBelowTheRoundingOfItsDataIsNotTrusted() {
        SpectralSolution wave = HEAT.solve(InitialFields.mode(GRID, 1, 0));
        double rate = 0.015 * 4 * Math.PI * Math.PI;
        assertThat(wave.strict().at(10 / rate).maxNorm()).isPositive();
        // e^-40: the mean that rounding has left is larger.
        assertThatThrownBy(() -> wave.strict().at(40 / rate))
                .hasMessageStartingWith("error must be <= 1.0E-8")
                .hasMessageContaining("the data's errors, rounding among them");
        assertThat(wave.certificate(1e6).error()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void roundingAloneIsFarBelowTheBounds() {
        for (Grid2D grid : Grids.SAMPLES) {
            Field2D u = Waves.random(grid, 8, 4).sample(grid);
            for (LinearEquation equation : List.of(HEAT, new Transport(0.3, -0.7), new Dispersion(1e-5, 2e-5))) {
                Certificate certificate = equation.solve(u).certificate(0.1);
                assertThat(certificate.largestDefect())
                        .as("%s on %s", equation, grid)
                        .isLessThan(100 * EPS);
                Tolerances.of(1e-12).check(certificate);
            }
        }
    }
}
