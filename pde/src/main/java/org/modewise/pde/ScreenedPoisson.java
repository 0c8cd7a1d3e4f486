package org.modewise.pde;

import java.io.Serializable;
import org.modewise.core.Field2D;
import org.modewise.core.internal.Arguments;

/**
 * -Δu + μ²u = f on the torus: û = f̂/(|κ|² + μ²).
 *
 * <p>The potential of charges in a plasma or an electrolyte (Debye and Hückel, Yukawa), which falls off within the length
 * 1/μ; one implicit Euler step of heat over αt = 1/μ², but for the factor μ². There is exactly one solution for every f,
 * and mean(u) = mean(f)/μ². As μ → 0 it tends to that of {@link Poisson} if mean(f) = 0, and to nothing if not.
 *
 * <p>Good values on the unit square: μ = 10.
 *
 * @param screening μ, per length, above 0 and finite
 * @serial exclude
 */
public record ScreenedPoisson(double screening) implements Serializable {
    /**
     * Makes the equation.
     *
     * @param screening μ, above 0 and finite
     * @throws IllegalArgumentException if μ is not above 0, NaN or infinite
     */
    public ScreenedPoisson {
        Arguments.positive(screening, "screening");
    }

    /**
     * Solves -Δu + μ²u = f.
     *
     * @param f the right-hand side
     * @return u, on the same grid
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or |κ|² + μ² or its inverse is
     *     beyond the doubles
     */
    public Field2D solve(Field2D f) {
        Arguments.finite(f, "f");
        return inverse().apply(f);
    }

    private FourierMultiplier inverse() {
        return FourierMultiplier.of((kx, ky) -> Poisson.inverse(kx * kx + ky * ky + screening * screening));
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
    public Certificate certificate(Field2D f) {
        return TorusEvidence.ofSolving(f, solve(f), inverse());
    }
}
