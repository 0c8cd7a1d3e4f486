package org.modewise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modewise.core.Colormap;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.Images;
import org.modewise.core.InitialFields;
import org.modewise.fft.RealFft2D;

class HeatPhotographTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return HeatPhotograph.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void assertRefused(String line) {
        assertThat(printed()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .isEqualTo("modewise-photograph: " + line);
    }

    @Test
    void solvesAnyPictureAndWritesPictures() throws IOException {
        Path photo = folder.resolve("letter.png");
        Field2D letter = InitialFields.text(Grid2D.unit(60, 45), "A");
        Images.write(letter, Colormap.GREY, 0, 1, photo);
        assertThat(run("--out", folder.resolve("new/folder").toString(), photo.toString()))
                .isZero();
        assertThat(printed().lines().filter(line -> line.startsWith("step "))).hasSize(6);
        assertThat(printed())
                .contains("60x45")
                .contains("kernel " + RealFft2D.of(letter.grid()).kernel())
                .contains("us/frame");
        for (int step = 0; step < 6; step++) {
            assertThat(folder.resolve("new/folder/heat-" + step + ".png")).isNotEmptyFile();
            assertThat(folder.resolve("new/folder/spectrum-" + step + ".png")).isNotEmptyFile();
        }
        assertThat(folder.resolve("new/folder/heat.gif")).isNotEmptyFile();
        assertThat(folder.resolve("new/folder/overview.png")).isNotEmptyFile();
        // At t = 0 the picture comes out as it went in, right way up.
        Field2D out = Images.read(folder.resolve("new/folder/heat-0.png"));
        assertThat(out.minus(Images.read(photo)).maxNorm()).isLessThanOrEqualTo(1.0 / 255);
    }

    @Test
    void bundledPhotographIsThere() {
        assertThat(run("--out", folder.toString())).isZero();
        assertThat(printed()).contains("512x512").contains("mode (0,1)");
    }

    @Test
    void helpIsHelp() {
        assertThat(run("--help")).isZero();
        assertThat(printed()).startsWith("usage: modewise-photograph");
    }

    @Test
    void missingFileIsOneLine() {
        assertThat(run("--out", folder.toString(), "no-such.png")).isEqualTo(2);
        assertRefused("no such file: no-such.png");
    }

    @Test
    void brokenFileIsOneLine() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
        assertThat(run("--out", folder.toString(), broken.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("broken.png");
    }

    @Test
    void foldersAndFilesInEachOthersPlaceAreOneLine() throws IOException {
        assertThat(run("--out", folder.toString(), folder.toString())).isEqualTo(2);
        assertRefused("a folder, not a picture: " + folder);
        err.reset();
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(run("--out", file.toString())).isEqualTo(2);
        assertRefused("not a folder: " + file);
    }

    @Test
    void theNarrowestPictureHasAnOverview() throws IOException {
        Path photo = folder.resolve("line.png");
        Images.write(InitialFields.mode(Grid2D.unit(1000, 1), 3, 0), Colormap.GREY, photo);
        assertThat(run("--out", folder.toString(), photo.toString())).isZero();
        assertThat(folder.resolve("overview.png")).isNotEmptyFile();
    }

    @Test
    void unknownArgumentsAreOneLine() {
        assertThat(run("--quick")).isEqualTo(2);
        assertRefused("cannot take '--quick'; --help lists what it takes");
        err.reset();
        assertThat(run("--out")).isEqualTo(2);
        assertRefused("--out needs a folder");
        err.reset();
        assertThat(run("a.png", "b.png")).isEqualTo(2);
        assertRefused("cannot take 'b.png'; --help lists what it takes");
    }
}
