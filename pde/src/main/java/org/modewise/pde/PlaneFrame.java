package org.modewise.pde;

import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

/**
 * The frame of a plane whose axes are scaled and blurred each on its own: sums of rows along y, then, transposed, along x. All
 * inner loops run over whole rows.
 */
final class PlaneFrame implements DensityFrame {
    private final CharacteristicFunction initial;
    private final AxisFrequencies x;
    private final AxisFrequencies y;
    private final FrameSpectrum spectrum;
    /** By scaled wavenumber along y, over the entries along x. */
    private final double[][] rows;
    /** By entry along x: the real parts of all wavenumbers along y, then the imaginary parts. */
    private final double[][] columns;

    private final double[] plus;
    private final double[] minus;

    PlaneFrame(CharacteristicFunction initial, RealFft2D fft) {
        Grid2D grid = fft.grid();
        this.initial = initial;
        this.x = new AxisFrequencies(initial.wavesX(grid), grid.x0());
        this.y = new AxisFrequencies(initial.wavesY(grid), grid.y0());
        this.spectrum = new FrameSpectrum(fft, x, y);
        int across = grid.ny() / 2 + 1;
        int entries = 2 * initial.originX() + 1;
        this.rows = new double[across][2 * entries];
        this.columns = new double[entries][2 * across];
        this.plus = new double[2 * across];
        this.minus = new double[2 * across];
    }

    @Override
    public void values(GaussianTransition transition, double[] values) {
        x.prepare(transition.xx(), transition.x0(), transition.varianceX());
        y.prepare(transition.yy(), transition.y0(), transition.varianceY());
        int from = initial.originX() - x.reach();
        int to = initial.originX() + x.reach() + 1;
        for (int m = 0; m < y.count(); m++) {
            int first = initial.originY() + y.first(m);
            FrequencySums.combine(initial.rows(), first, 1, y.weights(), m, rows[m], 2 * from, 2 * to);
        }
        FrequencySums.transpose(rows, columns, y.count(), from, to);
        spectrum.clear();
        int length = 2 * y.count();
        for (int m = 0; m < x.count(); m++) {
            FrequencySums.combine(columns, initial.originX() + x.first(m), 1, x.weights(), m, plus, 0, length);
            if (m > 0) {
                FrequencySums.combine(columns, initial.originX() - x.first(m), -1, x.weights(), m, minus, 0, length);
            }
            spectrum.put(m, plus, m > 0 ? minus : plus);
        }
        spectrum.inverse(initial.total(), values);
    }
}
