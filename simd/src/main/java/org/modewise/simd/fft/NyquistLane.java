package org.modewise.simd.fft;

import static org.modewise.simd.fft.LaneFft.L;
import static org.modewise.simd.fft.LaneFft.ROW;

import org.modewise.fft.spi.SpectrumMultiplier;

/** The mode ny/2 along y of an even ny, on its way back into slot 0, whose imaginary part it makes. */
final class NyquistLane {
    private final int nx;
    private final int start;
    private final int row;
    private final int half;
    /** Where mode ny/2 is kept, or 0 for odd ny. */
    private final int nyquist;

    NyquistLane(Plane plane) {
        this.nx = plane.nx();
        this.start = plane.spectrumAt();
        this.row = plane.spectrumRow();
        this.half = plane.half();
        this.nyquist = plane.ny() % 2 == 0 ? plane.ny() / 2 : 0;
    }

    /**
     * Joins it, times its factors, to lane 0 of a block, which holds mode 0. Of both it takes the Hermitian part,
     * (F_k + conj F_{-k})/2: what is not would turn up in the other.
     */
    void join(double[] spectrum, SpectrumMultiplier multiplier, double[] block, int at) {
        for (int k = 0; k <= nx / 2 && nyquist > 0; k++) {
            int mirror = (nx - k) % nx;
            double re = 0.5 * (re(spectrum, multiplier, k) + re(spectrum, multiplier, mirror));
            double im = 0.5 * (im(spectrum, multiplier, k) - im(spectrum, multiplier, mirror));
            int z = at + k * ROW;
            int w = at + mirror * ROW;
            double slotRe = 0.5 * (block[z] + block[w]);
            double slotIm = 0.5 * (block[z + L] - block[w + L]);
            block[w] = slotRe + im;
            block[w + L] = re - slotIm;
            block[z] = slotRe - im;
            block[z + L] = re + slotIm;
        }
    }

    private double re(double[] spectrum, SpectrumMultiplier multiplier, int k) {
        return multiplier == null ? spectrum[start + k * row + nyquist] : multiplier.productRe(spectrum, k, nyquist);
    }

    private double im(double[] spectrum, SpectrumMultiplier multiplier, int k) {
        return multiplier == null
                ? spectrum[start + k * row + nyquist + half]
                : multiplier.productIm(spectrum, k, nyquist);
    }
}
