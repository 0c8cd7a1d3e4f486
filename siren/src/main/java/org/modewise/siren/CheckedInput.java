package org.modewise.siren;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.modewise.core.CorruptFileException;

/**
 * The numbers of a {@link CheckedFile}'s content, big-endian, through a buffer. No count among them is believed before what
 * is left of the file has been seen to hold as much, and the heap too: half of it each, three quarters of it all together.
 */
final class CheckedInput {
    private final Path file;
    private final int version;
    private final InputStream stream;
    private final long end;
    private final ByteBuffer buffer = ByteBuffer.allocate(CheckedOutput.BUFFER).limit(0);
    private final CRC32C checksum = new CRC32C();
    /** Where in the file the buffer ends. */
    private long loaded;
    /** The bytes in memory of all counts so far. */
    private long memory;

    /** Reads what stands between a header, which has been read from the stream, and an end. */
    CheckedInput(Path file, int version, InputStream stream, byte[] header, long end) {
        this.file = file;
        this.version = version;
        this.stream = stream;
        this.end = end;
        this.loaded = header.length;
        checksum.update(header);
    }

    /** The version of what is read. */
    int version() {
        return version;
    }

    /** Where the next number stands. */
    long position() {
        return loaded - buffer.remaining();
    }

    private long remaining() {
        return end - position();
    }

    int integer() throws IOException {
        need("a number", Integer.BYTES);
        return buffer.getInt();
    }

    double number() throws IOException {
        need("a number", Double.BYTES);
        return buffer.getDouble();
    }

    /** So many characters, few, without the zeros at their end. */
    String ascii(int length) throws IOException {
        need("a name", length);
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        int last = length;
        while (last > 0 && bytes[last - 1] == 0) {
            last--;
        }
        return new String(bytes, 0, last, StandardCharsets.US_ASCII);
    }

    /** A count and so many bytes of UTF-8. */
    String utf8(String what) throws IOException {
        // Bytes, and the characters they become.
        byte[] bytes = new byte[count(what, 1, 1 + Character.BYTES)];
        for (int k = 0; k < bytes.length; ) {
            need(what, 1);
            int some = Math.min(bytes.length - k, buffer.remaining());
            buffer.get(bytes, k, some);
            k += some;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A count of things that follow, of so many bytes each in the file and so many in memory. */
    int count(String what, int bytesEach, int memoryEach) throws IOException {
        long at = position();
        int count = integer();
        if (count < 0 || (long) count * bytesEach > remaining()) {
            throw new CorruptFileException(
                    file, count + " " + what + " do not fit into the " + remaining() + " bytes after byte " + at);
        }
        // Half of it each: a state is turned into something of its size.
        requireHeap(
                at,
                count + " " + what,
                (long) count * memoryEach,
                Runtime.getRuntime().maxMemory() / 2);
        return count;
    }

    /** Refuses what, together with all that has been counted before, fills more than three quarters of the heap. */
    void requireHeap(long at, String what, long bytes) throws CorruptFileException {
        requireHeap(at, what, bytes, Long.MAX_VALUE);
    }

    private void requireHeap(long at, String what, long bytes, long mostEach) throws CorruptFileException {
        long heap = Runtime.getRuntime().maxMemory();
        long most = Math.min(heap / 4 * 3 - memory, mostEach);
        if (bytes > most) {
            throw corrupt(
                    at,
                    what + " need " + bytes + " bytes, a heap of " + heap + " is too small: it has " + most
                            + " for them");
        }
        memory += bytes;
    }

    /** So many doubles, which {@link #count} or another check has let pass. */
    double[] doubles(int count) throws IOException {
        double[] values = new double[count];
        for (int k = 0; k < count; ) {
            need("a number", Double.BYTES);
            int some = Math.min(count - k, buffer.remaining() / Double.BYTES);
            buffer.asDoubleBuffer().get(values, k, some);
            buffer.position(buffer.position() + some * Double.BYTES);
            k += some;
        }
        return values;
    }

    /** Refuses anything that follows. */
    void end() throws CorruptFileException {
        if (remaining() > 0) {
            throw new CorruptFileException(file, remaining() + " bytes too many from byte " + position());
        }
    }

    /** The CRC-32C of header and content, what has not been read yet included. */
    int checksum() throws IOException {
        while (remaining() > 0) {
            buffer.position(buffer.limit());
            if (remaining() > 0) {
                load();
            }
        }
        return (int) checksum.getValue();
    }

    private void need(String what, int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            if (remaining() < bytes) {
                throw new CorruptFileException(file, what + " is cut off at byte " + position());
            }
            load();
        }
    }

    /** As many bytes as there are and the buffer has room for. */
    private void load() throws IOException {
        buffer.compact();
        int from = buffer.position();
        int count = (int) Math.min(buffer.remaining(), end - loaded);
        int actual = stream.readNBytes(buffer.array(), from, count);
        loaded += actual;
        if (actual < count) {
            throw new CorruptFileException(file, "cut off at byte " + loaded + " while it was read");
        }
        checksum.update(buffer.array(), from, count);
        buffer.position(from + count).flip();
    }

    /** What to throw if something is wrong with what starts at a byte. */
    CorruptFileException corrupt(long at, String problem) {
        return new CorruptFileException(file, "from byte " + at + ": " + problem);
    }

    /** What to throw if what starts at a byte contradicts itself. */
    CorruptFileException corrupt(long at, Exception cause) {
        return new CorruptFileException(file, "from byte " + at + ": " + cause.getMessage(), cause);
    }
}
