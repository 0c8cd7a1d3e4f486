package org.modewise.benchmarks;

import org.apache.commons.math3.complex.Complex;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;
import org.modewise.pde.SpectralSolution;

/** Modewise in its array tier, on one of its kernels. */
final class ModewiseTransform implements RealTransform {
    private final RealFft2D fft;
    private final SpectralSolution solution;
    private final double[] samples;
    private final double[] spectrum;
    private final double[] result;

    ModewiseTransform(String kernel, int n, double[] samples) {
        Grid2D grid = Grid2D.unit(n);
        // A solution takes the best kernel, unless this names one.
        System.setProperty("modewise.kernel", kernel);
        this.fft = RealFft2D.of(grid, kernel);
        this.solution = HeatDecay.EQUATION.solve(Field2D.of(grid, samples));
        this.samples = samples;
        this.spectrum = new double[fft.spectrumLength()];
        this.result = new double[samples.length];
        forward();
    }

    @Override
    public void forward() {
        fft.forward(samples, spectrum);
    }

    @Override
    public void inverse() {
        fft.inverse(spectrum, result);
    }

    @Override
    public void frame(double t) {
        solution.at(t, result);
    }

    @Override
    public Complex coefficient(int mx, int my) {
        Spectrum2D modes = fft.spectrum(spectrum);
        int signed = 2 * my > fft.grid().ny() ? my - fft.grid().ny() : my;
        return new Complex(modes.re(mx, signed), modes.im(mx, signed));
    }

    @Override
    public double[] result() {
        return result.clone();
    }
}
