package org.modewise.simd.fft;

import static org.modewise.simd.fft.Plane.L;
import static org.modewise.simd.fft.Plane.ROW;

import org.modewise.fft.spi.SeparableMultiplier;

/**
 * The column of the spectrum at mode 0 along y, which is that of a real line, and with it for even ny the one at mode
 * ny/2. The two travel as one complex column Z = F₀ + iF_{ny/2} while they are transformed along x, and
 * F₀ = (Z_k + conj Z_{-k})/2, F_{ny/2} = (Z_k - conj Z_{-k})/2i.
 */
final class FirstSlot {
    private final int nx;
    private final int row;
    private final int half;
    /** Where mode ny/2 is kept, or 0 for odd ny. */
    private final int nyquist;

    FirstSlot(Plane plane) {
        this.nx = plane.nx();
        this.row = plane.spectrumRow();
        this.half = plane.half();
        this.nyquist = plane.ny() % 2 == 0 ? plane.ny() / 2 : 0;
    }

    /** Tells the two apart; coefficients at k and -k are conjugate to the last bit afterwards. */
    void separate(double[] spectrum) {
        for (int k = 0; k <= nx / 2; k++) {
            int z = k * row;
            int w = (nx - k) % nx * row;
            double zr = spectrum[z];
            double zi = spectrum[z + half];
            double wr = spectrum[w];
            double wi = spectrum[w + half];
            spectrum[z] = 0.5 * (zr + wr);
            spectrum[w] = 0.5 * (zr + wr);
            spectrum[z + half] = 0.5 * (zi - wi);
            spectrum[w + half] = 0.5 * (wi - zi);
            if (nyquist > 0) {
                spectrum[z + nyquist] = 0.5 * (zi + wi);
                spectrum[w + nyquist] = 0.5 * (zi + wi);
                spectrum[z + nyquist + half] = 0.5 * (wr - zr);
                spectrum[w + nyquist + half] = 0.5 * (zr - wr);
            }
        }
    }

    /** Joins the two in lane 0 of a block that holds mode 0 there, times its factors. */
    void join(double[] spectrum, SeparableMultiplier multiplier, double[] block, int at) {
        for (int k = 0; k < nx && nyquist > 0; k++) {
            double re = spectrum[k * row + nyquist];
            double im = spectrum[k * row + nyquist + half];
            if (multiplier != null && multiplier.isReal()) {
                double factor = multiplier.xRe()[k] * multiplier.yRe()[nyquist];
                re *= factor;
                im *= factor;
            } else if (multiplier != null) {
                double fr = multiplier.xRe()[k] * multiplier.yRe()[nyquist]
                        - multiplier.xIm()[k] * multiplier.yIm()[nyquist];
                double fi = multiplier.xRe()[k] * multiplier.yIm()[nyquist]
                        + multiplier.xIm()[k] * multiplier.yRe()[nyquist];
                double turned = re * fr - im * fi;
                im = re * fi + im * fr;
                re = turned;
            }
            block[at + k * ROW] -= im;
            block[at + k * ROW + L] += re;
        }
    }
}
