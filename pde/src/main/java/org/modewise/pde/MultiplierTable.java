package org.modewise.pde;

import org.modewise.core.Grid2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * A multiplier sampled on the modes that one half-spectrum keeps, and the product with it. The Nyquist rule lives here
 * and nowhere else. Reused from frame to frame; not safe to share between threads.
 */
final class MultiplierTable {
    private final SpectrumLayout layout;
    private final Axis x;
    private final Axis y;
    /** Re and im of every kept mode, row by row, for a multiplier that is not separable. */
    private double[] planeRe;

    private double[] planeIm;
    private boolean separable;

    MultiplierTable(Grid2D grid, SpectrumLayout layout) {
        this.layout = layout;
        this.x = new Axis(grid.nx(), layout.columns(), grid.kx(1));
        this.y = new Axis(grid.ny(), layout.rows(), grid.ky(1));
    }

    /** The kept modes of one axis, and the factor on them. */
    private static final class Axis {
        final int n;
        final int kept;
        final double step;
        final double[] re;
        final double[] im;
        boolean real;

        Axis(int n, int kept, double step) {
            this.n = n;
            this.kept = kept;
            this.step = step;
            this.re = new double[kept];
            this.im = new double[kept];
        }

        boolean isNyquist(int index) {
            return 2L * index == n;
        }

        double wavenumber(int index) {
            return step * (2L * index > n ? index - n : index);
        }

        void checkSymmetry(AxisFunction f) {
            for (int m = n / 2; f != null && m >= 0; m--) {
                double k = step * m;
                checkPair(f.re(k), f.re(-k), f.isReal() ? 0 : f.im(k), f.isReal() ? 0 : f.im(-k), k, 0);
            }
        }

        /**
         * Modes m and -m carry conjugate values. The mean over ±k_N of conjugates is their real part. The finest wave
         * comes first, so that a propagator that cannot be evaluated names the worst of its growth.
         */
        void sample(AxisFunction f) {
            real = f == null || f.isReal();
            for (int m = n / 2; m >= 0; m--) {
                double k = step * m;
                double a = f == null ? 1 : f.re(k);
                double b = real || isNyquist(m) ? 0 : f.im(k);
                if (!Double.isFinite(a) || !Double.isFinite(b)) {
                    throw new IllegalArgumentException("symbols and multipliers must be finite, got " + a + " + " + b
                            + "i at wavenumber " + k + " along an axis");
                }
                re[m] = a;
                im[m] = b;
                int mirrored = n - m;
                if (m > 0 && mirrored < kept && mirrored != m) {
                    re[mirrored] = a;
                    im[mirrored] = -b;
                }
            }
        }
    }

    /**
     * Checks on every mode of the grid that functions are those of an operator on real fields, f(-κ) = conj f(κ). What
     * is kept of a spectrum could not show it if they were not.
     *
     * @throws IllegalArgumentException naming the first wavenumber where they are not
     */
    void checkSymmetry(AxisFunction alongX, AxisFunction alongY, PlaneFunction plane) {
        x.checkSymmetry(alongX);
        y.checkSymmetry(alongY);
        if (plane == null) {
            return;
        }
        for (int row = y.kept - 1; row >= 0; row--) {
            double ky = y.wavenumber(row);
            for (int column = x.kept - 1; column >= 0; column--) {
                double kx = x.wavenumber(column);
                checkPair(
                        plane.re(kx, ky),
                        plane.re(-kx, -ky),
                        plane.isReal() ? 0 : plane.im(kx, ky),
                        plane.isReal() ? 0 : plane.im(-kx, -ky),
                        kx,
                        ky);
            }
        }
    }

    /** The values at κ and -κ, which may differ by rounding. */
    private static void checkPair(double re, double mirroredRe, double im, double mirroredIm, double kx, double ky) {
        double tolerance = 1e-12 * Math.max(Math.abs(re), Math.abs(im));
        if (Math.abs(re - mirroredRe) > tolerance || Math.abs(im + mirroredIm) > tolerance) {
            throw new IllegalArgumentException(
                    "symbols and multipliers must be even in their real part and odd in their imaginary part, got " + re
                            + " + "
                            + im + "i at (" + kx + ", " + ky + ") and " + mirroredRe + " + " + mirroredIm + "i at its"
                            + " opposite");
        }
    }

    /** Evaluates a multiplier on the kept modes. */
    void sample(FourierMultiplier multiplier) {
        separable = multiplier.isSeparable();
        if (separable) {
            x.sample(multiplier.x());
            y.sample(multiplier.y());
        } else {
            samplePlane(multiplier.product());
        }
    }

    /** Evaluates a function of the plane on the kept modes. */
    void samplePlane(PlaneFunction f) {
        allocatePlane();
        for (int row = y.kept - 1; row >= 0; row--) {
            for (int column = x.kept - 1; column >= 0; column--) {
                setMean(f, column, row);
            }
        }
    }

