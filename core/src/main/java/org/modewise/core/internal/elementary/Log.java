package org.modewise.core.internal.elementary;

/**
 * ln x = k·ln 2 + ln(1 + f) with x = 2ᵏ(1 + f) and √½ ≤ 1 + f &lt; √2, where s = f/(2 + f), h = f²/2 and
 * ln(1 + f) = f - (h - s(h + R(s²))). Within 0.85 ulp.
 *
 * <p>The reduction is that of FDLIBM's logarithm (K. C. Ng, Sun Microsystems 1993), whose second-largest term, k·ln 2 or
 * f, loses nothing here. R is a minimax polynomial of our own, found by Remez's algorithm for the relative error of the
 * logarithm, 2⁻⁵⁹·⁵.
 */
public final class Log {
    /** The bits of √½, rounded up, where the mantissa's interval starts. */
    public static final long SQRT_HALF = 0x3fe6a09e667f3bcdL;

    /** What, added to the bits of x, makes the exponent field k + 1023. */
    public static final long TO_EXPONENT = 0x3ff0000000000000L - SQRT_HALF;

    /** The mantissa field. */
    public static final long MANTISSA = 0x000fffffffffffffL;

    /** The length of the mantissa field. */
    public static final int EXPONENT = 52;

    /** The bits of 2⁵², which holds a small integer in its lowest bits. */
    public static final long INTEGER = 0x4330000000000000L;

    /** 2⁵² and the bias of the exponent. */
    public static final double INTEGER_BIAS = 0x1p52 + 1023;

    /** The coefficient of s² in R; they go on up to s¹⁴. */
    public static final double C2 = 0x1.5555555555592p-1;

    /** The coefficient of s⁴. */
    public static final double C4 = 0x1.999999997fdb7p-2;

    /** The coefficient of s⁶. */
    public static final double C6 = 0x1.24924941f12c9p-2;

    /** The coefficient of s⁸. */
    public static final double C8 = 0x1.c71c5209563cbp-3;

    /** The coefficient of s¹⁰. */
    public static final double C10 = 0x1.74663ee9f60f6p-3;

    /** The coefficient of s¹². */
    public static final double C12 = 0x1.39a1ba8cdd884p-3;

    /** The coefficient of s¹⁴. */
    public static final double C14 = 0x1.2f05654c9ca41p-3;

    private Log() {}

    /**
     * ln x.
     *
     * @param x the argument
     * @return ln x, as {@link Math#log} for infinities, NaN, zeros and negative numbers
     */
    public static double of(double x) {
        if (x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE) {
            return ofNormal(x, 0);
        }
        if (x > 0 && x < Double.MIN_NORMAL) {
            return ofNormal(x * 0x1p54, -54);
        }
        return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
    }

    private static double ofNormal(double x, double shift) {
        long bits = Double.doubleToRawLongBits(x) + TO_EXPONENT;
        double f = Double.longBitsToDouble((bits & MANTISSA) + SQRT_HALF) - 1;
        double k = (Double.longBitsToDouble((bits >>> EXPONENT) | INTEGER) - INTEGER_BIAS) + shift;
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double odd = z * (C2 + w * (C6 + w * (C10 + w * C14)));
        double even = w * (C4 + w * (C8 + w * C12));
        double h = 0.5 * f * f;
        double large = k * Exp.LN2_HIGH;
        double sum = large + f;
        double lost = (large - sum) + f;
        return sum + (lost - (h - (s * (h + (odd + even)) + k * Exp.LN2_LOW)));
    }

    /** y[to+i] = ln x[from+i]. */
    static void apply(double[] x, int from, double[] y, int to, int length) {
        for (int i = 0; i < length; i++) {
            y[to + i] = of(x[from + i]);
        }
    }
}
