package org.modewise.core;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.modewise.core.internal.AtomicFile;
import org.modewise.core.internal.FieldAccess;

/**
 * Pictures of fields and fields from pictures. One pixel is one sample, and row j = 0 is the bottom row, in both
 * directions. Works without a screen and leaves no cache files.
 *
 * <p>Where no range is given, a colour map runs from the smallest to the largest finite sample, and a constant field
 * takes the middle colour. Samples beyond the range, infinite ones too, take the colour of the nearer end; NaN is
 * magenta. Files are replaced at once: a reader sees the old file or the new one, never half of it.
 */
public final class Images {
    private Images() {}

    /**
     * Reads a picture as a field of greys, from 0 for black to 1 for white, on a rectangle whose longer side is 1.
     *
     * <p>PNG (1 to 16 bits a channel) and JPEG are known by their content. A colour becomes Rec. 709 luma, 0.2126 R +
     * 0.7152 G + 0.0722 B of the stored (gamma-coded) values; transparency shows black behind. A PNG is checked against
     * all of its checksums first; a JPEG that its decoder warns of is refused.
     *
     * @param file the picture
     * @return the greys on {@code Grid2D.pixels(width, height)}, the picture's bottom row at j = 0; written
     *     in greys from 0 to 1 they are the picture again
     * @throws CorruptFileException if the file is no such picture, is damaged, or is too large for the heap
     * @throws IOException if the file cannot be read
     */
    public static Field2D read(Path file) throws IOException {
        Objects.requireNonNull(file, "file");
        return PictureReader.read(file);
    }

    /**
     * Writes a field as a PNG.
     *
     * @param field the field
     * @param colormap the colours from the smallest to the largest sample
     * @param file where to write
     * @throws IOException if the file cannot be written; an older one then stays as it was
     */
    public static void write(Field2D field, Colormap colormap, Path file) throws IOException {
        write(render(field, colormap), file);
    }

    /**
     * Writes a field as a PNG.
     *
     * @param field the field
     * @param colormap the colours
     * @param lo the value of the first colour, finite
     * @param hi the value of the last colour, finite, not below {@code lo}
     * @param file where to write
     * @throws IOException if the file cannot be written; an older one then stays as it was
     * @throws IllegalArgumentException if {@code lo} or {@code hi} is out of range
     */
    public static void write(Field2D field, Colormap colormap, double lo, double hi, Path file) throws IOException {
        write(render(field, colormap, lo, hi), file);
    }

    /**
     * Writes an image as a PNG.
     *
     * @param image the image
     * @param file where to write
     * @throws IOException if the file cannot be written; an older one then stays as it was
     */
    public static void write(BufferedImage image, Path file) throws IOException {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(file, "file");
        AtomicFile.write(file, out -> writePng(image, out));
    }

    private static void writePng(BufferedImage image, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, null));
        } finally {
            writer.dispose();
        }
    }

    /**
     * Writes fields as the frames of an animated GIF that repeats for ever, in one range of values: from the smallest to
     * the largest sample of all frames. NaN is magenta, as in {@link #writeGif(Iterable, Colormap, double, double, int,
     * Path)}.
     *
     * @param frames the fields, at least one, all on grids of the same nx×ny, at most 65535 each way
     * @param colormap the colours; the file holds exactly its 256
     * @param millisPerFrame how long a frame stays, from 10 to 655350; kept to the nearest 10 ms, and many viewers show
     *     anything below 20 ms slowly
     * @param file where to write
     * @throws IOException if the file cannot be written; an older one then stays as it was
     * @throws IllegalArgumentException if there is no frame, the sizes of frames differ, or a number is out of range
     */
    public static void writeGif(List<Field2D> frames, Colormap colormap, int millisPerFrame, Path file)
            throws IOException {
        List<Field2D> copy = List.copyOf(Objects.requireNonNull(frames, "frames"));
        GifAnimation.write(copy, colormap, ValueRange.of(copy), millisPerFrame, file);
    }

    /**
     * Writes fields as the frames of an animated GIF that repeats for ever. Each frame is asked for, written and let go
     * before the next, so that frames made on the way take the memory of one.
     *
     * <p>In a frame with a NaN sample, and in no other, magenta takes the place of the last of the 256 colours, and what
     * would have had that one has the last but one.
     *
     * @param frames the fields, at least one, all on grids of the same nx×ny, at most 65535 each way; whatever their
     *     iterator throws is passed on, and no file appears
     * @param colormap the colours
     * @param lo the value of the first colour, finite
     * @param hi the value of the last colour, finite, not below {@code lo}
     * @param millisPerFrame how long a frame stays, from 10 to 655350; kept to the nearest 10 ms
     * @param file where to write
     * @throws IOException if the file cannot be written; an older one then stays as it was
     * @throws IllegalArgumentException if there is no frame, the sizes of frames differ, or a number is out of range
     */
    public static void writeGif(
            Iterable<Field2D> frames, Colormap colormap, double lo, double hi, int millisPerFrame, Path file)
            throws IOException {
        Objects.requireNonNull(frames, "frames");
        GifAnimation.write(frames, colormap, new ValueRange(lo, hi), millisPerFrame, file);
    }

    /**
     * Draws a field from its smallest to its largest finite sample.
     *
     * @param field the field
     * @param colormap the colours
     * @return a new image of nx×ny pixels
     */
    public static BufferedImage render(Field2D field, Colormap colormap) {
        Objects.requireNonNull(field, "field");
        return render(field, colormap, ValueRange.of(List.of(field)));
    }

    /**
     * Draws a field.
     *
     * @param field the field
     * @param colormap the colours
     * @param lo the value of the first colour, finite
     * @param hi the value of the last colour, finite, not below {@code lo}
     * @return a new image of nx×ny pixels: indexed, with exactly the 256 colours, or RGB if a sample is NaN
     * @throws IllegalArgumentException if {@code lo} or {@code hi} is out of range
     */
    public static BufferedImage render(Field2D field, Colormap colormap, double lo, double hi) {
        Objects.requireNonNull(field, "field");
        return render(field, colormap, new ValueRange(lo, hi));
    }

    private static BufferedImage render(Field2D field, Colormap colormap, ValueRange range) {
        Objects.requireNonNull(colormap, "colormap");
        if (!hasNan(field)) {
            return indexed(field, colormap.palette(), range, Colormap.SIZE - 1);
        }
        int nx = field.grid().nx();
        int ny = field.grid().ny();
        double[] values = FieldAccess.values(field);
        BufferedImage image = new BufferedImage(nx, ny, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                image.setRGB(i, ny - 1 - j, colormap.rgb(range.position(values[j * nx + i])));
            }
        }
        return image;
    }

    static boolean hasNan(Field2D field) {
        for (double value : FieldAccess.values(field)) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** A picture of palette entries from 0 to {@code last}; NaN takes the very last entry of the palette. */
    static BufferedImage indexed(Field2D field, IndexColorModel palette, ValueRange range, int last) {
        int nx = field.grid().nx();
        int ny = field.grid().ny();
        double[] values = FieldAccess.values(field);
        BufferedImage image = new BufferedImage(nx, ny, BufferedImage.TYPE_BYTE_INDEXED, palette);
        int[] row = new int[nx];
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                double position = range.position(values[j * nx + i]);
                row[i] = Double.isNaN(position) ? Colormap.SIZE - 1 : Math.min(last, Colormap.step(position));
            }
            image.getRaster().setPixels(0, ny - 1 - j, nx, 1, row);
        }
        return image;
    }
}
