package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * The modes that one half-spectrum keeps, and what the grid makes of a function of the wavenumber on them. The Nyquist
 * rule lives here and nowhere else: along an even axis the grid cannot tell k_N from -k_N, so the function is sampled on
 * both, and folded into the mean. Immutable, safe to share between threads.
 */
final class KeptModes {
    private static final double SMALL = 1e-280;
    private static final double LARGE = 1e300;

    private final SpectrumLayout layout;
    private final Axis x;
    private final Axis y;
    /** The modes with a mirror image, (-k_N, ky) of a column or else (kx, -k_N) of a row. */
    private final int[] mirrored;
    /** The mode at Nyquist of both axes, or -1. */
    private final int corner;

    KeptModes(Grid2D grid, SpectrumLayout layout) {
        this.layout = layout;
        this.x = new Axis(grid.nx(), layout.columns(), grid.kx(1), true);
        this.y = new Axis(grid.ny(), layout.rows(), grid.ky(1), false);
        this.corner = x.hasNyquist() && y.hasNyquist() ? mode(x.n / 2, y.n / 2) : -1;
        int[] found = new int[x.kept + y.kept];
        int images = 0;
        for (int row = 0; row < y.kept && x.hasNyquist(); row++) {
            found[images++] = mode(x.n / 2, row);
        }
        for (int column = 0; column < x.kept && y.hasNyquist(); column++) {
            if (!x.isNyquist(column)) {
                found[images++] = mode(column, y.n / 2);
            }
        }
        this.mirrored = Arrays.copyOf(found, images);
    }

    /** The modes of one axis: from index 0 on 0…⌊n/2⌋, then, if they are kept, the negative ones. */
    static final class Axis {
        private final int n;
        private final int kept;
        private final double step;
        private final boolean alongX;

        private Axis(int n, int kept, double step, boolean alongX) {
            this.n = n;
            this.kept = kept;
            this.step = step;
            this.alongX = alongX;
        }

        /** How many modes are not negative: a function's values on them give those on the others. */
        int half() {
            return n / 2 + 1;
        }

        double wavenumber(int index) {
            return step * (2L * index > n ? index - n : index);
        }

        double kx(int index) {
            return alongX ? wavenumber(index) : 0;
        }

        double ky(int index) {
            return alongX ? 0 : wavenumber(index);
        }

        /** |m| of the mode m at an index. */
        int distance(int index) {
            return Math.min(index, n - index);
        }

        private boolean hasNyquist() {
            return n % 2 == 0;
        }

        private boolean isNyquist(int index) {
            return 2L * index == n;
        }

        /**
         * From the values at 0…⌊n/2⌋ to those on all kept modes. Modes m and -m carry conjugate values, and the mean over
         * ±k_N of conjugates is their real part. A null imaginary part is 0.
         */
        void fold(double[] re, double[] im) {
            for (int m = 1; n - m >= half() && n - m < kept; m++) {
                re[n - m] = re[m];
            }
            if (im != null) {
                if (hasNyquist()) {
                    im[n / 2] = 0;
                }
                for (int m = 1; n - m >= half() && n - m < kept; m++) {
                    im[n - m] = -im[m];
                }
            }
        }
    }

    SpectrumLayout layout() {
        return layout;
    }

    Axis x() {
        return x;
    }

    Axis y() {
        return y;
    }

    /** How many modes there are. They are numbered as they lie in the spectrum. */
    int count() {
        return Math.multiplyExact(x.kept, y.kept);
    }

    /** How many samples of a function of the plane are needed: one a mode, then one for each mirror image. */
    int samples() {
        return count() + mirrored.length;
    }

    private boolean isColumnByColumn() {
        return layout.strideX() > layout.strideY();
    }

    private int mode(int column, int row) {
        return isColumnByColumn() ? column * y.kept + row : row * x.kept + column;
    }

    int column(int mode) {
        return isColumnByColumn() ? mode / y.kept : mode % x.kept;
    }

    int row(int mode) {
        return isColumnByColumn() ? mode % y.kept : mode / x.kept;
    }

    /** Where the real part of a mode lies in the spectrum. */
    int index(int mode) {
        return layout.index(column(mode), row(mode));
    }

    /** |û| of a mode. */
    double modulus(double[] spectrum, int mode) {
        int index = index(mode);
        double re = spectrum[index];
        double im = spectrum[index + layout.imOffset()];
        double square = re * re + im * im;
        // Many times as fast as what takes squares that leave the doubles.
        return square > SMALL && square < LARGE ? Math.sqrt(square) : Math.hypot(re, im);
    }

    boolean isNyquist(int mode) {
        return isNyquistAlongX(mode) || isNyquistAlongY(mode);
    }

    boolean isNyquistAlongX(int mode) {
        return x.isNyquist(column(mode));
    }

    boolean isNyquistAlongY(int mode) {
        return y.isNyquist(row(mode));
    }

    /** Whether a mode is at Nyquist of both axes. */
    boolean isCorner(int mode) {
        return mode == corner;
    }

    /** The modes with a mirror image, in the order of the samples that follow those of all modes. */
    int[] mirrored() {
        return mirrored.clone();
    }

    /** Whether a function of given samples, with f(-κ) = f(κ), is even in each wavenumber, but for rounding. */
    boolean isEven(double[] samples) {
        for (int image = 0; image < mirrored.length; image++) {
            if (!SharedValues.isSame(samples[mirrored[image]], samples[count() + image])) {
                return false;
            }
        }
        for (int mode = 0; mode < count(); mode++) {
            int column = (x.n - column(mode)) % x.n;
            int row = (y.n - row(mode)) % y.n;
            int other = column < x.kept ? mode(column, row(mode)) : row < y.kept ? mode(column(mode), row) : mode;
            if (!SharedValues.isSame(samples[mode], samples[other])) {
                return false;
            }
        }
        return true;
    }

    /** The wavenumber along x of a sample. */
    double kx(int sample) {
        boolean image = sample >= count();
        int column = column(image ? mirrored[sample - count()] : sample);
        double k = x.wavenumber(column);
        return image && x.isNyquist(column) ? -k : k;
    }

    /** The wavenumber along y of a sample. */
    double ky(int sample) {
        boolean image = sample >= count();
        int mode = image ? mirrored[sample - count()] : sample;
        double k = y.wavenumber(row(mode));
        return image && !x.isNyquist(column(mode)) ? -k : k;
    }

    /** From samples to modes. At Nyquist of both axes the four signs are two pairs of conjugates. */
    void fold(double[] re, double[] im) {
        fold(re);
        if (im != null) {
            fold(im);
            if (corner >= 0) {
                im[corner] = 0;
            }
        }
    }

    private void fold(double[] part) {
        int image = count();
        for (int mode : mirrored) {
            part[mode] = 0.5 * (part[mode] + part[image++]);
        }
    }
}
