package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.Images;

/**
 * A photograph blurred, with noise, and deblurred: what the discrepancy principle chooses, which sees the blurred one
 * alone, against the parameter that is best by the sharp one, found by a scan.
 */
class DeblurringTest {
    private static final double NOISE = 1e-3;
    /** A Gaussian of width σ is heat at σ². */
    private static final Heat HEAT = new Heat(0.5);

    private static Field2D large;
    private static Field2D small;

    @BeforeAll
    static void photographs() throws IOException, URISyntaxException {
        large = Images.read(Path.of(Objects.requireNonNull(DeblurringTest.class.getResource("/camera.png"))
                .toURI()));
        small = Field2D.of(Grid2D.unit(128), (x, y) -> {
            double sum = 0;
            for (int k = 0; k < 16; k++) {
                sum += large.get((int) (512 * x) + k % 4, (int) (512 * y) + k / 4);
            }
            return sum / 16;
        });
    }

    static Stream<Arguments> blurs() {
        return DoubleStream.of(2, 3, 5, 10, 20)
                .boxed()
                .flatMap(pixels -> Stream.of(1, 2, 3).map(seed -> Arguments.of(pixels, seed)));
    }

    @ParameterizedTest
    @MethodSource("blurs")
    void discrepancyPrincipleIsNearlyAsGoodAsTheBestParameter(double pixels, int seed) {
        check(new Case(small, pixels, seed));
    }

    @Test
    void atFullSizeToo() {
        check(new Case(large, 3, 4));
    }

    private static void check(Case blur) {
        assertThat(blur.ratio(Regularization::cutoff, 1, 1e4)).isLessThan(1.1);
        assertThat(blur.ratio(Regularization::tikhonov, 1e-9, 1)).isLessThan(1.1);
        assertThat(blur.ratio(blur::wiener, 1e-5, 1)).isLessThan(1.1);
        // Given the noise itself, and a model of the signal, there is nothing to choose.
        assertThat(blur.error(blur.wiener(NOISE)) / blur.best(blur::wiener, 1e-5, 1))
                .isLessThan(1.05);
        assertThat(blur.ratio(Regularization::quasiReversibility, -blur.t / 40, -blur.t))
                .isLessThan(1.1);
    }

    /** One blur of one photograph with one noise. */
    private static final class Case {
        private final Field2D sharp;
        private final double t;
        private final SpectralSolution blurred;
        private final double power;

        Case(Field2D sharp, double pixels, long seed) {
            this.sharp = sharp;
            double sigma = pixels * sharp.grid().dx();
            this.t = -sigma * sigma;
            Random random = new Random(seed);
            this.blurred = HEAT.solve(Heat.blur(sharp, sigma).map(u -> u + NOISE * random.nextGaussian()));
            // Of a signal c·|κ|⁻³ with the photograph's contrast.
            Grid2D grid = sharp.grid();
            double sum = 0;
            for (int my = -grid.ny() / 2 + 1; my < grid.ny() / 2; my++) {
                for (int mx = -grid.nx() / 2 + 1; mx < grid.nx() / 2; mx++) {
                    sum += mx == 0 && my == 0 ? 0 : Math.pow(Math.hypot(grid.kx(mx), grid.ky(my)), -3);
                }
            }
            this.power = Waves.sq(sharp.minus(sharp.mean()).norm()) * grid.size() / sum;
        }

        Regularization wiener(double noise) {
            return Regularization.wiener(noise, k -> power * Math.pow(k, -3));
        }

        BackwardSolution backward(Regularization regularization) {
            return blurred.backward(regularization);
        }

        Regularization chosen(DoubleFunction<Regularization> kind) {
            return DiscrepancyPrinciple.choose(blurred, t, NOISE, kind);
        }

        double error(Regularization regularization) {
            return backward(regularization).at(t).minus(sharp).norm() / sharp.norm();
        }

        double best(DoubleFunction<Regularization> kind, double from, double to) {
            int steps = 40;
            double best = Double.POSITIVE_INFINITY;
            for (int k = 0; k <= steps; k++) {
                best = Math.min(best, error(kind.apply(from * Math.pow(to / from, (double) k / steps))));
            }
            return best;
        }

        double ratio(DoubleFunction<Regularization> kind, double from, double to) {
            return error(chosen(kind)) / best(kind, from, to);
        }
    }
}
