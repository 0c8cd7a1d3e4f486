package org.modewise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTest {
    /** The first 128 bytes that numpy.save (NumPy 2.4) writes for a float64 array of shape (2, 3). */
    private static final byte[] NUMPY_HEADER = HexFormat.of()
            .parseHex("934e554d5059010076007b276465736372273a20273c6638272c2027666f727472616e5f6f72646572273a2046616c"
                    + "73652c20277368617065273a2028322c2033292c207d" + "20".repeat(58) + "0a");

    @TempDir
    private Path directory;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("a.npy"), bytes);
    }

    private static byte[] npy(int major, String dictionary, byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) major, 0});
        ByteBuffer length = ByteBuffer.allocate(major == 1 ? 2 : 4).order(ByteOrder.LITTLE_ENDIAN);
        byte[] text = dictionary.getBytes(StandardCharsets.UTF_8);
        out.write((major == 1 ? length.putShort((short) text.length) : length.putInt(text.length)).array());
        out.write(text);
        out.write(data);
        return out.toByteArray();
    }

    private static String dictionary(String type, boolean fortran, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape
                + ", }  \n";
    }

    private static byte[] doubles(ByteOrder order, double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(order);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }

    @Test
    void theBytesAreThoseOfNumPy() throws IOException {
        Path file = directory.resolve("w.npy");
        Field2D field = Field2D.of(Grid2D.unit(3, 2), 1, 2, 3, 4, 5, 6);
        Npy.write(field, file);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(Arrays.copyOf(bytes, 128)).isEqualTo(NUMPY_HEADER);
        assertThat(Arrays.copyOfRange(bytes, 128, bytes.length))
                .isEqualTo(doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6));
        assertThat(Npy.read(file)).isEqualTo(field);
    }

    @Property(tries = 50)
    void everyBitComesBack(@ForAll @Size(12) double[] values) throws IOException {
        values[0] = -0.0;
        values[1] = Double.NaN;
        values[2] = Double.MIN_VALUE;
        Grid2D grid = new Grid2D(4, 3, -1, 2, 5, 6);
        Field2D field = Field2D.of(grid, values);
        Path file = Files.createTempFile("modewise", ".npy");
        try {
            Npy.write(field, file);
            assertThat(Npy.read(file, grid)).isEqualTo(field);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void filesLargerThanTheBufferComeBack() throws IOException {
        Field2D field = InitialFields.gaussian(Grid2D.unit(211, 157), 0.2);
        Path file = directory.resolve("large.npy");
        Npy.write(field, file);
        assertThat(Npy.read(file)).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void everyVersionAndByteOrderIsRead(int major) throws IOException {
        Field2D expected = Field2D.of(Grid2D.unit(3, 2), 1, 2, 3, 4, 5, 6);
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            String sign = order == ByteOrder.LITTLE_ENDIAN ? "<" : ">";
            byte[] rows = doubles(order, 1, 2, 3, 4, 5, 6);
            assertThat(Npy.read(file(npy(major, dictionary(sign + "f8", false, "(2, 3)"), rows))))
                    .isEqualTo(expected);
            byte[] columns = doubles(order, 1, 4, 2, 5, 3, 6);
            assertThat(Npy.read(file(npy(major, dictionary(sign + "f8", true, "(2, 3)"), columns))))
                    .isEqualTo(expected);
            ByteBuffer floats = ByteBuffer.allocate(24).order(order);
            for (int k = 1; k <= 6; k++) {
                floats.putFloat(k);
            }
            assertThat(Npy.read(file(npy(major, dictionary(sign + "f4", false, "(2, 3)"), floats.array()))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void oneDimensionIsALine() throws IOException {
        byte[] data = doubles(ByteOrder.LITTLE_ENDIAN, 7, 8);
        assertThat(Npy.read(file(npy(1, "{\"shape\":(2,),\"descr\":\"<f8\",\"fortran_order\":False}", data))))
                .isEqualTo(Field2D.of(Grid2D.line(2, 0, 1), 7, 8));
        Grid2D grid = Grid2D.line(2, -3, 4);
        assertThat(Npy.read(file(npy(1, dictionary("<f8", false, "(2,)"), data)), grid))
                .isEqualTo(Field2D.of(grid, 7, 8));
    }

    @Test
    void anotherGridIsRefused() throws IOException {
        Path file = directory.resolve("a.npy");
        Npy.write(Field2D.of(Grid2D.unit(3, 2), new double[6]), file);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Npy.read(file, Grid2D.unit(2, 3)))
                .withMessageContaining("2x3")
                .withMessageContaining("3x2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'descr': '<i8', 'fortran_order': False, 'shape': (1, 1), } | it is '<i8'",
                "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), } | it is a structure",
                "{'descr': '<f8', 'fortran_order': 1, 'shape': (1, 1), } | expected True or False",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-1, 1), } | expected a size",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 1), } | it is 0",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1), } | expected ','",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (), } | it has 0",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1, 1), } | it has 3",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999, 1), } | it is 9999999999999",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647, 2147483647), } | must end at byte",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), } | must end at byte",
                "{'descr': '<f8', 'fortran_order': False, } | is missing",
                "{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (1, 1), } | comes twice",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1), 'x': 1 } | unknown",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1), } x | follows",
                "{'descr': '<f8 | expected a string",
                "[] | expected '{', at byte 10",
            })
    void badHeadersAreRefused(String dictionary, String words) throws IOException {
        Path file = file(npy(1, dictionary, new byte[8]));
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("a.npy")
                .hasMessageContaining(words);
    }

    @Test
    void objectsAreRefused() throws IOException {
        Path file = file(npy(1, dictionary("|O", false, "(1, 1)"), new byte[8]));
        assertThatThrownBy(() -> Npy.read(file)).hasMessageContaining("it is '|O', at byte");
    }

    @Test
    void hostileLengthsAreRefusedBeforeAllocation() throws IOException {
        byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, -1};
        assertThatThrownBy(() -> Npy.read(file(start))).hasMessageContaining("4294967295 bytes is too long");
        start[6] = 9;
        assertThatThrownBy(() -> Npy.read(file(start))).hasMessageContaining("version 9.0");
        start[3] = 'n';
        assertThatThrownBy(() -> Npy.read(file(start))).hasMessageContaining("byte 3 is not");
    }

    @Test
    void everyCutAndEveryTailIsRefused() throws IOException {
        byte[] bytes = npy(1, dictionary("<f8", false, "(2, 3)"), new byte[48]);
        for (int length = 0; length < bytes.length + 9; length++) {
            Path file = file(Arrays.copyOf(bytes, length));
            if (length != bytes.length) {
                assertThatThrownBy(() -> Npy.read(file)).isInstanceOf(CorruptFileException.class);
            }
        }
    }

    @Test
    void anInterruptedThreadWritesAndReads() throws IOException {
        Path file = directory.resolve("interrupted.npy");
        Field2D field = Field2D.of(Grid2D.unit(3, 2), 1, 2, 3, 4, 5, 6);
        Thread.currentThread().interrupt();
        try {
            Npy.write(field, file);
            assertThat(Npy.read(file)).isEqualTo(field);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void damageGivesAnIoExceptionOrAField() throws IOException {
        byte[] good = npy(1, dictionary("<f8", false, "(2, 3)"), new byte[48]);
        Random random = new Random(7);
        String alphabet = "{}()[],:' 0123456789<>f8TrueFalse\n\0\u00ff";
        int refused = 0;
        for (int trial = 0; trial < 3000; trial++) {
            byte[] damaged = good.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                damaged[random.nextInt(80)] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            Path file = file(damaged);
            try {
                assertThat(Npy.read(file).grid().size()).isEqualTo(6);
            } catch (CorruptFileException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(2000, 2999);
    }
}
