package org.modewise.fft.internal;

import java.util.Arrays;

/** e^{-2πi·k/n}, each from the sine and cosine of an angle reduced to one octant, never by recurrence. */
public final class RootsOfUnity {
    private RootsOfUnity() {}

    /**
     * cos(2πk/n).
     *
     * @param k the numerator of the turn, 0 ≤ k &lt; n
     * @param n its denominator
     * @return the cosine
     */
    public static double cos(long k, long n) {
        // The octant is exact integer arithmetic: 8k/n, and the rest 8k mod n as a fraction of an eighth turn.
        long octant = 8 * k / n;
        long rest = 8 * k % n;
        return switch ((int) octant) {
            case 0 -> StrictMath.cos(angle(rest, n));
            case 1 -> StrictMath.sin(angle(n - rest, n));
            case 2 -> -StrictMath.sin(angle(rest, n));
            case 3 -> -StrictMath.cos(angle(n - rest, n));
            case 4 -> -StrictMath.cos(angle(rest, n));
            case 5 -> -StrictMath.sin(angle(n - rest, n));
            case 6 -> StrictMath.sin(angle(rest, n));
            default -> StrictMath.cos(angle(n - rest, n));
        };
    }

    /**
     * -sin(2πk/n), the imaginary part of a forward twiddle.
     *
     * @param k the numerator of the turn, 0 ≤ k &lt; n
     * @param n its denominator
     * @return the negative of the sine
     */
    public static double minusSin(long k, long n) {
        // -sin(x) = cos(x + quarter turn); in units of 1/4n turns both stay integers.
        return cos((4 * k + n) % (4 * n), 4 * n);
    }

    /** An angle of {@code eighths / n} eighths of a turn, in [0, π/4]. */
    private static double angle(long eighths, long n) {
        return Math.PI / 4 * eighths / n;
    }

    /**
     * The factors w^{k·p} of the legs k = 1…r-1 of butterfly p, w = e^{-2πi/(r·m)}: re and im in turn, leg by leg,
     * butterfly by butterfly from p = 0.
     *
     * @param radix the number of legs r
     * @param m the number of butterflies
     * @return 2(r-1)m doubles
     */
    public static double[] twiddles(int radix, int m) {
        long n = (long) radix * m;
        double[] factors = new double[2 * (radix - 1) * m];
        int next = 0;
        for (int p = 0; p < m; p++) {
            for (int leg = 1; leg < radix; leg++) {
                long k = (long) leg * p % n;
                factors[next++] = cos(k, n);
                factors[next++] = minusSin(k, n);
            }
        }
        return factors;
    }

    /**
     * The prime factors of a number.
     *
     * @param n the number, at least 1
     * @return its factors in rising order, each as often as it divides n; none of 1
     */
    public static int[] primeFactors(int n) {
        int[] factors = new int[31];
        int count = 0;
        int rest = n;
        for (int p = 2; (long) p * p <= rest; p++) {
            while (rest % p == 0) {
                factors[count++] = p;
                rest /= p;
            }
        }
        if (rest > 1) {
            factors[count++] = rest;
        }
        return Arrays.copyOf(factors, count);
    }
}
