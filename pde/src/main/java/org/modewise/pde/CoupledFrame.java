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

    /** Of a covariance, beside the product of its variances, that is not rounding. */
    private static final double LEAST_DETERMINANT = 1e-14;

    private final CharacteristicFunction initial;
    private final RealFft2D fft;
    private final Grid2D grid;
    private final KnownWaves wavesX;
    private final KnownWaves wavesY;
    private final int[] first = new int[2];
    private final double[] between = new double[2];
    private final double[] squares = new double[2];
    private final double[][] weights = new double[TAPS][2];
    private final double[] spectrum;
    private GaussianTransition transition;
    /** From the first node to where the middle one goes. */
    private double shiftX;

    private double shiftY;
    /** The highest wavenumbers that count, in those of the axes. */
    private int lastX;

    private int lastY;
    private double sumRe;
    private double sumIm;
    private double re;
    private double im;

    CoupledFrame(CharacteristicFunction initial, RealFft2D fft) {
        this.initial = initial;
        this.fft = fft;
        this.grid = fft.grid();
        this.wavesX = initial.wavesX(grid);
        this.wavesY = initial.wavesY(grid);
        this.spectrum = new double[fft.spectrumLength()];
    }

    @Override
    public void values(GaussianTransition transition, double[] values) {
        this.transition = transition;
        bound();
        double middleX = grid.x(grid.nx() / 2);
        double middleY = grid.y(grid.ny() / 2);
        shiftX = grid.x0() - transition.meanX(middleX, middleY);
        shiftY = grid.y0() - transition.meanY(middleX, middleY);
        SpectrumLayout layout = fft.layout();
        Arrays.fill(spectrum, 0);
        for (int column = 0; column < layout.columns(); column++) {
            for (int row = 0; row < layout.rows(); row++) {
                sumOverAliases(layout.modeX(column), layout.modeY(row));
                int at = layout.index(column, row);
                spectrum[at] = re;
                spectrum[at + layout.imOffset()] = im;
            }
        }
        fft.inverse(spectrum, values);
    }

    /** How far κ reaches along each axis where κ·Σκ and |Φᵀκ| are within their limits. */
    private void bound() {
        double determinant =
                transition.varianceX() * transition.varianceY() - transition.covariance() * transition.covariance();
        double stretch = Math.abs(transition.determinant());
        double endX = 0.5 * wavesX.end();
        double endY = 0.5 * wavesY.end();
        double aspect = grid.lx() / grid.ly();
        double mostX = (Math.abs(transition.yy()) * endX + Math.abs(transition.yx()) * endY * aspect) / stretch;
        double mostY = (Math.abs(transition.xy()) * endX / aspect + Math.abs(transition.xx()) * endY) / stretch;
        double noiseX = most(transition.varianceX(), transition.varianceY(), determinant) * grid.lx();
        double noiseY = most(transition.varianceY(), transition.varianceX(), determinant) * grid.ly();
        lastX = KnownWaves.checked(stretch > 0 ? Math.min(mostX, noiseX) : noiseX, grid.nx());
        lastY = KnownWaves.checked(stretch > 0 ? Math.min(mostY, noiseY) : noiseY, grid.ny());
    }

    /** By κ·Σκ, over 2π. */
    private double most(double variance, double other, double determinant) {
        double inverse = transition.covariance() == 0
                ? 1 / variance
                : determinant > LEAST_DETERMINANT * variance * other ? other / determinant : Double.POSITIVE_INFINITY;
        return Math.sqrt(2 * NOTHING * inverse) / (2 * Math.PI);
    }

    /** Over all wavenumbers that the nodes see as one, be they below Nyquist or above. */
    private void sumOverAliases(int mx, int my) {
        re = 0;
        im = 0;
        for (int x = mx - grid.nx() * Math.floorDiv(mx + lastX, grid.nx()); x <= lastX; x += grid.nx()) {
            for (int y = my - grid.ny() * Math.floorDiv(my + lastY, grid.ny()); y <= lastY; y += grid.ny()) {
                add(x, y);
            }
        }
    }

    private void add(int mx, int my) {
        if (mx == 0 && my == 0) {
            re += initial.total();
            return;
        }
        double kx = grid.kx(mx);
        double ky = grid.ky(my);
        double decay = 0.5
                * (transition.varianceX() * kx * kx
                        + 2 * transition.covariance() * kx * ky
                        + transition.varianceY() * ky * ky);
        if (!(decay < NOTHING)) {
            return;
        }
        double placeX = (transition.xx() * kx + transition.yx() * ky) * grid.lx() / Math.PI;
        double placeY = (transition.xy() * kx + transition.yy() * ky) * grid.ly() / Math.PI;
        double share = wavesX.share(placeX) * wavesY.share(placeY);
        if (share == 0) {
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
