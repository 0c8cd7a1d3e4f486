package org.modewise.fft.internal;

import org.modewise.fft.spi.SpectrumLayout;

/**
 * Two real columns of a spectrum, modes 0 and ny/2 along y, in the place of one complex column while they are
 * transformed along x: Z = F₀ + iF_{ny/2}, and F₀ = (Z_k + conj Z_{-k})/2, F_{ny/2} = (Z_k - conj Z_{-k})/2i. Of an odd
 * ny there is F₀ alone.
 */
public final class FirstSlot {
    private final int nx;
    private final int start;
    private final int row;
    private final int half;
    private final boolean paired;
    private final int nyquist;

    /**
     * Of a layout that halves y.
     *
     * @param layout where the coefficients lie
     */
    public FirstSlot(SpectrumLayout layout) {
        this.nx = layout.nx();
        this.start = layout.start();
        this.row = layout.strideX();
        this.half = layout.imOffset();
        this.paired = layout.ny() % 2 == 0;
        this.nyquist = layout.ny() / 2;
    }

    /**
     * Tells the two apart. Coefficients of k and -k are conjugate to the last bit afterwards.
     *
     * @param spectrum the half-spectrum, with Z in the place of mode 0
     */
    public void separate(double[] spectrum) {
        for (int k = 0; k <= nx / 2; k++) {
            int z = start + k * row;
            int w = start + (nx - k) % nx * row;
            double zr = spectrum[z];
            double zi = spectrum[z + half];
            double wr = spectrum[w];
            double wi = spectrum[w + half];
            if (paired) {
                store(spectrum, z + nyquist, w + nyquist, 0.5 * (zi + wi), 0.5 * (wr - zr));
            }
            store(spectrum, z, w, 0.5 * (zr + wr), 0.5 * (zi - wi));
        }
    }

    /** Writes a number and its conjugate, in this order: mode 0 and its mirror image are one, of imaginary part +0. */
    private void store(double[] spectrum, int z, int w, double re, double im) {
        spectrum[w] = re;
        spectrum[w + half] = -im;
        spectrum[z] = re;
        spectrum[z + half] = im;
    }
}
