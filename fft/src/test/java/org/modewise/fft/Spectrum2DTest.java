package org.modewise.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.fft.contract.Samples;
import org.modewise.fft.spi.SpectrumLayout;

class Spectrum2DTest {
    private static final Grid2D GRID = new Grid2D(16, 8, 0, 0, 4 * Math.PI, 2 * Math.PI);
    private static final List<Grid2D> GRIDS =
            List.of(GRID, Grid2D.unit(1), Grid2D.unit(2), Grid2D.line(32, -1, 2), new Grid2D(1, 8, 0, 0, 1, 3));

    private static Spectrum2D spectrum(Field2D u) {
        return RealFft2D.of(u.grid(), "scalar").forward(u);
    }

    private static Field2D noise(Grid2D grid) {
        return Field2D.of(grid, Samples.random(grid.size(), 1));
    }

    @Test
    void energyIsTheIntegralOfTheSquare() {
        for (Grid2D grid : GRIDS) {
            Field2D u = noise(grid);
            double expected = u.times(u).integral();
            assertThat(spectrum(u).energy()).as("%s", grid).isEqualTo(expected, within(1e-14 * expected));
            assertThat(spectrum(u).parsevalError(u)).as("%s", grid).isLessThanOrEqualTo(1e-14);
        }
        assertThat(spectrum(Field2D.of(GRID, (x, y) -> 0)).parsevalError(Field2D.of(GRID, (x, y) -> 0)))
                .isZero();
        Field2D u = noise(GRID);
        assertThat(spectrum(u).parsevalError(u.times(2))).isEqualTo(0.75, within(1e-14));
    }

    /** u = 3cos(x/2 + 2y): ∫u² = 9/2·8π², and |κ|² = 1/4 + 4. */
    @Test
    void weightedEnergySeesAngularWavenumbers() {
        Spectrum2D wave = spectrum(Field2D.of(GRID, (x, y) -> 3 * Math.cos(0.5 * x + 2 * y)));
        double energy = 36 * Math.PI * Math.PI;
        assertThat(wave.energy()).isEqualTo(energy, within(1e-14 * energy));
        assertThat(wave.energy((kx, ky) -> kx * kx + ky * ky)).isEqualTo(4.25 * energy, within(1e-13 * energy));
        assertThat(wave.energy((kx, ky) -> kx * ky)).isEqualTo(energy, within(1e-13 * energy));
    }

    /** (-1)^i has the Nyquist mode alone, which counts once and with its positive wavenumber. */
    @Test
    void nyquistCountsOnce() {
        Spectrum2D zigzag = spectrum(Field2D.of(GRID, (x, y) -> Math.rint(Math.cos(4 * x))));
        assertThat(zigzag.re(8, 0)).isEqualTo(128);
        assertThat(zigzag.re(-8, 0)).isEqualTo(128);
        assertThat(zigzag.energy()).isEqualTo(8 * Math.PI * Math.PI, within(1e-13));
        assertThat(zigzag.energy((kx, ky) -> kx)).isEqualTo(4 * 8 * Math.PI * Math.PI, within(1e-12));
        assertThat(zigzag.dominantMode()).isEqualTo(new DominantMode(8, 0, 1));
    }

    @Test
    void dominantModeLeavesTheMeanAside() {
        Field2D u = Field2D.of(
                GRID, (x, y) -> 100 + 2 * Math.cos(1.5 * x - 2 * y) + Math.sin(0.5 * x) + 0.5 * Math.cos(3 * y));
        DominantMode mode = spectrum(u).dominantMode();
        assertThat(mode.mx() * mode.my()).isEqualTo(-6);
        assertThat(Math.abs(mode.mx())).isEqualTo(3);
        assertThat(mode.share()).isEqualTo(4 / 5.25, within(1e-13));
        assertThat(spectrum(Field2D.of(Grid2D.unit(8), (x, y) -> 3)).dominantMode())
                .isEqualTo(new DominantMode(0, 0, 0));
    }

