package org.modewise.fft.scalar;

import org.modewise.fft.internal.FirstSlot;
import org.modewise.fft.spi.SpectrumLayout;

/** The mode ny/2 along y of an even ny, on its way back into slot 0, whose {@link FirstSlot imaginary part} it makes. */
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
        for (int x = 0; paired && x < nx; x++) {
            tile.re[x][0] -= tile.im[x][lane];
            tile.im[x][0] += tile.re[x][lane];
        }
    }

    /** Joins the mode ny/2 to slot 0, as a line each. */
    static void join(ComplexLine slot, ComplexLine nyquist, int nx) {
        for (int x = 0; x < nx; x++) {
            slot.re()[x] -= nyquist.im()[x];
            slot.im()[x] += nyquist.re()[x];
        }
    }
}
