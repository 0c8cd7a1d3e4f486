package org.modewise.fft.scalar;

import java.util.Arrays;
import org.modewise.fft.internal.Chirp;

/**
 * X_k = c_k·Σ_j (c_j x_j)·c̄_{k-j} with the chirp c_j = e^{-πi·j²/n}, since jk = (j² + k² - (k-j)²)/2: a transform of any
 * length as a convolution, by transforms of a length M ≥ 2n - 1 with small factors.
 *
 * <p>Source: L. I. Bluestein, A linear filtering approach to the computation of the discrete Fourier transform, IEEE
 * Trans. Audio Electroacoust. 18 (1970).
 */
final class Bluestein implements RowsFft {
    private final int n;
    private final int length;
    private final RowsFft inner;
    private final Chirp chirp;
    /** The spectrum of c̄ over M, in the order in which the inner transform leaves its modes. */
    private final ComplexLine filter;

    private final int[] swaps;

    Bluestein(int n, RowsFft inner) {
        this.n = n;
        this.length = inner.size();
        this.inner = inner;
        this.chirp = new Chirp(n);
        this.filter = new ComplexLine(length);
        chirp.filter(filter.re(), filter.im());
        Tile rows = new Tile(length + inner.spareRows(), 1);
        for (int j = 0; j < length; j++) {
            rows.re[j][0] = filter.re()[j];
            rows.im[j][0] = filter.im()[j];
        }
        inner.transform(rows.re, rows.im, 0, length, 1);
        for (int j = 0; j < length; j++) {
            filter.re()[j] = rows.re[j][0];
            filter.im()[j] = rows.im[j][0];
        }
        this.swaps = swaps(inner);
    }

    @Override
    public int size() {
        return n;
    }

    @Override
    public int position(int k) {
        return k;
    }

    @Override
    public int spareRows() {
        return length + inner.spareRows();
    }

    @Override
    public void transform(double[][] re, double[][] im, int first, int spare, int lanes) {
        int rest = spare + length;
        for (int j = 0; j < n; j++) {
            Lanes.turnTo(
                    re[spare + j], im[spare + j], re[first + j], im[first + j], chirp.re()[j], chirp.im()[j], lanes);
        }
        for (int j = n; j < length; j++) {
            Arrays.fill(re[spare + j], 0, lanes, 0);
            Arrays.fill(im[spare + j], 0, lanes, 0);
        }
        inner.transform(re, im, spare, rest, lanes);
        for (int row = 0; row < length; row++) {
            Lanes.turn(re[spare + row], im[spare + row], filter.re()[row], filter.im()[row], lanes);
        }
        for (int k = 0; k < length; k++) {
            swap(re, spare + k, spare + swaps[k]);
            swap(im, spare + k, spare + swaps[k]);
        }
        inner.transform(im, re, spare, rest, lanes);
        for (int k = 0; k < n; k++) {
            int at = spare + inner.position(k);
            Lanes.turnTo(re[first + k], im[first + k], re[at], im[at], chirp.re()[k], chirp.im()[k], lanes);
        }
    }

    private static void swap(double[][] rows, int i, int j) {
        double[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }

    /** Exchanging rows k and swaps[k] for k = 0, 1, … brings the modes that a transform leaves into order. */
    private static int[] swaps(RowsFft fft) {
        int n = fft.size();
        int[] rowAt = new int[n];
        int[] placeOf = new int[n];
        for (int k = 0; k < n; k++) {
            rowAt[k] = k;
            placeOf[k] = k;
        }
        int[] swaps = new int[n];
        for (int k = 0; k < n; k++) {
            int place = placeOf[fft.position(k)];
            swaps[k] = place;
            rowAt[place] = rowAt[k];
            placeOf[rowAt[k]] = place;
        }
        return swaps;
    }
}
