package org.modewise.core;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file does not hold what it must: it is cut off, damaged, of another kind, or claims a size that it cannot have or
 * that the heap cannot hold. The message names the file, and the place in it where that is known.
 */
public class CorruptFileException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Makes an exception with the message "file: problem".
     *
     * @param file the file
     * @param problem what is wrong, and where
     */
    public CorruptFileException(Path file, String problem) {
        this(file, problem, null);
    }

    /**
     * Makes an exception with the message "file: problem".
     *
     * @param file the file
     * @param problem what is wrong, and where
     * @param cause what a decoder threw, or null
     */
    public CorruptFileException(Path file, String problem, Throwable cause) {
        super(Objects.requireNonNull(file, "file") + ": " + problem, cause);
    }
}