    /**
     * Evaluates e^{t·s} on the kept modes from a table of s.
     *
     * @param symbol the values of s, sampled before
     * @param propagator e^{t·s} as a function, for the Nyquist modes, which need it on both sides
     */
    void sampleExponential(MultiplierTable symbol, Exponential exponential, PlaneFunction propagator) {
        separable = false;
        allocatePlane();
        for (int row = y.kept - 1; row >= 0; row--) {
            for (int column = x.kept - 1; column >= 0; column--) {
                if (x.isNyquist(column) || y.isNyquist(row)) {
                    setMean(propagator, column, row);
                } else {
                    int at = row * x.kept + column;
                    double modulus = exponential.modulus(symbol.planeRe[at], x.wavenumber(column), y.wavenumber(row));
                    double phase = propagator.isReal() ? 0 : exponential.phase(symbol.planeIm[at]);
                    planeRe[at] = phase == 0 ? modulus : modulus * Math.cos(phase);
                    planeIm[at] = phase == 0 ? 0 : modulus * Math.sin(phase);
                }
            }
        }
    }

    private void allocatePlane() {
        if (planeRe == null) {
            planeRe = new double[x.kept * y.kept];
            planeIm = new double[x.kept * y.kept];
        }
    }

    /** Sets one mode; each sign that the grid cannot tell from the other doubles the terms of the mean. */
    private void setMean(PlaneFunction f, int column, int row) {
        double kx = x.wavenumber(column);
        double ky = y.wavenumber(row);
        int signsX = x.isNyquist(column) ? 2 : 1;
        int signsY = y.isNyquist(row) ? 2 : 1;
        double a = 0;
        double b = 0;
        for (int sx = 0; sx < signsX; sx++) {
            for (int sy = 0; sy < signsY; sy++) {
                a += f.re(sx == 0 ? kx : -kx, sy == 0 ? ky : -ky);
                b += f.isReal() ? 0 : f.im(sx == 0 ? kx : -kx, sy == 0 ? ky : -ky);
            }
        }
        a /= signsX * signsY;
        b /= signsX * signsY;
        if (!Double.isFinite(a) || !Double.isFinite(b)) {
            throw new IllegalArgumentException("symbols and multipliers must be finite, got " + a + " + " + b
                    + "i at wavenumber (" + kx + ", " + ky + ")");
        }
        planeRe[row * x.kept + column] = a;
        planeIm[row * x.kept + column] = b;
    }

    /** Multiplies a half-spectrum, in place or into another. */
    void multiply(double[] in, double[] out) {
        if (!separable) {
            multiplyPlane(in, out);
        } else if (layout.strideX() < layout.strideY()) {
            multiplySeparable(in, out, y, layout.strideY(), x, layout.strideX());
        } else {
            multiplySeparable(in, out, x, layout.strideX(), y, layout.strideY());
        }
    }

    /** Whether the coefficients are finite and so small that no sum of them overflows on the way back. */
    static boolean isInvertible(double[] spectrum) {
        double sum = 0;
        for (double part : spectrum) {
            sum += Math.abs(part);
        }
        // Twice, for the half that is not kept.
        return sum <= Double.MAX_VALUE / 2;
    }

    private void multiplySeparable(
            double[] in, double[] out, Axis outer, int outerStride, Axis inner, int innerStride) {
        int imOffset = layout.imOffset();
        for (int p = 0; p < outer.kept; p++) {
            int start = p * outerStride;
            double pr = outer.re[p];
            double pi = outer.im[p];
            if (inner.real && outer.real) {
                scale(in, out, start, innerStride, inner, pr);
                scale(in, out, start + imOffset, innerStride, inner, pr);
            } else {
                for (int q = 0; q < inner.kept; q++) {
                    double mr = pr * inner.re[q] - pi * inner.im[q];
                    double mi = pr * inner.im[q] + pi * inner.re[q];
                    turn(in, out, start + q * innerStride, mr, mi);
                }
            }
        }
    }

    private static void scale(double[] in, double[] out, int start, int stride, Axis inner, double factor) {
        double[] re = inner.re;
        for (int q = 0; q < re.length; q++) {
            out[start + q * stride] = in[start + q * stride] * (factor * re[q]);
        }
    }

    private void multiplyPlane(double[] in, double[] out) {
        for (int row = 0; row < y.kept; row++) {
            for (int column = 0; column < x.kept; column++) {
                int at = row * x.kept + column;
                turn(in, out, column * layout.strideX() + row * layout.strideY(), planeRe[at], planeIm[at]);
            }
        }
    }

    private void turn(double[] in, double[] out, int index, double mr, double mi) {
        double re = in[index];
        double im = in[index + layout.imOffset()];
        out[index] = mr * re - mi * im;
        out[index + layout.imOffset()] = mr * im + mi * re;
    }
}
