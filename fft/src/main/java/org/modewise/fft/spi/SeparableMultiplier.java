package org.modewise.fft.spi;

/**
 * m(κ) = a(κx)·b(κy): factors on the modes that a half-spectrum keeps. The coefficient in column p and row q of the
 * {@link SpectrumLayout} is multiplied by a_p·b_q. The owner fills the arrays, as often as it likes; not safe to share
 * between threads while it does.
 *
 * <p>An operator on real fields has conjugate factors at opposite modes, and so real ones at 0 and at Nyquist. Nothing
 * checks it. A product that is no real field's spectrum is transformed as {@link RealTransform2D#inverse} says: which of
 * two opposite modes counts then depends on the layout, and so on the kernel.
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
     * The real part of the factor of one mode.
     *
     * @param p its column
     * @param q its row
     * @return Re a_p·b_q
     */
    public double re(int p, int q) {
        return real ? xRe[p] * yRe[q] : xRe[p] * yRe[q] - xIm[p] * yIm[q];
    }

    /**
     * The imaginary part of the factor of one mode.
     *
     * @param p its column
     * @param q its row
     * @return Im a_p·b_q
     */
    public double im(int p, int q) {
        return real ? 0 : xRe[p] * yIm[q] + xIm[p] * yRe[q];
    }

    /**
     * Multiplies a half-spectrum, for transforms that do not do it on their way.
     *
     * @param spectrum {@code layout.length()} doubles or more
     * @param layout where the coefficients lie in both arrays
     * @param product {@code layout.length()} doubles or more; may be {@code spectrum}
     */
    public void multiply(double[] spectrum, SpectrumLayout layout, double[] product) {
        // Neighbours in memory are in the inner loop.
        if (layout.strideX() > layout.strideY()) {
            for (int p = 0; p < xRe.length; p++) {
                for (int q = 0; q < yRe.length; q++) {
                    multiply(spectrum, layout, p, q, product);
                }
            }
        } else {
            for (int q = 0; q < yRe.length; q++) {
                for (int p = 0; p < xRe.length; p++) {
                    multiply(spectrum, layout, p, q, product);
                }
            }
        }
    }

    private void multiply(double[] spectrum, SpectrumLayout layout, int p, int q, double[] product) {
        int at = layout.start() + p * layout.strideX() + q * layout.strideY();
        double a = re(p, q);
        double b = im(p, q);
        double c = spectrum[at];
        double d = spectrum[at + layout.imOffset()];
        product[at] = c * a - d * b;
        product[at + layout.imOffset()] = c * b + d * a;
    }
}
