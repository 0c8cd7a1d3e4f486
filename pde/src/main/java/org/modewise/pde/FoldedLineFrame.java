package org.modewise.pde;

import java.util.Arrays;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * The frame of a line with waves above its Nyquist: what nodes see of them, Σ p̂(κ + 2πr/h) over all r, so that their
 * samples are those of the density and not of what waves below Nyquist leave of it.
 */
final class FoldedLineFrame implements DensityFrame {
    private final double total;
    private final double[] entries;
    private final int origin;
    private final RealFft2D fft;
    private final boolean alongX;
    private final KnownWaves waves;
    private final AxisFrequencies axis;
    private final double[] re;
    private final double[] im;
    private final double[] spectrum;

    FoldedLineFrame(CharacteristicFunction initial, RealFft2D fft) {
        this.total = initial.total();
        this.entries = initial.rows()[0];
        this.origin = initial.originX();
        this.fft = fft;
        this.alongX = LineGrids.isAlongX(fft.grid());
        this.waves = initial.wavesX(fft.grid());
        this.axis =
                new AxisFrequencies(waves, alongX ? fft.grid().x0() : fft.grid().y0());
        this.re = new double[waves.n()];
        this.im = new double[waves.n()];
        this.spectrum = new double[fft.spectrumLength()];
    }

    @Override
    public void values(GaussianTransition transition, double[] values) {
        if (alongX) {
            fold(transition.xx(), transition.x0(), transition.varianceX());
        } else {
            fold(transition.yy(), transition.y0(), transition.varianceY());
        }
        SpectrumLayout layout = fft.layout();
        Arrays.fill(spectrum, 0);
        for (int slot = 0; slot < (alongX ? layout.columns() : layout.rows()); slot++) {
            int at = alongX ? layout.index(slot, 0) : layout.index(0, slot);
            spectrum[at] = re[slot];
            spectrum[at + layout.imOffset()] = im[slot];
        }
        fft.inverse(spectrum, values);
    }

    private void fold(double scale, double shift, double variance) {
        int count = waves.count(scale, variance);
        int n = waves.n();
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        for (int from = 0; from < count; from += axis.count()) {
            axis.prepareShares(scale, shift, variance, from);
            for (int k = from == 0 ? 1 : 0; k < axis.count(); k++) {
                double sumRe = sum(0, k);
                double sumIm = sum(1, k);
                double productRe = sumRe * axis.re(k) - sumIm * axis.im(k);
                double productIm = sumRe * axis.im(k) + sumIm * axis.re(k);
                add((from + k) % n, productRe, productIm);
                add((n - (from + k) % n) % n, productRe, -productIm);
            }
        }
        re[0] += total;
    }

    private double sum(int part, int m) {
        return FrequencySums.sum(entries, 2 * (origin + axis.first(m)) + part, axis.weights(), m);
    }

    private void add(int slot, double partRe, double partIm) {
        re[slot] += partRe;
        im[slot] += partIm;
    }
}
