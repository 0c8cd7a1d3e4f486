package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;
import org.modewise.fft.contract.AllocatedBytes;

/** A frame is the product and then the inverse transform, whatever way is taken. */
class FrameTest {
    private static final List<LinearEquation> EQUATIONS = List.of(
            new Heat(0.02),
            new Heat(0),
            new Transport(0.4, -0.9),
            new Transport(0.4, 0),
            new FokkerPlanck(0.1, -0.2, 0.01),
            () -> Symbol.separable(k -> -0.01 * k * k, k -> 0),
            () -> Symbol.separable(k -> -0.01 * k * k, k -> -0.02 * k * k),
            () -> Symbol.separable(k -> 0.5, k -> 0.5 - 0.001 * k * k),
            () -> Symbol.of((kx, ky) -> -0.003 * (kx * kx + kx * ky + ky * ky)),
            new AnisotropicHeat(0.02, -0.008, 0.01),
            new AdvectionDiffusion(0.4, -0.9, 0.02, -0.008, 0.01),
            new HyperDiffusion(1e-6, 2),
            new FractionalHeat(0.1, 0.7).plus(new Transport(0.4, -0.9)),
            () -> Symbol.of(
                    (kx, ky) -> -0.001 * (kx * kx + kx * ky + ky * ky), (kx, ky) -> 0.001 * kx * (kx - ky) * ky));

    static List<Grid2D> grids() {
        return Grids.SAMPLES;
    }

    @ParameterizedTest
    @MethodSource("grids")
    void isTheInverseTransformOfTheSpectrum(Grid2D grid) {
        Field2D u = Measure.noise(grid, 1);
        RealFft2D fft = RealFft2D.of(grid);
        for (LinearEquation equation : EQUATIONS) {
            SpectralSolution solution = equation.solve(u);
            // The later ones leave no more than a few modes, the last one the slowest alone.
            for (double t : new double[] {0, 1e-3, 0.1, 0.02, 3, 60, 400}) {
                Field2D expected = fft.inverse(solution.spectrum(t));
                assertAbsolute(Measure.distance(solution.at(t), expected), 8 * EPS * expected.maxNorm());
            }
        }
    }

    /** At Nyquist too, where an inverse transform would forgive what belongs to no real field. */
    @ParameterizedTest
    @MethodSource("grids")
    void theSpectrumIsThatOfTheFrame(Grid2D grid) {
        Field2D u = Measure.noise(grid, 8);
        RealFft2D fft = RealFft2D.of(grid);
        for (LinearEquation equation : EQUATIONS) {
            SpectralSolution solution = equation.solve(u);
            Spectrum2D spectrum = solution.spectrum(0.1);
            Spectrum2D expected = fft.forward(solution.at(0.1));
            double error = 0;
            for (int my = -(grid.ny() / 2); my <= grid.ny() / 2; my++) {
                for (int mx = -(grid.nx() / 2); mx <= grid.nx() / 2; mx++) {
                    error = Math.max(error, Math.abs(spectrum.re(mx, my) - expected.re(mx, my)));
                    error = Math.max(error, Math.abs(spectrum.im(mx, my) - expected.im(mx, my)));
                }
            }
            // One mode's, against the root of the sum of the squares of all.
            double size = Math.sqrt(expected.energy() / (grid.lx() * grid.ly())) * grid.size();
            assertAbsolute(error, 2 * EPS * size);
        }
    }

    @Test
    void whatAllModesHaveFadedToIsStillThere() {
        Grid2D grid = Grid2D.unit(16);
        Heat heat = new Heat(1);
        double rate = 4 * Math.PI * Math.PI;
        Field2D slow = InitialFields.mode(grid, 1, 0);
        Field2D fast = InitialFields.mode(grid, 2, 3);
        // Down to e^-650, and two modes of which the faint one outlives the strong one.
        for (double t : new double[] {0.1, 2, 650 / rate}) {
            Field2D expected = slow.times(Math.exp(-rate * t));
            // The exponent, rounded, moves the factor by as many eps.
            assertAbsolute(Measure.relative(heat.solve(slow).at(t), expected), (4 + rate * t) * EPS);
        }
        double faint = 1e-60;
        SpectralSolution both = heat.solve(slow.times(faint).plus(fast));
        for (double exponent : new double[] {60 * Math.log(10), 62 * Math.log(10)}) {
            // Both waves are as large at about this time.
            double t = exponent / (12 * rate);
            Field2D expected = slow.times(faint * Math.exp(-rate * t)).plus(fast.times(Math.exp(-13 * rate * t)));
            Field2D rest = both.at(t).minus(expected);
            // What the transform of the data rounds off the strong wave into the slow one does not fade with it.
            assertThat(rest.maxNorm()).isLessThanOrEqualTo(EPS * Math.exp(-rate * t));
        }
    }

