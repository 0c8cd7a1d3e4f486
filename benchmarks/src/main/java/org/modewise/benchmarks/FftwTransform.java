package org.modewise.benchmarks;

import java.nio.DoubleBuffer;
import org.apache.commons.math3.complex.Complex;

/**
 * FFTW in its own memory, as a C program would use it: no copy, no scaling of the inverse.
 *
 * <p>FFTW's inverse destroys the spectrum, and called again and again on what it left, its numbers would grow to infinity:
 * by n a call at most, as it leaves the columns transformed. So the spectrum is filled in anew every 64 calls. That adds
 * one copy to 64 transforms, and keeps all numbers below 10^220 at n = 2048 and far from underflow.
 */
final class FftwTransform implements RealTransform {
    private static final int CALLS_PER_FILL = 64;

    private final FftwPlan plan;
    private final HeatSpectrum heat;
    private final double[] initial;
    private final DoubleBuffer spectrum;
    private int calls;

    FftwTransform(int n, double[] samples) {
        plan = new FftwPlan(n);
        spectrum = plan.spectrum();
        plan.samples().put(0, samples);
        plan.forward();
        initial = FftwPlan.copy(spectrum);
        heat = new HeatSpectrum(n, initial);
    }

    @Override
    public void forward() {
        plan.forward();
    }

    @Override
    public void inverse() {
        if (calls++ % CALLS_PER_FILL == 0) {
            spectrum.put(0, initial);
        }
        plan.inverse();
    }

    @Override
    public void roundTrip() {
        plan.forward();
        plan.inverse();
    }

    @Override
    public void frame(double t) {
        heat.at(t, spectrum);
        plan.inverse();
    }

    @Override
    public Complex coefficient(int mx, int my) {
        return plan.coefficient(mx, my);
    }

    @Override
    public double[] result() {
        return FftwPlan.scaled(FftwPlan.copy(plan.result()));
    }

    @Override
    public void close() {
        plan.close();
    }
}
