package org.modewise.fft.scalar;

import org.modewise.fft.internal.FirstSlot;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;

/**
 * The mode ny/2 along y of an even ny, on its way back into slot 0, whose {@link FirstSlot imaginary part} it makes. Of
 * both it joins the Hermitian parts, (F_k + conj F_{-k})/2: what is not would turn up in the other.
 */
final class NyquistLane {
    private final int nx;
    private final int row;
    private final int half;
    private final boolean paired;
    private final int nyquist;

    NyquistLane(SpectrumLayout layout) {
        this.nx = layout.nx();
        this.row = layout.strideX();
        this.half = layout.imOffset();
        this.paired = layout.ny() % 2 == 0;
        this.nyquist = layout.ny() / 2;
    }

    /** Joins it, times its factors if there are any, to lane 0 of a tile. */
    void join(double[] spectrum, SpectrumMultiplier multiplier, Tile tile) {
        for (int x = 0; paired && x <= nx / 2; x++) {
            int mirror = (nx - x) % nx;
            double re = 0.5 * (re(spectrum, multiplier, x) + re(spectrum, multiplier, mirror));
            double im = 0.5 * (im(spectrum, multiplier, x) - im(spectrum, multiplier, mirror));
            join(tile.re[x], tile.im[x], 0, tile.re[mirror], tile.im[mirror], 0, re, im);
        }
    }

    private double re(double[] spectrum, SpectrumMultiplier multiplier, int x) {
        return multiplier == null ? spectrum[x * row + nyquist] : multiplier.productRe(spectrum, x, nyquist);
    }

    private double im(double[] spectrum, SpectrumMultiplier multiplier, int x) {
        return multiplier == null ? spectrum[x * row + half + nyquist] : multiplier.productIm(spectrum, x, nyquist);
    }

    /** Joins the mode ny/2 to slot 0, as a line each. */
    static void join(ComplexLine slot, ComplexLine nyquist, int nx) {
        for (int x = 0; x <= nx / 2; x++) {
            int mirror = (nx - x) % nx;
            double re = 0.5 * (nyquist.re()[x] + nyquist.re()[mirror]);
            double im = 0.5 * (nyquist.im()[x] - nyquist.im()[mirror]);
            join(slot.re(), slot.im(), x, slot.re(), slot.im(), mirror, re, im);
        }
    }

    /** Joins F_k of the mode ny/2 to number z of a slot, and conj F_k to its mirror image w. */
    private static void join(
            double[] zRe, double[] zIm, int z, double[] wRe, double[] wIm, int w, double re, double im) {
        double slotRe = 0.5 * (zRe[z] + wRe[w]);
        double slotIm = 0.5 * (zIm[z] - wIm[w]);
        wRe[w] = slotRe + im;
        wIm[w] = re - slotIm;
        zRe[z] = slotRe - im;
        zIm[z] = re + slotIm;
    }
}
