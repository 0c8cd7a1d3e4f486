package org.modewise.core;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.modewise.core.internal.FieldAccess;

/**
 * A field as text. In colour each character ▀ shows two samples, one above the other; without colour each character
 * shows the mean of two by how dark it is. Fields larger than the terminal are averaged over rectangles of samples.
 */
final class TerminalPicture {
    private static final int DEFAULT_COLUMNS = 80;
    private static final int MAX_COLUMNS = 1000;
    private static final String SHADES = " .:-=+*#%@";
    private static final String RESET = "\u001b[0m";

    private final int width;
    private final int height;
    private final double[] positions;

    private TerminalPicture(Field2D field, int columns) {
        Grid2D grid = field.grid();
        ValueRange range = ValueRange.of(List.of(field));
        double scale = Math.min(1, Math.min((double) columns / grid.nx(), (double) columns / grid.ny()));
        width = Math.max(1, (int) Math.rint(grid.nx() * scale));
        height = Math.max(1, (int) Math.rint(grid.ny() * scale));
        positions = new double[width * height];
        for (int q = 0; q < height; q++) {
            for (int p = 0; p < width; p++) {
                positions[q * width + p] = average(field, range, p, q);
            }
        }
    }

    private double average(Field2D field, ValueRange range, int p, int q) {
        int nx = field.grid().nx();
        int ny = field.grid().ny();
        int firstX = (int) ((long) p * nx / width);
        int endX = (int) ((p + 1L) * nx / width);
        int firstY = (int) ((long) q * ny / height);
        int endY = (int) ((q + 1L) * ny / height);
        double[] values = FieldAccess.values(field);
        double sum = 0;
        for (int j = firstY; j < endY; j++) {
            for (int i = firstX; i < endX; i++) {
                sum += range.position(values[j * nx + i]);
            }
        }
        return sum / ((double) (endX - firstX) * (endY - firstY));
    }

    /** Prints a field the way this terminal can show it. */
    static void print(Field2D field, Colormap colormap, PrintStream out) {
        // The encoded bytes go out as they are: the stream's own charset may be another than the terminal's.
        byte[] bytes =
                render(field, colormap, System.getenv(), terminalCharset()).getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    /** What the terminal is known to decode: JDK 19 and later say it, before that the locale does. */
    private static Charset terminalCharset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", ""));
        return name.isEmpty() || !Charset.isSupported(name) ? Charset.defaultCharset() : Charset.forName(name);
    }

    static String render(Field2D field, Colormap colormap, Map<String, String> environment, Charset charset) {
        TerminalPicture picture = new TerminalPicture(field, columns(environment.get("COLUMNS")));
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty() || !charset.equals(StandardCharsets.UTF_8);
        return plain ? picture.shades() : picture.colours(colormap);
    }

    private static int columns(String text) {
        if (text == null || !text.matches("[1-9][0-9]{0,3}")) {
            return DEFAULT_COLUMNS;
        }
        return Math.min(MAX_COLUMNS, Integer.parseInt(text));
    }

    private String colours(Colormap colormap) {
        StringBuilder text = new StringBuilder();
        for (int top = height - 1; top >= 0; top -= 2) {
            int upper = -1;
            int lower = -1;
            for (int p = 0; p < width; p++) {
                upper = changeColour(text, 38, upper, colormap.rgb(positions[top * width + p]));
                if (top > 0) {
                    lower = changeColour(text, 48, lower, colormap.rgb(positions[(top - 1) * width + p]));
                }
                text.append('▀');
            }
            text.append(RESET).append(System.lineSeparator());
        }
        return text.toString();
    }

    /** Asks for a colour, of the character (38) or behind it (48), unless it is there already. */
    private static int changeColour(StringBuilder text, int plane, int current, int rgb) {
        if (rgb != current) {
            text.append("\u001b[").append(plane).append(";2;").append(rgb >> 16 & 0xFF);
            text.append(';')
                    .append(rgb >> 8 & 0xFF)
                    .append(';')
                    .append(rgb & 0xFF)
                    .append('m');
        }
        return rgb;
    }

    private String shades() {
        StringBuilder text = new StringBuilder();
        for (int top = height - 1; top >= 0; top -= 2) {
            for (int p = 0; p < width; p++) {
                double upper = positions[top * width + p];
                double mean = top > 0 ? (upper + positions[(top - 1) * width + p]) / 2 : upper;
                text.append(shade(mean));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private static char shade(double position) {
        int last = SHADES.length() - 1;
        return Double.isNaN(position) ? '?' : SHADES.charAt((int) Math.min(last, position * (last + 1)));
    }
}
