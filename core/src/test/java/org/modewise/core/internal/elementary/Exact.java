package org.modewise.core.internal.elementary;

import java.math.BigDecimal;
import java.math.MathContext;

/** Elementary functions to 50 digits, by Taylor series of reduced arguments. */
final class Exact {
    /** The precision of every step; what is measured with it needs half as much. */
    private static final MathContext MC = new MathContext(50);

    /** Of a multiple of π up to 2¹⁵, 50 digits after those before the point. */
    private static final BigDecimal HALF_PI =
            new BigDecimal("1.570796326794896619231321691639751442098584699687552910487472296153908203143104499314");

    private static final BigDecimal LN2 =
            new BigDecimal("0.693147180559945309417232121458176568075500134360255254120680009493393621969694716");

    private static final BigDecimal TINY = new BigDecimal("1e-50");

    private Exact() {}

    static BigDecimal exp(double x) {
        return exp(new BigDecimal(x));
    }

    static BigDecimal log(double x) {
        return log(new BigDecimal(x));
    }

    static BigDecimal log(BigDecimal x) {
        BigDecimal guess = new BigDecimal(StrictMath.log(x.doubleValue()));
        // ln x = guess + ln(1 + d) with d = x·e^-guess - 1, about 1e-16.
        BigDecimal d = x.multiply(exp(guess.negate()), MC).subtract(BigDecimal.ONE);
        BigDecimal d2 = d.multiply(d, MC);
        return guess.add(d, new MathContext(90))
                .subtract(d2.divide(BigDecimal.valueOf(2)))
                .add(d2.multiply(d, MC).divide(BigDecimal.valueOf(3), MC), new MathContext(90));
    }

    static BigDecimal sin(double x) {
        return sine(x, 0);
    }

    static BigDecimal cos(double x) {
        return sine(x, 1);
    }

    /** The distance of a double from the exact value, in units of the last place of the latter. */
    static double ulps(double value, BigDecimal exact) {
        BigDecimal ulp = new BigDecimal(Math.ulp(exact.doubleValue()));
        return new BigDecimal(value).subtract(exact).abs().divide(ulp, MC).doubleValue();
    }

    static BigDecimal exp(BigDecimal x) {
        int halvings = 8;
        int k = (int) Math.rint(x.doubleValue() / Math.log(2));
        BigDecimal r = x.subtract(LN2.multiply(BigDecimal.valueOf(k))).divide(BigDecimal.valueOf(1 << halvings));
        BigDecimal y = series(r, BigDecimal.ONE, 0, 1);
        for (int i = 0; i < halvings; i++) {
            y = y.multiply(y, MC);
        }
        BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(k));
        return k >= 0 ? y.multiply(power, MC) : y.divide(power, MC);
    }

    private static BigDecimal sine(double x, int quarters) {
        long k = Math.round(x / HALF_PI.doubleValue());
        BigDecimal r = new BigDecimal(x).subtract(HALF_PI.multiply(BigDecimal.valueOf(k)));
        boolean even = (k + quarters & 1) == 0;
        BigDecimal square = r.multiply(r, MC).negate();
        BigDecimal y = even ? series(square, r, 1, 2) : series(square, BigDecimal.ONE, 0, 2);
        return (k + quarters & 2) == 0 ? y : y.negate();
    }

    /** first·Σ sᵏ·n!/(n + k·step)!: each term is the last one by s and the next factors of the factorial. */
    private static BigDecimal series(BigDecimal s, BigDecimal first, int n, int step) {
        BigDecimal sum = first;
        BigDecimal term = first;
        BigDecimal negligible = first.abs().multiply(TINY);
        for (int k = n + step; term.abs().compareTo(negligible) > 0; k += step) {
            term = term.multiply(s, MC).divide(BigDecimal.valueOf(step == 1 ? k : (long) k * (k - 1)), MC);
            sum = sum.add(term, MC);
        }
        return sum;
    }
}
