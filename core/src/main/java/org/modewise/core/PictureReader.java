package org.modewise.core;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.modewise.core.internal.FieldAccess;

/** Reads a PNG or JPEG file as a field of greys. Whatever the file holds, it throws nothing but an IOException. */
final class PictureReader {
    private static final byte[] JPEG_SIGNATURE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /** A sample of the field, and up to four channels of 16 bits. */
    private static final int BYTES_PER_PIXEL = Double.BYTES + 8;

    private PictureReader() {}

    static Field2D read(Path file) throws IOException {
        long heap = Runtime.getRuntime().maxMemory();
        long size = Files.size(file);
        if (size > Math.min(heap / 2, Integer.MAX_VALUE - 8)) {
            throw new CorruptFileException(
                    file, "a picture of " + size + " bytes is too large, the heap holds " + heap);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (startsWith(bytes, PngChunks.SIGNATURE)) {
            return decode(file, PngChunks.needed(file, bytes), "png");
        }
        if (startsWith(bytes, JPEG_SIGNATURE)) {
            return decode(file, bytes, "jpeg");
        }
        throw new CorruptFileException(file, "neither a PNG nor a JPEG, by its first bytes");
    }

    private static boolean startsWith(byte[] bytes, byte[] signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }

    private static Field2D decode(Path file, byte[] bytes, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        StringBuilder warnings = new StringBuilder();
        IIOReadWarningListener listener = (source, warning) -> warnings.append(warning);
        reader.addIIOReadWarningListener(listener);
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            checkSize(file, reader.getWidth(0), reader.getHeight(0));
            BufferedImage image = reader.read(0);
            if (!warnings.isEmpty()) {
                throw new CorruptFileException(file, "damaged " + format + ": " + warnings);
            }
            return greys(image);
        } catch (CorruptFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The JDK's decoders answer some damaged files with unchecked exceptions of many kinds.
            throw new CorruptFileException(file, "damaged " + format + ": " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    private static void checkSize(Path file, int width, int height) throws CorruptFileException {
        long heap = Runtime.getRuntime().maxMemory();
        double needed = (double) width * height * BYTES_PER_PIXEL;
        if (needed > heap || (long) width * height > Integer.MAX_VALUE - 8) {
            throw new CorruptFileException(
                    file,
                    width + "x" + height + " pixels need " + (long) needed + " bytes, the heap holds at most " + heap);
        }
    }

    private static Field2D greys(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        double[] values = new double[width * height];
        double[] palette = image.getColorModel() instanceof IndexColorModel colours ? paletteGreys(colours) : null;
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        double white = Math.scalb(1.0, raster.getSampleModel().getSampleSize(0)) - 1;
        int[] row = new int[width * bands];
        for (int j = 0; j < height; j++) {
            raster.getPixels(0, height - 1 - j, width, 1, row);
            for (int i = 0; i < width; i++) {
                values[j * width + i] = palette != null ? palette[row[i]] : grey(row, i * bands, bands, white);
            }
        }
        return FieldAccess.wrap(Grid2D.pixels(width, height), values);
    }

    private static double[] paletteGreys(IndexColorModel colours) {
        double[] greys = new double[colours.getMapSize()];
        for (int k = 0; k < greys.length; k++) {
            int[] channels = {colours.getRed(k), colours.getGreen(k), colours.getBlue(k), colours.getAlpha(k)};
            greys[k] = grey(channels, 0, 4, 255);
        }
        return greys;
    }

    /** Channels are grey, grey and alpha, RGB, or RGB and alpha. */
    private static double grey(int[] channels, int at, int bands, double white) {
        boolean alpha = bands % 2 == 0;
        double luma = bands < 3 ? channels[at] : luma(channels[at], channels[at + 1], channels[at + 2]);
        double grey = luma / white;
        return alpha ? grey * (channels[at + bands - 1] / white) : grey;
    }

    private static double luma(int red, int green, int blue) {
        // The weights add up to 1, but not when rounded: a grey must come back as itself.
        return red == green && green == blue ? red : 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }
}
