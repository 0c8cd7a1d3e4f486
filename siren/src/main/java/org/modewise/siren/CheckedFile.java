package org.modewise.siren;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.modewise.core.CorruptFileException;
import org.modewise.core.internal.AtomicFile;

/**
 * A file of one piece with a checksum: magic, kind, version, length, content, CRC-32C. Written and read through buffers, so
 * that it may be larger than any array. What is read is known to be what was written before any of it is looked at: it is
 * read twice, and must still be the same the second time. Through streams, since an interrupt would close a channel.
 */
final class CheckedFile {
    private static final byte[] MAGIC = "MODEWISE".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 24;
    private static final int CHECKSUM = Integer.BYTES;

    private CheckedFile() {}

    /** What writes the content: twice, the same both times, since its length stands before it. */
    @FunctionalInterface
    interface Content {
        void writeTo(CheckedOutput out) throws IOException;
    }

    /** What reads the content. */
    @FunctionalInterface
    interface Reader<T> {
        T readFrom(CheckedInput in) throws IOException;
    }

    static void write(Path file, int kind, int version, Content content) throws IOException {
        CheckedOutput counted = new CheckedOutput(OutputStream.nullOutputStream());
        content.writeTo(counted);
        AtomicFile.write(file, stream -> {
            CheckedOutput out = new CheckedOutput(stream);
            out.bytes(MAGIC);
            out.integer(kind);
            out.integer(version);
            out.longInteger(counted.position());
            content.writeTo(out);
            out.end();
        });
    }

    /** Reads a file of a kind, of any version up to the newest. */
    static <T> T read(Path file, int kind, int newest, Reader<T> reader) throws IOException {
        // Both at once, so that a file that takes its place meanwhile is not looked at.
        try (InputStream first = Files.newInputStream(file);
                InputStream second = Files.newInputStream(file)) {
            long size = Files.size(file);
            if (size < HEADER + CHECKSUM) {
                throw new CorruptFileException(file, "the header is cut off at byte " + size);
            }
            ByteBuffer header = bytes(file, first, 0, HEADER);
            long end = size - CHECKSUM;
            int version = version(file, header, kind, newest);
            long length = header.getLong(16);
            if (length != end - HEADER) {
                throw new CorruptFileException(
                        file, "a content of " + length + " bytes does not end where the file does, at byte " + size);
            }
            int actual = new CheckedInput(file, version, first, header.array(), end).checksum();
            int checksum = bytes(file, first, end, CHECKSUM).getInt();
            if (actual != checksum) {
                throw new CorruptFileException(
                        file, "the checksum at byte " + end + " is not that of what stands before");
            }
            CheckedInput in = new CheckedInput(
                    file, version, second, bytes(file, second, 0, HEADER).array(), end);
            T content = reader.readFrom(in);
            in.end();
            if (in.checksum() != checksum) {
                throw new CorruptFileException(file, "the bytes before byte " + end + " changed while they were read");
            }
            return content;
        }
    }

    private static int version(Path file, ByteBuffer header, int kind, int newest) throws CorruptFileException {
        if (!Arrays.equals(header.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new CorruptFileException(file, "not a Modewise file: bytes 0 to 7 are not MODEWISE");
        }
        int actual = header.getInt(8);
        if (actual != kind) {
            throw new CorruptFileException(file, "kind must be " + kind + ", got " + actual + " at byte 8");
        }
        int version = header.getInt(12);
        if (version < 1 || version > newest) {
            throw new CorruptFileException(
                    file, "version must be from 1 to " + newest + ", got " + version + " at byte 12");
        }
        return version;
    }

    /** So many bytes of a stream that stands at a byte of the file. */
    private static ByteBuffer bytes(Path file, InputStream stream, long at, int count) throws IOException {
        byte[] bytes = stream.readNBytes(count);
        if (bytes.length < count) {
            throw new CorruptFileException(file, "cut off at byte " + (at + bytes.length) + " while it was read");
        }
        return ByteBuffer.wrap(bytes);
    }
}
