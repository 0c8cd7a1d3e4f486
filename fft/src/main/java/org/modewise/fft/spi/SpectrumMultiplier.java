package org.modewise.fft.spi;

import java.util.Arrays;
import java.util.Objects;
import org.modewise.core.internal.Arguments;

/**
 * m(κ) = a(κx)·b(κx,κy): factors on the modes that a half-spectrum keeps, which an inverse transform multiplies by where
 * it reads the spectrum. The coefficient in column p and row q of the {@link SpectrumLayout} is multiplied by a_p·b_{l,q}
 * with l the {@link Lines line} of column p: one line for all columns is a product over the axes, one a column is any
 * multiplier. With a {@link #plus term}, it becomes m·û + n·v̂. The owner fills the arrays, as often as it likes; not safe
 * to share between threads while it does.
 *
 * <p>An operator on real fields has conjugate factors at opposite modes, and so real ones at 0 and at Nyquist. Nothing
 * checks it. A product that is no real field's spectrum is transformed as {@link RealTransform2D#inverse} says: which of
 * two opposite modes counts then depends on the layout, and so on the kernel.
 */
public final class SpectrumMultiplier {
    /** Lines of so many rows or more start a multiple of it apart: alike in their cache lines. */
    private static final int ALIGNED = 8;

    private final SpectrumLayout layout;
    private final int[] lines;
    private final double[] xRe;
    private final double[] xIm;
    private final double[] yRe;
    private final double[] yIm;
    private final double[] termSpectrum;
    private final SpectrumMultiplier termFactors;

    /** Which columns have the same factors along y. */
    public enum Lines {
        /** All of them: the multiplier is a product over the axes. */
        ONE,
        /** Those of the modes mx and -mx, on line |mx|. */
        EVEN,
        /** Each has its own, column p line p. */
        ALL
    }

    private SpectrumMultiplier(SpectrumLayout layout, Lines kind, boolean real) {
        this.layout = layout;
        int length = lineLength();
        int count = switch (kind) {
            case ONE -> 1;
            case EVEN -> layout.nx() / 2 + 1;
            case ALL -> layout.columns();
        };
        long parts = real ? 1 : 2;
        int doubles = Arguments.arrayLength((long) count * length, "factors for " + layout);
        Arguments.requireHeap(layout.nx(), layout.ny(), parts * ((long) doubles + layout.columns()));
        this.lines = new int[layout.columns()];
        for (int p = 0; p < lines.length; p++) {
            lines[p] = length
                    * switch (kind) {
                        case ONE -> 0;
                        case EVEN -> Math.abs(layout.modeX(p));
                        case ALL -> p;
                    };
        }
        this.xRe = new double[layout.columns()];
        this.yRe = new double[doubles];
        this.xIm = real ? null : new double[layout.columns()];
        this.yIm = real ? null : new double[doubles];
        this.termSpectrum = null;
        this.termFactors = null;
        Arrays.fill(xRe, 1);
    }

    private SpectrumMultiplier(SpectrumMultiplier factors, double[] termSpectrum, SpectrumMultiplier termFactors) {
        this.layout = factors.layout;
        this.lines = factors.lines;
        this.xRe = factors.xRe;
        this.xIm = factors.xIm;
        this.yRe = factors.yRe;
        this.yIm = factors.yIm;
        this.termSpectrum = termSpectrum;
        this.termFactors = termFactors;
    }

    /**
     * A multiplier of real factors: along x all 1 until they are set, along y all 0.
     *
     * @param layout the layout of the spectra it is for
     * @param lines which columns share their factors along y
     * @return the multiplier
     */
    public static SpectrumMultiplier real(SpectrumLayout layout, Lines lines) {
        return new SpectrumMultiplier(layout, lines, true);
    }

    /**
     * A multiplier of complex factors: along x all 1 until they are set, along y all 0.
     *
     * @param layout the layout of the spectra it is for
     * @param lines which columns share their factors along y
     * @return the multiplier
     */
    public static SpectrumMultiplier complex(SpectrumLayout layout, Lines lines) {
        return new SpectrumMultiplier(layout, lines, false);
    }

    /**
     * û ↦ m·û + n·v̂, where this is m: it shares the arrays of both.
     *
     * @param spectrum v̂, which the transform reads each time, never its output
     * @param multiplier n, for the same layout
     * @return the sum
     * @throws IllegalArgumentException if the layouts differ, a factor is not real, or there is a term already
     */
    public SpectrumMultiplier plus(double[] spectrum, SpectrumMultiplier multiplier) {
        Objects.requireNonNull(spectrum, "spectrum");
        Objects.requireNonNull(multiplier, "multiplier");
        if (!layout.equals(multiplier.layout)) {
            throw new IllegalArgumentException(
                    "multiplier must be for " + layout + ", got one for " + multiplier.layout);
        }
        if (!isReal() || !multiplier.isReal() || termFactors != null || multiplier.termFactors != null) {
            throw new IllegalArgumentException("a sum must have two terms with real factors");
        }
        return new SpectrumMultiplier(this, spectrum, multiplier);
    }

