package org.modewise.siren;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.modewise.core.CorruptFileException;
import org.modewise.core.internal.AtomicFile;

/**
 * A file of one piece with a checksum: magic, kind, version, length, content, CRC-32C. What is read is known to be what was
 * written before any of it is looked at, and no count in it is believed before what is left has been seen to hold as much.
 */
final class CheckedFile {
    private static final byte[] MAGIC = "MODEWISE".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 24;
    private static final int CHECKSUM = Integer.BYTES;

    private final Path file;
    private final int version;
    private final ByteBuffer content;

    private CheckedFile(Path file, int version, ByteBuffer content) {
        this.file = file;
        this.version = version;
        this.content = content;
    }

    /** What writes the content. */
    @FunctionalInterface
    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    static void write(Path file, int kind, int version, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(new DataOutputStream(bytes));
        ByteBuffer whole = ByteBuffer.allocate(HEADER + bytes.size() + CHECKSUM);
        whole.put(MAGIC).putInt(kind).putInt(version).putLong(bytes.size()).put(bytes.toByteArray());
        CRC32C checksum = new CRC32C();
        checksum.update(whole.array(), 0, whole.position());
        whole.putInt((int) checksum.getValue());
        AtomicFile.write(file, out -> out.write(whole.array()));
    }

    /** Reads a file of a kind, of any version up to the newest. */
    static CheckedFile read(Path file, int kind, int newest) throws IOException {
        long size = Files.size(file);
        // The bytes, the numbers in them, the network's own copy and its weights with their factors, and a rest.
        long most = Math.min(Runtime.getRuntime().maxMemory() / 5, Integer.MAX_VALUE - 8);
        if (size > most) {
            throw new CorruptFileException(file, size + " bytes are more than the " + most + " that can be read");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes((int) size);
        }
        ByteBuffer whole = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER + CHECKSUM) {
            throw new CorruptFileException(file, "the header is cut off at byte " + bytes.length);
        }
        if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new CorruptFileException(file, "not a Modewise file: bytes 0 to 7 are not MODEWISE");
        }
        int actual = whole.getInt(8);
        if (actual != kind) {
            throw new CorruptFileException(file, "kind must be " + kind + ", got " + actual + " at byte 8");
        }
        int version = whole.getInt(12);
        if (version < 1 || version > newest) {
            throw new CorruptFileException(
                    file, "version must be from 1 to " + newest + ", got " + version + " at byte 12");
        }
        long length = whole.getLong(16);
        if (length != bytes.length - HEADER - CHECKSUM) {
            throw new CorruptFileException(
                    file,
                    "a content of " + length + " bytes does not end where the file does, at byte " + bytes.length);
        }
        int end = bytes.length - CHECKSUM;
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, end);
        if ((int) checksum.getValue() != whole.getInt(end)) {
            throw new CorruptFileException(file, "the checksum at byte " + end + " is not that of what stands before");
        }
        return new CheckedFile(file, version, whole.position(HEADER).limit(end));
    }

    /** The version of what is read. */
    int version() {
        return version;
    }

    /** Where the next number stands. */
    int position() {
        return content.position();
    }

    int integer() throws CorruptFileException {
        need("a number", Integer.BYTES);
        return content.getInt();
    }

    double number() throws CorruptFileException {
        need("a number", Double.BYTES);
        return content.getDouble();
    }

    /** So many characters, without the zeros at their end. */
    String ascii(int length) throws CorruptFileException {
        need("a name", length);
        byte[] bytes = new byte[length];
        content.get(bytes);
        int end = length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.US_ASCII);
    }

    /** A count and so many bytes of UTF-8. */
    String utf8(String what) throws CorruptFileException {
        byte[] bytes = new byte[count(what, 1)];
        content.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A count of things of a size that follow. */
    int count(String what, int bytesEach) throws CorruptFileException {
        int at = position();
        int count = integer();
        if (count < 0 || (long) count * bytesEach > content.remaining()) {
            throw new CorruptFileException(
                    file,
                    count + " " + what + " do not fit into the " + content.remaining() + " bytes after byte " + at);
        }
        return count;
    }

    /** A count and so many doubles. */
    double[] doubles(String what) throws CorruptFileException {
        double[] values = new double[count(what, Double.BYTES)];
        for (int k = 0; k < values.length; k++) {
            values[k] = content.getDouble();
        }
        return values;
    }

    /** Refuses anything that follows. */
    void end() throws CorruptFileException {
        if (content.hasRemaining()) {
            throw new CorruptFileException(
                    file, content.remaining() + " bytes too many from byte " + content.position());
        }
    }

    private void need(String what, int bytes) throws CorruptFileException {
        if (content.remaining() < bytes) {
            throw new CorruptFileException(file, what + " is cut off at byte " + content.position());
        }
    }

    /** What to throw if something is wrong with what starts at a byte. */
    CorruptFileException corrupt(int at, String problem) {
        return new CorruptFileException(file, "from byte " + at + ": " + problem);
    }

    /** What to throw if what starts at a byte contradicts itself. */
    CorruptFileException corrupt(int at, Exception cause) {
        return new CorruptFileException(file, "from byte " + at + ": " + cause.getMessage(), cause);
    }
}
