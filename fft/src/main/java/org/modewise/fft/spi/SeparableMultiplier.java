package org.modewise.fft.spi;

/**
 * m(κ) = a(κx)·b(κy): factors on the modes that a half-spectrum keeps. The coefficient in column p and row q of the
 * {@link SpectrumLayout} is multiplied by a_p·b_q. The owner fills the arrays, as often as it likes; not safe to share
 * between threads while it does.
 */
public final class SeparableMultiplier {
    private final double[] xRe;
    private final double[] xIm;
    private final double[] yRe;
    private final double[] yIm;
    private final boolean real;

    private SeparableMultiplier(SpectrumLayout layout, boolean real) {
        this.xRe = new double[layout.columns()];
        this.yRe = new double[layout.rows()];
        this.xIm = real ? null : new double[layout.columns()];
        this.yIm = real ? null : new double[layout.rows()];
        this.real = real;
    }

    /**
     * A multiplier of real factors, all 0 until they are set.
     *
     * @param layout the layout of the spectra it is for
     * @return the multiplier
     */
    public static SeparableMultiplier real(SpectrumLayout layout) {
        return new SeparableMultiplier(layout, true);
    }

    /**
     * A multiplier of complex factors, all 0 until they are set.
     *
     * @param layout the layout of the spectra it is for
     * @return the multiplier
     */
    public static SeparableMultiplier complex(SpectrumLayout layout) {
        return new SeparableMultiplier(layout, false);
    }

    /**
     * Whether the factors are real.
     *
     * @return true if there are no imaginary parts
     */
    public boolean isReal() {
        return real;
    }

    /**
     * The real parts along x.
     *
     * @return Re a_p at p, one a column: the array itself
     */
    public double[] xRe() {
        return xRe;
    }

    /**
     * The imaginary parts along x.
     *
     * @return Im a_p at p, one a column: the array itself; null if the factors are real
     */
    public double[] xIm() {
        return xIm;
    }

    /**
     * The real parts along y.
     *
     * @return Re b_q at q, one a row: the array itself
     */
    public double[] yRe() {
        return yRe;
    }

    /**
     * The imaginary parts along y.
     *
     * @return Im b_q at q, one a row: the array itself; null if the factors are real
     */
    public double[] yIm() {
        return yIm;
    }

    /**
     * Multiplies a half-spectrum, for transforms that do not do it on their way.
     *
     * @param spectrum {@code layout.length()} doubles or more
     * @param layout where the coefficients lie in both arrays
     * @param product {@code layout.length()} doubles or more; may be {@code spectrum}
     */
    public void multiply(double[] spectrum, SpectrumLayout layout, double[] product) {
        for (int p = 0; p < layout.columns(); p++) {
            for (int q = 0; q < layout.rows(); q++) {
                int at = layout.index(p, q);
                double re = spectrum[at];
                double im = spectrum[at + layout.imOffset()];
                if (real) {
                    double factor = xRe[p] * yRe[q];
                    product[at] = re * factor;
                    product[at + layout.imOffset()] = im * factor;
                } else {
                    double a = xRe[p] * yRe[q] - xIm[p] * yIm[q];
                    double b = xRe[p] * yIm[q] + xIm[p] * yRe[q];
                    product[at] = re * a - im * b;
                    product[at + layout.imOffset()] = re * b + im * a;
                }
            }
        }
    }
}
