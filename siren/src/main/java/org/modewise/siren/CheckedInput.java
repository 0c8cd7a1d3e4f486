package org.modewise.siren;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.modewise.core.CorruptFileException;

/**
 * The numbers of a {@link CheckedFile}'s content, big-endian, through a buffer. No count among them is believed before what
 * is left of the file has been seen to hold as much, and half of the heap too.
 */
final class CheckedInput {
    private final Path file;
    private final int version;
    private final SeekableByteChannel channel;
    private final long end;
    private final ByteBuffer buffer = ByteBuffer.allocate(CheckedOutput.BUFFER).limit(0);
    private final CRC32C checksum = new CRC32C();
    /** Where in the file the buffer ends. */
    private long loaded;

    /** Reads what stands between a header, which is known, and an end. */
    CheckedInput(Path file, int version, SeekableByteChannel channel, byte[] header, long end) throws IOException {
        this.file = file;
        this.version = version;
        this.channel = channel;
        this.end = end;
        this.loaded = header.length;
        channel.position(header.length);
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
        for (int k = 0; k < bytes.length; k++) {
            need(what, 1);
            bytes[k] = buffer.get();
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
        requireHeap(at, count + " " + what, (long) count * memoryEach);
        return count;
    }

    /** Refuses what fills more than half of the heap: it will be turned into something of its size. */
    void requireHeap(long at, String what, long bytes) throws CorruptFileException {
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (bytes > most) {
            throw corrupt(at, what + " take " + bytes + " bytes, more than the " + most + " there are for them");
        }
    }

    /** So many doubles, which {@link #count} or another check has let pass. */
    double[] doubles(int count) throws IOException {
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = number();
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
        buffer.limit((int) Math.min(buffer.capacity(), from + (end - loaded)));
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new CorruptFileException(file, "cut off at byte " + channel.position() + " while it was read");
            }
        }
        checksum.update(buffer.array(), from, buffer.limit() - from);
        loaded += buffer.limit() - from;
        buffer.flip();
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
