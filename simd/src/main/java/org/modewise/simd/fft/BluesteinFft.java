package org.modewise.simd.fft;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.core.internal.Arguments;
import org.modewise.fft.internal.RootsOfUnity;
import org.modewise.simd.Lanes;

/**
 * X_k = c_k Σ_j (x_j c_j) conj c_{k-j} with the chirp c_j = e^{-πi·j²/n}: a convolution, by two transforms of a length
 * m ≥ 2n-1 that has small factors only. The index j² is reduced modulo 2n in long arithmetic, so the chirp is exact for
 * every n.
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
        Arguments.allocatable(4L * m * ROW, "convolutions for a size of " + n);
        this.inner = new StockhamFft(m);
        this.chirp = new double[2 * n];
        for (int j = 0; j < n; j++) {
            long square = (long) j * j % (2L * n);
            chirp[2 * j] = RootsOfUnity.cos(square, 2L * n);
            chirp[2 * j + 1] = RootsOfUnity.minusSin(square, 2L * n);
        }
        this.filter = filterSpectrum();
    }

    /** The least length from n on of the form 2^a·3^b·5^c with few factors 3 and 5, whose passes are slower. */
    private static int fastLength(int n) {
        return IntStream.iterate(n, m -> m + 1)
                .filter(m -> {
                    int odd = m >> Integer.numberOfTrailingZeros(m);
                    return odd == 1 || odd == 3 || odd == 5 || odd == 9 || odd == 15;
                })
                .findFirst()
                .orElseThrow();
    }

    private double[] filterSpectrum() {
        double[] rows = new double[m * ROW];
        for (int j = 0; j < n; j++) {
            rows[j * ROW] = chirp[2 * j] / m;
            rows[j * ROW + ROW / 2] = -chirp[2 * j + 1] / m;
            int mirrored = (m - j) % m;
            rows[mirrored * ROW] = rows[j * ROW];
            rows[mirrored * ROW + ROW / 2] = rows[j * ROW + ROW / 2];
        }
        double[] spectrum = new double[m * ROW];
        double[] scratch = new double[(int) inner.scratchLength(1)];
        inner.transform(rows, 0, ROW / 2, ROW, 0, spectrum, 0, ROW / 2, ROW, 0, 1, scratch, 0);
        double[] lane = new double[2 * m];
        for (int k = 0; k < m; k++) {
            lane[2 * k] = spectrum[k * ROW];
            lane[2 * k + 1] = spectrum[k * ROW + ROW / 2];
        }
        return lane;
    }

    @Override
    public long scratchLength(int blocks) {
        return 2L * m * ROW + inner.scratchLength(1);
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
