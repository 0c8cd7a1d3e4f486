package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.SpectrumMultiplier.Lines;

/**
 * The even lines of a {@link SpectrumMultiplier}, one a |mx|: functions that are even in each wavenumber need be known on
 * them alone, and are their own mean over ±k_N. Immutable, safe to share between threads.
 */
final class Quadrant {
    private final KeptModes modes;
    private final int lineLength;
    /** Of each place in the lines. */
    private final double[] wavenumbers;

    Quadrant(Grid2D grid, SpectrumLayout layout) {
        this.modes = new KeptModes(grid, layout);
        SpectrumMultiplier factors = factors();
        this.lineLength = factors.lineLength();
        this.wavenumbers = new double[factors.yRe().length];
        // In the gap behind a line, that of its last mode.
        Arrays.setAll(
                wavenumbers,
                place -> Math.hypot(
                        modes.x().wavenumber(place / lineLength),
                        modes.y().wavenumber(Math.min(place % lineLength, rows() - 1))));
    }

    /** A multiplier of real factors on these lines. */
    SpectrumMultiplier factors() {
        return SpectrumMultiplier.real(modes.layout(), Lines.EVEN);
    }

    KeptModes.Axis x() {
        return modes.x();
    }

    KeptModes.Axis y() {
        return modes.y();
    }

    /** The modes of the half-spectrum. */
    KeptModes modes() {
        return modes;
    }

    /** The place of what acts on a mode. */
    int place(int mode) {
        return modes.x().distance(modes.column(mode)) * lineLength + modes.row(mode);
    }

    /** How many places of a line are modes. */
    int rows() {
        return modes.layout().rows();
    }

    int lineLength() {
        return lineLength;
    }

    /** |κ| at all places: the array itself. */
    double[] wavenumbers() {
        return wavenumbers;
    }
}
