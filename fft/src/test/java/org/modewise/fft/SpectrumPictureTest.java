package org.modewise.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Colormap;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class SpectrumPictureTest {
    private static Spectrum2D spectrum(Field2D u) {
        return RealFft2D.of(u.grid()).forward(u);
    }

    private static int brightness(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
    }

    /** The brightness of the pixel of a signed mode: (0,0) in the middle, my upwards. */
    private static int ofMode(BufferedImage image, int mx, int my) {
        int height = image.getHeight();
        return brightness(image, image.getWidth() / 2 + mx, height - 1 - (height / 2 + my));
    }

    @ParameterizedTest
    @CsvSource({"64,64", "128,32", "8,16", "32,1", "1,1"})
    void hasOnePixelForEachModeAndTheMeanIsTheBrightest(int nx, int ny) {
        Grid2D grid = new Grid2D(nx, ny, 1, 2, 3, 4);
        Field2D u = new GaussianRandomField(2, 1).sample(grid).plus(3);
        BufferedImage image = SpectrumPicture.render(spectrum(u), Colormap.GREY);
        assertThat(image.getWidth()).isEqualTo(nx);
        assertThat(image.getHeight()).isEqualTo(ny);
        int middle = ofMode(image, 0, 0);
        for (int y = 0; y < ny; y++) {
            for (int x = 0; x < nx; x++) {
                if (x != nx / 2 || y != ny - 1 - ny / 2) {
                    assertThat(brightness(image, x, y)).isLessThan(middle);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0,5", "5,0", "3,5", "-7,2", "15,15"})
    void aWaveIsTwoPointsOppositeEachOther(int mx, int my) {
        Field2D wave = InitialFields.mode(Grid2D.unit(32), mx, my);
        BufferedImage image = SpectrumPicture.render(spectrum(wave), Colormap.GREY);
        assertThat(ofMode(image, mx, my)).isEqualTo(3 * 255);
        assertThat(ofMode(image, -mx, -my)).isEqualTo(3 * 255);
        int bright = 0;
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                bright += brightness(image, x, y) > 128 ? 1 : 0;
            }
        }
        assertThat(bright).isEqualTo(2);
    }

    @Test
    void theNyquistModesAreAtTheLeftAndTheBottom() {
        BufferedImage image =
                SpectrumPicture.render(spectrum(InitialFields.mode(Grid2D.unit(32, 16), 16, 8)), Colormap.GREY);
        assertThat(brightness(image, 0, 15)).isEqualTo(3 * 255);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 8, 20.5, 45})
    void aRingIsWhereItsRadiusSays(double radius) {
        Spectrum2D spectrum = spectrum(Field2D.of(Grid2D.unit(64, 32), (x, y) -> 0));
        BufferedImage plain = SpectrumPicture.render(spectrum, Colormap.GREY);
        BufferedImage ringed = SpectrumPicture.render(spectrum, Colormap.GREY, radius);
        int touched = 0;
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 64; x++) {
                double off = Math.abs(Math.hypot(x - 32, 15 - y) - radius);
                boolean changed = plain.getRGB(x, y) != ringed.getRGB(x, y);
                touched += changed ? 1 : 0;
                // A pen one pixel wide reaches half a pixel each way, a pixel's corner √2/2 from its middle.
                if (off > 1.21) {
                    assertThat(changed).as("pixel %d,%d", x, y).isFalse();
                } else if (off < 0.25) {
                    assertThat(changed).as("pixel %d,%d", x, y).isTrue();
                }
            }
        }
        assertThat(touched > 0).isEqualTo(radius < 40);
    }

    @Test
    void theUsualPictureHasTheUsualRings() {
        Spectrum2D spectrum = spectrum(new GaussianRandomField(1, 2).sample(Grid2D.unit(128)));
        BufferedImage usual = spectrum.toImage();
        BufferedImage same = SpectrumPicture.render(spectrum, Colormap.MAGMA, 8, 16, 32, 48);
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 128; x++) {
                assertThat(usual.getRGB(x, y)).isEqualTo(same.getRGB(x, y));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesRadiiThatAreNone(double radius) {
        Spectrum2D spectrum = spectrum(InitialFields.mode(Grid2D.unit(8), 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpectrumPicture.render(spectrum, Colormap.GREY, 2, radius))
                .withMessage("ring must be > 0 and finite, got " + radius);
    }

    @Test
    void nanIsMagentaAndInfinityTheBrightest() {
        RealFft2D plan = RealFft2D.of(Grid2D.unit(16));
        double[] half = new double[plan.spectrumLength()];
        plan.forward(InitialFields.mode(Grid2D.unit(16), 1, 2).plus(1).toArray(), half);
        half[plan.layout().index(3, 0)] = Double.NaN;
        half[plan.layout().index(5, 0)] = Double.POSITIVE_INFINITY;
        BufferedImage image = SpectrumPicture.render(plan.spectrum(half), Colormap.GREY);
        assertThat(image.getRGB(8 + 3, 7)).isEqualTo(0xFFFF00FF);
        assertThat(ofMode(image, 5, 0)).isEqualTo(3 * 255);
        assertThat(ofMode(image, 0, 0)).isEqualTo(3 * 255);
        assertThat(ofMode(image, 2, 2)).isZero();
        Field2D nan = Field2D.of(Grid2D.unit(16), (x, y) -> Double.NaN);
        BufferedImage all = SpectrumPicture.render(spectrum(nan), Colormap.GREY);
        assertThat(all.getRGB(4, 4)).isEqualTo(0xFFFF00FF);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-320, 1e-165, 1e160, 1e300})
    void faintAndHugeFieldsAreDrawn(double scale) {
        Field2D wave = InitialFields.mode(Grid2D.unit(64), 3, 1).times(scale);
        BufferedImage image = SpectrumPicture.render(spectrum(wave), Colormap.GREY);
        assertThat(ofMode(image, 3, 1)).isEqualTo(3 * 255);
        assertThat(ofMode(image, 20, 20)).isLessThan(3 * 255);
    }

    @Test
    void nullIsNamed() {
        Spectrum2D spectrum = spectrum(InitialFields.mode(Grid2D.unit(8), 1, 0));
        assertThatNullPointerException()
                .isThrownBy(() -> SpectrumPicture.render(null, Colormap.GREY))
                .withMessage("spectrum");
        assertThatNullPointerException()
                .isThrownBy(() -> SpectrumPicture.render(spectrum, Colormap.GREY, (double[]) null))
                .withMessage("rings");
        assertThatNullPointerException().isThrownBy(() -> SpectrumPicture.render(spectrum, null));
    }
}