    /**
     * The layout of the spectra it is for.
     *
     * @return the layout
     */
    public SpectrumLayout layout() {
        return layout;
    }

    /**
     * Whether the factors are real.
     *
     * @return true if there are no imaginary parts
     */
    public boolean isReal() {
        return xIm == null;
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
     * Where the lines of the columns start.
     *
     * @return for column p the index of its row 0 in {@link #yRe} and {@link #yIm}: the array itself, not to be written to
     */
    public int[] lines() {
        return lines;
    }

    /**
     * The distance between lines, the number of rows or, if there are eight of them at least, a little more.
     *
     * @return a number of doubles
     */
    public int lineLength() {
        return layout.rows() < ALIGNED ? layout.rows() : (layout.rows() + ALIGNED - 1) / ALIGNED * ALIGNED;
    }

    /**
     * The real parts along y, line by line.
     *
     * @return Re b_{l,q} for column p at {@code lines()[p] + q}: the array itself
     */
    public double[] yRe() {
        return yRe;
    }

    /**
     * The imaginary parts along y, line by line.
     *
     * @return Im b_{l,q} for column p at {@code lines()[p] + q}: the array itself; null if the factors are real
     */
    public double[] yIm() {
        return yIm;
    }

    /**
     * The spectrum of the term that is added.
     *
     * @return v̂: the array itself, or null if there is none
     */
    public double[] termSpectrum() {
        return termSpectrum;
    }

    /**
     * The factors of the term that is added.
     *
     * @return n, real, or null if there is none
     */
    public SpectrumMultiplier termFactors() {
        return termFactors;
    }

    /**
     * The real part of the factor of one mode.
     *
     * @param p its column
     * @param q its row
     * @return Re a_p·b_{l,q}
     */
    public double re(int p, int q) {
        int at = lines[p] + q;
        return isReal() ? xRe[p] * yRe[at] : xRe[p] * yRe[at] - xIm[p] * yIm[at];
    }

    /**
     * The imaginary part of the factor of one mode.
     *
     * @param p its column
     * @param q its row
     * @return Im a_p·b_{l,q}
     */
    public double im(int p, int q) {
        int at = lines[p] + q;
        return isReal() ? 0 : xRe[p] * yIm[at] + xIm[p] * yRe[at];
    }

    /**
     * The real part of the product with one mode's coefficient, and of its term.
     *
     * @param spectrum û in this layout
     * @param p the column
     * @param q the row
     * @return Re(m·û + n·v̂)
     */
    public double productRe(double[] spectrum, int p, int q) {
        int at = layout.start() + p * layout.strideX() + q * layout.strideY();
        double product = isReal()
                ? spectrum[at] * re(p, q)
                : spectrum[at] * re(p, q) - spectrum[at + layout.imOffset()] * im(p, q);
        return termFactors == null ? product : product + termSpectrum[at] * termFactors.re(p, q);
    }

    /**
     * The imaginary part of the product with one mode's coefficient, and of its term.
     *
     * @param spectrum û in this layout
     * @param p the column
     * @param q the row
     * @return Im(m·û + n·v̂)
     */
    public double productIm(double[] spectrum, int p, int q) {
        int at = layout.start() + p * layout.strideX() + q * layout.strideY();
        double im = spectrum[at + layout.imOffset()];
        double product = isReal() ? im * re(p, q) : spectrum[at] * im(p, q) + im * re(p, q);
        return termFactors == null ? product : product + termSpectrum[at + layout.imOffset()] * termFactors.re(p, q);
    }

    /**
     * Multiplies a half-spectrum and adds the term, for who wants the product itself.
     *
     * @param spectrum {@code layout().length()} doubles or more
     * @param product {@code layout().length()} doubles or more; may be {@code spectrum}
     */
    public void multiply(double[] spectrum, double[] product) {
        // Neighbours in memory are in the inner loop.
        if (layout.strideX() > layout.strideY()) {
            for (int p = 0; p < layout.columns(); p++) {
                for (int q = 0; q < layout.rows(); q++) {
                    multiply(spectrum, p, q, product);
                }
            }
        } else {
            for (int q = 0; q < layout.rows(); q++) {
                for (int p = 0; p < layout.columns(); p++) {
                    multiply(spectrum, p, q, product);
                }
            }
        }
    }

    private void multiply(double[] spectrum, int p, int q, double[] product) {
        double re = productRe(spectrum, p, q);
        double im = productIm(spectrum, p, q);
        int at = layout.start() + p * layout.strideX() + q * layout.strideY();
        product[at] = re;
        product[at + layout.imOffset()] = im;
    }
}
