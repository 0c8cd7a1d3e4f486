package org.modewise.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.modewise.core.internal.AtomicFile;
import org.modewise.core.internal.FieldAccess;

/**
 * NumPy's .npy files, versions 1.0, 2.0 and 3.0: {@code numpy.save} and {@code numpy.load}. An array of shape (ny, nx)
 * is a field, {@code a[j, i]} its sample (i,j), so row j = 0 comes first. See "A simple file format for NumPy arrays",
 * NEP 1.
 */
public final class Npy {
    private static final int BUFFER_BYTES = 1 << 16;

    private Npy() {}

    /**
     * Reads an array of float64 or float32, of either byte order, in C or Fortran order: one of shape (ny, nx) as a field
     * on {@code Grid2D.unit(nx, ny)}, one of shape (n,) as a field on {@code Grid2D.line(n, 0, 1)}.
     *
     * @param file the file
     * @return the field
     * @throws CorruptFileException if the file is no such array, is cut off, goes on after the array, or is too large for
     *     the heap
     * @throws IOException if the file cannot be read
     */
    public static Field2D read(Path file) throws IOException {
        Objects.requireNonNull(file, "file");
        return read(file, null, true);
    }

    /**
     * Reads an array, as {@link #read(Path)} does, as a field on a given grid.
     *
     * @param file the file
     * @param grid the grid; its sizes must be those of the array
     * @return the field
     * @throws CorruptFileException if the file is no such array, is cut off, goes on after the array, or is too large for
     *     the heap
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the array is not of shape (ny, nx), or (nx,) for a grid of one row
     */
    public static Field2D read(Path file, Grid2D grid) throws IOException {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(grid, "grid");
        return read(file, grid, false);
    }

    private static Field2D read(Path file, Grid2D wanted, boolean anySize) throws IOException {
        // A stream, since an interrupt would close a channel.
        try (InputStream stream = Files.newInputStream(file)) {
            long size = Files.size(file);
            NpyHeader header = NpyHeader.read(file, stream, size);
            if (!anySize && (header.nx() != wanted.nx() || header.ny() != wanted.ny())) {
                throw new IllegalArgumentException("expected an array for " + wanted + ", got one of " + header.nx()
                        + "x" + header.ny() + " in " + file);
            }
            checkSize(file, header, size);
            Grid2D unit = header.line() ? Grid2D.line(header.nx(), 0, 1) : Grid2D.unit(header.nx(), header.ny());
            return FieldAccess.wrap(anySize ? unit : wanted, readSamples(file, header, stream));
        }
    }

    private static void checkSize(Path file, NpyHeader header, long fileSize) throws CorruptFileException {
        long samples = (long) header.nx() * header.ny();
        long end = header.dataStart() + samples * header.sampleBytes();
        String shape = header.ny() + "x" + header.nx() + " samples";
        if (fileSize != end) {
            throw new CorruptFileException(
                    file, shape + " must end at byte " + end + ", the file ends at byte " + fileSize);
        }
        long heap = Runtime.getRuntime().maxMemory();
        if (samples > Math.min(heap / Double.BYTES, Integer.MAX_VALUE - 8)) {
            throw new CorruptFileException(
                    file, shape + " need " + Double.BYTES * samples + " bytes, the heap holds at most " + heap);
        }
    }

    private static double[] readSamples(Path file, NpyHeader header, InputStream stream) throws IOException {
        double[] values = new double[header.nx() * header.ny()];
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(header.order());
        buffer.limit(0);
        for (int k = 0; k < values.length; k++) {
            if (!buffer.hasRemaining()) {
                int wanted = (int) Math.min((long) (values.length - k) * header.sampleBytes(), BUFFER_BYTES);
                int actual = stream.readNBytes(buffer.array(), 0, wanted);
                if (actual < wanted) {
                    long at = header.dataStart() + (long) k * header.sampleBytes() + actual;
                    throw new CorruptFileException(file, "the samples are cut off at byte " + at);
                }
                buffer.clear().limit(wanted);
            }
            double value = header.sampleBytes() == Float.BYTES ? buffer.getFloat() : buffer.getDouble();
            values[header.fortran() ? k % header.ny() * header.nx() + k / header.ny() : k] = value;
        }
        return values;
    }

    /**
     * Writes a field as a little-endian float64 array of shape (ny, nx) in C order, version 1.0: the bytes that
     * {@code numpy.save} writes. The format has no place for the rectangle: only the samples are kept, and who reads them
     * gives the grid again, to {@link #read(Path, Grid2D)} or {@link Field2D#on}.
     *
     * @param field the field
     * @param file where to write; an existing file is replaced at once, never half-written
     * @throws IOException if the file cannot be written; an older one then stays as it was
     */
    public static void write(Field2D field, Path file) throws IOException {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(file, "file");
        AtomicFile.write(file, out -> {
            out.write(NpyHeader.of(field.grid()));
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (double value : FieldAccess.values(field)) {
                buffer.putDouble(value);
                if (!buffer.hasRemaining()) {
                    out.write(buffer.array(), 0, buffer.position());
                    buffer.clear();
                }
            }
            out.write(buffer.array(), 0, buffer.position());
        });
    }
}
