package org.modewise.fft.spi;

/**
 * û(mx,my) = Σ u(i,j)·e^{-2πi(mx·i/nx + my·j/ny)} for one shape, forward unscaled, inverse scaled by 1/(nx·ny).
 *
 * <p>A plan is immutable and safe to share between threads: each call has scratch of its own. It may read its arguments
 * in any order, so long as the result is the same when both are one array; it never writes to its input otherwise, and
 * never beyond {@code nx·ny} samples or {@code layout().length()} spectrum doubles. The caller has checked the lengths.
 */
public interface RealTransform2D {
    /**
     * Where the coefficients lie.
     *
     * @return the layout of the half-spectrum
     */
    SpectrumLayout layout();

    /**
     * Transforms samples into the half-spectrum.
     *
     * @param values nx·ny samples or more, row by row
     * @param spectrum {@code layout().length()} doubles or more; what it holds before does not matter
     */
    void forward(double[] values, double[] spectrum);

    /**
     * Transforms a half-spectrum into samples.
     *
     * @param spectrum {@code layout().length()} doubles or more
     * @param values nx·ny samples or more; what it holds before does not matter
     */
    void inverse(double[] spectrum, double[] values);
}
