package org.modewise.fft.contract;

import org.modewise.fft.Spectrum2D;
import org.modewise.fft.contract.Dft.Complexes;

/** û(mx,my) of nx×ny real samples for 0 ≤ mx &lt; nx and 0 ≤ my &lt; ny, row by row, in double-double. */
public final class ExactSpectrum {
    private final int nx;
    private final int ny;
    private final Complexes values;

    private ExactSpectrum(int nx, int ny, Complexes values) {
        this.nx = nx;
        this.ny = ny;
        this.values = values;
    }

    /** Transforms nx·ny samples, row by row. */
    public static ExactSpectrum of(int nx, int ny, double[] samples) {
        Dft alongX = new Dft(nx);
        Complexes values = new Complexes(nx * ny);
        for (int j = 0; j < ny; j++) {
            Complexes line = alongX.transform(samples, j * nx);
            System.arraycopy(line.reHi, 0, values.reHi, j * nx, nx);
            System.arraycopy(line.reLo, 0, values.reLo, j * nx, nx);
            System.arraycopy(line.imHi, 0, values.imHi, j * nx, nx);
            System.arraycopy(line.imLo, 0, values.imLo, j * nx, nx);
        }
        if (ny > 1) {
            Dft alongY = new Dft(ny);
            for (int i = 0; i < nx; i++) {
                alongY.transform(values, i, nx);
            }
        }
        return new ExactSpectrum(nx, ny, values);
    }

    /** ‖got - exact‖ / ‖exact‖ in L2 over all nx·ny modes. */
    public double relativeError(Spectrum2D got) {
        double error = 0;
        double norm = 0;
        for (int row = 0; row < ny; row++) {
            int my = row > ny / 2 ? row - ny : row;
            for (int column = 0; column < nx; column++) {
                int mx = column > nx / 2 ? column - nx : column;
                int k = row * nx + column;
                error += squaredDistance(got.re(mx, my), got.im(mx, my), k);
                norm += values.reHi[k] * values.reHi[k] + values.imHi[k] * values.imHi[k];
            }
        }
        return Math.sqrt(error / norm);
    }

    private double squaredDistance(double re, double im, int k) {
        double x = (re - values.reHi[k]) - values.reLo[k];
        double y = (im - values.imHi[k]) - values.imLo[k];
        return x * x + y * y;
    }
}
