package org.modewise.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables that lie beside the classes of this package. */
final class Resources {
    private static final String COMMENT = "# ";

    private Resources() {}

    /** All lines but the comments, which start with "# " and stand at the top. */
    static List<String> lines(String name) {
        InputStream stream = Resources.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the library is incomplete: it lacks its table " + name);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().dropWhile(line -> line.startsWith(COMMENT)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
