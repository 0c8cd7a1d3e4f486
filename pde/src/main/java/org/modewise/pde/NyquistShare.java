package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;

/**
 * The largest of the waves next to Nyquist's along either axis, beside the largest value: about what is amiss from the waves
 * that a grid has not. Immutable, safe to share between threads.
 */
final class NyquistShare {
    private final RealFft2D fft;

    NyquistShare(Grid2D grid) {
        this.fft = RealFft2D.of(grid);
    }

    double of(Field2D u) {
        double largest = u.maxNorm();
        if (largest == 0) {
            return 0;
        }
        Grid2D grid = u.grid();
        Spectrum2D spectrum = fft.forward(u.times(1 / Math.max(largest, Double.MIN_NORMAL)));
        int nx = grid.nx() / 2;
        int ny = grid.ny() / 2;
        double most = 0;
        for (int m = highest(nx); m <= nx && nx > 0; m++) {
            double sum = 0;
            for (int other = -ny; other <= ny; other++) {
                sum += Math.hypot(spectrum.re(m, other), spectrum.im(m, other));
            }
            most = Math.max(most, sum);
        }
        for (int m = highest(ny); m <= ny && ny > 0; m++) {
            double sum = 0;
            for (int other = -nx; other <= nx; other++) {
                sum += Math.hypot(spectrum.re(other, m), spectrum.im(other, m));
            }
            most = Math.max(most, sum);
        }
        return most / grid.size();
    }

    private static int highest(int half) {
        return half - half / 16;
    }
}
