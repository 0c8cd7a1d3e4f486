package org.modewise.explorer.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.Images;
import org.modewise.core.Npy;
import org.modewise.explorer.message.Message.GifWish;
import org.modewise.explorer.scene.Moment;
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
     * @param moment the time
     * @param folder where it may be written on the way
     * @return the message
     * @throws IOException if the folder does not take it
     */
    public static ByteBuffer npy(Grid2D grid, Motion motion, Moment moment, Path folder) throws IOException {
        Field2D field = field(grid, motion, moment);
        String name = "modewise-t=" + moment.t() + ".npy";
        return message(name, "application/octet-stream", folder, file -> Npy.write(field, file));
    }

    /**
     * The field at several times, as a moving picture.
     *
     * @param grid the unit torus
     * @param motion the solution
     * @param wish times and colours
     * @param between runs before each frame, and may throw to end it
     * @param folder where it may be written on the way
     * @return the message
     * @throws IOException if the folder does not take it
     */
    public static ByteBuffer gif(Grid2D grid, Motion motion, GifWish wish, Runnable between, Path folder)
            throws IOException {
        Iterable<Field2D> frames = () -> wish.moments().stream()
                .map(moment -> {
                    between.run();
                    return field(grid, motion, moment);
                })
                .iterator();
        return message(
                "modewise.gif",
                "image/gif",
                folder,
                file -> Images.writeGif(frames, wish.colormap(), wish.lo(), wish.hi(), MILLIS_PER_FRAME, file));
    }

    private static Field2D field(Grid2D grid, Motion motion, Moment moment) {
        double[] values = new double[grid.size()];
        motion.shown(moment, values);
        return Field2D.of(grid, values);
    }

    private static ByteBuffer message(String name, String mime, Path folder, Writer writer) throws IOException {
        Path file = Files.createTempFile(folder, "download", null);
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
