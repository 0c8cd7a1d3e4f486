package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.modewise.core.ComplexField2D;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

/** Certificates of waves and wave functions, whose norms are energies. */
class CertificateOfPairsTest {
    private static final Grid2D GRID = Grid2D.unit(64);
    private static final Field2D RESOLVED = InitialFields.gaussian(GRID, 0.05);

    /** f' of a Gaussian bump on the circle. */
    private static double slope(double x, double sigma) {
        double sum = 0;
        for (int image = -4; image <= 4; image++) {
            double d = Math.IEEEremainder(x, 1) + image;
            sum -= d / (sigma * sigma) * Math.exp(-0.5 * Waves.sq(d / sigma));
        }
        return sum;
    }

    /** By d'Alembert's formula. Measured: 4 to 25 times the error. */
    @Test
    void theErrorOfAWaveIsThatOfItsEnergy() {
        double c = 1.5;
        for (double sigma : new double[] {0.04, 0.03, 0.025}) {
            Field2D u = Field2D.of(Grid2D.line(64, 0, 1), (x, y) -> Gaussians.bump(x - 0.4, 1, sigma));
            WaveSolution solution = new Wave(c).solve(WaveState.atRest(u));
            for (double t : new double[] {0.0371, 0.3, -2.123}) {
                WaveState state = solution.at(t);
                DoubleUnaryOperator left = x -> 0.5 * slope(x - 0.4 + c * t, sigma);
                DoubleUnaryOperator right = x -> 0.5 * slope(x - 0.4 - c * t, sigma);
                Field2D velocity = Field2D.of(u.grid(), (x, y) -> c * (left.applyAsDouble(x) - right.applyAsDouble(x)));
                Field2D slope = Field2D.of(u.grid(), (x, y) -> c * (left.applyAsDouble(x) + right.applyAsDouble(x)));
                Field2D own = Derivatives.gradient(state.displacement()).x().times(c);
                double error = Math.hypot(
                                state.velocity().minus(velocity).norm(),
                                own.minus(slope).norm())
                        / Math.hypot(velocity.norm(), slope.norm());
                assertThat(solution.certificate(t).error()).isBetween(0.9 * error, 30 * error);
            }
        }
    }

    @Test
    void wavesWithoutDampingKeepTheirErrors() {
        for (double mass : new double[] {0, 10}) {
            WaveSolution solution = new DampedWave(1, 0, mass).solve(WaveState.atRest(RESOLVED));
            for (double t : new double[] {0, 0.3, -0.7, 1000}) {
                Certificate certificate = solution.certificate(t);
                assertThat(certificate.amplification()).isCloseTo(1, within(1e-10));
                assertThat(certificate.noiseGain()).isCloseTo(1, within(1e-10));
                assertThat(certificate.energyDefect()).isLessThan(1e-13);
                assertThat(certificate.massDefect()).isNaN();
                assertThat(certificate.error()).isLessThan(1e-8);
                assertThat(solution.strict().at(t)).isEqualTo(solution.at(t));
            }
        }
    }

    @Test
    void dampingLetsErrorsFadeAndItsPastLetsThemGrow() {
        WaveSolution solution = new DampedWave(1, 2, 0).solve(WaveState.atRest(RESOLVED));
        Certificate later = solution.certificate(1);
        assertThat(later.energyDefect()).isNaN();
        assertThat(later.amplification()).isBetween(Math.exp(-2), 1.0);
        Certificate before = solution.certificate(-5);
        // e^{2γ|t|} of a mode's worst phase, over √2 in the mean over all of them.
        assertThat(before.amplification()).isBetween(0.5 * Math.exp(20), 1.01 * Math.exp(20));
        assertThatThrownBy(() -> solution.strict().at(-5)).hasMessageStartingWith("amplification must be <= 1.0E7");
    }

