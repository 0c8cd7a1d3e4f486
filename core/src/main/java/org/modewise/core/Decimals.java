package org.modewise.core;

import java.util.Locale;

/** Numbers short enough for a one-line {@code toString}. */
final class Decimals {
    private Decimals() {}

    /** Four significant digits without trailing zeros: "0.25", "-1.5", "1.235e-07". */
    static String brief(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        String text = String.format(Locale.ROOT, "%.4g", value);
        int exponent = text.indexOf('e');
        String digits = exponent < 0 ? text : text.substring(0, exponent);
        if (digits.indexOf('.') >= 0) {
            digits = digits.replaceFirst("\\.?0+$", "");
        }
        return exponent < 0 ? digits : digits + text.substring(exponent);
    }
}
