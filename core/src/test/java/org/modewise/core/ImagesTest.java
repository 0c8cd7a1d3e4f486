package org.modewise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
    private static final Field2D CORNERS = Field2D.of(Grid2D.unit(2), 0, 85, 170, 255);

    @TempDir
    private Path directory;

    private Path written(BufferedImage image, String format) throws IOException {
        Path file = directory.resolve("picture." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    @Test
    void rowZeroIsTheBottomOfThePicture() {
        BufferedImage image = CORNERS.toImage(Colormap.GREY);
        assertThat(image.getRGB(0, 1)).isEqualTo(0xFF000000);
        assertThat(image.getRGB(1, 1)).isEqualTo(0xFF555555);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFAAAAAA);
        assertThat(image.getRGB(1, 0)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void aPictureReadAndSavedIsUprightAgain() throws IOException {
        Path file = directory.resolve("grey.png");
        Images.write(CORNERS, Colormap.GREY, file);
        Field2D read = Images.read(file);
        assertThat(read).isEqualTo(CORNERS.map(u -> u / 255));
        Images.write(read, Colormap.GREY, file);
        assertThat(Images.read(file)).isEqualTo(read);
        CORNERS.save(file);
        assertThat(ImageIO.read(file.toFile()).getRGB(1, 0)).isEqualTo(0xFFFDE725);
    }

    @Test
    void rangesMapToTheEndsOfTheColours() {
        Field2D field = Field2D.of(Grid2D.line(4, 0, 1), -1, 0, 2, 3);
        BufferedImage image = Images.render(field, Colormap.VIRIDIS, 0, 2);
        assertThat(new int[] {image.getRGB(0, 0), image.getRGB(1, 0), image.getRGB(2, 0), image.getRGB(3, 0)})
                .containsExactly(0xFF440154, 0xFF440154, 0xFFFDE725, 0xFFFDE725);
        assertThat(Images.render(Field2D.of(Grid2D.unit(1), 7), Colormap.GREY).getRGB(0, 0))
                .isEqualTo(0xFF808080);
        Field2D huge = Field2D.of(Grid2D.line(3, 0, 1), -Double.MAX_VALUE, 0, Double.MAX_VALUE);
        assertThat(huge.toImage(Colormap.GREY).getRGB(1, 0)).isEqualTo(0xFF808080);
        Field2D tiny = Field2D.of(Grid2D.line(2, 0, 1), 0, Double.MIN_VALUE);
        assertThat(tiny.toImage(Colormap.GREY).getRGB(1, 0)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void nanIsMagentaAndInfinityTheNearerEnd() {
        Field2D field =
                Field2D.of(Grid2D.line(5, 0, 1), Double.NaN, Double.NEGATIVE_INFINITY, 0, 1, Double.POSITIVE_INFINITY);
        BufferedImage image = field.toImage();
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFF00FF);
        assertThat(image.getRGB(1, 0)).isEqualTo(image.getRGB(2, 0)).isEqualTo(0xFF440154);
        assertThat(image.getRGB(4, 0)).isEqualTo(image.getRGB(3, 0)).isEqualTo(0xFFFDE725);
        assertThat(field.map(u -> Double.NaN).toImage().getRGB(3, 0)).isEqualTo(0xFFFF00FF);
        assertThat(Images.render(field.map(u -> Double.POSITIVE_INFINITY), Colormap.GREY)
                        .getRGB(0, 0))
                .isEqualTo(0xFFFFFFFF);
    }

    @Test
    void coloursBecomeLuma() throws IOException {
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_INT_RGB);
        int[] colours = {0xFF0000, 0x00FF00, 0x0000FF, 0x123456};
        image.setRGB(0, 0, 4, 1, colours, 0, 4);
        double[] luma = Images.read(written(image, "png")).toArray();
        assertThat(luma).containsExactly(new double[] {0.2126, 0.7152, 0.0722, 47.2264 / 255}, within(1e-15));
    }

    @Test
    void sixteenBitGreysKeepTheirBits() throws IOException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setPixels(0, 0, 3, 1, new int[] {1, 32768, 65535});
        assertThat(Images.read(written(image, "png")).toArray()).containsExactly(1 / 65535.0, 32768 / 65535.0, 1);
    }

    @Test
    void sixteenBitColoursAndBitmapsAreRead() throws IOException {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(1, 1);
        raster.setPixel(0, 0, new int[] {65535, 1, 0});
        Path file = written(new BufferedImage(model, raster, false, null), "png");
        assertThat(Images.read(file).get(0, 0)).isCloseTo(0.2126 + 0.7152 / 65535, within(1e-15));
        BufferedImage bitmap = new BufferedImage(9, 2, BufferedImage.TYPE_BYTE_BINARY);
        bitmap.setRGB(8, 0, 0xFFFFFFFF);
        Field2D read = Images.read(written(bitmap, "png"));
        assertThat(read.get(8, 1)).isEqualTo(1);
        assertThat(read.mean()).isCloseTo(1 / 18.0, within(1e-17));
    }

    @Test
    void transparencyShowsBlack() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x33FFFFFF);
        image.setRGB(1, 0, new Color(255, 255, 255, 255).getRGB());
        assertThat(Images.read(written(image, "png")).toArray()).containsExactly(0.2, 1);
    }

    @Test
    void jpegsAreReadAndTruncatedOnesRefused() throws IOException {
        BufferedImage image =
                InitialFields.gaussian(Grid2D.unit(64), 0.1, 0.8, 0.2).toImage(Colormap.GREY);
        Path file = written(image, "jpeg");
        Field2D read = Images.read(file);
        // JPEG at its default quality is off by a few greys of 255.
        double[] exact = new double[64 * 64];
        for (int k = 0; k < exact.length; k++) {
            exact[k] = (image.getRGB(k % 64, 63 - k / 64) & 0xFF) / 255.0;
        }
        assertThat(read.minus(Field2D.of(Grid2D.unit(64), exact)).maxNorm()).isLessThan(0.08);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length * 3 / 4));
        assertThatThrownBy(() -> Images.read(file)).isInstanceOf(CorruptFileException.class);
    }

    @Test
    void otherFilesAreRefusedByName() throws IOException {
        Path file = Files.writeString(directory.resolve("text.png"), "no picture");
        assertThatThrownBy(() -> Images.read(file))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("text.png")
                .hasMessageContaining("neither a PNG nor a JPEG");
        assertThatThrownBy(() -> Images.read(Files.createFile(directory.resolve("empty.png"))))
                .isInstanceOf(CorruptFileException.class);
        assertThatThrownBy(() -> Images.read(directory.resolve("none.png"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void badRangesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Images.render(CORNERS, Colormap.GREY, 1, 0))
                .withMessage("lo must be <= hi, got lo 1.0 and hi 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Images.write(CORNERS, Colormap.GREY, Double.NaN, 0, directory.resolve("a.png")))
                .withMessageContaining("lo must be finite");
        assertThat(directory).isEmptyDirectory();
    }
}
