package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.contract.AllocatedBytes;

/** Densities that a contraction has made narrow beside the distance of nodes. */
class FoldedFrameTest {
    private static final Grid2D LINE = Grid2D.line(128, -8, 16);
    private static final Grid2D ACROSS = new Grid2D(1, 131, 3, -8, 2, 16);
    private static final Grid2D PLANE = new Grid2D(128, 117, -8, -8, 16, 16);

    private record Fixed(GaussianTransition transition) implements LinearDiffusion {
        @Override
        public GaussianTransition transition(double t) {
            return transition;
        }

        @Override
        public LinearSde coefficients(double t) {
            throw new UnsupportedOperationException();
        }
    }

    private static Field2D after(GaussianTransition transition, Field2D start) {
        return new Fixed(transition).solve(start).at(1);
    }

    static List<Grid2D> grids() {
        return List.of(
                new Grid2D(16, 16, -2, -1, 4, 3),
                new Grid2D(20, 17, -2, -1, 4, 3),
                new Grid2D(9, 8, -3, -2, 5, 4),
                new Grid2D(2, 33, -1, -2, 2, 4));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void isTheSumOverAllWavenumbersOnEveryKernel(Grid2D grid) {
        // Up to Nyquist there is as much as anywhere.
        Field2D noise = Measure.noise(grid, 5);
        CharacteristicFunction initial = new CharacteristicFunction(noise.toArray(), grid.nx(), grid.ny());
        List<GaussianTransition> separable = List.of(
                GaussianTransition.isotropic(0.97, 0.01, -0.02, 1e-3),
                GaussianTransition.isotropic(0.4, 0.3, 0.1, 1e-3),
                new GaussianTransition(0.8, 0, 0, 1, 0.2, 0.7, 0, 0, 0.01),
                new GaussianTransition(0, 0, 0, 0.9, 0.2, 0.7, 0.06, 0, 0));
        List<GaussianTransition> coupled = List.of(
                new GaussianTransition(0.6, 0.1, -0.2, 0.5, 0.2, 0.7, 0.01, 0.002, 0.02),
                new GaussianTransition(1, 0, 0, 1, 0.1, 0, 0.01, 0.005, 0.02),
                new GaussianTransition(-0.8, 0.3, 0.4, 0.9, 0.1, 0, 0, 0, 0.02));
        for (String kernel : RealFft2D.kernels()) {
            if (kernel.equals("simd") && (grid.nx() < 16 || grid.ny() < 15)) {
                continue;
            }
            RealFft2D fft = RealFft2D.of(grid, kernel);
            separable.forEach(transition -> check(new FoldedPlaneFrame(initial, fft), transition, noise));
            coupled.forEach(transition -> check(new CoupledFrame(initial, fft), transition, noise));
        }
    }

    @Test
    void linesAreTheSumOverAllWavenumbers() {
        for (Grid2D grid : List.of(Grid2D.line(16, -2, 4), Grid2D.line(17, -2, 4), new Grid2D(1, 18, 0, -1, 1, 4))) {
            Field2D noise = Measure.noise(grid, 5);
            CharacteristicFunction initial = new CharacteristicFunction(noise.toArray(), grid.size(), 1);
            for (double scale : new double[] {0.99, 0.7, 0.2, 0.15}) {
                GaussianTransition transition =
                        new GaussianTransition(scale, 0, 0, scale, 0.3, -0.2, 1e-3, 0, 1e-3).on(grid);
                check(new FoldedLineFrame(initial, RealFft2D.of(grid)), transition, noise);
            }
        }
    }

    private static void check(DensityFrame frame, GaussianTransition transition, Field2D samples) {
        double[] values = new double[samples.grid().size()];
        frame.values(transition, values);
        double[] expected = sum(transition, samples);
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int k = 0; k < values.length; k++) {
            // The window's 1e-14 at the ends of an axis, where these samples do not vanish.
            assertAbsolute(Math.abs(values[k] - expected[k]), 1e-13 * Math.max(1, largest));
        }
    }

