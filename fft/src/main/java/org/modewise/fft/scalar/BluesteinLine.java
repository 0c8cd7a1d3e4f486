package org.modewise.fft.scalar;

import java.util.Arrays;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.internal.Chirp;

/** X_k = c_k·Σ_j (c_j x_j)·c̄_{k-j}: what {@link Bluestein} does to rows, for one line. */
final class BluesteinLine implements LineFft {
    private final int n;
    private final int length;
    private final LineFft inner;
    private final Chirp chirp;
    private final ComplexLine filter;
    private final ScratchPool<ComplexLine> pool;

    BluesteinLine(int n, LineFft inner) {
        this.n = n;
        this.length = inner.size();
        this.inner = inner;
        this.chirp = new Chirp(n);
        this.filter = new ComplexLine(length);
        chirp.filter(filter.re(), filter.im());
        inner.transform(filter.re(), filter.im());
        this.pool = new ScratchPool<>(() -> new ComplexLine(length));
    }

    @Override
    public int size() {
        return n;
    }

    @Override
    public void transform(double[] re, double[] im) {
        ComplexLine scratch = pool.take();
        double[] a = scratch.re();
        double[] b = scratch.im();
        Lanes.turn(re, im, chirp.re(), chirp.im(), n);
        System.arraycopy(re, 0, a, 0, n);
        System.arraycopy(im, 0, b, 0, n);
        Arrays.fill(a, n, length, 0);
        Arrays.fill(b, n, length, 0);
        inner.transform(a, b);
        Lanes.turn(a, b, filter.re(), filter.im(), length);
        inner.transform(b, a);
        System.arraycopy(a, 0, re, 0, n);
        System.arraycopy(b, 0, im, 0, n);
        Lanes.turn(re, im, chirp.re(), chirp.im(), n);
        pool.give(scratch);
    }
}
