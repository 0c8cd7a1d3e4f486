package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.SpectrumMultiplier.Lines;

/**
 * φ_t = νΔφ for φ = e^{-(Φ-Φ*)/2ν} and for the components of uφ = -2ν∇φ: the Cole–Hopf transform on a line or in the plane,
 * by Fourier multipliers. It holds the spectra of φ - 1 and of uφ, so that neither a Φ that is small beside 2ν nor a u that
 * has decayed loses digits; the mean of uφ is 0, exactly. Then Φ = Φ* - 2ν ln φ and u = uφ/φ. Immutable, safe to share
 * between threads.
 */
final class HeatPair {
    private final double viscosity;
    private final double reference;
    private final RealFft2D fft;
    private final int everyX;
    private final int everyY;
    private final double[] excess;
    private final double[][] flux;
    private final ScratchPool<Scratch> scratch;

    private record Scratch(SpectrumMultiplier multiplier, double[] excess, double[] flux) {}

    /**
     * From Φ and u at nodes that resolve φ.
     *
     * @param everyX how many of the nodes along x there are to one where the solution is wanted
     * @param everyY the same along y
     * @param reference Φ*, somewhere in the middle of Φ
     */
    HeatPair(
            double viscosity,
            RealFft2D fft,
            int everyX,
            int everyY,
            double reference,
            double[] potential,
            double[]... velocity) {
        int size = fft.grid().size();
        this.viscosity = viscosity;
        this.reference = reference;
        this.fft = fft;
        this.everyX = everyX;
        this.everyY = everyY;
        this.excess = new double[fft.spectrumLength()];
        this.flux = new double[velocity.length][fft.spectrumLength()];
        double[] phi = new double[size];
        Arrays.setAll(phi, j -> Math.expm1((reference - potential[j]) / (2 * viscosity)));
        fft.forward(phi, excess);
        double[] product = new double[size];
        for (int c = 0; c < flux.length; c++) {
            for (int j = 0; j < size; j++) {
                product[j] = velocity[c][j] * (1 + phi[j]);
            }
            fft.forward(product, flux[c]);
            int mean = fft.layout().index(0, 0);
            flux[c][mean] = 0;
            flux[c][mean + fft.layout().imOffset()] = 0;
        }
        this.scratch = new ScratchPool<>(() ->
                new Scratch(SpectrumMultiplier.complex(fft.layout(), Lines.ONE), new double[size], new double[size]));
    }

    /**
     * Φ and u where they are wanted, moved by a distance.
     *
     * @param t the time since the data, at least 0
     * @param potential where Φ goes; null if it is not asked for
     * @param velocityX where the component of u along x goes; null if it is not asked for
     * @param velocityY the same along y
     * @param to the index of the first
     */
    void at(
            double t,
            double shiftX,
            double shiftY,
            double[] potential,
            double[] velocityX,
            double[] velocityY,
            int to) {
        Scratch s = scratch.take();
        fill(s.multiplier, t, shiftX, shiftY);
        fft.inverse(excess, s.multiplier, s.excess);
        if (velocityX != null) {
            velocity(flux[0], s, velocityX, to);
        }
        if (velocityY != null) {
            velocity(flux[1], s, velocityY, to);
        }
        if (potential != null) {
            int nx = fft.grid().nx();
            int at = to;
            for (int j = 0; j < fft.grid().ny(); j += everyY) {
                for (int i = 0; i < nx; i += everyX) {
                    potential[at++] = reference - 2 * viscosity * Math.log1p(s.excess[j * nx + i]);
                }
            }
        }
        scratch.give(s);
    }

    private void velocity(double[] spectrum, Scratch s, double[] velocity, int to) {
        fft.inverse(spectrum, s.multiplier, s.flux);
        int nx = fft.grid().nx();
        int at = to;
        for (int j = 0; j < fft.grid().ny(); j += everyY) {
            for (int i = 0; i < nx; i += everyX) {
                velocity[at++] = s.flux[j * nx + i] / (1 + s.excess[j * nx + i]);
            }
        }
    }

    private void fill(SpectrumMultiplier multiplier, double t, double shiftX, double shiftY) {
        SpectrumLayout layout = fft.layout();
        for (int column = 0; column < layout.columns(); column++) {
            int m = layout.modeX(column);
            factor(multiplier.xRe(), multiplier.xIm(), column, fft.grid().kx(m), 2 * m == layout.nx(), t, shiftX);
        }
        for (int row = 0; row < layout.rows(); row++) {
            int m = layout.modeY(row);
            factor(multiplier.yRe(), multiplier.yIm(), row, fft.grid().ky(m), 2 * m == layout.ny(), t, shiftY);
        }
    }

    private void factor(double[] re, double[] im, int at, double k, boolean nyquist, double t, double shift) {
        double decay = Math.exp(-viscosity * k * k * t);
        re[at] = decay * Math.cos(k * shift);
        im[at] = nyquist ? 0 : -decay * Math.sin(k * shift);
    }
}