    /** Σ e^{-½κΣκ} Σ p(y) cos κ·(x - b - Φy)/N over all κ of which Φᵀκ is below Nyquist, or by their share about it. */
    private static double[] sum(GaussianTransition t, Field2D p) {
        Grid2D grid = p.grid();
        double[] samples = p.toArray();
        double[] sum = new double[grid.size()];
        int mostX = grid.nx() == 1 ? 0 : 12 * grid.nx();
        int mostY = grid.ny() == 1 ? 0 : 12 * grid.ny();
        for (int mx = -mostX; mx <= mostX; mx++) {
            for (int my = -mostY; my <= mostY; my++) {
                double kx = grid.kx(mx);
                double ky = grid.ky(my);
                double fromX = t.xx() * kx + t.yx() * ky;
                double fromY = t.xy() * kx + t.yy() * ky;
                double factor = share(fromX * grid.dx(), grid.nx())
                        * share(fromY * grid.dy(), grid.ny())
                        * Math.exp(-0.5
                                * (t.varianceX() * kx * kx + 2 * t.covariance() * kx * ky + t.varianceY() * ky * ky));
                if (factor < 1e-19) {
                    continue;
                }
                double re = 0;
                double im = 0;
                for (int k = 0; k < sum.length; k++) {
                    double angle =
                            fromX * grid.x(k % grid.nx()) + fromY * grid.y(k / grid.nx()) + kx * t.x0() + ky * t.y0();
                    re += samples[k] * Math.cos(angle);
                    im -= samples[k] * Math.sin(angle);
                }
                for (int k = 0; k < sum.length; k++) {
                    double angle = kx * grid.x(k % grid.nx()) + ky * grid.y(k / grid.nx());
                    sum[k] += factor / sum.length * (re * Math.cos(angle) - im * Math.sin(angle));
                }
            }
        }
        return sum;
    }

    /** From 1 to 0 while n·angle/2π goes from ½(n - 1) to ½(n + 1). */
    private static double share(double angle, int n) {
        return n == 1 ? 1 : Math.max(0, Math.min(1, 0.5 * (n + 1) - n * Math.abs(angle) / (2 * Math.PI)));
    }

    /** Standard deviations in nodes; at a fifth of a node it ends. */
    @ParameterizedTest
    @ValueSource(doubles = {3, 2.5, 2.15, 1.8, 1.5, 1.2, 1, 0.7, 0.4, 0.22})
    void stationaryLawsAreRightHoweverFewNodesShowThem(double deviation) {
        double variance = Waves.sq(deviation * 0.125);
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(1, 0.03, -0.05, variance);
        for (Grid2D grid : List.of(LINE, ACROSS, PLANE)) {
            Field2D law = Field2D.of(
                    grid,
                    (x, y) -> (grid.nx() == 1 ? 1 : Densities.normal(x, 0.03, variance))
                            * (grid.ny() == 1 ? 1 : Densities.normal(y, -0.05, variance)));
            DensitySolution solution =
                    process.solve(GaussianMixture.gaussian(0.5, -0.4, 0.8).density(grid));
            // Place and phase are rounded beside the period, and count by the slope.
            assertAbsolute(Measure.distance(solution.at(40), law), 1e-14 * law.max() * Math.max(1, 1 / deviation));
            assertThat(solution.at(40).min()).isGreaterThan(-1e-14 * law.max());
        }
    }

    /** Σ h·p(x_j) - 1 = 2Σ e^{-½(2πrσ/h)²} cos(2πr(μ - x₀)/h), after Poisson. */
    @Test
    void massErrorTellsWhatTheNodesDoNotShow() {
        for (double deviation : new double[] {1.2, 1, 0.7, 0.4}) {
            DensitySolution solution = new OrnsteinUhlenbeck(1, 0.03, 0, Waves.sq(deviation * 0.125))
                    .solve(GaussianMixture.gaussian(0.5, 0.9).density(LINE));
            double expected = 0;
            for (int r = 1; r < 6; r++) {
                expected += 2
                        * Math.exp(-0.5 * Waves.sq(2 * Math.PI * r * deviation))
                        * Math.cos(2 * Math.PI * r * (0.03 + 8) / 0.125);
            }
            assertThat(Math.abs(expected)).isGreaterThan(1e-14);
            assertAbsolute(Math.abs(solution.massError(40) - expected), 2e-14);
        }
    }

    @Test
    void coupledOnesFollowTheClosedForm() {
        LinearSde spiral = new LinearSde(-1, 2, -2, -1.2, 0.1, 0.2, 0.02, 0.008, 0.01);
        GaussianMixture start = GaussianMixture.gaussian(0.5, -0.3, 0.7)
                .times(0.6)
                .plus(GaussianMixture.gaussian(-1, 0.8, 0.6).times(0.4));
        Grid2D grid = new Grid2D(80, 75, -8, -8, 16, 16);
        DensitySolution solution = spiral.solve(start.density(grid));
        DensitySolution exact = spiral.solve(start, grid);
        for (double t : new double[] {0.7, 1.5, 4}) {
            Field2D expected = exact.at(t);
            assertAbsolute(Measure.distance(solution.at(t), expected), 2e-14 * expected.max());
            assertAbsolute(Math.abs(solution.massError(t) - exact.massError(t)), 1e-14);
        }
        assertThat(solution.massError(4)).isNotCloseTo(0, within(1e-6));
    }

