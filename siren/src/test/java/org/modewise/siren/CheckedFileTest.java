package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modewise.core.CorruptFileException;

/** Files that are longer than the buffer they go through, and files that change under the reader's hands. */
class CheckedFileTest {
    private static final int KIND = 7;
    /** Not a multiple of a number's size, so that numbers lie across the buffer's ends. */
    private static final int LEAD = 3;

    private static final long HEAP = Runtime.getRuntime().maxMemory();

    private static final double[] NUMBERS =
            new SplittableRandom(1).doubles(30000, -1, 1).toArray();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("numbers");
        CheckedFile.write(file, KIND, 1, out -> {
            out.bytes(new byte[LEAD]);
            out.integer(NUMBERS.length);
            out.numbers(NUMBERS, 0, NUMBERS.length);
        });
    }

    private static double[] numbers(CheckedInput in) throws IOException {
        in.ascii(LEAD);
        return in.doubles(in.count("numbers", Double.BYTES, Double.BYTES));
    }

    @Test
    void longContentComesBackBitForBit() throws IOException {
        assertThat(CheckedFile.read(file, KIND, 1, CheckedFileTest::numbers)).isEqualTo(NUMBERS);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).hasSize(24 + LEAD + 4 + 8 * NUMBERS.length + 4);
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - 4);
        assertThat(ByteBuffer.wrap(bytes).getInt(bytes.length - 4)).isEqualTo((int) checksum.getValue());
    }

    /** In every buffer there is, the last included. */
    @Test
    void aFlippedBitIsRefusedBeforeAnythingIsRead() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 24; at < bytes.length; at += 9973) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 16;
            Files.write(file, damaged);
            refused(
                    in -> {
                        throw new AssertionError("read at byte " + in.position());
                    },
                    "the checksum at byte " + (bytes.length - 4) + " is not that of what stands before");
        }
    }

    private void refused(CheckedFile.Reader<?> reader, String problem) {
        assertThatExceptionOfType(CorruptFileException.class)
                .isThrownBy(() -> CheckedFile.read(file, KIND, 1, reader))
                .withMessage(file + ": " + problem);
    }

    @Test
    void aFileThatChangesWhileItIsReadIsRefused() throws IOException {
        long size = Files.size(file);
        refused(
                in -> {
                    patch(size - 12);
                    return numbers(in);
                },
                "the bytes before byte " + (size - 4) + " changed while they were read");
        write();
        refused(
                in -> {
                    cut(100000);
                    return numbers(in);
                },
                "cut off at byte 100000 while it was read");
    }

    private void patch(long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), at);
        }
    }

    private void cut(long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    @Test
    void whatIsCutOffOrLeftOverIsNamedByItsPlace() throws IOException {
        long end = Files.size(file) - 4;
        refused(CheckedInput::integer, end - 28 + " bytes too many from byte 28");
        refused(
                in -> {
                    numbers(in);
                    return in.number();
                },
                "a number is cut off at byte " + end);
        // Each of them would need 2 GB.
        refused(
                in -> {
                    in.ascii(LEAD);
                    return in.count("things", 1, Integer.MAX_VALUE);
                },
                "from byte 27: 30000 things need 64424509410000 bytes, a heap of " + HEAP + " is too small: it has "
                        + HEAP / 2 + " for them");
    }

    /** Each of two would fit, as far as anybody knows; both do not. */
    @Test
    void allCountsTogetherMustFitIntoTheHeap() throws IOException {
        CheckedFile.write(file, KIND, 1, out -> {
            out.integer(1000);
            out.integer(1000);
            out.bytes(new byte[1000]);
        });
        int each = (int) (HEAP * 2 / 5 / 1000);
        refused(
                in -> {
                    in.count("things", 1, each);
                    return in.count("others", 1, each);
                },
                "from byte 28: 1000 others need " + 1000L * each + " bytes, a heap of " + HEAP
                        + " is too small: it has " + (HEAP / 4 * 3 - 1000L * each) + " for them");
    }

    /** A file with one int changed and the checksum made right again: what a hostile writer would do. */
    static byte[] patched(byte[] bytes, int at, int value) {
        byte[] patched = bytes.clone();
        ByteBuffer buffer = ByteBuffer.wrap(patched);
        buffer.putInt(at, value);
        CRC32C checksum = new CRC32C();
        checksum.update(patched, 0, patched.length - 4);
        buffer.putInt(patched.length - 4, (int) checksum.getValue());
        return patched;
    }
}
