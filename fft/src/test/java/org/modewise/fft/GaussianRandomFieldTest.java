package org.modewise.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class GaussianRandomFieldTest {
    private static final Grid2D GRID = Grid2D.unit(64);

    static Stream<Grid2D> grids() {
        return Stream.of(
                GRID,
                new Grid2D(16, 64, -3, 5, 0.1, 40),
                Grid2D.line(128, 0, 2),
                new Grid2D(1, 32, 0, 0, 1, 1),
                new Grid2D(4, 2, 0, 0, 1, 1),
                new Grid2D(4, 1, 0, 0, 1, 1));
    }

    private static Spectrum2D spectrum(Field2D u) {
        return RealFft2D.of(u.grid()).forward(u);
    }

    @Test
    void theSeedPicksTheSample() {
        Field2D u = new GaussianRandomField(2.5, 7).sample(GRID);
        assertThat(new GaussianRandomField(2.5, 7).sample(GRID)).isEqualTo(u);
        for (long other : new long[] {8, -7, 0, Long.MIN_VALUE}) {
            Field2D v = new GaussianRandomField(2.5, other).sample(GRID);
            // Independent samples: a correlation of the few longest waves at most.
            assertThat(Math.abs(u.times(v).mean())).isLessThan(0.6);
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void hasMeanZeroAndUnitSpreadAndNoNyquistWaves(Grid2D grid) {
        for (double slope : new double[] {-1, 0, 3, 8}) {
            Field2D u = new GaussianRandomField(slope, 3).sample(grid);
            assertThat(Double.isFinite(u.maxNorm())).isTrue();
            assertThat(u.mean()).isCloseTo(0, within(1e-15));
            assertThat(u.norm() / Math.sqrt(grid.lx() * grid.ly())).isCloseTo(1, within(1e-15));
            Spectrum2D spectrum = spectrum(u);
            if (grid.nx() > 1) {
                assertThat(Math.hypot(spectrum.re(grid.nx() / 2, 0), spectrum.im(grid.nx() / 2, 0)))
                        .isLessThan(1e-14 * grid.size());
            }
            if (grid.ny() > 1) {
                assertThat(Math.hypot(spectrum.re(0, grid.ny() / 2), spectrum.im(0, grid.ny() / 2)))
                        .isLessThan(1e-14 * grid.size());
            }
        }
    }

    @Test
    void isZeroWhereNoWaveFits() {
        for (Grid2D grid : new Grid2D[] {Grid2D.unit(1), Grid2D.unit(2), Grid2D.unit(2, 1), Grid2D.unit(1, 2)}) {
            assertThat(new GaussianRandomField(2, 1).sample(grid).maxNorm()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 2, 4.5})
    void aFinerGridShowsTheSameWaves(double slope) {
        GaussianRandomField field = new GaussianRandomField(slope, 11);
        Spectrum2D coarse = spectrum(field.sample(new Grid2D(32, 16, 0, 0, 2, 1)));
        Spectrum2D fine = spectrum(field.sample(new Grid2D(64, 128, 0, 0, 2, 1)));
        double factor = Math.hypot(fine.re(1, 0), fine.im(1, 0)) / Math.hypot(coarse.re(1, 0), coarse.im(1, 0));
        double largest = 0;
        double worst = 0;
        for (int mx = -15; mx <= 15; mx++) {
            for (int my = -7; my <= 7; my++) {
                largest = Math.max(largest, Math.hypot(fine.re(mx, my), fine.im(mx, my)));
                worst = Math.max(
                        worst,
                        Math.hypot(
                                fine.re(mx, my) - factor * coarse.re(mx, my),
                                fine.im(mx, my) - factor * coarse.im(mx, my)));
            }
        }
        assertThat(worst / largest).isLessThan(4e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.5, 3})
    void powerFallsAsItsSlopeSays(double slope) {
        // A shell of radius b holds about 2πb modes of |κ|^-p each; least squares of ln(E/b) over ln b.
        int seeds = 40;
        double[] energy = new double[31];
        for (int seed = 0; seed < seeds; seed++) {
            RadialSpectrum radial =
                    spectrum(new GaussianRandomField(slope, seed).sample(GRID)).radial();
            for (int b = 4; b <= 30; b++) {
                energy[b] += radial.energy(b);
            }
        }
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        int count = 0;
        for (int b = 4; b <= 30; b++) {
            double x = Math.log(b);
            double y = Math.log(energy[b] / b);
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
            count++;
        }
        double fitted = (count * sxy - sx * sy) / (count * sxx - sx * sx);
        // 40 seeds of 2πb/2 free waves scatter ln E by 1/√(40·πb) < 0.05, the slope by a quarter of that.
        assertThat(fitted).isCloseTo(-slope, within(0.04));
    }

    @Test
    void wavesAreComplexNormal() {
        // E|z|² = 1, E|z|⁴ = 2 and no preferred phase: white noise over many modes, to 4 standard errors.
        double second = 0;
        double fourth = 0;
        double re = 0;
        double square = 0;
        int count = 0;
        Spectrum2D spectrum = spectrum(new GaussianRandomField(0, 5).sample(Grid2D.unit(128)));
        for (int mx = -63; mx <= 63; mx++) {
            for (int my = 1; my <= 63; my++) {
                double a = spectrum.re(mx, my);
                double b = spectrum.im(mx, my);
                second += a * a + b * b;
                fourth += (a * a + b * b) * (a * a + b * b);
                re += a;
                square += a * a - b * b;
                count++;
            }
        }
        double power = second / count;
        double error = 4 / Math.sqrt(count);
        assertThat(fourth / count / (power * power)).isCloseTo(2, within(2.3 * error));
        assertThat(re / count / Math.sqrt(power)).isCloseTo(0, within(error));
        assertThat(square / count / power).isCloseTo(0, within(error));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,0", "1,1", "1,-1"})
    void wavesOfOneDirectionHaveNoPreferredPhaseEither(int dx, int dy) {
        // Along an axis both halves of the spectrum are stored, and must be conjugates: else only cosines are left.
        double squares = 0;
        double product = 0;
        double power = 0;
        for (int seed = 0; seed < 40; seed++) {
            Spectrum2D spectrum = spectrum(new GaussianRandomField(0, seed).sample(GRID));
            for (int m = 1; m < 32; m++) {
                double a = spectrum.re(m * dx, m * dy);
                double b = spectrum.im(m * dx, m * dy);
                squares += a * a - b * b;
                product += 2 * a * b;
                power += a * a + b * b;
            }
        }
        double error = 4 / Math.sqrt(40 * 31);
        assertThat(squares / power).isCloseTo(0, within(error));
        assertThat(product / power).isCloseTo(0, within(error));
    }

    @Test
    void boxesOfAnySizeShowTheSamePattern() {
        double[] unit = new GaussianRandomField(3, 2).sample(Grid2D.unit(16)).toArray();
        for (double length : new double[] {1e-6, 1e6}) {
            double[] scaled = new GaussianRandomField(3, 2)
                    .sample(new Grid2D(16, 16, 0, 0, length, length))
                    .toArray();
            for (int k = 0; k < unit.length; k++) {
                assertThat(scaled[k]).isCloseTo(unit[k], within(1e-14));
            }
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GaussianRandomField(Double.NaN, 1))
                .withMessage("slope must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GaussianRandomField(-1e4, 1).sample(GRID))
                .withMessageContaining("slope")
                .withMessageContaining("-10000.0");
        assertThatNullPointerException().isThrownBy(() -> new GaussianRandomField(2, 1).sample(null));
        // So steep that one wave in each direction is all that is left.
        assertThat(new GaussianRandomField(1e4, 1).sample(GRID).norm()).isCloseTo(1, within(1e-15));
    }

    @Test
    void isAValue() throws Exception {
        GaussianRandomField field = new GaussianRandomField(-1.2345678901234567e-100, Long.MIN_VALUE);
        assertThat(field.toString()).hasSizeLessThanOrEqualTo(80).matches("[ -~]*");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(field);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(field);
        }
    }

    /** Two of some two thousand independent phases lie this near with a chance of 1 in 100. */
    @Test
    void noTwoWavesShareAPhase() {
        Field2D field = new GaussianRandomField(2, 11).sample(Grid2D.unit(64));
        Spectrum2D spectrum = RealFft2D.of(field.grid()).forward(field);
        double[] phases = new double[31 * 63 + 31];
        int next = 0;
        for (int my = 0; my < 32; my++) {
            for (int mx = my == 0 ? 1 : -31; mx < 32; mx++) {
                phases[next++] = Math.atan2(spectrum.im(mx, my), spectrum.re(mx, my));
            }
        }
        assertThat(next).isEqualTo(phases.length);
        Arrays.sort(phases);
        for (int k = 1; k < phases.length; k++) {
            assertThat(phases[k] - phases[k - 1]).isGreaterThan(1e-8);
        }
    }
}
