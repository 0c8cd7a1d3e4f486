package org.modewise.pde;

import org.modewise.core.Grid2D;
import org.modewise.fft.Spectrum2D;

/**
 * How far along each axis the spectrum of samples stands out of the rounding of its own transform: what lies beyond, all
 * together, is less than ½ε‖u‖₂ in any sample, about as much as rounding alone leaves there.
 *
 * @param x the highest mode along x that stands out
 * @param y the highest mode along y
 */
record SpectrumExtent(int x, int y) {
    private static final double SHARE = 0.5 * Math.ulp(1.0);

    static SpectrumExtent of(Spectrum2D spectrum) {
        Grid2D grid = spectrum.grid();
        double[] alongX = new double[grid.nx() / 2 + 1];
        double[] alongY = new double[grid.ny() / 2 + 1];
        double largest = 0;
        double squares = 0;
        for (int my = 0; my < alongY.length; my++) {
            int multiplicity = my == 0 || 2 * my == grid.ny() ? 1 : 2;
            for (int mx = -((grid.nx() - 1) / 2); mx <= grid.nx() / 2; mx++) {
                double modulus = Math.hypot(spectrum.re(mx, my), spectrum.im(mx, my));
                alongX[Math.abs(mx)] += multiplicity * modulus;
                alongY[my] += multiplicity * modulus;
                // Squares of what is large or small would leave the doubles.
                if (modulus > largest) {
                    squares *= largest / modulus * (largest / modulus);
                    largest = modulus;
                }
                squares += modulus == 0 ? 0 : multiplicity * (modulus / largest) * (modulus / largest);
            }
        }
        double hidden = SHARE * largest * Math.sqrt(squares) * Math.sqrt(grid.size());
        return new SpectrumExtent(last(alongX, hidden), last(alongY, hidden));
    }

    private static int last(double[] sums, double hidden) {
        int last = sums.length - 1;
        double rest = sums[last];
        while (last > 0 && rest <= hidden) {
            rest += sums[--last];
        }
        return last;
    }
}
