package org.modewise.pde;

import java.util.Locale;
import org.modewise.core.internal.Arguments;

/**
 * What a solution backward in time has left out, and what it has done to the noise.
 *
 * @param modes how many modes the grid has
 * @param cutModes how many of them are left out, or kept by less than half, φ &lt; 1/2
 * @param largestAmplification the largest φe^x
 * @param noiseGain √(Σ(φe^x)²/N), by which white noise on the data grows on its way into the result, in root mean square
 * @param residual √(Σ((1-φ)|v̂|)²)/N, the root mean square of what the result, run forward, misses of the data v; about
 *     the noise if the regularisation is right, but for quasi-reversibility, and below it where few modes are cut
 */
public record BackwardReport(int modes, int cutModes, double largestAmplification, double noiseGain, double residual) {

    /**
     * The noise to expect in the result.
     *
     * @param noise σ, the standard deviation of white noise on a sample of the data, at least 0 and finite
     * @return the root mean square of the noise in the result
     * @throws IllegalArgumentException if {@code noise} is negative, NaN or infinite
     */
    public double expectedNoise(double noise) {
        return noiseGain * Arguments.nonNegative(noise, "noise");
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the figures, in few digits
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "cut %d/%d, gain <= %.2g, noise x %.2g, residual %.2g",
                cutModes,
                modes,
                largestAmplification,
                noiseGain,
                residual);
    }
}
