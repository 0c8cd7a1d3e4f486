package org.modewise.fft.contract;

/**
 * X_k = Σ_j x_j e^{-2πi·jk/n} in double-double, about 2⁻¹⁰⁰ of Σ|x_j|: the oracle that transforms in double are held to.
 *
 * <p>{@link #bin} is the definition, with the index product in long arithmetic. {@link #transform} splits n into its
 * prime factors and is checked against it. Holds a table of n twiddles; immutable.
 */
public final class Dft {
    private final int n;
    private final Complexes twiddles;

    /** Prepares the transform of length n. */
    public Dft(int n) {
        this.n = n;
        this.twiddles = new Complexes(n);
        for (int k = 0; k < n; k++) {
            twiddles.set(
                    k, DoubleDouble.cosTurn(k, n), DoubleDouble.sinTurn(k, n).negated());
        }
    }

    /** Numbers in double-double, an array for each of the four parts. */
    public static final class Complexes {
        final double[] reHi;
        final double[] reLo;
        final double[] imHi;
        final double[] imLo;

        Complexes(int length) {
            this.reHi = new double[length];
            this.reLo = new double[length];
            this.imHi = new double[length];
            this.imLo = new double[length];
        }

        private void set(int k, DoubleDouble re, DoubleDouble im) {
            reHi[k] = re.hi();
            reLo[k] = re.lo();
            imHi[k] = im.hi();
            imLo[k] = im.lo();
        }

        /** The real part of number k. */
        public DoubleDouble re(int k) {
            return new DoubleDouble(reHi[k], reLo[k]);
        }

        /** The imaginary part of number k. */
        public DoubleDouble im(int k) {
            return new DoubleDouble(imHi[k], imLo[k]);
        }
    }

    /** A running sum of products, mutable so that nothing is allocated on the way. */
    private static final class Sum {
        double hi;
        double lo;

        void clear() {
            hi = 0;
            lo = 0;
        }

        /** This is h + l minus the other. */
        void set(double h, double l, Sum other) {
            hi = h;
            lo = l;
            add(-other.hi, -other.lo);
        }

        void add(double h, double l) {
            double sum = hi + h;
            double part = sum - hi;
            double rest = ((hi - (sum - part)) + (h - part)) + (lo + l);
            hi = sum + rest;
            lo = rest - (hi - sum);
        }

        void addProduct(double ah, double al, double bh, double bl) {
            double product = ah * bh;
            double productError = Math.fma(ah, bh, -product) + (ah * bl + al * bh);
            double sum = hi + product;
            double part = sum - hi;
            double rest = ((hi - (sum - part)) + (product - part)) + (lo + productError);
            hi = sum + rest;
            lo = rest - (hi - sum);
        }
    }

    /** e^{-2πi·k/n}, 0 ≤ k &lt; n. */
    public Complexes twiddles() {
        return twiddles;
    }

    /** X_k of real samples, by the definition. */
    public Complexes bin(double[] x, int k) {
        Complexes source = new Complexes(n);
        System.arraycopy(x, 0, source.reHi, 0, n);
        return bin(source, k);
    }

    /** X_k, by the definition, as the one element of the result. */
    public Complexes bin(Complexes x, int k) {
        Sum re = new Sum();
        Sum im = new Sum();
        Complexes w = twiddles;
        for (int j = 0; j < n; j++) {
            int t = (int) ((long) j * k % n);
            re.addProduct(x.reHi[j], x.reLo[j], w.reHi[t], w.reLo[t]);
            re.addProduct(-x.imHi[j], -x.imLo[j], w.imHi[t], w.imLo[t]);
            im.addProduct(x.reHi[j], x.reLo[j], w.imHi[t], w.imLo[t]);
            im.addProduct(x.imHi[j], x.imLo[j], w.reHi[t], w.reLo[t]);
        }
        Complexes bin = new Complexes(1);
        store(bin, 0, re, im);
        return bin;
    }

    /** X_k of real samples for each of some k, by the definition. */
    Complexes bins(double[] x, int[] modes) {
        Complexes bins = new Complexes(modes.length);
        for (int b = 0; b < modes.length; b++) {
            Complexes bin = bin(x, modes[b]);
            bins.set(b, bin.re(0), bin.im(0));
        }
        return bins;
    }

    /** All X_k of n real samples from {@code x[from]} on. */
    public Complexes transform(double[] x, int from) {
        Complexes source = new Complexes(n);
        System.arraycopy(x, from, source.reHi, 0, n);
        Complexes result = new Complexes(n);
        split(source, 0, 1, n, result, 0, true);
        return result;
    }

    /** Replaces the n numbers at {@code from}, {@code from + stride}, … by their transform. */
    public void transform(Complexes x, int from, int stride) {
        Complexes result = new Complexes(n);
        split(x, from, stride, n, result, 0, false);
        for (int k = 0; k < n; k++) {
            x.set(from + k * stride, result.re(k), result.im(k));
        }
    }

