package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;
import static org.modewise.pde.Measure.assertRelative;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class FourierLayerTest {
    private static final Grid2D GRID = new Grid2D(20, 15, -1, 2, 1.5, 0.8);
    private static final DoubleBinaryOperator DECAY = (kx, ky) -> Math.exp(-0.0002 * (kx * kx + ky * ky));
    private static final DoubleBinaryOperator ZERO = (kx, ky) -> 0;

    private static Field2D gaussian(Grid2D grid, long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        return Field2D.of(grid, (x, y) -> random.nextGaussian());
    }

    private static List<FieldPair> pairs(int count, LongFunction<FieldPair> pair) {
        return LongStream.range(1, count + 1).mapToObj(pair).toList();
    }

    /** A pair of white fields under diffusion, with noise on the output. */
    private static FieldPair diffused(long seed, double noise) {
        Field2D u = gaussian(GRID, seed);
        Field2D v = DirectMultiplier.apply(u, DECAY, ZERO);
        return new FieldPair(u, v.plus(gaussian(GRID, -seed).times(noise)));
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void learnsAnyOperatorModeByMode(Grid2D grid) {
        DoubleBinaryOperator re = (kx, ky) -> Math.cos(0.1 * kx + 0.3 * ky) / (1 + kx * kx);
        DoubleBinaryOperator im = (kx, ky) -> Math.sin(0.1 * kx + 0.3 * ky) / (1 + kx * kx);
        List<FieldPair> pairs = pairs(2, seed -> {
            Field2D u = gaussian(grid, seed);
            return new FieldPair(u, DirectMultiplier.apply(u, re, im));
        });
        FourierLayer layer = FourierLayer.perMode(pairs, 0);
        Field2D other = gaussian(grid, 7);
        assertRelative(layer.apply(other), DirectMultiplier.apply(other, re, im), 2e-14);
        assertAbsolute(layer.trainingError(), 2e-15);
        assertAbsolute(layer.heldOutError().getAsDouble(), 2e-14);
        assertThat(layer.unidentified()).isZero();
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void learnsWhatIsConstantInShells(Grid2D grid) {
        double width = grid.nx() == 1 ? grid.ky(1) : grid.ny() == 1 ? grid.kx(1) : Math.max(grid.kx(1), grid.ky(1));
        DoubleBinaryOperator steps = (kx, ky) -> 1 / (1 + Math.rint(Math.hypot(kx, ky) / width));
        List<FieldPair> pairs = pairs(1, seed -> {
            Field2D u = gaussian(grid, seed);
            return new FieldPair(u, DirectMultiplier.apply(u, steps, ZERO));
        });
        FourierLayer layer = FourierLayer.radial(pairs, 0);
        Field2D other = gaussian(grid, 7);
        assertRelative(layer.apply(other), DirectMultiplier.apply(other, steps, ZERO), 2e-14);
        int mx = grid.nx() / 2;
        int my = -(grid.ny() / 2);
        assertThat(layer.multiplier().re(mx, my))
                .isCloseTo(steps.applyAsDouble(grid.kx(mx), grid.ky(my)), within(1e-14));
        assertThat(layer.multiplier().im(mx, my)).isZero();
        assertThat(layer.heldOutError()).isEmpty();
    }

    @Test
    void shellsOfALineAreItsModes() {
        Grid2D line = Grid2D.line(256, 0, 100);
        List<FieldPair> pairs = pairs(2, seed -> {
            Field2D u = gaussian(line, seed);
            return new FieldPair(u, new Heat(0.5).solve(u).at(2));
        });
        FourierLayer layer = FourierLayer.radial(pairs, 0);
        assertAbsolute(layer.trainingError(), 2e-15);
        assertAbsolute(layer.heldOutError().getAsDouble(), 4e-15);
        for (int m = 0; m <= 128; m++) {
            double k = 2 * Math.PI * m / 100;
            assertThat(layer.multiplier().re(m, 0)).isCloseTo(Math.exp(-k * k), within(1e-14));
        }
    }

    @Test
    void aPairLeftOutLeavesNothingBehind() {
        // Of the first's wave the others know little, and that little is lost beside the first.
        Field2D wave = InitialFields.mode(GRID, 3, 2);
        Field2D other = InitialFields.mode(GRID, 1, 0);
        FieldPair first = new FieldPair(wave.times(1e3), wave);
        FieldPair second = new FieldPair(other.plus(wave.times(1e-6)), other.plus(wave.times(2e-6)));
        FourierLayer layer = FourierLayer.perMode(List.of(first, second, second), 0);
        // They say 2, so that the first is taken for 2000.
        assertThat(layer.heldOutError().getAsDouble()).isCloseTo(1999 / Math.sqrt(3), within(1e-5));
        assertThat(layer.trainingError()).isLessThan(2e-6);
    }

    @Test
    void multiplierIsThatOfTheEquation() {
        FokkerPlanck equation = new FokkerPlanck(0.3, -0.2, 0.01);
        List<FieldPair> pairs = pairs(3, seed -> {
            Field2D u = Waves.random(GRID, seed).sample(GRID).plus(gaussian(GRID, seed));
            return new FieldPair(u, equation.solve(u).at(0.1));
        });
        FourierLayer layer = FourierLayer.perMode(pairs, 0);
        for (int my = -7; my <= 7; my++) {
            for (int mx = -9; mx <= 9; mx++) {
                double kx = GRID.kx(mx);
                double ky = GRID.ky(my);
                double modulus = Math.exp(-0.001 * (kx * kx + ky * ky));
                double phase = -0.1 * (0.3 * kx - 0.2 * ky);
                assertThat(layer.multiplier().re(mx, my)).isCloseTo(modulus * Math.cos(phase), within(1e-14));
                assertThat(layer.multiplier().im(mx, my)).isCloseTo(modulus * Math.sin(phase), within(1e-14));
            }
        }
    }

    @Test
    void ridgeShrinks() {
        FieldPair pair = new FieldPair(
                InitialFields.mode(GRID, 3, 2), InitialFields.mode(GRID, 3, 2).times(0.5));
        // |û|²/N of a cosine is N/4 on each of two modes.
        double energy = 300 / 4.0;
        for (double ridge : new double[] {0, 1, 75, 1e6}) {
            double expected = 0.5 * energy / (energy + ridge);
            assertThat(FourierLayer.perMode(List.of(pair), ridge).multiplier().re(3, 2))
                    .isCloseTo(expected, within(1e-15));
        }
        // A shell sums the energy of its modes.
        assertThat(FourierLayer.radial(List.of(pair), 150).multiplier().re(3, 2))
                .isCloseTo(0.25, within(1e-14));
    }

    @Test
    void heldOutErrorIsThatOfPairsNotSeen() {
        double noise = 0.1;
        List<FieldPair> training = pairs(6, seed -> diffused(seed, noise));
        List<FieldPair> unseen = pairs(60, seed -> diffused(seed + 1000, noise));
        for (boolean radial : new boolean[] {true, false}) {
            FourierLayer layer = radial ? FourierLayer.radial(training, 0) : FourierLayer.perMode(training, 0);
            double squares = 0;
            for (FieldPair pair : unseen) {
                squares += Waves.sq(layer.error(pair)) / unseen.size();
            }
            double actual = Math.sqrt(squares);
            double expected = layer.heldOutError().getAsDouble();
            double flattering = layer.trainingError() / expected;
            assertThat(expected / actual).isBetween(0.95, 1.05);
            if (radial) {
                assertThat(flattering).isBetween(0.98, 1.0);
            } else {
                // σ²(1 - 1/6) against σ²(1 + 1/4), the mean of |û|² over the energy of five other white inputs.
                assertThat(flattering).isCloseTo(Math.sqrt(5 / 6.0 / 1.25), within(0.02));
            }
        }
    }

    @Test
    void ridgeHelpsWhereThereIsNoise() {
        List<FieldPair> training = pairs(3, seed -> diffused(seed, 0.5));
        double plain = FourierLayer.perMode(training, 0).heldOutError().getAsDouble();
        double ridged = FourierLayer.perMode(training, 1).heldOutError().getAsDouble();
        double radial = FourierLayer.radial(training, 0).heldOutError().getAsDouble();
        assertThat(ridged).isLessThan(plain);
        assertThat(radial).isLessThan(ridged);
    }

    @Test
    void onePairIsMetExactlyAndProvesNothing() {
        FourierLayer layer = FourierLayer.perMode(List.of(diffused(1, 0.5)), 0);
        assertAbsolute(layer.trainingError(), 2e-15);
        assertThat(layer.heldOutError()).isEmpty();
        assertThat(layer.error(diffused(2, 0.5))).isGreaterThan(0.9);
    }

    @Test
    void countsWhatNoInputShows() {
        FieldPair pair = new FieldPair(InitialFields.mode(GRID, 3, 2), InitialFields.mode(GRID, 3, 2));
        FourierLayer layer = FourierLayer.perMode(List.of(pair), 0);
        assertThat(layer.unidentified()).isEqualTo(298);
        assertRelative(layer.apply(pair.input()), pair.output(), 3e-15);
        assertAbsolute(layer.apply(InitialFields.mode(GRID, 1, 0)).maxNorm(), 1e-15);
    }

    @Test
    void anyAmplitude() {
        List<FieldPair> pairs = pairs(2, seed -> diffused(seed, 0.1));
        FourierLayer layer = FourierLayer.perMode(pairs, 0.5);
        Field2D u = gaussian(GRID, 9);
        for (int exponent : new int[] {-500, 500}) {
            double scale = Math.scalb(1.0, exponent);
            List<FieldPair> scaled = pairs.stream()
                    .map(pair -> new FieldPair(
                            pair.input().times(scale), pair.output().times(scale)))
                    .toList();
            FourierLayer same = FourierLayer.perMode(scaled, 0.5 * scale * scale);
            assertThat(same.apply(u)).isEqualTo(layer.apply(u));
            assertThat(same.heldOutError()).isEqualTo(layer.heldOutError());
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        FieldPair pair = diffused(1, 0);
        for (double none : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FourierLayer.radial(List.of(pair), none))
                    .withMessage("ridge must be >= 0 and finite, got " + none);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierLayer.perMode(List.of(), 0))
                .withMessage("pairs must not be empty");
        assertThatNullPointerException()
                .isThrownBy(() -> FourierLayer.perMode(null, 0))
                .withMessage("pairs");
        Field2D zero = Field2D.of(GRID, (x, y) -> 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierLayer.perMode(List.of(new FieldPair(zero, pair.output())), 0))
                .withMessage("pairs must have an input that is not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierLayer.radial(List.of(new FieldPair(pair.input(), zero)), 0))
                .withMessageStartingWith("pairs must have an output that is not 0");
        FourierLayer layer = FourierLayer.radial(List.of(pair), 0);
        Field2D other = InitialFields.mode(Grid2D.unit(8), 1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.apply(other))
                .withMessageContaining("8x8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierLayer.radial(List.of(pair, new FieldPair(other, other)), 0))
                .withMessageContaining("8x8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.apply(pair.input().times(Double.NaN)))
                .withMessage("u[0,0] is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.apply(pair.input().map(u -> 1e307)))
                .withMessageStartingWith("u must keep the result finite");
        assertThatNullPointerException().isThrownBy(() -> layer.apply(null)).withMessage("u");
        assertOneLine(layer).contains("20x15").contains("unknown");
        assertOneLine(FourierLayer.perMode(List.of(pair, pair), 0));
    }
}