    @Test
    void withoutNoiseTheShapeIsKept() {
        GaussianMixture start = GaussianMixture.gaussian(0.5, -0.4, 0.8);
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(1, 0.03, -0.05, 0);
        for (double t : new double[] {1, 2, 3}) {
            double s = Math.exp(-t);
            double variance = 0.64 * s * s;
            Field2D expected = Field2D.of(
                    PLANE,
                    (x, y) -> Densities.normal(x, 0.03 + s * 0.47, variance)
                            * Densities.normal(y, -0.05 - s * 0.35, variance));
            // What the window leaves of the samples' own digits.
            assertAbsolute(
                    Measure.distance(process.solve(start.density(PLANE)).at(t), expected), 2e-13 * expected.max());
        }
    }

    /** Samples with as much at Nyquist as anywhere: nothing jumps where a wave begins to count. */
    @Test
    void nothingJumps() {
        for (Grid2D grid : List.of(Grid2D.line(16, -2, 4), Grid2D.line(17, -2, 4), new Grid2D(12, 14, -2, -2, 4, 4))) {
            Field2D noise = Measure.noise(grid, 9);
            int n = grid.nx();
            for (double scale : new double[] {1, (n - 1.0) / n, n / (n + 2.0), (n + 1.0) / (n + 2), 0.5}) {
                for (double covariance : new double[] {0, grid.ny() == 1 ? 0 : 1e-4}) {
                    Field2D below = after(
                            new GaussianTransition(scale - 1e-12, 0, 0, scale, 0.1, 0.2, 1e-3, covariance, 1e-3),
                            noise);
                    Field2D above =
                            after(new GaussianTransition(scale, 0, 0, scale, 0.1, 0.2, 1e-3, covariance, 1e-3), noise);
                    assertAbsolute(Measure.distance(below, above), 1e-9);
                }
            }
        }
    }

    @Test
    void wideDensitiesKeepTheirBits() {
        Field2D start = GaussianMixture.gaussian(0.5, -0.4, 0.8).density(PLANE);
        CharacteristicFunction known = new CharacteristicFunction(start.toArray(), 128, 117);
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(1, 0.03, -0.05, 0.5);
        DensitySolution solution = process.solve(start);
        double[] values = new double[PLANE.size()];
        for (double t : new double[] {1e-6, 0.01, 0.1, 0.4, 1, 40}) {
            new PlaneFrame(known, RealFft2D.of(PLANE)).values(process.transition(t), values);
            assertThat(solution.at(t).toArray()).isEqualTo(values);
        }
    }

    @Test
    void refusesWhatHardlyAnyNodeShows() {
        String message = "a density must have at most 8 waves a node, got ";
        for (Grid2D grid : List.of(LINE, ACROSS, PLANE)) {
            DensitySolution solution = new OrnsteinUhlenbeck(1, 0, 0, 0)
                    .solve(GaussianMixture.gaussian(0, 0, 0.8).density(grid));
            double[] values = new double[grid.size()];
            for (double t : new double[] {6, 40, 1e4}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> solution.at(t, values))
                        .withMessageStartingWith(message);
            }
            assertThat(values).containsOnly(0);
            assertThat(solution.moments(40).mass()).isCloseTo(1, within(8 * EPS));
        }
        LinearSde coupled = new LinearSde(-1, 1, -1, -1, 0, 0, 0, 0, 0);
        DensitySolution solution =
                coupled.solve(GaussianMixture.gaussian(0, 0, 0.8).density(PLANE));
        for (double t : new double[] {6, 40, 1e4}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.at(t))
                    .withMessageStartingWith(message);
        }
    }

    @Test
    void framesAllocateNothing() {
        for (Grid2D grid : List.of(LINE, new Grid2D(32, 31, -8, -8, 16, 16))) {
            DensitySolution solution = new OrnsteinUhlenbeck(1, 0.03, -0.05, Waves.sq(grid.dx()))
                    .solve(GaussianMixture.gaussian(0, 0, 1.5).density(grid));
            // JTransforms allocates by itself.
            assumeThat(RealFft2D.of(grid).kernel()).isNotEqualTo("jtransforms");
            double[] values = new double[grid.size()];
            long bytes = Long.MAX_VALUE;
            for (int round = 0; round < 20_000 && bytes > 200; round++) {
                bytes = Math.min(bytes, AllocatedBytes.of(() -> solution.at(4, values)));
            }
            assertThat(bytes).isLessThanOrEqualTo(200);
            assertThat(values).isEqualTo(solution.at(4).toArray());
        }
    }
}
