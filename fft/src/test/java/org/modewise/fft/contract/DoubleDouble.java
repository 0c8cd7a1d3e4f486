package org.modewise.fft.contract;

/**
 * hi + lo, an unevaluated sum of two doubles with |lo| ≤ ulp(hi)/2: about 106 bits.
 *
 * <p>Source: T. J. Dekker, A floating-point technique for extending the available precision, Numer. Math. 18 (1971); the
 * product is made error-free by {@link Math#fma}.
 */
public record DoubleDouble(double hi, double lo) {
    /** π/4 to 107 bits. */
    private static final DoubleDouble QUARTER_PI = new DoubleDouble(0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55);

    /** The last term kept of a Taylor series on [0, π/4]: (π/4)³⁰/30! is below 2⁻¹¹⁶. */
    private static final int TERMS = 30;

    /** A double, exactly. */
    public static DoubleDouble of(double value) {
        return new DoubleDouble(value, 0);
    }

    /** a + b, exactly. */
    static DoubleDouble twoSum(double a, double b) {
        double sum = a + b;
        double part = sum - a;
        return new DoubleDouble(sum, (a - (sum - part)) + (b - part));
    }

    /** a·b, exactly. */
    static DoubleDouble twoProduct(double a, double b) {
        double product = a * b;
        return new DoubleDouble(product, Math.fma(a, b, -product));
    }

    private static DoubleDouble normalised(double large, double small) {
        double sum = large + small;
        return new DoubleDouble(sum, small - (sum - large));
    }

    public DoubleDouble plus(DoubleDouble other) {
        DoubleDouble high = twoSum(hi, other.hi);
        DoubleDouble low = twoSum(lo, other.lo);
        DoubleDouble sum = normalised(high.hi, high.lo + low.hi);
        return normalised(sum.hi, sum.lo + low.lo);
    }

    public DoubleDouble negated() {
        return new DoubleDouble(-hi, -lo);
    }

    public DoubleDouble times(DoubleDouble other) {
        DoubleDouble product = twoProduct(hi, other.hi);
        return normalised(product.hi, product.lo + (hi * other.lo + lo * other.hi));
    }

    public DoubleDouble dividedBy(double divisor) {
        double quotient = hi / divisor;
        DoubleDouble product = twoProduct(quotient, divisor);
        double rest = ((hi - product.hi) - product.lo) + lo;
        return normalised(quotient, rest / divisor);
    }

    /** cos(2πk/n) for 0 ≤ k &lt; n: the octant in exact integer arithmetic, the series on [0, π/4]. */
    public static DoubleDouble cosTurn(long k, long n) {
        long rest = 8 * k % n;
        return switch ((int) (8 * k / n)) {
            case 0 -> cosEighth(rest, n);
            case 1 -> sinEighth(n - rest, n);
            case 2 -> sinEighth(rest, n).negated();
            case 3 -> cosEighth(n - rest, n).negated();
            case 4 -> cosEighth(rest, n).negated();
            case 5 -> sinEighth(n - rest, n).negated();
            case 6 -> sinEighth(rest, n);
            default -> cosEighth(n - rest, n);
        };
    }

    /** sin(2πk/n) = cos(2π(k/n - 1/4)) for 0 ≤ k &lt; n. */
    public static DoubleDouble sinTurn(long k, long n) {
        return cosTurn((4 * k + 3 * n) % (4 * n), 4 * n);
    }

    /** cos of p/q eighths of a turn, 0 ≤ p ≤ q. */
    private static DoubleDouble cosEighth(long p, long q) {
        return series(of(1), p, q, 2);
    }

    private static DoubleDouble sinEighth(long p, long q) {
        return series(QUARTER_PI.times(of(p)).dividedBy(q), p, q, 3);
    }

    /** first·(1 - x²/((from-1)·from)·(1 - x²/((from+1)·(from+2))·(1 - …))), by Horner's rule. */
    private static DoubleDouble series(DoubleDouble first, long p, long q, int from) {
        DoubleDouble x = QUARTER_PI.times(of(p)).dividedBy(q);
        DoubleDouble square = x.times(x);
        DoubleDouble sum = of(1);
        for (int k = from + TERMS - 2; k >= from; k -= 2) {
            sum = of(1).plus(square.times(sum).dividedBy((double) (k - 1) * k).negated());
        }
        return first.times(sum);
    }
}
