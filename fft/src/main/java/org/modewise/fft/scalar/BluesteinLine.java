package org.modewise.fft.scalar;

import java.util.Arrays;
import org.modewise.core.internal.ScratchPool;

/** X_k = c_k·Σ_j (c_j x_j)·c̄_{k-j}: what {@link Bluestein} does to rows, for one line. */
final class BluesteinLine implements LineFft {
    private final int n;
    private final int length;
    private final LineFft inner;
    private final Chirp chirp;
    private final Chirp.Filter filter;
    private final ScratchPool<Scratch> pool;

    BluesteinLine(int n, LineFft inner) {
        this.n = n;
        this.length = inner.size();
        this.inner = inner;
        this.chirp = new Chirp(n);
        this.filter = chirp.filter(length);
        inner.transform(filter.re(), 0, filter.im(), 0, 1, filter.re(), 0, filter.im(), 0, 1);
        this.pool = new ScratchPool<>(() -> new Scratch(new double[length], new double[length]));
    }

    private record Scratch(double[] re, double[] im) {}

    @Override
    public int size() {
        return n;
    }

    @Override
    public void transform(
            double[] xr,
            int re,
            double[] xi,
            int im,
            int step,
            double[] yr,
            int toRe,
            double[] yi,
            int toIm,
            int toStep) {
        Scratch scratch = pool.take();
        double[] a = scratch.re;
        double[] b = scratch.im;
        for (int j = 0; j < n; j++) {
            a[j] = xr[re + j * step];
            b[j] = xi[im + j * step];
        }
        Lanes.turn(a, b, chirp.re, chirp.im, n);
        Arrays.fill(a, n, length, 0);
        Arrays.fill(b, n, length, 0);
        inner.transform(a, 0, b, 0, 1, a, 0, b, 0, 1);
        Lanes.turn(a, b, filter.re(), filter.im(), length);
        inner.transform(b, 0, a, 0, 1, b, 0, a, 0, 1);
        Lanes.turn(a, b, chirp.re, chirp.im, n);
        for (int k = 0; k < n; k++) {
            yr[toRe + k * toStep] = a[k];
            yi[toIm + k * toStep] = b[k];
        }
        pool.give(scratch);
    }
}
