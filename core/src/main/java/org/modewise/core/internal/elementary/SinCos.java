package org.modewise.core.internal.elementary;

/**
 * sin x and cos x from those of r, where x = k·π/2 + r and |r| ≤ π/4, for |x| ≤ 2¹⁵. Beyond, the JDK's
 * {@link StrictMath}, which has the same bits everywhere. Within 1.6 ulp.
 *
 * <p>The reduction is W. J. Cody and W. Waite's (Software Manual for the Elementary Functions, 1980) in three parts of
 * π/2, the first two of 38 bits so that their products with k are exact; together they are π/2 to 2⁻¹³⁰. The double next
 * to a multiple of π/2 up to the limit is 2⁻⁶⁰ away from it, so the third part counts where r is small, in the sine alone,
 * whose last sum takes it. There the second difference is exact; else it rounds r, which is up to one ulp of the sine, and all that
 * keeps it from 0.8 ulp: to carry that along took a quarter more operations. Both polynomials are minimax, found by Remez's
 * algorithm, for relative errors of 2⁻⁵⁸ (sine) and 2⁻⁶⁴ (cosine).
 */
public final class SinCos {
    /** The largest |x| that the reduction is good for. */
    public static final double LIMIT = 0x1p15;

    /** 2/π. */
    public static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;

    /** Adding it rounds to an integer k and leaves k in the sum's lowest bits. */
    public static final double ROUNDING = 0x1.8p52;

    /** π/2, cut after 38 bits. */
    public static final double PI1 = 0x1.921fb54440000p+0;

    /** The next 38 bits of π/2, cut so that the rest is positive. */
    public static final double PI2 = 0x1.68c234c4c0000p-39;

    /** The rest of π/2. */
    public static final double PI3 = 0x1.98a2e03707345p-77;

    /** The coefficient of r³ in r - sin r; they go on up to r¹³. */
    public static final double S3 = 0x1.5555555555549p-3;

    /** The coefficient of r⁵. */
    public static final double S5 = -0x1.111111110f881p-7;

    /** The coefficient of r⁷. */
    public static final double S7 = 0x1.a01a019c126b1p-13;

    /** The coefficient of r⁹. */
    public static final double S9 = -0x1.71de357874543p-19;

    /** The coefficient of r¹¹. */
    public static final double S11 = 0x1.ae5e66d4d3ceap-26;

    /** The coefficient of r¹³. */
    public static final double S13 = -0x1.5d932f42718b2p-33;

    /** The coefficient of r⁴ in cos r; they go on up to r¹⁴. */
    public static final double C4 = 0x1.555555555554cp-5;

    /** The coefficient of r⁶. */
    public static final double C6 = -0x1.6c16c16c15184p-10;

    /** The coefficient of r⁸. */
    public static final double C8 = 0x1.a01a019cb26f6p-16;

    /** The coefficient of r¹⁰. */
    public static final double C10 = -0x1.27e4f80a76a25p-22;

    /** The coefficient of r¹². */
    public static final double C12 = 0x1.1ee9ec47df06bp-29;

    /** The coefficient of r¹⁴. */
    public static final double C14 = -0x1.8faecf43cb7ebp-37;

    /** From the second-lowest bit to the sign. */
    public static final int TO_SIGN = 62;

    private SinCos() {}

    /** sin[to+i], cos[to+i] = sin x[from+i], cos x[from+i]; x may be one of them. */
    static void apply(double[] x, int from, double[] sin, double[] cos, int to, int length) {
        for (int i = 0; i < length; i++) {
            double v = x[from + i];
            if (Math.abs(v) <= LIMIT) {
                reduced(v, sin, cos, to + i);
            } else {
                sin[to + i] = StrictMath.sin(v);
                cos[to + i] = StrictMath.cos(v);
            }
        }
    }

    private static void reduced(double x, double[] sin, double[] cos, int at) {
        double rounded = MultiplyAdd.of(x, TWO_OVER_PI, ROUNDING);
        double k = rounded - ROUNDING;
        double near = MultiplyAdd.of(k, -PI1, x);
        double r = MultiplyAdd.of(k, -PI2, near);
        double z = r * r;
        double tail = MultiplyAdd.of(z, S13, S11);
        tail = MultiplyAdd.of(z, tail, S9);
        tail = MultiplyAdd.of(z, tail, S7);
        tail = MultiplyAdd.of(z, tail, S5);
        tail = MultiplyAdd.of(z, tail, S3);
        // Subtracted, not added, so that a zero keeps its sign.
        double sine = r - MultiplyAdd.of(z * r, tail, k * PI3);
        tail = MultiplyAdd.of(z, C14, C12);
        tail = MultiplyAdd.of(z, tail, C10);
        tail = MultiplyAdd.of(z, tail, C8);
        tail = MultiplyAdd.of(z, tail, C6);
        tail = MultiplyAdd.of(z, tail, C4);
        double cosine = MultiplyAdd.of(z, MultiplyAdd.of(z, tail, -0.5), 1);

        long quadrant = Double.doubleToRawLongBits(rounded);
        long sineBits = Double.doubleToRawLongBits(sine);
        long cosineBits = Double.doubleToRawLongBits(cosine);
        // All ones where the quadrant is odd and the two change places.
        long swapped = (sineBits ^ cosineBits) & -(quadrant & 1);
        sin[at] = Double.longBitsToDouble((sineBits ^ swapped) ^ (quadrant & 2) << TO_SIGN);
        cos[at] = Double.longBitsToDouble((cosineBits ^ swapped) ^ (quadrant + 1 & 2) << TO_SIGN);
    }
}
