package org.modewise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngDamageTest {
    @TempDir
    private Path directory;

    private Path file;

    private byte[] picture() throws IOException {
        file = directory.resolve("p.png");
        InitialFields.mode(Grid2D.unit(12, 9), 1, 2).save(file);
        return Files.readAllBytes(file);
    }

    private static byte[] chunk(String type, byte... data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
        chunk.put(type.getBytes(StandardCharsets.ISO_8859_1)).put(data);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) sum.getValue()).array();
    }

    private static byte[] png(int width, int height, int depth, int colour, byte[] rows, byte[]... more)
            throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(rows);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(PngChunks.SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        file.write(chunk("IHDR", header.put((byte) depth).put((byte) colour).array()));
        for (byte[] chunk : more) {
            file.write(chunk);
        }
        file.write(chunk("IDAT", packed.toByteArray()));
        file.write(chunk("IEND"));
        return file.toByteArray();
    }

    private void refused(byte[] bytes, String words) throws IOException {
        file = directory.resolve("bad.png");
        Files.write(file, bytes);
        assertThatThrownBy(() -> Images.read(file))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("bad.png")
                .hasMessageContaining(words);
    }

    @Test
    void everyCutIsRefused() throws IOException {
        byte[] bytes = picture();
        for (int length = 0; length < bytes.length; length++) {
            refused(Arrays.copyOf(bytes, length), length < 8 ? "neither" : "at byte");
        }
    }

    @Test
    void everyFlippedByteIsRefused() throws IOException {
        byte[] bytes = picture();
        for (int k = 0; k < bytes.length; k++) {
            byte[] damaged = bytes.clone();
            damaged[k] = (byte) (damaged[k] ^ 1 << k % 8);
            refused(damaged, "bad.png");
        }
    }

    @Test
    void damageWithRightChecksumsGivesAnIoExceptionOrAField() throws IOException {
        byte[] good = png(4, 3, 8, 2, new byte[3 * 13], chunk("PLTE", new byte[6]), chunk("tRNS", new byte[6]));
        Random random = new Random(42);
        file = directory.resolve("m.png");
        int refused = 0;
        for (int trial = 0; trial < 2000; trial++) {
            byte[] damaged = good.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
            }
            repairChecksums(damaged);
            Files.write(file, damaged);
            try {
                assertThat(Images.read(file).grid().size()).isPositive();
            } catch (CorruptFileException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(500, 1999);
    }

    private static void repairChecksums(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int at = 8;
        while (at + 12 <= bytes.length) {
            int length = buffer.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                return;
            }
            CRC32 sum = new CRC32();
            sum.update(bytes, at + 4, length + 4);
            buffer.putInt(at + 8 + length, (int) sum.getValue());
            at += length + 12;
        }
    }

    @Test
    void greyPicturesOfEveryDepthAreRead() throws IOException {
        file = directory.resolve("depth.png");
        for (int depth : new int[] {1, 2, 4, 8}) {
            Files.write(file, png(1, 2, depth, 0, new byte[] {0, (byte) 0xFF, 0, 0}));
            assertThat(Images.read(file).toArray()).as("%d bits", depth).containsExactly(0, 1);
        }
        Files.write(file, png(1, 1, 16, 4, new byte[] {0, -1, -1, 0x33, 0x33}));
        assertThat(Images.read(file).toArray()).containsExactly(0.2);
    }

    @Test
    void sizesThatCannotBeAreRefusedBeforeDecoding() throws IOException {
        refused(png(40000, 40000, 8, 0, new byte[100]), "40000x40000 pixels do not fit into");
        refused(png(Integer.MAX_VALUE, Integer.MAX_VALUE, 16, 6, new byte[100]), "do not fit");
        refused(png(0, 5, 8, 0, new byte[100]), "the size is 0x5");
        refused(png(5, -1, 8, 0, new byte[100]), "the size is 5x-1");
        refused(png(9, 9, 8, 0, new byte[50]), "damaged png");
    }

    @Test
    void commentsAreSkippedAndUnknownNeededChunksAreNot() throws IOException {
        file = directory.resolve("c.png");
        Files.write(file, png(1, 1, 8, 0, new byte[] {0, -1}, chunk("tEXt", new byte[5000]), chunk("zTXt", (byte) 1)));
        assertThat(Images.read(file).toArray()).containsExactly(1);
        refused(png(1, 1, 8, 0, new byte[2], chunk("NEED")), "chunk NEED is unknown, at byte 33");
    }
}
