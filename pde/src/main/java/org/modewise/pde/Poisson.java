package org.modewise.pde;

import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.internal.Arguments;

/**
 * -Δu = f on the torus with ∫u = 0: û = f̂/|κ|² for κ ≠ 0.
 *
 * <p>There is a solution only if ∫f = 0. Any other f is refused, never mended in silence; {@link #projectMean} mends it
 * on request.
 */
public final class Poisson {
    /** Largest |mean(f)| / max|f| that passes for rounding: sums and samples of zero-mean data leave some ε. */
    private static final double MEAN_TOLERANCE = 1e-13;

    private static final FourierMultiplier INVERSE_LAPLACIAN =
            FourierMultiplier.of((kx, ky) -> kx == 0 && ky == 0 ? 0 : inverse(kx * kx + ky * ky));

    private Poisson() {}

    /** The inverse of an eigenvalue, or NaN, which no multiplier may be, where that has overflowed and 1/∞ would pass for 0. */
    static double inverse(double square) {
        return Math.abs(square) < Double.POSITIVE_INFINITY ? 1 / square : Double.NaN;
    }

    /**
     * Solves -Δu = f with mean(u) = 0.
     *
     * @param f the right-hand side, whose mean must vanish to 1e-13 of its largest modulus
     * @return u, on the same grid
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or the mean does not vanish,
     *     quoting it, or the period of the box squared is beyond the doubles
     */
    public static Field2D solve(Field2D f) {
        return INVERSE_LAPLACIAN.apply(withoutMean(f, "-Δu = f"));
    }

    /** A right-hand side, if its mean vanishes, as an equation that knows no constants needs. */
    static Field2D withoutMean(Field2D f, String equation) {
        Arguments.finite(f, "f");
        double mean = f.mean();
        if (Math.abs(mean) > MEAN_TOLERANCE * f.maxNorm()) {
            throw new IllegalArgumentException("mean(f) must be 0 for " + equation
                    + " to have a periodic solution, got " + mean + "; Poisson.projectMean(f) removes it");
        }
        return f;
    }

    /**
     * f - mean(f), the nearest right-hand side that has a solution. A constant becomes exactly 0.
     *
     * @param f any field
     * @return the field without its mean
     */
    public static Field2D projectMean(Field2D f) {
        Objects.requireNonNull(f, "f");
        if (f.min() == f.max()) {
            return f.map(value -> 0);
        }
        // The mean is rounded, which is much beside what is left of a field that hardly varies: that has a mean again.
        Field2D rest = f.minus(f.mean());
        return rest.minus(rest.mean());
    }
}
