package org.modewise.siren;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Numbers on their way into a file, big-endian, through a buffer that is all the memory they take. */
final class CheckedOutput {
    static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final CRC32C checksum = new CRC32C();
    private long flushed;

    CheckedOutput(OutputStream out) {
        this.out = out;
    }

    /** How many bytes there are so far. */
    long position() {
        return flushed + buffer.position();
    }

    void integer(int value) throws IOException {
        room(Integer.BYTES);
        buffer.putInt(value);
    }

    void longInteger(long value) throws IOException {
        room(Long.BYTES);
        buffer.putLong(value);
    }

    void number(double value) throws IOException {
        room(Double.BYTES);
        buffer.putDouble(value);
    }

    void bytes(byte[] values) throws IOException {
        for (int k = 0; k < values.length; ) {
            room(1);
            int some = Math.min(values.length - k, buffer.remaining());
            buffer.put(values, k, some);
            k += some;
        }
    }

    /** So many of the numbers from one on, without their count. */
    void numbers(double[] values, int from, int count) throws IOException {
        for (int k = 0; k < count; ) {
            room(Double.BYTES);
            int some = Math.min(count - k, buffer.remaining() / Double.BYTES);
            buffer.asDoubleBuffer().put(values, from + k, some);
            buffer.position(buffer.position() + some * Double.BYTES);
            k += some;
        }
    }

    /** Ends with the CRC-32C of all before it. */
    void end() throws IOException {
        flush();
        integer((int) checksum.getValue());
        flush();
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        checksum.update(buffer.array(), 0, buffer.position());
        out.write(buffer.array(), 0, buffer.position());
        flushed += buffer.position();
        buffer.clear();
    }
}
