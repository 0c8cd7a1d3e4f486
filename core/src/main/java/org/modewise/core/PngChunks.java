package org.modewise.core;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The frame of a PNG file, ISO/IEC 15948: a signature, then chunks of length, type, data and checksum. The JDK's decoder
 * ignores the checksums and unpacks whatever a comment holds; so they are checked here, and it gets nothing but what the
 * pixels need.
 */
final class PngChunks {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int FRAME = 12;

    /** Deflate packs 258 bytes into two bits at best. */
    private static final double LARGEST_EXPANSION = 1032;

    private final Path file;
    private final ByteBuffer bytes;
    private final ByteArrayOutputStream needed = new ByteArrayOutputStream();
    private long packed;

    private PngChunks(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** The same picture without its comments, profiles and the like. */
    static byte[] needed(Path file, byte[] bytes) throws CorruptFileException {
        PngChunks chunks = new PngChunks(file, bytes);
        chunks.walk();
        return chunks.needed.toByteArray();
    }

    private void walk() throws CorruptFileException {
        needed.write(SIGNATURE, 0, SIGNATURE.length);
        int position = SIGNATURE.length;
        String type = "";
        while (!type.equals("IEND")) {
            if (bytes.limit() - position < FRAME) {
                throw corrupt("the file ends within a chunk", position);
            }
            int length = bytes.getInt(position);
            if (length < 0 || length > bytes.limit() - position - FRAME) {
                throw corrupt("a chunk of " + Integer.toUnsignedString(length) + " bytes is cut off", position);
            }
            type = new String(bytes.array(), position + 4, 4, StandardCharsets.ISO_8859_1);
            checkSum(position, length, type);
            if (position == SIGNATURE.length && !(type.equals("IHDR") && length == 13)) {
                throw corrupt("the first chunk is not a header", position);
            }
            take(position, length, type);
            position += FRAME + length;
        }
        checkSize();
    }

    private void checkSum(int position, int length, String type) throws CorruptFileException {
        CRC32 sum = new CRC32();
        sum.update(bytes.array(), position + 4, length + 4);
        if ((int) sum.getValue() != bytes.getInt(position + 8 + length)) {
            throw corrupt("the checksum of chunk " + printable(type) + " is wrong", position);
        }
    }

    private void take(int position, int length, String type) throws CorruptFileException {
        if (NEEDED.contains(type)) {
            needed.write(bytes.array(), position, FRAME + length);
            packed += type.equals("IDAT") ? length : 0;
        } else if (Character.isUpperCase(type.charAt(0))) {
            throw corrupt("chunk " + printable(type) + " is unknown", position);
        }
    }

    /** Whether the pixels can be as many as the header says: a small file must not make the decoder fill the heap. */
    private void checkSize() throws CorruptFileException {
        int header = SIGNATURE.length + 8;
        int width = bytes.getInt(header);
        int height = bytes.getInt(header + 4);
        int depth = bytes.get(header + 8);
        int colourType = bytes.get(header + 9);
        if (width < 1 || height < 1) {
            throw corrupt("the size is " + width + "x" + height, header);
        }
        int channels = Arrays.asList(0, 3).contains(colourType) ? 1 : colourType == 2 ? 3 : colourType == 4 ? 2 : 4;
        double unpacked = (double) height * Math.ceil((double) width * channels * depth / 8);
        if (unpacked > LARGEST_EXPANSION * packed) {
            throw corrupt(width + "x" + height + " pixels do not fit into " + packed + " bytes of data", header);
        }
    }

    private static String printable(String type) {
        return type.matches("[A-Za-z]{4}") ? type : "of no valid type";
    }

    private CorruptFileException corrupt(String problem, int position) {
        return new CorruptFileException(file, "damaged PNG: " + problem + ", at byte " + position);
    }
}