    /** On the edge of the table, my = 0 or Nyquist, both of a pair are listed: the wave's share is still one. */
    @Test
    void dominantModeOnTheEdgeCountsBothOfAPair() {
        for (int my : new int[] {0, 4}) {
            DominantMode mode =
                    spectrum(Field2D.of(GRID, (x, y) -> Math.cos(x + my * y))).dominantMode();
            assertThat(Math.abs(mode.mx())).isEqualTo(2);
            assertThat(mode.my()).isEqualTo(my);
            assertThat(mode.share()).isEqualTo(1, within(1e-14));
        }
    }

    /** The figures of a wave of a common size, in fields whose squares are out of range. */
    @Test
    void fieldsWhoseSquaresAreOutOfRangeHaveTheSameShares() {
        Field2D u = Field2D.of(GRID, (x, y) -> 2 * Math.cos(1.5 * x - 2 * y) + Math.sin(0.5 * x));
        RadialSpectrum radial = spectrum(u).radial();
        for (double scale : new double[] {0x1p-1000, 1e-165, 1e-80, 1e80, 1e160, 0x1p1000}) {
            Field2D scaled = u.times(scale);
            Spectrum2D spectrum = spectrum(scaled);
            assertThat(spectrum.parsevalError(scaled)).as("%s", scale).isLessThanOrEqualTo(1e-14);
            assertThat(spectrum.parsevalError(scaled.times(2))).as("%s", scale).isEqualTo(0.75, within(1e-13));
            DominantMode mode = spectrum.dominantMode();
            assertThat(new int[] {mode.mx(), mode.my()}).as("%s", scale).containsExactly(3, -2);
            assertThat(mode.share()).as("%s", scale).isEqualTo(0.8, within(1e-13));
        }
        // ∫u² is in range again on a box of the right size.
        for (double scale : new double[] {0x1p-600, 0x1p600}) {
            Grid2D box = new Grid2D(16, 8, 0, 0, GRID.lx() / scale, GRID.ly() / scale);
            Spectrum2D spectrum = spectrum(u.times(scale).on(box));
            double energy = spectrum(u).energy();
            assertThat(spectrum.energy()).isEqualTo(energy, within(1e-13 * energy));
            for (int shell = 0; shell < radial.size(); shell++) {
                assertThat(spectrum.radial().energy(shell)).isEqualTo(radial.energy(shell), within(1e-13 * energy));
            }
        }
    }

    /** Where a shell is faint beside another, it keeps its own figure. */
    @Test
    void aHugeMeanHidesNeitherShellsNorWaves() {
        RealFft2D plan = RealFft2D.of(GRID, "scalar");
        double[] half = new double[plan.spectrumLength()];
        half[plan.layout().index(0, 0)] = 1e200;
        half[plan.layout().index(0, 2)] = 128;
        Spectrum2D spectrum = plan.spectrum(half);
        assertThat(spectrum.dominantMode()).isEqualTo(new DominantMode(0, 2, 1));
        assertThat(spectrum.radial().energy(2)).isEqualTo(16 * Math.PI * Math.PI, within(1e-12));
        assertThat(spectrum.radial().energy(0)).isInfinite();
    }

