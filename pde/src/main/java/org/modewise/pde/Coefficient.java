package org.modewise.pde;

import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;
import org.modewise.core.internal.Arguments;

/**
 * θ ± s: a number found by least squares, with what noise has left unsure about it.
 *
 * @param value the estimate
 * @param standardError its standard deviation, estimated from the residual
 * @param degreesOfFreedom how many real data there were beyond the numbers fitted
 */
public record Coefficient(double value, double standardError, int degreesOfFreedom) {
    /**
     * Takes the figures.
     *
     * @param value finite
     * @param standardError at least 0 and finite
     * @param degreesOfFreedom at least 1
     * @throws IllegalArgumentException if one of them is out of range
     */
    public Coefficient {
        Arguments.finite(value, "value");
        Arguments.nonNegative(standardError, "standardError");
        Arguments.atLeastOne(degreesOfFreedom, "degreesOfFreedom");
    }

    /**
     * The lower end of the confidence interval, by Student's distribution.
     *
     * @param confidence the probability that the interval holds the true value, above 0 and below 1, such as 0.95
     * @return the end
     * @throws IllegalArgumentException if {@code confidence} is out of range
     */
    public double low(double confidence) {
        return value - halfWidth(confidence);
    }

    /**
     * The upper end of the confidence interval.
     *
     * @param confidence as for {@link #low}
     * @return the end
     * @throws IllegalArgumentException if {@code confidence} is out of range
     */
    public double high(double confidence) {
        return value + halfWidth(confidence);
    }

    private double halfWidth(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be > 0 and < 1, got " + confidence);
        }
        return standardError
                * new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(0.5 + 0.5 * confidence);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the value and its standard error
     */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Coefficient[%.10g +- %.2g]", value, standardError);
    }
}