    /** Transforms length numbers of x, {@code stride} apart, to y[to]…: r-th parts first, joined by their twiddles. */
    private void split(Complexes x, int from, int stride, int length, Complexes y, int to, boolean real) {
        if (length == 1) {
            y.set(to, x.re(from), x.im(from));
            return;
        }
        int radix = smallestFactor(length);
        if (radix == length) {
            prime(x, from, stride, length, y, to, real);
            return;
        }
        int part = length / radix;
        for (int r = 0; r < radix; r++) {
            split(x, from + r * stride, stride * radix, part, y, to + r * part, real);
        }
        if (radix == 2) {
            joinHalves(y, to, part);
        } else {
            join(y, to, part, radix);
        }
    }

    private static int smallestFactor(int length) {
        for (int factor = 2; (long) factor * factor <= length; factor++) {
            if (length % factor == 0) {
                return factor;
            }
        }
        return length;
    }

    /** By the definition; of real numbers half the result determines the other. */
    private void prime(Complexes x, int from, int stride, int length, Complexes y, int to, boolean real) {
        Complexes w = twiddles;
        int step = n / length;
        Sum re = new Sum();
        Sum im = new Sum();
        for (int k = 0; k <= (real ? length / 2 : length - 1); k++) {
            re.clear();
            im.clear();
            int t = 0;
            for (int j = 0; j < length; j++) {
                int at = from + j * stride;
                re.addProduct(x.reHi[at], x.reLo[at], w.reHi[t], w.reLo[t]);
                im.addProduct(x.reHi[at], x.reLo[at], w.imHi[t], w.imLo[t]);
                if (!real) {
                    re.addProduct(-x.imHi[at], -x.imLo[at], w.imHi[t], w.imLo[t]);
                    im.addProduct(x.imHi[at], x.imLo[at], w.reHi[t], w.reLo[t]);
                }
                t += k * step;
                t -= t >= n ? n : 0;
            }
            store(y, to + k, re, im);
            if (real && k > 0) {
                y.set(to + length - k, y.re(to + k), y.im(to + k).negated());
            }
        }
    }

    /** X_{k + part·q} = Σ_r w^{r(k + part·q)}·Y_{r,k}, in place. */
    private void join(Complexes y, int to, int part, int radix) {
        Complexes w = twiddles;
        int length = part * radix;
        int step = n / length;
        Complexes legs = new Complexes(radix);
        Sum re = new Sum();
        Sum im = new Sum();
        for (int k = 0; k < part; k++) {
            for (int q = 0; q < radix; q++) {
                re.clear();
                im.clear();
                for (int r = 0; r < radix; r++) {
                    int at = to + r * part + k;
                    int t = (int) ((long) r * (k + part * q) % length) * step;
                    re.addProduct(y.reHi[at], y.reLo[at], w.reHi[t], w.reLo[t]);
                    re.addProduct(-y.imHi[at], -y.imLo[at], w.imHi[t], w.imLo[t]);
                    im.addProduct(y.reHi[at], y.reLo[at], w.imHi[t], w.imLo[t]);
                    im.addProduct(y.imHi[at], y.imLo[at], w.reHi[t], w.reLo[t]);
                }
                store(legs, q, re, im);
            }
            for (int q = 0; q < radix; q++) {
                y.set(to + k + part * q, legs.re(q), legs.im(q));
            }
        }
    }

    /** The same for radix 2, with one product for both legs: w^{part} = -1. */
    private void joinHalves(Complexes y, int to, int part) {
        Complexes w = twiddles;
        int step = n / (2 * part);
        Sum re = new Sum();
        Sum im = new Sum();
        Sum difference = new Sum();
        for (int k = to; k < to + part; k++) {
            int b = k + part;
            int t = (k - to) * step;
            re.clear();
            im.clear();
            re.addProduct(y.reHi[b], y.reLo[b], w.reHi[t], w.reLo[t]);
            re.addProduct(-y.imHi[b], -y.imLo[b], w.imHi[t], w.imLo[t]);
            im.addProduct(y.reHi[b], y.reLo[b], w.imHi[t], w.imLo[t]);
            im.addProduct(y.imHi[b], y.imLo[b], w.reHi[t], w.reLo[t]);
            difference.set(y.reHi[k], y.reLo[k], re);
            re.add(y.reHi[k], y.reLo[k]);
            y.reHi[b] = difference.hi;
            y.reLo[b] = difference.lo;
            difference.set(y.imHi[k], y.imLo[k], im);
            im.add(y.imHi[k], y.imLo[k]);
            y.imHi[b] = difference.hi;
            y.imLo[b] = difference.lo;
            store(y, k, re, im);
        }
    }

    private static void store(Complexes y, int k, Sum re, Sum im) {
        y.reHi[k] = re.hi;
        y.reLo[k] = re.lo;
        y.imHi[k] = im.hi;
        y.imLo[k] = im.lo;
    }
}
