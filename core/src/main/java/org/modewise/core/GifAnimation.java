package org.modewise.core;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.modewise.core.internal.AtomicFile;

/** Writes an endless GIF89a of fields; its colour tables hold a colour map's own 256 colours. */
final class GifAnimation {
    private static final int MAX_SIDE = 65535;
    private static final int MIN_MILLIS = 10;
    private static final int MAX_MILLIS = 655350;
    private static final String FRAME_FORMAT = "javax_imageio_gif_image_1.0";

    /** The NETSCAPE2.0 block: sub-block 1, repeat 0 times, which is for ever. */
    private static final byte[] FOR_EVER = {1, 0, 0};

    private GifAnimation() {}

    static void write(Iterable<Field2D> frames, Colormap colormap, ValueRange range, int millisPerFrame, Path file)
            throws IOException {
        Objects.requireNonNull(colormap, "colormap");
        Objects.requireNonNull(file, "file");
        if (millisPerFrame < MIN_MILLIS || millisPerFrame > MAX_MILLIS) {
            throw new IllegalArgumentException(
                    "millisPerFrame must be from " + MIN_MILLIS + " to " + MAX_MILLIS + ", got " + millisPerFrame);
        }
        int centiseconds = (millisPerFrame + 5) / 10;
        AtomicFile.write(file, out -> encode(frames, colormap, range, centiseconds, out));
    }

    private static void encode(
            Iterable<Field2D> frames, Colormap colormap, ValueRange range, int centiseconds, OutputStream out)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            Grid2D first = null;
            int count = 0;
            for (Field2D frame : frames) {
                Objects.requireNonNull(frame, "frame " + count);
                first = first == null ? checkSides(frame.grid()) : first;
                checkSize(first, frame.grid(), count);
                BufferedImage image = draw(frame, colormap, range);
                IIOMetadata metadata = frameMetadata(writer, image, centiseconds, count == 0);
                writer.writeToSequence(new IIOImage(image, null, metadata), null);
                // What is written goes on to the file, so that memory holds one frame only.
                stream.flush();
                count++;
            }
            if (count == 0) {
                throw new IllegalArgumentException("frames must hold at least 1, got 0");
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private static Grid2D checkSides(Grid2D first) {
        if (first.nx() > MAX_SIDE || first.ny() > MAX_SIDE) {
            throw new IllegalArgumentException("a GIF has at most " + MAX_SIDE + " pixels each way, got " + first);
        }
        return first;
    }

    private static void checkSize(Grid2D first, Grid2D grid, int index) {
        if (grid.nx() != first.nx() || grid.ny() != first.ny()) {
            throw new IllegalArgumentException("frames must be of one size, got " + first.nx() + "x" + first.ny()
                    + " and, as frame " + index + ", " + grid.nx() + "x" + grid.ny());
        }
    }

    /** Later frames are not known yet, so each has the palette that it needs; the writer keeps it if it is another. */
    private static BufferedImage draw(Field2D frame, Colormap colormap, ValueRange range) {
        return Images.hasNan(frame)
                ? Images.indexed(frame, colormap.paletteWithNan(), range, Colormap.SIZE - 2)
                : Images.indexed(frame, colormap.palette(), range, Colormap.SIZE - 1);
    }

    private static IIOMetadata frameMetadata(ImageWriter writer, BufferedImage image, int centiseconds, boolean first)
            throws IIOInvalidTreeException {
        // Not ImageTypeSpecifier.createFromRenderedImage, which puts the JDK's default palette in place of the image's.
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = new IIOMetadataNode(FRAME_FORMAT);
        // Said in full: the default is interlaced, and a tree without it leaves flag and order of the rows at odds.
        IIOMetadataNode descriptor = new IIOMetadataNode("ImageDescriptor");
        descriptor.setAttribute("imageLeftPosition", "0");
        descriptor.setAttribute("imageTopPosition", "0");
        descriptor.setAttribute("imageWidth", Integer.toString(image.getWidth()));
        descriptor.setAttribute("imageHeight", Integer.toString(image.getHeight()));
        descriptor.setAttribute("interlaceFlag", "FALSE");
        root.appendChild(descriptor);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(centiseconds));
        root.appendChild(control);
        if (first) {
            root.appendChild(endlessRepeat());
        }
        metadata.mergeTree(FRAME_FORMAT, root);
        return metadata;
    }

    private static IIOMetadataNode endlessRepeat() {
        IIOMetadataNode repeat = new IIOMetadataNode("ApplicationExtension");
        repeat.setAttribute("applicationID", "NETSCAPE");
        repeat.setAttribute("authenticationCode", "2.0");
        repeat.setUserObject(FOR_EVER.clone());
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(repeat);
        return extensions;
    }
}
