package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;

/** The frame of a line along either axis. */
final class LineFrame implements DensityFrame {
    private final double total;
    private final double[] entries;
    private final int origin;
    private final RealFft2D fft;
    private final boolean alongX;
    private final AxisFrequencies axis;
    private final double[] spectrum;

    LineFrame(CharacteristicFunction initial, RealFft2D fft) {
        Grid2D grid = fft.grid();
        this.total = initial.total();
        this.entries = initial.rows()[0];
        this.origin = initial.originX();
        this.fft = fft;
        this.alongX = LineGrids.isAlongX(grid);
        this.axis = new AxisFrequencies(initial.wavesX(grid), alongX ? grid.x0() : grid.y0());
        this.spectrum = new double[fft.spectrumLength()];
    }

    @Override
    public void values(GaussianTransition transition, double[] values) {
        if (alongX) {
            axis.prepare(transition.xx(), transition.x0(), transition.varianceX());
        } else {
            axis.prepare(transition.yy(), transition.y0(), transition.varianceY());
        }
        SpectrumLayout layout = fft.layout();
        int kept = alongX ? layout.columns() : layout.rows();
        int n = fft.grid().size();
        Arrays.fill(spectrum, 0);
        put(0, total, 0);
        for (int m = 1; m < axis.count(); m++) {
            double re = sum(0, m);
            double im = sum(1, m);
            double productRe = re * axis.re(m) - im * axis.im(m);
            double productIm = 2 * m == n ? 0 : re * axis.im(m) + im * axis.re(m);
            put(m, productRe, productIm);
            if (n - m > m && n - m < kept) {
                put(n - m, productRe, -productIm);
            }
        }
        fft.inverse(spectrum, values);
    }

    private double sum(int part, int m) {
        return FrequencySums.sum(entries, 2 * (origin + axis.first(m)) + part, axis.weights(), m);
    }

    private void put(int slot, double re, double im) {
        SpectrumLayout layout = fft.layout();
        int at = alongX ? layout.index(slot, 0) : layout.index(0, slot);
        spectrum[at] = re;
        spectrum[at + layout.imOffset()] = im;
    }
}
