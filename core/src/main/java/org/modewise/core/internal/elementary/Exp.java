package org.modewise.core.internal.elementary;

/**
 * eˣ = 2ᵏ·eʳ with x = k·ln 2 + r and |r| ≤ ln 2 / 2, where eʳ = 1 + r + r²·q(r) and the sum keeps what 1 + r loses.
 * Within 0.75 ulp, or 0.8 of the smallest number where the result is subnormal.
 *
 * <p>The constants: 1/ln 2; ln 2 cut after 42 bits, so that its product with k is exact, and its rest; and the minimax
 * polynomial q of degree 9, of which ½ is kept, found by Remez's algorithm for the relative error of eʳ, 2⁻⁵⁷·⁴.
 */
public final class Exp {
    /** Up to this |x| results are normal numbers, and so is the power of two in them. */
    public static final double ORDINARY = 708;

    /** Below this x results are 0. */
    public static final double LOWEST = -746;

    private static final double HIGHEST = 710;

    /** 1/ln 2. */
    public static final double INVERSE_LN2 = 0x1.71547652b82fep+0;

    /** ln 2, cut. */
    public static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

    /** The rest of ln 2. */
    public static final double LN2_LOW = 0x1.ef35793c76730p-45;

    /** The coefficient of r³; they go on up to r¹¹. */
    public static final double C3 = 0x1.5555555555501p-3;

    /** The coefficient of r⁴. */
    public static final double C4 = 0x1.555555555320ep-5;

    /** The coefficient of r⁵. */
    public static final double C5 = 0x1.111111112882dp-7;

    /** The coefficient of r⁶. */
    public static final double C6 = 0x1.6c16c17cc0c28p-10;

    /** The coefficient of r⁷. */
    public static final double C7 = 0x1.a01a011c3762ep-13;

    /** The coefficient of r⁸. */
    public static final double C8 = 0x1.a019ab35a15dcp-16;

    /** The coefficient of r⁹. */
    public static final double C9 = 0x1.71df5523c6076p-19;

    /** The coefficient of r¹⁰. */
    public static final double C10 = 0x1.289f81be62112p-22;

    /** The coefficient of r¹¹. */
    public static final double C11 = 0x1.ad2029c1fb2f0p-26;

    /**
     * Adding it to |v| &lt; 2⁵¹ rounds v to an integer n, and leaves n + 1023 in the sum's lowest bits: 2ⁿ, once they are
     * shifted into the exponent.
     */
    public static final double ROUNDING = 0x1.8p52 + 1023;

    /** The shift to the exponent. */
    public static final int EXPONENT = 52;

    private Exp() {}

    /**
     * eˣ.
     *
     * @param x the exponent
     * @return eˣ, as {@link Math#exp} for infinities, NaN, overflow and underflow
     */
    public static double of(double x) {
        if (!(x >= LOWEST && x <= HIGHEST)) {
            return x < LOWEST ? 0 : x > HIGHEST ? Double.POSITIVE_INFINITY : x;
        }
        double rounded = x * INVERSE_LN2 + ROUNDING;
        double k = rounded - ROUNDING;
        double high = x - k * LN2_HIGH;
        double low = k * LN2_LOW;
        double r = high - low;
        double lost = (high - r) - low;
        double r2 = r * r;
        double r4 = r2 * r2;
        double q2 = (0.5 + r * C3) + r2 * (C4 + r * C5);
        double q6 = (C6 + r * C7) + r2 * (C8 + r * C9);
        double q = q2 + r4 * (q6 + r4 * (C10 + r * C11));
        double sum = 1 + r;
        double y = sum + ((r - (sum - 1)) + (lost + r2 * q));
        if (Math.abs(x) <= ORDINARY) {
            return y * power(rounded);
        }
        // In two factors: the first leaves the product normal, so that a subnormal result is rounded once.
        double half = k * 0.5 + ROUNDING;
        return y * power(half) * power((k - (half - ROUNDING)) + ROUNDING);
    }

    private static double power(double rounded) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(rounded) << EXPONENT);
    }

    /** y[i] = e^(t·x[i]), or 0 where t·x[i] &lt; least, of two arrays: three loops that C2 makes vector code of, but the last. */
    static void multiples(double[] x, double t, double least, double[] y, int length) {
        upperTerms(x, t, y, length);
        sums(x, t, y, length);
        for (int i = 0; i < length; i++) {
            double v = t * x[i];
            if (v < least) {
                y[i] = 0;
            } else if (Math.abs(v) <= ORDINARY) {
                y[i] *= power(v * INVERSE_LN2 + ROUNDING);
            } else {
                y[i] = of(v);
            }
        }
    }

    /** The terms of q from r⁴ on. */
    private static void upperTerms(double[] x, double t, double[] y, int length) {
        for (int i = 0; i < length; i++) {
            double v = t * x[i];
            double k = (v * INVERSE_LN2 + ROUNDING) - ROUNDING;
            double r = (v - k * LN2_HIGH) - k * LN2_LOW;
            double r2 = r * r;
            double r4 = r2 * r2;
            y[i] = r4 * (((C6 + r * C7) + r2 * (C8 + r * C9)) + r4 * (C10 + r * C11));
        }
    }

    /** From those terms to e^r. */
    private static void sums(double[] x, double t, double[] y, int length) {
        for (int i = 0; i < length; i++) {
            double v = t * x[i];
            double k = (v * INVERSE_LN2 + ROUNDING) - ROUNDING;
            double high = v - k * LN2_HIGH;
            double low = k * LN2_LOW;
            double r = high - low;
            double lost = (high - r) - low;
            double r2 = r * r;
            double q = ((0.5 + r * C3) + r2 * (C4 + r * C5)) + y[i];
            double sum = 1 + r;
            y[i] = sum + ((r - (sum - 1)) + (lost + r2 * q));
        }
    }

    /** y[to+i] = e^(x[from+i] - shift). */
    static void apply(double[] x, int from, double shift, double[] y, int to, int length) {
        for (int i = 0; i < length; i++) {
            y[to + i] = of(x[from + i] - shift);
        }
    }
}
