package org.modewise.pde;

import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * u(x - s·p_j, y_j): every row moved by a distance of its own, as the trigonometric polynomial through its samples. Reused
 * from shear to shear; not safe to share between threads.
 */
final class RowShift {
    private static final ElementaryFunctions FUNCTIONS = ElementaryFunctions.preferred();

    private final int n;
    private final RealFft2D fft;
    private final double[] row;
    private final double[] spectrum;
    private final double[] angles;
    private final double[] cos;

    /** Plans for lines may be shared. */
    RowShift(RealFft2D fft) {
        this.n = fft.grid().nx();
        this.fft = fft;
        this.row = new double[n];
        this.spectrum = new double[fft.spectrumLength()];
        this.angles = new double[fft.layout().columns()];
        this.cos = new double[angles.length];
    }

    /** Moves all rows of a plane, each by its place times a slope, in cells. */
    void apply(double[] values, double slope, double[] places) {
        for (int j = 0; j < places.length; j++) {
            System.arraycopy(values, j * n, row, 0, n);
            fft.forward(row, spectrum);
            turn(slope * places[j] / n);
            fft.inverse(spectrum, row);
            System.arraycopy(row, 0, values, j * n, n);
        }
    }

    /** e^{-2πi·m·turns}; at Nyquist its mean over both signs. */
    private void turn(double turns) {
        SpectrumLayout layout = fft.layout();
        double rest = turns - Math.rint(turns);
        for (int column = 0; column < angles.length; column++) {
            double turn = layout.modeX(column) * rest;
            angles[column] = 2 * Math.PI * (turn - Math.rint(turn));
        }
        FUNCTIONS.sinCos(angles, 0, angles, cos, 0, angles.length);
        for (int column = 0; column < angles.length; column++) {
            int at = layout.index(column, 0);
            double sin = 2 * layout.modeX(column) == n ? 0 : angles[column];
            double re = spectrum[at];
            double im = spectrum[at + layout.imOffset()];
            spectrum[at] = re * cos[column] + im * sin;
            spectrum[at + layout.imOffset()] = im * cos[column] - re * sin;
        }
    }
}
