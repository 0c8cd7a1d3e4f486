package org.modewise.fft.scalar;

import org.modewise.fft.internal.FirstSlot;
import org.modewise.fft.spi.SpectrumLayout;

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

    /** Loads the mode ny/2 into a lane of a tile. */
    void load(double[] spectrum, Tile tile, int lane) {
        for (int x = 0; paired && x < nx; x++) {
            tile.re[x][lane] = spectrum[x * row + nyquist];
            tile.im[x][lane] = spectrum[x * row + half + nyquist];
        }
    }

    /** Joins that lane to lane 0. */
    void join(Tile tile, int lane) {
        for (int x = 0; paired && x <= nx / 2; x++) {
            int mirror = (nx - x) % nx;
            double re = 0.5 * (tile.re[x][lane] + tile.re[mirror][lane]);
            double im = 0.5 * (tile.im[x][lane] - tile.im[mirror][lane]);
            join(tile.re[x], tile.im[x], 0, tile.re[mirror], tile.im[mirror], 0, re, im);
        }
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
