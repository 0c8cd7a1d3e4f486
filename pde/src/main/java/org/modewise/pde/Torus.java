package org.modewise.pde;

import java.util.function.DoubleBinaryOperator;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

/** Two fields on a periodic rectangle: half-spectra, and functions on a {@link Quadrant}. Immutable. */
final class Torus implements PairSpace {
    private final RealFft2D fft;
    private final Quadrant quadrant;

    Torus(Grid2D grid) {
        this.fft = RealFft2D.of(grid);
        this.quadrant = new Quadrant(grid, fft.layout());
    }

    Quadrant quadrant() {
        return quadrant;
    }

    @Override
    public Grid2D grid() {
        return fft.grid();
    }

    @Override
    public String kernel() {
        return fft.kernel();
    }

    @Override
    public int length() {
        return fft.spectrumLength();
    }

    @Override
    public void forward(double[] values, double[] spectrum) {
        fft.forward(values, spectrum);
    }

    @Override
    public void inverse(double[] spectrum, double[] values) {
        fft.inverse(spectrum, values);
    }

    @Override
    public int size() {
        return quadrant.size();
    }

    @Override
    public double wavenumber(int sample) {
        return quadrant.wavenumber(sample);
    }

    @Override
    public WaveNumbering waves() {
        return new TorusNumbering(quadrant.modes());
    }

    @Override
    public double modulus(double[] spectrum, int wave) {
        return quadrant.modes().modulus(spectrum, wave);
    }

    @Override
    public int sample(int wave) {
        return quadrant.sample(wave);
    }

    @Override
    public void combine(double[] p, double[] a, double[] q, double[] b, double[] out) {
        quadrant.combine(p, a, q, b, out);
    }

    @Override
    public double energy(double[] spectrum, DoubleBinaryOperator weight) {
        return fft.spectrum(spectrum).energy(weight);
    }
}