    @Test
    void nanAndInfinityAreToldNotHidden() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] samples = Samples.random(GRID.size(), 1);
            samples[5] = bad;
            Field2D u = Field2D.of(GRID, samples);
            Spectrum2D spectrum = spectrum(u);
            assertThat(spectrum.energy()).isNaN();
            assertThat(spectrum.parsevalError(u)).isNaN();
            assertThat(spectrum(noise(GRID)).parsevalError(u)).isNaN();
            assertThat(spectrum.parsevalError(noise(GRID))).isNaN();
            assertThat(spectrum.dominantMode()).isEqualTo(new DominantMode(0, 0, Double.NaN));
            assertThat(spectrum.radial().energy(1)).isNaN();
            assertThat(spectrum.toString()).hasSizeLessThanOrEqualTo(80);
        }
        Field2D zero = Field2D.of(GRID, (x, y) -> 0);
        assertThat(spectrum(noise(GRID)).parsevalError(zero)).isInfinite();
        assertThat(spectrum(zero).parsevalError(noise(GRID))).isEqualTo(1);
    }

    @Test
    void dominantModeHasTheCanonicalSign() {
        int[][] modes = {{3, -2}, {3, 2}, {2, 0}, {0, 3}, {8, 1}, {8, 0}, {8, 4}, {0, 4}, {5, 4}};
        for (int[] m : modes) {
            DominantMode mode = spectrum(InitialFields.mode(GRID, m[0], m[1])).dominantMode();
            assertThat(new int[] {mode.mx(), mode.my()}).containsExactly(m);
            DominantMode turned =
                    spectrum(InitialFields.mode(GRID, -m[0], -m[1])).dominantMode();
            assertThat(new int[] {turned.mx(), turned.my()}).containsExactly(m);
        }
        Grid2D unit = Grid2D.unit(16);
        Field2D tied = InitialFields.mode(unit, 1, 0)
                .plus(InitialFields.mode(unit, 0, 1))
                .plus(InitialFields.mode(unit, 3, 2));
        assertThat(spectrum(tied).dominantMode().mx()).isEqualTo(1);
        assertThat(spectrum(tied).dominantMode().my()).isZero();
    }

    @Test
    void radialShellsAddUp() {
        for (Grid2D grid : GRIDS) {
            Spectrum2D noise = spectrum(noise(grid));
            RadialSpectrum radial = noise.radial();
            double sum = 0;
            for (int shell = 0; shell < radial.size(); shell++) {
                sum += radial.energy(shell);
            }
            double[] energies = radial.toArray();
            assertThat(DoubleStream.of(energies).sum()).isEqualTo(sum, within(1e-14 * sum));
            energies[0] = -1;
            assertThat(radial.energy(0)).isNotNegative();
            assertThat(sum).as("%s", grid).isEqualTo(noise.energy(), within(1e-13 * noise.energy()));
        }
    }

    @Test
    void anAxisOfOneNodeDoesNotWidenTheShells() {
        Field2D wave = InitialFields.mode(Grid2D.line(256, 0, 100), 3, 0);
        Field2D upright = InitialFields.mode(new Grid2D(1, 256, 0, 0, 1, 100), 0, 3);
        for (Field2D u : List.of(wave, upright)) {
            RadialSpectrum radial = spectrum(u).radial();
            assertThat(radial.size()).isEqualTo(129);
            assertThat(radial.wavenumber(1)).isEqualTo(2 * Math.PI / 100, within(1e-15));
            assertThat(radial.energy(3)).isEqualTo(u.norm() * u.norm(), within(1e-13 * u.norm() * u.norm()));
        }
        assertThat(spectrum(Field2D.of(Grid2D.unit(1), 2)).radial().toArray()).containsExactly(4);
    }

    @Test
    void radialShellsAreAsWideAsTheCoarserSpacing() {
        RadialSpectrum radial =
                spectrum(Field2D.of(GRID, (x, y) -> Math.cos(2 * y) + 3)).radial();
        assertThat(radial.wavenumber(0)).isZero();
        assertThat(radial.wavenumber(1)).isEqualTo(1, within(1e-15));
        assertThat(radial.energy(0)).isEqualTo(72 * Math.PI * Math.PI, within(1e-12));
        assertThat(radial.energy(2)).isEqualTo(4 * Math.PI * Math.PI, within(1e-12));
        assertThat(radial.energy(1)).isEqualTo(0, within(1e-12));
        assertThat(radial.toString()).hasSizeLessThanOrEqualTo(80).contains("shells");
        for (int shell : new int[] {-1, radial.size()}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> radial.energy(shell));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> radial.wavenumber(shell));
        }
    }

    @Test
    void logMagnitudeHasTheMeanInTheMiddle() {
        Field2D picture =
                spectrum(Field2D.of(GRID, (x, y) -> 10 + 2 * Math.cos(x - y))).logMagnitude();
        assertThat(picture.grid().x(8)).isZero();
        assertThat(picture.grid().y(4)).isZero();
        assertThat(picture.get(8, 4)).isEqualTo(1, within(1e-14));
        assertThat(picture.get(8 + 2, 4 - 1)).isEqualTo(0, within(1e-14));
        assertThat(picture.get(8 - 2, 4 + 1)).isEqualTo(0, within(1e-14));
        assertThat(picture.max()).isEqualTo(1, within(1e-14));
        assertThat(picture.min()).isGreaterThanOrEqualTo(1 - 16 - 1e-14);
        Field2D nothing = spectrum(Field2D.of(GRID, (x, y) -> 0)).logMagnitude();
        assertThat(nothing.min()).isEqualTo(-16);
        assertThat(nothing.max()).isEqualTo(-16);
        Field2D constant = spectrum(Field2D.of(GRID, (x, y) -> 1)).logMagnitude();
        assertThat(constant.min()).isEqualTo(-16);
        assertThat(constant.max()).isZero();
    }

    @Test
    void modesOutOfRangeAreRefused() {
        Spectrum2D noise = spectrum(noise(GRID));
        int[][] outside = {{9, 0}, {-9, 0}, {0, 5}, {0, -5}, {Integer.MIN_VALUE, 0}, {0, Integer.MAX_VALUE}};
        for (int[] mode : outside) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> noise.re(mode[0], mode[1]));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> noise.im(mode[0], mode[1]));
        }
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> noise.re(9, 0))
                .withMessage("mx must be in [-8, 8], got 9");
    }

    @Test
    void badArgumentsAreNamed() {
        Spectrum2D noise = spectrum(noise(GRID));
        assertThatNullPointerException().isThrownBy(() -> noise.energy(null)).withMessage("weight");
        assertThatNullPointerException()
                .isThrownBy(() -> noise.parsevalError(null))
                .withMessage("u");
        Field2D elsewhere = noise(Grid2D.unit(16, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> noise.parsevalError(elsewhere));
    }

    @Test
    void saysItselfOnOneLine() {
        assertThat(spectrum(Field2D.of(GRID, (x, y) -> Math.cos(3 * y))).toString())
                .startsWith("Spectrum2D[16x8, energy 39.48")
                .endsWith("(0,3)]");
        Field2D huge = Field2D.of(Grid2D.line(1 << 17, 0, 1), (x, y) -> 1e150 * Math.cos(2 * Math.PI * 65_535 * x));
        assertThat(spectrum(huge).toString()).hasSizeLessThanOrEqualTo(80).matches("\\p{ASCII}*");
    }

    /** An odd grid by hand: û of (1, 2, 4) along x is 7 and -2 ± i√3. */
    @Test
    void oddAxesHaveNoNyquistMode() {
        SpectrumLayout layout = new SpectrumLayout(3, 1, SpectrumLayout.Axis.X, 2, 4, 1, 4);
        double[] half = {7, 0, -2, Math.sqrt(3)};
        Grid2D line = Grid2D.line(3, 0, 3);
        Spectrum2D odd = new Spectrum2D(line, layout, half);
        assertThat(odd.re(-1, 0)).isEqualTo(-2);
        assertThat(odd.im(-1, 0)).isEqualTo(-Math.sqrt(3));
        assertThat(odd.energy()).isEqualTo(21, within(1e-14));
        assertThat(odd.dominantMode().share()).isEqualTo(1, within(1e-15));
        assertThat(odd.logMagnitude().get(1, 0)).isEqualTo(Math.log10(7.0 / 3), within(1e-15));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> odd.re(2, 0));
    }
}
