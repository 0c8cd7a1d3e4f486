package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * The frame of a plane whose axes are coupled: Φᵀκ is no lattice along the axes, so every wavenumber is a sum over a square of
 * its neighbours. Some twenty times the cost of a {@link PlaneFrame}.
 */
final class CoupledFrame implements DensityFrame {
    private static final int TAPS = FrequencyWindow.TAPS;

    /** ½κ·Σκ from which on nothing is left in any sample: e^{-46} is 1e-20. */
    private static final double NOTHING = 46;

    private final CharacteristicFunction initial;
    private final RealFft2D fft;
    private final Grid2D grid;
    private final int[] first = new int[2];
    private final double[] between = new double[2];
    private final double[] squares = new double[2];
    private final double[][] weights = new double[TAPS][2];
    private final double[] spectrum;
    private GaussianTransition transition;
    /** From the first node to where the middle one goes. */
    private double shiftX;

    private double shiftY;
    private double sumRe;
    private double sumIm;
    private double re;
    private double im;

    CoupledFrame(CharacteristicFunction initial, RealFft2D fft) {
        this.initial = initial;
        this.fft = fft;
        this.grid = fft.grid();
        this.spectrum = new double[fft.spectrumLength()];
    }

    @Override
    public void values(GaussianTransition transition, double[] values) {
        this.transition = transition;
        double middleX = grid.x(grid.nx() / 2);
        double middleY = grid.y(grid.ny() / 2);
        shiftX = grid.x0() - transition.meanX(middleX, middleY);
        shiftY = grid.y0() - transition.meanY(middleX, middleY);
        SpectrumLayout layout = fft.layout();
        Arrays.fill(spectrum, 0);
        for (int column = 0; column < layout.columns(); column++) {
            for (int row = 0; row < layout.rows(); row++) {
                sumOverSigns(layout.modeX(column), layout.modeY(row));
                int at = layout.index(column, row);
                spectrum[at] = re;
                spectrum[at + layout.imOffset()] = im;
            }
        }
        spectrum[layout.index(0, 0)] = initial.total();
        spectrum[layout.index(0, 0) + layout.imOffset()] = 0;
        fft.inverse(spectrum, values);
    }

    /** The mean over ±k_N where a mode is at Nyquist. */
    private void sumOverSigns(int mx, int my) {
        boolean nyquistX = 2 * mx == grid.nx();
        boolean nyquistY = 2 * my == grid.ny();
        re = 0;
        im = 0;
        double share = (nyquistX ? 0.5 : 1) * (nyquistY ? 0.5 : 1);
        add(share, mx, my);
        if (nyquistX) {
            add(share, -mx, my);
        }
        if (nyquistY) {
            add(share, mx, -my);
        }
        if (nyquistX && nyquistY) {
            add(share, -mx, -my);
        }
    }

    private void add(double share, int mx, int my) {
        double kx = grid.kx(mx);
        double ky = grid.ky(my);
        double decay = 0.5
                * (transition.varianceX() * kx * kx
                        + 2 * transition.covariance() * kx * ky
                        + transition.varianceY() * ky * ky);
        double placeX = (transition.xx() * kx + transition.yx() * ky) * grid.lx() / Math.PI;
        double placeY = (transition.xy() * kx + transition.yy() * ky) * grid.ly() / Math.PI;
        // Beyond its limits the initial density has nothing.
        if (!(decay < NOTHING && Math.abs(placeX) <= initial.limitX() && Math.abs(placeY) <= initial.limitY())) {
            return;
        }
        double modulus = share * Math.exp(-decay);
        double angle = kx * shiftX + ky * shiftY;
        double factorRe = modulus * Math.cos(angle);
        double factorIm = modulus * Math.sin(angle);
        double sign = placeY < 0 ? -1 : 1;
        place(0, sign * placeX);
        place(1, sign * placeY);
        FrequencyWindow.weights(between, squares, 2, weights);
        sum();
        sumIm *= sign;
        re += sumRe * factorRe - sumIm * factorIm;
        im += sumRe * factorIm + sumIm * factorRe;
    }

    private void place(int axis, double place) {
        first[axis] = FrequencyWindow.first(place);
        between[axis] = FrequencyWindow.between(place);
    }

    private void sum() {
        int from = 2 * (initial.originX() + first[0]);
        int row = initial.originY() + first[1];
        sumRe = 0;
        sumIm = 0;
        for (int i = 0; i < TAPS; i++) {
            double[] line = initial.rows()[row + i];
            double partRe = 0;
            double partIm = 0;
            for (int k = 0; k < TAPS; k++) {
                partRe += weights[k][0] * line[from + 2 * k];
                partIm += weights[k][0] * line[from + 2 * k + 1];
            }
            sumRe += weights[i][1] * partRe;
            sumIm += weights[i][1] * partIm;
        }
    }
}
