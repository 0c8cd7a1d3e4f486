package org.modewise.fft.spi;

/**
 * û(mx,my) = Σ u(i,j)·e^{-2πi(mx·i/nx + my·j/ny)} for one shape, forward unscaled, inverse scaled by 1/(nx·ny).
 *
 * <p>A plan is immutable and safe to share between threads: each call has scratch of its own. It may read its arguments
 * in any order, so long as the result is the same when both are one array; it never writes to its input otherwise, and
 * never beyond {@code nx·ny} samples or {@code layout().length()} spectrum doubles. The caller has checked the lengths.
 */
public interface RealTransform2D {
    /** Samples from which on a second thread gains more than the handing over costs. */
    int WORTH_SHARING = 1 << 16;

    /**
     * Where the coefficients lie.
     *
     * @return the layout of the half-spectrum
     */
    SpectrumLayout layout();

    /**
     * Whether one transform is worth sharing between threads: if not, it runs on its caller alone, and many of them had
     * better go one to a thread.
     *
     * @return whether there are {@value #WORTH_SHARING} samples or more
     */
    default boolean isWorthSharing() {
        return (long) layout().nx() * layout().ny() >= WORTH_SHARING;
    }

    /**
     * Transforms samples into the half-spectrum, in parts that workers may share: the same bits whoever they are.
     *
     * @param values nx·ny samples or more, row by row
     * @param spectrum {@code layout().length()} doubles or more; what it holds before does not matter
     * @param workers who runs the parts
     */
    void forward(double[] values, double[] spectrum, Workers workers);

    /**
     * Transforms a half-spectrum, or its product with a multiplier and the term that this adds, into samples, in parts that
     * workers may share: the same bits whoever they are. What is multiplied is best multiplied where it is read.
     *
     * <p>What is no real field's spectrum has an inverse, too: the real part of the complex one, where a mode whose mirror
     * image is not kept stands for both. So of two opposite modes that are both kept the Hermitian part (F_k + conj
     * F_{-k})/2 counts, and of one that is its own mirror image the real part.
     *
     * @param spectrum {@code layout().length()} doubles or more
     * @param multiplier the factors, or null for none
     * @param values nx·ny samples or more; what it holds before does not matter
     * @param workers who runs the parts
     */
    void inverse(double[] spectrum, SpectrumMultiplier multiplier, double[] values, Workers workers);

    /**
     * Transforms samples on the calling thread.
     *
     * @param values nx·ny samples or more, row by row
     * @param spectrum {@code layout().length()} doubles or more; what it holds before does not matter
     */
    default void forward(double[] values, double[] spectrum) {
        forward(values, spectrum, Workers.CALLER);
    }

    /**
     * Transforms a half-spectrum on the calling thread.
     *
     * @param spectrum {@code layout().length()} doubles or more
     * @param values nx·ny samples or more; what it holds before does not matter
     */
    default void inverse(double[] spectrum, double[] values) {
        inverse(spectrum, null, values, Workers.CALLER);
    }
}
