package org.modewise.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What stands before the samples of a .npy file. A line is an array of one dimension; its ny is 1. */
record NpyHeader(int dataStart, int sampleBytes, ByteOrder order, boolean fortran, int nx, int ny, boolean line) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;

    /** Far more than a float array needs; NumPy itself stops at 10000. */
    private static final int MAX_LENGTH = 1 << 16;

    /** The magic, the version, the length and the dictionary for a float64 array in C order. */
    static byte[] of(Grid2D grid) {
        String dictionary =
                "{'descr': '<f8', 'fortran_order': False, 'shape': (" + grid.ny() + ", " + grid.nx() + "), }";
        int prefix = MAGIC.length + 4;
        int total = (prefix + dictionary.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (total - prefix));
        header.put(dictionary.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }

    /** Reads up to the first sample of a file of so many bytes. */
    static NpyHeader read(Path file, InputStream stream, long size) throws IOException {
        byte[] start = bytes(file, stream, MAGIC.length + 2, 0);
        for (int k = 0; k < MAGIC.length; k++) {
            if (start[k] != MAGIC[k]) {
                throw new CorruptFileException(file, "not a .npy file: byte " + k + " is not of the magic \\x93NUMPY");
            }
        }
        int major = start[6];
        int minor = start[7];
        if (major < 1 || major > 3 || minor != 0) {
            throw new CorruptFileException(file, "unknown .npy version " + (major & 0xFF) + "." + (minor & 0xFF));
        }
        int lengthBytes = major == 1 ? Short.BYTES : Integer.BYTES;
        ByteBuffer field =
                ByteBuffer.wrap(bytes(file, stream, lengthBytes, start.length)).order(ByteOrder.LITTLE_ENDIAN);
        long length = major == 1 ? Short.toUnsignedLong(field.getShort()) : Integer.toUnsignedLong(field.getInt());
        int prefix = start.length + lengthBytes;
        if (length > MAX_LENGTH || length > size - prefix) {
            throw new CorruptFileException(
                    file, "a header of " + length + " bytes is too long, at byte " + start.length);
        }
        byte[] text = bytes(file, stream, (int) length, prefix);
        return new NpyDictionary(file, new String(text, StandardCharsets.ISO_8859_1), prefix).parse();
    }

    private static byte[] bytes(Path file, InputStream stream, int count, int position) throws IOException {
        byte[] bytes = stream.readNBytes(count);
        if (bytes.length < count) {
            throw new CorruptFileException(file, "the header is cut off after byte " + position);
        }
        return bytes;
    }
}
