package org.modewise.core.internal;

/** Arithmetic whose steps may overflow or underflow though the result does not. */
public final class Scale {
    private Scale() {}

    /**
     * The product of numbers, from left to right, that overflows or underflows only if it is itself out of range.
     *
     * @param factors the factors
     * @return their product
     */
    public static double product(double... factors) {
        double mantissa = 1;
        int exponent = 0;
        for (double factor : factors) {
            int power = Math.getExponent(factor);
            mantissa *= Math.scalb(factor, -power);
            exponent += power;
        }
        return Math.scalb(mantissa, exponent);
    }

    /**
     * The e for which numbers of a size, times 2^-e, can be squared and summed: those near it near 1, and what is lost of
     * the smaller ones does not matter beside them.
     *
     * @param largest the largest modulus
     * @return its binary exponent; 0 if it is 0, infinite or NaN, which no scale changes
     */
    public static int exponent(double largest) {
        return largest > 0 && largest < Double.POSITIVE_INFINITY ? Math.getExponent(largest) : 0;
    }
}
