package org.modewise.fft.scalar;

import org.modewise.fft.internal.RootsOfUnity;

/** c_j = e^{-πi·j²/n} for 0 ≤ j &lt; n, each from its own exactly reduced angle. */
final class Chirp {
    final double[] re;
    final double[] im;

    Chirp(int n) {
        this.re = new double[n];
        this.im = new double[n];
        for (int j = 0; j < n; j++) {
            // j² mod 2n in long arithmetic: j² overflows an int from 46341 on.
            long turns = (long) j * j % (2L * n);
            re[j] = RootsOfUnity.cos(turns, 2L * n);
            im[j] = RootsOfUnity.minusSin(turns, 2L * n);
        }
    }

    /** c̄_j/M at j and at M - j: the filter of a circular convolution of length M ≥ 2n - 1. */
    ComplexLine filter(int length) {
        ComplexLine filter = new ComplexLine(length);
        for (int j = 0; j < re.length; j++) {
            int mirrored = (length - j) % length;
            filter.re()[j] = filter.re()[mirrored] = re[j] / length;
            filter.im()[j] = filter.im()[mirrored] = -im[j] / length;
        }
        return filter;
    }
}
