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
}
