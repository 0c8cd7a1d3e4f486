package org.modewise.core;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parses the dictionary of a .npy header, a Python literal such as
 * {@code {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }}. Takes just the three keys, each once, in any order.
 */
final class NpyDictionary {
    private static final Set<String> TYPES = Set.of("<f8", ">f8", "<f4", ">f4");

    private final Path file;
    private final String text;
    private final int start;
    private int at;

    private String type;
    private Boolean fortran;
    private List<Integer> shape;

    /** A dictionary that starts at byte {@code start} of the file. */
    NpyDictionary(Path file, String text, int start) {
        this.file = file;
        this.text = text;
        this.start = start;
    }

    NpyHeader parse() throws CorruptFileException {
        expect('{');
        while (!accept('}')) {
            entry();
            if (!accept(',')) {
                expect('}');
                break;
            }
        }
        skipBlanks();
        if (at != text.length()) {
            throw corrupt("something follows the dictionary");
        }
        if (type == null || fortran == null || shape == null) {
            throw corrupt("'descr', 'fortran_order' or 'shape' is missing");
        }
        boolean line = shape.size() == 1;
        int sampleBytes = type.charAt(2) - '0';
        ByteOrder order = type.charAt(0) == '<' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int nx = shape.get(shape.size() - 1);
        return new NpyHeader(start + text.length(), sampleBytes, order, fortran, nx, line ? 1 : shape.get(0), line);
    }

    private void entry() throws CorruptFileException {
        String key = string();
        expect(':');
        if (key.equals("descr") && type == null) {
            type = type();
        } else if (key.equals("fortran_order") && fortran == null) {
            fortran = flag();
        } else if (key.equals("shape") && shape == null) {
            shape = shape();
        } else {
            throw corrupt("a key is unknown or comes twice");
        }
    }

    private String type() throws CorruptFileException {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '[') {
            throw corrupt("the type must be one of float64 and float32, it is a structure");
        }
        String name = string();
        if (!TYPES.contains(name)) {
            throw corrupt("the type must be one of '<f8', '>f8', '<f4' and '>f4', it is '" + printable(name) + "'");
        }
        return name;
    }

    private boolean flag() throws CorruptFileException {
        skipBlanks();
        for (boolean value : new boolean[] {false, true}) {
            String name = value ? "True" : "False";
            if (text.startsWith(name, at)) {
                at += name.length();
                return value;
            }
        }
        throw corrupt("expected True or False");
    }

    private List<Integer> shape() throws CorruptFileException {
        expect('(');
        List<Integer> sizes = new ArrayList<>();
        while (!accept(')')) {
            sizes.add(size());
            if (!accept(',')) {
                // Python reads (3) as a number, not as a tuple.
                if (sizes.size() == 1) {
                    throw corrupt("expected ','");
                }
                expect(')');
                break;
            }
        }
        if (sizes.isEmpty() || sizes.size() > 2) {
            throw corrupt("an array must have 1 or 2 dimensions, it has " + sizes.size());
        }
        return sizes;
    }

    private int size() throws CorruptFileException {
        skipBlanks();
        int first = at;
        long size = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            size = Math.min(10 * size + text.charAt(at) - '0', 1L << 32);
            at++;
        }
        if (at == first) {
            throw corrupt("expected a size");
        }
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw corrupt("a size must be from 1 to " + Integer.MAX_VALUE + ", it is "
                    + text.substring(first, Math.min(at, first + 20)));
        }
        return (int) size;
    }

    private String string() throws CorruptFileException {
        skipBlanks();
        char quote = at < text.length() ? text.charAt(at) : 0;
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw corrupt("expected a string");
        }
        String content = text.substring(at + 1, end);
        at = end + 1;
        return content;
    }

    private boolean accept(char wanted) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) throws CorruptFileException {
        if (!accept(wanted)) {
            throw corrupt("expected '" + wanted + "'");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
            at++;
        }
    }

    private static String printable(String name) {
        return name.substring(0, Math.min(name.length(), 20)).replaceAll("[^ -~]", "?");
    }

    private CorruptFileException corrupt(String problem) {
        return new CorruptFileException(file, "damaged .npy header: " + problem + ", at byte " + (start + at));
    }
}
