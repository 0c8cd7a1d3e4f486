package org.modewise.fft.scalar;

import java.util.Arrays;

/** û_k = conj û_{n-k}: an odd number of samples, as complex numbers without imaginary parts. */
final class OddLine implements RealLine {
    private final int n;
    private final LineFft fft;

    OddLine(LineFft fft) {
        this.n = fft.size();
        this.fft = fft;
    }

    @Override
    public int scratchLength() {
        return n;
    }

    @Override
    public void forward(double[] values, int at, int step, double[] re, double[] im) {
        for (int j = 0; j < n; j++) {
            re[j] = values[at + j * step];
        }
        Arrays.fill(im, 0, n, 0);
        fft.transform(re, im);
        im[0] = 0;
    }

    @Override
    public void inverse(double[] re, double[] im, double scale, double[] values, int at, int step) {
        re[0] *= scale;
        im[0] = 0;
        for (int k = 1; k <= n / 2; k++) {
            re[k] *= scale;
            im[k] *= scale;
            re[n - k] = re[k];
            im[n - k] = -im[k];
        }
        fft.transform(im, re);
        for (int j = 0; j < n; j++) {
            values[at + j * step] = re[j];
        }
    }
}
