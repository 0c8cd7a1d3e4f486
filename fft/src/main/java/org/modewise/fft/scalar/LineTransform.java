package org.modewise.fft.scalar;

import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SeparableMultiplier;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.Workers;

/**
 * The real transform of one line of n samples, along x or along y: the even samples are the real parts and the odd ones
 * the imaginary parts of n/2 complex numbers Z, and û_k = (Z_k + conj Z_{-k})/2 + e^{-2πik/n}·(Z_k - conj Z_{-k})/2i.
 *
 * <p>Source: C. Van Loan, Computational Frameworks for the Fast Fourier Transform, SIAM 1992, section 4.3.
 */
final class LineTransform implements RealTransform2D {
    private final int n;
    private final int half;
    private final StockhamFft pairs;
    private final double[] cos;
    private final double[] minusSin;
    private final SpectrumLayout layout;
    private final ScratchPool<double[]> pool;

    LineTransform(int nx, int ny) {
        this.n = nx * ny;
        this.half = n / 2 + 1;
        int length = Arguments.allocatable(2L * half, "the spectrum of " + n + " samples");
        this.pairs = new StockhamFft(Math.max(1, n / 2));
        this.cos = new double[n / 4 + 1];
        this.minusSin = new double[n / 4 + 1];
        for (int k = 0; k < cos.length; k++) {
            cos[k] = Twiddles.cos(k, n);
            minusSin[k] = Twiddles.minusSin(k, n);
        }
        SpectrumLayout.Axis axis = ny == 1 ? SpectrumLayout.Axis.X : SpectrumLayout.Axis.Y;
        this.layout = new SpectrumLayout(nx, ny, axis, 1, 1, half, length);
        this.pool = new ScratchPool<>(() -> new double[n + pairs.scratchLength(1)]);
    }

    @Override
    public SpectrumLayout layout() {
        return layout;
    }

    @Override
    public void forward(double[] values, double[] spectrum, Workers workers) {
        if (n == 1) {
            spectrum[0] = values[0];
            spectrum[half] = 0;
            return;
        }
        double[] scratch = pool.take();
        pairs.transform(values, 0, 1, 2, spectrum, 0, half, 1, 1, scratch);
        double zr = spectrum[0];
        double zi = spectrum[half];
        spectrum[0] = zr + zi;
        spectrum[half] = 0;
        spectrum[n / 2] = zr - zi;
        spectrum[half + n / 2] = 0;
        for (int k = 1; k <= n / 4; k++) {
            int w = n / 2 - k;
            double er = 0.5 * (spectrum[k] + spectrum[w]);
            double ei = 0.5 * (spectrum[half + k] - spectrum[half + w]);
            double or = 0.5 * (spectrum[half + k] + spectrum[half + w]);
            double oi = 0.5 * (spectrum[w] - spectrum[k]);
            double tr = or * cos[k] - oi * minusSin[k];
            double ti = or * minusSin[k] + oi * cos[k];
            spectrum[k] = er + tr;
            spectrum[half + k] = ei + ti;
            spectrum[w] = er - tr;
            spectrum[half + w] = ti - ei;
        }
        pool.give(scratch);
    }

    @Override
    public void inverse(double[] spectrum, SeparableMultiplier multiplier, double[] values, Workers workers) {
        if (multiplier != null) {
            double[] product = new double[layout.length()];
            multiplier.multiply(spectrum, layout, product);
            inverse(product, values);
            return;
        }
        if (n == 1) {
            values[0] = spectrum[0];
            return;
        }
        double[] scratch = pool.take();
        int re = pairs.scratchLength(1);
        int im = re + n / 2;
        double scale = 1.0 / n;
        scratch[re] = scale * (spectrum[0] + spectrum[n / 2]);
        scratch[im] = scale * (spectrum[0] - spectrum[n / 2]);
        for (int k = 1; k <= n / 4; k++) {
            int w = n / 2 - k;
            double er = scale * (spectrum[k] + spectrum[w]);
            double ei = scale * (spectrum[half + k] - spectrum[half + w]);
            double tr = scale * (spectrum[k] - spectrum[w]);
            double ti = scale * (spectrum[half + k] + spectrum[half + w]);
            double or = tr * cos[k] + ti * minusSin[k];
            double oi = ti * cos[k] - tr * minusSin[k];
            scratch[re + k] = er - oi;
            scratch[im + k] = ei + or;
            scratch[re + w] = er + oi;
            scratch[im + w] = or - ei;
        }
        pairs.transform(scratch, im, re, 1, values, 1, 0, 2, 1, scratch);
        pool.give(scratch);
    }
}
