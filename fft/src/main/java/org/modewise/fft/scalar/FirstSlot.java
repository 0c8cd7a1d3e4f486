package org.modewise.fft.scalar;

/**
 * Two real columns of a spectrum, modes 0 and ny/2 along y, in the place of one complex column while they are
 * transformed along x: Z = F₀ + iF_{ny/2}, and F₀ = (Z_k + conj Z_{-k})/2, F_{ny/2} = (Z_k - conj Z_{-k})/2i.
 */
final class FirstSlot {
    private final int nx;
    private final int row;
    private final int half;
    private final int nyquist;

    FirstSlot(int nx, int ny, int row, int half) {
        this.nx = nx;
        this.row = row;
        this.half = half;
        this.nyquist = ny / 2;
    }

    /** Tells the two apart. */
    void separate(double[] spectrum) {
        for (int k = 0; k <= nx / 2; k++) {
            int z = k * row;
            int w = (nx - k) % nx * row;
            double zr = spectrum[z];
            double zi = spectrum[z + half];
            double wr = spectrum[w];
            double wi = spectrum[w + half];
            int zn = z + nyquist;
            int wn = w + nyquist;
            spectrum[z] = 0.5 * (zr + wr);
            spectrum[w] = 0.5 * (zr + wr);
            spectrum[z + half] = 0.5 * (zi - wi);
            spectrum[w + half] = 0.5 * (wi - zi);
            spectrum[zn] = 0.5 * (zi + wi);
            spectrum[wn] = 0.5 * (zi + wi);
            spectrum[zn + half] = 0.5 * (wr - zr);
            spectrum[wn + half] = 0.5 * (zr - wr);
        }
    }

    /** The real part of row k of the column that joins the two. */
    double joinedRe(double[] spectrum, int k) {
        return spectrum[k * row] - spectrum[k * row + half + nyquist];
    }

    /** The imaginary part of row k of the column that joins the two. */
    double joinedIm(double[] spectrum, int k) {
        return spectrum[k * row + half] + spectrum[k * row + nyquist];
    }
}
