package org.modewise.pde;

import java.io.Serializable;
import java.util.Objects;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.Arguments;

/**
 * u_t + (u·∇)u = ν Δu with u = c + ∇Φ: Burgers' equation in the plane, for a velocity without vorticity, which stays so.
 *
 * <p>Sheets, filaments and knots of mass form where the flow meets itself, as in Zel'dovich's model of galaxies. What
 * {@link Burgers} says of one dimension holds here: exact at any t by the Cole–Hopf transform, ν = 0 by Hopf and Lax. The
 * mean c moves the rest along and is kept. A velocity with vorticity has no potential and is refused;
 * {@link HelmholtzProjection} offers the nearest one without.
 *
 * <p>Good values on the unit square: |u₀| about 1, ν = 0.01 with t from 0 to 0.5.
 *
 * @param viscosity ν, length² per time, at least 0 and finite
 * @serial exclude
 */
public record PotentialBurgers(double viscosity) implements Equation<VectorField2D>, Serializable {
    /**
     * Makes the equation.
     *
     * @param viscosity ν, at least 0 and finite
     * @throws IllegalArgumentException if ν is negative, NaN or infinite
     */
    public PotentialBurgers {
        Arguments.nonNegative(viscosity, "viscosity");
    }

    /**
     * Prepares the solution, which chooses its method for each time by error bounds.
     *
     * @param initial u₀; between its samples it is their trigonometric interpolant
     * @return the solution at any t ≥ 0
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or u₀ is no gradient: it differs
     *     from the nearest gradient field, where it does most, by more than 1e-11 of its largest component; or if a sample
     *     is 2^1020 or more in modulus, or one side of the grid more than 2^100 times as long as the other
     */
    @Override
    public PotentialBurgersSolution solve(VectorField2D initial) {
        return new PotentialBurgersSolution(this, initial, null);
    }

    /**
     * Prepares the solution by one method for all times, to compare methods.
     *
     * @param initial u₀
     * @param method the method
     * @return the solution; its {@code at} throws at times that the method cannot reach
     * @throws IllegalArgumentException as {@link #solve(VectorField2D)}, if ν = 0 and the method is not
     *     {@link SolutionMethod#HOPF_LAX}, or if osc(Φ₀)/2ν is above 30 and it is {@link SolutionMethod#MULTIPLIER}
     */
    public PotentialBurgersSolution solve(VectorField2D initial, SolutionMethod method) {
        return new PotentialBurgersSolution(this, initial, Objects.requireNonNull(method, "method"));
    }
}
