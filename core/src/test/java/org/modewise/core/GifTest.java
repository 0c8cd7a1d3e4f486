package org.modewise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifTest {
    private static final List<Field2D> FRAMES = IntStream.range(0, 5)
            .mapToObj(k -> Field2D.of(Grid2D.unit(6, 4), (x, y) -> k + x / 2 + y / 3))
            .toList();

    @TempDir
    private Path directory;

    private interface Check {
        void on(ImageReader reader) throws IOException;
    }

    private static void reading(Path file, Check check) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(stream);
            check.on(reader);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void framesDelayLoopPaletteAndPixelsComeBack() throws IOException {
        Path file = directory.resolve("a.gif");
        Images.writeGif(FRAMES, Colormap.MAGMA, 44, file);
        reading(file, reader -> {
            assertThat(reader.getNumImages(true)).isEqualTo(5);
            for (int k = 0; k < 5; k++) {
                BufferedImage image = reader.read(k);
                IndexColorModel palette = (IndexColorModel) image.getColorModel();
                assertThat(palette.getMapSize()).isEqualTo(256);
                for (int entry = 0; entry < 256; entry++) {
                    assertThat(palette.getRGB(entry))
                            .isEqualTo(Colormap.MAGMA.palette().getRGB(entry));
                }
                BufferedImage expected = Images.render(
                        FRAMES.get(k), Colormap.MAGMA, 0, FRAMES.get(4).max());
                for (int pixel = 0; pixel < 24; pixel++) {
                    assertThat(image.getRGB(pixel % 6, pixel / 6)).isEqualTo(expected.getRGB(pixel % 6, pixel / 6));
                }
                IIOMetadataNode root =
                        (IIOMetadataNode) reader.getImageMetadata(k).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                assertThat(control.getAttribute("delayTime")).isEqualTo("4");
                assertThat(root.getElementsByTagName("LocalColorTable").getLength())
                        .isZero();
            }
        });
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("GIF89a").containsOnlyOnce("NETSCAPE2.0\u0003\u0001\u0000\u0000\u0000");
    }

    @Test
    void rowZeroIsTheBottom() throws IOException {
        Path file = directory.resolve("b.gif");
        Field2D field = Field2D.of(Grid2D.unit(1, 2), 0, 1);
        Images.writeGif(List.of(field), Colormap.GREY, 0, 4, 100, file);
        reading(file, reader -> {
            assertThat(reader.read(0).getRGB(0, 1)).isEqualTo(0xFF000000);
            assertThat(reader.read(0).getRGB(0, 0)).isEqualTo(0xFF404040);
        });
    }

    @Test
    void nanTakesThePlaceOfTheLastColourInItsFrame() throws IOException {
        Path file = directory.resolve("n.gif");
        Field2D nan = Field2D.of(Grid2D.line(3, 0, 1), 0, 1, Double.NaN);
        Field2D one = nan.map(u -> 1);
        for (List<Field2D> frames : List.of(List.of(nan, one, nan), List.of(one, nan, one))) {
            Images.writeGif(frames, Colormap.GREY, 0, 1, 100, file);
            reading(file, reader -> {
                assertThat(reader.getNumImages(true)).isEqualTo(3);
                for (int k = 0; k < 3; k++) {
                    boolean whole = frames.get(k) == one;
                    assertThat(reader.read(k).getRGB(0, 0)).isEqualTo(whole ? 0xFFFFFFFF : 0xFF000000);
                    assertThat(reader.read(k).getRGB(1, 0)).isEqualTo(whole ? 0xFFFFFFFF : 0xFFFEFEFE);
                    assertThat(reader.read(k).getRGB(2, 0)).isEqualTo(whole ? 0xFFFFFFFF : 0xFFFF00FF);
                }
            });
        }
    }

    @Test
    void framesAreAskedForOneByOne() throws IOException {
        Path file = directory.resolve("l.gif");
        List<Path> seen = new ArrayList<>();
        Iterable<Field2D> lazily = () -> IntStream.range(0, 3)
                .mapToObj(k -> {
                    try (Stream<Path> files = Files.list(directory)) {
                        files.forEach(seen::add);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return FRAMES.get(k);
                })
                .iterator();
        Images.writeGif(lazily, Colormap.MAGMA, 0, 3, 44, file);
        assertThat(seen).as("what lay in the directory meanwhile").doesNotContain(file);
        Path atOnce = directory.resolve("a.gif");
        Images.writeGif(FRAMES.subList(0, 3), Colormap.MAGMA, 0, 3, 44, atOnce);
        assertThat(file).hasSameBinaryContentAs(atOnce);
    }

    @Test
    void aSequenceThatFailsLeavesNoFile() {
        Path file = directory.resolve("f.gif");
        IllegalStateException failure = new IllegalStateException("no more");
        Iterable<Field2D> failing = () -> Stream.of(0, 1)
                .map(k -> {
                    if (k == 1) {
                        throw failure;
                    }
                    return FRAMES.get(0);
                })
                .iterator();
        assertThatThrownBy(() -> Images.writeGif(failing, Colormap.GREY, 0, 1, 100, file))
                .isSameAs(failure);
        assertThatNullPointerException()
                .isThrownBy(() -> Images.writeGif(Arrays.asList(FRAMES.get(0), null), Colormap.GREY, 0, 1, 100, file))
                .withMessage("frame 1");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void badFramesAreRefused() {
        Path file = directory.resolve("x.gif");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Images.writeGif(List.of(), Colormap.GREY, 100, file))
                .withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Images.writeGif(List.of(), Colormap.GREY, 0, 1, 100, file))
                .withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Images.writeGif(FRAMES, Colormap.GREY, 9, file))
                .withMessageContaining("from 10 to 655350, got 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Images.writeGif(
                        List.of(FRAMES.get(0), Field2D.of(Grid2D.unit(1), 1)), Colormap.GREY, 100, file))
                .withMessageContaining("6x4 and, as frame 1, 1x1");
        assertThat(directory).isEmptyDirectory();
    }
}
