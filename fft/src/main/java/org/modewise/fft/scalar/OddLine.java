package org.modewise.fft.scalar;

import org.modewise.core.internal.ScratchPool;

/** û_k = conj û_{n-k}: an odd number of samples, as complex numbers without imaginary parts. */
final class OddLine implements RealLine {
    private final int n;
    private final LineFft fft;
    private final double[] zeros;
    private final ScratchPool<Scratch> pool;

    OddLine(LineFft fft) {
        this.n = fft.size();
        this.fft = fft;
        this.zeros = new double[n];
        this.pool = new ScratchPool<>(() -> new Scratch(new double[n], new double[n]));
    }

    private record Scratch(double[] re, double[] im) {}

    @Override
    public void forward(double[] values, double[] spectrum, int half) {
        Scratch scratch = pool.take();
        fft.transform(values, 0, zeros, 0, 1, scratch.re, 0, scratch.im, 0, 1);
        System.arraycopy(scratch.re, 0, spectrum, 0, half);
        System.arraycopy(scratch.im, 0, spectrum, half, half);
        spectrum[half] = 0;
        pool.give(scratch);
    }

    @Override
    public void inverse(double[] re, double[] im, double[] values) {
        Scratch scratch = pool.take();
        double scale = 1.0 / n;
        scratch.re[0] = scale * re[0];
        scratch.im[0] = 0;
        for (int k = 1; k <= n / 2; k++) {
            scratch.re[k] = scratch.re[n - k] = scale * re[k];
            scratch.im[k] = scale * im[k];
            scratch.im[n - k] = -scratch.im[k];
        }
        fft.transform(scratch.im, 0, scratch.re, 0, 1, scratch.im, 0, values, 0, 1);
        pool.give(scratch);
    }
}
