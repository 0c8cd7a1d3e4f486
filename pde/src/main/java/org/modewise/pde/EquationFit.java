package org.modewise.pde;

import java.util.ArrayList;
import java.util.List;
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
 * estimates are nearly unbiased and normal, and {@link Coefficient} has their confidence intervals. The search goes
 * from long waves to short ones, so that no phase is taken for another that differs by whole turns: it is right if the
 * longest waves that carry much of the field have been turned by less than half a turn. A shift by whole periods
 * of the field shows in no data at all; the least shift is returned. Nyquist modes, whose
 * direction a grid cannot tell, are left out. Source: Bates and Watts, Nonlinear Regression Analysis (1988), chapter 2.
 *
 * @param coefficients θ, in the order of the terms
 * @param residual the root mean square of what the fitted equation misses, an estimate of the noise on a sample: if it is
 *     larger than that, some other equation is at work
 * @param equation u_t = Σ θⱼLⱼu
 */
public record EquationFit(List<Coefficient> coefficients, double residual, LinearEquation equation) {
    /** The least eigenvalue of the correlation matrix with which coefficients are still told apart. */
    private static final double LEAST_EIGENVALUE = 1e-10;

    /**
     * Takes the figures.
     *
     * @param coefficients copied
     * @param residual at least 0
     * @param equation the equation of the coefficients
     */
    public EquationFit {
        coefficients = List.copyOf(coefficients);
        Arguments.nonNegative(residual, "residual");
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
        ModeFit fit = new ModeFit(spectra, t, List.of(terms));
        int degrees = degreesOfFreedom(fit, terms);
        double[] theta = fit.solve();
        double residual = Math.sqrt(fit.sumOfSquares(theta) / degrees);
        double[] unit = errorsOfUnitNoise(fit.normalMatrix(theta), terms);
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < terms.length; j++) {
            coefficients.add(new Coefficient(theta[j], residual * unit[j], degrees));
        }
        List<Double> values =
                IntStream.range(0, terms.length).mapToObj(j -> theta[j]).toList();
        return new EquationFit(coefficients, residual * spectra.scale(), new FittedEquation(List.of(terms), values));
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
     * @return the number of coefficients and the residual
     */
    @Override
    public String toString() {
        return "EquationFit[" + coefficients.size() + " coefficients, residual " + (float) residual + "]";
    }
}