    @Test
    void aNoiseFloorLeavesOutOnlyWhatNoSampleShows() {
        Grid2D grid = new Grid2D(32, 24, 0, 0, 1, 2);
        for (LinearEquation equation : EQUATIONS) {
            Field2D u = Measure.noise(grid, 2);
            RealFft2D fft = RealFft2D.of(grid);
            double[] spectrum = new double[fft.spectrumLength()];
            fft.forward(u.toArray(), spectrum);
            SymbolTable table = new SymbolTable(equation.symbol(), new KeptModes(grid, fft.layout()));
            NoiseFloor floor = NoiseFloor.of(table, spectrum);
            // |u| of the mean alone, the slowest of all where nothing grows, and the sum of all others at the floor.
            double least = Math.exp(floor.least(0));
            double sum = 0;
            for (double part : spectrum) {
                sum += 2 * Math.abs(part);
            }
            assertThat(least * sum / grid.size()).isLessThanOrEqualTo(EPS * EPS * u.norm());
            assertThat(least).isGreaterThan(1e-50);
        }
        SymbolTable heat = new SymbolTable(
                new Heat(1).symbol(), new KeptModes(grid, RealFft2D.of(grid).layout()));
        NoiseFloor none = NoiseFloor.of(heat, new double[RealFft2D.of(grid).spectrumLength()]);
        assertThat(none.least(1)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void symbolsThatAreNotFiniteOnTheGridAreRefusedBeforeAnyFrame() {
        Field2D u = Measure.noise(Grid2D.unit(8), 3);
        List<LinearEquation> equations = List.of(
                () -> Symbol.separable(k -> 0, k -> -1 / (k * k)),
                () -> Symbol.separable(k -> 0, k -> k == 0 ? 0 : Double.NaN, k -> 0, k -> 0),
                () -> Symbol.of((kx, ky) -> -1 / (kx * kx + ky * ky)));
        for (LinearEquation equation : equations) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> equation.solve(u))
                    .withMessageStartingWith("symbols and multipliers must be finite, got ");
        }
    }

    @Test
    void timesThatOverflowNameTheWorstWavenumber() {
        Field2D u = Measure.noise(Grid2D.unit(8), 4);
        double finest = 8 * Math.PI;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transport(0, 1e10).solve(u).at(1e300))
                .withMessage("t must keep e^(t s) finite, got 1.0E300: wavenumber " + (float) finest
                        + " would turn by -Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Heat(1).solve(u).at(-1))
                .withMessage(
                        "t must be >= 0, got -1.0: run backward, this equation amplifies wavenumber " + (float) finest
                                + " by e^" + (float) (finest * finest) + ", and the noise on it, which is ill-posed");
        LinearEquation growth = () -> Symbol.of((kx, ky) -> kx * kx - ky * ky);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> growth.solve(u).at(10))
                .withMessageStartingWith("t must keep e^(t s) finite, got 10.0: wavenumber " + (float) finest);
    }

    @Test
    void framesIntoAnArrayAllocateNothing() {
        Grid2D grid = Grid2D.unit(32, 24);
        double[] values = new double[grid.size()];
        for (LinearEquation equation : EQUATIONS) {
            SpectralSolution solution = equation.solve(Measure.noise(grid, 5));
            // JTransforms allocates inside its own transforms.
            assumeThat(solution.kernel()).isNotEqualTo("jtransforms");
            for (double t : new double[] {0.001, 0.3}) {
                assertThat(AllocatedBytes.least(() -> solution.at(t, values)))
                        .as("%s at %s on %s", equation.symbol(), t, solution)
                        .isZero();
            }
        }
    }

    @Test
    void aRefusedTimeTakesNoFrameAway() {
        Grid2D grid = Grid2D.unit(256);
        SpectralSolution solution =
                ((LinearEquation) () -> Symbol.of((kx, ky) -> -kx * kx - ky * ky)).solve(Measure.noise(grid, 7));
        double[] values = new double[grid.size()];
        Field2D before = solution.at(1e-4);
        long bytes = AllocatedBytes.least(() -> {
            assertThatIllegalArgumentException().isThrownBy(() -> solution.at(-1, values));
            assertThatIllegalArgumentException().isThrownBy(() -> solution.effectiveWavenumber(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> solution.spectrum(-1));
        });
        // Of a hundred calls: their exceptions, but not the memory of as many frames.
        assertThat(bytes).isLessThan(10L * Double.BYTES * grid.size());
        assertThat(solution.at(1e-4)).isEqualTo(before);
    }

    @Test
    void moreThreadsChangeNoBit() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            // Large enough to be shared.
            for (Grid2D grid : List.of(Grid2D.unit(256), Grid2D.unit(300, 250))) {
                for (LinearEquation equation : EQUATIONS) {
                    SpectralSolution solution = equation.solve(Measure.noise(grid, 5));
                    for (double t : new double[] {0, 0.003, 0.2}) {
                        assertThat(solution.parallel(pool, 3).at(t)).isEqualTo(solution.at(t));
                    }
                }
            }
        } finally {
            pool.shutdownNow();
        }
        SpectralSolution solution = new Heat(1).solve(Measure.noise(Grid2D.unit(4), 6));
        assertThatNullPointerException()
                .isThrownBy(() -> solution.parallel(null, 2))
                .withMessage("executor");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.parallel(Runnable::run, 0))
                .withMessage("parallelism must be >= 1, got 0");
    }
}
