package org.modewise.benchmarks;

import java.nio.DoubleBuffer;
import org.apache.commons.math3.complex.Complex;

/** FFTW for data in Java's arrays: each call copies in and out, in bulk. Its inverse is left unscaled. */
final class FftwCopiedTransform implements RealTransform {
    private final FftwPlan plan;
    private final HeatSpectrum heat;
    private final double[] samples;
    private final double[] initial;
    private final double[] spectrum;
    private final double[] result;
    private final DoubleBuffer nativeSamples;
    private final DoubleBuffer nativeSpectrum;
    private final DoubleBuffer nativeResult;

    FftwCopiedTransform(int n, double[] samples) {
        this.plan = new FftwPlan(n);
        this.samples = samples;
        this.nativeSamples = plan.samples();
        this.nativeSpectrum = plan.spectrum();
        this.nativeResult = plan.result();
        this.spectrum = new double[nativeSpectrum.capacity()];
        this.result = new double[samples.length];
        forward();
        this.initial = spectrum.clone();
        this.heat = new HeatSpectrum(n, initial);
    }

    @Override
    public void forward() {
        nativeSamples.put(0, samples);
        plan.forward();
        nativeSpectrum.get(0, spectrum);
    }

    @Override
    public void inverse() {
        nativeSpectrum.put(0, initial);
        plan.inverse();
        nativeResult.get(0, result);
    }

    /** The spectrum between the two need not visit the heap. */
    @Override
    public void roundTrip() {
        nativeSamples.put(0, samples);
        plan.forward();
        plan.inverse();
        nativeResult.get(0, result);
    }

    @Override
    public void frame(double t) {
        heat.at(t, nativeSpectrum);
        plan.inverse();
        nativeResult.get(0, result);
    }

    @Override
    public Complex coefficient(int mx, int my) {
        return plan.coefficient(mx, my);
    }

    @Override
    public double[] result() {
        return FftwPlan.scaled(result.clone());
    }

    @Override
    public void close() {
        plan.close();
    }
}
