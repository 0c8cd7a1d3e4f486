package org.modewise.fft.contract;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.modewise.fft.Spectrum2D;
import org.modewise.fft.contract.Dft.Complexes;

/**
 * û of u(i,j) = f(i)·c(j), which is F(mx)·C(my), in double-double: a plane at the price of two lines. The products u(i,j)
 * are exact if every c(j) is a power of two, up to its sign.
 */
final class ProductSpectrum {
    private final double[] f;
    private final double[] c;
    /** The modes along x that are known, and F at them. */
    private final int[] modes;

    private final Complexes alongX;
    private final Complexes alongY;

    private ProductSpectrum(double[] f, double[] c, int[] modes, Complexes alongX) {
        this.f = f;
        this.c = c;
        this.modes = modes;
        this.alongX = alongX;
        this.alongY = new Dft(c.length).transform(c, 0);
    }

    /** Of f alone. */
    static ProductSpectrum of(double[] f) {
        int[] modes = IntStream.range(0, f.length).toArray();
        return new ProductSpectrum(f, new double[] {1}, modes, new Dft(f.length).transform(f, 0));
    }

    /** Of f alone, at a few hundred modes where all would take too long. */
    static ProductSpectrum ofSomeModes(double[] f, int count) {
        int n = f.length;
        int[] modes = new SplittableRandom(n).ints(count, 1, n / 2 + 1).toArray();
        return new ProductSpectrum(f, new double[] {1}, modes, new Dft(n).bins(f, modes));
    }

    /** Of f times other lines. */
    ProductSpectrum times(double... lines) {
        return new ProductSpectrum(f, lines, modes, alongX);
    }

    int nx() {
        return f.length;
    }

    int ny() {
        return c.length;
    }

    /** The samples, row by row. */
    double[] samples() {
        double[] samples = new double[f.length * c.length];
        Arrays.setAll(samples, k -> f[k % f.length] * c[k / f.length]);
        return samples;
    }

    /** ‖got - exact‖ / ‖exact‖ in L2 over the known modes, of the spectrum of the samples or of their transpose. */
    double relativeError(Spectrum2D got, boolean transposed) {
        double error = 0;
        double norm = 0;
        for (int row = 0; row < ny(); row++) {
            int my = signed(row, ny());
            for (int known = 0; known < modes.length; known++) {
                int mx = signed(modes[known], nx());
                DoubleDouble re = re(known, row);
                DoubleDouble im = im(known, row);
                double x = transposed ? got.re(my, mx) : got.re(mx, my);
                double y = transposed ? got.im(my, mx) : got.im(mx, my);
                error += squaredDistance(x, re) + squaredDistance(y, im);
                norm += re.hi() * re.hi() + im.hi() * im.hi();
            }
        }
        return Math.sqrt(error / norm);
    }

    private static int signed(int mode, int n) {
        return mode > n / 2 ? mode - n : mode;
    }

    private DoubleDouble re(int known, int row) {
        DoubleDouble imaginary = alongX.im(known).times(alongY.im(row));
        return alongX.re(known).times(alongY.re(row)).plus(imaginary.negated());
    }

    private DoubleDouble im(int known, int row) {
        DoubleDouble crossed = alongX.im(known).times(alongY.re(row));
        return alongX.re(known).times(alongY.im(row)).plus(crossed);
    }

    private static double squaredDistance(double got, DoubleDouble exact) {
        double distance = (got - exact.hi()) - exact.lo();
        return distance * distance;
    }
}
