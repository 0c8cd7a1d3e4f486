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
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.modewise.core.internal.AtomicFile;

/** Writes an endless GIF89a of fields; its colour table holds a colour map's own 256 colours. */
final class GifAnimation {
    private static final int MAX_SIDE = 65535;
    private static final int MIN_MILLIS = 10;
    private static final int MAX_MILLIS = 655350;
    private static final String FRAME_FORMAT = "javax_imageio_gif_image_1.0";

    /** The NETSCAPE2.0 block: sub-block 1, repeat 0 times, which is for ever. */
    private static final byte[] FOR_EVER = {1, 0, 0};

    private GifAnimation() {}

    static void write(List<Field2D> frames, Colormap colormap, ValueRange range, int millisPerFrame, Path file)
            throws IOException {
        Objects.requireNonNull(colormap, "colormap");
        Objects.requireNonNull(file, "file");
        checkFrames(frames);
        if (millisPerFrame < MIN_MILLIS || millisPerFrame > MAX_MILLIS) {
            throw new IllegalArgumentException(
                    "millisPerFrame must be from " + MIN_MILLIS + " to " + MAX_MILLIS + ", got " + millisPerFrame);
        }
        int centiseconds = (millisPerFrame + 5) / 10;
        AtomicFile.write(file, out -> encode(frames, colormap, range, centiseconds, out));
    }

    private static void checkFrames(List<Field2D> frames) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("frames.size() must be >= 1, got 0");
        }
        Grid2D first = frames.get(0).grid();
        if (first.nx() > MAX_SIDE || first.ny() > MAX_SIDE) {
            throw new IllegalArgumentException("a GIF has at most " + MAX_SIDE + " pixels each way, got " + first);
        }
        for (int k = 1; k < frames.size(); k++) {
            Grid2D grid = frames.get(k).grid();
            if (grid.nx() != first.nx() || grid.ny() != first.ny()) {
                throw new IllegalArgumentException("frames must be of one size, got " + first.nx() + "x" + first.ny()
                        + " and, as frame " + k + ", " + grid.nx() + "x" + grid.ny());
            }
        }
    }

    private static void encode(
            List<Field2D> frames, Colormap colormap, ValueRange range, int centiseconds, OutputStream out)
            throws IOException {
        boolean nan = frames.stream().anyMatch(Images::hasNan);
        IndexColorModel palette = nan ? colormap.paletteWithNan() : colormap.palette();
        int last = nan ? Colormap.SIZE - 2 : Colormap.SIZE - 1;
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int k = 0; k < frames.size(); k++) {
                BufferedImage image = Images.indexed(frames.get(k), palette, range, last);
                IIOMetadata metadata = frameMetadata(writer, image, centiseconds, k == 0);
                writer.writeToSequence(new IIOImage(image, null, metadata), null);
                // What is written goes on to the file, so that memory holds one frame only.
                stream.flush();
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
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
