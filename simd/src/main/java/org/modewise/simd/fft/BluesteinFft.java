package org.modewise.simd.fft;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.fft.internal.Chirp;
import org.modewise.simd.Lanes;

/**
 * X_k = c_k Σ_j (x_j c_j) conj c_{k-j} with the chirp c_j = e^{-πi·j²/n}: a convolution, by two transforms of a length
 * m ≥ 2n-1 that has small factors only.
 *
 * <p>Source: L. Bluestein, A linear filtering approach to the computation of the discrete Fourier transform, IEEE Trans.
 * Audio Electroacoust. 18 (1970) 451.
 */
final class BluesteinFft implements LaneFft {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;

    private final int n;
    private final int m;
    private final LaneFft inner;
    /** c_j, re and im in turn. */
    private final double[] chirp;
    /** The transform of the filter conj c_j over m, re and im in turn. */
    private final double[] filter;

    BluesteinFft(int n) {
        this.n = n;
        this.m = fastLength(2 * n - 1);
        this.inner = new StockhamFft(m);
        Chirp factors = new Chirp(n);
        this.chirp = inTurn(factors.re(), 0, factors.im(), 0, 1, n);
        this.filter = filterSpectrum(factors);
    }

    /** How many doubles of scratch a transform needs, of any number of blocks. */
    static long scratchLength(int n) {
        int m = fastLength(2 * n - 1);
        return 2L * m * ROW + StockhamFft.scratchLength(m, 1);
    }

    /** The least length from n on of the form 2^a·3^b·5^c with few factors 3 and 5, whose passes are slower. */
    private static int fastLength(int n) {
        return IntStream.of(1, 3, 5, 9, 15)
                .map(odd -> odd * powerOfTwo((n + odd - 1) / odd))
                .min()
                .orElseThrow();
    }

    /** The least power of two from n on. */
    private static int powerOfTwo(int n) {
        return n == 1 ? 1 : 2 * Integer.highestOneBit(n - 1);
    }

    private double[] filterSpectrum(Chirp factors) {
        double[] re = new double[m];
        double[] im = new double[m];
        factors.filter(re, im);
        double[] rows = new double[m * ROW];
        for (int j = 0; j < m; j++) {
            rows[j * ROW] = re[j];
            rows[j * ROW + ROW / 2] = im[j];
        }
        double[] spectrum = new double[m * ROW];
        double[] scratch = new double[(int) StockhamFft.scratchLength(m, 1)];
        inner.transform(rows, 0, ROW / 2, ROW, 0, spectrum, 0, ROW / 2, ROW, 0, 1, scratch, 0);
        return inTurn(spectrum, 0, spectrum, ROW / 2, ROW, m);
    }

    /** Complex numbers that lie a distance apart, re and im in turn. */
    private static double[] inTurn(double[] re, int reAt, double[] im, int imAt, int distance, int count) {
        double[] numbers = new double[2 * count];
        for (int j = 0; j < count; j++) {
            numbers[2 * j] = re[reAt + j * distance];
            numbers[2 * j + 1] = im[imAt + j * distance];
        }
        return numbers;
    }

    @Override
    public void transform(
            double[] x,
            int xre,
            int xim,
            int xrow,
            int xblock,
            double[] y,
            int yre,
            int yim,
            int yrow,
            int yblock,
            int blocks,
            double[] scratch,
            int at) {
        int padded = at;
        int transformed = at + m * ROW;
        int free = transformed + m * ROW;
        for (int b = 0; b < blocks; b++) {
            turn(x, xre + b * xblock, xim + b * xblock, xrow, chirp, n, scratch, padded, padded + ROW / 2, ROW);
            Arrays.fill(scratch, padded + n * ROW, padded + m * ROW, 0);
            inner.transform(
                    scratch,
                    padded,
                    padded + ROW / 2,
                    ROW,
                    0,
                    scratch,
                    transformed,
                    transformed + ROW / 2,
                    ROW,
                    0,
                    1,
                    scratch,
                    free);
            turn(scratch, transformed, transformed + ROW / 2, ROW, filter, m, scratch, padded, padded + ROW / 2, ROW);
            inner.inverse(
                    scratch,
                    padded,
                    padded + ROW / 2,
                    ROW,
                    0,
                    scratch,
                    transformed,
                    transformed + ROW / 2,
                    ROW,
                    0,
                    1,
                    scratch,
                    free);
            turn(
                    scratch,
                    transformed,
                    transformed + ROW / 2,
                    ROW,
                    chirp,
                    n,
                    y,
                    yre + b * yblock,
                    yim + b * yblock,
                    yrow);
        }
    }

    /** Multiplies each row by a factor of its own. */
    private static void turn(
            double[] x, int xre, int xim, int xrow, double[] w, int rows, double[] y, int yre, int yim, int yrow) {
        for (int j = 0; j < rows; j++) {
            DoubleVector re = DoubleVector.fromArray(SPECIES, x, xre + j * xrow);
            DoubleVector im = DoubleVector.fromArray(SPECIES, x, xim + j * xrow);
            double wr = w[2 * j];
            double wi = w[2 * j + 1];
            re.mul(wr).sub(im.mul(wi)).intoArray(y, yre + j * yrow);
            re.mul(wi).add(im.mul(wr)).intoArray(y, yim + j * yrow);
        }
    }
}
