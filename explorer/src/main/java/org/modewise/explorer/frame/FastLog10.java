package org.modewise.explorer.frame;

/**
 * log₁₀ of positive doubles to 2e-8, an eighth of the time of {@link Math#log10}: the exponent, and a line between table
 * entries for the rest. A level of the page is ten thousand times as coarse.
 */
final class FastLog10 {
    private static final int BITS = 11;
    private static final int FRACTION_BITS = 52 - BITS;
    private static final double LOG10_OF_2 = Math.log10(2);
    private static final int BIAS = 1023;
    private static final double[] TABLE = new double[(1 << BITS) + 1];

    static {
        for (int k = 0; k < TABLE.length; k++) {
            TABLE[k] = Math.log10(1 + (double) k / (1 << BITS));
        }
    }

    private FastLog10() {}

    /** log₁₀ x for finite x > 0; of a subnormal x some number below -307. */
    static double of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> 52) - BIAS;
        int entry = (int) (bits >>> FRACTION_BITS) & (1 << BITS) - 1;
        double rest = (bits & (1L << FRACTION_BITS) - 1) * 0x1p-41;
        return exponent * LOG10_OF_2 + TABLE[entry] + rest * (TABLE[entry + 1] - TABLE[entry]);
    }
}
