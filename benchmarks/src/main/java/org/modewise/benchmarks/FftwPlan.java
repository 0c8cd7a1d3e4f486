package org.modewise.benchmarks;

import java.nio.DoubleBuffer;
import org.apache.commons.math3.complex.Complex;
import org.bytedeco.fftw.global.fftw3;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Loader;

/** FFTW's plans for n×n samples, both made with MEASURE for one thread, and the memory of FFTW's own that they run on. */
final class FftwPlan implements AutoCloseable {
    private final int n;
    private final DoublePointer samples;
    private final DoublePointer spectrum;
    private final DoublePointer result;
    private final fftw3.fftw_plan forward;
    private final fftw3.fftw_plan inverse;

    FftwPlan(int n) {
        Loader.load(fftw3.class);
        this.n = n;
        long size = (long) n * n;
        long half = (long) n * (n / 2 + 1);
        samples = fftw3.fftw_alloc_real(size).capacity(size);
        spectrum = fftw3.fftw_alloc_complex(half).capacity(2 * half);
        result = fftw3.fftw_alloc_real(size).capacity(size);
        forward = fftw3.fftw_plan_dft_r2c_2d(n, n, samples, spectrum, fftw3.FFTW_MEASURE);
        inverse = fftw3.fftw_plan_dft_c2r_2d(n, n, spectrum, result, fftw3.FFTW_MEASURE);
    }

    /** The version and the vector instructions that it was built with, such as {@code fftw-3.3.10-sse2-avx}. */
    static String version() {
        Loader.load(fftw3.class);
        return fftw3.fftw_version().getString();
    }

    static boolean isAvailable() {
        try {
            return !version().isEmpty();
        } catch (LinkageError e) {
            return false;
        }
    }

    DoubleBuffer samples() {
        return samples.asBuffer();
    }

    DoubleBuffer spectrum() {
        return spectrum.asBuffer();
    }

    DoubleBuffer result() {
        return result.asBuffer();
    }

    void forward() {
        fftw3.fftw_execute(forward);
    }

    /** Unscaled, and destroys the spectrum: FFTW has no other inverse of a real plane. */
    void inverse() {
        fftw3.fftw_execute(inverse);
    }

    Complex coefficient(int mx, int my) {
        long at = 2L * (my * (n / 2 + 1L) + mx);
        return new Complex(spectrum.get(at), spectrum.get(at + 1));
    }

    /** Divides by n·n in place. */
    static double[] scaled(double[] values) {
        for (int k = 0; k < values.length; k++) {
            values[k] /= values.length;
        }
        return values;
    }

    static double[] copy(DoubleBuffer buffer) {
        double[] copy = new double[buffer.capacity()];
        buffer.get(0, copy);
        return copy;
    }

    @Override
    public void close() {
        fftw3.fftw_destroy_plan(forward);
        fftw3.fftw_destroy_plan(inverse);
        fftw3.fftw_free(samples);
        fftw3.fftw_free(spectrum);
        fftw3.fftw_free(result);
    }
}
