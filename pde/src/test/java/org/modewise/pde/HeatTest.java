package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class HeatTest {
    private static final String FILE = "heat2d_bandlimited_alpha0.015.csv";
    private static final Grid2D GRID = Grid2D.unit(32);
    private static final Heat HEAT = new Heat(0.015);

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.05, -0.01, 0.001})
    void reachesEveryLaterTimeOfTheReference(double start) {
        Reference reference = Reference.read(FILE);
        SpectralSolution solution = HEAT.solve(reference.where("t", start).field("u", GRID));
        double[] times = Arrays.stream(reference.column("t"))
                .filter(t -> t >= start)
                .distinct()
                .toArray();
        assertThat(times).hasSizeGreaterThan(3);
        for (double t : times) {
            assertRelative(solution.at(t - start), reference.where("t", t).field("u", GRID), 2e-15);
        }
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void solvesBandLimitedDataOnEveryGrid(Grid2D grid) {
        Waves waves = Waves.random(grid, 1);
        SpectralSolution solution = HEAT.solve(waves.sample(grid));
        double slowest = 1 / Math.max(Waves.sq(grid.kx(1)), Waves.sq(grid.ky(1)));
        for (double alphaT : new double[] {0, 0.01 * slowest, slowest}) {
            Field2D expected = waves.diffused(grid, alphaT).sample(grid);
            double error = Measure.distance(solution.at(alphaT / 0.015), expected);
            assertAbsolute(error, 1e-14 * waves.bound());
        }
    }

    @Test
    void oneModeDecaysAtItsOwnRate() {
        // The longest waves, one along each axis, a slanted one, and the finest that the grid holds.
        int[][] modes = {{1, 0}, {0, 1}, {3, -5}, {15, 15}, {16, 16}};
        for (int[] mode : modes) {
            Field2D wave = InitialFields.mode(GRID, mode[0], mode[1]);
            double square = Waves.sq(GRID.kx(mode[0])) + Waves.sq(GRID.ky(mode[1]));
            for (double decay : new double[] {0.01, 1, 5}) {
                double factor = Math.exp(-decay);
                Field2D later = HEAT.solve(wave).at(decay / (0.015 * square));
                // What the transforms round off the finest wave into long ones does not decay with it.
                assertAbsolute(Measure.distance(later, wave.times(factor)), Math.max(1e-14 * factor, EPS));
            }
        }
    }

    @Test
    void timesAddUp() {
        Field2D u = Waves.random(GRID, 2).sample(GRID);
        for (double s : new double[] {0.003, 0.1, 0.7}) {
            Field2D inTwo = HEAT.solve(HEAT.solve(u).at(s)).at(0.05);
            assertRelative(inTwo, HEAT.solve(u).at(s + 0.05), 5e-15);
        }
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void keepsTheMass(Grid2D grid) {
        Field2D u = Measure.noise(grid, 3);
        for (double t : new double[] {0, 1e-4, 0.1, 10, 1e6}) {
            // The sum of N samples to 4 eps of each.
            double drift = (HEAT.solve(u).at(t).mean() - u.mean()) * grid.size();
            assertAbsolute(Math.abs(drift), 4 * EPS * grid.size() * u.maxNorm());
        }
    }

    @Test
    void staysBetweenTheBoundsOfWhatTheGridResolves() {
        // p² is not negative between the nodes either, and neither is M - p².
        Waves waves = Waves.random(GRID, 4, 4);
        Field2D p = waves.sample(GRID);
        double top = waves.bound() * waves.bound();
        for (double t : new double[] {0, 1e-5, 1e-3, 0.05, 1, 100}) {
            Field2D square = HEAT.solve(p.times(p)).at(t);
            assertThat(square.min()).isGreaterThanOrEqualTo(-2 * EPS * top);
            assertThat(square.max()).isLessThanOrEqualTo(top);
        }
    }

    @Test
    void staysBetweenTheBoundsOfAnyDataOnceTheKernelIsResolved() {
        Field2D u = Measure.noise(GRID, 5).plus(1);
        // e^{-αk²t} has fallen below eps at Nyquist.
        double resolved = 37 / (0.015 * Waves.sq(GRID.kx(16)));
        for (double factor : new double[] {1, 3, 30}) {
            Field2D later = HEAT.solve(u).at(factor * resolved);
            assertThat(later.min()).isGreaterThanOrEqualTo(u.min());
            assertThat(later.max()).isLessThanOrEqualTo(u.max());
        }
    }

    @Test
    void energyFallsAtTheRateOfItsSpectrum() {
        Waves waves = distinct();
        SpectralSolution solution = HEAT.solve(waves.sample(GRID));
        double previous = Double.POSITIVE_INFINITY;
        for (double t : new double[] {0, 0.001, 0.01, 0.1, 1}) {
            assertThat(solution.energy(t)).isLessThan(previous);
            previous = solution.energy(t);
            double norm = solution.at(t).norm();
            assertAbsolute(Math.abs(previous / (norm * norm) - 1), 4e-15);
            double mean = meanSquare(waves.diffused(GRID, 0.015 * t));
            assertAbsolute(Math.abs(solution.effectiveWavenumber(t) / Math.sqrt(mean) - 1), 2e-15);
            assertAbsolute(Math.abs(solution.logEnergySlope(t) / (-2 * 0.015 * mean) - 1), 4e-15);
            // Central difference: h²/6 of the third derivative, and eps/h of rounding.
            double h = 1e-4;
            double difference = t < h
                    ? (-3 * Math.log(solution.energy(t))
                                    + 4 * Math.log(solution.energy(t + h))
                                    - Math.log(solution.energy(t + 2 * h)))
                            / (2 * h)
                    : (Math.log(solution.energy(t + h)) - Math.log(solution.energy(t - h))) / (2 * h);
            assertThat(solution.logEnergySlope(t)).isCloseTo(difference, within(2e-5 * Math.abs(difference)));
        }
    }

    @Test
    void diagnosticsHoldForAnyAmplitude() {
        Waves waves = distinct();
        double expected = HEAT.solve(waves.sample(GRID)).effectiveWavenumber(0.1);
        for (double amplitude : new double[] {1e-200, 1e-160, 1e160, 1e300}) {
            SpectralSolution solution = HEAT.solve(waves.sample(GRID).times(amplitude));
            assertThat(solution.effectiveWavenumber(0.1)).isCloseTo(expected, within(1e-13 * expected));
            assertThat(solution.logEnergySlope(0.1))
                    .isCloseTo(-2 * 0.015 * expected * expected, within(1e-13 * expected * expected));
        }
        // A wave of mean 0 that has fallen to e^-394: its square is below the smallest double.
        SpectralSolution faint = new Heat(1).solve(InitialFields.mode(GRID, 1, 0));
        double k = 2 * Math.PI;
        assertThat(faint.effectiveWavenumber(10)).isCloseTo(k, within(1e-14 * k));
        assertThat(faint.logEnergySlope(10)).isCloseTo(-2 * k * k, within(1e-13 * k * k));
    }

    @Test
    void diagnosticsOfTheZeroField() {
        SpectralSolution zero = HEAT.solve(Field2D.of(GRID, (x, y) -> 0));
        assertThat(zero.energy(1)).isZero();
        assertThat(zero.effectiveWavenumber(1)).isZero();
        assertThat(zero.logEnergySlope(1)).isZero();
    }

    /** Waves of different modes, so that their energies add. */
    private static Waves distinct() {
        return Waves.of(
                new Waves.Wave(0, 0, 0.3, 0),
                new Waves.Wave(1, 0, 1, 0.1),
                new Waves.Wave(3, -2, 0.5, 0.4),
                new Waves.Wave(5, 4, 0.25, 0.7),
                new Waves.Wave(-7, 6, 2, 0.9));
    }

    private static double meanSquare(Waves waves) {
        double sum = 0;
        double weighted = 0;
        for (Waves.Wave wave : waves.waves()) {
            double energy = Waves.sq(wave.amplitude()) * (wave.mx() == 0 && wave.my() == 0 ? 1 : 0.5);
            sum += energy;
            weighted += energy * wave.square(GRID);
        }
        return weighted / sum;
    }

    @Test
    void timesAndWidths() {
        assertThat(HEAT.decayTime()).isCloseTo(1 / (0.06 * Math.PI * Math.PI), within(1e-15));
        Field2D wave = InitialFields.mode(GRID, 1, 0);
        assertThat(HEAT.solve(wave).at(HEAT.decayTime()).max()).isCloseTo(1 / Math.E, within(1e-15));
        assertThat(HEAT.blurWidth(0.3)).isCloseTo(Math.sqrt(0.009), within(1e-16));
        assertThat(HEAT.timeToBlur(HEAT.blurWidth(0.3))).isCloseTo(0.3, within(1e-16));
        assertThat(HEAT.blurWidth(0)).isZero();
        assertThat(HEAT.timeToBlur(0)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HEAT.blurWidth(-1))
                .withMessageContaining("t must be >= 0")
                .withMessageContaining("-1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HEAT.timeToBlur(Double.NaN))
                .withMessageContaining("sigma")
                .withMessageContaining("NaN");
    }

    @Test
    void withoutDiffusionNothingHappens() {
        Heat still = new Heat(0);
        Field2D u = Measure.noise(GRID, 6);
        assertThat(still.solve(u).at(5)).isEqualTo(still.solve(u).at(0));
        assertAbsolute(Measure.distance(still.solve(u).at(-5), u), 4 * EPS);
        assertThat(still.decayTime()).isInfinite();
        assertThat(still.timeToBlur(1)).isInfinite();
        assertThat(still.timeToBlur(0)).isZero();
        assertThat(still.blurWidth(3)).isZero();
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void endsAtTheMean(Grid2D grid) {
        Field2D u = Measure.noise(grid, 7);
        Field2D end = HEAT.solve(u).at(1e6);
        assertThat(end.max()).isEqualTo(end.min());
        assertThat(end.mean()).isCloseTo(u.mean(), within(4 * EPS));
        assertThat(HEAT.solve(u).at(1e300)).isEqualTo(end);
        assertThat(HEAT.solve(u).at(Double.MAX_VALUE)).isEqualTo(end);
    }

    @Test
    void doesNotRunBackward() {
        SpectralSolution solution = HEAT.solve(Measure.noise(GRID, 8));
        for (double t : new double[] {-0.05, -1e-300, -1e300}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.at(t))
                    .withMessageStartingWith("t must be >= 0, got " + t);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.spectrum(t))
                    .withMessageStartingWith("t must be >= 0, got " + t);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HEAT.multiplier(t).apply(Measure.noise(GRID, 8)))
                    .withMessageStartingWith("t must be >= 0, got " + t);
        }
        assertThat(solution.at(0.1))
                .as("after refusals")
                .isEqualTo(HEAT.solve(Measure.noise(GRID, 8)).at(0.1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNone(double none) {
        SpectralSolution solution = HEAT.solve(Measure.noise(GRID, 9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(none))
                .withMessage("t must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HEAT.multiplier(none))
                .withMessageContaining("" + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Heat(none))
                .withMessage("diffusivity must be >= 0 and finite, got " + none);
        Field2D bad = Field2D.of(GRID, (x, y) -> x == 3 / 32.0 && y == 7 / 32.0 ? none : 0);
        assertThatIllegalArgumentException().isThrownBy(() -> HEAT.solve(bad)).withMessage("u0[3,7] is " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Heat.blur(bad, 0.1))
                .withMessage("u[3,7] is " + none);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Heat(-1))
                .withMessage("diffusivity must be >= 0 and finite, got -1.0");
        assertThatNullPointerException().isThrownBy(() -> HEAT.solve(null)).withMessage("u0");
        assertThatNullPointerException().isThrownBy(() -> Heat.blur(null, 1)).withMessage("u");
        assertThatNullPointerException()
                .isThrownBy(() -> HEAT.solve(Measure.noise(GRID, 1)).at(1, null))
                .withMessage("values");
    }

    @Test
    void fieldsTooLargeToTransformAreRefused() {
        // The sum of the samples, which is what the transform starts with, is beyond the largest double.
        Field2D huge = Field2D.of(GRID, (x, y) -> 1e307);
        assertThatIllegalArgumentException().isThrownBy(() -> HEAT.solve(huge)).withMessageContaining("u0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Heat.blur(huge, 0.1))
                .withMessageContaining("u");
    }

    @Test
    void callersArrayGetsTheSameBits() {
        Grid2D grid = Grid2D.unit(30, 8);
        SpectralSolution solution = HEAT.solve(Measure.noise(grid, 10));
        double[] roomy = new double[250];
        Arrays.fill(roomy, 7);
        for (double t : new double[] {0, 0.02, 0.5}) {
            solution.at(t, roomy);
            assertThat(Arrays.copyOf(roomy, 240)).isEqualTo(solution.at(t).toArray());
            assertThat(Arrays.copyOfRange(roomy, 240, 250)).containsOnly(7);
        }
        double[] tight = new double[239];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(0.1, tight))
                .withMessageContaining("240")
                .withMessageContaining("239");
        assertThat(tight).containsOnly(0);
        double[] untouched = new double[240];
        assertThatIllegalArgumentException().isThrownBy(() -> solution.at(-1, untouched));
        assertThat(untouched).containsOnly(0);
    }

    @Test
    void solutionOutlivesNothingItWasMadeFrom() {
        double[] samples = Measure.noise(GRID, 11).toArray();
        SpectralSolution solution = HEAT.solve(Field2D.of(GRID, samples));
        Field2D first = solution.at(0.1);
        Arrays.fill(samples, 0);
        solution.at(0.7);
        assertThat(solution.at(0.1)).isEqualTo(first);
        assertThat(solution.grid()).isEqualTo(GRID);
        assertThat(solution.spectrum(0.1)).isNotSameAs(solution.spectrum(0.1));
    }

    @Test
    void spectrumIsThatOfTheField() {
        Waves waves = Waves.of(new Waves.Wave(3, 2, 1, 0));
        SpectralSolution solution = HEAT.solve(waves.sample(GRID));
        double expected = 512 * Math.exp(-0.015 * 0.1 * waves.waves().get(0).square(GRID));
        assertThat(solution.spectrum(0.1).re(3, 2)).isCloseTo(expected, within(1e-13 * expected));
        assertThat(solution.spectrum(0.1).re(-3, -2)).isCloseTo(expected, within(1e-13 * expected));
        assertThat(solution.spectrum(0.1).grid()).isEqualTo(GRID);
    }
}
