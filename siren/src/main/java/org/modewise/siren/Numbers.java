package org.modewise.siren;

import java.util.Locale;

/** Numbers short enough for a one-line {@code toString}. */
final class Numbers {
    /** How many characters a line has at most. */
    static final int LINE = 80;

    private Numbers() {}

    /** As much of a text in brackets as a line holds. */
    static String line(String text) {
        return text.length() <= LINE ? text : text.substring(0, LINE - 3) + "..]";
    }

    /** Up to four significant digits: "30", "0.2500", "1.235e-07". */
    static String brief(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
