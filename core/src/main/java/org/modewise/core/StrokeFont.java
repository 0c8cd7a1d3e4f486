package org.modewise.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Letters as strokes of one pen, for the printable ASCII characters. It stands in for the fonts of the system, which
 * differ from one machine to the next. The base line is y = 0, capitals are 10 high.
 */
final class StrokeFont {
    /** The width of the pen. */
    static final double PEN = 1.3;

    static final double CAPITAL_HEIGHT = 10;

    private static final double GAP = 3;
    private static final double BLANK = 5;
    private static final int ARC_STEP_DEGREES = 6;
    private static final Map<Character, Glyph> GLYPHS = readGlyphs();

    private StrokeFont() {}

    /** A straight piece of a stroke; a dot if both ends are the same. */
    record Segment(double x1, double y1, double x2, double y2) {
        private Segment shifted(double dx) {
            return new Segment(x1 + dx, y1, x2 + dx, y2);
        }

        /** The distance of a point. */
        double distance(double x, double y) {
            double dx = x2 - x1;
            double dy = y2 - y1;
            double square = dx * dx + dy * dy;
            double along = square == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / square;
            double clamped = Math.max(0, Math.min(1, along));
            double ex = x - (x1 + clamped * dx);
            double ey = y - (y1 + clamped * dy);
            return Math.sqrt(ex * ex + ey * ey);
        }
    }

    private record Glyph(double width, List<Segment> segments) {}

    /**
     * The strokes of a text, its first letter at x = 0.
     *
     * @throws IllegalArgumentException if the text is blank or holds a character that the font lacks, naming it
     */
    static List<Segment> strokes(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must have a visible character, got \"" + text + "\"");
        }
        List<Segment> strokes = new ArrayList<>();
        double x = 0;
        for (int k = 0; k < text.length(); k++) {
            char character = text.charAt(k);
            if (character == ' ') {
                x += BLANK;
                continue;
            }
            Glyph glyph = GLYPHS.get(character);
            if (glyph == null) {
                throw new IllegalArgumentException(String.format(
                        "text must be of printable ASCII characters, got U+%04X at index %d", text.codePointAt(k), k));
            }
            for (Segment segment : glyph.segments) {
                strokes.add(segment.shifted(x));
            }
            x += glyph.width + GAP;
        }
        return strokes;
    }

    private static Map<Character, Glyph> readGlyphs() {
        Map<Character, Glyph> glyphs = new HashMap<>();
        for (String line : Resources.lines("stroke-font.txt")) {
            int colon = line.indexOf(':', 1);
            double width = Double.parseDouble(line.substring(1, colon).trim());
            List<Segment> segments = new ArrayList<>();
            for (String stroke : line.substring(colon + 1).split(";")) {
                addStroke(segments, stroke.trim().split(" "));
            }
            glyphs.put(line.charAt(0), new Glyph(width, List.copyOf(segments)));
        }
        return Map.copyOf(glyphs);
    }

    private static void addStroke(List<Segment> segments, String[] tokens) {
        List<double[]> points = new ArrayList<>();
        for (String token : tokens) {
            if (token.startsWith("@")) {
                addArc(points, numbers(token.substring(1)));
            } else {
                points.add(numbers(token));
            }
        }
        double[] last = points.get(0);
        for (double[] next : points.subList(Math.min(1, points.size() - 1), points.size())) {
            segments.add(new Segment(last[0], last[1], next[0], next[1]));
            last = next;
        }
    }

    /** Centre, half axes, first and last angle in degrees; strict sines, for the same points on every machine. */
    private static void addArc(List<double[]> points, double[] arc) {
        double turn = arc[5] - arc[4];
        int steps = (int) Math.ceil(Math.abs(turn) / ARC_STEP_DEGREES);
        for (int k = 0; k <= steps; k++) {
            double angle = StrictMath.toRadians(arc[4] + turn * k / steps);
            points.add(new double[] {arc[0] + arc[2] * StrictMath.cos(angle), arc[1] + arc[3] * StrictMath.sin(angle)});
        }
    }

    private static double[] numbers(String token) {
        String[] parts = token.split(",");
        double[] numbers = new double[parts.length];
        for (int k = 0; k < parts.length; k++) {
            numbers[k] = Double.parseDouble(parts[k]);
        }
        return numbers;
    }
}
