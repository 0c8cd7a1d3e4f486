package org.modewise.pde;

import java.util.Arrays;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;

/**
 * The spectrum of a frame in the making, column by column along x, and its factors along both axes. At a Nyquist wavenumber it
 * has the mean over both signs. Reused from time to time; not safe to share between threads.
 */
final class FrameSpectrum {
    private final RealFft2D fft;
    private final SpectrumLayout layout;
    private final SpectrumMultiplier factors;
    private final double[] spectrum;
    private final AxisFrequencies x;
    private final AxisFrequencies y;

    FrameSpectrum(RealFft2D fft, AxisFrequencies x, AxisFrequencies y) {
        this.fft = fft;
        this.layout = fft.layout();
        this.factors = SpectrumMultiplier.complex(layout, SpectrumMultiplier.Lines.ONE);
        this.spectrum = new double[fft.spectrumLength()];
        this.x = x;
        this.y = y;
    }

    /** Takes the factors of the axes' wavenumbers, and nothing else. */
    void clear() {
        Arrays.fill(spectrum, 0);
        for (int column = 0; column < layout.columns(); column++) {
            int mode = layout.modeX(column);
            int m = Math.abs(mode);
            if (m < x.count()) {
                boolean nyquist = x.isNyquist(m);
                factors.xRe()[column] = nyquist ? 1 : x.re(m);
                factors.xIm()[column] = nyquist ? 0 : mode < 0 ? -x.im(m) : x.im(m);
            }
        }
        for (int row = 0; row < layout.rows(); row++) {
            int mode = layout.modeY(row);
            int m = Math.abs(mode);
            if (m < y.count()) {
                boolean nyquist = y.isNyquist(m);
                factors.yRe()[row] = nyquist ? 1 : y.re(m);
                factors.yIm()[row] = nyquist ? 0 : mode < 0 ? -y.im(m) : y.im(m);
            }
        }
    }

    /**
     * Puts wavenumbers ±m along x with all those along y from 0 on: first their real parts, then their imaginary parts.
     * Both may be one array if m = 0; they may be changed.
     */
    void put(int m, double[] plus, double[] minus) {
        int count = y.count();
        if (x.isNyquist(m)) {
            turn(plus, x.re(m), x.im(m), minus);
        }
        if (y.isNyquist(count - 1)) {
            fold(plus, minus, count - 1, y.re(count - 1), y.im(count - 1));
        }
        if (layout.halved() == SpectrumLayout.Axis.X) {
            putColumn(m, plus, minus);
            return;
        }
        putColumn(m, plus);
        if (m > 0 && !x.isNyquist(m)) {
            putColumn(layout.nx() - m, minus);
        }
    }

    /** The mean of z₊f and z₋·conj f, instead of both. */
    private void turn(double[] plus, double re, double im, double[] minus) {
        int count = y.count();
        for (int l = 0; l < count; l++) {
            double sumRe = 0.5 * ((plus[l] + minus[l]) * re - (plus[count + l] - minus[count + l]) * im);
            double sumIm = 0.5 * ((plus[l] - minus[l]) * im + (plus[count + l] + minus[count + l]) * re);
            plus[l] = minus[l] = sumRe;
            plus[count + l] = minus[count + l] = sumIm;
        }
    }

    /** At Nyquist along y the mean of z₊f and conj(z₋f), and its conjugate at -m. */
    private void fold(double[] plus, double[] minus, int l, double re, double im) {
        int count = y.count();
        double plusRe = plus[l] * re - plus[count + l] * im;
        double plusIm = plus[l] * im + plus[count + l] * re;
        double minusRe = minus[l] * re - minus[count + l] * im;
        double minusIm = minus[l] * im + minus[count + l] * re;
        minus[l] = plus[l] = 0.5 * (plusRe + minusRe);
        minus[count + l] = 0.5 * (minusIm - plusIm);
        plus[count + l] = 0.5 * (plusIm - minusIm);
    }

    private void putColumn(int column, double[] line) {
        int count = y.count();
        int at = layout.index(column, 0);
        if (layout.strideY() == 1) {
            System.arraycopy(line, 0, spectrum, at, count);
            System.arraycopy(line, count, spectrum, at + layout.imOffset(), count);
            return;
        }
        for (int l = 0; l < count; l++) {
            spectrum[at + l * layout.strideY()] = line[l];
            spectrum[at + l * layout.strideY() + layout.imOffset()] = line[count + l];
        }
    }

    /** Where negative wavenumbers along x are not kept, the conjugates of those opposite are, with negative ones along y. */
    private void putColumn(int m, double[] plus, double[] minus) {
        putColumn(m, plus);
        int count = y.count();
        for (int l = 1; l < count && 2 * l < layout.ny(); l++) {
            int at = layout.index(m, layout.ny() - l);
            spectrum[at] = minus[l];
            spectrum[at + layout.imOffset()] = -minus[count + l];
        }
    }

    /** The samples, once the mean has been put right. */
    void inverse(double total, double[] values) {
        spectrum[layout.index(0, 0)] = total;
        spectrum[layout.index(0, 0) + layout.imOffset()] = 0;
        fft.inverse(spectrum, factors, values);
    }
}
