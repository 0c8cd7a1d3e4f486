package org.modewise.pde;

import java.util.function.DoubleBinaryOperator;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumMultiplier;

/**
 * Two fields on a periodic rectangle: half-spectra, and functions on a {@link Quadrant}, or if they are functions of |κ| on
 * the few values that it often has there. Immutable.
 */
final class Torus implements PairSpace {
    private final RealFft2D fft;
    private final Quadrant quadrant;
    /** Null if samples lie as places do. */
    private final SharedValues shared;

    private Torus(Grid2D grid, boolean radial) {
        this.fft = RealFft2D.of(grid);
        this.quadrant = new Quadrant(grid, fft.layout());
        this.shared = radial ? SharedValues.of(quadrant.wavenumbers()) : null;
    }

    /** For functions of |κ|. */
    static Torus radial(Grid2D grid) {
        return new Torus(grid, true);
    }

    /** For functions on the places of the quadrant. */
    static Torus of(Grid2D grid) {
        return new Torus(grid, false);
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

    private double[] samples() {
        return shared == null ? quadrant.wavenumbers() : shared.values();
    }

    @Override
    public int size() {
        return samples().length;
    }

    @Override
    public double wavenumber(int sample) {
        return samples()[sample];
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
        int place = quadrant.place(wave);
        return shared == null ? place : shared.index(place);
    }

    @Override
    public Sum sum(double[] a, double[] b) {
        return new LineSum(a, b);
    }

    private final class LineSum implements Sum {
        private final double[] a;
        private final SpectrumMultiplier p = quadrant.factors();
        private final SpectrumMultiplier q = quadrant.factors();
        private final SpectrumMultiplier sum;

        LineSum(double[] a, double[] b) {
            this.a = a;
            this.sum = p.plus(b, q);
        }

        private SpectrumMultiplier sum(double[] ofA, double[] ofB) {
            spread(ofA, p.yRe());
            spread(ofB, q.yRe());
            return sum;
        }

        private void spread(double[] function, double[] lines) {
            if (shared == null) {
                System.arraycopy(function, 0, lines, 0, lines.length);
            } else {
                shared.spread(function, lines);
            }
        }

        @Override
        public void values(double[] ofA, double[] ofB, double[] values) {
            fft.inverse(a, sum(ofA, ofB), values);
        }

        @Override
        public void spectrum(double[] ofA, double[] ofB, double[] spectrum) {
            sum(ofA, ofB).multiply(a, spectrum);
        }
    }

    @Override
    public double energy(double[] spectrum, DoubleBinaryOperator weight) {
        return fft.spectrum(spectrum).energy(weight);
    }
}
