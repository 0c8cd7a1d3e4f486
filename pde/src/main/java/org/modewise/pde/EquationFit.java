package org.modewise.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.modewise.core.internal.Arguments;

/**
 * v̂ = û·e^{tΣθⱼsⱼ(κ)} + noise: the coefficients θ of u_t = Σ θⱼLⱼu from fields before and after, by nonlinear least
 * squares over the modes. With the terms {@code new Heat(1)}, {@code new Transport(1, 0)} and {@code new Transport(0, 1)}
 * they are the diffusivity and the velocity.
 *
 * <p>The first fields are taken to be exact, the second to carry white noise of a size that is not known. Then the
 * estimates are nearly unbiased and normal, and {@link Coefficient} has their confidence intervals. The sum of squares has
 * more minima than one, since phases that differ by whole turns look alike: searches start from no change at all, going
 * from long waves to short ones, and from the shifts at which the fields correlate best, and the least minimum that one of
 * them finds is taken. Where many waves carry the field that is the right one whatever the shift; a field of a few short
 * waves may mislead all of them, which {@code unexplained} shows. A shift by whole periods shows in no data: where a term
 * only moves the field, its coefficient is made as small as such periods allow. Nyquist modes, whose direction a grid
 * cannot tell, are left out. Source: Bates and Watts, Nonlinear Regression Analysis (1988), chapter 2; for the shifts,
 * Knapp and Carter, IEEE Trans. Acoust. Speech Signal Process. 24 (1976).
 *
 * @param coefficients θ, in the order of the terms
 * @param residual the root mean square of what the fitted equation misses, an estimate of the noise on a sample: if it is
 *     larger than that, some other equation is at work
 * @param unexplained Σ|v̂ - û·e^{tΣθⱼsⱼ}|² / Σ|v̂|² over the waves that the terms change: 0 if all that is seen comes of
 *     the terms, the share of the noise if the rest is noise, about 1 or more if no coefficients explain the fields, whatever
 *     their intervals say
 * @param equation u_t = Σ θⱼLⱼu
 */
public record EquationFit(
        List<Coefficient> coefficients, double residual, double unexplained, LinearEquation equation) {
    /** The least eigenvalue of the correlation matrix with which coefficients are still told apart. */
    private static final double LEAST_EIGENVALUE = 1e-10;

    /**
     * Takes the figures.
     *
     * @param coefficients copied
     * @param residual at least 0 and finite
     * @param unexplained at least 0 and finite
     * @param equation the equation of the coefficients
     * @throws IllegalArgumentException if a figure is negative, NaN or infinite
     */
    public EquationFit {
        coefficients = List.copyOf(coefficients);
        Arguments.nonNegative(residual, "residual");
        Arguments.nonNegative(unexplained, "unexplained");
        Objects.requireNonNull(equation, "equation");
    }

    /**
     * Fits the coefficients.
     *
     * @param pairs fields at 0 and at t, on one grid
     * @param t the time between them, positive and finite
     * @param terms the equations of the Lⱼ, each with the coefficient 1
     * @return the coefficients and how sure they are
     * @throws IllegalArgumentException if there are no pairs or terms, {@code t} is not positive and finite, the grids
     *     differ, there are no more data than terms, or a coefficient cannot be identified: no wave that it moves carries
     *     energy, or it does to all of them the same as others do
     */
    public static EquationFit of(List<FieldPair> pairs, double t, LinearEquation... terms) {
        PairSpectra spectra = PairSpectra.of(pairs);
        Arguments.positive(t, "t");
        if (Objects.requireNonNull(terms, "terms").length == 0) {
            throw new IllegalArgumentException("terms must not be empty");
        }
        for (int j = 0; j < terms.length; j++) {
            Objects.requireNonNull(terms[j], "terms[" + j + "]");
        }
        ModeFit fit = new ModeFit(spectra, t, List.of(terms));
        int degrees = degreesOfFreedom(fit, terms);
        double[] theta = new ModeSearch(fit).solve();
        double residual = Math.sqrt(fit.sumOfSquares(theta) / degrees);
        double[] unit = errorsOfUnitNoise(fit.normalMatrix(theta), terms);
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < terms.length; j++) {
            coefficients.add(new Coefficient(theta[j], residual * unit[j], degrees));
        }
        List<Double> values =
                IntStream.range(0, terms.length).mapToObj(j -> theta[j]).toList();
        return new EquationFit(
                coefficients,
                residual * spectra.scale(),
                fit.unexplained(theta),
                new FittedEquation(List.of(terms), values));
    }

    private static int degreesOfFreedom(ModeFit fit, LinearEquation[] terms) {
        int degrees = fit.data() - terms.length;
        if (degrees < 1) {
            throw new IllegalArgumentException(
                    "pairs must hold more data than terms, got " + fit.data() + " for " + terms.length);
        }
        return degrees;
    }

    /** √ of the diagonal of (JᵀJ)⁻¹, if there is such a thing. */
    private static double[] errorsOfUnitNoise(double[][] normal, LinearEquation[] terms) {
        int count = terms.length;
        RealMatrix correlation = new Array2DRowRealMatrix(count, count);
        for (int i = 0; i < count; i++) {
            if (!(normal[i][i] >= Double.MIN_NORMAL)) {
                throw new IllegalArgumentException("pairs must show what " + terms[i]
                        + " does: no wave that it changes is left in them, so its coefficient cannot be identified");
            }
            for (int j = 0; j < i; j++) {
                double cosine = normal[i][j] / Math.sqrt(normal[i][i]) / Math.sqrt(normal[j][j]);
                correlation.setEntry(i, j, cosine);
                correlation.setEntry(j, i, cosine);
            }
            correlation.setEntry(i, i, 1);
        }
        double[] eigenvalues = new EigenDecomposition(correlation).getRealEigenvalues();
        if (!(eigenvalues[count - 1] > LEAST_EIGENVALUE)) {
            throw new IllegalArgumentException("terms must be told apart by the pairs, got " + List.of(terms)
                    + ": some do the same to every wave, so their coefficients cannot be identified");
        }
        RealMatrix inverse = new LUDecomposition(correlation).getSolver().getInverse();
        return IntStream.range(0, count)
                .mapToDouble(j -> Math.sqrt(inverse.getEntry(j, j) / normal[j][j]))
                .toArray();
    }

    /**
     * How far the fitted equation is off for a pair that it has not seen.
     *
     * @param pair the fields at 0 and at t
     * @param t the time between them, finite
     * @return ‖v - e^{tL}u‖ / ‖v‖
     * @throws IllegalArgumentException if v = 0, or the fitted equation cannot be solved to {@code t}
     */
    public double error(FieldPair pair, double t) {
        return pair.error(equation.solve(pair.input()).at(t));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the number of coefficients, the residual and the share that is not explained
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "EquationFit[%d coefficients, residual %.3g, unexplained %.3g]",
                coefficients.size(),
                residual,
                unexplained);
    }
}
