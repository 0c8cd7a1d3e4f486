package org.modewise.pde;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * What a strict solution accepts of its {@link Certificate}: an upper bound for each figure. Each is above 0, and infinite
 * for what nobody asks. An immutable value, safe to share between threads.
 *
 * <p><b>The standard</b> asks for half of the digits of a double, 1e-8, of the error, the tail, what is aliased, a
 * regularisation's residual and the defects. Estimates of errors are from one to ten times what they are of, mostly, so
 * this is what a grid must resolve beyond doubt, and data that it resolves to rounding pass by seven digits: all
 * that rounding does to a defect stays below 1e-12. The largest amplification is 1e7, by which samples rounded to 2⁻⁵²
 * keep nine digits.
 *
 * @param error largest {@link Certificate#error}
 * @param tail largest {@link Certificate#tail}
 * @param aliasing largest {@link Certificate#aliasing}
 * @param amplification largest {@link Certificate#amplification}
 * @param residual largest {@link Certificate#residual}
 * @param defect largest of the defects, {@link Certificate#largestDefect}
 * @serial exclude
 */
public record Tolerances(
        double error, double tail, double aliasing, double amplification, double residual, double defect)
        implements Serializable {
    private static final double MOST_AMPLIFICATION = 1e7;
    private static final Tolerances STANDARD = of(SpectrumTail.MOST);
    private static final String UNRESOLVED =
            "the grid does not resolve the initial data to that; a finer one may, or Tolerances.error lets it pass";
    private static final String ROUNDED =
            "the data's errors, rounding among them, are as large beside what is left or has grown of the solution";
    private static final String FINE = "the grid does not show the solution between its nodes; a finer one may";
    private static final String NYQUIST =
            "the grid cannot tell which way its Nyquist waves run; a finer one or an odd number of nodes leaves none";
    private static final String GROWTH =
            "rounding and noise grow by as much; an earlier time or a stronger regularization keeps them lower";
    private static final String LEFT_OUT = "the regularization leaves out that much of the data; a weaker one keeps it";
    private static final String BROKEN =
            "the solution leaves what its equation keeps: data that the grid does not resolve, or laws() claims too much";

    /**
     * Makes the bounds.
     *
     * @param error largest error
     * @param tail largest tail
     * @param aliasing largest loss at Nyquist
     * @param amplification largest factor
     * @param residual largest residual
     * @param defect largest defect
     * @throws IllegalArgumentException if a bound is not above 0, or NaN
     */
    public Tolerances {
        positive(error, "error");
        positive(tail, "tail");
        positive(aliasing, "aliasing");
        positive(amplification, "amplification");
        positive(residual, "residual");
        positive(defect, "defect");
    }

    private static void positive(double bound, String name) {
        if (!(bound > 0)) {
            throw new IllegalArgumentException(name + " must be > 0, got " + bound);
        }
    }

    /**
     * Half of the digits.
     *
     * @return 1e-8 for all but the amplification, and 1e7 for that
     */
    public static Tolerances standard() {
        return STANDARD;
    }

    /**
     * One accuracy for all.
     *
     * @param relative the bound of all figures but the amplification, whose is 1e7
     * @return the bounds
     * @throws IllegalArgumentException if {@code relative} is not above 0, or NaN
     */
    public static Tolerances of(double relative) {
        positive(relative, "relative");
        return new Tolerances(relative, relative, relative, MOST_AMPLIFICATION, relative, relative);
    }

    /**
     * The same bounds but for the error. An infinite one asks for nothing but the interpolant.
     *
     * @param bound largest error
     * @return the bounds
     * @throws IllegalArgumentException if the bound is not above 0, or NaN
     */
    public Tolerances error(double bound) {
        return new Tolerances(bound, tail, aliasing, amplification, residual, defect);
    }

    /**
     * The same bounds but for the tail.
     *
     * @param bound largest tail
     * @return the bounds
     * @throws IllegalArgumentException if the bound is not above 0, or NaN
     */
    public Tolerances tail(double bound) {
        return new Tolerances(error, bound, aliasing, amplification, residual, defect);
    }

    /**
     * The same bounds but for the loss at Nyquist.
     *
     * @param bound largest loss
     * @return the bounds
     * @throws IllegalArgumentException if the bound is not above 0, or NaN
     */
    public Tolerances aliasing(double bound) {
        return new Tolerances(error, tail, bound, amplification, residual, defect);
    }

    /**
     * The same bounds but for the amplification.
     *
     * @param bound largest factor
     * @return the bounds
     * @throws IllegalArgumentException if the bound is not above 0, or NaN
     */
    public Tolerances amplification(double bound) {
        return new Tolerances(error, tail, aliasing, bound, residual, defect);
    }

    /**
     * The same bounds but for the residual.
     *
     * @param bound largest residual
     * @return the bounds
     * @throws IllegalArgumentException if the bound is not above 0, or NaN
     */
    public Tolerances residual(double bound) {
        return new Tolerances(error, tail, aliasing, amplification, bound, defect);
    }

    /**
     * The same bounds but for the defects.
     *
     * @param bound largest defect
     * @return the bounds
     * @throws IllegalArgumentException if the bound is not above 0, or NaN
     */
    public Tolerances defect(double bound) {
        return new Tolerances(error, tail, aliasing, amplification, residual, bound);
    }

    /**
     * Checks a certificate.
     *
     * @param certificate what a solution says of itself
     * @throws UntrustedSolutionException if a figure is above its bound, naming the first that is, and what helps
     */
    public void check(Certificate certificate) {
        Objects.requireNonNull(certificate, "certificate");
        check(certificate, "residual", certificate.residual(), residual, LEFT_OUT);
        check(certificate, "amplification", certificate.amplification(), amplification, GROWTH);
        String cause = certificate.initialTail() > error ? UNRESOLVED : ROUNDED;
        check(certificate, "error", certificate.error(), error, cause);
        check(certificate, "tail", certificate.tail(), tail, FINE);
        check(certificate, "aliasing", certificate.aliasing(), aliasing, NYQUIST);
        checkDefect(certificate, "massDefect", certificate.massDefect());
        checkDefect(certificate, "energyDefect", certificate.energyDefect());
        checkDefect(certificate, "maximumDefect", certificate.maximumDefect());
        checkDefect(certificate, "negativity", certificate.negativity());
    }

    /** NaN is what the equation does not keep. */
    private void checkDefect(Certificate certificate, String name, double value) {
        check(certificate, name, Double.isNaN(value) ? 0 : value, defect, BROKEN);
    }

    private static void check(Certificate certificate, String name, double value, double bound, String remedy) {
        if (!(value <= bound)) {
            throw new UntrustedSolutionException(
                    name + " must be <= " + (float) bound + " at t = " + certificate.time() + ", got " + (float) value
                            + ": " + remedy,
                    certificate);
        }
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the bounds, in few digits; one number and the amplification if all others are the same
     */
    @Override
    public String toString() {
        if (equals(of(error).amplification(amplification))) {
            return String.format(Locale.ROOT, "Tolerances[%.1g, gain %.1g]", error, amplification);
        }
        return OneLine.of(
                String.format(
                        Locale.ROOT,
                        "Tolerances[%.1g, tail %.1g, alias %.1g, gain %.1g, rest %.1g, defect %.1g]",
                        error,
                        tail,
                        aliasing,
                        amplification,
                        residual,
                        defect),
                String.format(Locale.ROOT, "Tolerances[error %.1g, tail %.1g, ...]", error, tail));
    }
}