    @Test
    void aKinkInTheDisplacementIsAJumpInTheEnergy() {
        Field2D hat = Field2D.of(Grid2D.line(128, 0, 1), (x, y) -> Math.max(0, 0.3 - Math.abs(x - 0.5)));
        assertThat(new Heat(1).solve(hat).certificate(0).initialTail()).isBetween(1e-4, 1e-2);
        WaveSolution plucked = new Wave(1).solve(WaveState.atRest(hat));
        assertThat(plucked.certificate(0.1).error()).isBetween(0.03, 0.3);
        assertThatThrownBy(() -> plucked.strict().at(0.1)).isInstanceOf(UntrustedSolutionException.class);
    }

    @Test
    void aMeanThatDriftsHasTheEnergyOfItsVelocity() {
        WaveState drifting = new WaveState(RESOLVED.times(0), RESOLVED.times(0).plus(2));
        WaveSolution solution = new Wave(1).solve(drifting);
        assertThat(solution.certificate(3).error()).isLessThan(1e-14);
        assertThat(solution.strict().at(3).displacement().mean()).isCloseTo(6, within(1e-13));
        WaveSolution still =
                new Wave(1).solve(WaveState.atRest(RESOLVED.times(0).plus(1)));
        assertThat(still.strict().at(3).displacement().mean()).isCloseTo(1, within(1e-15));
        assertThat(new Wave(0).solve(WaveState.atRest(RESOLVED)).certificate(1).error())
                .isFinite();
    }

    @Test
    void wavesBetweenWalls() {
        Box box = Box.dirichlet();
        Field2D u = Field2D.of(box.grid(96), (x, y) -> Math.exp(-200 * (Waves.sq(x - 0.4) + Waves.sq(y - 0.5))));
        WaveSolution solution = new Wave(1).solve(WaveState.atRest(u), box);
        assertThat(solution.strict().at(0.3)).isEqualTo(solution.at(0.3));
        assertThat(solution.certificate(0.3).energyDefect()).isLessThan(1e-13);
        Field2D lifted = u.plus(1);
        WaveSolution torn = new Wave(1).solve(WaveState.atRest(lifted), box);
        assertThat(torn.certificate(0.3).error()).isGreaterThan(0.1);
    }

    @Test
    void waveFunctions() {
        Field2D narrow = InitialFields.gaussian(GRID, 0.025);
        Schroedinger equation = new Schroedinger(0.01);
        SchroedingerSolution solution = equation.solve(new ComplexField2D(narrow, narrow.times(-0.3)));
        double tail = new Heat(1).solve(narrow).certificate(0).initialTail();
        for (double t : new double[] {0, 0.3, -40}) {
            Certificate certificate = solution.certificate(t);
            assertThat(certificate.initialTail()).isCloseTo(tail, within(1e-6 * tail));
            assertThat(certificate.tail()).isCloseTo(tail, within(1e-6 * tail));
            assertThat(certificate.error()).isCloseTo(tail, within(1e-6 * tail));
            assertThat(certificate.energyDefect()).isLessThan(1e-13);
        }
        assertThatThrownBy(() -> solution.strict().at(1)).hasMessageStartingWith("error must be <= 1.0E-8");
        SchroedingerSolution resolved = equation.solve(new ComplexField2D(RESOLVED, RESOLVED));
        assertThat(resolved.strict().at(1)).isEqualTo(resolved.at(1));
        assertThat(TimeChange.by(t -> 2 * t)
                        .of(equation)
                        .solve(new ComplexField2D(RESOLVED, RESOLVED))
                        .strict()
                        .at(1))
                .isEqualTo(resolved.at(2));
    }

    @Test
    void refusesBadTimes() {
        WaveSolution wave = new DampedWave(1, 2, 0).solve(WaveState.atRest(RESOLVED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wave.certificate(Double.NaN))
                .withMessage("t must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wave.certificate(-1e3))
                .withMessageStartingWith("t must keep the solution finite, got -1000.0");
    }
}
