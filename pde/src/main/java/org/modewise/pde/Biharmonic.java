package org.modewise.pde;

import org.modewise.core.Field2D;

/**
 * Δ²u = f on the torus with ∫u = 0: û = f̂/|κ|⁴ for κ ≠ 0.
 *
 * <p>The deflection of a thin plate under the load f, or the stream function of slow viscous flow. There is a solution
 * only if ∫f = 0; {@link Poisson#projectMean} mends any other f on request. The flow u_t = -νΔ²u is
 * {@link HyperDiffusion} of order 2.
 *
 * <p>Fine waves of f hardly matter, and rounding noise on the longest one is the largest error: as many ε as its part of
 * Σ|f̂| is small.
 */
public final class Biharmonic {
    private static final FourierMultiplier INVERSE = FourierMultiplier.of((kx, ky) -> {
        double square = kx * kx + ky * ky;
        return kx == 0 && ky == 0 ? 0 : Poisson.inverse(square * square);
    });

    private Biharmonic() {}

    /**
     * Solves Δ²u = f with mean(u) = 0.
     *
     * @param f the right-hand side, whose mean must vanish to 1e-13 of its largest modulus
     * @return u, on the same grid
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or the mean does not vanish,
     *     quoting it, or |κ|⁴ or its inverse is beyond the doubles
     */
    public static Field2D solve(Field2D f) {
        return INVERSE.apply(Poisson.withoutMean(f, "Δ²u = f"));
    }

    /**
     * How far u can be trusted: whether the grid resolves f and u, and what becomes of f's errors on the way. Gains are
     * relative ones, from errors of f beside ‖f‖ to errors of u beside ‖u‖, so that the amplification is the condition
     * number for this f. {@code Tolerances.standard().check(…)} throws on what is not to be trusted.
     *
     * @param f the right-hand side, as {@link #solve} takes it
     * @return the figures, at time 0
     * @throws IllegalArgumentException as {@link #solve}
     */
    public static Certificate certificate(Field2D f) {
        return TorusEvidence.ofSolving(f, solve(f), INVERSE);
    }
}
