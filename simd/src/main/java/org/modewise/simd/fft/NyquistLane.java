package org.modewise.simd.fft;

import static org.modewise.simd.fft.LaneFft.ROW;
import static org.modewise.simd.fft.Plane.L;

import org.modewise.fft.spi.SeparableMultiplier;

/** The mode ny/2 along y of an even ny, on its way back into slot 0, whose imaginary part it makes. */
final class NyquistLane {
    private final int nx;
    private final int row;
    private final int half;
    /** Where mode ny/2 is kept, or 0 for odd ny. */
    private final int nyquist;

    NyquistLane(Plane plane) {
        this.nx = plane.nx();
        this.row = plane.spectrumRow();
        this.half = plane.half();
        this.nyquist = plane.ny() % 2 == 0 ? plane.ny() / 2 : 0;
    }

    /** Joins it, times its factors, to lane 0 of a block, which holds mode 0. */
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
