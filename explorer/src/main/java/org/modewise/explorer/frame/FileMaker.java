package org.modewise.explorer.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.modewise.core.Colormap;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.Images;
import org.modewise.core.Npy;
import org.modewise.explorer.scene.Motion;

/** Makes files to download. They are written beside one another into a folder of the server's, and taken away at once. */
public final class FileMaker {
    private static final int MILLIS_PER_FRAME = 50;

    private FileMaker() {}

    /** Writes a file. */
    private interface Writer {
        void write(Path file) throws IOException;
    }

    /**
     * The samples at a time, for NumPy.
     *
     * @param grid the unit torus
     * @param motion the solution
     * @param t the time
     * @param folder where it may be written on the way
     * @return the message
     * @throws IOException if the folder does not take it
     */
    public static ByteBuffer npy(Grid2D grid, Motion motion, double t, Path folder) throws IOException {
        Field2D field = field(grid, motion, t);
        return message("modewise.npy", "application/octet-stream", folder, file -> Npy.write(field, file));
    }

    /**
     * The field at several times, as a moving picture of one scale of colours.
     *
     * @param grid the unit torus
     * @param motion the solution
     * @param times one a frame
     * @param colormap the colours
     * @param folder where it may be written on the way
     * @return the message
     * @throws IOException if the folder does not take it
     */
    public static ByteBuffer gif(Grid2D grid, Motion motion, double[] times, Colormap colormap, Path folder)
            throws IOException {
        List<Field2D> frames = new ArrayList<>();
        for (double t : times) {
            frames.add(field(grid, motion, t));
        }
        return message(
                "modewise.gif", "image/gif", folder, file -> Images.writeGif(frames, colormap, MILLIS_PER_FRAME, file));
    }

    private static Field2D field(Grid2D grid, Motion motion, double t) {
        double[] values = new double[grid.size()];
        motion.at(t, values);
        return Field2D.of(grid, values);
    }

    private static ByteBuffer message(String name, String mime, Path folder, Writer writer) throws IOException {
        Path file = Files.createTempFile(folder, "download", name);
        try {
            writer.write(file);
            byte[] bytes = Files.readAllBytes(file);
            ObjectNode header = BinaryMessage.header("file");
            header.put("name", name).put("mime", mime);
            return BinaryMessage.start(header, bytes.length, null).put(bytes).position(0);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
